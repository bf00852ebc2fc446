"""Customers sign up, in and out: which cookies they get, and what no answer tells."""

import pytest
import sessions
from chassis.refusal import Invalid, UnknownCaller
from gateway.csrf import is_genuine
from identity_messages import NEW_SESSION, PASSWORD, customer
from identity_messages import opened as opened_session
from totetaxi.identity.v1 import customer_service_pb2, session_service_pb2

REGISTER = "/api/customer/auth/register/"
LOGIN = "/api/customer/auth/login/"
LOGOUT = "/api/customer/auth/logout/"
ME = "/api/customer/auth/user/"
GRACE = {"first_name": "Grace", "last_name": "Hopper", "email": "grace@example.com"}
PROOF = {"email": "grace@example.com", "password": PASSWORD}
FORM = {**GRACE, "password": PASSWORD, "password_confirm": PASSWORD}


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "Register": lambda _: customer_service_pb2.RegisterResponse(session=opened_session(), customer=customer()),
        "SignInCustomer": lambda _: session_service_pb2.SignInCustomerResponse(
            session=opened_session(), customer=customer()
        ),
        "SignOut": lambda _: session_service_pb2.SignOutResponse(),
        "GetProfile": lambda _: customer_service_pb2.GetProfileResponse(customer=customer()),
    }


async def test_registering_signs_in_and_shows_the_account(client, network) -> None:
    answer = await client.post(REGISTER, json=FORM, headers={"Accept-Language": "de-DE,en;q=0.5"})
    body = answer.json()
    assert answer.status_code == 201
    assert (body["user"]["username"], body["customer_profile"]["total_spent_dollars"]) == ("grace@example.com", 2544.25)
    [call] = network.asked("Register")
    assert (call.request.email, call.request.language, call.request.phone) == ("grace@example.com", "de-DE", "")
    assert call.metadata["authorization"] == "Bearer gateway-token"


async def test_the_session_cookie_is_out_of_every_scripts_reach(client) -> None:
    answer = await client.post(LOGIN, json=PROOF)
    [session] = [line for line in answer.headers.get_list("set-cookie") if line.startswith(sessions.COOKIE)]
    assert session.startswith(f"totetaxi_session={NEW_SESSION};")
    assert {"httponly", "samesite=lax", "path=/"} <= {part.strip().lower() for part in session.split(";")}
    assert NEW_SESSION not in answer.text


async def test_outside_local_the_cookie_is_secure_and_of_this_host(gateway_with) -> None:
    async with gateway_with(environment="production") as client:
        answer = await client.post(LOGIN, json=PROOF)
    [session] = [line for line in answer.headers.get_list("set-cookie") if "session" in line]
    assert session.startswith("__Host-totetaxi_session=")
    assert "secure" in session.lower()


async def test_signing_in_gives_a_csrf_token_of_the_new_session(client, settings) -> None:
    answer = await client.post(LOGIN, json=PROOF)
    token = answer.json()["csrf_token"]
    assert answer.cookies["csrftoken"] == token
    assert is_genuine(token, settings, f"binding-of-{NEW_SESSION}")


async def test_a_planted_session_is_never_the_one_that_is_signed_in(client, network) -> None:
    await sessions.hold_session(client, "planted".ljust(43, "x"))
    answer = await client.post(LOGIN, json=PROOF)
    assert answer.cookies[sessions.COOKIE] == NEW_SESSION
    [call] = network.asked("SignInCustomer")
    assert call.request.previous_session_token == "planted".ljust(43, "x")


async def test_whoever_is_signed_in_needs_their_csrf_token_to_sign_in_as_another(customer, network) -> None:
    assert (await customer.post(LOGIN, json=PROOF)).status_code == 200
    del customer.headers["X-CSRFToken"]
    customer.cookies.set(sessions.COOKIE, sessions.SESSION, domain="gateway.local", path="/")
    assert (await customer.post(LOGIN, json=PROOF)).status_code == 403
    assert len(network.asked("SignInCustomer")) == 1


@pytest.mark.parametrize(("path", "body"), [(LOGIN, PROOF), (REGISTER, FORM)])
async def test_no_other_sites_page_signs_anybody_in(client, network, path: str, body: dict[str, str]) -> None:
    answer = await client.post(path, json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    form = await client.post(path, data=body)
    assert form.status_code == 400
    assert network.asked("SignInCustomer") == network.asked("Register") == []


async def test_a_wrong_password_is_401_and_sets_no_cookie(client, network) -> None:
    def refuse(_: object) -> None:
        raise UnknownCaller("sign_in_refused", "The email or the password is not right.")

    network.answers["SignInCustomer"] = refuse
    answer = await client.post(LOGIN, json=PROOF)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_refused")
    assert "set-cookie" not in answer.headers


async def test_passwords_that_differ_are_400_before_anybody_is_asked(client, network) -> None:
    answer = await client.post(REGISTER, json={**FORM, "password_confirm": "other"})
    assert (answer.status_code, answer.json()["detail"]) == (400, "password_confirm must be the same as password.")
    assert network.asked("Register") == []


async def test_an_email_that_is_taken_is_refused_as_identity_words_it(client, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid("registration_refused", "We can't open an account with this email.", "email")

    network.answers["Register"] = refuse
    answer = await client.post(REGISTER, json=FORM)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "email")


async def test_who_is_signed_in_comes_with_the_sessions_csrf_token(customer) -> None:
    body = (await customer.get(ME)).json()
    assert body["user"]["first_name"] == "Grace"
    assert body["csrf_token"] == customer.headers["X-CSRFToken"]


async def test_signing_out_ends_the_session_and_takes_the_cookies(customer, network) -> None:
    answer = await customer.post(LOGOUT)
    assert answer.status_code == 200
    assert [call.request.session_token for call in network.asked("SignOut")] == [sessions.SESSION]
    assert sessions.COOKIE not in customer.cookies
    assert "csrftoken" not in customer.cookies


async def test_signing_out_needs_the_csrf_token(customer, network) -> None:
    del customer.headers["X-CSRFToken"]
    assert (await customer.post(LOGOUT)).status_code == 403
    assert network.asked("SignOut") == []


async def test_where_nobody_is_signed_in_signing_out_has_nothing_to_do(client) -> None:
    assert (await client.post(LOGOUT)).status_code == 200


async def test_an_answer_to_an_old_session_takes_no_cookie_away(client, network) -> None:
    await sessions.hold_session(client, "over".ljust(43, "x"))
    answer = await client.get(ME)
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
