"""Hostile articles of every kind, from file to report: nothing runs, nothing calls home, nothing is hidden."""

import html
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import html as parser

from checker.reading.html import parse
from tests.program import Run
from tests.reading.documents.make import archive, column, docx, docx_parts, epub, paragraph, pdf
from tests.reports import consumers
from tests.reports.browser import chromium, needs_browser
from tests.reports.hostile import HOSTILE

STORY = (
    "The ferry across the bay will run until 2031, the council of Port Lindow said on Tuesday.",
    "Seven of nine members voted for the plan after a debate of three hours.",
    "Nobody here wants a bridge, said Hilda Brandt, who has led the council since May.",
)
CHANGED = "Six of nine members voted for the plan after a debate of three hours."
FORMATS = ("json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html", "terminal")
FORMULAS = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1",
)
MARKDOWN = (
    "![x](http://evil.example/p.png)",
    "[x](javascript:window.ran=1)",
    '<img src="http://evil.example/p.png" onerror="window.ran=1">',
    "<http://evil.example/a>",
    "[x]: http://evil.example/r\n\n[x] ![x]",
    "| a | b |\n|---|---|\n| ![x](http://evil.example/q.png) | c |",
)
ATTACKS = tuple(text for text in (*HOSTILE, *FORMULAS, *MARKDOWN) if text.isprintable() or "\n" in text)


def lines() -> list[str]:
    """The story with one changed figure, and an attack behind each sentence and on lines of their own."""
    return [STORY[0], *ATTACKS, f"{CHANGED} {ATTACKS[0]} {ATTACKS[20]}", *ATTACKS[:5], STORY[2]]


def lines_of_pdf() -> list[str]:
    """What the letters of a simple font can say of it, in pieces that fit a page."""
    return [line.encode("cp1252", "replace").decode("cp1252")[:200] for line in lines()]


