"""Reads what the configuration says is accepted: the file of waivers and the baseline."""

from checker import clock
from checker.acceptance import Accepted, listed_in
from checker.config import Configuration
from checker.reading.files import load as load_bytes
from checker.reports.load import load_run
from checker.waivers import load as load_waivers

MAX_REPORT_BYTES = 500_000_000


def accepted(configuration: Configuration) -> Accepted:
    """Return what fails nothing by the user's own decision, as of today.

    Raises:
        CheckerError: A file that is named is missing or broken. Only the default file of waivers may be absent.
    """
    waivers = configuration.path("waivers")
    optional = configuration.origins["waivers"].name == "default"
    baseline = configuration.path("baseline")
    return Accepted(
        today=clock.today(),
        waivers=load_waivers(waivers) if waivers and not (optional and not waivers.exists()) else {},
        baseline=frozenset()
        if baseline is None
        else listed_in(
            load_run(str(baseline), load_bytes(str(baseline), limit_bytes=MAX_REPORT_BYTES)).reports
        ),
    )
