"""What page furniture looks like, line by line, in several languages."""
