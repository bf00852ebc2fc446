"""Whether the databases still are as the code wants them: a warm start need not prepare them again."""

from __future__ import annotations

import hashlib
import os
from importlib.util import find_spec
from pathlib import Path

from local_stack.secrets_file import SERVICES

PREPARING = ("migrations/**/*.py", "seed/**/*", "store*", "store/*.py", "actions*", "actions/*.py", "__main__.py")


def fingerprint() -> str:
    """One number for all code, data and settings that prepare a database."""
    digest = hashlib.sha256(os.environ.get("TOTETAXI_DEMO_PASSWORD", "").encode())
    for service in SERVICES:
        specification = find_spec(service)
        folder = Path(str(specification.origin)).parent if specification else Path()
        for path in sorted({path for pattern in PREPARING for path in folder.glob(pattern) if path.is_file()}):
            digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()


def is_prepared(data: Path) -> bool:
    """Whether this data was prepared by this very code."""
    note = data / "prepared"
    return note.exists() and note.read_text() == fingerprint()


def note_prepared(data: Path) -> None:
    """Remembers that it was."""
    (data / "prepared").write_text(fingerprint())
