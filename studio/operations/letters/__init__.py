"""Letters back to whoever referred: drafted by themselves, read, released, and sent where the client agreed."""
