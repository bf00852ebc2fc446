"""Files in S3: links to send and to fetch them by, and what we do with them ourselves; never inside a transaction."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from chassis.refusal import Unavailable

from booking.domain.documents import MOST_BYTES, Promise
from booking.settings import BookingSettings

UPLOAD_SECONDS = 900
DOWNLOAD_SECONDS = 60
TRIES = 3
AT_ONCE = 4
"""Files of up to 20 MB that one process holds in memory at the same time."""
GONE = frozenset({"NoSuchKey", "404"})

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class UploadLink:
    """For one PUT with these headers; every one of them is signed."""

    url: str
    headers: dict[str, str]


class Files:
    """One bucket: what is sent lies under `quarantine/` until it was looked at, then under `documents/`."""

    def __init__(self, settings: BookingSettings) -> None:
        self._settings = settings
        self._bucket = settings.document_bucket
        self._client = client_of(settings, settings.aws_endpoint_url)
        link = settings.aws_link_endpoint_url
        self._signer = client_of(settings, link) if link else self._client
        self._room = asyncio.Semaphore(AT_ONCE)
        self._origin = ""

    async def upload_link(self, document_id: UUID, promise: Promise) -> UploadLink:
        """Where to send just the file that was promised, for 15 minutes."""
        checksum = base64.b64encode(bytes.fromhex(promise.sha256)).decode()
        parameters = {
            "Bucket": self._bucket,
            "Key": quarantine_key(document_id),
            "ContentType": promise.content_type,
            "ContentLength": promise.size_bytes,
            "ChecksumSHA256": checksum,
        }
        url = await asyncio.to_thread(self._sign, "put_object", parameters, UPLOAD_SECONDS)
        headers = {
            "Content-Type": promise.content_type,
            "Content-Length": str(promise.size_bytes),
            "x-amz-checksum-sha256": checksum,
        }
        return UploadLink(url, headers)

    async def origin(self) -> str:
        """Scheme and host of the links to send files to: what pages must be let connect to. Raises Unavailable."""
        if not self._origin:
            parameters = {"Bucket": self._bucket, "Key": "any"}
            link = urlsplit(await self._ask(lambda: self._sign("put_object", parameters, UPLOAD_SECONDS)))
            self._origin = f"{link.scheme}://{link.netloc}"
        return self._origin

    async def download_link(self, document_id: UUID, file_name: str, content_type: str) -> str:
        """Where to fetch a document that was looked at, for a minute."""
        parameters = {
            "Bucket": self._bucket,
            "Key": document_key(document_id),
            "ResponseContentDisposition": f'attachment; filename="{file_name}"',
            "ResponseContentType": content_type,
        }
        return await asyncio.to_thread(self._sign, "get_object", parameters, DOWNLOAD_SECONDS)

    async def look_at(self, document_id: UUID) -> bytes | None:
        """What was sent, at most one byte more than is taken; None when nothing came."""
        async with self._room:
            return await self._ask(lambda: self._read(quarantine_key(document_id)))

    async def fetch(self, document_id: UUID) -> bytes | None:
        """A document that was looked at; None when it is gone."""
        async with self._room:
            return await self._ask(lambda: self._read(document_key(document_id)))

    async def keep(self, document_id: UUID, content: bytes, content_type: str) -> None:
        """Keeps just the bytes that were looked at, whatever is sent to the same link later."""
        key = document_key(document_id)
        await self._ask(
            lambda: self._client.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=content_type)
        )

    async def remove(self, document_ids: Sequence[UUID]) -> None:
        """Takes away what was sent and what was kept."""
        keys = [{"Key": key(each)} for each in document_ids for key in (quarantine_key, document_key)]
        await self._ask(lambda: self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": keys}))

    def _read(self, key: str) -> bytes | None:
        try:
            body = self._client.get_object(Bucket=self._bucket, Key=key)["Body"]
        except ClientError as error:
            if code_of(error) in GONE:
                return None
            raise
        with body:
            return bytes(body.read(MOST_BYTES + 1))

    def _sign(self, method: str, parameters: dict[str, Any], seconds: int) -> str:
        return str(self._signer.generate_presigned_url(method, Params=parameters, ExpiresIn=seconds))

    async def _ask(self, call: Callable[[], Answer]) -> Answer:
        """Off the event loop. Raises Unavailable when the storage does not do it."""
        try:
            return await asyncio.to_thread(call)
        except (BotoCoreError, ClientError) as error:
            message = "Our document storage does not answer; please try again in a moment."
            raise Unavailable("documents_unavailable", message, retry_after_seconds=2) from error


def client_of(settings: BookingSettings, endpoint_url: str) -> Any:
    """A client of S3, or of what answers like it; slow answers end, and are tried again."""
    seconds = settings.aws_seconds
    return boto3.session.Session().client(
        "s3",
        region_name=settings.aws_region,
        endpoint_url=endpoint_url or None,
        config=Config(
            connect_timeout=seconds,
            read_timeout=seconds,
            retries={"total_max_attempts": TRIES, "mode": "standard"},
            signature_version="s3v4",
            s3={"addressing_style": "path" if endpoint_url else "virtual"},
        ),
    )


def quarantine_key(document_id: UUID) -> str:
    """Where it is sent to; a lifecycle rule of the bucket removes what lies there for a day."""
    return f"quarantine/{document_id}"


def document_key(document_id: UUID) -> str:
    """Where it is kept; the id alone says nothing about anybody."""
    return f"documents/{document_id}"


def code_of(error: ClientError) -> str:
    """S3's own word for what is wrong."""
    return str(error.response.get("Error", {}).get("Code", ""))
