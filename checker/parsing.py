"""JSON and TOML that anybody may have written: what cannot be read is a `ValueError`, whatever is wrong with it."""

import json
import math
import tomllib
from typing import Any, NoReturn


def read_toml(text: str) -> dict[str, Any]:
    """Read a TOML document.

    Raises:
        ValueError: It is none, or nests or counts further than Python reads.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def read_json(text: str | bytes) -> Any:
    """Read a JSON document, and no figures that only Python takes for JSON.

    Raises:
        ValueError: It is none, or nests or counts further than Python reads.
    """
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number
