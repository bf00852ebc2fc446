"""Mail by Amazon SES, API v2."""

from __future__ import annotations

import asyncio
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from notifications.channels.mail import DeliveryError, Mail, SendMail

PERMANENT = frozenset({"BadRequestException"})
"""What SES will never take; everything else (throttling, a paused account, an unverified sender) may pass."""


def open_ses(endpoint_url: str, region: str, seconds: float) -> SendMail:
    """A transport that sends through SES, or what answers like it at `endpoint_url` (empty means AWS's own).

    `seconds` is how long it may take to be reached, and again to answer.
    The client's own retries are off: every try is ours, counted and seen.
    """
    client = boto3.session.Session().client(
        "sesv2",
        region_name=region,
        endpoint_url=endpoint_url or None,
        config=Config(connect_timeout=seconds, read_timeout=seconds, retries={"total_max_attempts": 1}),
    )

    async def send(mail: Mail) -> str:
        return await asyncio.to_thread(hand_over, client, mail)

    return send


def hand_over(client: Any, mail: Mail) -> str:
    """Sends `mail` and returns SES's message id. Raises DeliveryError."""
    try:
        answer = client.send_email(
            FromEmailAddress=mail.sender,
            Destination={"ToAddresses": [mail.recipient]},
            Content={"Raw": {"Data": mail.raw}},
            EmailTags=[
                {"Name": "message", "Value": str(mail.message_id)},
                {"Name": "template", "Value": mail.template},
            ],
        )
        return str(answer["MessageId"])
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "Unknown")
        raise DeliveryError(f"SES answered {code}.", is_permanent=code in PERMANENT) from error
    except (BotoCoreError, ResponseParserError, KeyError) as error:  # the last of these: a proxy answered
        raise DeliveryError(f"SES did not answer ({type(error).__name__}).") from error
