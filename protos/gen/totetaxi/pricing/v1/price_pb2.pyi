import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.pricing.v1 import catalog_pb2 as _catalog_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LineKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LINE_KIND_UNSPECIFIED: _ClassVar[LineKind]
    LINE_KIND_BASE: _ClassVar[LineKind]
    LINE_KIND_DATE_SURCHARGE: _ClassVar[LineKind]
    LINE_KIND_GEOGRAPHIC_SURCHARGE: _ClassVar[LineKind]
    LINE_KIND_COI: _ClassVar[LineKind]
    LINE_KIND_ORGANIZING: _ClassVar[LineKind]
    LINE_KIND_DEMAND: _ClassVar[LineKind]
    LINE_KIND_OPTION: _ClassVar[LineKind]
    LINE_KIND_TAX: _ClassVar[LineKind]
    LINE_KIND_DISCOUNT: _ClassVar[LineKind]
    LINE_KIND_CREDIT: _ClassVar[LineKind]
LINE_KIND_UNSPECIFIED: LineKind
LINE_KIND_BASE: LineKind
LINE_KIND_DATE_SURCHARGE: LineKind
LINE_KIND_GEOGRAPHIC_SURCHARGE: LineKind
LINE_KIND_COI: LineKind
LINE_KIND_ORGANIZING: LineKind
LINE_KIND_DEMAND: LineKind
LINE_KIND_OPTION: LineKind
LINE_KIND_TAX: LineKind
LINE_KIND_DISCOUNT: LineKind
LINE_KIND_CREDIT: LineKind

class PriceRequest(_message.Message):
    __slots__ = ("service_type", "pickup_date", "pickup_zip_code", "delivery_zip_code", "coi_required", "mini_move_package_id", "include_packing", "include_unpacking", "estimated_minutes", "standard_delivery_item_count", "is_same_day_delivery", "specialty_item_ids", "bag_count", "airport", "is_expedited", "months", "promotion_code", "use_credit", "one_hour_window", "airport_terminal")
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    COI_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    MINI_MOVE_PACKAGE_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_PACKING_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_UNPACKING_FIELD_NUMBER: _ClassVar[int]
    ESTIMATED_MINUTES_FIELD_NUMBER: _ClassVar[int]
    STANDARD_DELIVERY_ITEM_COUNT_FIELD_NUMBER: _ClassVar[int]
    IS_SAME_DAY_DELIVERY_FIELD_NUMBER: _ClassVar[int]
    SPECIALTY_ITEM_IDS_FIELD_NUMBER: _ClassVar[int]
    BAG_COUNT_FIELD_NUMBER: _ClassVar[int]
    AIRPORT_FIELD_NUMBER: _ClassVar[int]
    IS_EXPEDITED_FIELD_NUMBER: _ClassVar[int]
    MONTHS_FIELD_NUMBER: _ClassVar[int]
    PROMOTION_CODE_FIELD_NUMBER: _ClassVar[int]
    USE_CREDIT_FIELD_NUMBER: _ClassVar[int]
    ONE_HOUR_WINDOW_FIELD_NUMBER: _ClassVar[int]
    AIRPORT_TERMINAL_FIELD_NUMBER: _ClassVar[int]
    service_type: _catalog_pb2.ServiceType
    pickup_date: str
    pickup_zip_code: str
    delivery_zip_code: str
    coi_required: bool
    mini_move_package_id: str
    include_packing: bool
    include_unpacking: bool
    estimated_minutes: int
    standard_delivery_item_count: int
    is_same_day_delivery: bool
    specialty_item_ids: _containers.RepeatedScalarFieldContainer[str]
    bag_count: int
    airport: str
    is_expedited: bool
    months: int
    promotion_code: str
    use_credit: bool
    one_hour_window: bool
    airport_terminal: str
    def __init__(self, service_type: _Optional[_Union[_catalog_pb2.ServiceType, str]] = ..., pickup_date: _Optional[str] = ..., pickup_zip_code: _Optional[str] = ..., delivery_zip_code: _Optional[str] = ..., coi_required: _Optional[bool] = ..., mini_move_package_id: _Optional[str] = ..., include_packing: _Optional[bool] = ..., include_unpacking: _Optional[bool] = ..., estimated_minutes: _Optional[int] = ..., standard_delivery_item_count: _Optional[int] = ..., is_same_day_delivery: _Optional[bool] = ..., specialty_item_ids: _Optional[_Iterable[str]] = ..., bag_count: _Optional[int] = ..., airport: _Optional[str] = ..., is_expedited: _Optional[bool] = ..., months: _Optional[int] = ..., promotion_code: _Optional[str] = ..., use_credit: _Optional[bool] = ..., one_hour_window: _Optional[bool] = ..., airport_terminal: _Optional[str] = ...) -> None: ...

class PriceLine(_message.Message):
    __slots__ = ("code", "label", "quantity", "unit_amount_cents", "amount_cents", "reason", "kind")
    CODE_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    UNIT_AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    code: str
    label: str
    quantity: int
    unit_amount_cents: int
    amount_cents: int
    reason: str
    kind: LineKind
    def __init__(self, code: _Optional[str] = ..., label: _Optional[str] = ..., quantity: _Optional[int] = ..., unit_amount_cents: _Optional[int] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., kind: _Optional[_Union[LineKind, str]] = ...) -> None: ...

