import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.pricing.v1 import catalog_pb2 as _catalog_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetCatalogRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetCatalogResponse(_message.Message):
    __slots__ = ("catalog",)
    CATALOG_FIELD_NUMBER: _ClassVar[int]
    catalog: _catalog_pb2.Catalog
    def __init__(self, catalog: _Optional[_Union[_catalog_pb2.Catalog, _Mapping]] = ...) -> None: ...

class PreviewPriceRequest(_message.Message):
    __slots__ = ("request", "hold")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    HOLD_FIELD_NUMBER: _ClassVar[int]
    request: _price_pb2.PriceRequest
    hold: bool
    def __init__(self, request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., hold: _Optional[bool] = ...) -> None: ...

class PreviewPriceResponse(_message.Message):
    __slots__ = ("price", "quote_id", "expires_at")
    PRICE_FIELD_NUMBER: _ClassVar[int]
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    price: _price_pb2.Price
    quote_id: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, price: _Optional[_Union[_price_pb2.Price, _Mapping]] = ..., quote_id: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BatchPreviewPricesRequest(_message.Message):
    __slots__ = ("requests",)
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    requests: _containers.RepeatedCompositeFieldContainer[_price_pb2.PriceRequest]
    def __init__(self, requests: _Optional[_Iterable[_Union[_price_pb2.PriceRequest, _Mapping]]] = ...) -> None: ...

class PriceResult(_message.Message):
    __slots__ = ("price", "refusal")
    PRICE_FIELD_NUMBER: _ClassVar[int]
    REFUSAL_FIELD_NUMBER: _ClassVar[int]
    price: _price_pb2.Price
    refusal: PriceRefusal
    def __init__(self, price: _Optional[_Union[_price_pb2.Price, _Mapping]] = ..., refusal: _Optional[_Union[PriceRefusal, _Mapping]] = ...) -> None: ...

class PriceRefusal(_message.Message):
    __slots__ = ("slug", "message", "faults")
    SLUG_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    slug: str
    message: str
    faults: _containers.RepeatedCompositeFieldContainer[PriceFault]
    def __init__(self, slug: _Optional[str] = ..., message: _Optional[str] = ..., faults: _Optional[_Iterable[_Union[PriceFault, _Mapping]]] = ...) -> None: ...

class PriceFault(_message.Message):
    __slots__ = ("field", "message")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    field: str
    message: str
    def __init__(self, field: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class BatchPreviewPricesResponse(_message.Message):
    __slots__ = ("results", "catalog_version")
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    CATALOG_VERSION_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[PriceResult]
    catalog_version: int
    def __init__(self, results: _Optional[_Iterable[_Union[PriceResult, _Mapping]]] = ..., catalog_version: _Optional[int] = ...) -> None: ...

class CreateQuoteRequest(_message.Message):
    __slots__ = ("request",)
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    request: _price_pb2.PriceRequest
    def __init__(self, request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ...) -> None: ...

class CreateQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _price_pb2.Quote
    def __init__(self, quote: _Optional[_Union[_price_pb2.Quote, _Mapping]] = ...) -> None: ...

class GetQuoteRequest(_message.Message):
    __slots__ = ("quote_id",)
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    def __init__(self, quote_id: _Optional[str] = ...) -> None: ...

class GetQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _price_pb2.Quote
    def __init__(self, quote: _Optional[_Union[_price_pb2.Quote, _Mapping]] = ...) -> None: ...

class ListDateSurchargesRequest(_message.Message):
    __slots__ = ("start_date", "end_date")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ...) -> None: ...

class ListDateSurchargesResponse(_message.Message):
    __slots__ = ("days",)
    DAYS_FIELD_NUMBER: _ClassVar[int]
    days: _containers.RepeatedCompositeFieldContainer[_price_pb2.DateSurcharges]
    def __init__(self, days: _Optional[_Iterable[_Union[_price_pb2.DateSurcharges, _Mapping]]] = ...) -> None: ...

