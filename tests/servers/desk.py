"""A desk that speaks HTTP: signs in, registers accesses, and remembers which ones the server acknowledged."""

import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

from raccordo.kernel import clock

HOST = "127.0.0.1"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
POINT = re.compile(r'name="point" value="([^"]+)"')
SECONDS = 20


@dataclass
class Desk:
    """One person at one browser; `acknowledged` holds the ids that the server said it saved, `unsure` the rest."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    point: str = ""
    acknowledged: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, data: dict[str, str] | None = None) -> tuple[int, str]:
        """One request over a connection of its own; raises OSError or HTTPException when the server goes away."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=SECONDS)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(data | {"csrfmiddlewaretoken": self.token})
        try:
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if found := TOKEN.search(text):
            self.token = found[1]
        return response.status, text

    def sign_in(self, username: str, password: str) -> None:
        self.ask("GET", "/accedi/")
        status, _ = self.ask("POST", "/accedi/", {"login": username, "password": password})
        assert status == http.client.FOUND, "the demo user could not sign in"
        _, page = self.ask("GET", "/accessi/nuovo/")
        found = POINT.search(page)
        assert found, "the form does not know its point"
        self.point = found[1]

    def register(self, contact_id: str | None = None) -> bool:
        """Post one access; the id counts as acknowledged once the answer is there."""
        contact_id = contact_id or str(uuid4())
        answers = {
            "contact_id": contact_id, "point": self.point, "channel": "PERS", "visitor_type": "MADRE",
            "life_phase": "INF",
            "needs": "GEN", "contact_type": "PRIMO", "service": "S01", "outcome": "E1", "seen_today": "no",
            "happened_on": clock.today().isoformat(),
        }  # fmt: skip
        try:
            status, _ = self.ask("POST", "/accessi/nuovo/", answers)
        except (OSError, http.client.HTTPException):
            self.unsure.append(contact_id)
            return False
        assert status == http.client.FOUND, f"an access was answered with {status}"
        self.acknowledged.append(contact_id)
        return True
