"""Staff's routes of prices are for staff alone, and what they may do is for pricing to say."""

import pytest
from catalogue_messages import DRAFT_ID, VERSIONS
from chassis.refusal import NotAllowed
from sessions import STAFF_SESSION, token_used
from totetaxi.pricing.v1.catalog_service_pb2 import ListCatalogVersionsResponse

PREFIXES = ("/api/staff/catalog/", "/api/staff/promotions/", "/api/staff/quotes/")
OF_IDENTITY = {"ExchangeServiceSecret", "IssueAnonymousPrincipal", "ResolveSession"}
CREDIT = "/api/staff/customers/{customer_id}/credit/"
IDS = {"draft_id", "promotion_id", "customer_id"}


def filled(path: str) -> str:
    """The path with some id, number or word in each of its places."""
    for name in [step.strip("{}") for step in path.split("/") if step.startswith("{")]:
        value = DRAFT_ID if name in IDS else "surcharge_rule" if name == "kind" else "1"
        path = path.replace(f"{{{name}}}", value)
    return path


def asked_of_pricing(network) -> list[str]:
    return [call.method for call in network.calls if call.method not in OF_IDENTITY]


@pytest.fixture
async def doors(client) -> list[tuple[str, str]]:
    """Method and address of every one of these routes."""
    paths = (await client.get("/api/openapi.json")).json()["paths"]
    ours = {path: item for path, item in paths.items() if path.startswith(PREFIXES) or path == CREDIT}
    return [(method.upper(), filled(path)) for path, item in ours.items() for method in item]


async def test_visitors_are_asked_to_sign_in(client, network, doors) -> None:
    assert len(doors) >= 30
    for method, path in doors:
        answer = await client.request(method, path, json={})
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), (method, path)
    assert asked_of_pricing(network) == []


async def test_customers_are_sent_away(customer, network, doors) -> None:
    for method, path in doors:
        answer = await customer.request(method, path, json={})
        assert (answer.status_code, answer.json()["code"]) == (403, "staff_only"), (method, path)
    assert asked_of_pricing(network) == []


async def test_changes_need_the_sessions_token(staff, network, doors) -> None:
    del staff.headers["X-CSRFToken"]
    for method, path in doors:
        if method != "GET":
            answer = await staff.request(method, path, json={})
            assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed"), (method, path)
    assert asked_of_pricing(network) == []


async def test_calls_go_out_for_the_staff_member_and_pricing_decides(staff, network) -> None:
    network.answers["ListCatalogVersions"] = lambda _: ListCatalogVersionsResponse()
    assert (await staff.get(f"{VERSIONS}/")).status_code == 200
    assert token_used(network, "ListCatalogVersions") == f"principal-of-{STAFF_SESSION}"

    def refuse(_: object) -> None:
        raise NotAllowed("not_allowed", "A caller of kind staff may not do this.")

    network.answers["ListCatalogVersions"] = refuse
    assert (await staff.get(f"{VERSIONS}/")).status_code == 403
