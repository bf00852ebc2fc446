"""A stand-in for AWS (moto): S3, SES and SNS on one port, which shows what was sent: `python -m local_stack.aws`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from moto.ses.models import ses_backends
from moto.sns.models import sns_backends
from werkzeug import Request, Response, run_simple

from local_stack.environment import DOCUMENT_BUCKET, MAIL_FROM
from local_stack.mailbox import Mailbox
from local_stack.mailbox_pages import answer

ACCOUNT = "123456789012"
OUR_ADDRESS = parseaddr(MAIL_FROM)[1]
SENDING = "/v2/email/outbound-emails"
READING = "/mail"

StartResponse = Callable[..., Any]


class AwsStandIn:
    """moto, which keeps every mail on disk before it says that it took it, and the pages that show them."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        request = Request(environ)
        if (request.path == "/" and request.method == "GET") or request.path.startswith(READING):
            return answer(request, self._mailbox)(environ, start_response)
        response = Response.from_app(self._moto, environ)
        if request.path == SENDING:
            self._keep_sent()
        elif request.method == "POST":
            self._keep_texts()
        return response(environ, start_response)

    def _keep_sent(self) -> None:
        for backend in ses_backends[ACCOUNT].values():
            while backend.sent_messages:
                message = backend.sent_messages.pop(0)
                self._mailbox.keep(message.id, message.raw_data)

    def _keep_texts(self) -> None:
        for backend in sns_backends[ACCOUNT].values():
            while backend.sms_messages:
                message_id, (number, body) = backend.sms_messages.popitem()
                text = EmailMessage()
                text["To"], text["From"], text["Subject"] = number, OUR_ADDRESS, "Text message"
                text.set_content(body)
                self._mailbox.keep(message_id, text.as_string())


def serve(address: str, state: Path) -> None:
    """Serves on `address` (host:port) until stopped; mails are kept below `state`, files only until then."""
    host, _, port = address.rpartition(":")
    for region in ("us-east-1", os.environ.get("AWS_REGION", "us-east-1")):
        ses_backends[ACCOUNT][region].verify_email_identity(OUR_ADDRESS)
    s3_backends[ACCOUNT]["aws"].create_bucket(DOCUMENT_BUCKET, "us-east-1")
    run_simple(host, int(port), AwsStandIn(Mailbox(state / "mail")), threaded=True)


if __name__ == "__main__":
    serve(os.environ["AWS_STAND_IN_ADDRESS"], Path(os.environ["AWS_STAND_IN_STATE"]))
