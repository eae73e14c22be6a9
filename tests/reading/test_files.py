"""Everything that can be wrong with a file before it is looked at: one line and a hint each."""

import io
import os
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.reading import read


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t\r\n ", "holds no text", id="white space only"),
        pytest.param(b"\x07\x00 \x01\n", "is binary data", id="control characters only"),
        pytest.param("\u2028\xa0\u3000".encode(), "holds no text", id="exotic white space only"),
        pytest.param(b"\xef\xbb\xbf", "holds no text", id="byte order mark only"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG image, not text", id="PNG"),
        pytest.param(b"PK\x03\x04\x14\0", "is a ZIP archive or an office document", id="ZIP"),
        pytest.param(b"{\\rtf1 Hello}", "is an RTF document, not text", id="RTF"),
        pytest.param(bytes(range(256)) * 8, "is binary data, not text", id="every byte"),
        pytest.param(b"\0\0\0\1" * 500, "is binary data, not text", id="NULs"),
        pytest.param(b"Fine until here \xff\xff then not.", "(byte 0xff in line 1)", id="undecodable"),
        pytest.param(
            "Не так. ".encode("cp1251") * 9, "another encoding", id="Cyrillic without a declaration"
        ),
        pytest.param("“Oui”, dit-il à Noël. ".encode() * 5 + b"\xc3", "another encoding", id="cut-off UTF-8"),
        pytest.param(b"\xff\xfea\0b", "is not valid UTF-16-LE at byte 2", id="cut-off UTF-16"),
        pytest.param(
            b"\xff\xfe\x00\xd8a\0", "is not valid UTF-16-LE at byte 0", id="lone surrogate in UTF-16"
        ),
        pytest.param(
            b"A lone \xed\xa0\x80 surrogate.", "(byte 0xed in line 1)", id="lone surrogate in UTF-8"
        ),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)

    with pytest.raises(InputError) as caught:
        read(str(path))

    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        read(str(tmp_path / "none.txt"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(str(tmp_path))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000], ids=["NUL in the name", "name too long"])
def test_an_impossible_name_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"is not a path|cannot be read"):
        read(name)


def test_a_pipe_that_might_never_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    with pytest.raises(InputError, match="is not a regular file"):
        read(str(path))


def test_a_pipe_opened_by_the_shell_is_read() -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(b"The bridge opened on Monday.")
    try:
        assert read(f"/dev/fd/{reader}").text == "The bridge opened on Monday."
    finally:
        os.close(reader)


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Hidden.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read everything
    with pytest.raises(InputError, match="may not be read"):
        read(str(path))


def test_a_file_above_the_limit_is_refused_and_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The bridge opened on Monday.\n" * 40)

    with pytest.raises(InputError, match="is larger than 1,000 bytes") as caught:
        read(str(path), limit_bytes=1000)

    assert "--max-bytes" in caught.value.hint
    assert read(str(path), limit_bytes=10_000).blocks


def test_the_default_limit_refuses_sixty_megabytes_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)

    with pytest.raises(InputError, match="is larger than 50,000,000 bytes"):
        read(str(path))


def test_standard_input_is_read_up_to_the_limit() -> None:
    article = read("-", stdin=io.BytesIO("Été à Paris.".encode()))

    assert (article.name, article.text) == ("-", "Été à Paris.")
    with pytest.raises(InputError, match="-: is larger than 10 bytes"):
        read("-", stdin=io.BytesIO(b"x" * 11), limit_bytes=10)
