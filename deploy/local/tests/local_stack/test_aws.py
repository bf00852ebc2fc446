"""The AWS stand-in takes mail from boto3, keeps it over a restart, and shows it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import boto3
import pytest
import requests
from local_stack.bound_to_parent import bound_to_parent
from local_stack.environment import MAIL_FROM
from local_stack.ports import free_port
from local_stack.probes import answers
from waiting import until


class StandIn:
    """Its process over one state folder."""

    def __init__(self, state: Path) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        self._environment = os.environ | {
            "AWS_STAND_IN_ADDRESS": self.url.removeprefix("http://"),
            "AWS_STAND_IN_STATE": str(state),
        }

    def launch(self) -> None:
        command = [sys.executable, "-m", "local_stack.aws"]
        self._process = subprocess.Popen(bound_to_parent(command), env=self._environment, stderr=subprocess.DEVNULL)

    async def start(self) -> None:
        self.launch()
        await until(lambda: answers(f"{self.url}/mail"), 20)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def send(self, to: str, subject: str) -> Any:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = MAIL_FROM, to, subject
        mail.set_content("Plain words.")
        mail.add_alternative("<p>Pretty <b>words</b>.</p>", subtype="html")
        client = boto3.client(
            "sesv2", "us-east-1", endpoint_url=self.url, aws_access_key_id="a", aws_secret_access_key="b"
        )
        return client.send_email(
            FromEmailAddress=MAIL_FROM, Destination={"ToAddresses": [to]}, Content={"Raw": {"Data": mail.as_bytes()}}
        )

    def page(self, path: str) -> requests.Response:
        return requests.get(f"{self.url}{path}", timeout=5)

    def mails(self, to: str) -> Any:
        return requests.get(f"{self.url}/mail/messages.json", params={"to": to}, timeout=5).json()["messages"]


@pytest.fixture
async def stand_in(tmp_path: Path) -> AsyncIterator[StandIn]:
    started = StandIn(tmp_path)
    await started.start()
    yield started
    started.kill()


async def test_sent_mail_is_kept_over_a_restart_and_shown(stand_in: StandIn) -> None:
    stand_in.send("ada@example.com", "First <b>bold</b>")
    stand_in.send("grace@example.com", "Second")
    stand_in.kill()
    await stand_in.start()
    (mail,) = stand_in.mails("ada@example.com")
    assert (mail["subject"], mail["text"].strip()) == ("First <b>bold</b>", "Plain words.")
    listing = stand_in.page("/mail").text
    assert "First &lt;b&gt;bold&lt;/b&gt;" in listing
    assert "<b>words</b>" in stand_in.page(f"/mail/{mail['id']}/body").text
    assert stand_in.page("/mail/nothing").status_code == 404


async def test_files_can_be_stored(stand_in: StandIn) -> None:
    client = boto3.client(
        "s3", "us-east-1", endpoint_url=stand_in.url, aws_access_key_id="a", aws_secret_access_key="b"
    )
    client.create_bucket(Bucket="documents")
    client.put_object(Bucket="documents", Key="coi.pdf", Body=b"%PDF-")
    assert client.get_object(Bucket="documents", Key="coi.pdf")["Body"].read() == b"%PDF-"
