"""The threat model names tests that exist."""

import re

from tests.docs.blocks import ROOT


def test_every_test_that_the_threat_model_names_exists() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text))

    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_test_of_this_folder_is_named_there() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    tests = {path.name for path in (ROOT / "tests" / "security").glob("test_*.py")} - {"test_page.py"}

    assert [name for name in sorted(tests) if name not in text] == []
