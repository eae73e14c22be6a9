"""Closed classes of English words: grammar, negation, modality, quantity, reporting, offices, numbers."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words(
    """
    no not never none nobody nothing nowhere neither nor without cannot hardly barely scarcely
    """
)
POSSIBLE = _words(
    """
    may might could can possibly perhaps maybe potentially likely probably apparently allegedly
    reportedly seemingly
    """
)
NECESSARY = _words("must should shall ought")
FUTURE = _words("will would")
MODALS = POSSIBLE | NECESSARY | FUTURE
UNIVERSAL = _words(
    """
    all every each always entirely completely everyone everybody everything totally wholly both entire
    whole fully
    """
)
PARTIAL = _words(
    """
    some most many several few part partly partially sometimes often usually generally mostly half
    majority minority rarely seldom occasionally certain nearly almost
    """
)
LIMITS = _words("only just even merely solely least")
QUANTIFIERS = UNIVERSAL | PARTIAL | LIMITS
CAUSAL = _words(
    """
    because since therefore thus hence cause caused causes causing due thanks result resulted results
    owing consequently lead led leads leading so
    """
)
TEMPORAL = _words(
    """
    before after during until till since while when once ago earlier later previously now then already
    still yet soon recently formerly
    """
)
CONTRAST = _words("but however although though despite whereas while yet nevertheless nonetheless")
CONDITIONAL = _words("if unless whether provided")
PRONOUNS = _words(
    """
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    himself herself itself themselves myself ourselves who whom whose which that this these those
    """
)
PREPOSITIONS = _words(
    """
    of in to for with on at from by about as into like through after over between out against during
    without before under around among near off toward towards upon via within across behind beyond onto
    along beside besides below above per amid
    """
)
AUXILIARIES = _words(
    """
    be am is are was were been being have has had having do does did doing
    """
)
ARTICLES = _words("a an the")
_OTHER = _words(
    """
    and or nor there here what where why how than too very also s t such own same other another any both
    either
    """
)
FUNCTION_WORDS = (
    ARTICLES
    | AUXILIARIES
    | PREPOSITIONS
    | PRONOUNS
    | CONDITIONAL
    | CONTRAST
    | LIMITS
    | NECESSARY
    | FUTURE
    | _OTHER
    | _words("no not never neither none may might could can all every each some most many several few")
    | _words("because since so therefore thus then until till when once up down more less")
)
"""What is aligned by its place rather than for its own sake. The graver classes above also hold words of content."""

SAYING = _words(
    """
    say says said saying tell tells told telling add adds added adding announce announces announced state states
    stated stating report reports reported explain explains explained note noted notes noting according remark
    remarked remarks comment commented comments mention mentions mentioned reply replied replies answer answered
    write writes wrote
    """
)
"""Verbs that report words without taking a stand on them."""
_STANCES = _words(
    """
    claim claims claimed warn warns warned warning insist insists insisted argue argues argued admit admits
    admitted deny denies denied confirm confirms confirmed suggest suggests suggested believe believes believed
    think thinks thought accuse accuses accused allege alleges alleged ask asks asked acknowledge acknowledges
    acknowledged declare declares declared describe describes described promise promises promised reveal reveals
    revealed hope hopes hoped fear fears feared expect expects expected predict predicts predicted estimate
    estimates estimated agree agrees agreed know knows knew demand demands demanded urge urges urged order orders
    ordered threaten threatens threatened
    """
)
REPORTING = SAYING | _STANCES

OFFICES = _words(
    """
    president vice minister ministry secretary spokesman spokeswoman spokesperson chancellor premier
    governor senator congressman congresswoman mayor ambassador diplomat general colonel captain
    lieutenant sergeant commander admiral king queen prince princess pope bishop archbishop cardinal
    judge justice attorney prosecutor lawyer director chairman chairwoman chair chief executive officer
    official manager head leader deputy assistant adviser advisor professor doctor coach captain owner
    founder editor reporter analyst expert scientist researcher commissioner inspector detective police
    department office agency bureau committee council parliament congress senate court coordinator
    representative delegate envoy aide counsel treasurer
    """
)

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
_LARGER = {
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
NUMBER_VALUES = (
    {word: float(value) for value, word in enumerate(_UNITS.split())}
    | _LARGER
    | {word: float(value) for value, word in enumerate(_ORDINALS.split(), start=1)}
)


def _classes() -> dict[str, str]:
    groups = {
        "negation": NEGATIONS,
        "modality": MODALS,
        "quantifier": QUANTIFIERS,
        "conditional": CONDITIONAL,
        "causal": CAUSAL,
        "contrast": CONTRAST,
        "temporal": TEMPORAL,
        "article": ARTICLES,
        "pronoun": PRONOUNS,
        "preposition": PREPOSITIONS,
        "auxiliary": AUXILIARIES,
    }
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found.setdefault(word, name)
    return found


CLASS_OF = _classes()
"""Word -> its class; a word of two has the graver one (`without` is a negation, not a preposition)."""
