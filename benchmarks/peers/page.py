"""Puts measured tables into a page, between marks. Pure."""

from collections.abc import Mapping


def fill(page: str, sections: Mapping[str, str]) -> str:
    """Return the page with what stands between `<!-- measured: NAME -->` and `<!-- end -->` replaced.

    Raises:
        ValueError: The page has no such place for one of the sections.
    """
    for name, text in sections.items():
        head, start, rest = page.partition(f"<!-- measured: {name} -->\n")
        _, end, tail = rest.partition("<!-- end -->")
        if not end:
            raise ValueError(f"the page has no place for {name!r}")
        page = f"{head}{start}{text}{end}{tail}"
    return page
