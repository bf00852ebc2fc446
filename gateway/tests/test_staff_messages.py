"""Messages, for staff over REST."""

import pytest
from chassis.refusal import Conflict
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.identity.v1 import account_pb2, staff_service_pb2
from totetaxi.notifications.v1 import notifications_service_pb2 as shared
from totetaxi.notifications.v1 import staff_message_service_pb2 as message

MESSAGES = "/api/staff/messages/"
MESSAGE_ID = "01998f0e-5d1c-7c59-9f43-0000000000d1"


def logged() -> message.LoggedMessage:
    return message.LoggedMessage(
        id=MESSAGE_ID,
        booking_id=BOOKING_ID,
        template="booking_paid",
        channel="email",
        recipient="a•••@e•••.com",
        status=shared.MESSAGE_STATUS_SENT,
        attempts=1,
        created_at=timestamp(NOON),
        due_at=timestamp(NOON),
        sent_at=timestamp(NOON),
    )


@pytest.fixture(autouse=True)
def notifications(network) -> None:
    network.answers |= {
        "SearchMessages": lambda _: message.SearchMessagesResponse(messages=[logged()], next_page_token="further"),
        "GetMessage": lambda _: message.GetMessageResponse(message=logged(), not_resendable_because="It is over."),
        "ResendMessage": lambda _: message.ResendMessageResponse(message=logged(), is_replayed=True),
        "SendNote": lambda _: message.SendNoteResponse(message=logged()),
        "ListTemplates": lambda _: message.ListTemplatesResponse(templates=["welcome"], languages=["en"]),
        "PreviewTemplate": lambda _: message.PreviewTemplateResponse(
            subject="Hello", html="<p>Hello</p>", text="Hello"
        ),
        "SendTest": lambda _: message.SendTestResponse(recipient="s•••@t•••.example", provider_message_id="ses-1"),
    }


async def test_staff_search_a_bookings_messages_by_state(staff, network) -> None:
    answer = await staff.get(MESSAGES, params={"booking_id": BOOKING_ID, "status": "sent", "page_size": 7})
    assert answer.status_code == 200
    page = answer.json()
    assert (page["messages"][0]["status"], page["messages"][0]["good_until"]) == ("sent", None)
    assert page["next_cursor"] == "further"
    asked = network.asked("SearchMessages")[0].request
    assert (asked.booking_id, asked.status, asked.page_size) == (BOOKING_ID, shared.MESSAGE_STATUS_SENT, 7)


@pytest.mark.parametrize("params", [{}, {"booking_id": BOOKING_ID, "customer_id": BOOKING_ID}, {"booking_id": "x"}])
async def test_a_search_is_about_one_thing(staff, network, params) -> None:
    answer = await staff.get(MESSAGES, params=params)
    assert (answer.status_code, network.asked("SearchMessages")) == (400, [])


async def test_what_was_given_up_is_a_list_of_its_own(staff, network) -> None:
    assert (await staff.get(f"{MESSAGES}failed/")).status_code == 200
    assert network.asked("SearchMessages")[0].request.given_up


async def test_a_message_says_why_it_can_not_be_sent_again(staff) -> None:
    detail = (await staff.get(f"{MESSAGES}{MESSAGE_ID}/")).json()
    assert (detail["can_be_resent"], detail["not_resendable_because"]) == (False, "It is over.")


async def test_sending_once_more_carries_key_and_reason(staff, network) -> None:
    answer = await staff.post(
        f"{MESSAGES}{MESSAGE_ID}/resend/", json={"reason": "Deleted"}, headers={"Idempotency-Key": "once"}
    )
    assert (answer.status_code, answer.headers["idempotent-replayed"]) == (201, "true")
    asked = network.asked("ResendMessage")[0].request
    assert (asked.message_id, asked.idempotency_key, asked.reason) == (MESSAGE_ID, "once", "Deleted")


async def test_what_is_no_longer_true_is_a_conflict(staff, network) -> None:
    def refuse(_: object) -> None:
        raise Conflict("message_outdated", "This message is not true any more: Its booking is cancelled by now.")

    network.answers["ResendMessage"] = refuse
    answer = await staff.post(f"{MESSAGES}{MESSAGE_ID}/resend/", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "message_outdated")


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"kind": "advert"}, "kind"), ({"text": ""}, "text"), ({"text": "x" * 2001}, "text"), ({"to": "me"}, "to")],
)
async def test_a_note_has_a_kind_and_bounded_words_and_no_address(staff, network, changes, field: str) -> None:
    body = {"booking_id": BOOKING_ID, "kind": "question", "text": "Is there an elevator?"}
    assert (await staff.post(f"{MESSAGES}notes/", json=body)).status_code == 201
    answer = await staff.post(f"{MESSAGES}notes/", json={**body, **changes})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)
    assert len(network.asked("SendNote")) == 1


async def test_a_test_goes_to_ones_own_address(staff, network) -> None:
    profile = account_pb2.StaffProfile(email="sam@totetaxi.example")
    network.answers["GetOwnStaffProfile"] = lambda _: staff_service_pb2.GetOwnStaffProfileResponse(staff=profile)
    assert (await staff.post(f"{MESSAGES}templates/welcome/test/", json={})).status_code == 200
    assert network.asked("SendTest")[0].request.recipient == "sam@totetaxi.example"
    profile.email = ""
    answer = await staff.post(f"{MESSAGES}templates/welcome/test/", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "no_own_address")


async def test_templates_are_listed_and_previewed(staff) -> None:
    assert (await staff.get(f"{MESSAGES}templates/")).json() == {"templates": ["welcome"], "languages": ["en"]}
    preview = (await staff.get(f"{MESSAGES}templates/welcome/preview/", params={"language": "en"})).json()
    assert preview == {"subject": "Hello", "html": "<p>Hello</p>", "text": "Hello"}
