"""identity.v1.StaffService: the accounts of those who work here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.cursors import cursor_of, page_of, page_size_of
from chassis.identifiers import new_id
from totetaxi.identity.v1 import staff_service_pb2 as messages
from totetaxi.identity.v1.session_service_pb2 import TotpEnrolment
from totetaxi.identity.v1.staff_service_pb2_grpc import StaffServiceServicer

from identity.access import Access
from identity.actions import change_password, own_second_factor, staff_access, staff_accounts
from identity.actions.staff_accounts import StaffSearch
from identity.api.callers import calling_staff, visit_of
from identity.domain.cursor import word_at
from identity.domain.second_factor import otpauth_uri
from identity.messages.changes import given, present
from identity.messages.people import staff_message
from identity.signatures import Signatures

Context = grpc.aio.ServicerContext[Any, Any]

TYPED = ("email", "first_name", "last_name", "department", "hire_date", "phone")
LONGEST_PAGE = 50


class StaffApi(StaffServiceServicer):
    """Staff."""

    def __init__(self, access: Access, signatures: Signatures) -> None:
        self._access = access
        self._database = access.database
        self._signatures = signatures

    async def GetOwnStaffProfile(  # noqa: N802 - named by the contract
        self, request: messages.GetOwnStaffProfileRequest, context: Context
    ) -> messages.GetOwnStaffProfileResponse:
        """The caller."""
        account, codes = await staff_accounts.own_account(self._database, calling_staff())
        return messages.GetOwnStaffProfileResponse(staff=staff_message(account), recovery_codes_left=codes)

    async def ListStaff(  # noqa: N802 - named by the contract
        self, request: messages.ListStaffRequest, context: Context
    ) -> messages.ListStaffResponse:
        """A page of accounts."""
        limit = page_size_of(request.page_size, LONGEST_PAGE)
        is_active = request.is_active if request.HasField("is_active") else None
        search = StaffSearch(request.search, request.role, is_active, word_at(request.cursor), limit)
        found = await staff_accounts.search_staff(self._database, search, self._signatures.now())
        page, has_more = page_of(found, limit)
        return messages.ListStaffResponse(
            staff=[staff_message(account) for account in page],
            next_cursor=cursor_of(page[-1].username) if has_more else "",
        )

    async def GetStaff(  # noqa: N802 - named by the contract
        self, request: messages.GetStaffRequest, context: Context
    ) -> messages.GetStaffResponse:
        """One account."""
        account = await staff_accounts.read_staff(self._database, UUID(request.staff_id), self._signatures.now())
        return messages.GetStaffResponse(staff=staff_message(account))

    async def CreateStaff(  # noqa: N802 - named by the contract
        self, request: messages.CreateStaffRequest, context: Context
    ) -> messages.CreateStaffResponse:
        """Makes an account; the invitation is mailed."""
        account = await staff_accounts.create_staff(
            self._access, new_id(), request.username, request.role, given(request, TYPED), self._signatures.now()
        )
        return messages.CreateStaffResponse(staff=staff_message(account))

    async def UpdateStaff(  # noqa: N802 - named by the contract
        self, request: messages.UpdateStaffRequest, context: Context
    ) -> messages.UpdateStaffResponse:
        """Changes what is present."""
        account = await staff_accounts.update_staff(
            self._database,
            UUID(request.staff_id),
            present(request, *TYPED, "role"),
            request.expected_version,
            self._signatures.now(),
        )
        return messages.UpdateStaffResponse(staff=staff_message(account))

    async def DeactivateStaff(  # noqa: N802 - named by the contract
        self, request: messages.DeactivateStaffRequest, context: Context
    ) -> messages.DeactivateStaffResponse:
        """Locks an account out for good."""
        account = await staff_access.deactivate_staff(
            self._access, UUID(request.staff_id), calling_staff(), self._signatures.now()
        )
        return messages.DeactivateStaffResponse(staff=staff_message(account))

    async def ReactivateStaff(  # noqa: N802 - named by the contract
        self, request: messages.ReactivateStaffRequest, context: Context
    ) -> messages.ReactivateStaffResponse:
        """Lets it in again."""
        account = await staff_access.reactivate_staff(self._access, UUID(request.staff_id), self._signatures.now())
        return messages.ReactivateStaffResponse(staff=staff_message(account))

    async def UnlockStaff(  # noqa: N802 - named by the contract
        self, request: messages.UnlockStaffRequest, context: Context
    ) -> messages.UnlockStaffResponse:
        """Forgets failed sign-ins."""
        account = await staff_access.unlock_staff(self._access, UUID(request.staff_id), self._signatures.now())
        return messages.UnlockStaffResponse(staff=staff_message(account))

    async def SendStaffPasswordReset(  # noqa: N802 - named by the contract
        self, request: messages.SendStaffPasswordResetRequest, context: Context
    ) -> messages.SendStaffPasswordResetResponse:
        """Mails a link."""
        await staff_access.send_staff_reset(self._access, UUID(request.staff_id), self._signatures.now())
        return messages.SendStaffPasswordResetResponse()

    async def ResetSecondFactor(  # noqa: N802 - named by the contract
        self, request: messages.ResetSecondFactorRequest, context: Context
    ) -> messages.ResetSecondFactorResponse:
        """Takes a lost one away."""
        account = await staff_access.reset_second_factor(self._access, UUID(request.staff_id), self._signatures.now())
        return messages.ResetSecondFactorResponse(staff=staff_message(account))

    async def ChangeOwnPassword(  # noqa: N802 - named by the contract
        self, request: messages.ChangeOwnPasswordRequest, context: Context
    ) -> messages.ChangeOwnPasswordResponse:
        """A new password for the old one."""
        opened = await change_password.change_password(
            self._access,
            ("staff", calling_staff()),
            (request.current_password, request.new_password),
            visit_of(),
            None,
            self._signatures.now(),
        )
        return messages.ChangeOwnPasswordResponse(session=self._signatures.opened(opened) if opened else None)

    async def EnrolTotp(  # noqa: N802 - named by the contract
        self, request: messages.EnrolTotpRequest, context: Context
    ) -> messages.EnrolTotpResponse:
        """Shows a secret."""
        account, secret = await own_second_factor.propose_totp(self._access, calling_staff())
        uri = otpauth_uri(secret, account.username)
        return messages.EnrolTotpResponse(enrolment=TotpEnrolment(secret=secret, otpauth_uri=uri))

    async def ConfirmTotp(  # noqa: N802 - named by the contract
        self, request: messages.ConfirmTotpRequest, context: Context
    ) -> messages.ConfirmTotpResponse:
        """Takes it into use."""
        codes = await own_second_factor.confirm_totp(
            self._access, calling_staff(), request.code, self._signatures.now()
        )
        return messages.ConfirmTotpResponse(recovery_codes=codes)

    async def ReplaceRecoveryCodes(  # noqa: N802 - named by the contract
        self, request: messages.ReplaceRecoveryCodesRequest, context: Context
    ) -> messages.ReplaceRecoveryCodesResponse:
        """New ones."""
        codes = await own_second_factor.replace_recovery_codes(
            self._access, calling_staff(), request.code, self._signatures.now()
        )
        return messages.ReplaceRecoveryCodesResponse(recovery_codes=codes)

    async def RemoveTotp(  # noqa: N802 - named by the contract
        self, request: messages.RemoveTotpRequest, context: Context
    ) -> messages.RemoveTotpResponse:
        """Takes it away."""
        await own_second_factor.remove_totp(self._access, calling_staff(), request.code, self._signatures.now())
        return messages.RemoveTotpResponse()

    async def ListRoles(  # noqa: N802 - named by the contract
        self, request: messages.ListRolesRequest, context: Context
    ) -> messages.ListRolesResponse:
        """What each role may do."""
        roles, permissions = await staff_accounts.list_roles(self._database)
        return messages.ListRolesResponse(
            roles=[
                messages.Role(name=role.name, description=role.description, permissions=role.permissions)
                for role in roles
            ],
            permissions=[messages.Permission(name=name, description=text) for name, text in permissions],
        )
