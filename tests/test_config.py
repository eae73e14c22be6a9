import re
import tomllib
from pathlib import Path

import pytest

from checker.config import ConfigError, Settings, load
from checker.domain import Kind, Severity


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, in which the test stands."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_set_is_the_default() -> None:
    found = load()

    assert found.settings == Settings()
    assert {place.name for place in found.origins.values()} == {"default"}
    assert (found.files, found.folder) == ((), Path())


def test_the_nearest_place_decides_and_is_remembered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.checker]\njudge = "rules"\nlanguage = "de"\njobs = 4\nstrict = true\nmax-bytes = 5\n'
    )
    (project / "checker.toml").write_text('language = "fr"\njobs = 3\nstrict = false\n')
    monkeypatch.setenv("CHECKER_JOBS", "2")
    monkeypatch.setenv("CHECKER_STRICT", "yes")

    found = load({"strict": False, "language": None})

    settings = found.settings
    assert (settings.judge, settings.language, settings.jobs, settings.strict, settings.max_bytes) == (
        "rules",
        "fr",
        2,
        False,
        5,
    )
    assert {key: found.origins[key].name for key in ("judge", "language", "jobs", "strict", "fail_on")} == {
        "judge": "pyproject.toml",
        "language": "checker.toml",
        "jobs": "environment",
        "strict": "option",
        "fail_on": "default",
    }
    assert found.files == (Path("checker.toml"), Path("pyproject.toml"))


def test_files_are_looked_for_upwards_but_not_beyond_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = project / "repository" / "docs" / "deep"
    inner.mkdir(parents=True)
    (project / "checker.toml").write_text("jobs = 9\n")
    (inner.parent.parent / ".git").mkdir()
    (inner.parent / "pyproject.toml").write_text("[project]\nname = 'not about checker'\n")
    (inner.parent.parent / "pyproject.toml").write_text("[tool.checker]\nlanguage = 'de'\n")
    monkeypatch.chdir(inner)

    found = load()

    assert (found.settings.jobs, found.settings.language) == (0, "de")
    assert found.files == (Path("../../pyproject.toml"),)


def test_paths_count_from_where_they_were_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "checker.toml").write_text('baseline = "old/run.json"\n')
    (project / "docs").mkdir()
    monkeypatch.chdir(project / "docs")

    assert load().path("baseline") == Path("../old/run.json")
    assert load().path("waivers") == Path("../checker.waivers.toml")
    assert load({"baseline": "b.json", "waivers": "w.toml"}).path("baseline") == Path("b.json")


def test_a_named_file_takes_the_place_of_the_others(project: Path) -> None:
    (project / "checker.toml").write_text("jobs = 9\n")
    (project / "ci").mkdir()
    (project / "ci" / "other.toml").write_text("strict = true\n")
    (project / "ci" / "pyproject.toml").write_text("[tool.checker]\njobs = 5\n")

    assert load(file="ci/other.toml").settings == Settings(strict=True)
    assert load(file="ci/pyproject.toml").settings.jobs == 5
    assert load(file="ci/other.toml").folder == Path("ci")


def test_the_policy_is_made_of_it(project: Path) -> None:
    (project / "checker.toml").write_text(
        'fail-on = ["contradictory", "omitted"]\nfail_from = "major"\nreview-only = ["wording"]\n'
        '[severity]\nrole = "critical"\n'
    )

    policy = load().settings.policy()

    assert {label.value for label in policy.fail_on} == {"contradictory", "omitted"}
    assert (policy.fail_from, policy.review_only) == (Severity.MAJOR, frozenset({Kind.WORDING}))
    assert policy.severities[Kind.ROLE] is Severity.CRITICAL
    assert policy.severities[Kind.NUMBER] is Severity.MAJOR


def test_variables_take_lists_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_FAIL_ON", "Contradictory, omitted")
    monkeypatch.setenv("CHECKER_REVIEW_ONLY", "wording,role")
    monkeypatch.setenv("CHECKER_SEVERITY", '{"role": "major"}')
    monkeypatch.setenv("CHECKER_JUDGE", "")  # an action's input that was not given

    settings = load().settings

    assert settings.fail_on == ("contradictory", "omitted")
    assert settings.review_only == (Kind.WORDING, Kind.ROLE)
    assert settings.severity == {Kind.ROLE: Severity.MAJOR}
    assert settings.judge == "embedded"


