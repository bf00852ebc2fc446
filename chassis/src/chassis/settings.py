"""Settings from the environment: a wrong one stops the process at start with one sentence that names it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

FILE_SUFFIX = "_FILE"

Environment = Literal["local", "production"]


def settings_config(prefix: str) -> SettingsConfigDict:
    """The configuration of a settings class whose variables begin with `prefix`, for example `PRICING_`."""
    return SettingsConfigDict(env_prefix=prefix, extra="ignore", frozen=True, populate_by_name=True)


class FromEnvironmentOrFiles(EnvSettingsSource):
    """Reads NAME, or the file that NAME_FILE points to (the way container secrets come)."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        loaded = dict(super()._load_env_vars())
        prefix = self.env_prefix.lower()
        for name, path in os.environ.items():
            variable = name.lower().removesuffix(FILE_SUFFIX.lower())
            if name.endswith(FILE_SUFFIX) and variable.startswith(prefix) and variable not in loaded:
                loaded[variable] = Path(path).read_text().strip()
        return loaded


class EnvironmentSettings(BaseSettings):
    """Settings that come from nowhere but the environment."""

    environment: Environment = Field(
        default="production", validation_alias="TOTETAXI_ENVIRONMENT", description="local or production"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first (tests), then the environment and the files it names."""
        return init_settings, FromEnvironmentOrFiles(settings_cls)


class ServiceSettings(EnvironmentSettings):
    """What every service needs to run; each service adds its own."""

    database_url: SecretStr = Field(description="a URL such as postgresql://role:password@host:5432/database")
    nats_url: SecretStr = Field(description="a URL such as nats://user:password@host:4222")
    grpc_address: str = Field("127.0.0.1:0", pattern=r"^.+:\d+$", description="host:port to listen on")
    metrics_address: str = Field("", pattern=r"^(.+:\d+)?$", description="host:port for /metrics, or empty for none")
    identity_target: str = Field("", description="the gRPC target of identity, such as dns:///identity:50053")
    service_secret: SecretStr = Field(SecretStr(""), description="the secret shared with identity")
    stream_replicas: int = Field(1, ge=1, le=5, description="copies of each stream; 3 in a NATS cluster")


Settings = TypeVar("Settings", bound=EnvironmentSettings)


def load_settings(settings: type[Settings]) -> Settings:
    """Reads `settings`; when one is missing or wrong, says which in one sentence on stderr and exits with 2."""
    try:
        return settings()
    except ValidationError as error:
        sys.stderr.write(explain(settings, error) + "\n")
    except OSError as error:
        sys.stderr.write(f"The file {error.filename!r} that a {FILE_SUFFIX} variable names can't be read.\n")
    raise SystemExit(2)


def explain(settings: type[BaseSettings], error: ValidationError) -> str:
    """The first fault of `error` as one sentence that names the variable and never its value."""
    fault = error.errors(include_input=False, include_url=False)[0]
    name = str(fault["loc"][0])
    field = settings.model_fields.get(name)
    variable = f"{settings.model_config.get('env_prefix', '')}{name}".upper() if field else name.upper()
    expected = (field.description if field else None) or "a valid value"
    if fault["type"] == "missing":
        return f"{variable} is not set: it must be {expected}."
    return f"{variable} is wrong ({fault['msg']}): it must be {expected}."
