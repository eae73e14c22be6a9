"""Who is compared, how each is installed, and how each was set up."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One of the tools that are compared."""

    name: str
    runner: str
    """Module in `benchmarks/peers/runners`."""
    set_up: str
    """How it is configured here, and what counts as a verdict."""
    environment: str = ""
    """Folder of its own environment; empty: the project's."""
    pip: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    asks: bool = False
    """Whether it asks a language model."""
    steps: bool = False
    """Whether it asks for other things first, and for the verdict last."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What its runner is told."""


TORCH = "torch==2.13.0"
"""A CPU build will do."""

TOOLS = (
    Tool(
        name="checker, rules",
        runner="checker_judge",
        options={"judge": "rules"},
        set_up="`checker judge --judge rules`",
    ),
    Tool(
        name="checker, embedded",
        runner="checker_judge",
        options={"judge": "embedded"},
        set_up="`checker judge`, the default",
    ),
    Tool(
        name="checker, llm",
        runner="checker_judge",
        options={"judge": "llm"},
        asks=True,
        set_up="`checker judge --judge llm`",
    ),
    Tool(
        name="TF-IDF overlap",
        runner="overlap",
        set_up="cosine of the two texts' words; the threshold is the best one for these very pairs, found afterwards",
    ),
    Tool(
        name="DeepEval",
        runner="deepeval_faithfulness",
        environment="deepeval",
        pip=("deepeval==4.3.1",),
        asks=True,
        steps=True,
        set_up="`FaithfulnessMetric(threshold=0.7, include_reason=True)` as in its documentation, `LocalModel`, "
        "`evaluate` with errors ignored (else the first ends the run)",
    ),
    Tool(
        name="Ragas",
        runner="ragas_faithfulness",
        environment="ragas",
        # `pip install ragas` alone takes a langchain-community in which a module that it imports is gone.
        pip=(
            "ragas==0.4.3",
            "langchain-community<0.4",
            "langchain-core<1",
            "langchain-openai<1",
            "langchain<1",
        ),
        asks=True,
        steps=True,
        set_up="`Faithfulness` of `ragas.metrics.collections` through `llm_factory`, 16 at a time; it gives a score "
        "and no verdict: below 1 counts as flagged",
    ),
    Tool(
        name="promptfoo",
        runner="promptfoo_factuality",
        environment="promptfoo",
        npm=("promptfoo@0.121.20",),
        asks=True,
        set_up="the copy as output of an `echo` provider, `factuality` against the source, categories A, B, C and E "
        "pass as by default, no cache",
    ),
    Tool(
        name="LettuceDetect, LLM",
        runner="lettucedetect_llm",
        environment="lettucedetect",
        pip=(TORCH, "lettucedetect==0.2.3"),
        asks=True,
        set_up='`HallucinationDetector(method="llm")`; a span in the copy counts as flagged',
    ),
    Tool(
        name="LettuceDetect, encoder",
        runner="lettucedetect_weights",
        environment="lettucedetect",
        pip=(TORCH, "lettucedetect==0.2.3"),
        set_up='`HallucinationDetector(method="transformer")` with the weights its documentation starts with',
    ),
    Tool(
        name="MiniCheck",
        runner="minicheck_scorer",
        environment="minicheck",
        # The package of this name in the index is another program.
        pip=("minicheck @ git+https://github.com/Liyan06/MiniCheck.git@main",),
        set_up='`MiniCheck(model_name="roberta-large")`',
    ),
    Tool(
        name="SummaC",
        runner="summac_zs",
        environment="summac",
        pip=(TORCH, "summac==0.0.4"),
        set_up='`SummaCZS(granularity="sentence", model_name="vitc")`',
    ),
)

QUIET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DEEPEVAL_TELEMETRY_OPT_OUT": "1",
    "DEEPEVAL_NO_INSPECT_PROMPT": "1",
    "DEEPEVAL_UPDATE_WARNING_OPT_IN": "0",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "PROMPTFOO_DISABLE_TELEMETRY": "1",
    "PROMPTFOO_DISABLE_UPDATE": "1",
    "PROMPTFOO_DISABLE_SHARING": "1",
    "PROMPTFOO_DISABLE_REMOTE_GENERATION": "1",
    "RAGAS_DO_NOT_TRACK": "true",
}
"""Turns their telemetry, update checks and sharing off."""
