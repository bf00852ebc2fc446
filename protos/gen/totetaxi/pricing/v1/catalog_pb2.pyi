import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ServiceType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SERVICE_TYPE_UNSPECIFIED: _ClassVar[ServiceType]
    SERVICE_TYPE_MINI_MOVE: _ClassVar[ServiceType]
    SERVICE_TYPE_STANDARD_DELIVERY: _ClassVar[ServiceType]
    SERVICE_TYPE_SPECIALTY_ITEM: _ClassVar[ServiceType]
    SERVICE_TYPE_BLADE_LUGGAGE: _ClassVar[ServiceType]
    SERVICE_TYPE_MINI_STORAGE: _ClassVar[ServiceType]
    SERVICE_TYPE_B2B_POPUP: _ClassVar[ServiceType]

class Tier(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIER_UNSPECIFIED: _ClassVar[Tier]
    TIER_PETITE: _ClassVar[Tier]
    TIER_STANDARD: _ClassVar[Tier]
    TIER_FULL: _ClassVar[Tier]

class DemandTarget(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DEMAND_TARGET_UNSPECIFIED: _ClassVar[DemandTarget]
    DEMAND_TARGET_BASE: _ClassVar[DemandTarget]
    DEMAND_TARGET_ORGANIZING: _ClassVar[DemandTarget]
SERVICE_TYPE_UNSPECIFIED: ServiceType
SERVICE_TYPE_MINI_MOVE: ServiceType
SERVICE_TYPE_STANDARD_DELIVERY: ServiceType
SERVICE_TYPE_SPECIALTY_ITEM: ServiceType
SERVICE_TYPE_BLADE_LUGGAGE: ServiceType
SERVICE_TYPE_MINI_STORAGE: ServiceType
SERVICE_TYPE_B2B_POPUP: ServiceType
TIER_UNSPECIFIED: Tier
TIER_PETITE: Tier
TIER_STANDARD: Tier
TIER_FULL: Tier
DEMAND_TARGET_UNSPECIFIED: DemandTarget
DEMAND_TARGET_BASE: DemandTarget
DEMAND_TARGET_ORGANIZING: DemandTarget

class MiniMovePackage(_message.Message):
    __slots__ = ("id", "tier", "name", "description", "base_price_cents", "max_items", "coi_included", "coi_fee_cents", "is_most_popular", "priority_scheduling", "protective_wrapping", "one_hour_window_cents")
    ID_FIELD_NUMBER: _ClassVar[int]
    TIER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    BASE_PRICE_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAX_ITEMS_FIELD_NUMBER: _ClassVar[int]
    COI_INCLUDED_FIELD_NUMBER: _ClassVar[int]
    COI_FEE_CENTS_FIELD_NUMBER: _ClassVar[int]
    IS_MOST_POPULAR_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_SCHEDULING_FIELD_NUMBER: _ClassVar[int]
    PROTECTIVE_WRAPPING_FIELD_NUMBER: _ClassVar[int]
    ONE_HOUR_WINDOW_CENTS_FIELD_NUMBER: _ClassVar[int]
    id: str
    tier: Tier
    name: str
    description: str
    base_price_cents: int
    max_items: int
    coi_included: bool
    coi_fee_cents: int
    is_most_popular: bool
    priority_scheduling: bool
    protective_wrapping: bool
    one_hour_window_cents: int
    def __init__(self, id: _Optional[str] = ..., tier: _Optional[_Union[Tier, str]] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., base_price_cents: _Optional[int] = ..., max_items: _Optional[int] = ..., coi_included: _Optional[bool] = ..., coi_fee_cents: _Optional[int] = ..., is_most_popular: _Optional[bool] = ..., priority_scheduling: _Optional[bool] = ..., protective_wrapping: _Optional[bool] = ..., one_hour_window_cents: _Optional[int] = ...) -> None: ...

class OrganizingService(_message.Message):
    __slots__ = ("id", "tier", "name", "description", "price_cents", "duration_hours", "organizer_count", "supplies_allowance_cents", "is_packing_service")
    ID_FIELD_NUMBER: _ClassVar[int]
    TIER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    PRICE_CENTS_FIELD_NUMBER: _ClassVar[int]
    DURATION_HOURS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZER_COUNT_FIELD_NUMBER: _ClassVar[int]
    SUPPLIES_ALLOWANCE_CENTS_FIELD_NUMBER: _ClassVar[int]
    IS_PACKING_SERVICE_FIELD_NUMBER: _ClassVar[int]
    id: str
    tier: Tier
    name: str
    description: str
    price_cents: int
    duration_hours: int
    organizer_count: int
    supplies_allowance_cents: int
    is_packing_service: bool
    def __init__(self, id: _Optional[str] = ..., tier: _Optional[_Union[Tier, str]] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., price_cents: _Optional[int] = ..., duration_hours: _Optional[int] = ..., organizer_count: _Optional[int] = ..., supplies_allowance_cents: _Optional[int] = ..., is_packing_service: _Optional[bool] = ...) -> None: ...

class SpecialtyItem(_message.Message):
    __slots__ = ("id", "item_type", "name", "description", "price_cents", "requires_van_schedule", "special_handling")
    ID_FIELD_NUMBER: _ClassVar[int]
    ITEM_TYPE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    PRICE_CENTS_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_VAN_SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_HANDLING_FIELD_NUMBER: _ClassVar[int]
    id: str
    item_type: str
    name: str
    description: str
    price_cents: int
    requires_van_schedule: bool
    special_handling: bool
    def __init__(self, id: _Optional[str] = ..., item_type: _Optional[str] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., price_cents: _Optional[int] = ..., requires_van_schedule: _Optional[bool] = ..., special_handling: _Optional[bool] = ...) -> None: ...

class StandardDelivery(_message.Message):
    __slots__ = ("price_per_item_cents", "minimum_items", "minimum_charge_cents", "same_day_flat_rate_cents", "max_weight_per_item_pounds", "same_day_cutoff_hour", "maximum_items", "allows_specialty_items")
    PRICE_PER_ITEM_CENTS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_ITEMS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_CHARGE_CENTS_FIELD_NUMBER: _ClassVar[int]
    SAME_DAY_FLAT_RATE_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAX_WEIGHT_PER_ITEM_POUNDS_FIELD_NUMBER: _ClassVar[int]
    SAME_DAY_CUTOFF_HOUR_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_ITEMS_FIELD_NUMBER: _ClassVar[int]
    ALLOWS_SPECIALTY_ITEMS_FIELD_NUMBER: _ClassVar[int]
    price_per_item_cents: int
    minimum_items: int
    minimum_charge_cents: int
    same_day_flat_rate_cents: int
    max_weight_per_item_pounds: int
    same_day_cutoff_hour: int
    maximum_items: int
    allows_specialty_items: bool
    def __init__(self, price_per_item_cents: _Optional[int] = ..., minimum_items: _Optional[int] = ..., minimum_charge_cents: _Optional[int] = ..., same_day_flat_rate_cents: _Optional[int] = ..., max_weight_per_item_pounds: _Optional[int] = ..., same_day_cutoff_hour: _Optional[int] = ..., maximum_items: _Optional[int] = ..., allows_specialty_items: _Optional[bool] = ...) -> None: ...

class BladeLuggage(_message.Message):
    __slots__ = ("base_price_cents", "included_bags", "price_per_additional_bag_cents", "maximum_bags", "expedited_fee_cents", "airports", "terminals")
    BASE_PRICE_CENTS_FIELD_NUMBER: _ClassVar[int]
    INCLUDED_BAGS_FIELD_NUMBER: _ClassVar[int]
    PRICE_PER_ADDITIONAL_BAG_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_BAGS_FIELD_NUMBER: _ClassVar[int]
    EXPEDITED_FEE_CENTS_FIELD_NUMBER: _ClassVar[int]
    AIRPORTS_FIELD_NUMBER: _ClassVar[int]
    TERMINALS_FIELD_NUMBER: _ClassVar[int]
    base_price_cents: int
    included_bags: int
    price_per_additional_bag_cents: int
    maximum_bags: int
    expedited_fee_cents: int
    airports: _containers.RepeatedScalarFieldContainer[str]
    terminals: _containers.RepeatedCompositeFieldContainer[AirportTerminals]
    def __init__(self, base_price_cents: _Optional[int] = ..., included_bags: _Optional[int] = ..., price_per_additional_bag_cents: _Optional[int] = ..., maximum_bags: _Optional[int] = ..., expedited_fee_cents: _Optional[int] = ..., airports: _Optional[_Iterable[str]] = ..., terminals: _Optional[_Iterable[_Union[AirportTerminals, _Mapping]]] = ...) -> None: ...

class AirportTerminals(_message.Message):
    __slots__ = ("airport", "terminals")
    AIRPORT_FIELD_NUMBER: _ClassVar[int]
    TERMINALS_FIELD_NUMBER: _ClassVar[int]
    airport: str
    terminals: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, airport: _Optional[str] = ..., terminals: _Optional[_Iterable[str]] = ...) -> None: ...

class MiniStorage(_message.Message):
    __slots__ = ("price_per_month_cents", "maximum_months")
    PRICE_PER_MONTH_CENTS_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_MONTHS_FIELD_NUMBER: _ClassVar[int]
    price_per_month_cents: int
    maximum_months: int
    def __init__(self, price_per_month_cents: _Optional[int] = ..., maximum_months: _Optional[int] = ...) -> None: ...

class SurchargeRule(_message.Message):
    __slots__ = ("id", "name", "surcharge_type", "description", "basis_points", "fixed_amount_cents", "service_types", "weekdays", "dates", "yearly", "holiday", "overrides")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SURCHARGE_TYPE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    FIXED_AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPES_FIELD_NUMBER: _ClassVar[int]
    WEEKDAYS_FIELD_NUMBER: _ClassVar[int]
    DATES_FIELD_NUMBER: _ClassVar[int]
    YEARLY_FIELD_NUMBER: _ClassVar[int]
    HOLIDAY_FIELD_NUMBER: _ClassVar[int]
    OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    surcharge_type: str
    description: str
    basis_points: int
    fixed_amount_cents: int
    service_types: _containers.RepeatedScalarFieldContainer[ServiceType]
    weekdays: _containers.RepeatedScalarFieldContainer[int]
    dates: DateRange
    yearly: str
    holiday: str
    overrides: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., surcharge_type: _Optional[str] = ..., description: _Optional[str] = ..., basis_points: _Optional[int] = ..., fixed_amount_cents: _Optional[int] = ..., service_types: _Optional[_Iterable[_Union[ServiceType, str]]] = ..., weekdays: _Optional[_Iterable[int]] = ..., dates: _Optional[_Union[DateRange, _Mapping]] = ..., yearly: _Optional[str] = ..., holiday: _Optional[str] = ..., overrides: _Optional[_Iterable[str]] = ...) -> None: ...

