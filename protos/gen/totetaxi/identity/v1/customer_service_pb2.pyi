import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.identity.v1 import account_pb2 as _account_pb2
from totetaxi.identity.v1 import session_service_pb2 as _session_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterRequest(_message.Message):
    __slots__ = ("email", "password", "first_name", "last_name", "phone", "language", "previous_session_token")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    email: str
    password: str
    first_name: str
    last_name: str
    phone: str
    language: str
    previous_session_token: str
    def __init__(self, email: _Optional[str] = ..., password: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., phone: _Optional[str] = ..., language: _Optional[str] = ..., previous_session_token: _Optional[str] = ...) -> None: ...

class RegisterResponse(_message.Message):
    __slots__ = ("session", "customer")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    session: _session_service_pb2.OpenedSession
    customer: _account_pb2.CustomerProfile
    def __init__(self, session: _Optional[_Union[_session_service_pb2.OpenedSession, _Mapping]] = ..., customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ...) -> None: ...

class VerifyEmailRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class VerifyEmailResponse(_message.Message):
    __slots__ = ("email",)
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    email: str
    def __init__(self, email: _Optional[str] = ...) -> None: ...

class ResendVerificationRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResendVerificationResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RequestPasswordResetRequest(_message.Message):
    __slots__ = ("email",)
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    email: str
    def __init__(self, email: _Optional[str] = ...) -> None: ...

class RequestPasswordResetResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetPasswordRequest(_message.Message):
    __slots__ = ("token", "new_password")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    token: str
    new_password: str
    def __init__(self, token: _Optional[str] = ..., new_password: _Optional[str] = ...) -> None: ...

class ResetPasswordResponse(_message.Message):
    __slots__ = ("account_kind",)
    ACCOUNT_KIND_FIELD_NUMBER: _ClassVar[int]
    account_kind: _account_pb2.AccountKind
    def __init__(self, account_kind: _Optional[_Union[_account_pb2.AccountKind, str]] = ...) -> None: ...

class ChangePasswordRequest(_message.Message):
    __slots__ = ("current_password", "new_password")
    CURRENT_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    current_password: str
    new_password: str
    def __init__(self, current_password: _Optional[str] = ..., new_password: _Optional[str] = ...) -> None: ...

class ChangePasswordResponse(_message.Message):
    __slots__ = ("session",)
    SESSION_FIELD_NUMBER: _ClassVar[int]
    session: _session_service_pb2.OpenedSession
    def __init__(self, session: _Optional[_Union[_session_service_pb2.OpenedSession, _Mapping]] = ...) -> None: ...

class GetProfileRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetProfileResponse(_message.Message):
    __slots__ = ("customer",)
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    customer: _account_pb2.CustomerProfile
    def __init__(self, customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ...) -> None: ...

class UpdateProfileRequest(_message.Message):
    __slots__ = ("first_name", "last_name", "phone", "preferred_pickup_window", "email_notifications", "sms_notifications", "marketing_emails", "language", "expected_version")
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    EMAIL_NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    SMS_NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    MARKETING_EMAILS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    first_name: str
    last_name: str
    phone: str
    preferred_pickup_window: _booking_pb2.PickupWindow
    email_notifications: bool
    sms_notifications: bool
    marketing_emails: bool
    language: str
    expected_version: int
    def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., phone: _Optional[str] = ..., preferred_pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., email_notifications: _Optional[bool] = ..., sms_notifications: _Optional[bool] = ..., marketing_emails: _Optional[bool] = ..., language: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class UpdateProfileResponse(_message.Message):
    __slots__ = ("customer",)
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    customer: _account_pb2.CustomerProfile
    def __init__(self, customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ...) -> None: ...

class GetAccountOverviewRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetAccountOverviewResponse(_message.Message):
    __slots__ = ("customer", "saved_addresses_count", "popular_addresses", "most_used_pickup", "most_used_delivery")
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    SAVED_ADDRESSES_COUNT_FIELD_NUMBER: _ClassVar[int]
    POPULAR_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    MOST_USED_PICKUP_FIELD_NUMBER: _ClassVar[int]
    MOST_USED_DELIVERY_FIELD_NUMBER: _ClassVar[int]
    customer: _account_pb2.CustomerProfile
    saved_addresses_count: int
    popular_addresses: _containers.RepeatedCompositeFieldContainer[_account_pb2.SavedAddress]
    most_used_pickup: _account_pb2.SavedAddress
    most_used_delivery: _account_pb2.SavedAddress
    def __init__(self, customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ..., saved_addresses_count: _Optional[int] = ..., popular_addresses: _Optional[_Iterable[_Union[_account_pb2.SavedAddress, _Mapping]]] = ..., most_used_pickup: _Optional[_Union[_account_pb2.SavedAddress, _Mapping]] = ..., most_used_delivery: _Optional[_Union[_account_pb2.SavedAddress, _Mapping]] = ...) -> None: ...

