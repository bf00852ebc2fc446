"""Everything notifications does, one transaction each: lock, decide, save, say."""

from notifications.actions.erase_customer import erase_customer
from notifications.actions.export_customer import export_customer
from notifications.actions.keep_wishes import keep_wishes
from notifications.actions.look_up_messages import messages_about
from notifications.actions.messages import claim_next, confirm, postpone_or_give_up, put_off, suppress
from notifications.actions.queue_message import queue_if_any, queue_message
from notifications.actions.queue_text import queue_text
from notifications.actions.take_feedback import take_feedback
from notifications.actions.take_text import take_text
from notifications.actions.tell_of_dead_letters import tell_of_dead_letters
from notifications.actions.unsubscribe import unsubscribe

__all__ = [
    "claim_next",
    "confirm",
    "erase_customer",
    "export_customer",
    "keep_wishes",
    "messages_about",
    "postpone_or_give_up",
    "put_off",
    "queue_if_any",
    "queue_message",
    "queue_text",
    "suppress",
    "take_feedback",
    "take_text",
    "tell_of_dead_letters",
    "unsubscribe",
]
