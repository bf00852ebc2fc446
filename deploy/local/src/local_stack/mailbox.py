"""Sent mail on disk: one .eml file each, which outlives restarts and opens in any mail program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path


@dataclass(frozen=True)
class SentMail:
    """One mail as it was handed over."""

    id: str
    sent_at: datetime
    message: EmailMessage

    def header(self, name: str) -> str:
        """A header as text; empty when it isn't there."""
        return str(self.message.get(name, ""))

    def body(self, kind: str) -> str:
        """The `html` or `plain` part; empty when there is none."""
        part = self.message.get_body((kind,))
        return str(part.get_content()) if part else ""

    def summary(self) -> dict[str, str]:
        """What programs read."""
        return {
            "id": self.id,
            "to": self.header("To"),
            "from": self.header("From"),
            "subject": self.header("Subject"),
            "sent_at": self.sent_at.isoformat(),
            "text": self.body("plain"),
            "html": self.body("html"),
        }


class Mailbox:
    """A folder of sent mails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, mail_id: str, raw: str) -> None:
        """Writes a mail so that it outlives a crash the moment this returns."""
        path = self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}_{mail_id}.eml"
        with path.with_suffix(".new").open("wb") as file:
            file.write(raw.encode())
            file.flush()
            os.fsync(file.fileno())
        path.with_suffix(".new").rename(path)

    def list_mails(self, to: str = "") -> list[SentMail]:
        """Mails to one address (or all), newest first."""
        mails = [read(path) for path in sorted(self._folder.glob("*.eml"), reverse=True)]
        return [mail for mail in mails if to.lower() in mail.header("To").lower()]

    def find(self, mail_id: str) -> SentMail | None:
        """One mail."""
        return next((mail for mail in self.list_mails() if mail.id == mail_id), None)


def read(path: Path) -> SentMail:
    """A mail from its file."""
    stamp, _, mail_id = path.stem.partition("_")
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    return SentMail(mail_id, datetime.strptime(stamp, "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC), message)
