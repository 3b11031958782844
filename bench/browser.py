"""A browser as far as a server can tell: one kept connection, cookies, the token of the last form."""

import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "127.0.0.1"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SECONDS = 120

Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers in small letters, the body as it travelled."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Browser:
    """One person's browser, at one server."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    encodings: str = "identity"

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(HOST, self.port, timeout=SECONDS)

    def get(self, path: str, *, expect: int = 200) -> Answer:
        """Ask for a page; remembers its form's token."""
        answer = self._ask("GET", path, None, expect)
        if self.encodings == "identity" and (found := TOKEN.search(answer.body.decode(errors="replace"))):
            self.token = found[1]
        return answer

    def post(self, path: str, fields: Fields, *, expect: int = 302) -> Answer:
        """Send a form with its token. The message for the next page is taken as read, as by that page."""
        body = urlencode([*fields, ("csrfmiddlewaretoken", self.token)])
        answer = self._ask("POST", path, body, expect)
        self.cookies.pop("messages", None)
        return answer

    def drain(self, path: str) -> int:
        """Read a long answer piece by piece; returns how many lines it had."""
        self.connection.request("GET", path, headers=self._headers())
        response = self.connection.getresponse()
        if response.status != http.client.OK:
            raise RuntimeError(f"GET {path} was answered with {response.status}")
        lines = 0
        while piece := response.read(65536):
            lines += piece.count(b"\n")
        return lines

    def close(self) -> None:
        self.connection.close()

    def _ask(self, method: str, path: str, body: str | None, expect: int) -> Answer:
        headers = self._headers()
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        response = self._over_a_live_connection(method, path, body, headers)
        content = response.read()
        if response.status != expect:
            raise RuntimeError(f"{method} {path} was answered with {response.status}")
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, content)

    def _over_a_live_connection(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        """A server may have closed a connection that lay idle; a browser then asks again over a new one."""
        try:
            self.connection.request(method, path, body=body, headers=headers)
            return self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            self.connection.close()
            self.connection.request(method, path, body=body, headers=headers)
            return self.connection.getresponse()

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Accept-Encoding": self.encodings} | ({"Cookie": cookies} if cookies else {})
