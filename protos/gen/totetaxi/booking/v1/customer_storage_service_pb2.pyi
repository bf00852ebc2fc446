from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.booking.v1 import storage_pb2 as _storage_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListStoragesRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListStoragesResponse(_message.Message):
    __slots__ = ("storages", "next_page_token")
    STORAGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    storages: _containers.RepeatedCompositeFieldContainer[_storage_pb2.Storage]
    next_page_token: str
    def __init__(self, storages: _Optional[_Iterable[_Union[_storage_pb2.Storage, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetStorageRequest(_message.Message):
    __slots__ = ("storage_id",)
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    def __init__(self, storage_id: _Optional[str] = ...) -> None: ...

class GetStorageResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class RequestReturnRequest(_message.Message):
    __slots__ = ("storage_id", "item_ids", "wanted_back_on")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    ITEM_IDS_FIELD_NUMBER: _ClassVar[int]
    WANTED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    item_ids: _containers.RepeatedScalarFieldContainer[str]
    wanted_back_on: str
    def __init__(self, storage_id: _Optional[str] = ..., item_ids: _Optional[_Iterable[str]] = ..., wanted_back_on: _Optional[str] = ...) -> None: ...

class RequestReturnResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class EndStorageRequest(_message.Message):
    __slots__ = ("storage_id", "expected_end_date")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_END_DATE_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    expected_end_date: str
    def __init__(self, storage_id: _Optional[str] = ..., expected_end_date: _Optional[str] = ...) -> None: ...

class EndStorageResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...
