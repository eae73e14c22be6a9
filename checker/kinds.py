"""What each kind of finding and each label means, and what reports call it."""

from collections.abc import Mapping

from checker.domain import Kind, Label

KINDS: Mapping[Kind, tuple[str, str, str]] = {
    Kind.NUMBER: (
        "A count, rank, score or other figure differs, or is new.",
        "twelve firefighters were hurt",
        "twenty firefighters were hurt",
    ),
    Kind.PERCENTAGE: (
        "A share differs, or per cent and percentage points are confused.",
        "turnout fell by 3 percentage points",
        "turnout fell by 3 percent",
    ),
    Kind.MONEY: ("An amount or its currency differs.", "a $1.5 million grant", "a €1.5 million grant"),
    Kind.UNIT: (
        "A measure differs after conversion: 5 km and 3.1 miles are the same, 5 km and 5 miles are not.",
        "the fire burned 40 hectares",
        "the fire burned 40 acres",
    ),
    Kind.DATE: (
        "A date, weekday, month, year or time differs.",
        "the vote on Tuesday",
        "the vote on Thursday",
    ),
    Kind.NAME: (
        "A person, organisation or place is another one.",
        "Mayor Ana Ruiz opened the bridge",
        "Mayor Ana Reyes opened the bridge",
    ),
    Kind.ROLE: (
        "Somebody's office or title differs.",
        "State Department spokesperson Lee Park",
        "Foreign Ministry spokesman Lee Park",
    ),
    Kind.ATTRIBUTION: (
        "Somebody else says it, or nobody does any more.",
        '"We were warned," the union said',
        '"We were warned," the company said',
    ),
    Kind.QUOTATION: (
        "Words inside quotation marks are not the words that were said.",
        'he called it "a serious error"',
        'he called it "a grave crime"',
    ),
    Kind.NEGATION: ("A not, no or never came in or went away.", "has not been approved", "has been approved"),
    Kind.MODALITY: (
        "Something possible, planned or alleged became certain, or the other way round.",
        "the plant may close",
        "the plant will close",
    ),
    Kind.QUANTIFIER: (
        "Some became most, few became many, at least became at most.",
        "some members",
        "most members",
    ),
    Kind.DIRECTION: ("More became less, a rise a fall, before after.", "exports rose", "exports fell"),
    Kind.CAUSALITY: (
        "One thing after another became one thing because of another.",
        "prices rose after the strike",
        "prices rose because of the strike",
    ),
    Kind.EXCHANGE: (
        "Who did what to whom was turned around.",
        "the coach thanked the captain",
        "the captain thanked the coach",
    ),
    Kind.WORDING: (
        "A word was replaced by one that means something else.",
        "units have outstripped their convoys",
        "units have outnumbered their convoys",
    ),
    Kind.ADDITION: ("The copy claims something that the source does not.", "", ""),
    Kind.OMISSION: (
        "Something left out turns the meaning.",
        "the allegedly stolen car",
        "the stolen car",
    ),
}
"""Kind -> what it says, words of a source, words of a copy."""

LABELS: Mapping[Label, str] = {
    Label.CONSISTENT: "The copy says what the source says, in whatever words.",
    Label.DISTORTED: "A fact was garbled, exaggerated, weakened, misattributed or added. Fails by default.",
    Label.CONTRADICTORY: "Source and copy cannot both be true. Fails by default.",
    Label.UNSUPPORTED: "The copy has a passage that nothing in the source corresponds to. Fails with "
    "--fail-on unsupported.",
    Label.OMITTED: "The source has a passage that the copy leaves out. Fails with --fail-on omitted.",
    Label.UNDETERMINED: "The judge was asked and gave no usable answer. Never counted as consistent.",
    Label.IGNORED: "Page furniture: menus, bylines, links to other stories, comment forms. Not judged.",
}

WORDS: Mapping[Label, str] = {
    Label.CONTRADICTORY: "contradictory",
    Label.DISTORTED: "distorted",
    Label.UNSUPPORTED: "not in the source",
    Label.OMITTED: "left out",
    Label.UNDETERMINED: "undetermined",
    Label.IGNORED: "page furniture",
    Label.CONSISTENT: "consistent",
}
"""Label -> what reports call it."""
