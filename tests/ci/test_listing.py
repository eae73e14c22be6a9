from pathlib import Path

import pytest

from checker.ci.listing import Comparison, listed
from checker.config import ConfigError, PairRule, Place


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "upstream/a.md": "A.",
        "upstream/b.md": "B.",
        "content/a.md": "---\nsource_url: ../upstream/a.md\n---\nA.",
        "content/b.md": "---\nsource_url: https://wire.example/b\n---\nB.",
        "content/own.md": "Ours.",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pairs_of(*rules: dict[str, str], folder: str = "") -> list[tuple[str, str]]:
    place = Place(name="checker.toml", folder=Path(folder))
    found = listed([PairRule(**rule) for rule in rules], place, limit_bytes=1000)  # type: ignore[arg-type]
    assert not any(comparison.problem for comparison in found)
    return [(comparison.source, comparison.republished) for comparison in found]


@pytest.mark.usefixtures("project")
def test_by_list_by_pattern_and_by_front_matter_each_pair_once() -> None:
    assert pairs_of(
        {"republished": "content/b.md", "source": "upstream/b.md"},
        {"republished": "content/{name}.md", "source": "upstream/{name}.md", "missing_source": "skip"},
        {"republished": "content/*.md", "source_key": "source_url"},
    ) == [
        ("upstream/b.md", "content/b.md"),
        ("upstream/a.md", "content/a.md"),
        ("https://wire.example/b", "content/b.md"),
    ]


@pytest.mark.usefixtures("project")
def test_a_source_may_be_an_address() -> None:
    assert pairs_of({"republished": "content/{name}.md", "source": "https://wire.example/{name}.html"})[
        0
    ] == (
        "https://wire.example/a.html",
        "content/a.md",
    )


def test_paths_count_from_the_configuration_and_are_named_from_here(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "content")

    assert pairs_of({"republished": "content/a.md", "source": "upstream/a.md"}, folder="..") == [
        ("../upstream/a.md", "a.md")
    ]
    assert pairs_of({"republished": "content/*.md", "source_key": "source_url"}, folder="..")[0] == (
        "../upstream/a.md",
        "a.md",
    )


@pytest.mark.usefixtures("project")
def test_a_missing_source_stays_in_the_list_unless_the_rule_says_otherwise() -> None:
    rule = {"republished": "content/{name}.md", "source": "upstream/{name}.md"}

    assert ("upstream/own.md", "content/own.md") in pairs_of(rule)
    assert "content/own.md" not in [copy for _, copy in pairs_of({**rule, "missing_source": "skip"})]


def test_front_matter_that_cannot_be_read_is_a_problem_and_not_a_gap(project: Path) -> None:
    (project / "content/a.md").write_text("---\nsource_url: [x]\n---\n")
    (project / "content/b.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    rule = PairRule(republished="content/*.md", source_key="source_url")

    broken, picture = listed([rule], Place(name="x", folder=Path()), limit_bytes=1000)

    assert broken == Comparison(
        source="source_url", republished="content/a.md", problem="source_url is not a text in one line"
    )
    assert picture.problem.startswith("content/b.md: ")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("rules", "message"),
    [
        pytest.param([], "The configuration lists no pairs", id="none"),
        pytest.param(
            [{"republished": "contnt/*.md", "source": "upstream/a.md"}],
            "checker.toml: pairs, entry 1: 'contnt/*.md' matches no file",
            id="no copy",
        ),
        pytest.param(
            [
                {"republished": "content/a.md", "source": "upstream/a.md"},
                {"republished": "content/c.md", "source": "upstream/c.md"},
            ],
            "entry 2: 'content/c.md' matches no file",
            id="no copy for one of two rules",
        ),
        pytest.param(
            [{"republished": "upstream/*.md", "source_key": "source_url"}],
            "no file that 'upstream/*.md' matches has the key 'source_url'",
            id="no front matter",
        ),
        pytest.param(
            [{"republished": "content/{name}.md", "source": "up/{name}.md", "missing_source": "skip"}],
            "no file that 'content/{name}.md' matches has a source",
            id="all skipped",
        ),
        pytest.param(
            [{"republished": "content/{name}.md", "source": "upstream/{nam}.md"}],
            "source has {nam}, which republished has not",
            id="unknown name",
        ),
        pytest.param(
            [{"republished": "content/{name.md", "source": "upstream/a.md"}],
            "'{' stands alone",
            id="single brace",
        ),
        pytest.param(
            [{"republished": "content/{name}.md", "source": "content/{name}.md"}],
            "content/a.md would be compared with itself",
            id="itself",
        ),
    ],
)
def test_rules_that_check_nothing_are_refused(rules: list[dict[str, str]], message: str) -> None:
    with pytest.raises(ConfigError) as error:
        pairs_of(*rules)

    assert message in str(error.value)
