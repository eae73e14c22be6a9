"""How the embedded judge's weights were made: data, generator of changes, training, export, measuring. Runnable again."""
