"""identity.v1.CustomerService: customers' accounts, for themselves and for staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.cursors import page_of, page_size_of
from chassis.identifiers import new_id
from totetaxi.identity.v1 import customer_service_pb2 as messages
from totetaxi.identity.v1.customer_service_pb2_grpc import CustomerServiceServicer

from identity.access import Access
from identity.actions import care_for_customers, change_password, profile, register, reset_password, verify_email
from identity.actions.care_for_customers import Search
from identity.announcements import KINDS
from identity.api.callers import calling_customer, calling_device, calling_staff, visit_of
from identity.domain.cursor import moment_at
from identity.messages.changes import given, present
from identity.messages.moments import WINDOW_NAMES
from identity.messages.pages import dated_page
from identity.messages.people import address_message, customer_message, note_message
from identity.signatures import Signatures

Context = grpc.aio.ServicerContext[Any, Any]

TYPED = ("email", "first_name", "last_name", "phone", "language")
CHANGEABLE = (
    "first_name",
    "last_name",
    "phone",
    "email_notifications",
    "sms_notifications",
    "marketing_emails",
    "language",
)
LONGEST_PAGE = 50


class CustomerApi(CustomerServiceServicer):
    """Customers."""

    def __init__(self, access: Access, signatures: Signatures) -> None:
        self._access = access
        self._database = access.database
        self._signatures = signatures

    async def Register(  # noqa: N802 - named by the contract
        self, request: messages.RegisterRequest, context: Context
    ) -> messages.RegisterResponse:
        """Makes an account and signs in."""
        visit = visit_of(request.previous_session_token)
        opened, known = await register.register(
            self._access, new_id(), given(request, TYPED), request.password, visit, self._signatures.now()
        )
        return messages.RegisterResponse(session=self._signatures.opened(opened), customer=customer_message(known))

    async def VerifyEmail(  # noqa: N802 - named by the contract
        self, request: messages.VerifyEmailRequest, context: Context
    ) -> messages.VerifyEmailResponse:
        """Follows the mailed link."""
        email = await verify_email.verify_email(self._access, request.token, self._signatures.now())
        return messages.VerifyEmailResponse(email=email)

    async def ResendVerification(  # noqa: N802 - named by the contract
        self, request: messages.ResendVerificationRequest, context: Context
    ) -> messages.ResendVerificationResponse:
        """Mails the link again."""
        await verify_email.resend_verification(self._access, calling_customer(), self._signatures.now())
        return messages.ResendVerificationResponse()

    async def RequestPasswordReset(  # noqa: N802 - named by the contract
        self, request: messages.RequestPasswordResetRequest, context: Context
    ) -> messages.RequestPasswordResetResponse:
        """Says nothing about accounts."""
        await reset_password.request_password_reset(self._access, request.email, self._signatures.now())
        return messages.RequestPasswordResetResponse()

    async def ResetPassword(  # noqa: N802 - named by the contract
        self, request: messages.ResetPasswordRequest, context: Context
    ) -> messages.ResetPasswordResponse:
        """A new password by a mailed link."""
        kind = await reset_password.reset_password(
            self._access, request.token, request.new_password, self._signatures.now()
        )
        return messages.ResetPasswordResponse(account_kind=KINDS[kind])

    async def ChangePassword(  # noqa: N802 - named by the contract
        self, request: messages.ChangePasswordRequest, context: Context
    ) -> messages.ChangePasswordResponse:
        """A new password for the old one."""
        device = calling_device()
        opened = await change_password.change_password(
            self._access,
            ("customer", calling_customer()),
            (request.current_password, request.new_password),
            None if device else visit_of(),
            device,
            self._signatures.now(),
        )
        return messages.ChangePasswordResponse(session=self._signatures.opened(opened) if opened else None)

    async def GetProfile(  # noqa: N802 - named by the contract
        self, request: messages.GetProfileRequest, context: Context
    ) -> messages.GetProfileResponse:
        """The caller."""
        known = await profile.own_profile(self._database, calling_customer())
        return messages.GetProfileResponse(customer=customer_message(known))

    async def UpdateProfile(  # noqa: N802 - named by the contract
        self, request: messages.UpdateProfileRequest, context: Context
    ) -> messages.UpdateProfileResponse:
        """Changes what is present."""
        changes = present(request, *CHANGEABLE)
        if request.HasField("preferred_pickup_window"):
            changes["preferred_pickup_window"] = WINDOW_NAMES[request.preferred_pickup_window]
        known = await profile.update_profile(
            self._database, calling_customer(), changes, request.expected_version, self._signatures.now()
        )
        return messages.UpdateProfileResponse(customer=customer_message(known))

    async def GetAccountOverview(  # noqa: N802 - named by the contract
        self, request: messages.GetAccountOverviewRequest, context: Context
    ) -> messages.GetAccountOverviewResponse:
        """The caller at a glance."""
        overview = await profile.overview_of(self._database, calling_customer())
        pickups, deliveries = map(address_message, overview.pickups), map(address_message, overview.deliveries)
        return messages.GetAccountOverviewResponse(
            customer=customer_message(overview.known),
            saved_addresses_count=overview.addresses_kept,
            popular_addresses=[address_message(address) for address in overview.popular],
            most_used_pickup=next(pickups, None),
            most_used_delivery=next(deliveries, None),
        )

    async def ListCustomers(  # noqa: N802 - named by the contract
        self, request: messages.ListCustomersRequest, context: Context
    ) -> messages.ListCustomersResponse:
        """A page of customers, for staff."""
        limit = page_size_of(request.page_size, LONGEST_PAGE)
        is_vip = request.is_vip if request.HasField("is_vip") else None
        search = Search(request.search, is_vip, moment_at(request.cursor), limit)
        found = await care_for_customers.search_customers(
            self._database, search, calling_staff(), self._signatures.now()
        )
        page, _ = page_of(found, limit)
        _, cursor = dated_page([known.customer for known in found], limit)
        return messages.ListCustomersResponse(customers=[customer_message(known) for known in page], next_cursor=cursor)

    async def GetCustomer(  # noqa: N802 - named by the contract
        self, request: messages.GetCustomerRequest, context: Context
    ) -> messages.GetCustomerResponse:
        """One customer, for staff."""
        file = await care_for_customers.read_customer(self._database, UUID(request.customer_id), self._signatures.now())
        return messages.GetCustomerResponse(
            customer=customer_message(file.known),
            addresses=[address_message(address) for address in file.addresses],
            notes=[note_message(note) for note in file.notes],
        )

    async def CountCustomers(  # noqa: N802 - named by the contract
        self, request: messages.CountCustomersRequest, context: Context
    ) -> messages.CountCustomersResponse:
        """How many there are, for staff."""
        total, vip = await care_for_customers.count_customers(self._database)
        return messages.CountCustomersResponse(total=total, vip=vip)

    async def SetVip(  # noqa: N802 - named by the contract
        self, request: messages.SetVipRequest, context: Context
    ) -> messages.SetVipResponse:
        """Marks a customer, for staff."""
        known = await care_for_customers.set_vip(
            self._database, UUID(request.customer_id), request.is_vip, self._signatures.now()
        )
        return messages.SetVipResponse(customer=customer_message(known))

    async def AddCustomerNote(  # noqa: N802 - named by the contract
        self, request: messages.AddCustomerNoteRequest, context: Context
    ) -> messages.AddCustomerNoteResponse:
        """Writes a note, for staff."""
        customer_id, author_id = UUID(request.customer_id), calling_staff()
        note = await care_for_customers.add_note(
            self._database, new_id(), customer_id, request.text, author_id, self._signatures.now()
        )
        return messages.AddCustomerNoteResponse(note=note_message(note))

    async def ListCustomerNotes(  # noqa: N802 - named by the contract
        self, request: messages.ListCustomerNotesRequest, context: Context
    ) -> messages.ListCustomerNotesResponse:
        """A page of notes, for staff."""
        limit = page_size_of(request.page_size, LONGEST_PAGE)
        place, customer_id = moment_at(request.cursor), UUID(request.customer_id)
        found = await care_for_customers.read_notes(
            self._database, customer_id, place, limit + 1, self._signatures.now()
        )
        page, cursor = dated_page(found, limit)
        return messages.ListCustomerNotesResponse(notes=[note_message(note) for note in page], next_cursor=cursor)
