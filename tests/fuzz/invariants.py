"""What holds for every article, every pairing and every report, whatever they were made of."""

import json
from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from lxml import html

from checker.domain import Article, Outcome, Pair, Passage, Place, Quote, Report, Verdict
from checker.reports import FORMATS, render
from checker.reports.load import load


def check_article(article: Article) -> None:
    """Blocks are in order and within the text; the way back to the file stays within the file."""
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        end = block.end
    size, last = len(article.raw), 0
    for block in article.blocks:
        start, stop = article.in_file(block.start, block.end)
        assert last <= start <= stop <= size
        last = start
    article.raw.encode()
    article.text.encode()


def check_passages(article: Article, found: Sequence[Passage]) -> None:
    """Passages are in order, stand where they say, and leave out nothing but what is not written with letters."""
    end = 0
    for number, passage in enumerate(found):
        assert passage.index == number
        assert end <= passage.start < passage.end
        assert article.text[passage.start : passage.end] == passage.text
        end = passage.end
    covered = Counter("".join(passage.text for passage in found))
    wanted = Counter("".join(article.text[block.start : block.end] for block in article.blocks))
    assert not {sign for sign in wanted - covered if not sign.isspace()}


def check_pairs(source: Sequence[Passage], republished: Sequence[Passage], pairs: Sequence[Pair]) -> None:
    """Each passage is in exactly one pair."""
    assert sorted(p.index for pair in pairs for p in pair.source) == [p.index for p in source]
    assert sorted(p.index for pair in pairs for p in pair.republished) == [p.index for p in republished]
    assert all(pair.source or pair.republished for pair in pairs)
    assert all(0 <= pair.score <= 1 for pair in pairs)
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert not any(
        p.furniture and len(pair.source + pair.republished) > 1 for pair in pairs for p in pair.source
    )


def check_outcomes(source: Article, republished: Article, outcomes: Sequence[Outcome]) -> None:
    """Every word that a verdict names stands where it says, and every figure is a probability."""
    for verdict in outcomes:
        if not isinstance(verdict, Verdict):
            continue
        assert verdict.confidence is None or 0 <= verdict.confidence <= 1
        for finding in verdict.findings:
            assert finding.source or finding.republished
            for span, article in ((finding.source, source), (finding.republished, republished)):
                assert span is None or article.text[span.start : span.end] == span.quote != ""


def check_report(source: Article, republished: Article, report: Report) -> None:
    """Every place and every quote leads to itself, by offset and by line and column."""
    for pair in report.pairs:
        for side, article in ((pair.source, source), (pair.republished, republished)):
            for place in side:
                _check_position(article, place)
        for finding in pair.findings:
            for quote, article in ((finding.source, source), (finding.republished, republished)):
                if quote:
                    assert article.raw[quote.start : quote.end] == quote.quote
                    _check_position(article, quote)
    assert sum(report.counts.values()) == len(report.pairs)
    assert (report.verdict == "fail") == any(pair.fails for pair in report.pairs)


def _check_position(article: Article, found: Place | Quote) -> None:
    assert 0 <= found.start <= found.end <= len(article.raw)
    for offset, line, column in (
        (found.start, found.line, found.column),
        (found.end, found.end_line, found.end_column),
    ):
        before = article.raw[:offset]
        assert (line, column) == (before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def check_renderers(report: Report) -> None:
    """Every format can be written, and is what it says it is; JSON says all of it."""
    written = {format_: render(report, format_, verbose=True) for format_ in FORMATS}
    for text in written.values():
        text.encode()
    assert load("run.json", written["json"].encode()) == report
    assert len([json.loads(line) for line in written["jsonl"].splitlines()]) == len(report.pairs) + 1
    json.loads(written["sarif"])
    json.loads(written["gitlab"])
    ET.fromstring(written["junit"])
    html.document_fromstring(written["html"])
    render(report, "terminal", color=True, interactive=True)
