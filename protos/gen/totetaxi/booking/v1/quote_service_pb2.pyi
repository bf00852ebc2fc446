from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.booking.v1 import booking_paper_service_pb2 as _booking_paper_service_pb2
from totetaxi.booking.v1 import custom_quote_pb2 as _custom_quote_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RequestQuoteRequest(_message.Message):
    __slots__ = ("wish", "idempotency_key")
    WISH_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    wish: _custom_quote_pb2.QuoteWish
    idempotency_key: str
    def __init__(self, wish: _Optional[_Union[_custom_quote_pb2.QuoteWish, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RequestQuoteResponse(_message.Message):
    __slots__ = ("quote_id", "quote_number", "is_replayed")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    QUOTE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    quote_number: str
    is_replayed: bool
    def __init__(self, quote_id: _Optional[str] = ..., quote_number: _Optional[str] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class OpenQuoteRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class OpenQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...

class GetQuotePaperRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class GetQuotePaperResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: _booking_paper_service_pb2.Paper
    def __init__(self, paper: _Optional[_Union[_booking_paper_service_pb2.Paper, _Mapping]] = ...) -> None: ...

class AcceptQuoteRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class AcceptQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...

class DeclineQuoteRequest(_message.Message):
    __slots__ = ("token", "reason")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    token: str
    reason: str
    def __init__(self, token: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class DeclineQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...

class ListOwnQuotesRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListOwnQuotesResponse(_message.Message):
    __slots__ = ("quotes", "next_page_token")
    QUOTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    quotes: _containers.RepeatedCompositeFieldContainer[_custom_quote_pb2.CustomQuote]
    next_page_token: str
    def __init__(self, quotes: _Optional[_Iterable[_Union[_custom_quote_pb2.CustomQuote, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetOwnQuoteRequest(_message.Message):
    __slots__ = ("quote_id",)
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    def __init__(self, quote_id: _Optional[str] = ...) -> None: ...

class GetOwnQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuote
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuote, _Mapping]] = ...) -> None: ...
