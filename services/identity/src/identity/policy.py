"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, anybody, services, unauthenticated

POLICY: Policy = {
    "totetaxi.identity.v1.IdentityService": {
        "ExchangeServiceSecret": unauthenticated,
        "IssueAnonymousPrincipal": services("gateway"),
        "ListSigningKeys": anybody,
    },
}
