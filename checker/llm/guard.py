"""Keeps the texts that are judged from steering the judge: defuses their marks, notices their instructions."""

import base64
import binascii
import re
import unicodedata

_INVISIBLE = {
    *range(0x20),
    *range(0x7F, 0xA0),
    0x200B,
    *range(0x2028, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
    *range(0xE0000, 0xE0080),
}
"""Controls, line breaks, marks that turn the writing round, and tag characters that only a machine reads."""

_DEFUSED = {
    **dict.fromkeys(_INVISIBLE, " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    ord("<"): "‹",
    ord(">"): "›",
}

_CHAT_MARK = re.compile(r"\[(/?(?:INST|SYS)[^\]]{0,20})\]", re.IGNORECASE)


def defuse(text: str) -> str:
    """Return the text as it may stand in a prompt, every character in its place.

    No mark of ours and none of a chat template survives: `<` and `>` become single guillemets, and servers that read
    `<|im_start|>` in a message as a new speaker never get to see one.
    """
    return _CHAT_MARK.sub(r"(\1)", text.translate(_DEFUSED))


_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһѵοαερτυι", "aeopcyxijsdhvoaeptui")
_DIGITS_AS_LETTERS = str.maketrans("01345@$", "oieasas")
_RUN = re.compile(r"[\w@$]+")
_SPELLED_OUT = re.compile(r"\b(?:[^\W\d_][ .\-_]){4,}[^\W\d_]\b")
_ENCODED = re.compile(r"(?<![\w/+=-])[A-Za-z0-9+/]{24,4000}={0,2}(?![\w/+=-])")

_LABEL = r"(?:consistent|contradictory|distorted|undetermined|faithful|no differences?|empty list)"
_MACHINE = (
    r"(?:label|nonce|verdicts?|json|pairs?|passages?|instructions?|prompts?|task|model|assistant|judges?|"
    r"evaluators?|graders?|checkers?|classifiers?|reviewers?|a\.?i\.?|llm|ids?|field|output|answer|response)"
)
_COMMAND = (
    r"(?:answer|respond|reply|output|return|print|label|mark|classify|rate|grade|set|treat|declare|report|"
    r"write|say|give|choose|pick|accept|approve|assign|emit|use|must|should|always|only|please|shall)"
)
_DROP = (
    r"(?:ignore|disregard|forget|override|overrule|skip|bypass|do not follow|don'?t follow|stop following|"
    r"ignorier\w*|vergiss|ignore[zr]|oublie[zr]?|ignora\w*|olvid\w+|dimentic\w+|negeer|vergeet|"
    r"игнорир\w+|забудь\w*|esque[çc]\w+)"
)
_ORDERS = (
    r"(?:instructions?|prompts?|rules|guidelines|directions|system message|everything above|(?:all|the) above|"
    r"previous text|prior text|anweisungen|instruktionen|consignes|instrucciones|istruzioni|instructies|"
    r"инструкци\w+|instru[çc][õo]es)"
)

_MACHINE_ROLE = r"(?:a\.?i\.?|assistant|judge|model|chatbot|llm|evaluator|grader|fact.checker)"
_FENCE = (
    r"(?:pairs?|source|copy|context|noticed|hint|system|user|assistant|instructions?|im_start|im_end|endoftext|eot_id|"
    r"start_header_id|start_of_turn|end_of_turn|s)"
)

_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DROP}\b.{{0,60}}\b{_ORDERS}\b",
        r"忽略.{0,12}(?:指令|指示|说明|提示)|(?:指示|命令|プロンプト).{0,8}無視|이전.{0,8}지시.{0,8}무시",
        r"\b(?:system|developer|hidden|new|updated|real|actual) (?:prompt|instructions?|message)\b",
        rf"\byou are (?:now |no longer )?(?:an? |the )?(?:\w+ )?{_MACHINE_ROLE}\b",
        r"(?:^|[\s\"'#*>›(])(?:system|assistant|developer|user|human)\s{0,2}[:\]|](?!/)\s*[A-Z\"'{\[]",
        rf"[<‹]\|?\s{{0,9}}/?\s{{0,9}}{_FENCE}\s{{0,9}}(?:id\s{{0,9}}=|\|?[>›])",
        r"[\[(]/?(?:INST|SYS)[\])]|‹‹/?SYS",
        r"##\s{0,9}(?:system|instruction|response|input|task|end)\b",
        r"[\"'{,]\s*(?:label|nonce|verdicts?|pairs|differences|p_consistent)[\"']?\s*:",
        r"\bnonce\b\W{0,4}(?:is\b|=|:|[0-9a-f]{4,})",
        rf"\b{_COMMAND}\b.{{0,80}}\b{_MACHINE}\b.{{0,80}}\b{_LABEL}\b",
        rf"\b{_COMMAND}\b.{{0,80}}\b{_LABEL}\b.{{0,60}}\b(?:label|nonce|verdicts?|json|pairs?|passages?|ids?|judge|model)\b",
        rf"\b(?:label|verdicts?|answer|output|response|result)\b.{{0,30}}(?:is|be|=|:)\W{{0,3}}{_LABEL}\b",
        rf"\b(?:answer|respond|reply|output|label|mark|classify|print|return)\b\W{{0,3}}(?:\w+\W+){{0,6}}?{_LABEL}\b",
        rf"\b(?:pairs?|passages?|ids?)\b.{{0,40}}\b(?:is|are|be|as)\b\W{{0,3}}{_LABEL}\b",
    )
)
"""What a text says that talks to a machine about its task."""

_TAGS = range(0xE0000, 0xE0080)


def suspicious(text: str) -> bool:
    """Tell whether a text seems to address whoever judges it.

    Such a pair is asked alone, and a verdict that clears it is not believed. Disguises are taken off first: full-width
    and look-alike letters, digits for letters, spelled-out words, invisible characters, base64.
    """
    if any(ord(character) in _TAGS for character in text):
        return True
    return any(_signs(reading) for reading in _readings(text[:100_000]))


def _signs(text: str) -> bool:
    return any(sign.search(text) for sign in _SIGNS)


def _readings(text: str) -> set[str]:
    plain = " ".join(
        "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf").split()
    )
    latin = plain.casefold().translate(_LOOK_ALIKES)
    return {
        plain,
        latin,
        _RUN.sub(lambda match: _without_digits(match[0]), latin),
        _SPELLED_OUT.sub(lambda match: re.sub(r"[ .\-_]", "", match[0]) + " ", latin),
        *_decoded(plain),
    }


def _without_digits(word: str) -> str:
    """Return a word of letters and digits as one of letters; a figure stays a figure."""
    return word.translate(_DIGITS_AS_LETTERS) if any(map(str.isalpha, word)) else word


def _decoded(text: str) -> set[str]:
    found = set()
    for match in _ENCODED.finditer(text):
        try:
            found.add(base64.b64decode(match[0] + "=" * (-len(match[0]) % 4)).decode("ascii"))
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found