class CreateCustomQuoteRequest(_message.Message):
    __slots__ = ("service_type", "pickup_date", "lines", "valid_until", "note", "idempotency_key")
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    service_type: _catalog_pb2.ServiceType
    pickup_date: str
    lines: _containers.RepeatedCompositeFieldContainer[CustomLine]
    valid_until: _timestamp_pb2.Timestamp
    note: str
    idempotency_key: str
    def __init__(self, service_type: _Optional[_Union[_catalog_pb2.ServiceType, str]] = ..., pickup_date: _Optional[str] = ..., lines: _Optional[_Iterable[_Union[CustomLine, _Mapping]]] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., note: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CustomLine(_message.Message):
    __slots__ = ("label", "quantity", "unit_amount_cents", "reason")
    LABEL_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    UNIT_AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    label: str
    quantity: int
    unit_amount_cents: int
    reason: str
    def __init__(self, label: _Optional[str] = ..., quantity: _Optional[int] = ..., unit_amount_cents: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class CreateCustomQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _price_pb2.Quote
    def __init__(self, quote: _Optional[_Union[_price_pb2.Quote, _Mapping]] = ...) -> None: ...

class RedeemQuoteRequest(_message.Message):
    __slots__ = ("quote_id", "request", "redemption_key", "customer_id", "customer_email")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    REDEMPTION_KEY_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_EMAIL_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    request: _price_pb2.PriceRequest
    redemption_key: str
    customer_id: str
    customer_email: str
    def __init__(self, quote_id: _Optional[str] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., redemption_key: _Optional[str] = ..., customer_id: _Optional[str] = ..., customer_email: _Optional[str] = ...) -> None: ...

class RedeemQuoteResponse(_message.Message):
    __slots__ = ("quote",)
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    quote: _price_pb2.Quote
    def __init__(self, quote: _Optional[_Union[_price_pb2.Quote, _Mapping]] = ...) -> None: ...

class ReleaseQuoteRequest(_message.Message):
    __slots__ = ("quote_id", "redemption_key")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REDEMPTION_KEY_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    redemption_key: str
    def __init__(self, quote_id: _Optional[str] = ..., redemption_key: _Optional[str] = ...) -> None: ...

class ReleaseQuoteResponse(_message.Message):
    __slots__ = ("is_released",)
    IS_RELEASED_FIELD_NUMBER: _ClassVar[int]
    is_released: bool
    def __init__(self, is_released: _Optional[bool] = ...) -> None: ...

class ReplayQuoteRequest(_message.Message):
    __slots__ = ("quote_id",)
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    def __init__(self, quote_id: _Optional[str] = ...) -> None: ...

class ReplayedLine(_message.Message):
    __slots__ = ("quoted", "recomputed", "is_same")
    QUOTED_FIELD_NUMBER: _ClassVar[int]
    RECOMPUTED_FIELD_NUMBER: _ClassVar[int]
    IS_SAME_FIELD_NUMBER: _ClassVar[int]
    quoted: _price_pb2.PriceLine
    recomputed: _price_pb2.PriceLine
    is_same: bool
    def __init__(self, quoted: _Optional[_Union[_price_pb2.PriceLine, _Mapping]] = ..., recomputed: _Optional[_Union[_price_pb2.PriceLine, _Mapping]] = ..., is_same: _Optional[bool] = ...) -> None: ...

class ReplayQuoteResponse(_message.Message):
    __slots__ = ("quote", "conditions", "lines", "recomputed_total_cents", "is_same", "booking_id")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    RECOMPUTED_TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    IS_SAME_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    quote: _price_pb2.Quote
    conditions: _price_pb2.PriceConditions
    lines: _containers.RepeatedCompositeFieldContainer[ReplayedLine]
    recomputed_total_cents: int
    is_same: bool
    booking_id: str
    def __init__(self, quote: _Optional[_Union[_price_pb2.Quote, _Mapping]] = ..., conditions: _Optional[_Union[_price_pb2.PriceConditions, _Mapping]] = ..., lines: _Optional[_Iterable[_Union[ReplayedLine, _Mapping]]] = ..., recomputed_total_cents: _Optional[int] = ..., is_same: _Optional[bool] = ..., booking_id: _Optional[str] = ...) -> None: ...

class ResolveServiceAreaRequest(_message.Message):
    __slots__ = ("zip_code",)
    ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    zip_code: str
    def __init__(self, zip_code: _Optional[str] = ...) -> None: ...

class ResolveServiceAreaResponse(_message.Message):
    __slots__ = ("service_area", "is_local_move_area")
    SERVICE_AREA_FIELD_NUMBER: _ClassVar[int]
    IS_LOCAL_MOVE_AREA_FIELD_NUMBER: _ClassVar[int]
    service_area: _catalog_pb2.ServiceArea
    is_local_move_area: bool
    def __init__(self, service_area: _Optional[_Union[_catalog_pb2.ServiceArea, _Mapping]] = ..., is_local_move_area: _Optional[bool] = ...) -> None: ...
