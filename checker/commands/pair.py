"""`checker pair SOURCE REPUBLISHED`: only which passages correspond."""

from checker.commands.options import (
    MAX_BYTES,
    CopyName,
    Language,
    MaxBytes,
    PairFormats,
    SourceName,
    read_both,
)


def pair(
    source: SourceName,
    republished: CopyName,
    formats: PairFormats = None,
    language: Language = "en",
    max_bytes: MaxBytes = MAX_BYTES,
) -> None:
    """Show which passages of two texts correspond, without judging them."""
    from checker.output import parse_targets, write
    from checker.pipeline import run_pairing
    from checker.reports.pairing import FORMATS, render

    targets = parse_targets(formats or [], formats=FORMATS)
    articles = read_both(source, republished, language=language, max_bytes=max_bytes)
    pairs = run_pairing(*articles)
    for target in targets:
        write(target, render(*articles, pairs, target.format))
