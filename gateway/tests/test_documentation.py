"""The OpenAPI document and the pages."""

import re
from pathlib import Path

import pytest

METHODS = {"get", "post", "put", "patch", "delete"}
PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


@pytest.fixture
async def document(client):
    return (await client.get("/api/openapi.json")).json()


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


async def test_requests_come_with_an_example(document) -> None:
    for name in ("PreviewRequest", "GuestBookingRequest", "IntentRequest"):
        assert document["components"]["schemas"][name]["examples"]


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
