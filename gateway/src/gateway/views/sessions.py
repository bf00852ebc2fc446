"""Identity's sessions on their way out."""

from __future__ import annotations

from totetaxi.identity.v1 import session_service_pb2 as message

from gateway.schemas import sessions as schema
from gateway.views.words import instant


def own_session(each: message.Session) -> schema.OwnSession:
    """One session."""
    return schema.OwnSession(
        id=each.id,
        created_at=instant(each.created_at),
        last_used_at=instant(each.last_used_at),
        expires_at=instant(each.expires_at),
        client_address=each.client_address,
        user_agent=each.user_agent,
        is_current=each.is_current,
    )
