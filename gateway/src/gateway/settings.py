"""Settings of the gateway."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated

from chassis.settings import EnvironmentSettings, settings_config
from pydantic import AfterValidator, Field, SecretStr

SHORTEST_SECRET = 32
SHARED_STORAGES = ("redis://", "rediss://", "valkey://", "valkeys://")

Network = IPv4Network | IPv6Network


def words(text: str) -> list[str]:
    """What stands between the commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def must_name_networks(text: str) -> str:
    """Refuses what is no network, at start."""
    for word in words(text):
        ip_network(word)
    return text


def must_be_long_enough(value: SecretStr) -> SecretStr:
    """Refuses a secret that could be guessed."""
    if len(value.get_secret_value()) < SHORTEST_SECRET:
        raise ValueError(f"is shorter than {SHORTEST_SECRET} characters")
    return value


def must_be_shared_storage(value: SecretStr) -> SecretStr:
    """Refuses what is no Redis or Valkey."""
    url = value.get_secret_value()
    if url and not url.startswith(SHARED_STORAGES):
        raise ValueError("names neither Redis nor Valkey")
    return value


class GatewaySettings(EnvironmentSettings):
    """What the gateway needs to run."""

    model_config = settings_config("GATEWAY_")

    address: str = Field("127.0.0.1:8000", pattern=r"^.+:\d+$", description="host:port to listen on")
    metrics_address: str = Field("", pattern=r"^(.+:\d+)?$", description="host:port for /metrics, or empty for none")
    identity_target: str = Field(description="the gRPC target of identity, such as dns:///identity:50053")
    pricing_target: str = Field(description="the gRPC target of pricing, such as dns:///pricing:50051")
    booking_target: str = Field(description="the gRPC target of booking, such as dns:///booking:50052")
    payments_target: str = Field(description="the gRPC target of payments, such as dns:///payments:50054")
    notifications_target: str = Field(
        description="the gRPC target of notifications, such as dns:///notifications:50055"
    )
    nats_url: SecretStr = Field(description="a URL such as nats://gateway:password@host:4222")
    service_secret: SecretStr = Field(description="the secret shared with identity")
    cookie_secret: Annotated[SecretStr, AfterValidator(must_be_long_enough)] = Field(
        description=f"at least {SHORTEST_SECRET} random characters"
    )
    cors_origins: str = Field("", description="origins of other sites' pages, separated by commas")
    trusted_proxies: Annotated[str, AfterValidator(must_name_networks)] = Field(
        "", description="networks of our own proxies such as 10.0.0.0/8, separated by commas"
    )
    lookups_per_minute: int = Field(1200, ge=1, description="look-ups by booking number, per client")
    bookings_per_minute: int = Field(600, ge=1, description="bookings made, per client")
    previews_per_minute: int = Field(1200, ge=1, description="prices asked for, per client")
    payments_per_minute: int = Field(300, ge=1, description="payments started, per client")
    sign_ins_per_minute: int = Field(60, ge=1, description="sign-ins tried, per client")
    account_sign_ins_per_minute: int = Field(20, ge=1, description="sign-ins tried, per account")
    registrations_per_minute: int = Field(30, ge=1, description="accounts made, per client")
    links_per_minute: int = Field(30, ge=1, description="mailed links asked for and followed, per client")
    exports_per_minute: int = Field(10, ge=1, description="exports of data and of the audit log, per client")
    account_links_per_hour: int = Field(5, ge=1, description="links mailed, per account")
    account_bookings_per_minute: int = Field(30, ge=1, description="bookings made, per account or email")
    rate_limit_storage_url: Annotated[SecretStr, AfterValidator(must_be_shared_storage)] = Field(
        SecretStr(""), description="a URL such as valkey://user:password@host:6379, or empty to count in each process"
    )
    streams: int = Field(1000, ge=1, description="bookings followed live at once, in this process")
    streams_per_customer: int = Field(5, ge=1, description="of these, by one customer")
    streams_per_address: int = Field(20, ge=1, description="of these, by guests at one address")
    stream_seconds: float = Field(600, gt=0, description="after how long a live stream ends, to be opened again")
    max_body_bytes: int = Field(131_072, ge=1024, le=10_485_760, description="the largest request body in bytes")
    shutdown_seconds: int = Field(6, ge=1, le=60, description="seconds that open requests get at the end")

    @property
    def is_local(self) -> bool:
        """Whether this is somebody's own machine, without TLS."""
        return self.environment == "local"

    def origins(self) -> list[str]:
        """The sites whose pages may call us."""
        return words(self.cors_origins)

    def proxies(self) -> list[Network]:
        """Whose X-Forwarded-For is believed."""
        return [ip_network(word) for word in words(self.trusted_proxies)]
