"""How the pages behind mailed links read."""

from __future__ import annotations

import math
from http import HTTPStatus
from typing import Literal

from chassis.refusal import Refusal
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader

from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.refusals import in_client_terms, presentable
from gateway.routes.pages import LANDING_POLICY

LONGEST_TOKEN = 128
POLICY = f"{LANDING_POLICY}; form-action 'self'"
LINK_OVER = "link_over"

Form = Literal["", "verification", "new_password", "forgotten_password"]
Way = tuple[str, str]
"""Where to go from here, and what the button says."""

ASK_AGAIN: Way = ("/account/forgotten-password/", "Ask for a new link")
HOME: Way = ("/", "To our first page")

template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("account.html")


def is_whole(token: str) -> bool:
    """Whether it may be what a link of ours carries."""
    return 0 < len(token) <= LONGEST_TOKEN


def verification(token: str, fault: str = "") -> HTMLResponse:
    """The button."""
    return page(
        "Please confirm your email.",
        "One click, and we know that this address is yours. Bookings that you made with it join your account.",
        form="verification",
        token=token,
        fault=fault,
    )


def verified(email: str) -> HTMLResponse:
    """Done."""
    return page("Thank you.", f"{email} is confirmed. There is nothing more to do.", way=HOME)


def verification_refused(refusal: Refusal, token: str) -> HTMLResponse:
    """The link is over, or it can't be done right now."""
    if refusal.slug != LINK_OVER:
        return told(verification(token, words_of(refusal)), refusal)
    explanation = "A newer one has replaced it, or its time is up. Please sign in and ask for another one there."
    return told(page("This link is no longer good.", explanation, way=HOME), refusal)


def new_password(token: str, fault: str = "") -> HTMLResponse:
    """The form, with what was wrong with the last try."""
    explanation = "Once it is set, every browser that was signed in to your account is signed out."
    return page(
        "Choose a new password.",
        explanation,
        form="new_password",
        token=token,
        fault=fault,
        status=HTTPStatus.BAD_REQUEST if fault else HTTPStatus.OK,
    )


def password_chosen() -> HTMLResponse:
    """Done."""
    return page("Your new password is set.", "You can sign in with it now, wherever you sign in to us.", way=HOME)


def new_password_refused(refusal: Refusal, token: str) -> HTMLResponse:
    """The link is over, or the password will not do."""
    if refusal.slug != LINK_OVER:
        return told(new_password(token, words_of(refusal)), refusal)
    explanation = (
        "It has been used, a newer one has replaced it, or its time is up. If you work with us, please ask an "
        "administrator for another one."
    )
    return told(page("This link is no longer good.", explanation, way=ASK_AGAIN), refusal)


def forgotten_password(fault: str = "") -> HTMLResponse:
    """The form that asks for a link."""
    return page(
        "Forgotten your password?",
        "Tell us the email of your account, and we send you a link to choose a new one.",
        form="forgotten_password",
        fault=fault,
        status=HTTPStatus.BAD_REQUEST if fault else HTTPStatus.OK,
    )


def forgotten_password_refused(refusal: Refusal) -> HTMLResponse:
    """Too often, or not right now."""
    return told(forgotten_password(words_of(refusal)), refusal)


def link_on_its_way(email: str) -> HTMLResponse:
    """Says nothing about whether there is such an account."""
    return page(
        "Please look into your mail.",
        f"If {email} has an account with us, a link to choose a new password is on its way.",
        way=HOME,
    )


def broken_link() -> HTMLResponse:
    """Something of it was lost on the way."""
    return page(
        "This link is not complete.",
        "Please open it from our mail once more, or copy it from there as a whole.",
        status=HTTPStatus.BAD_REQUEST,
    )


def words_of(refusal: Refusal) -> str:
    """A refusal as a person reads it beside the field."""
    return in_client_terms(presentable(refusal)).message.replace("new_password", "Your new password")


def told(response: HTMLResponse, refusal: Refusal) -> HTMLResponse:
    """The page, with the status of the refusal that it tells of."""
    response.status_code = status_for(presentable(refusal))
    if refusal.retry_after_seconds:
        response.headers["Retry-After"] = str(math.ceil(refusal.retry_after_seconds))
    return response


def page(
    headline: str,
    explanation: str,
    *,
    form: Form = "",
    token: str = "",
    fault: str = "",
    way: Way | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HTMLResponse:
    """The page, kept by nobody; its address, which may hold a link's token, is told to nobody."""
    html = template.render(headline=headline, explanation=explanation, form=form, token=token, fault=fault, way=way)
    return private_page(html, status, POLICY)
