"""The commands of `studio`, one module each."""
