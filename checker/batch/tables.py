"""pyarrow, which reads and writes Parquet, where it is installed."""

from typing import Any

from checker.errors import UsageError


def pyarrow() -> Any:
    """Return the library.

    Raises:
        UsageError: It is not installed.
    """
    try:
        import pyarrow as arrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed.",
            hint="Run pip install 'checker[parquet]', or give JSONL.",
        ) from error
    return arrow
