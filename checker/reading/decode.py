"""Bytes to text: which encoding a file is in, or why it is not text at all."""

import codecs
import re

from checker.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document of an unknown kind"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old kind"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
DECLARATIONS = (
    re.compile(rb"""^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", re.I),
    re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.I),
)
# What a declared label means in practice (WHATWG Encoding Standard, section 4.2): the superset that the
# programs really wrote. Codecs that are not in this table (utf-7, base64, rot13, ...) are not believed.
CODECS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "euc_jp": "euc_jp",
    "iso2022_jp": "iso2022_jp",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "cp866": "cp866",
    "cp874": "cp874",
    "mac-roman": "mac-roman",
    "mac-cyrillic": "mac-cyrillic",
    **{f"cp125{n}": f"cp125{n}" for n in range(9)},
    **{f"iso8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}
CONVERT = "Convert it to UTF-8, for example with: iconv -f ENCODING -t UTF-8."
NO_CONTROLS = bytes(set(range(256)) - set(range(32)) - {127} | {9, 10, 11, 12, 13, 27})


def decode(name: str, data: bytes, *, markup: bool = False, declared: str | None = None) -> str:
    """Return the text of `data`, without a byte order mark and otherwise untouched.

    Tried in this order: byte order mark, UTF-16 that shows by its NULs, UTF-8, the encoding that a server or an HTML
    or XML file declares, Windows-1252 if the result looks like Western European prose.

    Args:
        markup: Believe an encoding that the file declares.
        declared: What the server declares; it wins over the file.

    Raises:
        InputError: It is binary, or in no encoding that can be told.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(name, data[len(bom) :], encoding)
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise _binary(name, what)
    wide = _utf16_without_bom(data)
    if wide is not None:
        return _strictly(name, data, wide)
    controls = len(data.translate(None, NO_CONTROLS))
    declared = (_codec(declared) if declared else None) or (_declared(data) if markup else None)
    if declared == "iso2022_jp" and b"\x1b" in data:  # the one that looks like ASCII
        return _strictly(name, data, declared)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if controls > len(data) // 100:
            raise _binary(name, "binary data") from error
        return _legacy(name, data, declared, error)
    if controls > 2 and controls > len(data) // 5:
        raise _binary(name, "binary data")
    return text


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"is not valid {encoding.upper()} at byte {error.start:,}"
        raise InputError(name, problem, hint=CONVERT) from error


def _binary(name: str, what: str) -> InputError:
    hint = "Give a text, Markdown, HTML, DOCX, PDF or EPUB file: save or convert it as one of these."
    return InputError(name, f"is {what}, not text", hint=hint)


def _utf16_without_bom(data: bytes) -> str | None:
    """Tell UTF-16 by its NULs: in every second place, and nowhere else."""
    sample = data[: 4096 - len(data) % 2]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even <= 0.02 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd <= 0.02 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    for declaration in DECLARATIONS:
        match = declaration.search(head)
        if match:
            return _codec(match[1].decode("ascii", "replace"))
    return None


def _codec(label: str) -> str | None:
    try:
        return CODECS.get(codecs.lookup(label).name)
    except (LookupError, ValueError):
        return None


def _legacy(name: str, data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    if declared is not None:
        try:
            text = data.decode(declared)
        except UnicodeDecodeError:
            pass  # wrongly declared: no better than undeclared
        else:
            # Every single-byte encoding decodes nearly everything, so for the Western one look at the result.
            if declared != "cp1252" or _looks_western(text):
                return text
    if not _is_damaged_utf8(data):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if text and _looks_western(text):
            return text
    line = data.count(b"\n", 0, error.start) + 1
    raise InputError(
        name,
        f"is neither UTF-8 nor another encoding that can be told "
        f"(byte 0x{data[error.start]:02x} in line {line:,})",
        hint=CONVERT,
    ) from error


LETTERS = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒŠšŽžÝý")
SIGNS = frozenset("“”‘’„‚–—…•€£©®™«»‹›°§´·½¼¾²³º¡¿×\xa0")
UTF8_SHAPED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LOW_BYTES = bytes(range(128))
HIGH = re.compile("[^\x00-\x7f]")


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes: most of its high bytes still stand in well-formed groups."""
    high = len(data.translate(None, LOW_BYTES))
    return 2 * sum(map(len, UTF8_SHAPED.findall(data))) > high


def _looks_western(text: str) -> bool:
    """Tell prose in Windows-1252 from another encoding read as if it were."""
    high = odd = 0
    for match in HIGH.finditer(text):
        high += 1
        char, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in LETTERS:
            odd += char.isupper() and before.islower()
        elif char in SIGNS:
            odd += char not in "’‘´·–—\xa0…“”" and before.isalpha() and after.isalpha()
        else:
            odd += 1
    spoken = sum(map(str.isalpha, text)) or 1
    return odd <= high // 10 and high <= max(1, 0.4 * spoken)
