"""Forms that our own pages send."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import Request

MOST_FIELDS = 16


async def form_fields(request: Request) -> dict[str, str]:
    """The fields of a form, each one's first value; empty when it is none that a page of ours would send."""
    body = (await request.body()).decode(errors="replace")
    try:
        fields = parse_qs(body, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}
