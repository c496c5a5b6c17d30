"""Files of clients, of therapists and of what was bought elsewhere: read, looked at line by line, then taken in."""
