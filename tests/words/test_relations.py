import pytest

from checker.words.relations import Relation, compare
from checker.words.tokens import tokenize


@pytest.mark.parametrize(
    ("source", "republished", "relation"),
    [
        ("color", "colour", Relation.SAME),
        ("fifty", "50", Relation.SPELLING),
        ("told", "tell", Relation.INFLECTION),
        ("expand", "expansion", Relation.DERIVATION),
        ("shipments", "ships", Relation.SAME_ROOT),
        ("began", "started", Relation.SYNONYM),
        ("big", "large", Relation.SYNONYM),
        ("Russia", "Russian", Relation.NAME_VARIANT),
        ("US", "American", Relation.NAME_VARIANT),
        ("Zelensky", "Zhelensky", Relation.NAME_VARIANT),
        ("murder", "kill", Relation.HYPERNYM),
        ("animal", "dog", Relation.HYPONYM),
        ("prison", "jail", Relation.CO_HYPONYM),
        ("increase", "decrease", Relation.ANTONYM),
        ("rapid", "slow", Relation.ANTONYM),
        ("logistical", "logic", Relation.LOOK_ALIKE),
        ("three", "four", Relation.NUMBER),
        ("Price", "Netflix", Relation.NAME),
        ("Monday", "Tuesday", Relation.NAME),
        ("Secretary", "Minister", Relation.OFFICE),
        ("said", "claimed", Relation.REPORTING),
        ("outstripped", "outnumbered", Relation.UNRELATED),
        ("may", "will", Relation.MODALITY),
        ("all", "some", Relation.QUANTIFIER),
        ("before", "after", Relation.CONNECTIVE),
        ("he", "she", Relation.PRONOUN),
        ("to", "from", Relation.PREPOSITION),
        ("the", "a", Relation.FUNCTION),
    ],
)
def test_relation(source: str, republished: str, relation: Relation) -> None:
    there, here = (tokenize(f"Then {word}")[1] for word in (source, republished))

    assert compare(there, here).relation is relation


@pytest.mark.parametrize(
    ("source", "republished"),
    [
        ("told", "tell"),
        ("big", "large"),
        ("hot", "cold"),
        ("three", "four"),
        ("Price", "Netflix"),
        ("may", "will"),
    ],
)
def test_relations_without_a_direction_are_symmetric(source: str, republished: str) -> None:
    there, here = (tokenize(f"Then {word}")[1] for word in (source, republished))

    assert compare(there, here) == compare(here, there)


def test_may_and_could_are_nearer_than_may_and_will() -> None:
    may, could, will = (tokenize(f"they {word}")[1] for word in ("may", "could", "will"))

    assert compare(may, could).nearness > compare(may, will).nearness
