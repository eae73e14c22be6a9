"""Tells whether a republished text still says what its source says."""
