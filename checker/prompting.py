"""Loads, fills and fingerprints the files in `prompts/`.

A file is TOML between two lines `+++`, then `# system` and `# user`, each followed by its text. The user part is
a Jinja template that is rendered once, in a sandbox, with strict variables: an article is a value in it and
never a template. A published version is never edited; `prompts/digests.toml` and a test hold that.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError, UsageError
from checker.parsing import read_toml

if TYPE_CHECKING:
    from jinja2 import Template

_FILE = re.compile(r"(?P<id>[a-z][a-z0-9_]*)\.v(?P<version>[1-9][0-9]*)\.md")
_FRONT = re.compile(
    r"\+\+\+\n(?P<front>.*?)\n\+\+\+\n# system\n(?P<system>.*?)\n# user\n(?P<user>.*)", re.DOTALL
)
_FIELDS = {"id": str, "version": int, "changed": str, "models": str}


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One version of one prompt."""

    id: str
    version: int
    changed: str
    """What is different from the version before."""
    models: str
    """What is known about models that it works with."""
    system: str
    user: str
    path: Path

    @property
    def name(self) -> str:
        """Id and version in one word, e.g. `judge_pair@1`."""
        return f"{self.id}@{self.version}"

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits over the text that a model gets to see."""
        return digest(self.system, self.user)

    @cached_property
    def _template(self) -> "Template":
        from jinja2 import StrictUndefined, TemplateSyntaxError
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        try:
            return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False).from_string(
                self.user
            )
        except TemplateSyntaxError as error:
            raise InputError(
                str(self.path), f"not a template: {error}", hint="See checker prompts show."
            ) from error

    def fill(self, values: Mapping[str, object]) -> str:
        """Return the user part with these values in it.

        Raises:
            InputError: The template asks for a value that does not exist.
        """
        from jinja2 import TemplateError

        try:
            return self._template.render(values)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise InputError(
                str(self.path),
                f"cannot be filled: {error}",
                hint="See checker prompts show for the variables.",
            ) from error


def digest(*parts: str) -> str:
    """Return sixteen hexadecimal digits that change when any part does."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def builtin_folder() -> Path:
    """Return where the project's own prompts lie: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).with_name("prompts")
    return inside if inside.is_dir() else Path(__file__).resolve().parents[1] / "prompts"


def published() -> Mapping[str, str]:
    """Return the fingerprints of the published prompts, by `id@version`: what these say is never changed again."""
    digests = read_toml((builtin_folder() / "digests.toml").read_text(encoding="utf-8"))
    return {name: str(fingerprint) for name, fingerprint in digests.items()}


def parse(path: Path) -> Prompt:
    """Read a prompt file.

    Raises:
        InputError: It is not there, or not a prompt.
    """
    named = _FILE.fullmatch(path.name)
    if not named:
        raise InputError(str(path), "not named like judge_pair.v1.md", hint="Name it ID.vVERSION.md.")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", hint="Give a UTF-8 text file.") from error
    parts = _FRONT.fullmatch(text.replace("\r\n", "\n"))
    if not parts:
        raise InputError(
            str(path),
            "not a prompt file",
            hint="It needs +++, TOML, +++, then a line # system and a line # user.",
        )
    front = _front(path, parts["front"])
    if (front["id"], front["version"]) != (named["id"], int(named["version"])):
        raise InputError(
            str(path), f"says inside that it is {front['id']}.v{front['version']}", hint="Make both agree."
        )
    return Prompt(
        id=named["id"],
        version=int(named["version"]),
        changed=str(front["changed"]),
        models=str(front["models"]),
        system=parts["system"].strip(),
        user=parts["user"].strip() + "\n",
        path=path,
    )


def _front(path: Path, text: str) -> Mapping[str, object]:
    try:
        front = read_toml(text)
    except ValueError as error:
        raise InputError(
            str(path), f"its front matter is not TOML: {error}", hint="Correct that line."
        ) from error
    for field, type_ in _FIELDS.items():
        if not isinstance(front.get(field), type_):
            raise InputError(str(path), f"its front matter has no {field}", hint=f"Add {field} = ...")
    if strange := sorted(set(front) - set(_FIELDS)):
        raise InputError(str(path), f"its front matter has an unknown {strange[0]}", hint="Remove that line.")
    return front


@dataclass(frozen=True, slots=True)
class Library:
    """Prompts by id, all versions, the newest last."""

    prompts: Mapping[str, Sequence[Prompt]]

    @property
    def all(self) -> Sequence[Prompt]:
        """Every version of every prompt, sorted by id and version."""
        return [prompt for id_ in sorted(self.prompts) for prompt in self.prompts[id_]]

    def get(self, name: str) -> Prompt:
        """Return a prompt by `id` (its newest version) or `id@version`.

        Raises:
            UsageError: There is none.
        """
        id_, at, version = name.partition("@")
        for prompt in reversed(self.prompts.get(id_, ())):
            if not at or str(prompt.version) == version:
                return prompt
        known = ", ".join(prompt.name for prompt in self.all)
        raise UsageError(f"There is no prompt {name!r}.", hint=f"Choose from {known}.")


def load(folder: Path | None = None) -> Library:
    """Load the project's prompts; those of a user's folder come before them, id by id.

    Raises:
        InputError: The folder is not there, or holds a file that is no prompt.
    """
    found = _load(builtin_folder())
    if folder is not None:
        if not folder.is_dir():
            raise InputError(
                str(folder), "no such folder", hint="Give --prompt-dir a folder with prompt files."
            )
        own = _load(folder)
        if not own:
            raise InputError(str(folder), "no prompt files in it", hint="Name them like judge_pair.v1.md.")
        found |= own
    return Library(found)


def _load(folder: Path) -> dict[str, Sequence[Prompt]]:
    prompts: dict[str, list[Prompt]] = {}
    for path in sorted(folder.glob("*.v*.md")):
        prompt = parse(path)
        prompts.setdefault(prompt.id, []).append(prompt)
    return {id_: sorted(versions, key=lambda prompt: prompt.version) for id_, versions in prompts.items()}
