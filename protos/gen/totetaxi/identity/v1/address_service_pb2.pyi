from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.identity.v1 import account_pb2 as _account_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AddressPurpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ADDRESS_PURPOSE_UNSPECIFIED: _ClassVar[AddressPurpose]
    ADDRESS_PURPOSE_PICKUP: _ClassVar[AddressPurpose]
    ADDRESS_PURPOSE_DELIVERY: _ClassVar[AddressPurpose]
ADDRESS_PURPOSE_UNSPECIFIED: AddressPurpose
ADDRESS_PURPOSE_PICKUP: AddressPurpose
ADDRESS_PURPOSE_DELIVERY: AddressPurpose

class ListAddressesRequest(_message.Message):
    __slots__ = ("page_size", "cursor")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    cursor: str
    def __init__(self, page_size: _Optional[int] = ..., cursor: _Optional[str] = ...) -> None: ...

class ListAddressesResponse(_message.Message):
    __slots__ = ("addresses", "next_cursor", "total_count")
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    addresses: _containers.RepeatedCompositeFieldContainer[_account_pb2.SavedAddress]
    next_cursor: str
    total_count: int
    def __init__(self, addresses: _Optional[_Iterable[_Union[_account_pb2.SavedAddress, _Mapping]]] = ..., next_cursor: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class BatchGetAddressesRequest(_message.Message):
    __slots__ = ("address_ids",)
    ADDRESS_IDS_FIELD_NUMBER: _ClassVar[int]
    address_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, address_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class BatchGetAddressesResponse(_message.Message):
    __slots__ = ("addresses",)
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    addresses: _containers.RepeatedCompositeFieldContainer[_account_pb2.SavedAddress]
    def __init__(self, addresses: _Optional[_Iterable[_Union[_account_pb2.SavedAddress, _Mapping]]] = ...) -> None: ...

class CreateAddressRequest(_message.Message):
    __slots__ = ("address_id", "nickname", "address_line_1", "address_line_2", "city", "state", "zip_code", "delivery_instructions")
    ADDRESS_ID_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_1_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_2_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    address_id: str
    nickname: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    delivery_instructions: str
    def __init__(self, address_id: _Optional[str] = ..., nickname: _Optional[str] = ..., address_line_1: _Optional[str] = ..., address_line_2: _Optional[str] = ..., city: _Optional[str] = ..., state: _Optional[str] = ..., zip_code: _Optional[str] = ..., delivery_instructions: _Optional[str] = ...) -> None: ...

class CreateAddressResponse(_message.Message):
    __slots__ = ("address",)
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    address: _account_pb2.SavedAddress
    def __init__(self, address: _Optional[_Union[_account_pb2.SavedAddress, _Mapping]] = ...) -> None: ...

class UpdateAddressRequest(_message.Message):
    __slots__ = ("address_id", "nickname", "address_line_1", "address_line_2", "city", "state", "zip_code", "delivery_instructions", "expected_version")
    ADDRESS_ID_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_1_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_2_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    address_id: str
    nickname: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    delivery_instructions: str
    expected_version: int
    def __init__(self, address_id: _Optional[str] = ..., nickname: _Optional[str] = ..., address_line_1: _Optional[str] = ..., address_line_2: _Optional[str] = ..., city: _Optional[str] = ..., state: _Optional[str] = ..., zip_code: _Optional[str] = ..., delivery_instructions: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class UpdateAddressResponse(_message.Message):
    __slots__ = ("address",)
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    address: _account_pb2.SavedAddress
    def __init__(self, address: _Optional[_Union[_account_pb2.SavedAddress, _Mapping]] = ...) -> None: ...

class DeleteAddressRequest(_message.Message):
    __slots__ = ("address_id",)
    ADDRESS_ID_FIELD_NUMBER: _ClassVar[int]
    address_id: str
    def __init__(self, address_id: _Optional[str] = ...) -> None: ...

class DeleteAddressResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddressUse(_message.Message):
    __slots__ = ("address_id", "purpose")
    ADDRESS_ID_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    address_id: str
    purpose: AddressPurpose
    def __init__(self, address_id: _Optional[str] = ..., purpose: _Optional[_Union[AddressPurpose, str]] = ...) -> None: ...

class NoteAddressUseRequest(_message.Message):
    __slots__ = ("booking_id", "uses")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    USES_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    uses: _containers.RepeatedCompositeFieldContainer[AddressUse]
    def __init__(self, booking_id: _Optional[str] = ..., uses: _Optional[_Iterable[_Union[AddressUse, _Mapping]]] = ...) -> None: ...

class NoteAddressUseResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SuggestAddressesRequest(_message.Message):
    __slots__ = ("purpose", "limit")
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    purpose: AddressPurpose
    limit: int
    def __init__(self, purpose: _Optional[_Union[AddressPurpose, str]] = ..., limit: _Optional[int] = ...) -> None: ...

class SuggestAddressesResponse(_message.Message):
    __slots__ = ("addresses",)
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    addresses: _containers.RepeatedCompositeFieldContainer[_account_pb2.SavedAddress]
    def __init__(self, addresses: _Optional[_Iterable[_Union[_account_pb2.SavedAddress, _Mapping]]] = ...) -> None: ...
