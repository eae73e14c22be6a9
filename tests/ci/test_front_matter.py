import pytest

from checker.ci.front_matter import FrontMatterError, value_of


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        pytest.param("source_url: ../upstream/a.md", "../upstream/a.md", id="plain"),
        pytest.param("title: x\nsource_url:   a.md   # the wire", "a.md", id="with a comment"),
        pytest.param(
            "source_url: https://wire.example/a#top", "https://wire.example/a#top", id="a number sign"
        ),
        pytest.param('source_url: "a b.md" # c', "a b.md", id="double quotes"),
        pytest.param(r'source_url: "a\"b.md"', 'a"b.md', id="escaped"),
        pytest.param("source_url: 'it''s.md'", "it's.md", id="single quotes"),
        pytest.param('"source_url": a.md', "a.md", id="a quoted key"),
        pytest.param("source_url : a.md", "a.md", id="space before the colon"),
        pytest.param("nested:\n  source_url: a.md", None, id="not at the top"),
        pytest.param("my_source_url: a.md", None, id="another key"),
        pytest.param("source_url:a.md", None, id="no key without a space"),
        pytest.param("source_url:\ntitle: x", None, id="empty"),
        pytest.param("source_url: null", None, id="null"),
        pytest.param("source_url: ~", None, id="null, shortly"),
        pytest.param('source_url: ""', None, id="an empty text"),
        pytest.param("title: x", None, id="absent"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_yaml(fields: str, value: str | None, end: str) -> None:
    text = f"---\n{fields}\n---\n\nsource_url: body.md\n".replace("\n", end)

    assert value_of(text, "source_url") == value


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("source_url:\n  - a.md", id="a list below"),
        pytest.param("source_url:\n- a.md", id="a list at the margin"),
        pytest.param("source_url: [a.md]", id="a list"),
        pytest.param("source_url: {a: b}", id="a mapping"),
        pytest.param("source_url: a: b", id="a mapping in a line"),
        pytest.param("source_url: |\n  a.md", id="a block"),
        pytest.param("source_url: *other", id="an alias"),
        pytest.param('source_url: "a.md', id="an open quotation"),
        pytest.param('source_url: "a" "b"', id="two texts"),
    ],
)
def test_what_is_no_text_in_one_line_is_refused(fields: str) -> None:
    with pytest.raises(FrontMatterError, match="source_url is not"):
        value_of(f"---\n{fields}\n---\n", "source_url")


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        pytest.param('source_url = "a.md" # x', "a.md", id="a text"),
        pytest.param("[params]\nsource_url = 'a.md'", None, id="not at the top"),
        pytest.param('source_url = ""', None, id="empty"),
    ],
)
def test_toml(fields: str, value: str | None) -> None:
    assert value_of(f"+++\n{fields}\n+++\nbody", "source_url") == value


@pytest.mark.parametrize(
    ("fields", "message"),
    [("source_url = 3", "source_url is not a text"), ("source_url = ", "is not valid TOML")],
)
def test_toml_that_names_no_file_is_refused(fields: str, message: str) -> None:
    with pytest.raises(FrontMatterError, match=message):
        value_of(f"+++\n{fields}\n+++\n", "source_url")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "source_url: a.md",
        "---\nsource_url: a.md\n",
        "text\n---\nsource_url: a.md\n---\n",
        "----\na: b\n----\n",
    ],
)
def test_a_text_without_front_matter_names_nothing(text: str) -> None:
    assert value_of(text, "source_url") is None


def test_a_byte_order_mark_is_no_hindrance() -> None:
    assert value_of("\ufeff---\nsource_url: a.md\n---\n", "source_url") == "a.md"
