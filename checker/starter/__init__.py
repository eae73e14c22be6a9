"""Begins to use the program in a repository: suggests what to compare, and writes configuration and workflow."""
