"""The samples in docs/formats: `python -m tests.reports.samples` makes them anew from the example pair.

The sample of the JSON report is what an audit wrote; those of the other formats are rendered from it. So they
stay true when a judge changes its mind, and must be made anew when a format changes.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.domain import AuditedPair, Label, Report
from checker.pipeline import run_audit
from checker.policy import Policy
from checker.reading import read
from checker.reports import FORMATS, render
from checker.reports.load import load
from checker.wiring import DEFAULT_JUDGE, build_judge

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "formats"
TITLE = "## Sample\n"
FENCE = "````"
LANGUAGES = {
    "json": "json",
    "sarif": "json",
    "gitlab": "json",
    "junit": "xml",
    "html": "html",
    "markdown": "markdown",
}


def made() -> Report:
    """Audit the example pair; keep one pair of each label, and nothing that differs from run to run."""
    source, republished = (
        replace(read(str(ROOT / name)), name=name)
        for name in ("examples/source.md", "examples/republished.md")
    )
    report = run_audit(source, republished, judge=build_judge(DEFAULT_JUDGE), policy=Policy())
    pairs = tuple(_one_of_each(report))
    counts = Counter(pair.label for pair in pairs)
    return replace(
        report,
        pairs=pairs,
        counts={label.value: counts[label] for label in Label},
        usage={**report.usage, "seconds": 0.5},
    )


def _one_of_each(report: Report) -> Iterator[AuditedPair]:
    seen: set[Label] = set()
    for pair in sorted(report.pairs, key=lambda pair: not pair.fails):  # rather one that fails
        if pair.label not in seen:
            seen.add(pair.label)
            yield pair


def page(format_: str) -> Path:
    """The file that documents a format."""
    return FOLDER / f"{format_}.md"


def kept() -> Report:
    """The report of which the committed samples were made."""
    sample = page("json").read_text(encoding="utf-8").split(FENCE)[1]
    return load("docs/formats/json.md", sample.removeprefix("json\n").encode())


def with_sample(format_: str, report: Report) -> str:
    """The page of a format as it should be: its text as it stands, its sample new.

    A page without the title of the sample shows it in another way, and stays.
    """
    text, title, _ = page(format_).read_text(encoding="utf-8").partition(TITLE)
    if not title:
        return text
    sample = render(report, format_)
    if format_ == "sarif":  # written without white space
        sample = json.dumps(json.loads(sample), indent=2, ensure_ascii=False) + "\n"
    if format_ == "html":  # one pair: the page with its style and script is long
        begin = sample.index('<article class="pair contradictory')
        sample = sample[begin : sample.index("</article>", begin)] + "</article>\n"
    return f"{text}{title}\n{FENCE}{LANGUAGES.get(format_, 'text')}\n{sample}{FENCE}\n"


if __name__ == "__main__":
    new = made()
    for name in FORMATS:
        page(name).write_text(with_sample(name, new), encoding="utf-8")
