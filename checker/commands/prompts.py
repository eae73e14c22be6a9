"""`checker prompts list|show|diff|check`: what a language model is told, and whether a prompt of one's own will do."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.exits import Exit

if TYPE_CHECKING:
    from checker.prompting import Prompt

prompts = typer.Typer(
    name="prompts",
    help="Look at what a language model is told, and check prompts of your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

PromptDir = Annotated[
    Path | None, typer.Option("--prompt-dir", help="A folder of your own prompt files, which come first.")
]


@prompts.command("list")
def list_(prompt_dir: PromptDir = None) -> None:
    """List the prompts: name, fingerprint, and what is new in that version."""
    from checker.prompting import load

    for prompt in load(prompt_dir).all:
        typer.echo(f"{prompt.name}  {prompt.fingerprint}  {prompt.changed}")


@prompts.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="PROMPT", help="An id, such as judge_pair, or a version: judge_pair@1.")
    ],
    schema: Annotated[
        bool, typer.Option("--schema", help="Show the JSON schema of the answer instead.")
    ] = False,
    prompt_dir: PromptDir = None,
) -> None:
    """Show a prompt as its file has it, ready to be copied into a folder of your own."""
    from checker.prompting import load

    prompt = load(prompt_dir).get(name)
    if schema:
        import json

        from checker.llm.answers import answer_schema

        typer.echo(json.dumps(answer_schema(), indent=2))
    else:
        typer.echo(_text(prompt), nl=False)


@prompts.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A prompt of the project.")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="Another; default: the one of that id in --prompt-dir."),
    ] = None,
    prompt_dir: PromptDir = None,
) -> None:
    """Show what differs between two prompts; OLD is one of the project's, NEW may be one of yours."""
    import difflib

    from checker.errors import UsageError
    from checker.prompting import load

    if new is None and prompt_dir is None:
        raise UsageError("One prompt has nothing to be compared with.", hint="Give NEW or --prompt-dir.")
    before, after = load().get(old), load(prompt_dir).get(new or old.partition("@")[0])
    lines = difflib.unified_diff(
        _text(before).splitlines(keepends=True),
        _text(after).splitlines(keepends=True),
        fromfile=before.name,
        tofile=f"{after.name} ({after.path})" if prompt_dir else after.name,
    )
    typer.echo("".join(lines), nl=False)


@prompts.command()
def check(prompt_dir: PromptDir = None) -> None:
    """Check that every prompt can be filled and shows the model what it needs; that published ones are as published.

    Exit 2 if one does not.
    """
    from checker.llm.trials import problems
    from checker.prompting import builtin_folder, load, published

    wrong = 0
    digests = published()
    for prompt in load(prompt_dir).all:
        found = problems(prompt)
        if prompt.path.parent == builtin_folder() and digests.get(prompt.name) != prompt.fingerprint:
            found.append("its text is not the published one: a changed text is a new version")
        for problem in found:
            typer.echo(f"{prompt.path}: {problem}", err=True)
        wrong += bool(found)
        typer.echo(f"{prompt.name}  {'wrong' if found else 'ok'}")
    raise typer.Exit(Exit.USAGE if wrong else Exit.OK)


def _text(prompt: "Prompt") -> str:
    return prompt.path.read_text(encoding="utf-8")
