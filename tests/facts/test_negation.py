"""Negations put in and left out."""

import pytest

from checker.facts import compare


@pytest.mark.parametrize(
    ("source", "republished", "rules"),
    [
        pytest.param(
            "Children taught them never to click on links.",
            "They learned from children not to click on links.",
            [],
            id="never to and not to",
        ),
        pytest.param(
            "That is not to say that rates might not change.",
            "Rates might change.",
            ["negation.dropped.unsure"],
            id="two that cancel out",
        ),
        pytest.param(
            "They did not grow corn, nor tomatoes, nor cocoa.",
            "They did not grow corn, tomatoes or cocoa.",
            [],
            id="one for all of a list",
        ),
        pytest.param(
            "The owner left the projector behind in 2016.",
            "The owner did not take the projector in 2016.",
            [],
            id="another verb in front of the same noun",
        ),
        pytest.param(
            "Jumping from bridges is forbidden.",
            "You must not jump from bridges.",
            [],
            id="forbidden for not",
        ),
        pytest.param(
            "The tunnel is now expected to be finished by June.",
            "It should not be finished by June.",
            ["negation.inserted.near"],
            id="the same verb, other words around it",
        ),
        pytest.param(
            "Not being able to reach the hut, they turned back.",
            "They were unable to reach the hut and turned back.",
            [],
            id="not able and unable",
        ),
        pytest.param(
            "The pump works by replacing the need to carry water.",
            "Thanks to the pump they don't need to carry water.",
            [],
            id="replace for not",
        ),
        pytest.param(
            "A leak is often undetectable during the usual check.",
            "A leak is often not seen during the usual check.",
            [],
            id="what cannot be done",
        ),
        pytest.param(
            "He does not drive.",
            "He doesn't drive.",
            [],
            id="contraction",
        ),
        pytest.param(
            "The firm did not publish accounts.",
            "The firm failed to publish accounts.",
            [],
            id="fail for not",
        ),
        pytest.param(
            "Prices did not rise in May.",
            "Prices fell in May.",
            [],
            id="opposite for not",
        ),
        pytest.param(
            "It was neither cheap nor safe.",
            "It was not cheap or safe.",
            [],
            id="neither and nor",
        ),
        pytest.param(
            "It hurt not only Rome but also Milan.",
            "It hurt Rome and Milan.",
            [],
            id="not only",
        ),
        pytest.param(
            "The ferry no longer runs in winter.",
            "The ferry does not run in winter.",
            [],
            id="no longer",
        ),
        pytest.param(
            "He no longer smokes cigars.",
            "He stopped smoking cigars.",
            [],
            id="stop for not",
        ),
        pytest.param(
            "The ministry did not approve the sale.",
            "The ministry approved the sale.",
            ["negation.dropped"],
            id="dropped",
        ),
        pytest.param(
            "The mayor has signed the pact.",
            "The mayor has not signed the pact.",
            ["negation.inserted"],
            id="put in",
        ),
        pytest.param(
            "There is no proof of fraud.",
            "There is proof of fraud.",
            ["negation.dropped"],
            id="no",
        ),
        pytest.param(
            "He refused to sign the letter.",
            "He signed the letter.",
            ["negation.dropped.refusal"],
            id="refusal left out",
        ),
        pytest.param(
            "The strike was legal.",
            "The strike was illegal.",
            ["negation.prefix"],
            id="prefix",
        ),
        pytest.param(
            "The strike was not legal.",
            "The strike was illegal.",
            [],
            id="prefix with not",
        ),
        pytest.param(
            "The migrants left.",
            "The immigrants left.",
            [],
            id="a word that only looks negated",
        ),
        pytest.param(
            "No ferry ran on Sunday. By Monday noon the crew had mended both of the engines at the yard in Larn and "
            "it was said that the captain and the mate had signed the papers.",
            "By Monday noon the crew had mended both of the engines at the yard in Larn and it was said that the "
            "captain and the mate had not signed the papers.",
            ["negation.inserted"],
            id="put in where another one far away was left out",
        ),
        pytest.param(
            "She does not think that he signed the papers.",
            "She thinks that he had not signed the papers.",
            [],
            id="moved to the verb beside it",
        ),
        pytest.param(
            "A non-profit runs it.",
            "A nonprofit runs it.",
            [],
            id="hyphen",
        ),
    ],
)
def test_rules(source: str, republished: str, rules: list[str]) -> None:
    assert [item.rule for item in compare(source, republished)] == rules
