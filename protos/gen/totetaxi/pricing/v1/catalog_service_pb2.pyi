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

class VersionState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VERSION_STATE_UNSPECIFIED: _ClassVar[VersionState]
    VERSION_STATE_SCHEDULED: _ClassVar[VersionState]
    VERSION_STATE_IN_FORCE: _ClassVar[VersionState]
    VERSION_STATE_PAST: _ClassVar[VersionState]

class DraftStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DRAFT_STATUS_UNSPECIFIED: _ClassVar[DraftStatus]
    DRAFT_STATUS_OPEN: _ClassVar[DraftStatus]
    DRAFT_STATUS_PUBLISHED: _ClassVar[DraftStatus]
    DRAFT_STATUS_DISCARDED: _ClassVar[DraftStatus]

class EntryKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ENTRY_KIND_UNSPECIFIED: _ClassVar[EntryKind]
    ENTRY_KIND_MINI_MOVE_PACKAGE: _ClassVar[EntryKind]
    ENTRY_KIND_ORGANIZING_SERVICE: _ClassVar[EntryKind]
    ENTRY_KIND_SPECIALTY_ITEM: _ClassVar[EntryKind]
    ENTRY_KIND_STANDARD_DELIVERY: _ClassVar[EntryKind]
    ENTRY_KIND_BLADE_LUGGAGE: _ClassVar[EntryKind]
    ENTRY_KIND_MINI_STORAGE: _ClassVar[EntryKind]
    ENTRY_KIND_LOCAL_MOVES: _ClassVar[EntryKind]
    ENTRY_KIND_SURCHARGE_RULE: _ClassVar[EntryKind]
    ENTRY_KIND_DEMAND_RULE: _ClassVar[EntryKind]
    ENTRY_KIND_SERVICE_AREA: _ClassVar[EntryKind]
    ENTRY_KIND_GENERAL_TERMS: _ClassVar[EntryKind]

class DifferenceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIFFERENCE_KIND_UNSPECIFIED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_ADDED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_REMOVED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_CHANGED: _ClassVar[DifferenceKind]
VERSION_STATE_UNSPECIFIED: VersionState
VERSION_STATE_SCHEDULED: VersionState
VERSION_STATE_IN_FORCE: VersionState
VERSION_STATE_PAST: VersionState
DRAFT_STATUS_UNSPECIFIED: DraftStatus
DRAFT_STATUS_OPEN: DraftStatus
DRAFT_STATUS_PUBLISHED: DraftStatus
DRAFT_STATUS_DISCARDED: DraftStatus
ENTRY_KIND_UNSPECIFIED: EntryKind
ENTRY_KIND_MINI_MOVE_PACKAGE: EntryKind
ENTRY_KIND_ORGANIZING_SERVICE: EntryKind
ENTRY_KIND_SPECIALTY_ITEM: EntryKind
ENTRY_KIND_STANDARD_DELIVERY: EntryKind
ENTRY_KIND_BLADE_LUGGAGE: EntryKind
ENTRY_KIND_MINI_STORAGE: EntryKind
ENTRY_KIND_LOCAL_MOVES: EntryKind
ENTRY_KIND_SURCHARGE_RULE: EntryKind
ENTRY_KIND_DEMAND_RULE: EntryKind
ENTRY_KIND_SERVICE_AREA: EntryKind
ENTRY_KIND_GENERAL_TERMS: EntryKind
DIFFERENCE_KIND_UNSPECIFIED: DifferenceKind
DIFFERENCE_KIND_ADDED: DifferenceKind
DIFFERENCE_KIND_REMOVED: DifferenceKind
DIFFERENCE_KIND_CHANGED: DifferenceKind

