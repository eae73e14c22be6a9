"""What the HTML report shows, worked out without any markup: marks, rows, the map of the alignment."""
