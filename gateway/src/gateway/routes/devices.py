"""Apps in which customers sign in: the app's own key opens the door, the device gets a key for its customer alone."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from totetaxi.identity.v1.api_key_service_pb2 import ListOwnDevicesRequest, SignInDeviceRequest, SignOutDeviceRequest

from gateway.acting import act_as_customer, act_as_machine
from gateway.dependencies import Around, limited
from gateway.patience import PASSWORD_SECONDS, patiently
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import accounts as schema
from gateway.views import accounts as view

router = APIRouter(prefix="/api/customer", tags=["devices"])


@router.post(
    "/auth/device/",
    status_code=HTTPStatus.CREATED,
    summary="Sign a customer in on a device",
    dependencies=[Depends(act_as_machine), Depends(limited("sign_ins"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
)
async def sign_in_device(sent: schema.DeviceLoginRequest, request: Request, around: Around) -> schema.DeviceSignedIn:
    """With the key of an app that may (`devices:sign_in`); answers the device's own key, shown this once."""
    await around.rate_limits.count_account("sign_ins", sent.email, request)
    answer = await patiently(
        around.upstreams.api_keys.SignInDevice, SignInDeviceRequest(**sent.model_dump()), PASSWORD_SECONDS
    )
    return schema.DeviceSignedIn(
        message="You are signed in.",
        api_key=answer.secret,
        device=view.device(answer.api_key),
        user=view.person(answer.customer),
        customer_profile=view.profile(answer.customer),
    )


@router.get("/devices/", summary="My devices", dependencies=[Depends(act_as_customer)], responses=refusals(*SIGNED_IN))
async def list_devices(around: Around) -> schema.Devices:
    """Where apps are signed in, newest first; 100 at most."""
    answer = await around.upstreams.api_keys.ListOwnDevices(ListOwnDevicesRequest())
    return schema.Devices(devices=[view.device(each) for each in answer.devices])


@router.delete(
    "/devices/{device_id}/",
    status_code=HTTPStatus.NO_CONTENT,
    summary="Sign a device out",
    dependencies=[Depends(act_as_customer)],
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND),
)
async def sign_out_device(device_id: UUID, around: Around) -> None:
    """Its key stops working at once."""
    await around.upstreams.api_keys.SignOutDevice(SignOutDeviceRequest(device_id=str(device_id)))
