"""What a reader sees of a line of Markdown, and where it stands.

markdown-it-py keeps no places of inline tokens. So each of its inline rules is wrapped, to note which
characters it read and which of them are readable.
"""

import html
from collections.abc import Callable, MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
    text,
)
from markdown_it.token import Token

from checker.reading.assembly import Stretch

Rule = Callable[[StateInline, bool], bool]
Seen = Callable[[str, int, int], list[Stretch]]


class InlineReader:
    """Reads inline markup with the rules of one parser, whose own inline pass it replaces."""

    def __init__(self, parser: MarkdownIt) -> None:
        self._parser = parser
        self._seen: list[tuple[Stretch, Token | None]] = []
        self._inside_image = False
        rules: list[tuple[str, Rule, Seen]] = [
            ("text", text, _as_it_is),
            ("newline", newline, _space),
            ("escape", escape, _escaped),
            ("backticks", backtick, _code),
            ("link", link, _nothing),  # its label is read by the other rules
            ("autolink", autolink, _without_brackets),
            ("html_inline", html_inline, _tag),
            ("entity", entity, _reference),
        ]
        for name, rule, seen in rules:
            parser.inline.ruler.at(name, self._noting(rule, seen))
        parser.inline.ruler.at("image", self._silencing(image))
        parser.inline.ruler.at("emphasis", self._noting_marks(emphasis.tokenize))
        parser.inline.ruler.at("strikethrough", self._noting_marks(strikethrough.tokenize))
        parser.inline.ruler.push("literal", self._noting(_literal, _as_it_is))
        parser.inline.ruler2.disable("fragments_join")  # it would give one token the text of another
        parser.core.ruler.disable(["inline", "text_join"])

    def read(self, content: str, env: MutableMapping[str, Any]) -> list[Stretch]:
        """Return the readable stretches of `content`, with offsets into it."""
        self._seen = []
        self._parser.inline.parse(content, self._parser, env, [])
        # A mark that turned out to be no markup has kept its text.
        return [stretch for stretch, token in self._seen if token is None or token.content]

    def _noting(self, rule: Rule, seen: Seen) -> Rule:
        def noting(state: StateInline, silent: bool) -> bool:
            start = state.pos
            matched = rule(state, silent)
            if matched and not silent and not self._inside_image:
                self._seen += [(stretch, None) for stretch in seen(state.src, start, state.pos)]
            return matched

        return noting

    def _noting_marks(self, rule: Rule) -> Rule:
        def noting(state: StateInline, silent: bool) -> bool:
            at = state.pos
            matched = rule(state, silent)
            if matched and not silent and not self._inside_image:
                marks = state.pos - at
                for token in _last(state.tokens, marks):
                    width = len(token.content)
                    self._seen.append((Stretch(token.content, at, at + width), token))
                    at += width
            return matched

        return noting

    def _silencing(self, rule: Rule) -> Rule:
        def silencing(state: StateInline, silent: bool) -> bool:
            before, self._inside_image = self._inside_image, True
            try:
                return rule(state, silent)
            finally:
                self._inside_image = before

        return silencing


def _last(tokens: list[Token], letters: int) -> list[Token]:
    """Return the last tokens, as many as hold so many letters."""
    first = len(tokens)
    while letters > 0:
        first -= 1
        letters -= len(tokens[first].content)
    return tokens[first:]


def _literal(state: StateInline, silent: bool) -> bool:
    """Take a character that no other rule wants, as the parser itself does after its last rule."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _as_it_is(source: str, start: int, end: int) -> list[Stretch]:
    return [Stretch(source[start:end], start, end)]


def _nothing(_source: str, _start: int, _end: int) -> list[Stretch]:
    return []


def _space(_source: str, start: int, end: int) -> list[Stretch]:
    return [Stretch(" ", start, end)]


def _escaped(source: str, start: int, end: int) -> list[Stretch]:
    return [Stretch(source[start + 1 : end], start + 1, end)]


def _code(source: str, start: int, end: int) -> list[Stretch]:
    marks = end - start - len(source[start:end].lstrip("`"))
    if marks == end - start:  # an opening without a closing one
        return _as_it_is(source, start, end)
    return _as_it_is(source, start + marks, end - marks)


def _without_brackets(source: str, start: int, end: int) -> list[Stretch]:
    return _as_it_is(source, start + 1, end - 1)


def _tag(source: str, start: int, end: int) -> list[Stretch]:
    return _space(source, start, end) if source[start : start + 3].lower() == "<br" else []


def _reference(source: str, start: int, end: int) -> list[Stretch]:
    # The number of a control character stands for nothing.
    return [Stretch(html.unescape(source[start:end]) or " ", start, end)]
