"""Reads one key out of the front matter of a Markdown file: YAML between `---`, TOML between `+++`."""

import re

from checker.parsing import read_toml

_OPENING = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")


class FrontMatterError(ValueError):
    """The key is there, but its value is not one line of text."""


def value_of(text: str, key: str) -> str | None:
    """Return the text that a key at the top level holds, or None if there is none.

    YAML is read as far as it takes to find a plain or quoted text in the key's own line.

    Raises:
        FrontMatterError: The value is a list, a number, a block or the like.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
    if closing is None:
        return None
    fields = text[opening.end() : closing.start()]
    return _of_toml(fields, key) if opening[1] == "+++" else _of_yaml(fields, key)


def _of_toml(fields: str, key: str) -> str | None:
    try:
        value = read_toml(fields.replace("\r\n", "\n")).get(key)
    except ValueError as error:
        raise FrontMatterError(f"the front matter is not valid TOML: {error}") from error
    if value is None or isinstance(value, str):
        return value or None
    raise FrontMatterError(f"{key} is not a text")


def _of_yaml(fields: str, key: str) -> str | None:
    written = re.escape(key)
    line = re.search(
        rf"^(?:{written}|\"{written}\"|'{written}')[ \t]*:(?:[ \t]+(.*?))?[ \t]*\r?$", fields, re.MULTILINE
    )
    if line is None:
        return None
    value = line[1] or ""
    if quoted := _QUOTED.match(value):
        rest = value[quoted.end() :].strip()
        if rest and not rest.startswith("#"):
            raise FrontMatterError(f"{key} is not one quoted text")
        inner = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted[1] is not None else quoted[2].replace("''", "'")
        return inner or None
    plain = re.split(r"(?:^|\s)#", value, maxsplit=1)[0].strip()
    if plain in {"", "~", "null"}:
        following = fields[line.end() :].lstrip("\r\n")
        if plain or following[:1] not in {" ", "\t", "-"}:
            return None
        raise FrontMatterError(f"{key} is not a text in one line")
    if plain[0] in "[{|>&*!%@`\"'" or ": " in plain:
        raise FrontMatterError(f"{key} is not a text in one line")
    return plain
