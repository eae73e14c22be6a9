"""What is written into a repository that begins: configuration, and a workflow for its platform."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from importlib.resources import files

from checker.config import FILE, PairRule
from checker.starter.origin import Origin


class Platform(StrEnum):
    """Who runs the check."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


WORKFLOW = ".github/workflows/checker.yml"
GITLAB_JOB = ".gitlab/checker.yml"
GITLAB = ".gitlab-ci.yml"
GITLAB_INCLUDE = f"include:\n  - local: {GITLAB_JOB}\n"

_EXAMPLE = """
# Which copies are compared with which sources. Nothing was found that looks like it; for example:
#
# [[pairs]]
# republished = "content/{name}.md"
# source = "upstream/{name}.md"
#
# or, for copies whose front matter names the source:
#
# [[pairs]]
# republished = "content/**/*.md"
# source-key = "source_url"
"""


def configuration(rules: Sequence[PairRule]) -> str:
    """Return a checker.toml."""
    head = (
        f"# {FILE}: what checker ci compares, and what fails. checker doctor shows every key.\n"
        'judge = "embedded"\n'
        'fail-on = ["distorted"]  # also: contradictory, unsupported, omitted, never\n'
    )
    return head + ("".join(_rule(rule) for rule in rules) or _EXAMPLE)


def _rule(rule: PairRule) -> str:
    lines = ["", "[[pairs]]", f"republished = {_quoted(rule.republished)}"]
    if rule.source is not None:
        lines.append(f"source = {_quoted(rule.source)}")
    if rule.source_key is not None:
        lines.append(f"source-key = {_quoted(rule.source_key)}")
    if rule.missing_source != "error":
        lines.append(f"missing-source = {_quoted(rule.missing_source)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a text as TOML and YAML read it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def for_platform(platform: Platform, origin: Origin, *, branch: str) -> Iterator[tuple[str, str]]:
    """Return the files that make a platform run the check, each with its path from the root.

    Args:
        branch: The default branch, on which everything is compared.
    """
    match platform:
        case Platform.GITHUB:
            yield WORKFLOW, _workflow(origin, branch)
        case Platform.GITLAB:
            template = (files("checker") / "starter" / "gitlab.yml").read_text(encoding="utf-8")
            empty = 'CHECKER_PACKAGE: ""'
            yield GITLAB_JOB, template.replace(empty, f"CHECKER_PACKAGE: {_quoted(origin.package)}", 1)
            yield GITLAB, GITLAB_INCLUDE
        case Platform.NONE:
            pass


def _workflow(origin: Origin, branch: str) -> str:
    return f"""# Compares copies with their sources: a pull request what it changed, {branch} everything.
name: checker
on:
  pull_request:
  push:
    branches: [{_quoted(branch)}]
permissions:
  contents: read
  security-events: write  # findings go to code scanning
jobs:
  checker:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0  # to know what a pull request changed
""" + (_by_action(origin.action) if origin.action else _by_pip(origin.package))


_BASE = "${{ github.event.pull_request.base.sha }}"
"""Empty where there is no pull request: everything is compared then."""


def _by_action(action: str) -> str:
    return f"""      - uses: {action}
        with:
          changed-since: {_BASE}
          upload-sarif: "true"
"""


def _by_pip(package: str) -> str:
    return f"""      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - name: Install checker
        env:
          # What pip installs checker from: a git address such as git+https://HOST/GROUP/checker@TAG, or a wheel.
          CHECKER_PACKAGE: {_quoted(package)}
        run: python -m pip install --quiet "${{CHECKER_PACKAGE:?Set it to what pip installs checker from}}"
      - name: Compare
        env:
          CHANGED_SINCE: {_BASE}
        run: checker ci ${{CHANGED_SINCE:+--changed-since "$CHANGED_SINCE"}} -f github -f sarif:checker.sarif
      - uses: github/codeql-action/upload-sarif@v4
        if: ${{{{ !cancelled() && hashFiles('checker.sarif') != '' }}}}
        continue-on-error: true  # a pull request from a fork may not upload
        with:
          sarif_file: checker.sarif
          category: checker
"""
