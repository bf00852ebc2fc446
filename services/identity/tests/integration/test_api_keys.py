"""Machines: keys that are shown once, do what their scopes name, and end; and devices that act for one customer."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound, UnknownCaller
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import PASSWORD, PATIENT, Stage
from totetaxi.identity.v1 import api_key_service_pb2 as messages
from totetaxi.identity.v1 import customer_service_pb2 as customers
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1.address_service_pb2 import ListAddressesRequest

APP_SCOPES = ["profile:read", "profile:write", "devices:sign_in"]


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


@pytest.fixture
async def admin(stage: Stage) -> str:
    return (await stage.sign_in_staff("admin1")).session.principal.token


@pytest.fixture
async def app(stage: Stage, admin: str) -> messages.CreateApiKeyResponse:
    """The mobile app's key."""
    return await make(stage, admin)


async def make(stage: Stage, admin: str, **changes: Any) -> messages.CreateApiKeyResponse:
    members = {"name": "iPhone app", "kind": messages.API_KEY_KIND_APP, "scopes": APP_SCOPES, **changes}
    with stage.acting(admin):
        return await stage.keys.CreateApiKey(messages.CreateApiKeyRequest(**members))


async def resolve(stage: Stage, secret: str) -> messages.ResolveApiKeyResponse:
    with stage.acting(None):
        return await stage.keys.ResolveApiKey(messages.ResolveApiKeyRequest(secret=secret))


async def sign_in(stage: Stage, app_secret: str, password: str = PASSWORD) -> messages.SignInDeviceResponse:
    with stage.acting((await resolve(stage, app_secret)).principal.token):
        request = messages.SignInDeviceRequest(
            email="grace@example.com", password=password, device_name="Grace's phone"
        )
        return await stage.keys.SignInDevice(request, PATIENT)


@pytest.fixture
def revoked(stage: Stage) -> Any:
    async def is_revoked(secret: str) -> bool:
        try:
            await resolve(stage, secret)
        except UnknownCaller as refused:
            return refused.slug == "api_key_refused"
        return False

    return is_revoked


async def test_a_key_is_shown_once_and_kept_as_a_digest(stage: Stage, app: messages.CreateApiKeyResponse) -> None:
    assert app.secret.startswith(f"{app.api_key.prefix}_")
    assert app.api_key.prefix.startswith("ttx_")
    question = "SELECT FROM api_key WHERE secret_digest = :secret OR position(:text in row_to_json(api_key)::text) > 0"
    assert await stage.asked(question, secret=app.secret.encode(), text=app.secret) == []
    principal = stage.replica.runtime.verifier.verify((await resolve(stage, app.secret)).principal.token)
    assert (principal.kind, principal.id, principal.role) == ("api_key", app.api_key.id, "app")
    assert (principal.scopes, principal.customer_id) == (set(APP_SCOPES), "")


async def test_a_repeated_request_makes_one_key(stage: Stage, admin: str) -> None:
    chosen = "0190b1a0-0000-7000-8000-000000000001"
    await make(stage, admin, api_key_id=chosen)
    with pytest.raises(Conflict):
        await make(stage, admin, api_key_id=chosen)


async def test_a_scope_that_there_is_not_is_refused(stage: Stage, admin: str) -> None:
    with pytest.raises(Invalid) as refused:
        await make(stage, admin, scopes=["everything"])
    assert "bookings:write" in refused.value.message


@pytest.mark.parametrize("end", ["revoked_at = now()", "expires_at = now()"])
async def test_a_key_that_is_over_is_refused(stage: Stage, app: Any, revoked: Any, end: str) -> None:
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(f"UPDATE api_key SET {end}")  # noqa: S608 - ours
    assert await revoked(app.secret)
    assert await revoked("ttx_UNKNOWN")


async def test_use_is_written_down_once_a_minute(stage: Stage, app: Any) -> None:
    await resolve(stage, app.secret)
    first = await stage.asked("SELECT last_used_at, xmin::text FROM api_key")
    await resolve(stage, app.secret)
    assert await stage.asked("SELECT last_used_at, xmin::text FROM api_key") == first
    assert first[0][0] is not None


