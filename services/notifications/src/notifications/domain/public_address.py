"""Which addresses of the internet a partner may name: public ones, so that nobody reaches inside through us (SSRF)."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from chassis.refusal import Invalid

TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""NAT64: the IPv4 address inside may be anything."""
PLATFORM = frozenset({IPv4Address("168.63.129.16")})
"""Public by number, and a cloud's own metadata service by use."""
LONGEST_HOST = 253


def is_public(text: str) -> bool:
    """Whether an address is one of the public internet: neither private, loopback, link-local, CGNAT nor special."""
    address = ip_address(text)
    if isinstance(address, IPv6Address):
        return is_public_v6(address)
    return address.is_global and not address.is_multicast and address not in PLATFORM


def is_public_v6(address: IPv6Address) -> bool:
    """The same; whatever carries an IPv4 address inside is refused, since that is where it may lead."""
    carries = address.ipv4_mapped or address.sixtofour or address.teredo
    is_translated = any(address in network for network in TRANSLATED)
    return address.is_global and not (address.is_multicast or carries or is_translated or address.scope_id)


def literal_address(host: str) -> str | None:
    """The address that a URL names outright; None when it names a host."""
    try:
        ip_address(host)
    except ValueError:
        return None
    return host


def checked_url(url: str, *, allow_private: bool) -> str:
    """A URL that we may send to. Raises Invalid. A name's addresses are checked at every try, when it is resolved."""
    parts, host = parted(url)
    if parts.scheme != "https" and not (allow_private and parts.scheme == "http"):
        raise wrong_url("must begin with https://")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise wrong_url("must have neither a username nor a fragment")
    literal = literal_address(host)
    if literal and not allow_private and not is_public(literal):
        raise wrong_url("must be a public address")
    return url


def parted(url: str) -> tuple[SplitResult, str]:
    """Its parts and its host. Raises Invalid."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise wrong_url("must be a URL such as https://partner.example/hooks") from error
    if not host or len(host) > LONGEST_HOST or not url.isascii() or any(character <= " " for character in url):
        raise wrong_url("must be a URL such as https://partner.example/hooks")
    return parts, host


def wrong_url(what: str) -> Invalid:
    """The refusal."""
    return Invalid("wrong_webhook_url", f"url {what}.", "url")
