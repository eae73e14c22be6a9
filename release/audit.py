"""Asks whether a dependency of the release has a known hole: `make audit`.

pip-audit takes a package that its source does not know for one that needs no audit, also where the source is not there
at all. A check that could not look is no pass: then this says that it was skipped, or which packages were not found.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

OWN = "checker"
SECONDS = 300


def verdict(dependencies: Sequence[Mapping[str, Any]]) -> tuple[int, str]:
    """Return exit code and message for what pip-audit found.

    Args:
        dependencies: The list of the same name in its JSON report.
    """
    others = [one for one in dependencies if one["name"] != OWN]
    unknown = [one["name"] for one in others if "skip_reason" in one]
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for one in others
        for hole in one.get("vulns", ())
    ]
    if holes:
        return 1, "\n".join([f"dependency audit FAILED: {len(holes)} known holes", *holes])
    if not others or len(unknown) == len(others):
        return 0, f"dependency audit SKIPPED: the source of advisories knows none of {len(others)} packages"
    if unknown:
        return 1, f"dependency audit FAILED: nothing is known about {', '.join(unknown)}"
    return 0, f"dependency audit passed: {len(others)} packages without a known hole"


def main(site_packages: str) -> int:
    """Audit what is installed there."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--path",
        site_packages,
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        sys.stdout.write("dependency audit SKIPPED: the source of advisories did not answer in time\n")
        return 0
    try:
        dependencies = json.loads(done.stdout)["dependencies"]
    except ValueError:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        if "ConnectionError" in done.stderr or "Timeout" in done.stderr:
            sys.stdout.write(
                f"dependency audit SKIPPED: no source of advisories is reachable: {reason[0][:200]}\n"
            )
            return 0
        sys.stdout.write(f"dependency audit FAILED: pip-audit itself did: {reason[0][:200]}\n")
        return 1
    code, message = verdict(dependencies)
    sys.stdout.write(f"{message}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
