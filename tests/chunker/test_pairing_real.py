"""The real pair: a news story and a spun copy that goes on where the source file ends."""

from sentencex import segment

from checker.chunker.pairing import align
from tests.shared import EXAMPLES, needs_shared

_FURNITURE = (
    "See also",
    "Leave a Reply",
    "Your email",
    "Required fields",
    "This story has been",
    "Source: CNN",
)
# Republished sentences 18 and 19 both render source sentence 18, 21 and 22 render 20, 26 and 27 render 24.
_PARTNER = [*range(19), 18, 19, 20, 20, 21, 22, 23, 24, 24, 25, 26]


def _sentences(name: str) -> list[str]:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    found = [sentence.strip() for line in lines for sentence in segment("en", line)]
    return [sentence for sentence in found if sentence and not sentence.startswith(_FURNITURE)]


@needs_shared
def test_every_sentence_goes_to_its_source_and_the_added_ones_to_none() -> None:
    """All thirty sentences that have a source, and all the others that have none."""
    source, republished = _sentences("source.txt"), _sentences("republished.txt")
    links = [(link.republished, link.source) for link in align(source, republished)]
    strongest = {link.republished: link for link in sorted(align(source, republished), key=lambda a: a.score)}
    assert [strongest[j].source for j in range(30)] == _PARTNER
    assert max(j for j, _ in links) == 29
    assert {i for _, i in links} == set(range(len(source)))
