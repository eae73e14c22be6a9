"""Deterministic comparison of two passages that should say the same: pure, no model, no network."""

from checker.facts.compare import compare
from checker.facts.difference import Difference

__all__ = ["Difference", "compare"]
