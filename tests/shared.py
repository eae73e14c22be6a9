"""Where the measuring data and the real pair lie, if this checkout has them beside it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXAMPLES = SHARED / "examples"
DATA = SHARED / "data"

needs_shared = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="needs ../shared (real pair and measuring data), which is absent here"
)
