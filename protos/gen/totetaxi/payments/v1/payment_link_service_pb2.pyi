import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.payments.v1 import payment_pb2 as _payment_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PaymentLinkStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PAYMENT_LINK_STATUS_UNSPECIFIED: _ClassVar[PaymentLinkStatus]
    PAYMENT_LINK_STATUS_OPEN: _ClassVar[PaymentLinkStatus]
    PAYMENT_LINK_STATUS_USED: _ClassVar[PaymentLinkStatus]
    PAYMENT_LINK_STATUS_EXPIRED: _ClassVar[PaymentLinkStatus]
    PAYMENT_LINK_STATUS_REVOKED: _ClassVar[PaymentLinkStatus]
PAYMENT_LINK_STATUS_UNSPECIFIED: PaymentLinkStatus
PAYMENT_LINK_STATUS_OPEN: PaymentLinkStatus
PAYMENT_LINK_STATUS_USED: PaymentLinkStatus
PAYMENT_LINK_STATUS_EXPIRED: PaymentLinkStatus
PAYMENT_LINK_STATUS_REVOKED: PaymentLinkStatus

class PaymentLink(_message.Message):
    __slots__ = ("id", "booking_id", "booking_number", "amount_cents", "status", "created_by", "created_at", "expires_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CREATED_BY_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_id: str
    booking_number: str
    amount_cents: int
    status: PaymentLinkStatus
    created_by: str
    created_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., amount_cents: _Optional[int] = ..., status: _Optional[_Union[PaymentLinkStatus, str]] = ..., created_by: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CreatePaymentLinkRequest(_message.Message):
    __slots__ = ("booking_id", "valid_hours", "email")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    VALID_HOURS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    valid_hours: int
    email: str
    def __init__(self, booking_id: _Optional[str] = ..., valid_hours: _Optional[int] = ..., email: _Optional[str] = ...) -> None: ...

class CreatePaymentLinkResponse(_message.Message):
    __slots__ = ("link", "token")
    LINK_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    link: PaymentLink
    token: str
    def __init__(self, link: _Optional[_Union[PaymentLink, _Mapping]] = ..., token: _Optional[str] = ...) -> None: ...

class GetPaymentLinkRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class GetPaymentLinkResponse(_message.Message):
    __slots__ = ("link", "publishable_key", "takes_test_cards")
    LINK_FIELD_NUMBER: _ClassVar[int]
    PUBLISHABLE_KEY_FIELD_NUMBER: _ClassVar[int]
    TAKES_TEST_CARDS_FIELD_NUMBER: _ClassVar[int]
    link: PaymentLink
    publishable_key: str
    takes_test_cards: bool
    def __init__(self, link: _Optional[_Union[PaymentLink, _Mapping]] = ..., publishable_key: _Optional[str] = ..., takes_test_cards: _Optional[bool] = ...) -> None: ...

class PayByLinkRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class PayByLinkResponse(_message.Message):
    __slots__ = ("payment", "client_secret")
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    client_secret: str
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ..., client_secret: _Optional[str] = ...) -> None: ...

class RevokePaymentLinkRequest(_message.Message):
    __slots__ = ("link_id",)
    LINK_ID_FIELD_NUMBER: _ClassVar[int]
    link_id: str
    def __init__(self, link_id: _Optional[str] = ...) -> None: ...

class RevokePaymentLinkResponse(_message.Message):
    __slots__ = ("link",)
    LINK_FIELD_NUMBER: _ClassVar[int]
    link: PaymentLink
    def __init__(self, link: _Optional[_Union[PaymentLink, _Mapping]] = ...) -> None: ...

class ListPaymentLinksRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class ListPaymentLinksResponse(_message.Message):
    __slots__ = ("links",)
    LINKS_FIELD_NUMBER: _ClassVar[int]
    links: _containers.RepeatedCompositeFieldContainer[PaymentLink]
    def __init__(self, links: _Optional[_Iterable[_Union[PaymentLink, _Mapping]]] = ...) -> None: ...
