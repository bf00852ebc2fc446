"""The waiting list: joining and leaving it, keeping places for those who are next, and offering them."""

from booking.actions.waiting_list.forget import export_waiting, forget_past_days, forget_waiting
from booking.actions.waiting_list.hand_over import call_for_day, call_waiting, give_places_back
from booking.actions.waiting_list.join import Joined, join_waiting_list
from booking.actions.waiting_list.leave import leave_waiting_list
from booking.actions.waiting_list.look import list_waiting, look_at_waiting
from booking.actions.waiting_list.offer import offer_places, pass_offers_on
from booking.actions.waiting_list.take_offer import hold_of_offer, note_booked

__all__ = [
    "Joined",
    "call_for_day",
    "call_waiting",
    "export_waiting",
    "forget_past_days",
    "forget_waiting",
    "give_places_back",
    "hold_of_offer",
    "join_waiting_list",
    "leave_waiting_list",
    "list_waiting",
    "look_at_waiting",
    "note_booked",
    "offer_places",
    "pass_offers_on",
]
