"""How the embedded judge's weights were made: data, generator of changes, export, measuring. Runnable again."""