class DateRange(_message.Message):
    __slots__ = ("first", "last")
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LAST_FIELD_NUMBER: _ClassVar[int]
    first: str
    last: str
    def __init__(self, first: _Optional[str] = ..., last: _Optional[str] = ...) -> None: ...

class DemandStep(_message.Message):
    __slots__ = ("booked_basis_points", "adjustment_basis_points")
    BOOKED_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    ADJUSTMENT_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    booked_basis_points: int
    adjustment_basis_points: int
    def __init__(self, booked_basis_points: _Optional[int] = ..., adjustment_basis_points: _Optional[int] = ...) -> None: ...

class DemandRule(_message.Message):
    __slots__ = ("id", "name", "description", "target", "service_types", "daily_capacity", "steps", "floor_basis_points", "ceiling_basis_points")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPES_FIELD_NUMBER: _ClassVar[int]
    DAILY_CAPACITY_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    FLOOR_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    CEILING_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    description: str
    target: DemandTarget
    service_types: _containers.RepeatedScalarFieldContainer[ServiceType]
    daily_capacity: int
    steps: _containers.RepeatedCompositeFieldContainer[DemandStep]
    floor_basis_points: int
    ceiling_basis_points: int
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., target: _Optional[_Union[DemandTarget, str]] = ..., service_types: _Optional[_Iterable[_Union[ServiceType, str]]] = ..., daily_capacity: _Optional[int] = ..., steps: _Optional[_Iterable[_Union[DemandStep, _Mapping]]] = ..., floor_basis_points: _Optional[int] = ..., ceiling_basis_points: _Optional[int] = ...) -> None: ...

