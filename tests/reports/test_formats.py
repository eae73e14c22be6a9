"""Every format is registered, documented and shown by a sample that its consumer reads."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.domain import Label
from checker.reports import FORMATS, RENDERERS, render
from tests.reports import samples
from tests.reports.build import every_label
from tests.reports.test_hostile import CHECKS

HEAVY = {"pydantic", "markdown_it", "numpy", "openai", "trafilatura"}


def test_every_format_has_a_renderer_a_page_a_row_and_a_hostile_test() -> None:
    table = (samples.FOLDER / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| \[(\w+)\]\(\1\.md\)", table, re.MULTILINE) == list(FORMATS)
    assert all(samples.page(name).exists() for name in FORMATS)
    assert set(CHECKS) == set(FORMATS)
    tests = re.findall(r"`([\w/]*test_\w+\.py)`", table)
    here = Path(__file__).parent
    assert len(tests) > len(FORMATS)
    assert all((here / name).exists() or (here.parent / name).exists() for name in tests)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_sample_in_the_documentation_is_what_the_program_writes(format_: str) -> None:
    committed = samples.page(format_).read_text(encoding="utf-8")

    assert samples.TITLE in committed or "![" in committed
    assert committed == samples.with_sample(format_, samples.kept()), "python -m tests.reports.samples"


def test_the_samples_are_about_the_example_pair() -> None:
    report = samples.kept()

    for info, sides in (
        (report.source, [pair.source for pair in report.pairs]),
        (report.republished, [pair.republished for pair in report.pairs]),
    ):
        data = (samples.ROOT / info.name).read_bytes()
        assert info.sha256 == hashlib.sha256(data).hexdigest(), "python -m tests.reports.samples"
        assert all(data.decode()[p.start : p.end] == p.text for side in sides for p in side)
    assert {pair.label for pair in report.pairs} >= set(Label) - {Label.UNDETERMINED}


def test_the_samples_can_be_made_anew() -> None:
    assert samples.made().pairs


@pytest.mark.parametrize("format_", FORMATS)
def test_only_the_terminal_knows_colour(format_: str) -> None:
    plain, colored = (render(every_label(), format_, color=color) for color in (False, True))

    assert ("\x1b[" in colored) is (format_ == "terminal")
    assert (plain == colored) is (format_ != "terminal")


def test_a_format_loads_its_own_module_and_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from tests.reports.build import every_label\n"
        "from checker.reports import FORMATS, render\n"
        "render(every_label(), 'github')\n"
        "print(*sys.modules)"
    )
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=samples.ROOT
        ).stdout.split()
    )

    assert loaded & set(RENDERERS.values()) == {RENDERERS["github"]}
    assert not loaded & HEAVY
