from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SealedQuote(_message.Message):
    __slots__ = ("id", "request", "catalog_version", "conditions", "created_at_milliseconds", "expires_at_milliseconds", "total_cents")
    ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    CATALOG_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_MILLISECONDS_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_MILLISECONDS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    id: bytes
    request: _price_pb2.PriceRequest
    catalog_version: int
    conditions: _price_pb2.PriceConditions
    created_at_milliseconds: int
    expires_at_milliseconds: int
    total_cents: int
    def __init__(self, id: _Optional[bytes] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., catalog_version: _Optional[int] = ..., conditions: _Optional[_Union[_price_pb2.PriceConditions, _Mapping]] = ..., created_at_milliseconds: _Optional[int] = ..., expires_at_milliseconds: _Optional[int] = ..., total_cents: _Optional[int] = ...) -> None: ...
