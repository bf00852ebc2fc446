"""The page behind "No more reminders", and what mail programs post by themselves (RFC 8058).

Opening it changes nothing, for mail programs open links by themselves. No session is looked at: the link is the proof,
and ends nothing but courtesies.
"""

from __future__ import annotations

from http import HTTPStatus

from chassis.refusal import NotFound, Refusal
from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader
from totetaxi.notifications.v1.mail_feedback_service_pb2 import UnsubscribeRequest

from gateway.dependencies import Around, limited
from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.refusals import presentable
from gateway.routes.pages import LANDING_POLICY

POLICY = f"{LANDING_POLICY}; form-action 'self'"
LONGEST_TOKEN = 64

router = APIRouter(include_in_schema=False)
template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("unsubscribe.html")


@router.get("/unsubscribe/")
async def show_choice(token: str = "") -> HTMLResponse:
    """Asks once more."""
    if not 0 < len(token) <= LONGEST_TOKEN:
        return unknown()
    explanation = "We still write what you must know of your bookings: what is due, what is confirmed, what changes."
    return page("No more reminders, and no questions how it was?", explanation, token=token)


@router.post("/unsubscribe/", dependencies=[Depends(limited("lookups"))])
async def unsubscribe(around: Around, token: str = "") -> HTMLResponse:
    """Ends reminders to whoever the link was mailed to."""
    if not 0 < len(token) <= LONGEST_TOKEN:
        return unknown()
    try:
        await around.upstreams.mail_feedback.Unsubscribe(UnsubscribeRequest(token=token))
    except NotFound:
        return unknown()
    except Refusal as refusal:
        shown = presentable(refusal)
        return page("Not right now.", shown.message, status_for(shown), token=token)
    return page(
        "There will be no more.",
        "You get no reminders and no questions how it was from us any more. Your bookings are as they were.",
    )


def unknown() -> HTMLResponse:
    """Something of the link was lost on the way."""
    explanation = "Please open it from our mail once more, or answer the mail: we gladly do it for you."
    return page("We don't know this link.", explanation, HTTPStatus.NOT_FOUND)


def page(headline: str, explanation: str, status: HTTPStatus = HTTPStatus.OK, token: str = "") -> HTMLResponse:
    """The page, kept by nobody; its address, which holds the token, is told to nobody."""
    html = template.render(headline=headline, explanation=explanation, token=token)
    return private_page(html, status, POLICY)
