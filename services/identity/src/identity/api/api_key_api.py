"""identity.v1.ApiKeyService: keys for machines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import grpc
from chassis.cursors import page_size_of
from chassis.identifiers import new_id
from totetaxi.identity.v1 import api_key_service_pb2 as messages
from totetaxi.identity.v1.api_key_service_pb2_grpc import ApiKeyServiceServicer

from identity.access import Access
from identity.actions import api_keys, devices
from identity.api.callers import calling_customer, calling_key, calling_staff, optional_id
from identity.domain.account import subject_of_key
from identity.domain.api_key import made_by, new_key
from identity.domain.cursor import moment_at
from identity.messages.keys import KIND_NAMES, key_message
from identity.messages.pages import dated_page
from identity.messages.people import customer_message
from identity.signatures import Signatures

Context = grpc.aio.ServicerContext[Any, Any]

LONGEST_PAGE = 50


class ApiKeyApi(ApiKeyServiceServicer):
    """Keys."""

    def __init__(self, access: Access, signatures: Signatures) -> None:
        self._access = access
        self._database = access.database
        self._signatures = signatures

    async def CreateApiKey(  # noqa: N802 - named by the contract
        self, request: messages.CreateApiKeyRequest, context: Context
    ) -> messages.CreateApiKeyResponse:
        """Makes a key, and shows it this once."""
        now = self._signatures.now()
        key_id, kind = optional_id(request.api_key_id), KIND_NAMES[request.kind]
        lifetime = timedelta(days=request.expires_in_days) if request.expires_in_days else None
        made = made_by(new_key(key_id, kind, request.name, request.scopes, lifetime, now), calling_staff())
        await api_keys.create_api_key(self._database, made, now)
        return messages.CreateApiKeyResponse(api_key=key_message(made.key), secret=made.secret)

    async def ListApiKeys(  # noqa: N802 - named by the contract
        self, request: messages.ListApiKeysRequest, context: Context
    ) -> messages.ListApiKeysResponse:
        """A page of the keys of apps and partners."""
        limit = page_size_of(request.page_size, LONGEST_PAGE)
        place = moment_at(request.cursor)
        found = await api_keys.list_api_keys(self._database, request.include_revoked, place, limit + 1)
        page, cursor = dated_page(found, limit)
        return messages.ListApiKeysResponse(api_keys=[key_message(key) for key in page], next_cursor=cursor)

    async def RevokeApiKey(  # noqa: N802 - named by the contract
        self, request: messages.RevokeApiKeyRequest, context: Context
    ) -> messages.RevokeApiKeyResponse:
        """Ends a key."""
        key = await api_keys.revoke_api_key(self._database, UUID(request.api_key_id), self._signatures.now())
        return messages.RevokeApiKeyResponse(api_key=key_message(key))

    async def ResolveApiKey(  # noqa: N802 - named by the contract
        self, request: messages.ResolveApiKeyRequest, context: Context
    ) -> messages.ResolveApiKeyResponse:
        """Whose key it is."""
        key = await api_keys.resolve_api_key(self._database, request.secret, self._signatures.now())
        return messages.ResolveApiKeyResponse(
            principal=self._signatures.principal(subject_of_key(key)), api_key=key_message(key)
        )

    async def SignInDevice(  # noqa: N802 - named by the contract
        self, request: messages.SignInDeviceRequest, context: Context
    ) -> messages.SignInDeviceResponse:
        """A customer, on a device."""
        made, known = await devices.sign_in_device(
            self._access,
            new_id(),
            calling_key(),
            request.email,
            request.password,
            request.device_name,
            self._signatures.now(),
        )
        return messages.SignInDeviceResponse(
            api_key=key_message(made.key), secret=made.secret, customer=customer_message(known)
        )

    async def ListOwnDevices(  # noqa: N802 - named by the contract
        self, request: messages.ListOwnDevicesRequest, context: Context
    ) -> messages.ListOwnDevicesResponse:
        """The calling customer's."""
        found = await devices.own_devices(self._access, calling_customer(), self._signatures.now())
        return messages.ListOwnDevicesResponse(devices=[key_message(key) for key in found])

    async def SignOutDevice(  # noqa: N802 - named by the contract
        self, request: messages.SignOutDeviceRequest, context: Context
    ) -> messages.SignOutDeviceResponse:
        """Ends a device's key: the one named, or the one that calls."""
        device_id = UUID(request.device_id) if request.device_id else calling_key()
        await devices.sign_out_device(self._access, calling_customer(), device_id, self._signatures.now())
        return messages.SignOutDeviceResponse()
