import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AccountKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCOUNT_KIND_UNSPECIFIED: _ClassVar[AccountKind]
    ACCOUNT_KIND_CUSTOMER: _ClassVar[AccountKind]
    ACCOUNT_KIND_STAFF: _ClassVar[AccountKind]
ACCOUNT_KIND_UNSPECIFIED: AccountKind
ACCOUNT_KIND_CUSTOMER: AccountKind
ACCOUNT_KIND_STAFF: AccountKind

class CustomerPreferences(_message.Message):
    __slots__ = ("preferred_pickup_window", "email_notifications", "sms_notifications", "marketing_emails", "language")
    PREFERRED_PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    EMAIL_NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    SMS_NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    MARKETING_EMAILS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    preferred_pickup_window: _booking_pb2.PickupWindow
    email_notifications: bool
    sms_notifications: bool
    marketing_emails: bool
    language: str
    def __init__(self, preferred_pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., email_notifications: _Optional[bool] = ..., sms_notifications: _Optional[bool] = ..., marketing_emails: _Optional[bool] = ..., language: _Optional[str] = ...) -> None: ...

class CustomerStatistics(_message.Message):
    __slots__ = ("total_bookings", "pending_bookings", "completed_bookings", "total_spent_cents", "last_booking_at")
    TOTAL_BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    PENDING_BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_SPENT_CENTS_FIELD_NUMBER: _ClassVar[int]
    LAST_BOOKING_AT_FIELD_NUMBER: _ClassVar[int]
    total_bookings: int
    pending_bookings: int
    completed_bookings: int
    total_spent_cents: int
    last_booking_at: _timestamp_pb2.Timestamp
    def __init__(self, total_bookings: _Optional[int] = ..., pending_bookings: _Optional[int] = ..., completed_bookings: _Optional[int] = ..., total_spent_cents: _Optional[int] = ..., last_booking_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CustomerProfile(_message.Message):
    __slots__ = ("id", "email", "is_email_verified", "first_name", "last_name", "phone", "preferences", "statistics", "is_vip", "joined_at", "updated_at", "version", "is_erasure_requested")
    ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    STATISTICS_FIELD_NUMBER: _ClassVar[int]
    IS_VIP_FIELD_NUMBER: _ClassVar[int]
    JOINED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    IS_ERASURE_REQUESTED_FIELD_NUMBER: _ClassVar[int]
    id: str
    email: str
    is_email_verified: bool
    first_name: str
    last_name: str
    phone: str
    preferences: CustomerPreferences
    statistics: CustomerStatistics
    is_vip: bool
    joined_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    version: int
    is_erasure_requested: bool
    def __init__(self, id: _Optional[str] = ..., email: _Optional[str] = ..., is_email_verified: _Optional[bool] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., phone: _Optional[str] = ..., preferences: _Optional[_Union[CustomerPreferences, _Mapping]] = ..., statistics: _Optional[_Union[CustomerStatistics, _Mapping]] = ..., is_vip: _Optional[bool] = ..., joined_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ..., is_erasure_requested: _Optional[bool] = ...) -> None: ...

class StaffProfile(_message.Message):
    __slots__ = ("id", "username", "email", "first_name", "last_name", "role", "permissions", "department", "hire_date", "phone", "is_active", "has_second_factor", "created_at", "last_signed_in_at", "locked_until", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    PERMISSIONS_FIELD_NUMBER: _ClassVar[int]
    DEPARTMENT_FIELD_NUMBER: _ClassVar[int]
    HIRE_DATE_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    HAS_SECOND_FACTOR_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_SIGNED_IN_AT_FIELD_NUMBER: _ClassVar[int]
    LOCKED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    username: str
    email: str
    first_name: str
    last_name: str
    role: str
    permissions: _containers.RepeatedScalarFieldContainer[str]
    department: str
    hire_date: str
    phone: str
    is_active: bool
    has_second_factor: bool
    created_at: _timestamp_pb2.Timestamp
    last_signed_in_at: _timestamp_pb2.Timestamp
    locked_until: _timestamp_pb2.Timestamp
    version: int
    def __init__(self, id: _Optional[str] = ..., username: _Optional[str] = ..., email: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., role: _Optional[str] = ..., permissions: _Optional[_Iterable[str]] = ..., department: _Optional[str] = ..., hire_date: _Optional[str] = ..., phone: _Optional[str] = ..., is_active: _Optional[bool] = ..., has_second_factor: _Optional[bool] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_signed_in_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., locked_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ...) -> None: ...

class SavedAddress(_message.Message):
    __slots__ = ("id", "nickname", "address_line_1", "address_line_2", "city", "state", "zip_code", "delivery_instructions", "times_used", "last_used_at", "created_at", "is_active", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_1_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_2_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    TIMES_USED_FIELD_NUMBER: _ClassVar[int]
    LAST_USED_AT_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    nickname: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    delivery_instructions: str
    times_used: int
    last_used_at: _timestamp_pb2.Timestamp
    created_at: _timestamp_pb2.Timestamp
    is_active: bool
    version: int
    def __init__(self, id: _Optional[str] = ..., nickname: _Optional[str] = ..., address_line_1: _Optional[str] = ..., address_line_2: _Optional[str] = ..., city: _Optional[str] = ..., state: _Optional[str] = ..., zip_code: _Optional[str] = ..., delivery_instructions: _Optional[str] = ..., times_used: _Optional[int] = ..., last_used_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., is_active: _Optional[bool] = ..., version: _Optional[int] = ...) -> None: ...
