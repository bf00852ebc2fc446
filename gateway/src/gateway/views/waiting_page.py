"""How the page behind a link of the waiting list reads."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any

from chassis.clock import NEW_YORK
from chassis.refusal import NotFound, Refusal
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader

from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.refusals import in_client_terms, presentable
from gateway.routes.booking_page import WINDOWS
from gateway.schemas.waiting_list import Waiting
from gateway.views.quote_page import POLICY

WORDS = {
    "waiting": ("You are in line.", "When a place comes free and you are next, we write to you and keep it for you."),
    "called": ("A place has come free.", "It is kept for you; our mail with your code is on its way."),
    "offered": ("This place is yours, if you like.", "Nobody else can book it until then; after that it goes on."),
    "booked": ("It is booked.", "Thank you; our mails tell you all that follows."),
    "passed": ("The time to book it is over.", "The place went to the next in line. You are welcome to join again."),
    "left": ("You are off the list.", "We keep no place for you any more. You are welcome to join again."),
}
LIVE = {"waiting", "called", "offered"}

template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("waiting.html")


def shown(waiting: Waiting, token: str) -> HTMLResponse:
    """How it stands."""
    headline, explanation = WORDS[waiting.state]
    day, window = date.fromisoformat(waiting.pickup_date), waiting.offered_pickup_time or waiting.pickup_time
    facts: dict[str, Any] = {"waiting": waiting, "token": token, "is_live": waiting.state in LIVE}
    facts["day"] = f"{day:%A, %B} {day.day}, {day.year}"
    facts["window"] = WINDOWS[window] if window else ""
    if waiting.offer_ends_at:
        until = waiting.offer_ends_at.astimezone(NEW_YORK)
        facts["kept_until"] = f"{until:%A, %B} {until.day}, {until:%I:%M %p}, New York time".replace(", 0", ", ")
    return page(HTTPStatus.OK, headline=headline, explanation=explanation, **facts)


def refused(refusal: Refusal) -> HTMLResponse:
    """Why there is nothing to show."""
    if isinstance(refusal, NotFound):
        words = "Please open the link in our mail once more, or copy it from there as a whole."
        return page(HTTPStatus.NOT_FOUND, headline="This link leads nowhere.", explanation=words)
    words = in_client_terms(presentable(refusal)).message
    return page(status_for(presentable(refusal)), headline="Not right now.", explanation=words)


def page(status: HTTPStatus, **facts: Any) -> HTMLResponse:
    """The page, kept by nobody; its address, which holds the link's token, is told to nobody."""
    return private_page(template.render(**facts), status, POLICY)
