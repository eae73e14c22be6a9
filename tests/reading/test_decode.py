"""Bytes to text: each encoding that articles come in."""

import codecs

import pytest

from checker.reading.decode import decode

STORY = "“Café” owners paid £1.5m – naïve, said Zoë O’Brien in Köln.\r\n"
RUSSIAN = "Мэр города ушёл в отставку в понедельник."
JAPANESE = "市長は月曜日に辞任した。"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(STORY.encode(), STORY, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + STORY.encode(), STORY, id="UTF-8 with mark"),
        pytest.param(STORY.encode("utf-16"), STORY, id="UTF-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), STORY, id="UTF-16 BE with mark"),
        pytest.param(STORY.encode("utf-16-le"), STORY, id="UTF-16 LE without mark"),
        pytest.param(STORY.encode("utf-16-be"), STORY, id="UTF-16 BE without mark"),
        pytest.param(("😀 " + STORY).encode("utf-16"), "😀 " + STORY, id="UTF-16 with a surrogate pair"),
        pytest.param(STORY.encode("utf-32"), STORY, id="UTF-32 with mark"),
        pytest.param(STORY.encode("cp1252"), STORY, id="Windows-1252"),
        pytest.param("Größe: 5 m², naïve façade".encode("cp1252"), "Größe: 5 m², naïve façade", id="Latin-1"),
        pytest.param(RUSSIAN.encode(), RUSSIAN, id="Russian UTF-8"),
        pytest.param(b"Fine\0 text with\x07 two.", "Fine\0 text with\x07 two.", id="controls stay"),
        pytest.param("\ufeffkept \ufeff".encode(), "kept \ufeff", id="a second mark is text"),
    ],
)
def test_plain_text(data: bytes, expected: str) -> None:
    assert decode("x", data) == expected


@pytest.mark.parametrize(
    ("declaration", "encoding", "text"),
    [
        pytest.param('<meta charset="windows-1251">', "cp1251", RUSSIAN, id="windows-1251"),
        pytest.param("<meta charset=koi8-r>", "koi8-r", RUSSIAN, id="koi8-r, bare"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
            "cp932",
            JAPANESE,
            id="shift_jis in http-equiv",
        ),
        pytest.param('<?xml version="1.0" encoding="EUC-JP"?>', "euc_jp", JAPANESE, id="XML euc-jp"),
        pytest.param('<meta charset="iso-2022-jp">', "iso2022_jp", JAPANESE, id="iso-2022-jp"),
        pytest.param('<meta charset="gb2312">', "gb18030", "市长星期一辞职。", id="gb2312 means gb18030"),
        pytest.param('<meta charset="iso-8859-1">', "cp1252", "“Café” – £5", id="latin-1 means 1252"),
        pytest.param('<meta charset="iso-8859-1">', "utf-8", "Café “naïve”", id="declared wrongly, is UTF-8"),
        pytest.param('<meta charset="utf-8">', "cp1252", "Café naïve", id="declared wrongly, is 1252"),
        pytest.param('<meta charset="base64">', "cp1252", "Café naïve", id="no codec for text"),
        pytest.param('<meta charset="no-such">', "cp1252", "Café naïve", id="no codec at all"),
    ],
)
def test_declared_encodings(declaration: str, encoding: str, text: str) -> None:
    assert decode("x", (declaration + text).encode(encoding), markup=True) == declaration + text


def test_a_declaration_is_only_believed_in_markup() -> None:
    data = ('<meta charset="koi8-r">' + "Zoë").encode("cp1252")

    assert decode("x", data).endswith("Zoë")
