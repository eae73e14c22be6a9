"""Articles and copies of words that the fake model knows: which pairs are consistent is certain by construction."""

import random

_NAMES = (
    "Ann Moreau",
    "Boris Hale",
    "Carla Vint",
    "Dmitri Osk",
    "Ella Brandt",
    "Farid Noor",
    "Greta Lund",
    "Hugo Paz",
)
_THINGS = (
    "ferry",
    "library",
    "orchard",
    "viaduct",
    "museum",
    "brewery",
    "tram depot",
    "quarry",
    "lighthouse",
    "mill",
)
_TOWNS = ("Larn", "Ostvik", "Penmere", "Quill", "Rosk", "Tarnow", "Ulm", "Veyra")
_DAYS = ("Monday", "Tuesday", "Thursday", "Friday")
_VERBS = ("closed", "burned", "reopened", "flooded", "expanded", "moved", "failed", "grew")

_SHAPES = (
    "{name} said the big {thing} in {town} {verb} on {day}.",
    "About {number} children began to help near the {thing} in {town}, {name} wrote.",
    "The {thing} that {name} bought for {number} crowns {verb} quickly.",
    "Nobody in {town} knew why the {thing} {verb} after {number} years.",
)
_HARMLESS = (
    (" said ", " stated "),
    (" big ", " large "),
    (" children ", " kids "),
    (" began ", " started "),
    (" help ", " assist "),
    (" near ", " close to "),
    (" bought ", " purchased "),
    (" quickly.", " fast."),
)


def article_and_copy(rng: random.Random, sentences: int) -> tuple[str, str]:
    """Return a source and a copy: a sentence in three stands as it was, one says the same otherwise, one is changed."""
    source, copy = [], []
    for _ in range(sentences):
        facts = _facts(rng)
        shape = rng.choice(_SHAPES)
        source.append(shape.format(**facts))
        match rng.randrange(3):
            case 0:
                copy.append(source[-1])
            case 1:
                copy.append(reworded(source[-1]))
            case _:
                copy.append(reworded(shape.format(**(facts | _other(rng, facts)))))
    return "\n\n".join(source), "\n\n".join(copy)


def reworded(sentence: str) -> str:
    """Say the same in other words."""
    for word, other in _HARMLESS:
        sentence = sentence.replace(word, other)
    return sentence


def _facts(rng: random.Random) -> dict[str, str]:
    return {
        "name": rng.choice(_NAMES),
        "thing": rng.choice(_THINGS),
        "town": rng.choice(_TOWNS),
        "day": rng.choice(_DAYS),
        "verb": rng.choice(_VERBS),
        "number": str(rng.randrange(12, 900)),
    }


def _other(rng: random.Random, facts: dict[str, str]) -> dict[str, str]:
    """Other facts of every sort, so that whichever a sentence holds is changed."""
    while True:
        other = _facts(rng)
        if all(other[field] != value for field, value in facts.items()):
            field = rng.choice(("thing", "verb"))
            return {field: other[field], "town": other["town"], "number": other["number"]}
