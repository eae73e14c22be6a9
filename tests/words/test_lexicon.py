import pytest

from checker.words.lexicon import UNKNOWN, lexicon


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("went", "go"),
        ("cities", "city"),
        ("stopped", "stop"),
        ("harder", "hard"),
        ("men", "man"),
        ("ships", "ship"),
    ],
)
def test_a_form_leads_to_its_dictionary_word(form: str, lemma: str) -> None:
    assert lexicon().look_up(form).lemmas & lexicon().look_up(lemma).lemmas


@pytest.mark.parametrize("form", ["", "zzyx", "qwertyuiop", "a" * 10_000])
def test_nothing_is_known_of_what_is_no_word(form: str) -> None:
    assert lexicon().look_up(form) is UNKNOWN


def test_frequent_senses_come_first() -> None:
    shares = [share for _, share in lexicon().look_up("block").senses]

    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0, abs=0.1)


def test_vectors_know_what_belongs_together() -> None:
    doctor, physician, banana = (lexicon().look_up(word).row for word in ("doctor", "physician", "banana"))

    assert lexicon().similarity(doctor, physician) > 0.7
    assert lexicon().similarity(doctor, banana) < 0.4


def test_a_meaning_is_its_own_nearest_ancestor() -> None:
    meaning = lexicon().look_up("dog").senses[0][0]
    above = lexicon().ancestors(meaning)

    assert above[meaning] == 0
    assert min(step for m, step in above.items() if m != meaning) == 1


def test_the_license_goes_along() -> None:
    import zipfile
    from importlib.resources import files

    with (files("checker.words") / "lexicon.zip").open("rb") as packed, zipfile.ZipFile(packed) as archive:
        assert b"Princeton University" in archive.read("LICENSE")
