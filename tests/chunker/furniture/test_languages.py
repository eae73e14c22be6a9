"""Which languages a page looks like."""

import pytest

from checker.chunker.furniture.languages import languages_of


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        pytest.param("The rain stopped and the river of the town fell.", "en", ("en",), id="English"),
        pytest.param(
            "Der Regen hörte auf und die Stadt ist nicht mehr nass.", "en", ("en", "de"), id="German"
        ),
        pytest.param("La pluie et le vent dans les rues de la ville.", "en", ("en", "fr"), id="French"),
        pytest.param("Дождь перестал.", "en", ("en", "ru"), id="Russian"),
        pytest.param("雨が止んだ。", "en", ("en", "ja"), id="Japanese"),
        pytest.param("Rain.", "nl-BE", ("en", "nl"), id="declared"),
        pytest.param("", "en", ("en",), id="nothing"),
    ],
)
def test_languages(text: str, declared: str, expected: tuple[str, ...]) -> None:
    assert languages_of(text, declared) == expected
