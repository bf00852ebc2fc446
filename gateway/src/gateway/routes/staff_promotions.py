"""Discount codes, for staff."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.pricing.v1 import promotion_service_pb2 as message

from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import staff_refusals
from gateway.schemas import promotions as schema
from gateway.views import promotions as view

router = APIRouter(prefix="/api/staff/promotions", tags=["staff: promotions"], dependencies=[Depends(act_as_staff)])


@router.get("/", summary="Discount codes", responses=staff_refusals())
async def list_promotions(
    around: Around,
    only_current: Annotated[bool, Query(description="Only those that can be used now")] = False,
    cursor: Cursor = "",
    page_size: PageSize = DEFAULT_PAGE_SIZE,
) -> schema.PromotionPage:
    """Newest first, each with how often it was used."""
    asked = message.ListPromotionsRequest(only_current=only_current, page_size=page_size, page_token=cursor)
    answer = await around.upstreams.promotions.ListPromotions(asked)
    promotions = [view.promotion(each) for each in answer.promotions]
    return schema.PromotionPage(promotions=promotions, next_cursor=answer.next_page_token)


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Make a discount code",
    responses=staff_refusals(HTTPStatus.CONFLICT),
)
async def create_promotion(sent: schema.NewPromotion, response: Response, around: Around) -> schema.PromotionAnswer:
    """What it takes off never changes; when and how often it can be used may."""
    answer = await around.upstreams.promotions.CreatePromotion(view.create_request(sent))
    response.headers["Location"] = f"{router.prefix}/{answer.promotion.id}/"
    return schema.PromotionAnswer(promotion=view.promotion(answer.promotion))


@router.get("/{promotion_id}/", summary="A discount code", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def get_promotion(promotion_id: UUID, around: Around) -> schema.PromotionAnswer:
    """With how often it was used."""
    asked = message.GetPromotionRequest(promotion_id=str(promotion_id))
    answer = await around.upstreams.promotions.GetPromotion(asked)
    return schema.PromotionAnswer(promotion=view.promotion(answer.promotion))


@router.patch(
    "/{promotion_id}/",
    summary="Change when and how often a code can be used",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def change_promotion(promotion_id: UUID, sent: schema.PromotionChange, around: Around) -> schema.PromotionAnswer:
    """What is left out stays as it is."""
    answer = await around.upstreams.promotions.UpdatePromotion(view.update_request(str(promotion_id), sent))
    return schema.PromotionAnswer(promotion=view.promotion(answer.promotion))
