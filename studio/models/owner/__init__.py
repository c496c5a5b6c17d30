"""How the studio does, for its owner: every number with the words and the table it stands in."""
