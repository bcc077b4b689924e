"""One page by its address."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx2

from whosays.errors import SettingsError, UnreadableError
from whosays.fetching.guarding import PublicOnly, transport

LARGEST = 8 * 1024 * 1024
"""Bytes of a page at most."""

_HOPS = 5
_TIMEOUT = httpx2.Timeout(10.0, connect=8.0)
_WHOLE = 30.0  # seconds for the page as a whole: a server that drips a byte at a time does not hold us
_HEADERS = {
    "User-Agent": "whosays (a reader's desk; one page at a time, asked for by a person)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9",
    "Accept-Language": "en",
}
_LONGEST = 2_000  # characters of an address
_TEXTS = ("text/", "application/xhtml+xml", "application/xml")
_ADVICE = "Open it in a browser, save it, and add it as a file."


@dataclass(frozen=True)
class Fetched:
    """A page: the address that it has in the end, and its bytes."""

    address: str
    data: bytes


def checked(address: str) -> str:
    """The address, if it is one of a page on the web.

    Raises:
        SettingsError: it is none.
    """
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        fine = False
    if not fine or len(address) > _LONGEST or not address.isprintable():
        raise SettingsError(f"{address[:80]!r} is no address of a page; it begins with http:// or https://")
    return address


def fetch(address: str, backend: PublicOnly | None = None) -> Fetched:
    """The page at an address, after at most five redirections, each of which is checked like the first address.

    Raises:
        UnreadableError: it cannot be had, with the reason and what to do.
        SettingsError: the address is none.
    """
    until = time.monotonic() + _WHOLE
    with httpx2.Client(
        transport=transport(backend or PublicOnly()), timeout=_TIMEOUT, headers=_HEADERS, trust_env=False
    ) as client:
        for _ in range(_HOPS + 1):
            try:
                with client.stream("GET", checked(address), follow_redirects=False) as response:
                    if response.has_redirect_location:
                        address = urljoin(address, response.headers["location"])
                        continue
                    return Fetched(address, _body(response, until))
            except httpx2.HTTPError as error:
                raise UnreadableError(f"The page cannot be fetched ({type(error).__name__})", _ADVICE) from error
            except httpx2.InvalidURL as error:
                raise SettingsError(f"{address[:80]!r} is no address of a page ({error})") from error
    raise UnreadableError("It leads from one address to the next without end", _ADVICE)


def _body(response: httpx2.Response, until: float) -> bytes:
    if response.status_code != httpx2.codes.OK:
        raise UnreadableError(f"The server answers {response.status_code}", _ADVICE)
    kind = response.headers.get("content-type", "text/html").lower()
    if not kind.startswith(_TEXTS):
        raise UnreadableError(f"It is no page of text but {kind.partition(';')[0]}", _ADVICE)
    data = bytearray()
    for part in response.iter_bytes():
        data.extend(part)
        if len(data) > LARGEST:
            raise UnreadableError(f"It is larger than {LARGEST // 1024 // 1024} MB", "Add the text by pasting it.")
        if time.monotonic() > until:
            raise UnreadableError(f"It took longer than {_WHOLE:.0f} seconds", _ADVICE)
    return bytes(data)
