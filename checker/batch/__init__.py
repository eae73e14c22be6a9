"""Corpora: many ready-made pairs, in constant memory, in runs that can be broken off and resumed."""
