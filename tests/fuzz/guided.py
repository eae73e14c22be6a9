"""Fuzzing that watches which lines a text reaches: `python -m tests.fuzz.guided TARGET [SECONDS] [FOLDER]`.

TARGET is the name of a test in this folder, without `test_`; no TARGET lists them. Needs atheris, which is in the
`fuzz` extra. What reaches something new is kept in FOLDER, so that a later run begins there. A crash ends the run with
the example that fails: put it into a test, and correct the program.
"""

import importlib
import random
import sys
from collections.abc import Callable
from pathlib import Path

MODULES = ("test_reading", "test_audit", "test_answers", "test_files", "test_rows")


def targets() -> dict[str, Callable[[bytes], object]]:
    """Return what can be fuzzed, by name."""
    return {
        name.removeprefix("test_"): test.hypothesis.fuzz_one_input
        for module in MODULES
        for name, test in vars(importlib.import_module(f"tests.fuzz.{module}")).items()
        if name.startswith("test_") and hasattr(test, "hypothesis")
    }


def main() -> None:
    """Fuzz one target for so long."""
    if len(sys.argv) == 1:
        sys.stdout.write("".join(f"{name}\n" for name in targets()))
        return
    import atheris

    name, seconds, folder = (*sys.argv[1:], *("", "60", ".fuzz")[len(sys.argv) - 1 :])
    with atheris.instrument_imports(include=["checker"], enable_loader_override=False):
        known = targets()
    if name not in known:
        sys.exit(f"There is no target {name}.")
    limits = (
        f"-max_total_time={seconds}",
        "-timeout=60",
        "-rss_limit_mb=4096",
        f"-max_len={_LONGEST}",
        "-len_control=0",
    )
    atheris.Setup([sys.argv[0], *limits, str(_begun(Path(folder) / name))], known[name])
    atheris.Fuzz()


_LONGEST = 8192
"""Bytes that an example is made of."""


def _begun(folder: Path) -> Path:
    """Begin with some long examples: short ones are no articles yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(0 if any(folder.iterdir()) else 40):
        dice = random.Random(number)
        (folder / str(number)).write_bytes(dice.randbytes(dice.randrange(100, _LONGEST)))
    return folder


if __name__ == "__main__":
    main()
