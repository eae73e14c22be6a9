"""Requests as each of the tools sends them, cut down to what the played model reads."""

from typing import Any

from tests.benchmarks.peers.pairs import CHANGED


def asked(text: str) -> dict[str, Any]:
    return {"model": "x", "messages": [{"role": "user", "content": text}]}


COPY, WRONG = CHANGED.republished, CHANGED.wrong[0]
_SPACED = COPY.replace(" in ", "  in ")

CHECKER = (
    f'<pair id="a1">\n<source>{CHANGED.source}</source>\n<copy>{COPY}</copy>\n</pair>\n'
    "Nonce: 12345678\nIds to answer: a1"
)
TRUTHS = f'return JSON, with the "truths" key as a list.\n\nText:\n{CHANGED.source}\n\nJSON:'
CLAIMS = f'return JSON, with the "claims" key as a list.\n\nAI Output:\n{COPY}\n\nJSON:'
VERDICTS = (
    "return JSON, with the 'verdicts' key as a list.\nRetrieval Contexts:\nIt rained.\n\n"
    f"Claims:\n{[WRONG, 'Nobody was hurt.']!r}\n\nJSON:"
)
STATEMENTS = (
    'Given a question and an answer, analyze ...\ninput: {"answer": "an example"}\nOutput: ...\n'
    f'Now\ninput: {{"question": "q", "answer": "{COPY}"}}\nOutput: '
)
JUDGED = (
    "Your task is to judge the faithfulness of a series of statements ...\n"
    f'input: {{"context": "c", "statements": ["{WRONG}", "Nobody was hurt."]}}\nOutput: '
)
FACTUALITY = (
    f"<expert_answer>\n{CHANGED.source}\n</expert_answer>\n<submitted_answer>\n{COPY}\n</submitted_answer>"
)
SPANS = (
    '{"hallucination_list": []}\n<answer>an example</answer>\n<source>s</source>\n'
    f"<answer>\n{_SPACED}\n</answer>"
)