class LocalMoves(_message.Message):
    __slots__ = ("zones", "price_per_hour_cents", "minimum_hours")
    ZONES_FIELD_NUMBER: _ClassVar[int]
    PRICE_PER_HOUR_CENTS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_HOURS_FIELD_NUMBER: _ClassVar[int]
    zones: _containers.RepeatedScalarFieldContainer[str]
    price_per_hour_cents: int
    minimum_hours: int
    def __init__(self, zones: _Optional[_Iterable[str]] = ..., price_per_hour_cents: _Optional[int] = ..., minimum_hours: _Optional[int] = ...) -> None: ...

class GeneralTerms(_message.Message):
    __slots__ = ("coi_fee_cents", "organizing_tax_basis_points", "credit_earned_basis_points", "next_day_cutoff_hour")
    COI_FEE_CENTS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_TAX_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    CREDIT_EARNED_BASIS_POINTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_DAY_CUTOFF_HOUR_FIELD_NUMBER: _ClassVar[int]
    coi_fee_cents: int
    organizing_tax_basis_points: int
    credit_earned_basis_points: int
    next_day_cutoff_hour: int
    def __init__(self, coi_fee_cents: _Optional[int] = ..., organizing_tax_basis_points: _Optional[int] = ..., credit_earned_basis_points: _Optional[int] = ..., next_day_cutoff_hour: _Optional[int] = ...) -> None: ...

