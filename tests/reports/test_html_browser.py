"""The HTML report in a real browser: what a reader sees and does, and what an article must not be able to do."""

import json
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.domain import Label
from checker.reports.html import render, render_index
from tests.reports.browser import axe, chromium, needs_browser
from tests.reports.hostile import HOSTILE
from tests.reports.reports import every_label, pair, place, report
from tests.reports.test_html import poisoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = needs_browser

FIRST, SECOND = "f-0000000000000001", "f-0000000000000002"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> "Iterator[Callable[..., Page]]":
    """Open a page from a file; fail if it asks for anything, says anything in the console, or runs a canary."""
    asked: list[str] = []
    said: list[str] = []
    contexts, names = [], count()

    def open_(text: str, *, before: "Callable[[Page], object]" = id, **options: Any) -> "Page":
        path = tmp_path / f"{next(names)}.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(**({"viewport": {"width": 1200, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        before(page)
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith("file:///")] == []
    assert len(asked) == len(contexts)
    assert said == []


def at(page: "Page") -> str:
    return str(page.evaluate("location.hash.slice(1)"))


def numbers(page: "Page") -> list[int]:
    """The positions of the rows that can be seen."""
    rows = "rows => rows.flatMap((row, i) => row.getClientRects().length ? [i + 1] : [])"
    return list(page.locator("article.pair").evaluate_all(rows))


def test_n_and_p_walk_through_what_needs_a_look(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()))
    stops = [f"f-{number:016x}" for number in (1, 2, 4, 5, 6)]

    walked = []
    for _ in stops:
        page.keyboard.press("n")
        walked.append(at(page))
    assert walked == stops
    assert page.evaluate("document.activeElement.closest('article').id") == stops[-1]

    page.keyboard.press("n")
    assert at(page) == stops[-1]
    assert page.locator("#status").inner_text() == "No further place to look at"

    page.keyboard.press("p")
    assert at(page) == stops[-2]

    page.locator("details.guide summary").click()
    page.locator("#keys").uncheck()
    page.keyboard.press("p")
    assert at(page) == stops[-2]
    page.locator("#previous").click()
    assert at(page) == stops[-3]


def test_filters_hide_rows_even_without_scripts(opened: "Callable[..., Page]") -> None:
    for scripts in (True, False):
        page = opened(render(every_label()), java_script_enabled=scripts)
        visible = page.locator("article.pair:visible")
        assert visible.count() == 6  # the two lines of furniture are folded

        page.locator("#s-consistent").uncheck()
        assert visible.count() == 5
        page.locator("#w-look").check()
        assert visible.count() == 5
        page.locator("#w-fails").check()
        assert visible.count() == 1
        page.locator("#w-all").check()
        page.locator("#s-ignored").uncheck()
        assert page.locator("details.furniture").is_hidden()
        if scripts:
            assert page.locator("#status").inner_text() == "5 of 8 pairs shown"


def test_n_passes_over_what_the_filters_hide(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()))

    page.locator("#s-distorted").uncheck()
    page.keyboard.press("n")
    page.keyboard.press("n")

    assert at(page) == "f-0000000000000004"


def test_everything_can_be_reached_without_scripts(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()), java_script_enabled=False)

    page.locator(f".findings a[href='#{SECOND}']").click()
    assert page.locator(f"#{SECOND}").evaluate("e => e.matches(':target')")
    page.locator(f"#{SECOND} .steps a[title^=Previous]").click()
    assert page.locator(f"#{FIRST}").evaluate("e => e.matches(':target')")
    page.locator("details.furniture summary").click()
    assert page.get_by_text("Share this story").is_visible()
    assert page.locator("#next").is_hidden()


def test_a_link_to_a_filtered_row_still_shows_it(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()))
    page.locator("#w-fails").check()

    page.locator(f".findings a[href='#{SECOND}']").click()

    assert page.locator(f"#{SECOND}").is_visible()


def test_a_link_to_a_pair_can_be_copied(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()), permissions=["clipboard-read", "clipboard-write"])

    page.locator(f"#{SECOND} a.copy").click()

    page.wait_for_function("document.getElementById('status').textContent === 'Link copied'")
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith(f".html#{SECOND}")


def test_an_index_sorts_and_filters(opened: "Callable[..., Page]") -> None:
    good = report([pair(Label.CONSISTENT, [place("a")], [place("a")])], republished="a.md")
    page = opened(render_index({"a.html": good, "b.html": every_label()}))
    names = page.locator("tbody th:visible")
    assert names.all_inner_texts() == ["copy.md", "a.md"]

    page.get_by_role("button", name="Copy").click()
    assert names.all_inner_texts() == ["a.md", "copy.md"]
    page.get_by_role("button", name="Fails").click()
    assert names.all_inner_texts() == ["copy.md", "a.md"]
    page.locator("#v-fail").uncheck()
    assert names.all_inner_texts() == ["a.md"]


def test_no_text_from_outside_runs_or_loads_anything(opened: "Callable[..., Page]") -> None:
    every = " ".join(HOSTILE)
    whole = report(
        [p for number, text in enumerate(HOSTILE) for p in poisoned(text, first=number * 10).pairs],
        source=every,
        republished=every,
        notes=HOSTILE,
        tool={"judge": every, "thresholds": {text: text for text in HOSTILE}},
    )
    index = render_index({text: poisoned(text) for text in HOSTILE})

    for page in (opened(render(whole)), opened(index)):
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        page.mouse.wheel(0, 5000)
        page.mouse.move(300, 300)
        page.wait_for_timeout(200)  # time for an event to fire or a request to start
        assert page.evaluate("window.ran") is None
        assert page.locator("script").count() == 1
        assert page.locator("body").is_visible()


