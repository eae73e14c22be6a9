"""Brings forms and spellings of an English word together, roughly and fast. Also a list of little words."""

from functools import lru_cache

from checker.facts.vocabulary import word_set

FUNCTION_WORDS = word_set(
    """
    a about above across after again against all along also although always am among an and another any
    anyone anything are around as at away back be became because become been before behind being below
    between both but by came can come could did do does doing done down during each either else even
    ever every everyone everything few for from further get gets getting go goes going gone got had has
    have having he her here hers herself him himself his how however i if in including indeed instead
    into is it its itself just keep last later least less like made make makes many may me might mine
    more moreover most much must my myself near nearly neither never next no nobody none nor not nothing
    now of off often on once one only onto or other others our ours ourselves out over own per perhaps
    put quite rather said say says saying see seem seemed seems several shall she should since so some
    someone something soon still such take taken tell than that the their theirs them themselves then
    there therefore these they thing things this those though through thus till to today together told
    too took toward towards tried try under until unto up upon us use used using very via was we well
    went were what whatever when whenever where whether which while who whoever whole whom whose why
    will with within without would yet you your yours yourself yourselves
    """
)
"""Stems and forms of words that say little about where in a text one is."""

# Forms that no ending rule leads back, and words that mean the same for every comparison here.
_SAME = {
    form: head
    for head, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "say": "says said saying",
        "tell": "tells told",
        "go": "goes went gone going",
        "get": "gets got gotten getting",
        "make": "makes made making",
        "take": "takes took taken taking",
        "give": "gives gave given giving",
        "come": "comes came coming",
        "become": "becomes became becoming",
        "see": "sees saw seen",
        "know": "knows knew known",
        "find": "finds found",
        "think": "thinks thought",
        "leave": "leaves left leaving",
        "keep": "keeps kept",
        "hold": "holds held",
        "bring": "brings brought",
        "buy": "buys bought",
        "sell": "sells sold",
        "send": "sends sent",
        "spend": "spends spent",
        "build": "builds built",
        "lose": "loses lost losing",
        "win": "wins won winning",
        "rise": "rises rose risen rising",
        "fall": "falls fell fallen falling",
        "grow": "grows grew grown growing",
        "begin": "begins began begun beginning",
        "run": "runs ran running",
        "meet": "meets met meeting",
        "write": "writes wrote written writing",
        "speak": "speaks spoke spoken speaking",
        "break": "breaks broke broken breaking",
        "choose": "chooses chose chosen choosing",
        "drive": "drives drove driven driving",
        "fly": "flies flew flown flying",
        "steal": "steals stole stolen stealing",
        "shoot": "shoots shot shooting",
        "strike": "strikes struck stricken striking",
        "teach": "teaches taught",
        "catch": "catches caught",
        "fight": "fights fought",
        "lead": "leads led",
        "pay": "pays paid",
        "die": "dies died dying",
        "lie": "lies lay lain lying",
        "seek": "seeks sought",
        "feel": "feels felt",
        "stand": "stands stood",
        "understand": "understands understood",
        "mean": "means meant",
        "hear": "hears heard",
        "deny": "denies denied",
        "child": "children",
        "man": "men",
        "woman": "women",
        "person": "persons people",
        "foot": "feet",
        "spokesperson": "spokesman spokeswoman spokesmen spokeswomen spokespeople spokespersons",
        "chairman": "chairwoman chairperson chair chairmen",
        "adviser": "advisor advisers advisors",
        "policeman": "policemen policewoman",
        "percent": "percentage pct",
        "kilometer": "kilometre kilometres kilometers km kms",
        "meter": "metre metres meters",
        "color": "colour colours colors colored coloured",
        "defense": "defence",
        "license": "licence",
        "program": "programme programmes programs",
        "gray": "grey",
        "labor": "labour",
        "center": "centre centres centers centered centred",
        "theater": "theatre theatres theaters",
        "tire": "tyre tyres tires",
        "enroll": "enrol",
        "skeptic": "sceptic sceptical skeptical",
        "usa": "america",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return what the forms of a lower-case word share; a word of other languages or a short one as it is."""
    if word in _SAME:
        return _SAME[word]
    if len(word) < 4 or not word.isascii():
        return word
    stem = _without_ending(word)
    if len(stem) > 5:
        if "is" in stem[-3:]:
            stem = stem.replace("isat", "izat")
            if stem.endswith("is"):
                stem = stem[:-1] + "z"
        stem = stem.replace("our", "or") if stem.endswith("our") else stem
    return _SAME.get(stem, stem)


def _without_ending(word: str) -> str:  # noqa: PLR0911
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ing") and len(word) > 5 and _has_vowel(word[:-3]):
        return _undouble(word[:-3])
    if word.endswith("ed") and len(word) > 4 and _has_vowel(word[:-2]):
        return _undouble(word[:-2])
    if word.endswith("es") and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1].removesuffix("e") if len(word) > 4 else word[:-1]
    if word.endswith("e") and len(word) > 4:
        return word[:-1]
    return word


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouy" for letter in word)


def _undouble(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def stem_set(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that white space separates."""
    return frozenset(map(stem_of, text.split()))
