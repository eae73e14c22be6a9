"""`checker pair SOURCE REPUBLISHED`: only which passages correspond."""

from checker.commands.options import (
    Config,
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
    language: Language = None,
    max_bytes: MaxBytes = None,
    config: Config = None,
) -> None:
    """Show which passages of two texts correspond, without judging them."""
    from checker.config import load
    from checker.output import parse_targets, write
    from checker.pipeline import run_pairing
    from checker.reports.pairing import FORMATS, render

    settings = load({"language": language, "max_bytes": max_bytes}, file=config).settings
    targets = parse_targets(formats or [], formats=FORMATS)
    articles = read_both(source, republished, language=settings.language, max_bytes=settings.max_bytes)
    pairs = run_pairing(*articles)
    for target in targets:
        write(target, render(*articles, pairs, target.format))