def as_html(texts: list[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts)


def page_of(body: str) -> bytes:
    return f"<html><body><article>{body}</article></body></html>".encode()


def unescaped_html() -> bytes:
    """A page in which the attacks are markup, as far as an attacker can make them so."""
    attacks = "".join(ATTACKS)
    story = f"<p>{STORY[0]}</p>{attacks}<p>{CHANGED}</p><p>{STORY[2]}</p>"
    return page_of(story)


ARTICLES: Mapping[str, Callable[[], bytes]] = {
    "copy.txt": lambda: "\n\n".join(lines()).encode(),
    "copy.md": lambda: "\n\n".join(lines()).encode(),
    "copy.html": lambda: page_of(as_html(lines())),
    "markup.html": unescaped_html,
    "copy.docx": lambda: docx(*map(html.escape, lines())),
    "copy.epub": lambda: epub({"one.xhtml": f"<html><body>{as_html(lines())}</body></html>"}),
    "copy.pdf": lambda: pdf([column(lines_of_pdf()[at : at + 6]) for at in range(0, len(lines()), 6)]),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_a_hostile_article_hides_nothing_and_gets_nowhere(
    name: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text("\n\n".join(STORY), encoding="utf-8")
    Path(name).write_bytes(ARTICLES[name]())

    done = run("audit", "source.txt", name, "--judge", "rules", *(f"-f{kind}:r.{kind}" for kind in FORMATS))
    texts = {kind: Path(f"r.{kind}").read_text(encoding="utf-8") for kind in FORMATS}

    report = consumers.json_report(texts["json"])
    every = " ".join(place.text for pair in report.pairs for place in pair.republished)
    assert CHANGED in every
    # So much broken markup that a browser shows nothing at all of it may be taken for something around the article.
    if name != "markup.html":
        assert done.code == 1, done.err
        assert any(pair.fails and "Seven" in pair.source[0].text for pair in report.pairs if pair.source)
        assert "evil.example" in every  # what the attack says is shown, as text
    consumers.json_lines(texts["jsonl"])
    consumers.sarif(texts["sarif"])
    consumers.junit(texts["junit"])
    consumers.gitlab(texts["gitlab"])
    commands, _ = consumers.github(texts["github"])
    assert {command.name for command in commands} <= {"error", "warning"}
    consumers.markdown(texts["markdown"])  # fails on a link, a picture or HTML
    check_page(texts["html"])


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_no_markup_hides_the_sentence_behind_it(number: int) -> None:
    page = page_of(f"<p>{STORY[0]}</p>{ATTACKS[number]}<p>{CHANGED}</p><p>{STORY[2]}</p>").decode()

    article = parse(page, name="x.html", language="en", sha256="")

    [block] = [block for block in article.blocks if CHANGED in article.text[block.start : block.end]]
    assert block.furniture is None


def check_page(text: str) -> None:
    """One script of the program's own; no attribute that runs or loads anything."""
    tree = parser.document_fromstring(text)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath(
        "//iframe|//object|//embed|//img|//link|//base|//form[@action]|//style[position()>1]"
    )
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on"), (element.tag, attribute)
            if attribute in {"href", "src", "action", "xlink:href", "{http://www.w3.org/1999/xlink}href"}:
                assert value.startswith("#"), (element.tag, value)


IN_A_BROWSER = ("copy.md", "markup.html")
"""Articles as text and as markup; the pages of the others hold the same text."""


@needs_browser
def test_a_browser_runs_and_fetches_nothing_of_any_article(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text("\n\n".join(STORY), encoding="utf-8")
    for name in IN_A_BROWSER:
        Path(name).write_bytes(ARTICLES[name]())
        assert run("audit", "source.txt", name, "--judge", "rules", f"-fhtml:{name}.report.html").code < 2
    assert run("pair", "source.txt", "copy.md", "-f", "svg:pairing.svg").code == 0
    shown = [*(f"{name}.report.html" for name in IN_A_BROWSER), "pairing.svg"]
    asked: list[str] = []

    with chromium() as browser:
        for name in shown:
            page = browser.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.goto((tmp_path / name).as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            page.mouse.wheel(0, 5000)
            page.wait_for_timeout(100)  # time for an event to fire or a request to start
            assert page.evaluate("window.ran") is None, name
            page.close()

    assert asked == [(tmp_path / name).as_uri() for name in shown]


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A port on loopback that notes whoever connects."""
    seen: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    seen.append("somebody called")

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", seen
        server.shutdown(socket.SHUT_RDWR)
        thread.join(timeout=10)


def calling_page(at: str) -> str:
    return (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "http://{at}/entity">]><html><head><base href="http://{at}/">'
        f'<link rel="stylesheet" href="http://{at}/x.css"><meta http-equiv="refresh" content="0;url=http://{at}/">'
        f'<script src="http://{at}/x.js"></script></head><body><article>{as_html([STORY[0], CHANGED, STORY[2]])}'
        f'<img src="http://{at}/p.png"><iframe src="http://{at}/"></iframe><object data="http://{at}/"></object>'
        f'<svg><image href="http://{at}/i.svg"/></svg><xi:include href="file:///etc/passwd"/></article></body></html>'
    )


def calling_docx(at: str) -> bytes:
    drawing = (
        '<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<a:graphic><a:graphicData><a:blip r:link="r7"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>'
    )
    parts = docx_parts("".join(map(paragraph, (STORY[0], CHANGED, STORY[2]))) + drawing)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r7" Type="{office}/image" Target="http://{at}/p.png" TargetMode="External"/>'
        f'<Relationship Id="r8" Type="{office}/attachedTemplate" Target="http://{at}/t.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    return archive(parts)


def calling_pdf(at: str) -> bytes:
    made = pdf([column([STORY[0], CHANGED, STORY[2]])])
    action = (
        f"<< /Type /Catalog /OpenAction << /S /URI /URI (http://{at}/) >> /AA << /WC << /S /JavaScript /JS "
    )
    return made.replace(b"<< /Type /Catalog", f"{action}(app.launchURL('http://{at}/')) >> >>".encode(), 1)


CALLING: Mapping[str, Callable[[str], bytes]] = {
    "copy.html": lambda at: calling_page(at).encode(),
    "copy.md": lambda at: "\n\n".join(
        (STORY[0], CHANGED, f"![x](http://{at}/p.png)", f"<img src='http://{at}/'>", STORY[2])
    ).encode(),
    "copy.docx": calling_docx,
    "copy.epub": lambda at: epub(
        {"one.xhtml": calling_page(at).replace("<!DOCTYPE html", "<!DOCTYPE html", 1)}
    ),
    "copy.pdf": calling_pdf,
}


@pytest.mark.parametrize("name", CALLING)
def test_reading_an_article_asks_nobody_for_anything(
    name: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text("\n\n".join(STORY), encoding="utf-8")
    with listening() as (at, seen):
        Path(name).write_bytes(CALLING[name](at))
        # Even where hosts of one's own are allowed: only what the user named is fetched.
        done = run("audit", "source.txt", name, "--judge", "rules", "--allow-private-hosts", "-f", "json")

        assert seen == []
        with socket.create_connection(("127.0.0.1", int(at.rpartition(":")[2]))) as connection:
            connection.recv(1)  # the port does notice
    assert seen == ["somebody called"]
    assert done.code == 1, done.err
    assert not re.search("root:.*:0:0", done.out)
    assert any(pair["fails"] for pair in json.loads(done.out)["pairs"])
