"""The OpenAPI document and the pages."""

import re
from pathlib import Path

import pytest

METHODS = {"get", "post", "put", "patch", "delete"}
PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


WRITTEN: dict[str, object] = {}
"""The document is the same for every test, and takes a second to be written."""


@pytest.fixture
async def document(client):
    if not WRITTEN:
        WRITTEN.update((await client.get("/api/openapi.json")).json())
    return WRITTEN


def operations(document) -> list[tuple[str, str, dict[str, object]]]:
    return [
        (method, path, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS and not path.startswith("/health/")
    ]


async def test_every_route_types_its_refusals(document) -> None:
    for method, path, operation in operations(document):
        refused = {status: answer for status, answer in operation["responses"].items() if not status.startswith("2")}
        assert {"503", "default"} <= set(refused), f"{method} {path}"
        assert all(answer["content"] == PROBLEM for answer in refused.values()), f"{method} {path}"


async def test_every_post_says_what_bad_input_is(document) -> None:
    posts = [operation for method, _, operation in operations(document) if method == "post"]
    assert posts
    assert all("400" in operation["responses"] for operation in posts)


async def test_nothing_is_described_twice_or_without_a_summary(document) -> None:
    assert all(path.endswith("/") for path in document["paths"])
    assert all(operation["summary"] for _, _, operation in operations(document))


async def test_every_reference_leads_somewhere(document) -> None:
    schemas = document["components"]["schemas"]
    names = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert names <= set(schemas)
    assert "HTTPValidationError" not in schemas


def bodies(document) -> set[str]:
    """The names of what is sent."""
    contents = [
        operation["requestBody"]["content"]["application/json"]["schema"]
        for _, _, operation in operations(document)
        if "requestBody" in operation
    ]
    return {content["$ref"].rpartition("/")[2] for content in contents}


async def test_requests_come_with_an_example(document) -> None:
    schemas = document["components"]["schemas"]
    assert "GuestBookingRequest" in bodies(document)
    assert [name for name in bodies(document) if not schemas[name].get("examples")] == []


async def test_routes_say_how_one_proves_who_one_is(document) -> None:
    assert set(document["components"]["securitySchemes"]) == {"session", "key"}
    profile = document["paths"]["/api/customer/profile/"]["get"]
    assert profile["security"] == [{"session": []}, {"key": []}]
    assert document["paths"]["/api/staff/customers/"]["get"]["security"] == [{"session": []}]
    assert "security" not in document["paths"]["/api/public/services/"]["get"]
    for method, path, operation in operations(document):
        if operation.get("security"):
            assert {"401", "403"} <= set(operation["responses"]), f"{method} {path}"


@pytest.mark.parametrize("path", ["/", "/api/docs/", "/api/docs"])
async def test_pages_load_everything_from_our_own_origin(client, path: str) -> None:
    page = await client.get(path)
    assert page.status_code == 200
    assert "://" not in page.text
    for asset in re.findall(r'(?:src|href)="(/assets/[^"]+)"', page.text):
        answer = await client.get(asset)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=3600"


async def test_the_pages_allow_no_inline_script(client) -> None:
    policy = (await client.get("/api/docs/")).headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "<script>" not in (await client.get("/api/docs/")).text


async def test_an_asset_outside_its_folder_is_404(client) -> None:
    assert (await client.get("/assets/..%2f..%2fsettings.py")).status_code == 404


async def test_the_readme_names_every_group_of_routes(document) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text()
    for path in document["paths"]:
        last = [step for step in path.split("/") if step and "{" not in step][-1]
        assert last in readme, path
