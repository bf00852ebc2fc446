"""Staff sign in by username, and with a second factor where they have one."""

import pytest
import sessions
from chassis.refusal import UnknownCaller
from contract_messages import NOON, timestamp
from identity_messages import NEW_SESSION, PASSWORD, opened, staff
from totetaxi.identity.v1 import session_service_pb2 as messages
from totetaxi.identity.v1 import staff_service_pb2

LOGIN = "/api/staff/auth/login/"
SECOND_STEP = "/api/staff/auth/login/second-factor/"
FACTOR = "/api/staff/second-factor/"
PROOF = {"username": "sam", "password": PASSWORD}
ENROLMENT = messages.TotpEnrolment(secret="BASE32", otpauth_uri="otpauth://totp/ToteTaxi:sam?secret=BASE32")


def challenged(**members: object) -> messages.SignInStaffResponse:
    challenge = messages.SecondFactorChallenge(challenge_token="half-way", expires_at=timestamp(NOON), **members)
    return messages.SignInStaffResponse(challenge=challenge)


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "SignInStaff": lambda _: messages.SignInStaffResponse(session=opened(), staff=staff()),
        "CompleteStaffSignIn": lambda _: messages.CompleteStaffSignInResponse(
            session=opened(), staff=staff(), recovery_codes_left=9
        ),
        "SignOut": lambda _: messages.SignOutResponse(),
        "GetOwnStaffProfile": lambda _: staff_service_pb2.GetOwnStaffProfileResponse(staff=staff()),
        "ChangeOwnPassword": lambda _: staff_service_pb2.ChangeOwnPasswordResponse(session=opened()),
        "EnrolTotp": lambda _: staff_service_pb2.EnrolTotpResponse(enrolment=ENROLMENT),
        "ConfirmTotp": lambda _: staff_service_pb2.ConfirmTotpResponse(recovery_codes=["one", "two"]),
        "ReplaceRecoveryCodes": lambda _: staff_service_pb2.ReplaceRecoveryCodesResponse(recovery_codes=["three"]),
        "RemoveTotp": lambda _: staff_service_pb2.RemoveTotpResponse(),
    }


@pytest.fixture
async def member(client, identity):
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


async def test_signing_in_shows_the_account_and_sets_the_cookie(client, network) -> None:
    answer = await client.post(LOGIN, json=PROOF)
    profile = answer.json()["staff_profile"]
    assert (answer.status_code, profile["full_name"], profile["hire_date"]) == (200, "Sam Staff", None)
    assert client.cookies[sessions.COOKIE] == NEW_SESSION
    assert network.asked("SignInStaff")[0].request.username == "sam"


async def test_a_second_factor_is_asked_for_before_there_is_a_session(client, network) -> None:
    network.answers["SignInStaff"] = lambda _: challenged()
    asked = await client.post(LOGIN, json=PROOF)
    assert (asked.status_code, asked.json()["next"], asked.json()["enrolment"]) == (202, SECOND_STEP, None)
    assert "set-cookie" not in asked.headers
    body = {"challenge_token": asked.json()["challenge_token"], "code": "123 456"}
    answer = await client.post(SECOND_STEP, json=body)
    assert (answer.status_code, answer.json()["recovery_codes_left"]) == (200, 9)
    assert client.cookies[sessions.COOKIE] == NEW_SESSION
    assert network.asked("CompleteStaffSignIn")[0].request.challenge_token == "half-way"


async def test_whoever_must_set_an_authenticator_up_is_shown_how_and_gets_recovery_codes(client, network) -> None:
    network.answers["SignInStaff"] = lambda _: challenged(enrolment=ENROLMENT)
    network.answers["CompleteStaffSignIn"] = lambda _: messages.CompleteStaffSignInResponse(
        session=opened(), staff=staff(), recovery_codes=["one", "two"], recovery_codes_left=2
    )
    asked = (await client.post(LOGIN, json=PROOF)).json()
    assert asked["enrolment"]["secret"] == "BASE32"
    answer = await client.post(SECOND_STEP, json={"challenge_token": asked["challenge_token"], "code": "123456"})
    assert answer.json()["recovery_codes"] == ["one", "two"]


async def test_a_wrong_code_is_401_without_a_session(client, network) -> None:
    def refuse(_: object) -> None:
        raise UnknownCaller("code_refused", "The code is not right; please wait for the next one and try again.")

    network.answers["CompleteStaffSignIn"] = refuse
    answer = await client.post(SECOND_STEP, json={"challenge_token": "half-way", "code": "000000"})
    assert (answer.status_code, answer.json()["code"]) == (401, "code_refused")
    assert "set-cookie" not in answer.headers


async def test_staff_see_themselves_and_sign_out(member, network) -> None:
    me = (await member.get("/api/staff/auth/user/")).json()
    assert (me["user"]["username"], me["csrf_token"]) == ("sam", member.headers["X-CSRFToken"])
    assert (await member.post("/api/staff/auth/logout/")).status_code == 200
    assert network.asked("SignOut")[0].request.session_token == sessions.STAFF_SESSION


async def test_a_changed_password_begins_a_new_session(member) -> None:
    body = {"current_password": PASSWORD, "new_password": "four other unrelated words"}
    assert (await member.post("/api/staff/auth/password-change/", json=body)).status_code == 200
    assert member.cookies[sessions.COOKIE] == NEW_SESSION


async def test_staff_set_up_and_remove_their_own_second_factor(member, network) -> None:
    assert (await member.post(FACTOR)).json()["otpauth_uri"].startswith("otpauth://totp/")
    assert (await member.post(f"{FACTOR}confirm/", json={"code": "123456"})).json()["recovery_codes"] == ["one", "two"]
    replaced = await member.post(f"{FACTOR}recovery-codes/", json={"code": "123456"})
    assert replaced.json()["recovery_codes"] == ["three"]
    assert (await member.post(f"{FACTOR}remove/", json={"code": "123456"})).status_code == 200
    assert sessions.token_used(network, "RemoveTotp") == f"principal-of-{sessions.STAFF_SESSION}"


@pytest.mark.parametrize("step", ["", "confirm/", "recovery-codes/", "remove/"])
async def test_a_second_factor_is_nobodys_but_staffs_own(customer, step: str) -> None:
    answer = await customer.post(FACTOR + step, json={"code": "123456"})
    assert (answer.status_code, answer.json()["code"]) == (403, "staff_only")
