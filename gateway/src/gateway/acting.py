"""For whom a request acts: dependencies that find out who it is, and let its calls go out for them."""

from __future__ import annotations

from typing import Annotated

from chassis.refusal import NotAllowed, UnknownCaller
from chassis.remote import acting_for
from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer

from gateway import csrf
from gateway.dependencies import Around, Surroundings, act_as_visitor
from gateway.session_cookie import COOKIE, SECURE_COOKIE, session_token_of
from gateway.signed_in import SignedIn

CHANGING = {"POST", "PUT", "PATCH", "DELETE"}

SESSION_SCHEME = APIKeyCookie(
    name=COOKIE,
    scheme_name="session",
    description=f"Set by signing in; `{SECURE_COOKIE}` outside local. Changes need `X-CSRFToken` too.",
    auto_error=False,
)
KEY_SCHEME = HTTPBearer(
    scheme_name="key", description="An API key, `ttx_…`: no cookie, no CSRF token.", auto_error=False
)

BySession = Annotated[object, Security(SESSION_SCHEME)]
ByKey = Annotated[object, Security(KEY_SCHEME)]
"""What the OpenAPI document says of a route; who it is, `find_signed_in` finds out."""


async def find_asker(request: Request, around: Surroundings) -> SignedIn | None:
    """Who it is, whatever they ask; None for visitors, and for those whose session is over. Raises UnknownCaller."""
    key = bearer_of(request)
    if key:
        return await around.credentials.by_key(key)
    token = session_token_of(request, around.settings)
    return await around.credentials.by_session(token) if token else None


async def find_signed_in(request: Request, around: Around) -> SignedIn | None:
    """Who it is; None for visitors, and for those whose session is over. Raises UnknownCaller for a bad key.

    A change made with a session must come from our own pages and carry the session's CSRF token. An API key needs
    neither: no page can make a browser send one.
    """
    found = await find_asker(request, around)
    if found is not None and not found.is_key and request.method in CHANGING:
        csrf.must_not_come_from_elsewhere(request, around.settings)
        csrf.must_carry_the_token(request, around.settings, found.csrf_binding)
    return found


async def from_our_own_pages(request: Request, around: Around) -> None:
    """Signing in changes who a browser is: no other site's page may do it. Raises NotAllowed."""
    csrf.must_not_come_from_elsewhere(request, around.settings)


Found = Annotated[SignedIn | None, Depends(find_signed_in)]


async def must_be_signed_in(found: Found) -> SignedIn:
    """Raises UnknownCaller for visitors."""
    if found is None:
        raise UnknownCaller("not_signed_in", "Please sign in first.")
    return found


Anybody = Annotated[SignedIn, Depends(must_be_signed_in)]


async def act_as_customer(found: Anybody, _session: BySession = None, _key: ByKey = None) -> SignedIn:
    """For a customer: by session, or by the key of a device they signed in on. Raises NotAllowed for everybody else."""
    if found.kind == "staff":
        raise NotAllowed("customers_only", "This is for customers; you are signed in as staff.")
    if found.kind == "machine":
        raise NotAllowed("no_customer", "This API key acts for no customer; sign a customer in on the device first.")
    acting_for.set(found.principal)
    return found


async def act_as_staff(found: Anybody, _session: BySession = None) -> SignedIn:
    """For staff, by session alone. What they may do is for the services' policies. Raises NotAllowed for others."""
    if found.kind != "staff":
        raise NotAllowed("staff_only", "This is for our staff.")
    acting_for.set(found.principal)
    return found


async def act_as_machine(found: Anybody, _key: ByKey = None) -> SignedIn:
    """For an app's or partner's own key. Raises NotAllowed for everybody else."""
    if found.kind != "machine":
        raise NotAllowed("apps_only", "This is for apps and partners, with their own API key.")
    acting_for.set(found.principal)
    return found


async def act_as_partner(found: Anybody, _session: BySession = None, _key: ByKey = None) -> SignedIn:
    """For an app's or partner's own key, or for staff on its behalf. Raises NotAllowed for everybody else."""
    if found.kind not in {"machine", "staff"}:
        raise NotAllowed("partners_only", "This is for partners, with their own API key, and for our staff.")
    acting_for.set(found.principal)
    return found


async def act_as_whoever(found: Found, around: Around) -> SignedIn | None:
    """For whoever has signed in, else for a visitor."""
    if found is None:
        await act_as_visitor(around)
        return None
    acting_for.set(found.principal)
    return found


async def act_as_customer_or_visitor(request: Request, around: Surroundings) -> SignedIn | None:
    """For the customer who has signed in, else for a visitor; staff and apps are visitors here, who have to prove more.

    Raises UnknownCaller for a bad key.
    """
    found = await find_asker(request, around)
    customer = found if found and found.kind == "customer" else None
    acting_for.set(customer.principal if customer else await around.visitor.token())
    return customer


async def look_as_whoever(request: Request, around: Surroundings) -> None:
    """The same for a POST that only looks: it changes nothing, and no page elsewhere can read the answer."""
    found = await find_asker(request, around)
    acting_for.set(found.principal if found else await around.visitor.token())


Customer = Annotated[SignedIn, Depends(act_as_customer)]
StaffMember = Annotated[SignedIn, Depends(act_as_staff)]
Machine = Annotated[SignedIn, Depends(act_as_machine)]
Whoever = Annotated[SignedIn | None, Depends(act_as_whoever)]


def bearer_of(request: Request) -> str:
    """The API key in `Authorization: Bearer …`; empty without one."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() if scheme.lower() == "bearer" else ""