async def test_a_device_acts_for_its_customer_within_the_apps_scopes(stage: Stage, app: Any) -> None:
    made = await stage.register()
    device = await sign_in(stage, app.secret)
    assert (list(device.api_key.scopes), device.customer.id) == (["profile:read", "profile:write"], made.customer.id)
    principal = (await resolve(stage, device.secret)).principal.token
    with stage.acting(principal):
        profile = await stage.customers.GetProfile(customers.GetProfileRequest())
        assert profile.customer.id == made.customer.id
        with pytest.raises(NotAllowed):
            await stage.addresses.ListAddresses(ListAddressesRequest())
        with pytest.raises(NotAllowed):
            await stage.keys.SignInDevice(messages.SignInDeviceRequest(email="e@x.org", password="p", device_name="d"))


async def test_an_apps_own_key_sees_no_customer(stage: Stage, app: Any) -> None:
    with stage.acting((await resolve(stage, app.secret)).principal.token), pytest.raises(NotAllowed):
        await stage.customers.GetProfile(customers.GetProfileRequest())


async def test_a_wrong_password_on_a_device_counts_like_any(stage: Stage, app: Any) -> None:
    await stage.register()
    with pytest.raises(UnknownCaller) as refused:
        await sign_in(stage, app.secret, "wrong-one")
    assert refused.value.slug == "sign_in_refused"
    assert await stage.asked("SELECT failures FROM sign_in_failure") == [(1,)]


async def test_revoking_an_apps_key_ends_its_devices(stage: Stage, admin: str, app: Any, revoked: Any) -> None:
    await stage.register()
    device = await sign_in(stage, app.secret)
    with stage.acting(admin):
        await stage.keys.RevokeApiKey(messages.RevokeApiKeyRequest(api_key_id=app.api_key.id))
        with pytest.raises(NotFound):
            await stage.keys.RevokeApiKey(messages.RevokeApiKeyRequest(api_key_id=device.api_key.id))
        listed = await stage.keys.ListApiKeys(messages.ListApiKeysRequest(include_revoked=True))
        assert list((await stage.keys.ListApiKeys(messages.ListApiKeysRequest())).api_keys) == []
    assert [key.id for key in listed.api_keys] == [app.api_key.id]
    assert [await revoked(app.secret), await revoked(device.secret)] == [True, True]
    [said] = await stage.said(events.ApiKeyRevoked)
    assert said.revokes_devices


async def test_a_customer_signs_devices_out(stage: Stage, app: Any, revoked: Any) -> None:
    made = await stage.register()
    devices = [await sign_in(stage, app.secret) for _ in range(2)]
    with stage.acting(made.session.principal.token):
        listed = (await stage.keys.ListOwnDevices(messages.ListOwnDevicesRequest())).devices
        assert {key.id for key in listed} == {device.api_key.id for device in devices}
        await stage.keys.SignOutDevice(messages.SignOutDeviceRequest(device_id=devices[0].api_key.id))
    with stage.acting((await resolve(stage, devices[1].secret)).principal.token):
        await stage.keys.SignOutDevice(messages.SignOutDeviceRequest())
    assert [await revoked(device.secret) for device in devices] == [True, True]


async def test_a_new_password_ends_every_device_but_the_one_that_set_it(stage: Stage, app: Any, revoked: Any) -> None:
    await stage.register()
    other, own = await sign_in(stage, app.secret), await sign_in(stage, app.secret)
    with stage.acting((await resolve(stage, own.secret)).principal.token):
        request = customers.ChangePasswordRequest(current_password=PASSWORD, new_password="three-unrelated-words")
        answer = await stage.customers.ChangePassword(request, PATIENT)
    assert not answer.HasField("session")
    assert [await revoked(other.secret), await revoked(own.secret)] == [True, False]
