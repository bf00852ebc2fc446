import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.pricing.v1 import catalog_pb2 as _catalog_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreditCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CREDIT_CAUSE_UNSPECIFIED: _ClassVar[CreditCause]
    CREDIT_CAUSE_EARNED: _ClassVar[CreditCause]
    CREDIT_CAUSE_SPENT: _ClassVar[CreditCause]
    CREDIT_CAUSE_RETURNED: _ClassVar[CreditCause]
    CREDIT_CAUSE_REVOKED: _ClassVar[CreditCause]
    CREDIT_CAUSE_ADJUSTED: _ClassVar[CreditCause]
CREDIT_CAUSE_UNSPECIFIED: CreditCause
CREDIT_CAUSE_EARNED: CreditCause
CREDIT_CAUSE_SPENT: CreditCause
CREDIT_CAUSE_RETURNED: CreditCause
CREDIT_CAUSE_REVOKED: CreditCause
CREDIT_CAUSE_ADJUSTED: CreditCause

class Promotion(_message.Message):
    __slots__ = ("id", "terms", "minimum_spend_cents", "service_types", "starts_at", "ends_at", "total_limit", "per_customer_limit", "is_first_booking_only", "use_count", "created_by", "created_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_SPEND_CENTS_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPES_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_LIMIT_FIELD_NUMBER: _ClassVar[int]
    PER_CUSTOMER_LIMIT_FIELD_NUMBER: _ClassVar[int]
    IS_FIRST_BOOKING_ONLY_FIELD_NUMBER: _ClassVar[int]
    USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    CREATED_BY_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    terms: _price_pb2.PromotionTerms
    minimum_spend_cents: int
    service_types: _containers.RepeatedScalarFieldContainer[_catalog_pb2.ServiceType]
    starts_at: _timestamp_pb2.Timestamp
    ends_at: _timestamp_pb2.Timestamp
    total_limit: int
    per_customer_limit: int
    is_first_booking_only: bool
    use_count: int
    created_by: str
    created_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., terms: _Optional[_Union[_price_pb2.PromotionTerms, _Mapping]] = ..., minimum_spend_cents: _Optional[int] = ..., service_types: _Optional[_Iterable[_Union[_catalog_pb2.ServiceType, str]]] = ..., starts_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., total_limit: _Optional[int] = ..., per_customer_limit: _Optional[int] = ..., is_first_booking_only: _Optional[bool] = ..., use_count: _Optional[int] = ..., created_by: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CreatePromotionRequest(_message.Message):
    __slots__ = ("code", "name", "basis_points", "fixed_amount_cents", "maximum_discount_cents", "minimum_spend_cents", "service_types", "starts_at", "ends_at", "total_limit", "per_customer_limit", "is_first_booking_only")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    FIXED_AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_DISCOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_SPEND_CENTS_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPES_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_LIMIT_FIELD_NUMBER: _ClassVar[int]
    PER_CUSTOMER_LIMIT_FIELD_NUMBER: _ClassVar[int]
    IS_FIRST_BOOKING_ONLY_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    basis_points: int
    fixed_amount_cents: int
    maximum_discount_cents: int
    minimum_spend_cents: int
    service_types: _containers.RepeatedScalarFieldContainer[_catalog_pb2.ServiceType]
    starts_at: _timestamp_pb2.Timestamp
    ends_at: _timestamp_pb2.Timestamp
    total_limit: int
    per_customer_limit: int
    is_first_booking_only: bool
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., basis_points: _Optional[int] = ..., fixed_amount_cents: _Optional[int] = ..., maximum_discount_cents: _Optional[int] = ..., minimum_spend_cents: _Optional[int] = ..., service_types: _Optional[_Iterable[_Union[_catalog_pb2.ServiceType, str]]] = ..., starts_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., total_limit: _Optional[int] = ..., per_customer_limit: _Optional[int] = ..., is_first_booking_only: _Optional[bool] = ...) -> None: ...

