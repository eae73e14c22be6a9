"""Fits how the judge weighs its model, the words and the rules against each other."""