class CatalogVersion(_message.Message):
    __slots__ = ("number", "id", "state", "effective_at", "published_at", "published_by", "reason", "base_number", "restored_number")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_AT_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    BASE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    RESTORED_NUMBER_FIELD_NUMBER: _ClassVar[int]
    number: int
    id: str
    state: VersionState
    effective_at: _timestamp_pb2.Timestamp
    published_at: _timestamp_pb2.Timestamp
    published_by: str
    reason: str
    base_number: int
    restored_number: int
    def __init__(self, number: _Optional[int] = ..., id: _Optional[str] = ..., state: _Optional[_Union[VersionState, str]] = ..., effective_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., published_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., published_by: _Optional[str] = ..., reason: _Optional[str] = ..., base_number: _Optional[int] = ..., restored_number: _Optional[int] = ...) -> None: ...

class Draft(_message.Message):
    __slots__ = ("id", "title", "base_number", "status", "revision", "created_by", "created_at", "updated_at", "published_number")
    ID_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    BASE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CREATED_BY_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_NUMBER_FIELD_NUMBER: _ClassVar[int]
    id: str
    title: str
    base_number: int
    status: DraftStatus
    revision: int
    created_by: str
    created_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    published_number: int
    def __init__(self, id: _Optional[str] = ..., title: _Optional[str] = ..., base_number: _Optional[int] = ..., status: _Optional[_Union[DraftStatus, str]] = ..., revision: _Optional[int] = ..., created_by: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., published_number: _Optional[int] = ...) -> None: ...

class CatalogEntry(_message.Message):
    __slots__ = ("mini_move_package", "organizing_service", "specialty_item", "standard_delivery", "blade_luggage", "mini_storage", "local_moves", "surcharge_rule", "demand_rule", "service_area", "general_terms")
    MINI_MOVE_PACKAGE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_SERVICE_FIELD_NUMBER: _ClassVar[int]
    SPECIALTY_ITEM_FIELD_NUMBER: _ClassVar[int]
    STANDARD_DELIVERY_FIELD_NUMBER: _ClassVar[int]
    BLADE_LUGGAGE_FIELD_NUMBER: _ClassVar[int]
    MINI_STORAGE_FIELD_NUMBER: _ClassVar[int]
    LOCAL_MOVES_FIELD_NUMBER: _ClassVar[int]
    SURCHARGE_RULE_FIELD_NUMBER: _ClassVar[int]
    DEMAND_RULE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_AREA_FIELD_NUMBER: _ClassVar[int]
    GENERAL_TERMS_FIELD_NUMBER: _ClassVar[int]
    mini_move_package: _catalog_pb2.MiniMovePackage
    organizing_service: _catalog_pb2.OrganizingService
    specialty_item: _catalog_pb2.SpecialtyItem
    standard_delivery: _catalog_pb2.StandardDelivery
    blade_luggage: _catalog_pb2.BladeLuggage
    mini_storage: _catalog_pb2.MiniStorage
    local_moves: _catalog_pb2.LocalMoves
    surcharge_rule: _catalog_pb2.SurchargeRule
    demand_rule: _catalog_pb2.DemandRule
    service_area: _catalog_pb2.ServiceArea
    general_terms: _catalog_pb2.GeneralTerms
    def __init__(self, mini_move_package: _Optional[_Union[_catalog_pb2.MiniMovePackage, _Mapping]] = ..., organizing_service: _Optional[_Union[_catalog_pb2.OrganizingService, _Mapping]] = ..., specialty_item: _Optional[_Union[_catalog_pb2.SpecialtyItem, _Mapping]] = ..., standard_delivery: _Optional[_Union[_catalog_pb2.StandardDelivery, _Mapping]] = ..., blade_luggage: _Optional[_Union[_catalog_pb2.BladeLuggage, _Mapping]] = ..., mini_storage: _Optional[_Union[_catalog_pb2.MiniStorage, _Mapping]] = ..., local_moves: _Optional[_Union[_catalog_pb2.LocalMoves, _Mapping]] = ..., surcharge_rule: _Optional[_Union[_catalog_pb2.SurchargeRule, _Mapping]] = ..., demand_rule: _Optional[_Union[_catalog_pb2.DemandRule, _Mapping]] = ..., service_area: _Optional[_Union[_catalog_pb2.ServiceArea, _Mapping]] = ..., general_terms: _Optional[_Union[_catalog_pb2.GeneralTerms, _Mapping]] = ...) -> None: ...

