"""Apps sign customers in on devices; a device's key acts for its customer alone."""

import pytest
import sessions
from identity_messages import PASSWORD, api_key, customer
from totetaxi.identity.v1 import api_key_service_pb2 as messages
from totetaxi.identity.v1.customer_service_pb2 import ChangePasswordResponse, GetProfileResponse

SIGN_IN = "/api/customer/auth/device/"
PROOF = {"email": "grace@example.com", "password": PASSWORD, "device_name": "Grace's iPhone"}
APP = {"Authorization": f"Bearer {sessions.APP_KEY}"}
DEVICE = {"Authorization": f"Bearer {sessions.DEVICE_KEY}"}


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "SignInDevice": lambda _: messages.SignInDeviceResponse(
            api_key=api_key(), secret="ttx_shown-once", customer=customer()
        ),
        "ListOwnDevices": lambda _: messages.ListOwnDevicesResponse(devices=[api_key(name="Grace's iPhone")]),
        "SignOutDevice": lambda _: messages.SignOutDeviceResponse(),
        "GetProfile": lambda _: GetProfileResponse(customer=customer()),
        "ChangePassword": lambda _: ChangePasswordResponse(),
    }


async def test_an_app_signs_a_customer_in_and_gets_the_devices_key_once(client, network) -> None:
    answer = await client.post(SIGN_IN, json=PROOF, headers=APP)
    assert (answer.status_code, answer.json()["api_key"]) == (201, "ttx_shown-once")
    assert "set-cookie" not in answer.headers
    assert sessions.token_used(network, "SignInDevice") == f"principal-of-{sessions.APP_KEY}"


async def test_without_an_apps_key_no_device_is_signed_in(client, customer) -> None:
    assert (await client.post(SIGN_IN, json=PROOF, headers=DEVICE)).status_code == 403
    assert (await customer.post(SIGN_IN, json=PROOF)).json()["code"] == "apps_only"
    customer.cookies.clear()
    assert (await client.post(SIGN_IN, json=PROOF)).status_code == 401


async def test_a_customer_sees_their_devices_and_signs_one_out(customer, network) -> None:
    [device] = (await customer.get("/api/customer/devices/")).json()["devices"]
    assert device["name"] == "Grace's iPhone"
    assert (await customer.delete(f"/api/customer/devices/{device['id']}/")).status_code == 204
    assert network.asked("SignOutDevice")[0].request.device_id == device["id"]


async def test_a_device_signs_itself_out(client, network) -> None:
    assert (await client.post("/api/customer/auth/logout/", headers=DEVICE)).status_code == 200
    [call] = network.asked("SignOutDevice")
    assert call.request.device_id == ""
    assert network.asked("SignOut") == []


async def test_a_device_needs_no_csrf_token_and_gets_none(client) -> None:
    answer = await client.get("/api/customer/auth/user/", headers=DEVICE)
    assert answer.json()["csrf_token"] == ""
    assert "set-cookie" not in answer.headers


async def test_a_device_that_changes_the_password_stays_signed_in_by_its_key(client) -> None:
    body = {"current_password": PASSWORD, "new_password": "four other unrelated words"}
    answer = await client.post("/api/customer/auth/password-change/", json=body, headers=DEVICE)
    assert (answer.status_code, answer.json()["csrf_token"]) == (200, "")
    assert "set-cookie" not in answer.headers
