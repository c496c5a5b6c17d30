"""Reading the catalogue: one module a topic, each checks what it reads and names file and row when it is wrong."""
