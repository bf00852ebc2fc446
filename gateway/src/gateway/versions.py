"""Versions of what clients change: an ETag with every answer, If-Match with a change (RFC 9110, 8.8.3 and 13.1.1)."""

from __future__ import annotations

import re
from typing import Annotated

from chassis.refusal import Invalid
from fastapi import Depends, Header, Response

OUR_ETAG = re.compile(r'^"([1-9][0-9]{0,17})"$')


def show_version(response: Response, version: int) -> None:
    """Sets the ETag."""
    response.headers["ETag"] = f'"{version}"'


async def expected_version(
    if_match: Annotated[
        str | None, Header(description="The ETag you saw: the change is refused with 412 if it is another by now.")
    ] = None,
) -> int:
    """The version that the client saw; 0 for any. Raises Invalid."""
    if if_match is None or if_match.strip() == "*":
        return 0
    found = OUR_ETAG.match(if_match.strip())
    if found is None:
        raise Invalid("invalid_if_match", 'If-Match must be the ETag of an earlier answer, such as "7".', "If-Match")
    return int(found[1])


ExpectedVersion = Annotated[int, Depends(expected_version)]
