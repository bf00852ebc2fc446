"""The matrix: every route against everybody who may come, with the answer that the gateway itself owes them."""

from __future__ import annotations

import re

import httpx2
import pytest
import sessions
from gateway.application import ROUTERS
from who_may import CUSTOMERS, GROUPS, MACHINES, PARTNERS, STAFF, WHOEVER_IT_IS

SOME_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11"
OVER = "over".ljust(43, "x")
REFUSED = {
    "not_signed_in",
    "customers_only",
    "staff_only",
    "apps_only",
    "partners_only",
    "no_customer",
    "csrf_failed",
    "cross_site",
}
"""What only the gateway says; whatever else a route answers, it has let the caller in."""

IN = "let in"
COOKIES = {"customer": sessions.SESSION, "staff": sessions.STAFF_SESSION, "over": OVER}
KEYS = {"device": sessions.DEVICE_KEY, "app": sessions.APP_KEY}

EXPECTED: list[tuple[set[str], dict[str, str]]] = [
    (
        CUSTOMERS,
        {
            "nobody": "not_signed_in",
            "over": "not_signed_in",
            "customer": IN,
            "staff": "customers_only",
            "device": IN,
            "app": "no_customer",
        },
    ),
    (
        STAFF,
        {
            "nobody": "not_signed_in",
            "over": "not_signed_in",
            "customer": "staff_only",
            "staff": IN,
            "device": "staff_only",
            "app": "staff_only",
        },
    ),
    (
        MACHINES,
        {
            "nobody": "not_signed_in",
            "over": "not_signed_in",
            "customer": "apps_only",
            "staff": "apps_only",
            "device": "apps_only",
            "app": IN,
        },
    ),
    (
        PARTNERS,
        {
            "nobody": "not_signed_in",
            "over": "not_signed_in",
            "customer": "partners_only",
            "staff": IN,
            "device": "partners_only",
            "app": IN,
        },
    ),
]


def expected(route: str, who: str) -> str:
    """What the matrix says; routes for whoever it is let everybody in."""
    for routes, answers in EXPECTED:
        if route in routes:
            return answers[who]
    if who == "app" and route == "POST /api/customer/auth/logout/":
        return "no_customer"  # a key that signed nobody in has nobody to sign out
    return IN


async def come_as(client: httpx2.AsyncClient, who: str) -> None:
    """Puts on the cookie with its CSRF token, the key, or nothing."""
    client.cookies.clear()
    for header in ("Authorization", "X-CSRFToken"):
        client.headers.pop(header, None)
    if who in COOKIES:
        await sessions.hold_session(client, COOKIES[who])
    if who in KEYS:
        client.headers["Authorization"] = f"Bearer {KEYS[who]}"


async def answer_to(client: httpx2.AsyncClient, route: str) -> str:
    """The gateway's own refusal, or that it let the caller in."""
    method, path = route.split()
    body = None if method in {"GET", "DELETE"} else {}
    answer = await client.request(method, re.sub(r"{\w+}", SOME_ID, path), json=body)
    is_problem = answer.headers.get("content-type", "").startswith("application/problem")
    code = str(answer.json()["code"]) if is_problem else ""
    return code if code in REFUSED else IN


def test_every_route_is_in_one_group() -> None:
    routes = {
        f"{method} {route.path}" for router in ROUTERS for route in router.routes for method in route.methods - {"HEAD"}
    }
    written = [route for group in GROUPS for route in group]
    assert routes ^ set(written) == set()
    assert len(written) == len(set(written))


@pytest.mark.parametrize("who", ["nobody", "over", "customer", "staff", "device", "app"])
async def test_every_route_lets_in_whom_it_should(client: httpx2.AsyncClient, identity: object, who: str) -> None:
    wrong = {}
    for route in sorted(set().union(*GROUPS)):
        await come_as(client, who)  # anew for each: signing out takes the cookie
        answer = await answer_to(client, route)
        if answer != expected(route, who):
            wrong[route] = answer
    assert wrong == {}


@pytest.mark.parametrize("who", ["customer", "staff"])
async def test_every_change_made_with_a_session_needs_its_csrf_token(
    client: httpx2.AsyncClient, identity: object, who: str
) -> None:
    changes = [route for route in sorted(WHOEVER_IT_IS | CUSTOMERS | STAFF | PARTNERS) if not route.startswith("GET")]
    await come_as(client, who)
    token = client.headers.pop("X-CSRFToken")
    for foreign in ("", token[:-1] + ("0" if token[-1] != "0" else "1")):
        client.headers["X-CSRFToken"] = foreign
        assert {route: await answer_to(client, route) for route in changes} == dict.fromkeys(changes, "csrf_failed")
