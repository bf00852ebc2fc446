"""A customer takes home what identity keeps about them: all of it, no secrets, and nobody else's."""

from __future__ import annotations

import json
from typing import Any

from forgetting import verify_email
from identity_stage import PASSWORD, Stage
from totetaxi.identity.v1 import address_service_pb2 as addresses
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import privacy_service_pb2 as messages

HOME = {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"}


async def exported(stage: Stage, token: str) -> Any:
    with stage.acting(token):
        answer = await stage.privacy.ExportMyData(messages.ExportMyDataRequest())
    assert answer.HasField("exported_at")
    return json.loads(answer.data_json)


async def test_a_customer_gets_all_that_is_kept_of_them(stage: Stage) -> None:
    made = await stage.register(phone="212 555 0100")
    await verify_email(stage)
    await stage.sign_in("grace@example.com", PASSWORD)
    with stage.acting(made.session.principal.token):
        await stage.addresses.CreateAddress(addresses.CreateAddressRequest(**HOME, nickname="Home"))
    data = await exported(stage, made.session.principal.token)
    assert set(data) == {"profile", "preferences", "statistics", "addresses", "sign_ins", "devices"}
    assert (data["profile"]["email"], data["profile"]["phone"]) == ("grace@example.com", "+12125550100")
    assert data["profile"]["email_verified_at"]
    assert data["preferences"]["email_notifications"] is True
    assert [address["address_line_1"] for address in data["addresses"]] == ["350 Fifth Ave"]
    assert len(data["sign_ins"]) == 2
    assert data["statistics"]["total_bookings"] == 0


async def test_no_secret_and_nobody_else_is_in_it(stage: Stage) -> None:
    await stage.register("ada@example.com", first_name="Ada", last_name="Byron")
    made = await stage.register()
    text = json.dumps(await exported(stage, made.session.principal.token))
    assert [word for word in ("argon2", "digest", "secret", "Ada", "Byron") if word in text] == []


async def test_it_is_in_the_audit_log(stage: Stage) -> None:
    made = await stage.register()
    await exported(stage, made.session.principal.token)
    acts = [said.act for said in await stage.said(events.AuditRecorded)]
    assert [(act.action, act.subject_id) for act in acts] == [("customer.data_exported", made.customer.id)]
