"""Drafts of the catalogue, for staff over REST."""

import pytest
from catalogue_messages import DRAFT, DRAFT_ID, DRAFTS, VERSIONS, draft, draft_in_full, version
from chassis.refusal import Conflict
from totetaxi.pricing.v1 import catalog_pb2, price_pb2
from totetaxi.pricing.v1 import catalog_service_pb2 as message

PUBLISH = f"{DRAFT}/publish/"


@pytest.fixture(autouse=True)
def pricing(network) -> None:
    network.answers |= {
        "CreateDraft": lambda _: message.CreateDraftResponse(draft=draft(1)),
        "GetDraft": lambda _: draft_in_full(),
        "ListDrafts": lambda _: message.ListDraftsResponse(drafts=[draft()], next_page_token="further"),
        "DiscardDraft": lambda _: message.DiscardDraftResponse(draft=draft(4)),
        "PublishDraft": lambda _: message.PublishDraftResponse(version=version()),
    }


async def test_a_draft_begins_as_a_copy_and_has_a_tag(staff, network) -> None:
    answer = await staff.post(f"{DRAFTS}/", json={"title": "Summer prices", "base_number": 1})
    assert answer.status_code == 201
    assert (answer.headers["etag"], answer.headers["location"]) == ('"1"', f"{DRAFT}/")
    assert answer.json()["draft"]["published_number"] is None
    asked = network.asked("CreateDraft")[0].request
    assert (asked.title, asked.base_number) == ("Summer prices", 1)


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "title"), ({"title": ""}, "title"), ({"title": "x", "base_number": 0}, "base_number")],
)
async def test_a_draft_without_a_title_is_refused(staff, network, body, field: str) -> None:
    answer = await staff.post(f"{DRAFTS}/", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("CreateDraft") == []


async def test_drafts_are_listed_by_status(staff, network) -> None:
    answer = (await staff.get(f"{DRAFTS}/", params={"status": "open", "page_size": 5})).json()
    assert [each["id"] for each in answer["drafts"]] == [DRAFT_ID]
    assert answer["next_cursor"] == "further"
    asked = network.asked("ListDrafts")[0].request
    assert (asked.status, asked.page_size) == (message.DRAFT_STATUS_OPEN, 5)


async def test_an_unknown_status_is_refused(staff) -> None:
    answer = await staff.get(f"{DRAFTS}/", params={"status": "lost"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "status")


async def test_a_draft_shows_who_changed_what_and_why(staff) -> None:
    answer = await staff.get(f"{DRAFT}/")
    assert answer.headers["etag"] == '"3"'
    [change] = answer.json()["changes"]
    assert (change["kind"], change["key"], change["reason"]) == ("surcharge_rule", "weekend", "Weekends are full")
    assert (change["before"]["basis_points"], change["after"]["basis_points"]) == (1_500, 2_000)
    assert answer.json()["catalog"]["standard_delivery"]["price_per_item_cents"] == 9_500


async def test_what_is_no_draft_id_is_refused(staff, network) -> None:
    answer = await staff.get(f"{DRAFTS}/mine/")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "draft_id")
    assert network.asked("GetDraft") == []


async def test_deleting_a_draft_discards_it(staff, network) -> None:
    answer = await staff.delete(f"{DRAFT}/")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"4"')
    assert network.asked("DiscardDraft")[0].request.draft_id == DRAFT_ID


async def test_a_draft_is_told_everything_that_is_wrong_with_it(staff, network) -> None:
    faults = [message.DraftFault(field="surcharge_rules[Weekend].basis_points", message="It must be above zero.")]
    network.answers["ValidateDraft"] = lambda _: message.ValidateDraftResponse(faults=faults, revision=3)
    answer = (await staff.get(f"{DRAFT}/validate/")).json()
    assert (answer["is_valid"], answer["revision"], answer["faults"][0]["message"]) == (
        False,
        3,
        "It must be above zero.",
    )


async def test_a_draft_is_compared_with_what_it_was_made_from_or_with_any_version(staff, network) -> None:
    network.answers["DiffVersions"] = lambda _: message.DiffVersionsResponse()
    assert (await staff.get(f"{DRAFT}/diff/")).json() == {"differences": []}
    await staff.get(f"{DRAFT}/diff/", params={"version": 7})
    first, second = network.asked("DiffVersions")
    assert first.request.to.draft_id == DRAFT_ID
    assert not first.request.HasField("from")
    assert getattr(second.request, "from").number == 7


async def test_a_simulation_shows_totals_and_movers(staff, network) -> None:
    asked = price_pb2.PriceRequest(
        service_type=catalog_pb2.SERVICE_TYPE_MINI_MOVE, pickup_date="2027-06-05", estimated_minutes=150
    )
    network.answers["SimulateDraft"] = lambda _: message.SimulateDraftResponse(
        services=[message.SimulatedService(service_type=catalog_pb2.SERVICE_TYPE_MINI_MOVE, request_count=9)],
        movers=[message.SimulatedMover(request=asked, current_total_cents=100, draft_total_cents=90)],
        sample_size=9,
        catalog_version=2,
    )
    own = [{"service_type": "blade_luggage", "pickup_date": "2027-06-05", "bag_count": 2, "airport": "JFK"}]
    answer = await staff.post(f"{DRAFT}/simulate/", json={"requests": own, "mover_count": 5})
    assert answer.status_code == 200
    shown = answer.json()
    assert (shown["services"][0]["service_type"], shown["services"][0]["request_count"]) == ("mini_move", 9)
    assert shown["movers"][0]["request"] == {
        "service_type": "mini_move",
        "pickup_date": "2027-06-05",
        "estimated_hours": 2.5,
    }
    sent = network.asked("SimulateDraft")[0].request
    assert (sent.requests[0].bag_count, sent.mover_count, sent.sample_size) == (2, 5, 0)


async def test_a_draft_is_published_as_it_was_seen(staff, network) -> None:
    answer = await staff.post(PUBLISH, json={"reason": "Summer"}, headers={"If-Match": '"3"'})
    assert (answer.status_code, answer.headers["location"]) == (201, f"{VERSIONS}/2/")
    asked = network.asked("PublishDraft")[0].request
    assert (asked.draft_id, asked.revision, asked.reason) == (DRAFT_ID, 3, "Summer")
    assert not asked.HasField("effective_at")
    assert not asked.is_immediate


@pytest.mark.parametrize("tag", [{}, {"If-Match": "*"}])
async def test_without_a_tag_any_revision_is_published(staff, network, tag: dict[str, str]) -> None:
    await staff.post(PUBLISH, json={"reason": "Summer", "is_immediate": True}, headers=tag)
    asked = network.asked("PublishDraft")[0].request
    assert (asked.revision, asked.is_immediate) == (0, True)


async def test_a_draft_that_changed_since_is_412(staff, network) -> None:
    def changed(_: object) -> None:
        raise Conflict("draft_changed", "The draft is at revision 3 by now, not 2.", "revision")

    network.answers["PublishDraft"] = changed
    answer = await staff.post(PUBLISH, json={"reason": "Summer"}, headers={"If-Match": '"2"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "draft_changed")
    assert answer.json()["detail"] == "The draft is at revision 3 by now, not 2."
    assert answer.json()["errors"][0]["field"] == "If-Match"


@pytest.mark.parametrize("tag", ["3", '"x"', 'W/"3"', '"0"', '"3", "4"', '"99999999999999999999"'])
async def test_a_tag_that_is_none_of_ours_is_refused_and_publishes_nothing(staff, network, tag: str) -> None:
    answer = await staff.post(PUBLISH, json={"reason": "Summer"}, headers={"If-Match": tag})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "If-Match")
    assert network.asked("PublishDraft") == []
