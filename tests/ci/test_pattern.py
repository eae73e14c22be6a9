from pathlib import Path

import pytest

from checker.ci.pattern import PatternError, filled, found, names

FILES = (
    "content/a.md",
    "content/b.md",
    "content/b.txt",
    "content/de/a.md",
    "content/de/news/c.md",
    "content/.hidden.md",
    "content/[x] y?.md",
    "other/a.md",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "content" / "folder.md").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("content/a.md", {"content/a.md": {}}, id="a path is a pattern"),
        pytest.param("./content//a.md", {"content/a.md": {}}, id="written in another way"),
        pytest.param(
            "content/{name}.md",
            {
                "content/[x] y?.md": {"name": "[x] y?"},
                "content/a.md": {"name": "a"},
                "content/b.md": {"name": "b"},
            },
            id="a name stands for a part of one folder's names",
        ),
        pytest.param(
            "content/{name}.{kind}",
            {
                "content/[x] y?.md": {"name": "[x] y?", "kind": "md"},
                "content/a.md": {"name": "a", "kind": "md"},
                "content/b.md": {"name": "b", "kind": "md"},
                "content/b.txt": {"name": "b", "kind": "txt"},
            },
            id="two names",
        ),
        pytest.param("{where}/{where}.md", {}, id="the same name twice is the same text"),
        pytest.param("{a}/de/{a}.md", {}, id="also across folders"),
        pytest.param(
            "content/de/**/*.md", {"content/de/a.md": {}, "content/de/news/c.md": {}}, id="any folders"
        ),
        pytest.param("content/de/**", {"content/de/a.md": {}, "content/de/news/c.md": {}}, id="all below"),
        pytest.param(
            "content/{rest:path}.txt", {"content/b.txt": {"rest": "b"}}, id="a path may be one name long"
        ),
        pytest.param(
            "content/de/{rest:path}.md",
            {"content/de/a.md": {"rest": "a"}, "content/de/news/c.md": {"rest": "news/c"}},
            id="or go through folders",
        ),
        pytest.param("content/[x] y?.md", {"content/[x] y?.md": {}}, id="brackets stand for themselves"),
        pytest.param("content/nothing*.md", {}, id="nothing"),
    ],
)
def test_patterns_find_files(folder: Path, pattern: str, expected: dict[str, dict[str, str]]) -> None:
    assert {
        path.relative_to(folder).as_posix(): dict(values) for path, values in found(pattern, folder)
    } == expected


def test_a_pattern_may_be_absolute_or_lead_upwards(folder: Path) -> None:
    assert [path for path, _ in found(f"{folder}/other/*.md", Path())] == [folder / "other/a.md"]
    assert [path.resolve() for path, _ in found("../other/{n}.md", folder / "content")] == [
        folder / "other/a.md"
    ]


@pytest.mark.parametrize("pattern", ["content/{name.md", "content/name}.md", "content/{}.md", "{a b}.md"])
def test_a_single_brace_is_refused(folder: Path, pattern: str) -> None:
    with pytest.raises(PatternError, match="stands alone"):
        list(found(pattern, folder))


def test_names_are_filled_in() -> None:
    assert (
        filled("up/{name}/{rest:path}-{name}.html", {"name": "{rest}", "rest": "b/c"})
        == "up/{rest}/b/c-{rest}.html"
    )
    assert names("up/{name}/{rest:path}") == {"name", "rest"}
