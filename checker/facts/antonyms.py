"""Pairs of words that say the opposite, by stem; other modules ask whether two stems are such a pair."""

from checker.facts.stems import stem_of
from checker.facts.vocabulary import opposed, word_set, words

_ROWS = """
rise increase climb grow gain soar jump surge / fall decrease decline drop shrink lose plunge slump
up upward / down downward
growth gain expand expansion / reduction loss contract contraction decline shrink
raise boost lift / lower cut reduce slash
increased rising growing / reduced falling shrinking declining
above over / below under
before / after
earlier sooner / later
more / less fewer
most / least
higher / lower
bigger larger greater / smaller lesser
high / low
big large huge giant / small tiny
long / short
longer / shorter
older / younger
old / young new
first / last
former / latter
win won victory winner beat defeat / lose lost loss defeat loser
north northern / south southern
east eastern / west western
left / right
top / bottom
begin start open launch / end finish stop close
opening / closing
buy purchase / sell
buyer / seller
import importing importer / export exporting exporter
lend / borrow
support back favor endorse / oppose reject
supporter / opponent critic
accept approve agree / reject refuse
allow permit legalize / ban forbid prohibit block prevent
arrive enter come / leave depart exit go
strong / weak
stronger / weaker
strengthen / weaken
strength / weakness
confirm admit acknowledge / deny
success successful succeed / failure unsuccessful fail
better / worse
best / worst
good / bad
positive / negative
improve improvement / worsen deteriorate deterioration
hot warm / cold cool
warmer hotter / colder cooler
rich wealthy / poor
early / late
fast quick / slow
quickly rapidly fast faster quicker / slowly slow slower
former / current incumbent
also / only
mainly mostly usually / never
local / global
national / international
hundred hundreds / thousand thousands million millions billion billions
thousand thousands / million millions billion billions
million millions / billion billions
accelerate / slow decelerate
hire recruit / fire dismiss
optimistic / pessimistic
optimism / pessimism
majority / minority
maximum / minimum
inside / outside
attack / defend
create / destroy
construct build / demolish destroy
advance / retreat
ally friend / enemy foe
friendly / hostile
safe / dangerous
safer / riskier
guilty / innocent
convict / acquit
alive / dead
live survive / die
public / private
male man men boy / female woman women girl
husband / wife
father / mother
son / daughter
brother / sister
king / queen
common / rare
often frequently / rarely seldom
easy / difficult hard
easier / harder
full / empty
light / dark heavy
lighter / heavier
wide / narrow
widen / narrow
remember / forget
love like / hate dislike
praise / criticize condemn
cheap / expensive
cheaper / pricier
profit / loss
surplus / deficit
asset / liability
victim / attacker
teacher / student
employer / employee
domestic / foreign
urban / rural
day / night
morning / evening
summer / winter
spring / autumn
join / leave quit
lengthen extend / shorten
include / exclude
include included including / exclude excluded excluding
release free / detain arrest imprison
lock / unlock
save / spend
appear / disappear vanish
find / lose
present / absent
presence / absence
possible / impossible
encourage / discourage
ease relax loosen / tighten
tougher stricter / softer looser
healthy / sick
permanent / temporary
major / minor
conservative / liberal
peace / war
truth true / lie false
obey / violate
protect / endanger
push / pull
lead / trail follow
leading / trailing
outperform exceed / underperform
overestimate / underestimate
calm / violent
quiet / loud
clean / dirty
dry / wet
deep / shallow
thick / thin
attract / repel
upgrade / downgrade
optimist / pessimist
ascend / descend
backward / forward
backwards / forwards
inner / outer
interior / exterior
internal / external
vertical / horizontal
ancient / modern
asleep / awake
beautiful / ugly
brave / cowardly
generous / stingy
happy / sad
hope / despair
near / far
closer / farther
with / without
for / against
upstairs / downstairs
stay remain / leave depart quit
past / future
different differently difference / similar similarly similarity
insider / outsider
hidden / exposed visible
typical / atypical
initially / eventually
kill / spare
qualified trained skilled / unqualified untrained unskilled
expense expenditure / income earnings revenue
promote elevate / demote
"""
OPPOSITE = opposed(_ROWS, key=stem_of)
"""Stem -> stems of its opposites."""

_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
_ADJECTIVES = tuple(
    words("able ible ent ate ite ect ive ous al ar ure ity ance ence ency ly human just pure")
)
_DIS = word_set(
    """
    disagree disagreed disagrees disagreement disappear disappeared disapprove disapproved disapproval dishonest
    disconnected disallow disallowed disadvantage disbelief discomfort discontinue discontinued discourage discouraged
    disloyal disobey disobeyed disorganized displeased disprove disproved disqualify disqualified disregard
    dissatisfied dissatisfaction dissimilar distrust disability disabled disunity disinterest disrespect disproved
    """
)
_NOT_NEGATED = word_set(
    "invaluable indifferent internal intent intense invent inherent inventive inside instance"
)


def negated_form(word: str, other: str) -> bool:
    """Say whether `other` is `word` with a negative prefix (*likely*, *unlikely*) or *-less* for *-ful*."""
    if len(word) < 4:
        return False
    if other.endswith(word):
        prefix = other[: -len(word)]
        if prefix in ("un", "non"):
            return other not in ("union", "unions", "unit", "units", "unique", "under")
        if prefix == "dis":
            return other in _DIS
        return prefix in _NEGATING and other.endswith(_ADJECTIVES) and other not in _NOT_NEGATED
    return word.endswith("ful") and other == word[:-3] + "less"


def opposite(left: str, right: str) -> bool:
    """Say whether two stems are a pair of opposites."""
    return right in OPPOSITE.get(left, ())
