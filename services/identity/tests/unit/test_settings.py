"""Settings that are wrong stop the process with one sentence that names the variable."""

import base64
import json
import os

import pytest
from chassis.settings import load_settings
from identity.settings import IdentitySettings

RIGHT = {
    "IDENTITY_DATABASE_URL": "postgresql://identity:x@localhost/identity",
    "IDENTITY_NATS_URL": "nats://localhost",
    "IDENTITY_SERVICE_SECRETS": json.dumps({"pricing": "a-long-enough-secret"}),
    "IDENTITY_KEY_ENCRYPTION_KEY": base64.b64encode(os.urandom(32)).decode(),
}


def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **changes: str) -> str:
    for name, value in {**RIGHT, **changes}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stopped:
        load_settings(IdentitySettings)
    assert stopped.value.code == 2
    return capsys.readouterr().err


def test_right_settings_load(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in RIGHT.items():
        monkeypatch.setenv(name, value)
    settings = load_settings(IdentitySettings)
    assert settings.service_secrets["pricing"].get_secret_value() == "a-long-enough-secret"
    assert len(settings.encryption_key()) == 32


def test_a_short_secret_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = refused(monkeypatch, capsys, IDENTITY_SERVICE_SECRETS=json.dumps({"pricing": "hunter2"}))
    assert "IDENTITY_SERVICE_SECRETS" in sentence
    assert "hunter2" not in sentence


def test_an_encryption_key_of_the_wrong_length_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "IDENTITY_KEY_ENCRYPTION_KEY" in refused(monkeypatch, capsys, IDENTITY_KEY_ENCRYPTION_KEY="c2hvcnQ=")
