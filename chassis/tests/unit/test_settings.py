"""A wrong setting stops the process with one sentence that names it and tells nothing secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from chassis.settings import ServiceSettings, load_settings, settings_config


class ExampleSettings(ServiceSettings):
    model_config = settings_config("EXAMPLE_")


@pytest.fixture(autouse=True)
def complete_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE_DATABASE_URL", "postgresql://example:sesame@localhost/example")
    monkeypatch.setenv("EXAMPLE_NATS_URL", "nats://localhost:4222")


def test_settings_come_from_the_environment() -> None:
    settings = load_settings(ExampleSettings)
    assert settings.database_url.get_secret_value().endswith("/example")
    assert settings.environment == "production"


def test_a_missing_setting_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("EXAMPLE_DATABASE_URL")
    with pytest.raises(SystemExit) as stopped:
        load_settings(ExampleSettings)
    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "EXAMPLE_DATABASE_URL is not set: it must be a URL such as postgresql://role:password@host:5432/database.\n"
    )


def test_a_wrong_setting_is_named_without_its_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EXAMPLE_STREAM_REPLICAS", "sesame")
    with pytest.raises(SystemExit):
        load_settings(ExampleSettings)
    said = capsys.readouterr().err
    assert said.startswith("EXAMPLE_STREAM_REPLICAS is wrong")
    assert "sesame" not in said


def test_a_setting_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from-a-file\n")
    monkeypatch.setenv("EXAMPLE_SERVICE_SECRET_FILE", str(secret))
    assert load_settings(ExampleSettings).service_secret.get_secret_value() == "from-a-file"


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("EXAMPLE_SERVICE_SECRET_FILE", "/nowhere/secret")
    with pytest.raises(SystemExit):
        load_settings(ExampleSettings)
    assert "/nowhere/secret" in capsys.readouterr().err