def test_the_policy_stops_a_script_that_would_get_in(
    opened: "Callable[..., Page]", browser: "Browser"
) -> None:
    context = browser.new_context()
    page = context.new_page()
    inside = render(every_label()).replace(
        "<main>", "<main><script>window.ran=1</script><img src=x onerror='window.ran=1'>"
    )

    page.set_content(inside)

    assert page.evaluate("window.ran") is None
    context.close()


VIEWS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 375, "height": 800}, "has_touch": True},
}


@pytest.mark.parametrize("view", VIEWS)
def test_no_barrier_is_found(opened: "Callable[..., Page]", view: str) -> None:
    source = axe()
    for text in (render(every_label()), render_index({"a.html": every_label()})):
        # axe is put in from outside; the page's own policy would not let it in.
        page = opened(text, bypass_csp=True, **VIEWS[view])
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        page.evaluate(source)

        found = page.evaluate("axe.run().then(r => r.violations)")

        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], json.dumps(found, indent=1)


def test_a_phone_stacks_the_two_texts_and_never_scrolls_sideways(opened: "Callable[..., Page]") -> None:
    long = place("Donaudampfschifffahrtsgesellschaft" * 6)
    page = opened(
        render(report([pair(Label.DISTORTED, [long], [long], words=[("Donau", "schiff")])])),
        viewport={"width": 360, "height": 700},
    )

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    source, copy = (page.locator(f".side.{side}").bounding_box() for side in ("source", "copy"))
    assert source
    assert copy
    assert copy["y"] >= source["y"] + source["height"]


def test_a_right_to_left_text_reads_from_the_right_even_if_it_begins_with_a_mark(
    opened: "Callable[..., Page]",
) -> None:
    left, right = place("תשע ספינות טבעו"), place("שבע ספינות טבעו")
    words = [("תשע", "שבע")]
    page = opened(
        render(
            report(
                [pair(Label.DISTORTED, [left], [right], words=words, explanation="“תשע” became “שבע”.")],
                source="מקור.md",
            )
        )
    )

    def runs(selector: str, direction: str) -> list[bool]:
        found = page.locator(selector).evaluate_all(f"all => all.map(e => e.matches(':dir({direction})'))")
        return list(found)

    assert runs("p.text", "rtl") == [True, True]
    # What the program says about it, and the names of files, still read from the left.
    assert runs(".findings li bdi, .notes li > bdi:first-of-type, .texts bdi", "ltr") == [True] * 5


def test_in_a_map_of_many_passages_no_outline_hides_them(opened: "Callable[..., Page]") -> None:
    def outlines(pairs: int) -> list[str]:
        many = [pair(Label.CONSISTENT, [place("a", n)], [place("a", n)], number=n) for n in range(pairs)]
        strokes = "all => [...new Set(all.map(path => getComputedStyle(path).stroke))]"
        return list(opened(render(report(many))).locator(".ribbon").evaluate_all(strokes))

    assert outlines(400) == ["none"]
    assert outlines(10) != ["none"]


def test_printing_shows_everything_and_no_controls(opened: "Callable[..., Page]") -> None:
    page = opened(render(every_label()))
    page.locator("#w-fails").check()

    page.emulate_media(media="print")

    assert len(numbers(page)) == 8
    assert page.locator(".filters").is_hidden()
    assert page.locator("#next").is_hidden()


def test_a_page_printed_to_a_file_is_small_and_its_lists_keep_clear_of_the_map(
    opened: "Callable[..., Page]",
) -> None:
    sentence = "Seven ships sank off the cape."
    pairs = [
        pair(
            Label.DISTORTED, [place(sentence, n)], [place(sentence, n)], words=[("Seven", "Seven")], number=n
        )
        for n in range(40)
    ]
    page = opened(render(report(pairs)), viewport={"width": 794, "height": 1100})

    assert len(page.pdf(format="A4")) < 1_500_000
    page.emulate_media(media="print")
    figure = page.locator("figure.map").bounding_box()
    assert figure
    for item in page.locator(".findings li").all()[:12]:
        box = item.bounding_box()
        assert box
        beside = box["x"] + box["width"] <= figure["x"]
        assert beside or box["y"] >= figure["y"] + figure["height"]


def test_500_pairs_open_in_under_2_seconds(opened: "Callable[..., Page]") -> None:
    text = "The harbor authority said on Monday that seven ships sank off the cape in the storm. "
    pairs = [
        pair(
            Label.DISTORTED if n % 3 == 0 else Label.CONSISTENT,
            [place(text * 2, n)],
            [place(text * 2, n)],
            words=[("seven", "sank")] if n % 3 == 0 else [],
            number=n,
            moved=n % 7 == 0,
        )
        for n in range(500)
    ]

    def measure(page: "Page") -> None:
        # Time of the page's own thread, so that a machine busy with something else does not count.
        sessions.append(page.context.new_cdp_session(page))
        sessions[0].send("Performance.enable", {"timeDomain": "threadTicks"})

    sessions: list[Any] = []
    opened(render(report(pairs)), before=measure)

    metrics = {m["name"]: m["value"] for m in sessions[0].send("Performance.getMetrics")["metrics"]}
    assert metrics["LayoutCount"] > 0
    assert metrics["TaskDuration"] < 2
