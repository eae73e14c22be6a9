"""What is suggested for a repository, from the files that are there."""

from pathlib import Path

import pytest

from checker.ci.listing import listed
from checker.config import Place
from checker.starter.suggestion import suggested

NAMED = "---\nsource_url: https://wire.example/a\n---\n\nText.\n"
LOCAL = "+++\nsource = '../wire/a.md'\n+++\n\nText.\n"
LOOSE = "---\nsource: The wire agency\n---\n\nText.\n"


def written(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        pytest.param(
            {"content/a.md": "", "upstream/a.md": ""},
            [("content/{name}.md", "upstream/{name}.md", "error")],
            id="two folders",
        ),
        pytest.param(
            {"news/content/a/b.html": "", "news/originals/a/b.html": ""},
            [("news/content/{name:path}.html", "news/originals/{name}.html", "error")],
            id="folders within two folders",
        ),
        pytest.param(
            {"content/a.md": "", "content/own.md": "", "upstream/a.md": ""},
            [("content/{name}.md", "upstream/{name}.md", "skip")],
            id="articles of one's own",
        ),
        pytest.param(
            {"es/a.md": "", "fr/a.md": "", "source/a.md": "", "source/b.md": ""},
            [("es/{name}.md", "source/{name}.md", "error"), ("fr/{name}.md", "source/{name}.md", "error")],
            id="several folders of copies",
        ),
        pytest.param(
            {"content/x/a.md": NAMED, "content/y/b.md": NAMED, "content/own.md": ""},
            [("content/**/*.md", "key source_url", "error")],
            id="front matter with an address",
        ),
        pytest.param(
            {"posts/a.md": LOCAL, "wire/a.md": ""},
            [("posts/**/*.md", "key source", "error"), ("posts/{name}.md", "wire/{name}.md", "error")],
            id="front matter and folders agree",
        ),
        pytest.param(
            {"a.md": NAMED}, [("**/*.md", "key source_url", "error")], id="front matter at the root"
        ),
        pytest.param({"a.md": LOOSE}, [], id="a source that leads nowhere"),
        pytest.param(
            {"case/source.txt": "", "case/copy.txt": ""},
            [("case/copy.txt", "case/source.txt", "error")],
            id="two files",
        ),
        pytest.param({"content/a.md": "", "docs/a.md": ""}, [], id="folders that say nothing"),
        pytest.param({"node_modules/content/a.md": "", "node_modules/source/a.md": ""}, [], id="of others"),
        pytest.param({".cache/content/a.md": "", ".cache/source/a.md": ""}, [], id="hidden"),
        pytest.param({}, [], id="nothing"),
    ],
)
def test_suggestions(tmp_path: Path, files: dict[str, str], rules: list[tuple[str, str, str]]) -> None:
    found = suggested(written(tmp_path, files))

    assert [
        (rule.republished, rule.source or f"key {rule.source_key}", rule.missing_source) for rule in found
    ] == rules
    if found:  # what is suggested works
        assert listed(found, Place(name="checker.toml", folder=tmp_path), limit_bytes=10_000)


def test_what_only_a_few_files_do_is_not_suggested(tmp_path: Path) -> None:
    many = {f"{folder}/{number}.md": "" for folder in ("content", "upstream") for number in range(30)}

    [rule] = suggested(written(tmp_path, {**many, "blog/a.md": NAMED}))

    assert rule.source == "upstream/{name}.md"
