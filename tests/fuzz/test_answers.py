"""Whatever a model or a server says, it becomes a ruling that can be checked, or undetermined."""

import json

from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Kind, Label
from checker.llm.answers import read_answer
from checker.llm.calls import build_call
from checker.llm.endpoint import Endpoint, _Effort
from checker.llm.failures import UnusableError
from checker.llm.guard import defuse, suspicious
from checker.llm.quotes import find
from checker.llm.rulings import Fault, Ruling
from tests.build import pair_of
from tests.fuzz.profile import fuzzed
from tests.fuzz.texts import texts
from tests.llm.build import PROMPTS, SECRET

PAIRS = [
    pair_of("The fire killed 12 people in Larn.", "The fire killed 21 people in Larn."),
    pair_of("Snow fell on Monday.", "It snowed on Monday.", id_="p2"),
]
CALL = build_call(PROMPTS.several, PAIRS, secret=SECRET)
IDS = [question.id for question in CALL.questions]
PLACES = {question.id: question.pair for question in CALL.questions}

anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
words = st.one_of(
    st.sampled_from(["12", "21", "killed 12", "", " ", "Monday", "snow", "…", "twelve"]), st.text(max_size=6)
)
differences = st.fixed_dictionaries(
    {"source": words, "copy": words, "kind": st.sampled_from([*Kind, "?"]), "why": st.text(max_size=9)},
    optional={"more": anything},
)
entries = st.fixed_dictionaries(
    {
        "id": st.sampled_from([*IDS, "p1", "p2", "x", ""]),
        "differences": st.one_of(st.lists(differences, max_size=2), anything),
        "label": st.sampled_from(["consistent", "distorted", "contradictory", "undetermined", "fine"]),
    }
)
documents = st.one_of(
    anything,
    st.fixed_dictionaries(
        {"nonce": st.sampled_from([CALL.nonce, "0", ""]), "pairs": st.lists(entries, max_size=3)},
        optional={"x": anything},
    ),
    st.builds(
        lambda ones: {
            "nonce": CALL.nonce,
            "pairs": [{**one, "id": id_} for one, id_ in zip(ones, IDS, strict=True)],
        },
        st.lists(entries, min_size=2, max_size=2),
    ),
)
answers = st.lists(
    st.one_of(
        documents.map(json.dumps),
        texts,
        st.sampled_from(["```json\n", "\n```", "<think>", "{", "}", "I'm sorry"]),
    ),
    max_size=4,
).map("".join)


@fuzzed
@given(text=answers)
def test_any_text_as_an_answer(text: str) -> None:
    readings = read_answer(text, CALL, judged_by="fuzz")

    assert set(readings) == set(IDS)
    for id_, reading in readings.items():
        pair = PLACES[id_]
        if isinstance(reading, Fault):
            assert reading.reason
            continue
        assert isinstance(reading, Ruling)
        assert CALL.nonce in text
        assert (reading.label is Label.CONSISTENT) == (not reading.differences)
        for difference in reading.differences:
            for stretch, side in (
                (difference.source, pair.source_text),
                (difference.republished, pair.republished_text),
            ):
                assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(side)
            assert difference.source or difference.republished


@fuzzed
@given(quote=texts, text=texts)
def test_a_quote_is_found_where_it_stands(quote: str, text: str) -> None:
    found = find(quote, text)

    assert found is None or 0 <= found[0] < found[1] <= len(text)


@fuzzed
@given(text=texts)
def test_a_defused_text_keeps_every_place(text: str) -> None:
    assert len(defuse(text)) == len(text)
    suspicious(text)


completions = st.one_of(
    st.binary(max_size=200),
    anything.map(json.dumps).map(str.encode),
    st.fixed_dictionaries(
        {
            "choices": st.lists(
                st.one_of(
                    anything,
                    st.fixed_dictionaries(
                        {"message": st.one_of(anything, st.fixed_dictionaries({"content": anything}))},
                        optional={"finish_reason": anything},
                    ),
                ),
                max_size=2,
            )
        },
        optional={
            "usage": st.one_of(
                anything, st.dictionaries(st.sampled_from(["prompt_tokens", "completion_tokens"]), anything)
            )
        },
    )
    .map(json.dumps)
    .map(str.encode),
)


@fuzzed
@given(content=completions)
def test_any_bytes_as_a_completion(content: bytes) -> None:
    effort = _Effort(CALL)
    try:
        text = Endpoint._text(None, content, effort)  # type: ignore[arg-type]  # it asks nothing of its endpoint
    except UnusableError as error:
        assert error.reason  # noqa: PT017
        return
    assert text.strip()
    assert effort.tokens_in >= 0
    assert effort.tokens_out >= 0
