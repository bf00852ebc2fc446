"""Staff accounts, roles and API keys, for those who may manage them."""

import pytest
import sessions
from chassis.refusal import Conflict, NotAllowed
from identity_messages import api_key, staff
from totetaxi.identity.v1 import api_key_service_pb2 as keys
from totetaxi.identity.v1 import staff_service_pb2 as messages

ACCOUNTS = "/api/staff/accounts/"
SAM = f"{ACCOUNTS}{sessions.STAFF_ID}/"
KEYS = "/api/staff/api-keys/"
NEW = {"username": "sam", "email": "sam@example.com", "first_name": "Sam", "last_name": "Staff", "role": "staff"}
ACTIONS = {
    "deactivate": "DeactivateStaff",
    "reactivate": "ReactivateStaff",
    "unlock": "UnlockStaff",
    "reset-second-factor": "ResetSecondFactor",
}


@pytest.fixture
async def admin(client, identity):
    identity.answers |= {
        "ListStaff": lambda _: messages.ListStaffResponse(staff=[staff()], next_cursor="further on"),
        "GetStaff": lambda _: messages.GetStaffResponse(staff=staff()),
        "CreateStaff": lambda _: messages.CreateStaffResponse(staff=staff()),
        "UpdateStaff": lambda _: messages.UpdateStaffResponse(staff=staff(version=3)),
        "DeactivateStaff": lambda _: messages.DeactivateStaffResponse(staff=staff(is_active=False)),
        "ReactivateStaff": lambda _: messages.ReactivateStaffResponse(staff=staff()),
        "UnlockStaff": lambda _: messages.UnlockStaffResponse(staff=staff()),
        "SendStaffPasswordReset": lambda _: messages.SendStaffPasswordResetResponse(),
        "ResetSecondFactor": lambda _: messages.ResetSecondFactorResponse(staff=staff()),
        "ListRoles": lambda _: messages.ListRolesResponse(
            roles=[messages.Role(name="staff", permissions=["can_view_customers"])],
            permissions=[messages.Permission(name="can_view_customers", description="See customers.")],
        ),
        "ListApiKeys": lambda _: keys.ListApiKeysResponse(api_keys=[api_key()]),
        "CreateApiKey": lambda _: keys.CreateApiKeyResponse(api_key=api_key(), secret="ttx_shown-once"),
        "RevokeApiKey": lambda _: keys.RevokeApiKeyResponse(api_key=api_key()),
    }
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


async def test_staff_are_listed_by_page_and_filter(admin, network) -> None:
    page = (await admin.get(f"{ACCOUNTS}?search=sam&role=staff&is_active=false")).json()
    assert (page["staff"][0]["role"], page["next_cursor"]) == ("staff", "further on")
    [call] = network.asked("ListStaff")
    assert (call.request.search, call.request.HasField("is_active"), call.request.is_active) == ("sam", True, False)
    await admin.get(ACCOUNTS)
    assert not network.asked("ListStaff")[-1].request.HasField("is_active")


async def test_a_colleague_is_added(admin, network) -> None:
    answer = await admin.post(ACCOUNTS, json={**NEW, "hire_date": "2027-01-04"})
    assert (answer.status_code, answer.headers["etag"]) == (201, '"2"')
    assert network.asked("CreateStaff")[0].request.hire_date == "2027-01-04"


async def test_a_change_names_the_version_it_was_made_on(admin, network) -> None:
    tag = (await admin.get(SAM)).headers["etag"]
    changed = await admin.patch(SAM, json={"role": "supervisor", "hire_date": None}, headers={"If-Match": tag})
    assert changed.headers["etag"] == '"3"'
    request = network.asked("UpdateStaff")[0].request
    assert (request.expected_version, request.role, request.hire_date) == (2, "supervisor", "")
    assert {descriptor.name for descriptor, _ in request.ListFields()} == {
        "staff_id",
        "role",
        "hire_date",
        "expected_version",
    }


@pytest.mark.parametrize("action", ACTIONS)
async def test_an_account_is_acted_on(admin, network, action: str) -> None:
    assert (await admin.post(f"{SAM}{action}/")).status_code == 200
    assert network.asked(ACTIONS[action])[0].request.staff_id == sessions.STAFF_ID


async def test_a_link_to_a_new_password_is_mailed(admin, network) -> None:
    assert (await admin.post(f"{SAM}password-reset/")).status_code == 200
    assert network.asked("SendStaffPasswordReset")[0].request.staff_id == sessions.STAFF_ID


async def test_the_last_admin_stays(admin, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("last_admin", "This is the last active admin; make another one first.")

    network.answers["DeactivateStaff"] = refuse
    answer = await admin.post(f"{SAM}deactivate/")
    assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")


async def test_whoever_lacks_the_permission_is_403_in_words_of_the_service(admin, network) -> None:
    def refuse(_: object) -> None:
        raise NotAllowed("not_allowed", "Your account may not do this; an administrator can give it the permission.")

    network.answers["ListStaff"] = refuse
    answer = await admin.get(ACCOUNTS)
    assert (answer.status_code, answer.json()["detail"]) == (
        403,
        "Your account may not do this; an administrator can give it the permission.",
    )


async def test_roles_come_with_what_they_may(admin) -> None:
    roles = (await admin.get("/api/staff/roles/")).json()
    assert roles["roles"][0]["permissions"] == ["can_view_customers"]
    assert roles["permissions"][0]["description"] == "See customers."


async def test_a_key_is_shown_once_and_never_listed_with_its_secret(admin, network) -> None:
    body = {"name": "iPhone app", "kind": "app", "scopes": ["devices:sign_in", "devices:sign_in"]}
    made = await admin.post(KEYS, json=body)
    assert (made.status_code, made.json()["secret"]) == (201, "ttx_shown-once")
    assert list(network.asked("CreateApiKey")[0].request.scopes) == ["devices:sign_in"]
    listed = await admin.get(f"{KEYS}?include_revoked=true")
    assert "ttx_shown-once" not in listed.text
    assert network.asked("ListApiKeys")[0].request.include_revoked


async def test_a_key_is_ended(admin, network) -> None:
    assert (await admin.post(f"{KEYS}{sessions.KEY_ID}/revoke/")).json()["kind"] == "app"
    assert network.asked("RevokeApiKey")[0].request.api_key_id == sessions.KEY_ID


@pytest.mark.parametrize("kind", ["device", "admin", ""])
async def test_nobody_makes_a_key_of_another_kind(admin, network, kind: str) -> None:
    answer = await admin.post(KEYS, json={"name": "x", "kind": kind, "scopes": ["profile:read"]})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "kind")
    assert network.asked("CreateApiKey") == []
