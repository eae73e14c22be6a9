"""One file a command: its options, one call into the program, its exit code. `cli.py` lists them."""
