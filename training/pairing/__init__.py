"""How the pairing's background list and weights were made."""
