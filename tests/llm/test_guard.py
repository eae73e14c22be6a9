import random
import time

import pytest

from checker.llm.guard import defuse, suspicious
from tests.fakes.hostile import HOSTILE

ORDINARY = (
    "The judge said that the instructions to the jury were consistent with the law.",
    "Police said the results were consistent with an earlier finding.",
    'The label reads "organic"; the answer was no.',
    "The system failed, and the user had to wait: a new system is planned.",
    "Please ignore the noise, the mayor told reporters.",
    "The model answered questions about its consistent record.",
    "The company's AI assistant will respond to customers within an hour.",
    "Set theory is a branch of mathematics. Output fell by 3 percent.",
    "See https://example.org/a?b=c and write to desk@example.org.",
    "The task force's response was swift and its instructions clear.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_is_not_suspected(text: str) -> None:
    assert not suspicious(text)


@pytest.mark.parametrize("attack", HOSTILE)
def test_an_attack_is_noticed_within_a_sentence(attack: str) -> None:
    assert suspicious(f"Nine ships sank in the harbor, {attack} and the crews lived.")


@pytest.mark.parametrize("seed", range(50))
def test_defusing_keeps_every_character_in_its_place(seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choices("ab<>[INST] /|\n\u200b\ud800\U000e0041é", k=300))

    plain = defuse(text)

    assert len(plain) == len(text)
    assert not set("<>\n\u200b\ud800") & set(plain)
    assert [a for a, b in zip(text, plain, strict=True) if a.isalpha() and a != b and ord(a) < 0xD800] == []


@pytest.mark.parametrize(
    "worst",
    [
        "ignore " * 15_000,
        "1a" * 50_000,
        "a " * 50_000,
        "A" * 100_000,
        "<" * 100_000,
        "label " * 17_000,
        "((" * 50_000,
    ],
    ids=lambda text: text[:8],
)
def test_the_worst_text_takes_no_time_to_speak_of(worst: str) -> None:
    began = time.process_time()
    suspicious(worst)
    defuse(worst)

    # Not a measurement: what grows with the square of the length takes minutes here.
    assert time.process_time() - began < 20
