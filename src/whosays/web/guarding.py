"""Who may ask, and what a browser may do with the answer.

The desk sits on a person's machine beside a browser that also opens strangers' pages. So it answers only to its own
names (a stranger's name that was made to point at 127.0.0.1 is turned away), takes forms only from its own pages, and
lets no page of it run or load anything but its own files.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
LARGEST_FORM = 64 * 1024 * 1024
COOKIE = "whosays_key"

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # "no-referrer" would take the origin off our own forms, too
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Door:
    """Who may come in: the names that the desk answers to, and the key that visitors need (None: no key)."""

    hosts: frozenset[str] = LOOPBACK
    key: str | None = None


class Guard:
    """Stands before the desk: checks each request, and puts the safe headers on each answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or turn it away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["cache-control"] = "private, no-cache"
            await send(message)

        refusal = self._refusal(Request(scope))
        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, request: Request) -> Response | None:
        headers = request.headers
        if host_of(headers.get("host", "")) not in self._door.hosts:
            known = ", ".join(sorted(self._door.hosts))
            return _refused(f"This desk answers to {known} and to no other name; see --allow-host.", 421)
        if request.method not in ("GET", "HEAD") and (trouble := foreign(headers)):
            return _refused(trouble, 403)
        if request.method == "POST" and not _has_fitting_length(headers):
            return _refused(f"A form may hold {LARGEST_FORM // 1024 // 1024} MB, and must tell its length.", 413)
        return self._without_key(request)

    def _without_key(self, request: Request) -> Response | None:
        key = self._door.key
        if key is None or _same(request.cookies.get(COOKIE), key):
            return None
        if _same(request.headers.get("authorization", "").removeprefix("Bearer "), key):
            return None
        if request.method == "GET" and _same(request.query_params.get("key"), key):
            found = RedirectResponse(request.url.remove_query_params("key").path, 303)
            found.set_cookie(COOKIE, key, httponly=True, samesite="strict", secure=request.url.scheme == "https")
            return found
        return _refused("This desk needs a key: open the address that `whosays serve` printed.", 401)


def host_of(header: str) -> str:
    """The name in a Host header, without its port."""
    name, _, port = header.rpartition(":")
    return (name if port.isdecimal() and name and not name.endswith(":") else header).lower()


def foreign(headers: Headers) -> str | None:
    """Why a form does not come from this desk; None where it does."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "Forms are taken only from this desk's own pages."
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return "Forms are taken only from this desk's own pages."
    return None


def _has_fitting_length(headers: Headers) -> bool:
    length = headers.get("content-length", "")
    return length.isdecimal() and len(length) < 12 and int(length) <= LARGEST_FORM


def _same(given: str | None, key: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), key.encode())


def _refused(words: str, code: int) -> Response:
    return PlainTextResponse(f"{words}\n", code)
