import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import booking_paper_service_pb2 as _booking_paper_service_pb2
from totetaxi.booking.v1 import custom_quote_pb2 as _custom_quote_pb2
from totetaxi.pricing.v1 import pricing_service_pb2 as _pricing_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SearchQuotesRequest(_message.Message):
    __slots__ = ("statuses", "search", "page_size", "page_token")
    STATUSES_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    statuses: _containers.RepeatedScalarFieldContainer[_custom_quote_pb2.CustomQuoteStatus]
    search: str
    page_size: int
    page_token: str
    def __init__(self, statuses: _Optional[_Iterable[_Union[_custom_quote_pb2.CustomQuoteStatus, str]]] = ..., search: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class SearchQuotesResponse(_message.Message):
    __slots__ = ("quotes", "next_page_token")
    QUOTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    quotes: _containers.RepeatedCompositeFieldContainer[_custom_quote_pb2.CustomQuote]
    next_page_token: str
    def __init__(self, quotes: _Optional[_Iterable[_Union[_custom_quote_pb2.CustomQuote, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class InspectQuoteRequest(_message.Message):
    __slots__ = ("quote_id",)
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    def __init__(self, quote_id: _Optional[str] = ...) -> None: ...

class InspectQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...

class OpenQuoteForRequest(_message.Message):
    __slots__ = ("wish", "customer_id", "idempotency_key")
    WISH_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    wish: _custom_quote_pb2.QuoteWish
    customer_id: str
    idempotency_key: str
    def __init__(self, wish: _Optional[_Union[_custom_quote_pb2.QuoteWish, _Mapping]] = ..., customer_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class OpenQuoteForResponse(_message.Message):
    __slots__ = ("quote", "is_replayed")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    is_replayed: bool
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class SendQuoteRequest(_message.Message):
    __slots__ = ("quote_id", "lines", "valid_until", "note", "pickup_date", "pickup_window", "expected_version")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    lines: _containers.RepeatedCompositeFieldContainer[_pricing_service_pb2.CustomLine]
    valid_until: _timestamp_pb2.Timestamp
    note: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    expected_version: int
    def __init__(self, quote_id: _Optional[str] = ..., lines: _Optional[_Iterable[_Union[_pricing_service_pb2.CustomLine, _Mapping]]] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., note: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., expected_version: _Optional[int] = ...) -> None: ...

class SendQuoteResponse(_message.Message):
    __slots__ = ("quote", "token")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    token: str
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ..., token: _Optional[str] = ...) -> None: ...

class GetQuotePaperForRequest(_message.Message):
    __slots__ = ("quote_id",)
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    def __init__(self, quote_id: _Optional[str] = ...) -> None: ...

class GetQuotePaperForResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: _booking_paper_service_pb2.Paper
    def __init__(self, paper: _Optional[_Union[_booking_paper_service_pb2.Paper, _Mapping]] = ...) -> None: ...

class DeclineQuoteForRequest(_message.Message):
    __slots__ = ("quote_id", "reason")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    reason: str
    def __init__(self, quote_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class DeclineQuoteForResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...
