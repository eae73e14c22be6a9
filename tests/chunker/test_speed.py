"""From a file's text to clean passages: how long an article of 200,000 words may take."""

import time

from checker.chunker.clean import clean
from checker.chunker.passages import passages
from checker.reading import article_from_text

SENTENCES = (
    "The council of Port Lindow voted 7-2 on Tuesday to keep the last ferry across the bay running until 2031.",
    "“Nobody here wants a bridge,” said Marta Quill, who has sold tickets on the pier for 31 years.",
    "Share prices of the operator fell 4 percent after the vote, officials said on Wednesday (AP).",
)


def test_two_hundred_thousand_words_take_less_than_three_seconds() -> None:
    text = "\n\n".join([" ".join(SENTENCES), "See also  Storm over the bay"] * 3500)
    assert len(text.split()) > 200_000
    begin = time.process_time()

    article = article_from_text(text)
    found = clean(passages(article), article)

    assert time.process_time() - begin < 3
    assert sum(passage.furniture is not None for passage in found) == 3500
