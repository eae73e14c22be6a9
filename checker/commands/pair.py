"""`checker pair SOURCE REPUBLISHED`: only which passages correspond."""

from checker.commands.options import (
    AllowPrivateHosts,
    Config,
    CopyName,
    FetchTimeout,
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
    fetch_timeout: FetchTimeout = None,
    allow_private_hosts: AllowPrivateHosts = None,
    config: Config = None,
) -> None:
    """Show which passages of two texts correspond, without judging them."""
    from checker.config import load
    from checker.output import parse_targets, write
    from checker.pipeline import run_pairing
    from checker.reports.pairing import FORMATS, render

    settings = load(
        {
            "language": language,
            "max_bytes": max_bytes,
            "fetch_timeout": fetch_timeout,
            "allow_private_hosts": allow_private_hosts,
        },
        file=config,
    ).settings
    targets = parse_targets(formats or [], formats=FORMATS)
    articles = read_both(source, republished, settings)
    pairs = run_pairing(*articles)
    for target in targets:
        write(target, render(*articles, pairs, target.format))
