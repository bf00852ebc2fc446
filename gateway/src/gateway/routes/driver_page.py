"""The page behind a driver's link: the same for everybody, since the token stands behind the # of its address.

Browsers send what stands there to nobody, so no log has it; the page's script puts it into the bodies of its questions.
"""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from gateway.private_page import private_page
from gateway.routes.pages import LANDING_POLICY, PAGES

POLICY = f"{LANDING_POLICY}; form-action 'none'; script-src 'self'; connect-src 'self'"

router = APIRouter(include_in_schema=False)


@router.get("/driver/")
async def driver_page() -> HTMLResponse:
    """The day's stops, once its script has asked for them."""
    return private_page((PAGES / "driver.html").read_text(), HTTPStatus.OK, POLICY)
