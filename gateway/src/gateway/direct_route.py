"""Direct routes: documented like every other, for what is asked more often than everything else together."""

from __future__ import annotations

from typing import Any, get_type_hints

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.types import Receive, Scope, Send

JSON = "application/json"


class DirectRoute(APIRoute):
    """Reads a JSON body straight into the endpoint's `sent`, and writes its answer straight as JSON.

    Nothing else is resolved: the endpoint takes `sent` and the request. What it raises, and what is wrong with the
    body, goes to the error handlers, as everywhere.
    """

    def __init__(self, path: str, endpoint: Any, **options: Any) -> None:
        super().__init__(path, endpoint, **options)
        hints = get_type_hints(endpoint, include_extras=True)
        self._sent: type[BaseModel] = hints["sent"]
        self._answer: TypeAdapter[Any] = TypeAdapter(hints["return"])
        self.app = self.respond

    async def respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        request = Request(scope, receive)
        answer = await self.endpoint(await read(request, self._sent), request)
        body = self._answer.dump_json(answer, exclude_none=self.response_model_exclude_none)
        await Response(body, media_type=JSON)(scope, receive, send)


async def read(request: Request, model: type[BaseModel]) -> BaseModel:
    """The body as `model`. Raises RequestValidationError, in the form that FastAPI gives it.

    A body that is not said to be JSON is none: no other site's form may send one without asking first.
    """
    content = await request.body() if is_json(request.headers.get("content-type", "")) else b"null"
    try:
        return model.model_validate_json(content or b"null")
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise RequestValidationError([{**fault, "loc": ("body", *fault["loc"])} for fault in faults]) from error


def is_json(content_type: str) -> bool:
    """`application/json`, or anything built on it."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind == JSON or (kind.startswith("application/") and kind.endswith("+json"))
