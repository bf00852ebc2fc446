"""Staff sign in: with a password, and with a code where the account has a second factor or must have one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from chassis.refusal import Conflict, Invalid, UnknownCaller
from identity.__main__ import seed
from identity.settings import IdentitySettings
from identity_stage import Stage, replica_of, settings_for
from totetaxi.identity.v1 import events_pb2 as events
from totetaxi.identity.v1 import session_service_pb2 as messages
from totetaxi.identity.v1 import staff_service_pb2 as staff


@pytest.fixture(autouse=True)
async def demo_staff(database: Any, settings: IdentitySettings) -> None:
    await seed(database, settings)


@pytest.fixture
async def strict(settings: IdentitySettings, database: Any) -> AsyncIterator[Stage]:
    """Identity as in production, where admins must have a second factor."""
    strict_settings = settings_for(settings.database_url.get_secret_value(), environment="production")
    assert strict_settings.access_terms().is_second_factor_enforced
    async with replica_of(strict_settings) as replica:
        yield Stage(replica, database)


def code_at(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30 * steps))


async def complete(stage: Stage, token: str, code: str) -> messages.CompleteStaffSignInResponse:
    with stage.acting(None):
        request = messages.CompleteStaffSignInRequest(challenge_token=token, code=code)
        return await stage.sessions.CompleteStaffSignIn(request)


async def enrolled(stage: Stage, username: str = "admin1") -> tuple[str, messages.CompleteStaffSignInResponse]:
    """Sets the authenticator up at sign-in; its secret, and the answer."""
    challenge = (await stage.sign_in_staff(username)).challenge
    return challenge.enrolment.secret, await complete(
        stage, challenge.challenge_token, code_at(challenge.enrolment.secret, -1)
    )


async def test_staff_sign_in_by_username_whatever_its_case(stage: Stage) -> None:
    answer = await stage.sign_in_staff("Staff1")
    assert (answer.staff.username, answer.staff.role) == ("staff1", "staff")
    resolved = await stage.resolve(answer.session.token)
    principal = stage.replica.runtime.verifier.verify(resolved.principal.token)
    assert (principal.kind, principal.role, principal.customer_id) == ("staff", "staff", "")
    assert "can_view_financial_reports" in principal.scopes
    assert not {"can_approve_refunds", "can_manage_staff"} & principal.scopes
    assert list(resolved.account.permissions) == sorted(principal.scopes)


async def test_an_admin_may_do_everything(stage: Stage) -> None:
    answer = await stage.sign_in_staff("admin1")
    everything = await stage.asked("SELECT name FROM permission ORDER BY name")
    assert [(name,) for name in answer.staff.permissions] == everything


async def test_signing_in_and_out_is_in_the_audit_log(stage: Stage) -> None:
    answer = await stage.sign_in_staff("staff1")
    await stage.sessions.SignOut(messages.SignOutRequest(session_token=answer.session.token))
    acts = [said.act for said in await stage.said(events.AuditRecorded)]
    assert [act.action for act in acts] == ["staff.signed_in", "staff.signed_out"]
    assert {(act.actor_kind, act.actor_id) for act in acts} == {("staff", answer.staff.id)}


async def test_an_admin_outside_local_must_set_up_an_authenticator_first(strict: Stage) -> None:
    first = await strict.sign_in_staff("admin1")
    assert not first.HasField("session")
    assert first.challenge.enrolment.otpauth_uri.startswith("otpauth://totp/ToteTaxi:admin1?")
    secret, done = await enrolled(strict)
    assert (await strict.resolve(done.session.token)).account.role == "admin"
    assert len(done.recovery_codes) == done.recovery_codes_left == 10
    again = await strict.sign_in_staff("admin1")
    assert not again.challenge.HasField("enrolment")
    assert (await complete(strict, again.challenge.challenge_token, code_at(secret))).session.token


async def test_others_outside_local_need_none(strict: Stage) -> None:
    assert (await strict.sign_in_staff("staff1")).session.token


async def test_a_code_is_good_once(strict: Stage) -> None:
    secret, _ = await enrolled(strict)
    used = code_at(secret)
    first = (await strict.sign_in_staff("admin1")).challenge
    await complete(strict, first.challenge_token, used)
    second = (await strict.sign_in_staff("admin1")).challenge
    with pytest.raises(UnknownCaller) as refused:
        await complete(strict, second.challenge_token, used)
    assert refused.value.slug == "code_refused"


async def test_a_recovery_code_stands_in_once_for_a_lost_phone(strict: Stage) -> None:
    _, done = await enrolled(strict)
    typed = done.recovery_codes[3].replace("-", " ").lower()
    first = (await strict.sign_in_staff("admin1")).challenge
    assert (await complete(strict, first.challenge_token, typed)).recovery_codes_left == 9
    second = (await strict.sign_in_staff("admin1")).challenge
    with pytest.raises(UnknownCaller):
        await complete(strict, second.challenge_token, typed)


async def test_wrong_codes_lock_the_account_although_the_password_is_right_each_time(strict: Stage) -> None:
    secret, _ = await enrolled(strict)
    for _ in range(5):
        challenge = (await strict.sign_in_staff("admin1")).challenge
        with pytest.raises(UnknownCaller):
            await complete(strict, challenge.challenge_token, "000000")
    with pytest.raises(UnknownCaller) as refused:
        await complete(strict, challenge.challenge_token, code_at(secret))
    assert refused.value.slug == "code_refused"
    with pytest.raises(UnknownCaller) as refused:
        await strict.sign_in_staff("admin1")
    assert refused.value.slug == "sign_in_refused"


async def test_a_challenge_is_over_once_used_and_after_five_minutes(strict: Stage) -> None:
    secret, _ = await enrolled(strict)
    challenge = (await strict.sign_in_staff("admin1")).challenge
    async with strict.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE sign_in_challenge SET expires_at = expires_at - interval '5 minutes'")
    for token in (challenge.challenge_token, "x" * 43):
        with pytest.raises(UnknownCaller) as refused:
            await complete(strict, token, code_at(secret))
        assert refused.value.slug == "challenge_over"


async def test_staff_set_up_and_take_away_a_second_factor_of_their_own(stage: Stage) -> None:
    signed_in = await stage.sign_in_staff("staff1")
    with stage.acting(signed_in.session.principal.token):
        shown = (await stage.staff.EnrolTotp(staff.EnrolTotpRequest())).enrolment
        with pytest.raises(Invalid):
            await stage.staff.ConfirmTotp(staff.ConfirmTotpRequest(code="000000"))
        await stage.staff.ConfirmTotp(staff.ConfirmTotpRequest(code=code_at(shown.secret, -1)))
        with pytest.raises(Conflict):
            await stage.staff.EnrolTotp(staff.EnrolTotpRequest())
        request = staff.ReplaceRecoveryCodesRequest(code=code_at(shown.secret))
        codes = (await stage.staff.ReplaceRecoveryCodes(request)).recovery_codes
        own = await stage.staff.GetOwnStaffProfile(staff.GetOwnStaffProfileRequest())
        assert (own.staff.has_second_factor, own.recovery_codes_left) == (True, 10)
        assert (await stage.sign_in_staff("staff1")).HasField("challenge")
        await stage.staff.RemoveTotp(staff.RemoveTotpRequest(code=codes[0]))
    assert (await stage.sign_in_staff("staff1")).HasField("session")


async def test_an_admin_may_not_take_it_away_where_it_is_required(strict: Stage) -> None:
    _, done = await enrolled(strict)
    with strict.acting(done.session.principal.token), pytest.raises(Conflict) as refused:
        await strict.staff.RemoveTotp(staff.RemoveTotpRequest(code=done.recovery_codes[0]))
    assert refused.value.slug == "second_factor_required"


async def test_secrets_are_sealed_in_the_database(strict: Stage) -> None:
    secret, done = await enrolled(strict)
    [(sealed,)] = await strict.asked("SELECT sealed_totp_secret FROM staff_account WHERE username = 'admin1'")
    assert secret.encode() not in sealed
    digests = await strict.asked("SELECT code_digest FROM recovery_code")
    assert done.recovery_codes[0].replace("-", "").encode() not in {digest for (digest,) in digests}
