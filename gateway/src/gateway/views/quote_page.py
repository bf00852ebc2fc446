"""How the page behind a quote's link reads."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any

from chassis.clock import NEW_YORK
from chassis.money import format_dollars
from chassis.refusal import NotFound, Refusal
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader

from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.refusals import in_client_terms, presentable
from gateway.routes.booking_page import WINDOWS
from gateway.routes.pages import LANDING_POLICY
from gateway.schemas.custom_quotes import Quote

POLICY = f"{LANDING_POLICY}; form-action 'self'"
LONGEST_TOKEN = 128

WORDS = {
    "requested": ("We are writing your quote.", "Please wait for our mail; it has the link by which you accept it."),
    "sent": ("Your quote.", "Everything is in these lines, and nothing comes on top. One click makes it a booking."),
    "accepted": (
        "It is yours.",
        "We hold your day for you: a link to pay by is on its way to your mail, and says until when.",
    ),
    "declined": ("It is declined.", "Thank you for telling us. We may offer it anew; you are welcome to write to us."),
    "expired": ("This quote's time is over.", "Please ask us for a new one; your day may still be free."),
}

template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("quote.html")


def shown(quote: Quote, token: str, fault: str = "") -> HTMLResponse:
    """The quote, with its two answers while it can be answered."""
    headline, explanation = WORDS[quote.status]
    return page(
        HTTPStatus.OK,
        headline=headline,
        explanation=explanation,
        quote=quote,
        token=token,
        fault=fault,
        is_open=quote.status == "sent",
        **facts_of(quote),
    )


def facts_of(quote: Quote) -> dict[str, Any]:
    """Days and amounts in words."""
    day = date.fromisoformat(quote.pickup_date)
    facts: dict[str, Any] = {
        "day": f"{day:%A, %B} {day.day}, {day.year}",
        "window": WINDOWS[quote.pickup_time],
    }
    if quote.offer is None:
        return facts
    until = quote.offer.valid_until.astimezone(NEW_YORK)
    lines = [
        {
            "label": line.label,
            "reason": line.reason,
            "quantity": line.quantity,
            "each": format_dollars(line.unit_amount_cents),
            "amount": format_dollars(line.amount_cents),
        }
        for line in quote.offer.lines
    ]
    spoken = f"{until:%A, %B} {until.day}, {until.year}, {until:%I:%M %p}".replace(", 0", ", ")
    return facts | {
        "lines": lines,
        "total": format_dollars(quote.offer.total_cents),
        "valid_until": f"{spoken}, New York time",
    }


def refused(refusal: Refusal) -> HTMLResponse:
    """Why there is nothing to show."""
    if isinstance(refusal, NotFound):
        return page(
            HTTPStatus.NOT_FOUND,
            headline="This link leads nowhere.",
            explanation="A newer one may have replaced it: please open the one in our last mail.",
        )
    words = in_client_terms(presentable(refusal)).message
    return page(status_for(presentable(refusal)), headline="Not right now.", explanation=words)


def broken_link() -> HTMLResponse:
    """Something of it was lost on the way."""
    return page(
        HTTPStatus.BAD_REQUEST,
        headline="This link is not complete.",
        explanation="Please open it from our mail once more, or copy it from there as a whole.",
    )


def page(status: HTTPStatus, **facts: Any) -> HTMLResponse:
    """The page, kept by nobody; its address, which holds the link's token, is told to nobody."""
    return private_page(template.render(**facts), status, POLICY)
