"""Three plain ways to ask a model about a rewrite: what the prompts in `prompts/` are compared with."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TEXTS = "Source:\n{source}\n\nRewrite:\n{republished}\n\n"
"""Stands first in all three, so that a server reads the texts of a row once."""

_LABEL_SCHEMA = {
    "type": "object",
    "properties": {"label": {"type": "string", "enum": ["consistent", "inconsistent"]}},
    "required": ["label"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Plain:
    """A prompt, how long its answer may get, and how the answer is read: consistent, not, or None."""

    question: str
    max_tokens: int
    read: Callable[[str], bool | None]
    schema: Mapping[str, object] | None = None

    def body(self, source: str, republished: str) -> dict[str, object]:
        """Return the request without its model."""
        text = _TEXTS.format(source=source, republished=republished) + self.question
        body: dict[str, object] = {
            "messages": [{"role": "user", "content": text}],
            "max_tokens": self.max_tokens,
            "temperature": 0,
        }
        if self.schema:
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": self.schema},
            }
        return body


def _yes_no(text: str) -> bool | None:
    match = re.match(r"\W*(yes|no)\b", text.lower())
    return match[1] == "yes" if match else None


def _last_label(text: str) -> bool | None:
    found = re.findall(r"\b(in)?consistent\b", text.lower())
    return found[-1] == "" if found else None


def _json_label(text: str) -> bool | None:
    try:
        return bool(json.loads(text)["label"] == "consistent")
    except (ValueError, KeyError, TypeError):
        return None


PLAIN: Mapping[str, Plain] = {
    "bare question": Plain("Is the rewrite consistent with the source? Answer yes or no.", 4, _yes_no),
    "label as JSON": Plain(
        'Is the rewrite consistent with the source? Answer with {"label": "consistent"} or '
        '{"label": "inconsistent"} and nothing else.',
        16,
        _json_label,
        _LABEL_SCHEMA,
    ),
    "reasoning first": Plain(
        "Is the rewrite consistent with the source? Reason first, in at most 40 words. Then write a last line: "
        '"Label: consistent" or "Label: inconsistent".',
        110,
        _last_label,
    ),
}
