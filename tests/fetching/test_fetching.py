"""A page by its address: bounded, and never out of the user's own network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from whosays import fetching
from whosays.errors import SettingsError, UnreadableError
from whosays.fetching.guarding import PublicOnly, is_public


class _Pages(BaseHTTPRequestHandler):
    """A little site: pages, redirections, and a few answers that mean harm."""

    def do_GET(self) -> None:
        path = self.path
        if path == "/page":
            self._answer(200, b"<p>Read me.</p>", "text/html; charset=utf-8")
        elif path == "/moved":
            self._answer(302, b"", "text/html", "/page")
        elif path == "/round":
            self._answer(302, b"", "text/html", "/round")
        elif path == "/inside":
            self._answer(302, b"", "text/html", "http://10.0.0.1/")
        elif path == "/file":
            self._answer(302, b"", "text/html", "file:///etc/passwd")
        elif path == "/picture":
            self._answer(200, b"\x89PNG", "image/png")
        elif path == "/large":
            self._answer(200, b"x" * (fetching.LARGEST + 10), "text/html")
        else:
            self._answer(404, b"", "text/html")

    def _answer(self, code: int, body: bytes, kind: str, location: str | None = None) -> None:
        self.send_response(code)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        if location:
            self.send_header("location", location)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


LET_IN = PublicOnly(allowed=lambda address: address == "127.0.0.1", ports=None)


def test_a_page_is_fetched_with_the_address_that_it_has_in_the_end(site: str) -> None:
    found = fetching.fetch(f"{site}/moved", LET_IN)
    assert (found.address, found.data) == (f"{site}/page", b"<p>Read me.</p>")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "The server answers 404"),
        ("/round", "without end"),
        ("/inside", "own network"),
        ("/picture", "no page of text but image/png"),
        ("/large", "larger than 8 MB"),
    ],
)
def test_what_cannot_be_had_is_told(site: str, path: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        fetching.fetch(f"{site}{path}", LET_IN)


def test_a_redirection_out_of_the_web_is_not_followed(site: str) -> None:
    with pytest.raises(SettingsError, match="no address of a page"):
        fetching.fetch(f"{site}/file", LET_IN)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/",
        "http://0x7f000001/", "http://2130706433/", "http://10.1.2.3/", "http://192.168.1.1/", "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://100.64.0.1/", "http://[64:ff9b::7f00:1]/",
    ],
)  # fmt: skip
def test_nothing_in_the_own_network_is_ever_asked(address: str) -> None:
    with pytest.raises(UnreadableError):
        fetching.fetch(address)


def test_a_name_with_one_private_address_among_its_own_is_refused() -> None:
    asked: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["93.184.215.14", "127.0.0.1"]

    with pytest.raises(UnreadableError, match="own network"):
        fetching.fetch("http://rebound.example/", PublicOnly(resolve))
    assert asked == ["rebound.example"]


def test_the_connection_goes_to_the_address_that_was_checked(site: str) -> None:
    port = int(site.rpartition(":")[2])
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])  # a name that would be somewhere else when asked a second time
    backend = PublicOnly(lambda *_: next(answers), lambda address: address == "127.0.0.1", None)
    assert fetching.fetch(f"http://shifty.example:{port}/page", backend).data == b"<p>Read me.</p>"


def test_only_the_ports_of_the_web_are_asked() -> None:
    with pytest.raises(UnreadableError, match="Port 22"):
        fetching.fetch("http://news.example:22/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("127.0.0.1", False),
        ("224.0.0.1", False), ("2002:7f00:1::", False), ("fd00::1", False), ("192.0.2.1", False), ("::", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