class CreatePromotionResponse(_message.Message):
    __slots__ = ("promotion",)
    PROMOTION_FIELD_NUMBER: _ClassVar[int]
    promotion: Promotion
    def __init__(self, promotion: _Optional[_Union[Promotion, _Mapping]] = ...) -> None: ...

class UpdatePromotionRequest(_message.Message):
    __slots__ = ("promotion_id", "ends_at", "total_limit", "per_customer_limit", "reason")
    PROMOTION_ID_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_LIMIT_FIELD_NUMBER: _ClassVar[int]
    PER_CUSTOMER_LIMIT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    promotion_id: str
    ends_at: _timestamp_pb2.Timestamp
    total_limit: int
    per_customer_limit: int
    reason: str
    def __init__(self, promotion_id: _Optional[str] = ..., ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., total_limit: _Optional[int] = ..., per_customer_limit: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class UpdatePromotionResponse(_message.Message):
    __slots__ = ("promotion",)
    PROMOTION_FIELD_NUMBER: _ClassVar[int]
    promotion: Promotion
    def __init__(self, promotion: _Optional[_Union[Promotion, _Mapping]] = ...) -> None: ...

class GetPromotionRequest(_message.Message):
    __slots__ = ("promotion_id",)
    PROMOTION_ID_FIELD_NUMBER: _ClassVar[int]
    promotion_id: str
    def __init__(self, promotion_id: _Optional[str] = ...) -> None: ...

class GetPromotionResponse(_message.Message):
    __slots__ = ("promotion",)
    PROMOTION_FIELD_NUMBER: _ClassVar[int]
    promotion: Promotion
    def __init__(self, promotion: _Optional[_Union[Promotion, _Mapping]] = ...) -> None: ...

class ListPromotionsRequest(_message.Message):
    __slots__ = ("only_current", "page_size", "page_token")
    ONLY_CURRENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    only_current: bool
    page_size: int
    page_token: str
    def __init__(self, only_current: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListPromotionsResponse(_message.Message):
    __slots__ = ("promotions", "next_page_token")
    PROMOTIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    promotions: _containers.RepeatedCompositeFieldContainer[Promotion]
    next_page_token: str
    def __init__(self, promotions: _Optional[_Iterable[_Union[Promotion, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CreditEntry(_message.Message):
    __slots__ = ("id", "amount_cents", "cause", "booking_id", "reason", "created_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    amount_cents: int
    cause: CreditCause
    booking_id: str
    reason: str
    created_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., cause: _Optional[_Union[CreditCause, str]] = ..., booking_id: _Optional[str] = ..., reason: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetCreditRequest(_message.Message):
    __slots__ = ("customer_id", "page_size", "page_token")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    page_size: int
    page_token: str
    def __init__(self, customer_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class GetCreditResponse(_message.Message):
    __slots__ = ("balance_cents", "entries", "next_page_token")
    BALANCE_CENTS_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    balance_cents: int
    entries: _containers.RepeatedCompositeFieldContainer[CreditEntry]
    next_page_token: str
    def __init__(self, balance_cents: _Optional[int] = ..., entries: _Optional[_Iterable[_Union[CreditEntry, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class AdjustCreditRequest(_message.Message):
    __slots__ = ("customer_id", "amount_cents", "reason", "idempotency_key")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    amount_cents: int
    reason: str
    idempotency_key: str
    def __init__(self, customer_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AdjustCreditResponse(_message.Message):
    __slots__ = ("balance_cents",)
    BALANCE_CENTS_FIELD_NUMBER: _ClassVar[int]
    balance_cents: int
    def __init__(self, balance_cents: _Optional[int] = ...) -> None: ...

class ExportCustomerDataRequest(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: str
    def __init__(self, cursor: _Optional[str] = ...) -> None: ...

class ExportCustomerDataResponse(_message.Message):
    __slots__ = ("data_json", "next_cursor")
    DATA_JSON_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    data_json: str
    next_cursor: str
    def __init__(self, data_json: _Optional[str] = ..., next_cursor: _Optional[str] = ...) -> None: ...