class Price(_message.Message):
    __slots__ = ("lines", "base_cents", "date_surcharge_cents", "geographic_surcharge_cents", "coi_fee_cents", "organizing_cents", "total_cents", "catalog_version", "mini_move_package", "organizing_services", "standard_delivery", "specialty_items", "demand_cents", "option_cents", "tax_cents", "discount_cents", "credit_cents")
    LINES_FIELD_NUMBER: _ClassVar[int]
    BASE_CENTS_FIELD_NUMBER: _ClassVar[int]
    DATE_SURCHARGE_CENTS_FIELD_NUMBER: _ClassVar[int]
    GEOGRAPHIC_SURCHARGE_CENTS_FIELD_NUMBER: _ClassVar[int]
    COI_FEE_CENTS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_CENTS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    CATALOG_VERSION_FIELD_NUMBER: _ClassVar[int]
    MINI_MOVE_PACKAGE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_SERVICES_FIELD_NUMBER: _ClassVar[int]
    STANDARD_DELIVERY_FIELD_NUMBER: _ClassVar[int]
    SPECIALTY_ITEMS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_CENTS_FIELD_NUMBER: _ClassVar[int]
    OPTION_CENTS_FIELD_NUMBER: _ClassVar[int]
    TAX_CENTS_FIELD_NUMBER: _ClassVar[int]
    DISCOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    CREDIT_CENTS_FIELD_NUMBER: _ClassVar[int]
    lines: _containers.RepeatedCompositeFieldContainer[PriceLine]
    base_cents: int
    date_surcharge_cents: int
    geographic_surcharge_cents: int
    coi_fee_cents: int
    organizing_cents: int
    total_cents: int
    catalog_version: int
    mini_move_package: _catalog_pb2.MiniMovePackage
    organizing_services: _containers.RepeatedCompositeFieldContainer[_catalog_pb2.OrganizingService]
    standard_delivery: _catalog_pb2.StandardDelivery
    specialty_items: _containers.RepeatedCompositeFieldContainer[_catalog_pb2.SpecialtyItem]
    demand_cents: int
    option_cents: int
    tax_cents: int
    discount_cents: int
    credit_cents: int
    def __init__(self, lines: _Optional[_Iterable[_Union[PriceLine, _Mapping]]] = ..., base_cents: _Optional[int] = ..., date_surcharge_cents: _Optional[int] = ..., geographic_surcharge_cents: _Optional[int] = ..., coi_fee_cents: _Optional[int] = ..., organizing_cents: _Optional[int] = ..., total_cents: _Optional[int] = ..., catalog_version: _Optional[int] = ..., mini_move_package: _Optional[_Union[_catalog_pb2.MiniMovePackage, _Mapping]] = ..., organizing_services: _Optional[_Iterable[_Union[_catalog_pb2.OrganizingService, _Mapping]]] = ..., standard_delivery: _Optional[_Union[_catalog_pb2.StandardDelivery, _Mapping]] = ..., specialty_items: _Optional[_Iterable[_Union[_catalog_pb2.SpecialtyItem, _Mapping]]] = ..., demand_cents: _Optional[int] = ..., option_cents: _Optional[int] = ..., tax_cents: _Optional[int] = ..., discount_cents: _Optional[int] = ..., credit_cents: _Optional[int] = ...) -> None: ...

class Quote(_message.Message):
    __slots__ = ("quote_id", "request", "price", "expires_at", "is_custom", "note")
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    IS_CUSTOM_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    quote_id: str
    request: PriceRequest
    price: Price
    expires_at: _timestamp_pb2.Timestamp
    is_custom: bool
    note: str
    def __init__(self, quote_id: _Optional[str] = ..., request: _Optional[_Union[PriceRequest, _Mapping]] = ..., price: _Optional[_Union[Price, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., is_custom: _Optional[bool] = ..., note: _Optional[str] = ...) -> None: ...

class DateSurcharge(_message.Message):
    __slots__ = ("name", "surcharge_type", "description")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SURCHARGE_TYPE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    name: str
    surcharge_type: str
    description: str
    def __init__(self, name: _Optional[str] = ..., surcharge_type: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class DateSurcharges(_message.Message):
    __slots__ = ("date", "surcharges")
    DATE_FIELD_NUMBER: _ClassVar[int]
    SURCHARGES_FIELD_NUMBER: _ClassVar[int]
    date: str
    surcharges: _containers.RepeatedCompositeFieldContainer[DateSurcharge]
    def __init__(self, date: _Optional[str] = ..., surcharges: _Optional[_Iterable[_Union[DateSurcharge, _Mapping]]] = ...) -> None: ...

class PriceConditions(_message.Message):
    __slots__ = ("booked_count", "promotion", "available_credit_cents")
    BOOKED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PROMOTION_FIELD_NUMBER: _ClassVar[int]
    AVAILABLE_CREDIT_CENTS_FIELD_NUMBER: _ClassVar[int]
    booked_count: int
    promotion: PromotionTerms
    available_credit_cents: int
    def __init__(self, booked_count: _Optional[int] = ..., promotion: _Optional[_Union[PromotionTerms, _Mapping]] = ..., available_credit_cents: _Optional[int] = ...) -> None: ...

class PromotionTerms(_message.Message):
    __slots__ = ("promotion_id", "code", "name", "basis_points", "fixed_amount_cents", "maximum_discount_cents")
    PROMOTION_ID_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    FIXED_AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_DISCOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    promotion_id: str
    code: str
    name: str
    basis_points: int
    fixed_amount_cents: int
    maximum_discount_cents: int
    def __init__(self, promotion_id: _Optional[str] = ..., code: _Optional[str] = ..., name: _Optional[str] = ..., basis_points: _Optional[int] = ..., fixed_amount_cents: _Optional[int] = ..., maximum_discount_cents: _Optional[int] = ...) -> None: ...
