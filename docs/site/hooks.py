"""Gives the site the few files outside docs/ that its pages link to, so that every link works in both places."""

import re
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
INSIDE = "project"
"""Folder of the site that stands for the root of the project."""

_LINK = re.compile(r"(\]\()((?:\.\./)+[^)#:]+)")


def outside(markdown: str, folder: str) -> dict[str, str]:
    """Return the links of a page in docs/`folder` that lead out of docs/: link -> path from the project's root."""
    paths = {link: normpath(f"docs/{folder}/{link}") for _, link in _LINK.findall(markdown)}
    return {link: path for link, path in paths.items() if not path.startswith(("docs/", ".."))}


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add what the pages link to."""
    from mkdocs.structure.files import File

    linked = {
        path
        for file in files.documentation_pages()
        for path in outside(file.content_string, dirname(file.src_uri)).values()
    }
    for path in sorted(linked):
        if (ROOT / path).is_file():  # mkdocs says which link leads nowhere
            files.append(File.generated(config, f"{INSIDE}/{path}", abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    """Turn links out of docs/ into links to what was added."""
    folder = dirname(page.file.src_uri)
    if page.file.src_uri.startswith(f"{INSIDE}/"):
        return _LINK.sub(r"\g<1>\g<2>", markdown)
    leads = outside(markdown, folder)

    def replaced(match: re.Match[str]) -> str:
        path = leads.get(match[2])
        return match[0] if path is None else f"{match[1]}{relpath(f'{INSIDE}/{path}', folder or '.')}"

    return _LINK.sub(replaced, markdown)
