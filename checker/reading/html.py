"""HTML: the article's blocks and what stands around them, each with the way back to the file."""

import re

from checker.domain import Article, BlockKind
from checker.reading.assembly import Assembly, Stretch, without_controls
from checker.reading.extraction import extracted
from checker.reading.page import Page, page_of

OUTSIDE = "outside the article"
LINKED = "link to another story"
MENU = "navigation"
SITE_NAME = "site name"
TITLE_SEAM = re.compile(r"\s[|–—·»-]\s(?=[^|–—·»]{1,60}$)")
PROSE_WORDS = 8
NEAR = 3
"""How many blocks away from the article's own a paragraph may stand and still be taken for one of them."""


def parse(raw: str, *, name: str, language: str, sha256: str) -> Article:
    """Read an HTML page.

    What the extractor leaves out stays, as blocks with the reason in `furniture`. A page in which it finds no
    article is taken as a whole. The title becomes the headline where the page has no other. Without a `language`, it
    is the one that the page declares.
    """
    source = without_controls(raw)
    page = page_of(source, name=name)
    chosen = _article(source, page)
    headline = _headline(page, chosen)
    assembly = Assembly()
    if headline is None:
        _add_title(assembly, page, chosen)
    for position, draft in enumerate(page.drafts):
        furniture = None
        if draft.is_menu:
            furniture = MENU
        elif position not in chosen and position != headline:
            furniture = draft.surroundings or OUTSIDE
        elif draft.is_one_link and not draft.text.endswith("."):
            furniture = LINKED
        assembly.add(draft.stretches, draft.kind, furniture=furniture, preformatted=draft.preformatted)
    return Article(
        name=name,
        raw=raw,
        text=assembly.text(),
        blocks=tuple(assembly.blocks),
        sha256=sha256,
        offsets=assembly.offsets(),
        language=language or page.language[:2].lower(),
    )


def _article(source: str, page: Page) -> set[int]:
    """Return the positions of the blocks that belong to the article."""
    chosen = extracted(source, page)
    if not chosen:
        return _whole_page(page)
    # The extractor drops a paragraph here and there; a lost one would read as an omission.
    near = {place + step for place in chosen for step in range(-NEAR, NEAR + 1)}
    first, last = min(chosen), max(chosen)
    return chosen | {
        position
        for position in near
        if first < position < last and page.drafts[position].is_prose(PROSE_WORDS)
    }


def _whole_page(page: Page) -> set[int]:
    depth = max((draft.depth for draft in page.drafts if draft.surroundings is None), default=0)
    return {
        position
        for position, draft in enumerate(page.drafts)
        if draft.surroundings is None and draft.depth == depth
    }


def _headline(page: Page, chosen: set[int]) -> int | None:
    """Return the position of the page's headline: its first h1 that is not the name of the site."""
    *_, site = _title_parts(page)
    for position, draft in enumerate(page.drafts):
        is_site = bool(site) and draft.text == site
        if draft.tag == "h1" and (position in chosen or (draft.surroundings is None and not is_site)):
            return position
    return None


def _title_parts(page: Page) -> tuple[str, str]:
    title = " ".join("".join(stretch.text for stretch in page.title).split())
    seam = TITLE_SEAM.search(title)
    return (title[: seam.start()], title[seam.end() :]) if seam else (title, "")


def _add_title(assembly: Assembly, page: Page, chosen: set[int]) -> None:
    """Put the title first, cut before the name of the site, unless the article shows it anyway."""
    headline, site = _title_parts(page)
    if not headline or any(page.drafts[position].text == headline for position in chosen):
        return
    before, after = _split(page.title) if site else (page.title, [])
    assembly.add(before, BlockKind.HEADING)
    assembly.add(after, BlockKind.PARAGRAPH, furniture=SITE_NAME)


def _split(title: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Cut a title before the dash or bar in front of the site's name."""
    for position in range(len(title) - 1, -1, -1):
        stretch = title[position]
        seam = TITLE_SEAM.search(stretch.text)
        if seam and len(stretch.text) == stretch.end - stretch.start:
            at = seam.start()
            before = Stretch(stretch.text[:at], stretch.start, stretch.start + at)
            after = Stretch(stretch.text[at:], stretch.start + at, stretch.end)
            return [*title[:position], before], [after, *title[position + 1 :]]
    return title, []
