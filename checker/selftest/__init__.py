"""`checker selftest`: what a judge finds and what it leaves alone, on texts that come with the program.

Three parts: planted changes should be caught, harmless rewriting should stay clean, and a verdict should not depend on
what has nothing to do with the meaning (metamorphic relations). See docs/selftest.md.
"""
