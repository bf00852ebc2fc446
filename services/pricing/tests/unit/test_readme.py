"""The README and the code name the same RPCs, events, settings and refusals."""

from __future__ import annotations

import re
from pathlib import Path

from chassis.clock import Clock
from chassis.events import subject_of
from chassis.settings import ServiceSettings
from pricing.events import listeners
from pricing.policy import POLICY
from pricing.settings import PricingSettings
from totetaxi.pricing.v1.events_pb2 import AuditRecorded, CatalogPublished, ErasureCompleted

SERVICE = Path(__file__).parents[2]
README = (SERVICE / "README.md").read_text()
REFUSAL = re.compile(r'(?:Invalid|NotFound|NotAllowed|Conflict|Unavailable)\(\s*"(\w+)"|Invalid\.of\(.*"(\w+)"\)')


def section(title: str) -> str:
    return README.split(f"## {title}")[1].split("\n## ")[0]


def test_every_rpc_is_in_the_readme() -> None:
    rpcs = [rpc for service in POLICY.values() for rpc in service]
    assert [rpc for rpc in re.findall(r"^\| (\w+) \|", section("RPCs"), re.MULTILINE) if rpc != "RPC"] == rpcs


def test_every_event_is_in_the_readme() -> None:
    heard = listeners(Clock())
    said = [subject_of(event) for event in (CatalogPublished, ErasureCompleted, AuditRecorded)]
    events = [*said, *(listener.subject for listener in heard)]
    assert re.findall(r"^\| `([\w.]+)` \|", section("Events"), re.MULTILINE) == events
    assert all(f"`{listener.durable('pricing')}`" in README for listener in heard)


def test_every_setting_is_in_the_readme_with_its_default() -> None:
    own = {
        name: field for name, field in PricingSettings.model_fields.items() if name not in ServiceSettings.model_fields
    }
    told = dict(re.findall(r"^\| `PRICING_(\w+)` \| (none|[\d.]+) \|", section("Settings"), re.MULTILINE))
    assert {name.upper(): told_default(field.default) for name, field in own.items()} == told


def told_default(default: object) -> str:
    """A default as the README tells it; secrets have none."""
    return f"{default:g}" if isinstance(default, int | float) else "none"


def test_every_refusal_is_in_the_readme() -> None:
    found = [REFUSAL.findall(path.read_text()) for path in (SERVICE / "src").rglob("*.py")]
    slugs = {slug for pairs in found for pair in pairs for slug in pair if slug}
    told = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`[^|]+) \|", section("Refusals"), re.MULTILINE))))
    assert slugs == told
