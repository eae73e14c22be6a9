"""How `checker batch` does on large corpora: speed beside one process and a bare loop, Ray, a million rows."""
