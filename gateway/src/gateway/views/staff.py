"""Staff on their way out."""

from __future__ import annotations

from datetime import date

from totetaxi.identity.v1 import account_pb2 as message
from totetaxi.identity.v1.session_service_pb2 import SecondFactorChallenge, TotpEnrolment

from gateway.schemas import staff as schema
from gateway.views.words import instant, instant_or_none

SECOND_STEP = "/api/staff/auth/login/second-factor/"


def user(staff: message.StaffProfile) -> schema.StaffUser:
    """Who it is."""
    return schema.StaffUser(
        id=staff.id,
        username=staff.username,
        email=staff.email,
        first_name=staff.first_name,
        last_name=staff.last_name,
        date_joined=instant(staff.created_at),
        is_active=staff.is_active,
    )


def profile(staff: message.StaffProfile) -> schema.StaffProfile:
    """A staff account."""
    return schema.StaffProfile(
        id=staff.id,
        user=user(staff),
        full_name=f"{staff.first_name} {staff.last_name}".strip(),
        email=staff.email,
        role=staff.role,
        permissions=list(staff.permissions),
        department=staff.department,
        hire_date=date.fromisoformat(staff.hire_date) if staff.hire_date else None,
        phone=staff.phone,
        is_active=staff.is_active,
        has_second_factor=staff.has_second_factor,
        created_at=instant(staff.created_at),
        last_signed_in_at=instant_or_none(staff, "last_signed_in_at"),
        locked_until=instant_or_none(staff, "locked_until"),
    )


def me(staff: message.StaffProfile, csrf_token: str) -> schema.StaffMe:
    """GET /api/staff/auth/user/."""
    return schema.StaffMe(user=user(staff), staff_profile=profile(staff), csrf_token=csrf_token)


def signed_in(staff: message.StaffProfile, csrf_token: str) -> schema.StaffSignedIn:
    """The answer to signing in."""
    return schema.StaffSignedIn(message="You are signed in.", **dict(me(staff, csrf_token)))


def enrolment(each: TotpEnrolment) -> schema.Enrolment:
    """For an authenticator app."""
    return schema.Enrolment(secret=each.secret, otpauth_uri=each.otpauth_uri)


def second_factor_asked(challenge: SecondFactorChallenge) -> schema.SecondFactorAsked:
    """Half-way in."""
    must_enrol = challenge.HasField("enrolment")
    return schema.SecondFactorAsked(
        message="Please set up your authenticator and send its first code." if must_enrol else "Please send the code.",
        challenge_token=challenge.challenge_token,
        expires_at=instant(challenge.expires_at),
        next=SECOND_STEP,
        enrolment=enrolment(challenge.enrolment) if must_enrol else None,
    )
