"""Record the cassettes anew from a running OpenAI-compatible server (`make record`).

    python -m tests.cassettes.record --base-url http://127.0.0.1:8091/v1 [SCENE ...]

What came of each scene is kept in `cassettes/outcomes.json`; read the difference before committing it.
"""

import argparse
import json
import sys
import time

from tests.cassettes.scenes import SCENES
from tests.cassettes.tape import FOLDER, tape

OUTCOMES = FOLDER / "outcomes.json"


def main() -> None:
    """Record the scenes named, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=", ".join(SCENES))
    parser.add_argument("--base-url", default="http://127.0.0.1:8091/v1")
    options = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    kept = json.loads(OUTCOMES.read_text(encoding="utf-8")) if OUTCOMES.exists() else {}
    for name in options.scenes or SCENES:
        began = time.perf_counter()
        with tape(name, record=True):
            kept[name] = SCENES[name](options.base_url)
        ordered = {scene: kept[scene] for scene in sorted(kept) if scene in SCENES}
        OUTCOMES.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(f"{name}: {time.perf_counter() - began:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