def test_variables_that_mean_something_else_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_API_KEY", "x")
    monkeypatch.setenv("SPELLCHECKER_JOB", "x")

    assert load().settings == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            'jugde = "rules"', "checker.toml: there is no key 'jugde' Did you mean judge?", id="key"
        ),
        pytest.param('zzz = "rules"', "Choose from judge, fail-on,", id="a key like no other"),
        pytest.param("fail_onn = 1", "'fail-onn' Did you mean fail-on?", id="a longer key"),
        pytest.param(
            'judge = "rule"', "checker.toml: judge: there is no 'rule' Did you mean rules?", id="value"
        ),
        pytest.param(
            'fail-on = "distort"', "fail-on: there is no 'distort' Did you mean distorted?", id="level"
        ),
        pytest.param('fail-on = ""', "fail-on: there is no '' Choose from distorted,", id="empty level"),
        pytest.param(
            "[severity]\nnumbr = 'major'",
            "severity.numbr: there is no 'numbr' Did you mean number?",
            id="kind",
        ),
        pytest.param(
            "[severity]\nnumber = 'grave'",
            "severity.number: there is no 'grave' Choose from minor",
            id="severity",
        ),
        pytest.param("jobs = -1", "jobs: input should be greater than or equal to 0", id="number"),
        pytest.param("jobs = 'many'", "jobs: input should be a valid integer", id="type"),
        pytest.param("jobs =\n", "checker.toml: is not valid TOML: Invalid value (at line 1", id="syntax"),
        pytest.param(
            "[[pairs]]\nrepublished = 'a'\nsource='b'\n[[pairs]]\nrepublished = 'a'\nsorce = 'b'",
            "checker.toml: pairs, entry 2: there is no key 'sorce' Did you mean source?",
            id="key of a pair",
        ),
        pytest.param("[[pairs]]\nsource = 'b'", "pairs, entry 1.republished: is missing", id="half a pair"),
        pytest.param(
            "[[pairs]]\nrepublished = 'b'", "pairs, entry 1: give either source or source-key", id="no source"
        ),
        pytest.param(
            "[[pairs]]\nrepublished = 'b'\nsource = 'a'\nmissing-source = 'skpi'",
            "Did you mean skip?",
            id="choice",
        ),
    ],
)
def test_a_slip_is_one_clear_line(project: Path, text: str, message: str) -> None:
    (project / "checker.toml").write_text(text)

    with pytest.raises(ConfigError) as error:
        load()

    assert message in f"{error.value} {error.value.hint}"


DOCUMENTATION = (Path(__file__).resolve().parents[1] / "docs" / "configuration.md").read_text(
    encoding="utf-8"
)


def test_every_key_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| `?(.*?)`? \|", DOCUMENTATION, re.MULTILINE))
    written = "\n".join(f"{key} = {value}" for key, value in rows.items() if value != "none")

    assert {key.replace("-", "_") for key in rows} == set(Settings.model_fields)
    defaults = {key.replace("-", "_"): value for key, value in tomllib.loads(written).items()}
    assert defaults.pop("format") == ["terminal"]  # what no format means
    assert Settings(**defaults) == Settings()


def test_the_example_in_the_documentation_is_valid(project: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", DOCUMENTATION, re.DOTALL)
    (project / "checker.toml").write_text(example)

    settings = load().settings

    assert [rule.source_key for rule in settings.pairs] == [None, "source_url"]
    assert settings.severity == {Kind.ROLE: Severity.CRITICAL}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        pytest.param("CHECKER_FIAL_ON", "never", "Did you mean CHECKER_FAIL_ON?", id="name"),
        pytest.param("CHECKER_FAIL_ON", "nevr", "CHECKER_FAIL_ON: there is no 'nevr'", id="value"),
        pytest.param("CHECKER_SEVERITY", "role=major", "CHECKER_SEVERITY: is not valid JSON", id="no JSON"),
    ],
)
def test_a_slip_in_a_variable_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigError) as error:
        load()

    assert message in f"{error.value} {error.value.hint}"


def test_a_slip_in_an_option_is_said_as_the_user_wrote_it() -> None:
    with pytest.raises(ConfigError, match=r"^--fail-on: there is no 'omited'$"):
        load({"fail_on": "distorted,omited"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "No such file", id="missing"),
        pytest.param(b"\xff\xfe", "is not UTF-8", id="not UTF-8"),
    ],
)
def test_a_named_file_must_be_readable(project: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (project / "named.toml").write_bytes(content)

    with pytest.raises(ConfigError, match=message):
        load(file="named.toml")
