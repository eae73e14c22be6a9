"""What the targets are fed: articles and copies of them, made of what trips readers, splitters and rules."""

from hypothesis import strategies as st

from tests.reports.hostile import HOSTILE

SENTENCES = (
    "The barrier cost $18.5 million and was built by 240 workers.",
    "“Nobody here wants a bridge,” said Marta Quill, who has sold tickets for 31 years.",
    "Share prices fell 4 percent on Wednesday, officials told AP.",
    "Mr. J. R. Smith Jr. of St. Louis, Mo., didn't deny it at 5:30 p.m. on Jan. 3, 2021.",
    "Neither the U.S. nor the U.K. may have signed before 1998-99, according to the treaty.",
    "About a third of the 1,200 houses (36%) burned because of the storm…",
    "Der Bürgermeister kündigte am 3. März 2021 rund 1,5 Mio. Euro an.",
    "Le maire a dit : « Nous n’avons pas fini. » Il pleuvait.",
    "市长星期二表示，七艘船沉没。他说：“没有人受伤。”",
    "Мэр заявил, что 12 человек не пострадали.",
    "Between 7 and 9 ships sank; three-quarters of them, or 2.4 tonnes, at -40 °C.",
    "Seven",
    "See also: Storm over the bay",
    "By Jane Doe and John Roe, Reuters",
    "(Reporting by Jane Doe; Editing by John Roe)",
    "ROME (Reuters) -",
    "Share this story",
    "1. first 2. second",
)
MARKUP = (
    "# ", "## ", "- ", "* ", "> ", "1. ", "```", "~~~\n", "|a|b|\n|-|-|\n", "---\n", "+++\n", "***", "[x](y)", "![",
    "](", "<p>", "</p>", "<li>", "<table><tr><td>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script",
    "<article>", "<nav>", "<a href='x'>", "<br>", "<blockquote>", "&amp;", "&#0;", "&#1;", "&#31", "&#x110000;",
    "&notanentity", "&lt", "<?xml", "<!doctype html>", "<pre>", "<h1>", "<q>", "<svg>", "<template>",
    "<meta charset=utf-16>",
)  # fmt: skip
SIGNS = (
    "\r", "\r\n", "\n\n", "\t", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\xa0", "\u200b", "\ufeff", "\x00",
    "\x1b[31m", "\u202e", "\ud800", "\udfff", "é", "e\u0301", "İ", "ß", "ﬁ", "½", "²", "①", "Ⅷ", "𝟘", "٣", "👩🏽‍🚀",
    "“", "”", "„", "«", "»", "‘", "’", "'", '"', "(", ")", "[", "]", "—", "–", "-", "…", "...", "?!", "%", "$", "€",
)  # fmt: skip

pieces = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(SENTENCES),
    st.sampled_from(MARKUP),
    st.sampled_from(SIGNS),
    st.sampled_from(HOSTILE),
    st.text(max_size=12),
    st.from_regex(r"[A-Z][a-z]{1,9}( [A-Z]?[a-z0-9,.'-]{1,9}){0,9}[.!?]", fullmatch=True),
    st.builds(
        "{}{:,}{}".format,
        st.sampled_from(["", "$", "-", "€"]),
        st.integers(),
        st.sampled_from(["", "%", "km", "th", "."]),
    ),
)
seams = st.sampled_from([" ", " ", "\n\n", "\n", "", "\r\n\r\n", ", "])
texts = st.lists(st.tuples(pieces, seams), max_size=16).map(
    lambda found: "".join(piece + seam for piece, seam in found)
)


@st.composite
def articles_and_copies(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and one that was made of it: parts left out, moved, repeated, changed, and others added."""
    parts = draw(st.lists(st.tuples(pieces, seams), min_size=1, max_size=10))
    copied = draw(st.permutations(parts)) if draw(st.booleans()) else list(parts)
    changes = draw(
        st.lists(st.tuples(st.integers(0, 40), st.one_of(st.none(), st.tuples(pieces, seams))), max_size=4)
    )
    for at, put in changes:
        place = at % (len(copied) + 1)
        copied[place : place + 1] = [put] if put else []
    join = "".join
    return join(p + s for p, s in parts), join(p + s for p, s in copied)
