"""Taking in a text that somebody sent us: what they want of texts is kept, by their number; the answer is Amazon's."""

from __future__ import annotations

import structlog
from chassis.database import Database

from notifications.domain.phone_wish import PhoneWish
from notifications.measures import TEXTS_IN
from notifications.store import phone_wishes

logger = structlog.get_logger()


async def take_text(database: Database, wish: PhoneWish | None) -> None:
    """However often it comes; of a text that speaks of something else nothing is kept."""
    kind = "other" if wish is None else "start" if wish.wants_texts else "stop"
    if wish is not None:
        async with database.transaction() as connection:
            await phone_wishes.save_wish(connection, wish)
    TEXTS_IN.labels(kind).inc()
    logger.info("a text came in", kind=kind)
