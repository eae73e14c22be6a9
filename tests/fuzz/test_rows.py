"""Whatever stands in a file of ready-made pairs, `checker judge` answers every line of it."""

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checker import cli
from tests.fuzz.profile import fuzzed
from tests.fuzz.texts import articles_and_copies, texts

fields = st.one_of(
    texts, st.none(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.none(), max_size=2)
)
rows = st.one_of(
    texts,
    st.dictionaries(st.sampled_from(["id", "source", "republished", "x"]), fields).map(json.dumps),
    st.builds(
        lambda id_, both: json.dumps({"id": id_, "source": both[0], "republished": both[1]}),
        fields,
        articles_and_copies(),
    ),
    st.integers(1, 2_000).map(lambda depth: "[" * depth),
    st.sampled_from(
        ['{"id": "\\ud800", "source": "a", "republished": "b"}', '{"id": 1e999}', '{"id": NaN}', "9" * 5_000]
    ),
)


@fuzzed
@given(lines=st.lists(rows, max_size=4))
def test_any_lines_as_ready_made_pairs(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = "\n".join(lines).encode("utf-8", "replace")
        asked, answered = Path(folder) / "pairs.jsonl", Path(folder) / "verdicts.jsonl"
        asked.write_bytes(data)

        code = cli.run(["judge", str(asked), "--judge", "rules", "-f", f"jsonl:{answered}"])

        written = [line for line in data.split(b"\n") if line.decode().strip()]
        verdicts = [json.loads(line, parse_constant=_refuse) for line in answered.read_bytes().splitlines()]
    assert len(verdicts) == len(written)
    assert code == (3 if any(row["label"] == "undetermined" for row in verdicts) else 0)
    for row in verdicts:
        assert (row["label"] == "undetermined") == (row["reason"] is not None)
        chance = row["p_consistent"]
        assert chance is None or 0 <= chance <= 1


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
