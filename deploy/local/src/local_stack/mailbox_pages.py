"""Pages that show the sent mail, and the same as JSON for programs."""

from __future__ import annotations

import json
from html import escape

from werkzeug import Request, Response
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as AnyResponse

from local_stack.mailbox import Mailbox, SentMail

STYLE = """
body{margin:0;font:16px/1.5 Georgia,serif;color:#1f2a30;background:#f6f3ee}
main{max-width:56rem;margin:0 auto;padding:3rem 1.5rem}
h1{font-weight:400;letter-spacing:.02em}
a{color:inherit;text-decoration:none}
li{list-style:none;border-top:1px solid #ddd5c8}
li a{display:grid;grid-template-columns:1fr auto;padding:1rem 0}
li a:hover{background:#fffdf9}
small{color:#6d7478;font:13px/1.5 system-ui,sans-serif}
ul{padding:0}
iframe{width:100%;height:80vh;border:1px solid #ddd5c8;background:#fff}
"""


def page(title: str, body: str) -> Response:
    """A whole page around `body`."""
    html = f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title>"
    return Response(f"{html}<style>{STYLE}</style><main>{body}</main>", mimetype="text/html")


def answer(request: Request, mailbox: Mailbox) -> AnyResponse:
    """/mail, /mail/messages.json?to=, /mail/<id>, /mail/<id>/body."""
    place = request.path.strip("/").split("/")[1:]
    if request.path == "/":
        return redirect("/mail")
    if not place:
        return page("Sent mail", listing(mailbox.list_mails()))
    if place == ["messages.json"]:
        return as_json(mailbox.list_mails(request.args.get("to", "")))
    mail = mailbox.find(place[0])
    if mail is None:
        return Response("There is no such mail.\n", status=404, mimetype="text/plain")
    if place[1:] == ["body"]:
        return Response(mail.body("html"), mimetype="text/html")
    return page(mail.header("Subject"), view(mail))


def as_json(mails: list[SentMail]) -> Response:
    """What programs read."""
    document = {"count": len(mails), "messages": [mail.summary() for mail in mails]}
    return Response(json.dumps(document), mimetype="application/json")


def listing(mails: list[SentMail]) -> str:
    """All mails, newest first."""
    rows = "".join(
        f'<li><a href="/mail/{escape(mail.id)}"><span>{escape(mail.header("Subject"))}<br>'
        f"<small>to {escape(mail.header('To'))}</small></span>"
        f"<small>{mail.sent_at:%b %d, %H:%M:%S} UTC</small></a></li>"
        for mail in mails
    )
    return f"<h1>Sent mail</h1><ul>{rows or '<li><p>Nothing has been sent yet.</p></li>'}</ul>"


def view(mail: SentMail) -> str:
    """One mail: who, when, how it looks, and its plain text."""
    return (
        f'<p><a href="/mail"><small>&larr; all mail</small></a></p><h1>{escape(mail.header("Subject"))}</h1>'
        f"<p><small>from {escape(mail.header('From'))} to {escape(mail.header('To'))}, "
        f"{mail.sent_at:%b %d %Y, %H:%M:%S} UTC</small></p>"
        f'<iframe src="/mail/{escape(mail.id)}/body" title="the mail"></iframe><pre>{escape(mail.body("plain"))}</pre>'
    )