class DraftChange(_message.Message):
    __slots__ = ("changed_at", "changed_by", "reason", "kind", "key", "before", "after")
    CHANGED_AT_FIELD_NUMBER: _ClassVar[int]
    CHANGED_BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    changed_at: _timestamp_pb2.Timestamp
    changed_by: str
    reason: str
    kind: EntryKind
    key: str
    before: CatalogEntry
    after: CatalogEntry
    def __init__(self, changed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., changed_by: _Optional[str] = ..., reason: _Optional[str] = ..., kind: _Optional[_Union[EntryKind, str]] = ..., key: _Optional[str] = ..., before: _Optional[_Union[CatalogEntry, _Mapping]] = ..., after: _Optional[_Union[CatalogEntry, _Mapping]] = ...) -> None: ...

class ListCatalogVersionsRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCatalogVersionsResponse(_message.Message):
    __slots__ = ("versions", "next_page_token")
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    versions: _containers.RepeatedCompositeFieldContainer[CatalogVersion]
    next_page_token: str
    def __init__(self, versions: _Optional[_Iterable[_Union[CatalogVersion, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetCatalogVersionRequest(_message.Message):
    __slots__ = ("number",)
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    number: int
    def __init__(self, number: _Optional[int] = ...) -> None: ...

class GetCatalogVersionResponse(_message.Message):
    __slots__ = ("version", "catalog")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CATALOG_FIELD_NUMBER: _ClassVar[int]
    version: CatalogVersion
    catalog: _catalog_pb2.Catalog
    def __init__(self, version: _Optional[_Union[CatalogVersion, _Mapping]] = ..., catalog: _Optional[_Union[_catalog_pb2.Catalog, _Mapping]] = ...) -> None: ...

class CreateDraftRequest(_message.Message):
    __slots__ = ("base_number", "title")
    BASE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    base_number: int
    title: str
    def __init__(self, base_number: _Optional[int] = ..., title: _Optional[str] = ...) -> None: ...

class CreateDraftResponse(_message.Message):
    __slots__ = ("draft",)
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    draft: Draft
    def __init__(self, draft: _Optional[_Union[Draft, _Mapping]] = ...) -> None: ...

class ListDraftsRequest(_message.Message):
    __slots__ = ("status", "page_size", "page_token")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    status: DraftStatus
    page_size: int
    page_token: str
    def __init__(self, status: _Optional[_Union[DraftStatus, str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDraftsResponse(_message.Message):
    __slots__ = ("drafts", "next_page_token")
    DRAFTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    drafts: _containers.RepeatedCompositeFieldContainer[Draft]
    next_page_token: str
    def __init__(self, drafts: _Optional[_Iterable[_Union[Draft, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetDraftRequest(_message.Message):
    __slots__ = ("draft_id",)
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    def __init__(self, draft_id: _Optional[str] = ...) -> None: ...

class GetDraftResponse(_message.Message):
    __slots__ = ("draft", "catalog", "changes")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    CATALOG_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    draft: Draft
    catalog: _catalog_pb2.Catalog
    changes: _containers.RepeatedCompositeFieldContainer[DraftChange]
    def __init__(self, draft: _Optional[_Union[Draft, _Mapping]] = ..., catalog: _Optional[_Union[_catalog_pb2.Catalog, _Mapping]] = ..., changes: _Optional[_Iterable[_Union[DraftChange, _Mapping]]] = ...) -> None: ...

class PutDraftEntryRequest(_message.Message):
    __slots__ = ("draft_id", "entry", "reason", "revision")
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    entry: CatalogEntry
    reason: str
    revision: int
    def __init__(self, draft_id: _Optional[str] = ..., entry: _Optional[_Union[CatalogEntry, _Mapping]] = ..., reason: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class PutDraftEntryResponse(_message.Message):
    __slots__ = ("draft", "entry")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    draft: Draft
    entry: CatalogEntry
    def __init__(self, draft: _Optional[_Union[Draft, _Mapping]] = ..., entry: _Optional[_Union[CatalogEntry, _Mapping]] = ...) -> None: ...

class RemoveDraftEntryRequest(_message.Message):
    __slots__ = ("draft_id", "kind", "key", "reason", "revision")
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    kind: EntryKind
    key: str
    reason: str
    revision: int
    def __init__(self, draft_id: _Optional[str] = ..., kind: _Optional[_Union[EntryKind, str]] = ..., key: _Optional[str] = ..., reason: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class RemoveDraftEntryResponse(_message.Message):
    __slots__ = ("draft",)
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    draft: Draft
    def __init__(self, draft: _Optional[_Union[Draft, _Mapping]] = ...) -> None: ...

class DiscardDraftRequest(_message.Message):
    __slots__ = ("draft_id",)
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    def __init__(self, draft_id: _Optional[str] = ...) -> None: ...

class DiscardDraftResponse(_message.Message):
    __slots__ = ("draft",)
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    draft: Draft
    def __init__(self, draft: _Optional[_Union[Draft, _Mapping]] = ...) -> None: ...

class ValidateDraftRequest(_message.Message):
    __slots__ = ("draft_id",)
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    def __init__(self, draft_id: _Optional[str] = ...) -> None: ...

class DraftFault(_message.Message):
    __slots__ = ("field", "message")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    field: str
    message: str
    def __init__(self, field: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class ValidateDraftResponse(_message.Message):
    __slots__ = ("faults", "revision")
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    faults: _containers.RepeatedCompositeFieldContainer[DraftFault]
    revision: int
    def __init__(self, faults: _Optional[_Iterable[_Union[DraftFault, _Mapping]]] = ..., revision: _Optional[int] = ...) -> None: ...

class VersionOrDraft(_message.Message):
    __slots__ = ("number", "draft_id")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    number: int
    draft_id: str
    def __init__(self, number: _Optional[int] = ..., draft_id: _Optional[str] = ...) -> None: ...

class DiffVersionsRequest(_message.Message):
    __slots__ = ("to",)
    FROM_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    to: VersionOrDraft
    def __init__(self, to: _Optional[_Union[VersionOrDraft, _Mapping]] = ..., **kwargs) -> None: ...

class MemberDifference(_message.Message):
    __slots__ = ("member", "before", "after")
    MEMBER_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    member: str
    before: str
    after: str
    def __init__(self, member: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class Difference(_message.Message):
    __slots__ = ("kind", "entry_kind", "key", "name", "members")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENTRY_KIND_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    kind: DifferenceKind
    entry_kind: EntryKind
    key: str
    name: str
    members: _containers.RepeatedCompositeFieldContainer[MemberDifference]
    def __init__(self, kind: _Optional[_Union[DifferenceKind, str]] = ..., entry_kind: _Optional[_Union[EntryKind, str]] = ..., key: _Optional[str] = ..., name: _Optional[str] = ..., members: _Optional[_Iterable[_Union[MemberDifference, _Mapping]]] = ...) -> None: ...

class DiffVersionsResponse(_message.Message):
    __slots__ = ("differences",)
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    differences: _containers.RepeatedCompositeFieldContainer[Difference]
    def __init__(self, differences: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ...) -> None: ...

class SimulateDraftRequest(_message.Message):
    __slots__ = ("draft_id", "requests", "sample_size", "mover_count")
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_SIZE_FIELD_NUMBER: _ClassVar[int]
    MOVER_COUNT_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    requests: _containers.RepeatedCompositeFieldContainer[_price_pb2.PriceRequest]
    sample_size: int
    mover_count: int
    def __init__(self, draft_id: _Optional[str] = ..., requests: _Optional[_Iterable[_Union[_price_pb2.PriceRequest, _Mapping]]] = ..., sample_size: _Optional[int] = ..., mover_count: _Optional[int] = ...) -> None: ...

class SimulatedService(_message.Message):
    __slots__ = ("service_type", "request_count", "current_total_cents", "draft_total_cents", "newly_refused_count", "newly_accepted_count")
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_COUNT_FIELD_NUMBER: _ClassVar[int]
    CURRENT_TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    DRAFT_TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    NEWLY_REFUSED_COUNT_FIELD_NUMBER: _ClassVar[int]
    NEWLY_ACCEPTED_COUNT_FIELD_NUMBER: _ClassVar[int]
    service_type: _catalog_pb2.ServiceType
    request_count: int
    current_total_cents: int
    draft_total_cents: int
    newly_refused_count: int
    newly_accepted_count: int
    def __init__(self, service_type: _Optional[_Union[_catalog_pb2.ServiceType, str]] = ..., request_count: _Optional[int] = ..., current_total_cents: _Optional[int] = ..., draft_total_cents: _Optional[int] = ..., newly_refused_count: _Optional[int] = ..., newly_accepted_count: _Optional[int] = ...) -> None: ...

class SimulatedMover(_message.Message):
    __slots__ = ("request", "current_total_cents", "draft_total_cents", "changed_line_codes")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    CURRENT_TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    DRAFT_TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    CHANGED_LINE_CODES_FIELD_NUMBER: _ClassVar[int]
    request: _price_pb2.PriceRequest
    current_total_cents: int
    draft_total_cents: int
    changed_line_codes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., current_total_cents: _Optional[int] = ..., draft_total_cents: _Optional[int] = ..., changed_line_codes: _Optional[_Iterable[str]] = ...) -> None: ...

class SimulateDraftResponse(_message.Message):
    __slots__ = ("services", "movers", "sample_size", "catalog_version")
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    MOVERS_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_SIZE_FIELD_NUMBER: _ClassVar[int]
    CATALOG_VERSION_FIELD_NUMBER: _ClassVar[int]
    services: _containers.RepeatedCompositeFieldContainer[SimulatedService]
    movers: _containers.RepeatedCompositeFieldContainer[SimulatedMover]
    sample_size: int
    catalog_version: int
    def __init__(self, services: _Optional[_Iterable[_Union[SimulatedService, _Mapping]]] = ..., movers: _Optional[_Iterable[_Union[SimulatedMover, _Mapping]]] = ..., sample_size: _Optional[int] = ..., catalog_version: _Optional[int] = ...) -> None: ...

class PublishDraftRequest(_message.Message):
    __slots__ = ("draft_id", "effective_at", "is_immediate", "reason", "revision")
    DRAFT_ID_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    IS_IMMEDIATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    draft_id: str
    effective_at: _timestamp_pb2.Timestamp
    is_immediate: bool
    reason: str
    revision: int
    def __init__(self, draft_id: _Optional[str] = ..., effective_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., is_immediate: _Optional[bool] = ..., reason: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class PublishDraftResponse(_message.Message):
    __slots__ = ("version",)
    VERSION_FIELD_NUMBER: _ClassVar[int]
    version: CatalogVersion
    def __init__(self, version: _Optional[_Union[CatalogVersion, _Mapping]] = ...) -> None: ...

class RollbackRequest(_message.Message):
    __slots__ = ("number", "effective_at", "reason")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    number: int
    effective_at: _timestamp_pb2.Timestamp
    reason: str
    def __init__(self, number: _Optional[int] = ..., effective_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class RollbackResponse(_message.Message):
    __slots__ = ("version",)
    VERSION_FIELD_NUMBER: _ClassVar[int]
    version: CatalogVersion
    def __init__(self, version: _Optional[_Union[CatalogVersion, _Mapping]] = ...) -> None: ...
