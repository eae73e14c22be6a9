import pytest

from checker.errors import UsageError
from checker.llm.access import access_from
from checker.llm.settings import OPENAI_URL, LlmSettings


@pytest.mark.parametrize(
    ("base_url", "environment", "expected"),
    [
        pytest.param(None, {"OPENAI_API_KEY": "sk-1"}, (OPENAI_URL, "sk-1"), id="the default"),
        pytest.param(
            None,
            {"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "https://models.example/v1"},
            ("https://models.example/v1", "sk-1"),
            id="the environment",
        ),
        pytest.param(
            "http://localhost:1/v1",
            {"OPENAI_BASE_URL": "https://models.example/v1"},
            ("http://localhost:1/v1", "none"),
            id="an option comes first, a local server needs no key",
        ),
        pytest.param(
            "http://192.168.1.7:8080/v1", {}, ("http://192.168.1.7:8080/v1", "none"), id="the same network"
        ),
        pytest.param("http://[::1]:8080/v1", {}, ("http://[::1]:8080/v1", "none"), id="IPv6"),
        pytest.param(
            "http://gpu.internal/v1", {}, ("http://gpu.internal/v1", "none"), id="a name of the network"
        ),
        pytest.param(
            "http://localhost:1/v1",
            {"OPENAI_API_KEY": " sk-1\n"},
            ("http://localhost:1/v1", "sk-1"),
            id="space around",
        ),
    ],
)
def test_where_and_with_which_key(
    base_url: str | None, environment: dict[str, str], expected: tuple[str, str]
) -> None:
    access = access_from(LlmSettings(model="m", base_url=base_url), environment)

    assert (access.base_url, access.key) == expected


@pytest.mark.parametrize(
    ("settings", "environment", "problem"),
    [
        pytest.param(LlmSettings(base_url="http://localhost/v1"), {}, "needs a model", id="no model"),
        pytest.param(LlmSettings(model="m"), {}, "No key for api.openai.com", id="no key"),
        pytest.param(LlmSettings(model="m"), {"OPENAI_API_KEY": "a b"}, "is no key", id="a key of two words"),
        pytest.param(
            LlmSettings(model="m"), {"OPENAI_API_KEY": "schlüssel"}, "is no key", id="a key beyond ASCII"
        ),
        pytest.param(
            LlmSettings(model="m", base_url="localhost:8080"), {}, "no http address", id="no scheme"
        ),
        pytest.param(
            LlmSettings(model="m", base_url="ftp://h/v1"), {}, "no http address", id="another scheme"
        ),
        pytest.param(
            LlmSettings(model="m", base_url="http://h:port/v1"), {}, "no http address", id="no port"
        ),
        pytest.param(
            LlmSettings(model="m", base_url="http://[::1/v1"), {}, "no http address", id="half an IPv6"
        ),
        pytest.param(LlmSettings(model="m", base_url="http://a:b@h/v1"), {}, "a password", id="a password"),
    ],
)
def test_what_cannot_be_asked_is_said(
    settings: LlmSettings, environment: dict[str, str], problem: str
) -> None:
    with pytest.raises(UsageError, match=problem) as caught:
        access_from(settings, environment)

    assert caught.value.hint