class ServiceArea(_message.Message):
    __slots__ = ("zone", "name", "surcharge_cents", "zip_codes")
    ZONE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SURCHARGE_CENTS_FIELD_NUMBER: _ClassVar[int]
    ZIP_CODES_FIELD_NUMBER: _ClassVar[int]
    zone: str
    name: str
    surcharge_cents: int
    zip_codes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, zone: _Optional[str] = ..., name: _Optional[str] = ..., surcharge_cents: _Optional[int] = ..., zip_codes: _Optional[_Iterable[str]] = ...) -> None: ...

class Catalog(_message.Message):
    __slots__ = ("version", "effective_at", "mini_move_packages", "organizing_services", "specialty_items", "standard_delivery", "blade_luggage", "mini_storage", "surcharge_rules", "service_areas", "coi_fee_cents", "demand_rules", "local_moves", "general_terms")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    MINI_MOVE_PACKAGES_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_SERVICES_FIELD_NUMBER: _ClassVar[int]
    SPECIALTY_ITEMS_FIELD_NUMBER: _ClassVar[int]
    STANDARD_DELIVERY_FIELD_NUMBER: _ClassVar[int]
    BLADE_LUGGAGE_FIELD_NUMBER: _ClassVar[int]
    MINI_STORAGE_FIELD_NUMBER: _ClassVar[int]
    SURCHARGE_RULES_FIELD_NUMBER: _ClassVar[int]
    SERVICE_AREAS_FIELD_NUMBER: _ClassVar[int]
    COI_FEE_CENTS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_RULES_FIELD_NUMBER: _ClassVar[int]
    LOCAL_MOVES_FIELD_NUMBER: _ClassVar[int]
    GENERAL_TERMS_FIELD_NUMBER: _ClassVar[int]
    version: int
    effective_at: _timestamp_pb2.Timestamp
    mini_move_packages: _containers.RepeatedCompositeFieldContainer[MiniMovePackage]
    organizing_services: _containers.RepeatedCompositeFieldContainer[OrganizingService]
    specialty_items: _containers.RepeatedCompositeFieldContainer[SpecialtyItem]
    standard_delivery: StandardDelivery
    blade_luggage: BladeLuggage
    mini_storage: MiniStorage
    surcharge_rules: _containers.RepeatedCompositeFieldContainer[SurchargeRule]
    service_areas: _containers.RepeatedCompositeFieldContainer[ServiceArea]
    coi_fee_cents: int
    demand_rules: _containers.RepeatedCompositeFieldContainer[DemandRule]
    local_moves: LocalMoves
    general_terms: GeneralTerms
    def __init__(self, version: _Optional[int] = ..., effective_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., mini_move_packages: _Optional[_Iterable[_Union[MiniMovePackage, _Mapping]]] = ..., organizing_services: _Optional[_Iterable[_Union[OrganizingService, _Mapping]]] = ..., specialty_items: _Optional[_Iterable[_Union[SpecialtyItem, _Mapping]]] = ..., standard_delivery: _Optional[_Union[StandardDelivery, _Mapping]] = ..., blade_luggage: _Optional[_Union[BladeLuggage, _Mapping]] = ..., mini_storage: _Optional[_Union[MiniStorage, _Mapping]] = ..., surcharge_rules: _Optional[_Iterable[_Union[SurchargeRule, _Mapping]]] = ..., service_areas: _Optional[_Iterable[_Union[ServiceArea, _Mapping]]] = ..., coi_fee_cents: _Optional[int] = ..., demand_rules: _Optional[_Iterable[_Union[DemandRule, _Mapping]]] = ..., local_moves: _Optional[_Union[LocalMoves, _Mapping]] = ..., general_terms: _Optional[_Union[GeneralTerms, _Mapping]] = ...) -> None: ...
