"""How long the fuzz targets are tried: a moment in the suite, for long with `make fuzz`."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "40"))

fuzzed = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
"""What stands above every target. It takes no fixture, so that `tests.fuzz.guided` can drive it, too."""
