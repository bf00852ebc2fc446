"""What time does to documents: they run out, and the files of forgotten customers go."""

from __future__ import annotations

from chassis.clock import Clock
from chassis.database import Database
from chassis.loops import Loop

from booking.actions import expire_document, remove_erased_files
from booking.files import Files

BATCH = 50
EXPIRE_EVERY_SECONDS = 600.0
REMOVE_EVERY_SECONDS = 30.0


def document_loops(database: Database, files: Files, clock: Clock) -> list[Loop]:
    """Each replica runs them; doing one of them twice is doing it once."""

    async def remove() -> int:
        return await remove_erased_files(database, files, clock.now(), BATCH)

    return [
        Loop("expire-documents", EXPIRE_EVERY_SECONDS, lambda: expire_document(database, clock.now())),
        Loop("remove-erased-files", REMOVE_EVERY_SECONDS, remove),
    ]
