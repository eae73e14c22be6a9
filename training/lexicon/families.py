"""Groups words that are derived from one another: expand, expansion, expansive."""

from training.lexicon.wordnet import ANTONYM, DERIVED, PERTAINS, WordNet

_SHARED_START = 4


def families(net: WordNet, words: set[str]) -> dict[str, int]:
    """Number the families of `words`; a word without relatives is not in the answer.

    WordNet links words through "derivationally related" and "pertains to" pointers. Chains of such links drift
    (act, activate, active, agent), so a link counts only where both words begin alike, and never between antonyms.
    """
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.get(word, word) != word:
            parent[word] = parent.get(parent[word], parent[word])
            word = parent[word]
        return word

    opposed = {
        frozenset((word, net.synsets[other].words[index].lower()))
        for synset in net.synsets.values()
        for symbol, word, other, index in synset.lexical
        if symbol == ANTONYM
    }
    for synset in net.synsets.values():
        for symbol, word, other, index in synset.lexical:
            if symbol not in (DERIVED, PERTAINS):
                continue
            a, b = word.lower(), net.synsets[other].words[index].lower()
            if a in words and b in words and _alike(a, b) and frozenset((a, b)) not in opposed:
                parent[root(a)] = root(b)
    numbers: dict[str, int] = {}
    members: dict[str, list[str]] = {}
    for word in sorted(words):
        members.setdefault(root(word), []).append(word)
    for number, group in enumerate(group for group in members.values() if len(group) > 1):
        numbers.update(dict.fromkeys(group, number))
    return numbers


def _alike(a: str, b: str) -> bool:
    shared = min(_SHARED_START, len(a), len(b))
    return a[:shared] == b[:shared]
