from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.booking.v1 import company_pb2 as _company_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateCompanyRequest(_message.Message):
    __slots__ = ("company_id", "name", "notes")
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    name: str
    notes: str
    def __init__(self, company_id: _Optional[str] = ..., name: _Optional[str] = ..., notes: _Optional[str] = ...) -> None: ...

class CreateCompanyResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...

class SearchCompaniesRequest(_message.Message):
    __slots__ = ("search", "page_size", "page_token")
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    search: str
    page_size: int
    page_token: str
    def __init__(self, search: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class SearchCompaniesResponse(_message.Message):
    __slots__ = ("companies", "next_page_token")
    COMPANIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    companies: _containers.RepeatedCompositeFieldContainer[_company_pb2.Company]
    next_page_token: str
    def __init__(self, companies: _Optional[_Iterable[_Union[_company_pb2.Company, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class InspectCompanyRequest(_message.Message):
    __slots__ = ("company_id",)
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    def __init__(self, company_id: _Optional[str] = ...) -> None: ...

class InspectCompanyResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...

class UpdateCompanyRequest(_message.Message):
    __slots__ = ("company_id", "name", "notes", "is_active", "expected_version")
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    name: str
    notes: str
    is_active: bool
    expected_version: int
    def __init__(self, company_id: _Optional[str] = ..., name: _Optional[str] = ..., notes: _Optional[str] = ..., is_active: _Optional[bool] = ..., expected_version: _Optional[int] = ...) -> None: ...

class UpdateCompanyResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...

class AddCompanyContactRequest(_message.Message):
    __slots__ = ("company_id", "email", "name")
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    email: str
    name: str
    def __init__(self, company_id: _Optional[str] = ..., email: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class AddCompanyContactResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...

class RemoveCompanyContactRequest(_message.Message):
    __slots__ = ("company_id", "email")
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    email: str
    def __init__(self, company_id: _Optional[str] = ..., email: _Optional[str] = ...) -> None: ...

class RemoveCompanyContactResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...

class LinkToCompanyRequest(_message.Message):
    __slots__ = ("company_id", "booking_id", "quote_id")
    COMPANY_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    company_id: str
    booking_id: str
    quote_id: str
    def __init__(self, company_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., quote_id: _Optional[str] = ...) -> None: ...

class LinkToCompanyResponse(_message.Message):
    __slots__ = ("company",)
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    company: _company_pb2.Company
    def __init__(self, company: _Optional[_Union[_company_pb2.Company, _Mapping]] = ...) -> None: ...
