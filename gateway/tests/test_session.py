"""CSRF tokens: ours alone, and stable for one browser."""

from gateway.csrf import is_genuine, new_csrf_token

PATH = "/api/customer/csrf-token/"


async def test_the_cookie_holds_the_same_token_as_the_answer(client) -> None:
    answer = await client.get(PATH)
    assert answer.cookies["csrftoken"] == answer.json()["csrf_token"]
    assert "samesite=lax" in answer.headers["set-cookie"].lower()


async def test_asking_again_gives_the_same_token(client) -> None:
    first = (await client.get(PATH)).json()
    assert (await client.get(PATH)).json() == first


async def test_a_token_that_we_did_not_make_is_replaced(client, settings) -> None:
    answer = await client.get(PATH, headers={"Cookie": "csrftoken=chosen-by-an-attacker.00"})
    assert is_genuine(answer.json()["csrf_token"], settings)


async def test_outside_local_the_cookie_is_secure(gateway_with) -> None:
    async with gateway_with(environment="production") as client:
        assert "secure" in (await client.get(PATH)).headers["set-cookie"].lower()


def test_a_token_under_another_secret_is_not_genuine(settings) -> None:
    other = settings.model_copy(update={"cookie_secret": type(settings.cookie_secret)("another-secret" * 3)})
    assert not is_genuine(new_csrf_token(other), settings)


def test_an_altered_token_is_not_genuine(settings) -> None:
    token = new_csrf_token(settings)
    assert is_genuine(token, settings)
    assert not is_genuine("x" + token, settings)
    assert not is_genuine(token.partition(".")[0], settings)
    assert not is_genuine("ä.ö", settings)
