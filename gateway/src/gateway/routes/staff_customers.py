"""Customers, for the staff who look after them; identity writes every look into the audit log."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from totetaxi.identity.v1 import customer_service_pb2 as messages

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import customers as schema
from gateway.schemas.accounts import CustomerProfile
from gateway.schemas.members import Cursor, Text
from gateway.views import customers as view
from gateway.views.accounts import profile

router = APIRouter(prefix="/api/staff/customers", tags=["customers"], dependencies=[Depends(act_as_staff)])

ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)


@router.get("/", summary="Customers", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_customers(
    around: Around,
    search: Annotated[Text, Query(max_length=100, description="Part of a name, an email or a phone number")] = "",
    is_vip: bool | None = None,
    page_size: Annotated[int, Query(ge=1, le=50)] = 50,
    cursor: Cursor = "",
) -> schema.CustomersPage:
    """Newest first."""
    asked = messages.ListCustomersRequest(search=search, is_vip=is_vip, page_size=page_size, cursor=cursor)
    answer = await around.upstreams.customers.ListCustomers(asked)
    return schema.CustomersPage(customers=[profile(each) for each in answer.customers], next_cursor=answer.next_cursor)


@router.get("/{customer_id}/", summary="One customer", responses=ONE)
async def get_customer(customer_id: UUID, around: Around) -> schema.CustomerInFull:
    """With saved addresses and the newest notes."""
    asked = messages.GetCustomerRequest(customer_id=str(customer_id))
    return view.customer_in_full(await around.upstreams.customers.GetCustomer(asked))


@router.put("/{customer_id}/vip/", summary="Mark a customer as a VIP, or no longer", responses=ONE)
async def set_vip(customer_id: UUID, sent: schema.VipChange, around: Around) -> CustomerProfile:
    """Sent again, it changes nothing."""
    asked = messages.SetVipRequest(customer_id=str(customer_id), is_vip=sent.is_vip)
    return profile((await around.upstreams.customers.SetVip(asked)).customer)


@router.get("/{customer_id}/notes/", summary="A customer's notes", responses=ONE)
async def list_notes(
    customer_id: UUID,
    around: Around,
    page_size: Annotated[int, Query(ge=1, le=50)] = 50,
    cursor: Cursor = "",
) -> schema.NotesPage:
    """Newest first."""
    asked = messages.ListCustomerNotesRequest(customer_id=str(customer_id), page_size=page_size, cursor=cursor)
    answer = await around.upstreams.customers.ListCustomerNotes(asked)
    return schema.NotesPage(notes=[view.note(each) for each in answer.notes], next_cursor=answer.next_cursor)


@router.post("/{customer_id}/notes/", status_code=HTTPStatus.CREATED, summary="Write a note", responses=ONE)
async def add_note(customer_id: UUID, sent: schema.NewNote, around: Around) -> schema.CustomerNote:
    """Customers never see it."""
    asked = messages.AddCustomerNoteRequest(customer_id=str(customer_id), text=sent.text)
    return view.note((await around.upstreams.customers.AddCustomerNote(asked)).note)
