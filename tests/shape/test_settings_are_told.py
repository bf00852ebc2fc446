"""Operators find every setting: the list in docs/operations.md and docker-compose.yml are those of the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from booking.settings import BookingSettings
from chassis.settings import EnvironmentSettings, ServiceSettings
from gateway.settings import GatewaySettings
from identity.settings import IdentitySettings
from notifications.settings import NotificationsSettings
from payments.settings import PaymentsSettings
from pricing.settings import PricingSettings
from pydantic import SecretStr
from pydantic.fields import FieldInfo

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
COMPOSE = (ROOT / "docker-compose.yml").read_text()
OWNERS: dict[type[EnvironmentSettings], str] = {
    BookingSettings: "BOOKING_",
    PricingSettings: "PRICING_",
    IdentitySettings: "IDENTITY_",
    PaymentsSettings: "PAYMENTS_",
    NotificationsSettings: "NOTIFICATIONS_",
    GatewaySettings: "GATEWAY_",
}
FROM_THE_IMAGE = {f"{prefix}{name}" for prefix in OWNERS.values() for name in ("GRPC_ADDRESS", "METRICS_ADDRESS")}
REQUIRED = "must be set"


def variables(settings: type[EnvironmentSettings], prefix: str) -> dict[str, FieldInfo]:
    """The fields of a class by the variable that sets each."""
    return {
        field.validation_alias if isinstance(field.validation_alias, str) else f"{prefix}{name.upper()}": field
        for name, field in settings.model_fields.items()
    }


def own(settings: type[EnvironmentSettings]) -> dict[str, FieldInfo]:
    """Without those that every service has."""
    of_all = ServiceSettings if issubclass(settings, ServiceSettings) else EnvironmentSettings
    known = variables(of_all, OWNERS[settings])
    return {name: field for name, field in variables(settings, OWNERS[settings]).items() if name not in known}


def told_default(field: FieldInfo) -> str:
    """A default as the list tells it."""
    if field.is_required():
        return REQUIRED
    value: Any = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"`{value:.10g}`"
    return f"`{value}`" if value else "empty"


def expected() -> dict[str, str]:
    """Every variable there is, and its default."""
    told = variables(ServiceSettings, "<SERVICE>_")
    for settings in OWNERS:
        told |= own(settings)
    return {name: told_default(field) for name, field in told.items()}


def test_operators_find_every_setting_with_its_default() -> None:
    listed = OPERATIONS.split("## Every setting")[1]
    assert dict(re.findall(r"^\| `([<>A-Z_0-9]+)` \| ([^|]+) \| \S", listed, re.MULTILINE)) == expected()


def test_whatever_compose_takes_from_its_environment_is_told_to_operators() -> None:
    taken = set(re.findall(r"\$\{(\w+)", COMPOSE))
    told = set(re.findall(r"`([A-Z_0-9]+)=?[^`]*`", OPERATIONS.split("## Every setting")[0]))
    assert taken - told == set()


@pytest.mark.parametrize("settings", OWNERS, ids=lambda settings: settings.__name__)
def test_compose_sets_what_must_be_set_and_nothing_that_does_not_exist(settings: type[EnvironmentSettings]) -> None:
    prefix = OWNERS[settings]
    known = variables(settings, prefix)
    given = set(re.findall(rf"^      ({prefix}\w+?)(?:_FILE)?:", COMPOSE, re.MULTILINE))
    assert given - set(known) == set()
    required = {name for name, field in known.items() if field.is_required()}
    assert required - given - FROM_THE_IMAGE == set()


def test_leaving_out_what_has_the_same_name_inside_and_outside_of_compose_means_the_default() -> None:
    defaults = {name: told_default(field) for settings in OWNERS for name, field in own(settings).items()}
    given = dict(re.findall(r"^      (\w+): \$\{\1:?-([^}]*)\}$", COMPOSE, re.MULTILINE))
    ours = {name: f"`{default}`" if default else "empty" for name, default in given.items() if name in defaults}
    assert len(ours) > 10
    assert ours == {name: defaults[name] for name in ours}
