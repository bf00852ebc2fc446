"""The gRPC door to discount codes and credit."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.cursors import cursor_of, id_of, page_of, page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import Principal, current_principal
from chassis.refusal import Invalid, NotAllowed
from totetaxi.pricing.v1 import promotion_service_pb2 as messages
from totetaxi.pricing.v1 import promotion_service_pb2_grpc

from pricing import actions
from pricing.promotion_messages import entry_message, instant_of, promotion_message, promotion_of
from pricing.store import credit, promotions
from pricing.store.credit import Movement


class PromotionApi(promotion_service_pb2_grpc.PromotionServiceServicer):
    """Codes for staff, credit for customers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def CreatePromotion(  # noqa: N802
        self, request: messages.CreatePromotionRequest, context: Any
    ) -> messages.CreatePromotionResponse:
        """A new discount code."""
        now = self._clock.now()
        promotion = promotion_of(request, new_id(), current_principal().id, now)
        made = await actions.create_promotion(self._database, promotion, now)
        return messages.CreatePromotionResponse(promotion=promotion_message(made))

    async def UpdatePromotion(  # noqa: N802
        self, request: messages.UpdatePromotionRequest, context: Any
    ) -> messages.UpdatePromotionResponse:
        """Other limits, or another end."""
        promotion = await actions.update_promotion(
            self._database, UUID(request.promotion_id), change_of(request), self._clock.now()
        )
        return messages.UpdatePromotionResponse(promotion=promotion_message(promotion))

    async def GetPromotion(  # noqa: N802
        self, request: messages.GetPromotionRequest, context: Any
    ) -> messages.GetPromotionResponse:
        """One discount code."""
        promotion = await actions.get_promotion(self._database, UUID(request.promotion_id))
        return messages.GetPromotionResponse(promotion=promotion_message(promotion))

    async def ListPromotions(  # noqa: N802
        self, request: messages.ListPromotionsRequest, context: Any
    ) -> messages.ListPromotionsResponse:
        """Discount codes, newest first."""
        size = page_size_of(request.page_size)
        current_at = self._clock.now() if request.only_current else None
        before = id_of(request.page_token)
        async with self._database.reading() as connection:
            rows = await promotions.list_promotions(connection, before, current_at, size + 1)
        page, has_more = page_of(rows, size)
        return messages.ListPromotionsResponse(
            promotions=[promotion_message(promotion) for promotion in page],
            next_page_token=cursor_of(str(promotions.id_of(page[-1]))) if has_more else "",
        )

    async def GetCredit(  # noqa: N802
        self, request: messages.GetCreditRequest, context: Any
    ) -> messages.GetCreditResponse:
        """A customer's credit."""
        customer_id = customer_asked_for(request.customer_id, current_principal())
        size = page_size_of(request.page_size)
        before = id_of(request.page_token)
        async with self._database.reading() as connection:
            balance = await credit.find_balance(connection, customer_id)
            rows = await credit.list_movements(connection, customer_id, before, size + 1)
        page, has_more = page_of(rows, size)
        return messages.GetCreditResponse(
            balance_cents=balance,
            entries=[entry_message(movement) for movement in page],
            next_page_token=cursor_of(str(page[-1].id)) if has_more else "",
        )

    async def AdjustCredit(  # noqa: N802
        self, request: messages.AdjustCreditRequest, context: Any
    ) -> messages.AdjustCreditResponse:
        """Gives or takes credit."""
        now = self._clock.now()
        movement = Movement(
            id=new_id(),
            customer_id=str(UUID(request.customer_id)),
            amount_cents=request.amount_cents,
            cause="adjusted",
            created_at=now,
            created_by=current_principal().id,
            idempotency_key=request.idempotency_key,
            reason=request.reason,
        )
        balance = await actions.adjust_credit(self._database, movement, now)
        return messages.AdjustCreditResponse(balance_cents=balance)

    async def ExportCustomerData(  # noqa: N802
        self, request: messages.ExportCustomerDataRequest, context: Any
    ) -> messages.ExportCustomerDataResponse:
        """Everything that pricing keeps about the caller."""
        customer_id = current_principal().customer_id
        page, next_cursor = await actions.export_customer(self._database, customer_id, request.cursor)
        return messages.ExportCustomerDataResponse(data_json=json.dumps(page, default=str), next_cursor=next_cursor)


def change_of(request: messages.UpdatePromotionRequest) -> actions.Change:
    """What staff want otherwise."""
    return actions.Change(
        ends_at=instant_of(request.ends_at) if request.HasField("ends_at") else None,
        total_limit=request.total_limit if request.HasField("total_limit") else None,
        per_customer_limit=request.per_customer_limit if request.HasField("per_customer_limit") else None,
        reason=request.reason,
    )


def customer_asked_for(customer_id: str, principal: Principal) -> str:
    """Whose credit is asked for. Raises NotAllowed for somebody else's, Invalid when staff name nobody."""
    if principal.kind == "customer":
        if customer_id not in {"", principal.id}:
            raise NotAllowed(
                "credit_of_another", "You can see your own credit only; leave customer_id out.", "customer_id"
            )
        return principal.id
    if not customer_id:
        raise Invalid("customer_missing", "customer_id must name the customer.", "customer_id")
    return customer_id
