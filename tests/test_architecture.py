"""Imports point from the edge to the core: domain <- chunker, facts <- judges <- pipeline <- commands <- cli."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "checker"

LAYERS = (
    {"domain", "exits", "clock", "parsing", "stopping"},
    {"errors", "ports"},
    {"output", "processes", "progress", "transactions"},
    {"facts", "words", "policy"},
    {"reading", "chunker", "prompting"},
    {"judges", "llm", "validator", "aggregate", "gaps", "waivers"},
    {"pipeline", "judging", "reports", "kinds", "explanations", "wiring", "session", "store", "acceptance"},
    {"config"},
    {"settled", "ci", "selftest"},
    {"doctor", "starter", "batch"},
    {"commands", "cli", "__main__"},
)
"""From the core outwards; a part may import from its own layer and from those before it."""

HEAVY = (
    "openai",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "numpy",
    "rich",
    "pydantic",
    "pydantic_settings",
    "markdown_it",
    "pypdf",
    "sentencex",
    "jinja2",
)


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_part_imports_only_from_its_own_layer_inwards(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    parts = {name.split(".")[1] for name in imports_of(path) if name.startswith("checker.")}

    assert all(layer_of(part) <= layer_of(own) for part in parts)


@pytest.mark.parametrize("part", ["domain", "exits"])
def test_the_core_needs_only_the_standard_library(part: str) -> None:
    foreign = {name.split(".")[0] for name in imports_of(PACKAGE / f"{part}.py")} - set(
        sys.stdlib_module_names
    )

    assert not foreign


def test_start_up_imports_nothing_heavy() -> None:
    code = "import sys, checker.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not set(HEAVY) & set(loaded)
