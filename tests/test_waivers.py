import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import clock
from checker.waivers import Waiver, WaiverError, added, fingerprint_of, load, parse
from tests.program import Run, one_line

ONE, TWO = "0123456789abcdef", "fedcba9876543210-2"
FILE = f"""# About the wire.
[{ONE}]
reason = "agreed"
author = "Ana"
until = 2026-12-31

# About the agency.
["{TWO}"]
reason = \"\"\"
two
lines\"\"\"
author = 'Bo'
until = 2027-01-31
"""


def waiver(
    fingerprint: str = ONE, reason: str = "new", author: str = "Cy", until: date = date(2028, 1, 1)
) -> Waiver:
    return Waiver(fingerprint=fingerprint, reason=reason, author=author, until=until)


def test_a_file_is_read() -> None:
    assert parse(FILE, "w.toml") == {
        ONE: waiver(ONE, "agreed", "Ana", date(2026, 12, 31)),
        TWO: waiver(TWO, "two\nlines", "Bo", date(2027, 1, 31)),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(FILE + FILE, f"{ONE} is waived twice", id="twice"),
        pytest.param(
            f"[{ONE}]\nauthor = 'A'\nuntil = 2027-01-01", f"w.toml: {ONE} has no reason", id="no reason"
        ),
        pytest.param(
            f"[{ONE}]\nreason = ' '\nauthor = 'A'\nuntil = 2027-01-01", "has no reason", id="empty reason"
        ),
        pytest.param(f"[{ONE}]\nreason = 'x'\nuntil = 2027-01-01", "has no author", id="no author"),
        pytest.param(f"[{ONE}]\nreason = 'x'\nauthor = 'A'", "has no end", id="no end"),
        pytest.param(
            f"[{ONE}]\nreason = 'x'\nauthor = 'A'\nuntil = '2027-01-01'", "has no end", id="a quoted day"
        ),
        pytest.param(
            f"[{ONE}]\nreason = 'x'\nauthor = 'A'\nuntil = 2027-01-01T00:00:00", "has no end", id="a time"
        ),
        pytest.param(FILE.replace("reason", "raeson", 1), "there is no key 'raeson'", id="a slip"),
        pytest.param("[p5]\nreason = 'x'", "p5 is not a fingerprint", id="no fingerprint"),
        pytest.param("reason = 'x'", "reason is not a fingerprint", id="outside a table"),
        pytest.param("[", "is not valid TOML", id="no TOML"),
    ],
)
def test_what_is_no_waiver_is_refused(text: str, message: str) -> None:
    with pytest.raises(WaiverError) as error:
        parse(text, "w.toml")

    assert message in str(error.value)
    assert error.value.hint


@pytest.mark.parametrize(
    "word",
    [
        ONE,
        f" {ONE.upper()} ",
        f"{ONE}:unit",
        f"{ONE}:unit:2",
        f"report.html#f-{ONE}",
        f"https://x.example/r/a.html#f-{ONE}",
    ],
)
def test_an_id_is_taken_however_a_report_gives_it(word: str) -> None:
    assert fingerprint_of(word) == ONE


@pytest.mark.parametrize("word", ["p34", "", ONE[:-1], f"{ONE}0", "x" * 16, f"{ONE}-", "nothing-to-compare"])
def test_what_is_no_id_is_refused(word: str) -> None:
    with pytest.raises(WaiverError, match="is not a fingerprint"):
        fingerprint_of(word)


def test_a_new_waiver_stands_at_the_end_and_the_rest_stays() -> None:
    text = added(FILE, [waiver("aaaaaaaaaaaaaaaa")])

    assert text.startswith(FILE)
    assert list(parse(text, "w.toml")) == [ONE, TWO, "aaaaaaaaaaaaaaaa"]


def test_a_renewed_waiver_takes_the_place_of_the_old_one_and_comments_stay() -> None:
    text = added(FILE, [waiver(ONE), waiver(TWO)])

    assert parse(text, "w.toml") == {ONE: waiver(ONE), TWO: waiver(TWO)}
    assert "# About the wire.\n" in text
    assert "# About the agency.\n" in text
    assert "agreed" not in text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_reason_is_read_as_it_was_written(reason: str) -> None:
    assert parse(added("", [waiver(reason=reason)]), "w.toml") == {ONE: waiver(reason=reason)}


