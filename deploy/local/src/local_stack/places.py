"""Where the embedded stack keeps what it knows: everything below one state folder, `.totetaxi/` by default."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Places:
    """The files and folders below the state folder."""

    root: Path

    def prepare(self) -> None:
        """Makes the folders; the state folder is its owner's alone."""
        for folder in (self.root, self.data, self.logs):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def data(self) -> Path:
        """What the databases, streams and stand-ins store."""
        return self.root / "data"

    @property
    def logs(self) -> Path:
        """One log for each part."""
        return self.root / "logs"

    @property
    def state(self) -> Path:
        """What is running, as the supervisor last wrote it."""
        return self.root / "state.json"

    def log(self, part: str) -> Path:
        """The log of one part."""
        return self.logs / f"{part}.log"


def read_json(path: Path) -> dict[str, Any]:
    """The document at `path`; empty when there is none."""
    try:
        document: dict[str, Any] = json.loads(path.read_text())
    except FileNotFoundError:
        return {}
    return document


def write_json(path: Path, document: dict[str, Any], mode: int = 0o644) -> None:
    """Writes a document whole or not at all."""
    new = path.with_suffix(".new")
    new.touch(mode=mode)
    new.write_text(json.dumps(document, indent=1))
    new.replace(path)
