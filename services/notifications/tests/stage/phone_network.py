"""What answers like `pinpoint-sms-voice-v2` over HTTP, which moto does not have: it keeps texts, and can refuse."""

from __future__ import annotations

import json
from threading import Thread
from typing import Any

from topic import LOOK_EVERY_SECONDS
from werkzeug import Request, Response
from werkzeug.serving import make_server

TARGET = "PinpointSMSVoiceV2.SendTextMessage"


class PhoneNetwork:
    """One of Amazon's services, at the edge of the network."""

    def __init__(self) -> None:
        self.texts: list[dict[str, Any]] = []
        self.refusal = ""
        """An error's code that every text is answered with; empty takes them."""
        self.is_garbled = False
        """Whether it answers what no client of Amazon's understands, as a proxy in between may."""
        self._server = make_server("127.0.0.1", 0, self._answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(LOOK_EVERY_SECONDS,), daemon=True).start()

    def close(self) -> None:
        """Refuses connections from now on."""
        self._server.shutdown()
        self._server.server_close()

    @Request.application  # type: ignore[arg-type]
    def _answer(self, request: Request) -> Response:
        if self.is_garbled:
            return Response("<html>We are closed.</html>", mimetype="text/html")
        assert request.headers["X-Amz-Target"] == TARGET
        if self.refusal:
            return Response(json.dumps({"__type": self.refusal, "Message": "No."}), status=400)
        self.texts.append(json.loads(request.get_data()))
        return Response(json.dumps({"MessageId": f"text-{len(self.texts)}"}))
