"""`checker pair SOURCE REPUBLISHED`: only which passages correspond."""

from checker.commands.options import (
    AllowPrivateHosts,
    Config,
    CopyName,
    ExplainPair,
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
    explain: ExplainPair = None,
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
    from checker.reports.pairing_reasons import EXPLAIN_FORMATS, render_reasons

    settings = load(
        {
            "language": language,
            "max_bytes": max_bytes,
            "fetch_timeout": fetch_timeout,
            "allow_private_hosts": allow_private_hosts,
        },
        file=config,
    ).settings
    targets = parse_targets(formats or [], formats=EXPLAIN_FORMATS if explain else FORMATS)
    articles = read_both(source, republished, settings)
    pairs = run_pairing(*articles)
    for target in targets:
        text = (
            render_reasons(*articles, pairs, explain, target.format)
            if explain
            else render(*articles, pairs, target.format)
        )
        write(target, text)