def test_a_waiver_holds_through_its_last_day() -> None:
    assert waiver(until=date(2027, 1, 1)).holds(date(2027, 1, 1))
    assert not waiver(until=date(2027, 1, 1)).holds(date(2027, 1, 2))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    return tmp_path


def test_waive_writes_a_file_that_can_be_read(project: Path, run: Run) -> None:
    done = run(
        "waive", ONE, f"{TWO}:unit", "--reason", ' "so" ', "--until", "2026-11-24", "--author", "Ana Ruiz"
    )

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{ONE} is waived until 2026-11-24 (checker.waivers.toml)",
        f"{TWO} is waived until 2026-11-24 (checker.waivers.toml)",
    ]
    found = load(project / "checker.waivers.toml")
    assert found[TWO] == waiver(TWO, '"so"', "Ana Ruiz", date(2026, 11, 24))


@pytest.mark.usefixtures("project")
def test_the_author_is_who_git_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in {"COUNT": "1", "KEY_0": "user.name", "VALUE_0": "Bo Lind"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{key}", value)

    run("waive", ONE, "--reason", "x", "--until", "2027-01-01")

    assert load(Path("checker.waivers.toml"))[ONE].author == "Bo Lind"


@pytest.mark.usefixtures("project")
def test_the_file_stands_where_the_configuration_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("checker.toml").write_text('waivers = "ci/accepted.toml"\n')
    Path("ci").mkdir()
    Path("deep").mkdir()
    monkeypatch.chdir("deep")

    assert run("waive", ONE, "--reason", "x", "--until", "2027-01-01", "--author", "A").code == 0

    assert load(Path("../ci/accepted.toml"))


@pytest.mark.usefixtures("project")
def test_a_waiver_that_holds_is_replaced_only_when_asked(run: Run) -> None:
    first = ("waive", ONE, "--author", "Ana", "--reason")
    assert run(*first, "one", "--until", "2027-01-01").code == 0

    refused = run(*first, "two", "--until", "2027-06-01")
    assert refused.code == 2
    assert f"{ONE} is waived already, until 2027-01-01 by Ana" in refused.err
    assert load(Path("checker.waivers.toml"))[ONE].reason == "one"

    assert run(*first, "two", "--until", "2027-06-01", "--replace").code == 0
    assert load(Path("checker.waivers.toml"))[ONE].reason == "two"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param((ONE, "--until", "2027-01-01"), "--reason", id="no reason"),
        pytest.param(
            (ONE, "--reason", " ", "--until", "2027-01-01"), "A waiver needs a reason", id="empty reason"
        ),
        pytest.param((ONE, "--reason", "x"), "--until", id="no end"),
        pytest.param((ONE, "--reason", "x", "--until", "soon"), "'soon' is not a date", id="no date"),
        pytest.param((ONE, "--reason", "x", "--until", "2026-11-23"), "2026-11-23 is over", id="a past day"),
        pytest.param(
            (ONE, "--reason", "x", "--until", "2027-01-01", "--author", ""), "needs an author", id="nobody"
        ),
        pytest.param(
            ("p5", "--reason", "x", "--until", "2027-01-01"), "'p5' is not a fingerprint", id="a number"
        ),
        pytest.param(
            (ONE, "--reason", "x", "--until", "2027-01-01", "--waivers", "no/w.toml"),
            "Cannot write no/w.toml",
            id="path",
        ),
        pytest.param(
            (ONE, "--reason", "x", "--until", "2027-01-01", "--waivers", "broken.toml"),
            "is not valid TOML",
            id="broken",
        ),
    ],
)
def test_bad_input_gets_one_clear_line_and_changes_nothing(
    project: Path, run: Run, arguments: tuple[str, ...], message: str
) -> None:
    (project / "broken.toml").write_text("[")

    done = run("waive", *arguments)

    assert (done.code, done.out) == (2, "")
    assert one_line(done)
    assert message in done.err
    assert sorted(path.name for path in project.iterdir()) == [".git", "broken.toml"]


def test_the_example_in_the_documentation_is_valid() -> None:
    text = (Path(__file__).resolve().parents[1] / "docs" / "ci.md").read_text(encoding="utf-8")

    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)

    assert parse(example, "docs/ci.md")["c991973981941418"].author == "Ana Ruiz"
