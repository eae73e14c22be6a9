"""The folder in which the snippets of a page are run, one after the other, as a reader would."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from checker.waivers import parse as parse_waivers
from tests.ci.repository import FAITHFUL, PLANTED, SOURCE, Repository
from tests.docs.blocks import ROOT, Block
from tests.fakes.http import Reply, as_json, serve
from tests.fakes.model import honest
from tests.llm.test_probe import enforces
from tests.program import Run
from tests.reading.documents.make import BODY, column, docx, epub, pdf
from tests.reading.web.servers import PAGE

CONFIG = """[[pairs]]
republished = "content/{name}.md"
source = "upstream/{name}.md"
"""
SYNDICATED = '---\nsource_url: "../upstream/a.md"\n---\n' + FAITHFUL
CHAPTER = f"<html><body><h1>{BODY[0]}</h1><p>{BODY[1]} {BODY[2]}</p></body></html>"
_SHELL = set("|&;<>$`")
"""What only a shell can do. Everything else runs in the process of the test, which is ten times as fast."""
_FOUND_IN_A_REPORT = "5f629779aaecb31e"
_STANDS_FOR = {"ID": _FOUND_IN_A_REPORT, "DATE": "2099-12-31", "NAME": "fake"}
"""Words in capitals that a reader fills in."""


class SnippetError(AssertionError):
    """A snippet does not do what the page says."""


@dataclass(kw_only=True)
class Scratch:
    """A git repository with the files that snippets name, a server that plays a model, and a page to fetch."""

    root: Path
    url: str
    """Of the model; the same server has a page at `/v1/story`."""
    run_inside: Run
    code: int = 0
    """Exit code of the last command."""

    def commands(self, block: Block) -> None:
        """Run each line of a block of commands: what a reader is told to type must be understood, and work."""
        for line in _lines(block.text):
            self.code = self._run(line)[0]
            finds = line.startswith(("checker audit", "checker ci"))
            if self.code not in ({0, 1} if finds else {0}):
                raise SnippetError(f"{line}: exit code {self.code}")

    def shown(self, block: Block) -> str:
        """Run the commands of a block that shows their output, and return the block as it would be today."""
        shown = []
        for line in block.text.splitlines():
            if not line.startswith("$ "):
                continue
            out = f"{self.code}\n" if line == "$ echo $?" else ""
            if not out:
                self.code, out = self._run(line[2:])
            shown += [line, *out.splitlines()]
        return "\n".join(shown) + "\n"

    def file(self, block: Block) -> None:
        """Put a block that names its file there, and read it as the program does."""
        first = block.text.partition("\n")[0]
        name = first.removeprefix("# ").strip()
        if block.language == "jsonl":
            (self.root / "pairs.jsonl").write_text(block.text, encoding="utf-8")
            return
        if not first.startswith("# ") or "." not in name:
            raise SnippetError("the first line does not name the file, as in: # checker.toml")
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        match name:
            case "checker.toml" | "pyproject.toml":
                if (
                    code := self._run(
                        "checker ci --help >/dev/null && checker doctor --judge rules >/dev/null"
                    )[0]
                ) != 0:
                    raise SnippetError(f"checker doctor does not take it: exit code {code}")
            case "checker.waivers.toml":
                parse_waivers(block.text, name)
            case ".pre-commit-config.yaml":
                hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
                used = [hook["id"] for repo in yaml.safe_load(block.text)["repos"] for hook in repo["hooks"]]
                if not used or not set(used) <= {hook["id"] for hook in hooks}:
                    raise SnippetError(f"there is no such hook: {used}")
            case _ if name.startswith(".github/workflows/"):
                _check_workflow(yaml.safe_load(block.text))
            case _:
                raise SnippetError(f"no check knows {name}")

    def python(self, block: Block, names: dict[str, object]) -> None:
        """Run a block with the names that earlier ones of its page have left."""
        exec(compile(block.text, str(block), "exec"), names)

    def _run(self, line: str) -> tuple[int, str]:
        for word, meant in _STANDS_FOR.items():
            line = " ".join(meant if part == word else part for part in line.split(" "))
        line = line.replace("https://example.org", self.url.removesuffix("/v1"))
        words = shlex.split(line, comments=True)
        if "EARLIER.jsonl.run" in words:  # a run of the same corpus, some time ago
            shutil.copytree(self.root / "OUT.jsonl.run", self.root / "EARLIER.jsonl.run")
        if words[:2] == ["checker", "init"]:  # is for those who have no configuration yet
            (self.root / "checker.toml").unlink()
        if words[0] == "checker" and not _SHELL & set(line):
            done = self.run_inside(*words[1:])
            return done.code, done.out + done.err
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        run = subprocess.run(
            ["bash", "-c", line],
            cwd=self.root,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return run.returncode, run.stdout


def environment(url: str, home: Path) -> dict[str, str]:
    """What the reader of the pages has set: a model to ask, and hosts of their own."""
    return {
        "OPENAI_BASE_URL": url,
        "OPENAI_API_KEY": "not-a-key",
        "CHECKER_ALLOW_PRIVATE_HOSTS": "true",
        "CHECKER_CACHE": str(home / "verdicts.sqlite"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Ana Ruiz",
    }


@contextmanager
def scratch(folder: Path, run_inside: Run) -> Iterator[Scratch]:
    """Make the folder and start the server."""
    repository = Repository(folder)
    repository.git("config", "user.name", "Ana Ruiz")
    for name, contents in _files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    repository.commit("begin")
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.write("content/a.md", PLANTED + "\nA last word.\n")  # what the branch changed
    with serve(_answer) as server:
        yield Scratch(root=folder, url=server.url, run_inside=run_inside)


def _files() -> dict[str, str | bytes]:
    source, copy = (
        (ROOT / "examples" / name).read_text(encoding="utf-8") for name in ("source.md", "republished.md")
    )
    pair = '{"id": "1", "source": "Nine ships sank.", "republished": "Seven ships sank."}\n'
    return {
        "checker.toml": CONFIG,
        "examples/source.md": source,
        "examples/republished.md": copy,
        **dict.fromkeys(("SOURCE", "source.md", "source.txt"), SOURCE),
        **dict.fromkeys(("REPUBLISHED", "copy.md", "copy.txt"), PLANTED),
        "copy.html": "".join(f"<p>{line}</p>" for line in PLANTED.splitlines() if line),
        "copy.docx": docx(*BODY),
        "copy.epub": epub({"one.xhtml": CHAPTER}),
        "source.pdf": pdf([column(SOURCE.replace("# ", "").split("\n\n"))]),
        **dict.fromkeys(("PAIRS.jsonl", "pairs.jsonl"), pair),
        **dict.fromkeys(("upstream/a.md", "upstream/b.md"), SOURCE),
        "content/a.md": PLANTED,
        "content/b.md": FAITHFUL,
        "syndicated/c.md": SYNDICATED,
    }


def _answer(path: str, body: dict[str, object]) -> Reply:
    if path.endswith("/story"):
        return Reply(body=PAGE, headers=(("content-type", "text/html"),))
    asked = json.dumps(body)
    return as_json(honest(body)) if "Nonce: " in asked else enforces(path, body)  # or what doctor asks


def _lines(text: str) -> Iterator[str]:
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def _check_workflow(document: Mapping[str, object]) -> None:
    """An action that is used gets only inputs that it has."""
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    jobs = document["jobs"]
    assert isinstance(jobs, dict)
    steps = [step for job in jobs.values() for step in job["steps"]]
    own = [step for step in steps if "/checker@" in step.get("uses", "")]
    strange = [key for step in own for key in step.get("with", {}) if key not in inputs]
    if not own or strange:
        raise SnippetError(f"the action has no input {strange}" if own else "no step uses the action")
