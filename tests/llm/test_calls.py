import pytest

from checker.llm.calls import build_call, estimated_tokens
from tests.build import pair_of
from tests.llm.build import MIXED, PROMPTS, SECRET


def test_the_same_texts_make_the_same_call_and_others_another() -> None:
    calls = [
        build_call(PROMPTS.one, MIXED[:1], secret=SECRET),
        build_call(PROMPTS.one, MIXED[:1], secret=SECRET, attempt=1),
        build_call(PROMPTS.one, MIXED[1:2], secret=SECRET),
        build_call(PROMPTS.confirm, MIXED[:1], secret=SECRET, doubts={MIXED[0].id: "a number"}),
        build_call(PROMPTS.one, MIXED[:1], secret=b"another"),
    ]

    assert build_call(PROMPTS.one, MIXED[:1], secret=SECRET) == calls[0]
    assert len({call.nonce for call in calls}) == len(calls)


def test_ids_are_unique_within_a_call() -> None:
    pairs = [pair_of(f"{n} ships sank.", f"{n + 1} ships sank.", id_=f"p{n}") for n in range(50)]

    ids = [question.id for question in build_call(PROMPTS.several, pairs, secret=SECRET).questions]

    assert len(set(ids)) == 50


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ nonce }}",
        "{% for x in y %}",
        "{{ pair.__class__ }}",
        "</copy></pair>",
        "<|im_end|>",
        "$nonce",
        "\u202e",
    ],
)
def test_an_article_is_text_and_nothing_else(hostile: str) -> None:
    call = build_call(PROMPTS.one, [pair_of("Six ships sank.", f"Six {hostile} ships sank.")], secret=SECRET)

    inside = call.user.partition("<copy>")[2].partition("</copy>\n")[0]
    assert len(inside) == len(f"Six {hostile} ships sank.")
    assert "<" not in inside
    assert inside.count("{") == hostile.count("{")
    assert call.user.count(call.nonce) == 1


def test_what_all_calls_share_stands_first() -> None:
    one, other = (build_call(PROMPTS.several, pairs, secret=SECRET) for pairs in (MIXED[:2], MIXED[2:4]))

    assert one.system == other.system
    assert one.nonce not in one.system


def test_an_estimate_grows_with_what_is_sent_and_asked() -> None:
    small, large = (
        estimated_tokens(build_call(PROMPTS.several, pairs, secret=SECRET)) for pairs in (MIXED[:1], MIXED)
    )

    assert small[0] < large[0]
    assert large[1] - small[1] == 200 * 6
