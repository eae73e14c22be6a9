"""What the README promises in its first lines is what is run."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)```", README, re.MULTILINE | re.DOTALL)


def test_the_first_two_commands_set_up_and_do_the_job() -> None:
    audit, test = BLOCKS[:2]

    assert audit.strip().startswith("python3 -m venv .venv && ")
    assert audit.strip().endswith(".venv/bin/checker audit examples/source.md examples/republished.md")
    assert test.strip().endswith(".venv/bin/pytest -n auto")


def test_continuous_integration_runs_the_second_command() -> None:
    assert f"\n{BLOCKS[1].strip()}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_file_that_the_readme_links_to_exists() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
