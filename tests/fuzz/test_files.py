"""Whatever stands in a file that steers an audit, it is understood or refused with one line."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from checker import waivers
from checker.acceptance import Accepted, listed_in
from checker.ci.front_matter import FrontMatterError, value_of
from checker.ci.pattern import PatternError, filled, found, names
from checker.config import FILE, Settings, load
from checker.errors import CheckerError
from checker.prompting import parse as parse_prompt
from checker.reports import render
from checker.reports.load import load_run
from tests.fuzz.invariants import check_renderers
from tests.fuzz.profile import fuzzed
from tests.fuzz.texts import texts
from tests.reports.reports import every_label

KEYS = [name.replace("_", "-") for name in Settings.model_fields]


@contextmanager
def a_file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def refused_in_one_line(work: Callable[[], object]) -> None:
    try:
        work()
    except CheckerError as error:
        assert str(error).strip()  # noqa: PT017


values = st.one_of(
    st.sampled_from(
        [
            '"rules"',
            '"never"',
            "true",
            "0",
            "-1",
            "1e999",
            "nan",
            "inf",
            "1979-05-27",
            "07:32:00",
            "[]",
            "{}",
            '""',
            '"\\u0000"',
        ]
    ),
    st.text(max_size=9).map(lambda text: json.dumps(text, ensure_ascii=True)),
    st.integers().map(str),
    st.sampled_from(
        ['[{republished="a/*.md", source="b/{name}.md"}]', '{number="critical"}', '["json:a", "html"]']
    ),
    st.integers(1, 4_000).map(lambda depth: "[" * depth),
    st.integers(1, 6_000).map(lambda digits: "9" * digits),
)
tables = st.lists(
    st.one_of(
        st.builds("{} = {}".format, st.sampled_from([*KEYS, "x", "a.b"]), values),
        st.sampled_from(
            ["[[pairs]]", "[tool.checker]", "[tool]", "[severity]", "[c991973981941418]", "# note"]
        ),
        st.builds(
            "{} = {}".format, st.sampled_from(["reason", "author", "until", "republished", "source"]), values
        ),
        st.text(max_size=20),
    ),
    max_size=8,
).map("\n".join)
files = st.one_of(tables.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=60))


@fuzzed
@given(data=files, name=st.sampled_from([FILE, "pyproject.toml"]))
def test_any_configuration(data: bytes, name: str) -> None:
    with a_file(name, data) as path:

        def work() -> None:
            configuration = load(file=str(path))
            configuration.settings.policy()
            configuration.llm()

        refused_in_one_line(work)


@fuzzed
@given(data=files)
def test_any_waivers(data: bytes) -> None:
    with a_file("checker.waivers.toml", data) as path:

        def work() -> None:
            found = waivers.load(path)
            waivers.save(path, list(found.values()))
            assert waivers.load(path) == found

        refused_in_one_line(work)


KNOWN = json.loads(render(every_label(), "json"))


@st.composite
def changed_reports(draw: st.DrawFn) -> bytes:
    """A report in which anything may stand in the place of anything."""
    document = json.loads(json.dumps(KNOWN))
    for _ in range(draw(st.integers(0, 3))):
        node = document
        for _ in range(draw(st.integers(1, 6))):
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = node[key]
            if isinstance(inner, (dict, list)) and inner and draw(st.booleans()):
                node = inner
                continue
            node[key] = draw(
                st.one_of(
                    st.none(), st.integers(), st.floats(), st.text(max_size=5), st.just([]), st.just({})
                )
            )
            break
    return json.dumps(document).encode()


@fuzzed
@given(
    data=st.one_of(changed_reports(), st.binary(max_size=60), st.integers(1, 90_000).map(lambda n: b"[" * n))
)
def test_any_report_as_a_baseline_and_to_render(data: bytes) -> None:
    def work() -> None:
        run = load_run("run.json", data)
        accepted = Accepted(today=date(2026, 1, 1), baseline=listed_in(run.reports))
        for report in run.reports:
            accepted.applied(report)
            check_renderers(report)

    refused_in_one_line(work)


@fuzzed
@given(
    fence=st.sampled_from(["---", "+++"]),
    fields=st.one_of(tables, texts),
    key=st.sampled_from(["source", "a.b", "(", ""]),
)
def test_any_front_matter(fence: str, fields: str, key: str) -> None:
    try:
        found = value_of(f"{fence}\n{fields}\n{fence}\ntext", key)
    except FrontMatterError:
        return
    assert found is None or found.strip()


@fuzzed
@given(
    pattern=st.one_of(
        st.text("a1*{}/.nmeé[]\\\0\n", max_size=12), st.sampled_from(["{1}", "{a}/{a}", "**/{a:path}"])
    )
)
def test_any_pattern_of_paths(pattern: str) -> None:
    assume(not pattern.startswith("/") and ".." not in pattern)  # `/**` is the whole machine, as it should be
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a").mkdir()
        (Path(folder) / "a" / "n.m").touch()
        try:
            matches = list(found(pattern, Path(folder)))
        except PatternError as error:
            assert str(error)  # noqa: PT017
            return
        for path, values_ in matches:
            assert path.is_file()
            assert set(values_) <= names(pattern)
            filled(pattern, values_)


@fuzzed
@given(
    data=st.one_of(
        files,
        texts.map(
            lambda text: f"+++\n{text}\n+++\n# system\n{text}\n# user\n{text}".encode("utf-8", "replace")
        ),
    )
)
def test_any_prompt(data: bytes) -> None:
    with a_file("judge_pair.v1.md", data) as path:
        refused_in_one_line(lambda: parse_prompt(path).fill({}))


def test_the_report_that_is_changed_is_right_at_first() -> None:
    assert load_run("run.json", json.dumps(KNOWN).encode()).reports == (every_label(),)
    assert asdict(every_label())
