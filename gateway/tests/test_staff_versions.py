"""Published versions of the catalogue, for staff over REST."""

import pytest
from catalogue_messages import GRACE, VERSIONS, version
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from contract_messages import catalogue
from totetaxi.pricing.v1 import catalog_service_pb2 as message

ROLLBACK = f"{VERSIONS}/1/rollback/"


def refusing(refusal: Exception):
    def refuse(_: object) -> None:
        raise refusal

    return refuse


async def test_versions_come_page_by_page(staff, network) -> None:
    network.answers["ListCatalogVersions"] = lambda _: message.ListCatalogVersionsResponse(
        versions=[version(2), version(1, base_number=0)], next_page_token="further"
    )
    answer = (await staff.get(f"{VERSIONS}/", params={"cursor": "here", "page_size": 2})).json()
    assert [each["number"] for each in answer["versions"]] == [2, 1]
    assert answer["versions"][0]["state"] == "in_force"
    assert answer["versions"][0]["published_by"] == GRACE
    assert [each["base_number"] for each in answer["versions"]] == [1, None]
    assert answer["next_cursor"] == "further"
    [call] = network.asked("ListCatalogVersions")
    assert (call.request.page_token, call.request.page_size) == ("here", 2)


async def test_the_last_page_has_no_next_cursor(staff, network) -> None:
    network.answers["ListCatalogVersions"] = lambda _: message.ListCatalogVersionsResponse()
    assert (await staff.get(f"{VERSIONS}/")).json() == {"versions": [], "next_cursor": None}
    assert network.asked("ListCatalogVersions")[0].request.page_size == 20


@pytest.mark.parametrize(("name", "value"), [("page_size", 0), ("page_size", 101), ("cursor", "x" * 513)])
async def test_a_page_out_of_bounds_names_the_parameter(staff, network, name: str, value: object) -> None:
    answer = await staff.get(f"{VERSIONS}/", params={name: value})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, name)
    assert network.asked("ListCatalogVersions") == []


async def test_a_wrong_cursor_is_named_as_the_client_knows_it(staff, network) -> None:
    refusal = Invalid("invalid_cursor", "page_token is not one of ours.", "page_token")
    network.answers["ListCatalogVersions"] = refusing(refusal)
    problem = (await staff.get(f"{VERSIONS}/", params={"cursor": "made-up"})).json()
    assert problem["errors"][0]["field"] == "cursor"
    assert problem["detail"] == "cursor is not one of ours."


async def test_a_version_is_shown_entry_by_entry_in_cents(staff, network) -> None:
    network.answers["GetCatalogVersion"] = lambda _: message.GetCatalogVersionResponse(
        version=version(), catalog=catalogue().catalog
    )
    answer = (await staff.get(f"{VERSIONS}/2/")).json()
    petite = answer["catalog"]["mini_move_packages"][0]
    assert (petite["base_price_cents"], petite["tier"], petite["max_items"]) == (99_500, "petite", 15)
    assert "coi_fee_cents" not in petite
    assert answer["catalog"]["surcharge_rules"][0]["service_types"] == ["mini_move"]
    assert answer["catalog"]["local_moves"] is None


async def test_an_unknown_version_is_404(staff, network) -> None:
    network.answers["GetCatalogVersion"] = refusing(NotFound("version_unknown", "There is no version 9."))
    answer = await staff.get(f"{VERSIONS}/9/")
    assert (answer.status_code, answer.json()["code"]) == (404, "version_unknown")


@pytest.mark.parametrize("number", ["0", "-1", "first", "99999999999999999999"])
async def test_what_is_no_version_number_is_refused(staff, network, number: str) -> None:
    answer = await staff.get(f"{VERSIONS}/{number}/")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "number")
    assert network.asked("GetCatalogVersion") == []


async def test_two_versions_are_compared_member_by_member(staff, network) -> None:
    found = message.Difference(
        kind=message.DIFFERENCE_KIND_CHANGED,
        entry_kind=message.ENTRY_KIND_SURCHARGE_RULE,
        key="weekend",
        name="Weekend",
        members=[
            message.MemberDifference(member="basis_points", before="1500", after="2000"),
            message.MemberDifference(member="dates", before="", after='{"first": "2027-06-01"}'),
        ],
    )
    network.answers["DiffVersions"] = lambda _: message.DiffVersionsResponse(differences=[found])
    [shown] = (await staff.get(f"{VERSIONS}/1/diff/2/")).json()["differences"]
    assert (shown["difference"], shown["kind"], shown["key"]) == ("changed", "surcharge_rule", "weekend")
    assert shown["members"][0] == {"member": "basis_points", "before": 1500, "after": 2000}
    assert shown["members"][1] == {"member": "dates", "before": None, "after": {"first": "2027-06-01"}}
    asked = network.asked("DiffVersions")[0].request
    assert (getattr(asked, "from").number, asked.to.number) == (1, 2)


async def test_a_rollback_is_a_new_version(staff, network) -> None:
    network.answers["Rollback"] = lambda _: message.RollbackResponse(version=version(3, restored_number=1))
    answer = await staff.post(ROLLBACK, json={"reason": "A mistake", "effective_at": "2027-06-01T00:00:00-04:00"})
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{VERSIONS}/3/"
    assert answer.json()["version"]["restored_number"] == 1
    asked = network.asked("Rollback")[0].request
    assert (asked.number, asked.reason) == (1, "A mistake")
    assert asked.effective_at.ToJsonString() == "2027-06-01T04:00:00Z"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "reason"),
        ({"reason": ""}, "reason"),
        ({"reason": "x" * 301}, "reason"),
        ({"reason": "Why", "effective_at": "2027-06-01T00:00:00"}, "effective_at"),
        ({"reason": "Why", "number": 2}, "number"),
    ],
)
async def test_a_rollback_without_sense_asks_nobody(staff, network, body, field: str) -> None:
    answer = await staff.post(ROLLBACK, json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert network.asked("Rollback") == []


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotAllowed("not_allowed", "A caller of kind staff may not do this."), 403),
        (Conflict("four_eyes", "Somebody else must publish what you made."), 409),
        (Invalid("effective_at_past", "effective_at must not be in the past.", "effective_at"), 400),
    ],
)
async def test_refusals_of_a_rollback_keep_their_kind(staff, network, refusal, status: int) -> None:
    network.answers["Rollback"] = refusing(refusal)
    answer = await staff.post(ROLLBACK, json={"reason": "Why"})
    assert (answer.status_code, answer.json()["code"]) == (status, refusal.slug)
