"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import (
    Policy,
    any_of,
    anybody,
    customers,
    customers_or_keys,
    guests,
    machines,
    services,
    staff,
    staff_with,
    unauthenticated,
)

GATEWAY = services("gateway")
"""What answers with a secret is for the gateway, calling for itself: nobody signed in has a use for it."""
FROM_A_MAIL = any_of(guests, customers, staff, GATEWAY)
"""What mailed links lead to: signed in or not."""

POLICY: Policy = {
    "totetaxi.identity.v1.IdentityService": {
        "ExchangeServiceSecret": unauthenticated,
        "IssueAnonymousPrincipal": GATEWAY,
        "ListSigningKeys": anybody,
    },
    "totetaxi.identity.v1.SessionService": {
        "SignInCustomer": GATEWAY,
        "SignInStaff": GATEWAY,
        "CompleteStaffSignIn": GATEWAY,
        "ResolveSession": GATEWAY,
        "SignOut": GATEWAY,
        "ListOwnSessions": any_of(customers, staff),
        "RevokeOwnSession": any_of(customers, staff),
        "RevokeOtherSessions": any_of(customers, staff),
    },
    "totetaxi.identity.v1.CustomerService": {
        "Register": GATEWAY,
        "VerifyEmail": FROM_A_MAIL,
        "ResendVerification": customers_or_keys("profile:write"),
        "RequestPasswordReset": FROM_A_MAIL,
        "ResetPassword": FROM_A_MAIL,
        "ChangePassword": customers_or_keys("profile:write"),
        "GetProfile": customers_or_keys("profile:read"),
        "UpdateProfile": customers_or_keys("profile:write"),
        "GetAccountOverview": customers_or_keys("profile:read"),
        "ListCustomers": staff_with("can_view_customers"),
        "GetCustomer": staff_with("can_view_customers"),
        "CountCustomers": staff_with("can_view_customers"),
        "SetVip": staff_with("can_manage_customers"),
        "AddCustomerNote": staff_with("can_manage_customers"),
        "ListCustomerNotes": staff_with("can_view_customers"),
    },
    "totetaxi.identity.v1.AddressService": {
        "ListAddresses": customers_or_keys("addresses:read"),
        "BatchGetAddresses": customers_or_keys("addresses:read"),
        "CreateAddress": customers_or_keys("addresses:write"),
        "UpdateAddress": customers_or_keys("addresses:write"),
        "DeleteAddress": customers_or_keys("addresses:write"),
        "NoteAddressUse": customers_or_keys("addresses:write"),
        "SuggestAddresses": customers_or_keys("addresses:read"),
    },
    "totetaxi.identity.v1.StaffService": {
        "GetOwnStaffProfile": staff,
        "ListStaff": staff_with("can_manage_staff"),
        "GetStaff": staff_with("can_manage_staff"),
        "CreateStaff": staff_with("can_manage_staff"),
        "UpdateStaff": staff_with("can_manage_staff"),
        "DeactivateStaff": staff_with("can_manage_staff"),
        "ReactivateStaff": staff_with("can_manage_staff"),
        "UnlockStaff": staff_with("can_manage_staff"),
        "SendStaffPasswordReset": staff_with("can_manage_staff"),
        "ResetSecondFactor": staff_with("can_manage_staff"),
        "ChangeOwnPassword": staff,
        "EnrolTotp": staff,
        "ConfirmTotp": staff,
        "ReplaceRecoveryCodes": staff,
        "RemoveTotp": staff,
        "ListRoles": staff,
    },
    "totetaxi.identity.v1.ApiKeyService": {
        "CreateApiKey": staff_with("can_manage_api_keys"),
        "ListApiKeys": staff_with("can_manage_api_keys"),
        "RevokeApiKey": staff_with("can_manage_api_keys"),
        "ResolveApiKey": GATEWAY,
        "SignInDevice": machines("devices:sign_in"),
        "ListOwnDevices": customers_or_keys("profile:read"),
        "SignOutDevice": customers_or_keys("profile:read"),
    },
    "totetaxi.identity.v1.AuditService": {
        "SearchAuditLog": staff_with("can_view_audit"),
        "ExportAuditLog": staff_with("can_view_audit"),
        "VerifyAuditChain": staff_with("can_view_audit"),
    },
    "totetaxi.identity.v1.PrivacyService": {
        "ExportMyData": customers,
        "RequestErasure": customers,
        "GetErasureStatus": anybody,
    },
}
