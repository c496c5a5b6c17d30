"""What is sold and what follows from it, as plain Python: terms, clock, credits, instalments."""
