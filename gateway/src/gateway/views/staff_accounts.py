"""Staff accounts on their way in, roles on their way out."""

from __future__ import annotations

from totetaxi.identity.v1 import staff_service_pb2 as message

from gateway.schemas import staff_accounts as schema


def new_staff(sent: schema.NewStaff) -> message.CreateStaffRequest:
    """A new colleague."""
    members = sent.model_dump(exclude={"hire_date"})
    return message.CreateStaffRequest(**members, hire_date=sent.hire_date.isoformat() if sent.hire_date else "")


def staff_change(staff_id: str, sent: schema.StaffChange, expected_version: int) -> message.UpdateStaffRequest:
    """What is to change; identity leaves alone what is absent. `hire_date: null` takes the date away."""
    members = sent.model_dump(exclude_none=True)
    if "hire_date" in sent.model_fields_set:
        members["hire_date"] = sent.hire_date.isoformat() if sent.hire_date else ""
    return message.UpdateStaffRequest(staff_id=staff_id, **members, expected_version=expected_version)


def roles(answer: message.ListRolesResponse) -> schema.Roles:
    """GET /api/staff/roles/."""
    return schema.Roles(
        roles=[
            schema.RoleInWords(name=each.name, description=each.description, permissions=list(each.permissions))
            for each in answer.roles
        ],
        permissions=[
            schema.PermissionInWords(name=each.name, description=each.description) for each in answer.permissions
        ],
    )
