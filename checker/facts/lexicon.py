"""Words that are not names even with a capital letter, and titles that stand before names."""

from functools import cache
from pathlib import Path

from checker.facts.vocabulary import word_set


@cache
def common_words() -> frozenset[str]:
    """Return English words that texts hardly ever write with a capital (made by `benchmarks/facts_words.py`)."""
    return frozenset(Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").split())


HONORIFICS = word_set(
    """
    mr mrs ms miss dr sir dame lord lady prof professor rev reverend saint st st. madam mx hon honorable
    jr sr
    """
)
"""Polite titles, which come and go without changing who is meant."""

TITLES = {
    word: head
    for head, words in {
        "president": "president presidents",
        "vice-president": "vice",
        "premier": "premier pm",
        "minister": "minister ministers",
        "secretary": "secretary secretaries",
        "spokesperson": "spokesperson spokesman spokeswoman spokespeople",
        "adviser": "adviser advisor advisers advisors",
        "director": "director directors",
        "chief": "chief chiefs head boss",
        "chairman": "chairman chairwoman chair chairperson",
        "executive": "executive ceo executives",
        "governor": "governor governors gov",
        "mayor": "mayor mayors",
        "senator": "senator senators sen",
        "representative": "representative congressman congresswoman rep congressmen",
        "ambassador": "ambassador ambassadors envoy envoys",
        "general": "general gen",
        "colonel": "colonel col",
        "captain": "captain capt",
        "commander": "commander commanders",
        "lieutenant": "lieutenant lt",
        "sergeant": "sergeant sgt",
        "admiral": "admiral adm",
        "major": "major maj",
        "judge": "judge judges",
        "prosecutor": "prosecutor prosecutors",
        "lawyer": "lawyer lawyers attorney attorneys solicitor barrister",
        "professor": "professor professors prof",
        "doctor": "doctor doctors dr surgeon physician physicians",
        "coach": "coach manager trainer",
        "king": "king",
        "queen": "queen",
        "prince": "prince",
        "princess": "princess",
        "duke": "duke",
        "pope": "pope",
        "bishop": "bishop archbishop",
        "cardinal": "cardinal",
        "chancellor": "chancellor",
        "treasurer": "treasurer",
        "leader": "leader leaders",
        "diplomat": "diplomat diplomats",
        "official": "official officials",
        "officer": "officer officers",
        "analyst": "analyst analysts",
        "economist": "economist economists",
        "scientist": "scientist scientists researcher researchers",
        "editor": "editor editors",
        "reporter": "reporter reporters journalist journalists correspondent",
        "founder": "founder co-founder cofounder founders",
        "owner": "owner owners",
        "author": "author writer authors writers novelist",
        "actor": "actor actress actors",
        "singer": "singer singers",
        "player": "player players",
        "deputy": "deputy",
        "commissioner": "commissioner commissioners",
        "inspector": "inspector detective",
        "sheriff": "sheriff",
        "councillor": "councillor councilor councilman councilwoman",
        "mp": "mp mps lawmaker lawmakers",
        "aide": "aide aides",
        "counterpart": "counterpart counterparts",
        "teacher": "teacher teachers",
        "nurse": "nurse nurses",
        "farmer": "farmer farmers",
        "engineer": "engineer engineers",
        "principal": "principal headteacher headmaster",
        "accountant": "accountant accountants",
        "banker": "banker bankers",
        "witness": "witness witnesses",
        "resident": "resident residents",
    }.items()
    for word in words.split()
}
"""Lower-case title or office -> one word for its variants."""
TITLE_FORMS: dict[str, frozenset[str]] = {
    head: frozenset(word for word, other in TITLES.items() if other == head) for head in TITLES.values()
}
"""One word for the variants of a title -> the variants."""
