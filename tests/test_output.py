import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.output import Target, line_writer, parse_targets, write

FORMATS = ("terminal", "json")


def test_the_first_format_is_the_default() -> None:
    assert parse_targets([], formats=FORMATS) == (Target(format="terminal"),)


def test_a_path_may_contain_colons(tmp_path: Path) -> None:
    assert parse_targets([f"json:{tmp_path}/a:b.json"], formats=FORMATS)[0].path == tmp_path / "a:b.json"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        pytest.param(["jsn"], "Did you mean json?", id="a slip"),
        pytest.param(["yaml"], "Choose from terminal, json.", id="unknown"),
        pytest.param(["json:"], "names no file", id="no path"),
        pytest.param(["json", "terminal"], "standard output", id="two on standard output"),
        pytest.param(["json:{tmp}/a", "terminal:{tmp}/a"], "same file", id="two into one file"),
        pytest.param(["json:{tmp}"], "it is a folder", id="a folder"),
        pytest.param(["json:{tmp}/no/a.json"], "does not exist", id="no such folder"),
    ],
)
def test_impossible_targets_are_refused_before_the_work(
    values: list[str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(CheckerError) as error:
        parse_targets([value.format(tmp=tmp_path) for value in values], formats=FORMATS)

    assert message in f"{error.value} {error.value.hint}"


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    write(Target(format="json", path=path), "näw\n")

    assert path.read_bytes() == "näw\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("old")

    def write_half() -> None:
        with line_writer(Target(format="jsonl", path=path)) as emit:
            emit({"id": 1})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which this system does not have")
def test_a_full_disk_is_one_clear_error() -> None:
    code = "from checker.output import *; write(Target(format='json'), 'x')"

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert "OutputError: Cannot write standard output: No space left on device." in done.stderr


def test_a_reader_that_has_gone_is_no_error() -> None:
    code = "from checker.output import *; print(write_out('x' * 10**6), file=__import__('sys').stderr)"
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)

    assert (done.returncode, done.stderr.strip()) == (0, "False")