class ListCustomersRequest(_message.Message):
    __slots__ = ("search", "is_vip", "page_size", "cursor")
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    IS_VIP_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    search: str
    is_vip: bool
    page_size: int
    cursor: str
    def __init__(self, search: _Optional[str] = ..., is_vip: _Optional[bool] = ..., page_size: _Optional[int] = ..., cursor: _Optional[str] = ...) -> None: ...

class ListCustomersResponse(_message.Message):
    __slots__ = ("customers", "next_cursor")
    CUSTOMERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    customers: _containers.RepeatedCompositeFieldContainer[_account_pb2.CustomerProfile]
    next_cursor: str
    def __init__(self, customers: _Optional[_Iterable[_Union[_account_pb2.CustomerProfile, _Mapping]]] = ..., next_cursor: _Optional[str] = ...) -> None: ...

class GetCustomerRequest(_message.Message):
    __slots__ = ("customer_id",)
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    def __init__(self, customer_id: _Optional[str] = ...) -> None: ...

class CustomerNote(_message.Message):
    __slots__ = ("id", "text", "author_id", "author_name", "created_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_ID_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_NAME_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    text: str
    author_id: str
    author_name: str
    created_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., text: _Optional[str] = ..., author_id: _Optional[str] = ..., author_name: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetCustomerResponse(_message.Message):
    __slots__ = ("customer", "addresses", "notes")
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    customer: _account_pb2.CustomerProfile
    addresses: _containers.RepeatedCompositeFieldContainer[_account_pb2.SavedAddress]
    notes: _containers.RepeatedCompositeFieldContainer[CustomerNote]
    def __init__(self, customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ..., addresses: _Optional[_Iterable[_Union[_account_pb2.SavedAddress, _Mapping]]] = ..., notes: _Optional[_Iterable[_Union[CustomerNote, _Mapping]]] = ...) -> None: ...

class CountCustomersRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class CountCustomersResponse(_message.Message):
    __slots__ = ("total", "vip")
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    VIP_FIELD_NUMBER: _ClassVar[int]
    total: int
    vip: int
    def __init__(self, total: _Optional[int] = ..., vip: _Optional[int] = ...) -> None: ...

class SetVipRequest(_message.Message):
    __slots__ = ("customer_id", "is_vip")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    IS_VIP_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    is_vip: bool
    def __init__(self, customer_id: _Optional[str] = ..., is_vip: _Optional[bool] = ...) -> None: ...

class SetVipResponse(_message.Message):
    __slots__ = ("customer",)
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    customer: _account_pb2.CustomerProfile
    def __init__(self, customer: _Optional[_Union[_account_pb2.CustomerProfile, _Mapping]] = ...) -> None: ...

class AddCustomerNoteRequest(_message.Message):
    __slots__ = ("customer_id", "text")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    text: str
    def __init__(self, customer_id: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class AddCustomerNoteResponse(_message.Message):
    __slots__ = ("note",)
    NOTE_FIELD_NUMBER: _ClassVar[int]
    note: CustomerNote
    def __init__(self, note: _Optional[_Union[CustomerNote, _Mapping]] = ...) -> None: ...

class ListCustomerNotesRequest(_message.Message):
    __slots__ = ("customer_id", "page_size", "cursor")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    page_size: int
    cursor: str
    def __init__(self, customer_id: _Optional[str] = ..., page_size: _Optional[int] = ..., cursor: _Optional[str] = ...) -> None: ...

class ListCustomerNotesResponse(_message.Message):
    __slots__ = ("notes", "next_cursor")
    NOTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    notes: _containers.RepeatedCompositeFieldContainer[CustomerNote]
    next_cursor: str
    def __init__(self, notes: _Optional[_Iterable[_Union[CustomerNote, _Mapping]]] = ..., next_cursor: _Optional[str] = ...) -> None: ...
