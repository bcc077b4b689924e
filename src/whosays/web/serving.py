"""Opening the desk: on this machine only, unless told otherwise."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

import uvicorn

from whosays import desk
from whosays.errors import SettingsError
from whosays.web.app import make_app
from whosays.web.guarding import LOOPBACK, Door
from whosays.web.room import Room


@dataclass(frozen=True)
class Serving:
    """Where the desk is opened. ``key`` is what visitors need; beyond this machine there is always one."""

    host: str = "127.0.0.1"
    port: int = 8040
    allow_hosts: tuple[str, ...] = ()
    key: str | None = None


def door_of(serving: Serving) -> Door:
    """The door for a place: names it answers to, and its key."""
    names = {*LOOPBACK, *(name.lower() for name in serving.allow_hosts)}
    if not is_loopback(serving.host):
        names.add(f"[{serving.host}]" if ":" in serving.host else serving.host.lower())
    key = serving.key
    if key is None and not (is_loopback(serving.host) and not serving.allow_hosts):
        key = secrets.token_urlsafe(24)
    return Door(frozenset(names - {"0.0.0.0", "[::]"}), key)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and no other can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_of(serving: Serving, door: Door) -> str:
    """What to open in a browser."""
    host = f"[{serving.host}]" if ":" in serving.host else serving.host
    return f"http://{host}:{serving.port}/{f'?key={door.key}' if door.key else ''}"


def serve(room: Room, serving: Serving, say: Callable[[str], None]) -> None:
    """Open the desk until it is stopped. ``say`` is told where it is.

    Raises:
        SettingsError: the port is taken, or the host is none of this machine's.
    """
    door = door_of(serving)
    with room.open() as opened:
        if opened.is_stale:
            say("bringing the incidents up to date ...")
            desk.refresh(opened)
        room.prepare(opened)
    config = uvicorn.Config(
        make_app(room, door), log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    with _listening(serving) as listening:
        for line in _told(serving, door):
            say(line)
        with suppress(KeyboardInterrupt):  # Ctrl-C is how a desk is closed
            uvicorn.Server(config).run(sockets=[listening])


def _listening(serving: Serving) -> socket.socket:
    try:
        return socket.create_server(
            (serving.host, serving.port), family=socket.AF_INET6 if ":" in serving.host else socket.AF_INET
        )
    except OSError as error:
        raise SettingsError(
            f"cannot open the desk on {serving.host}:{serving.port} ({error.strerror}); "
            "choose another place with --port and --host"
        ) from error


def _told(serving: Serving, door: Door) -> Iterable[str]:
    yield f"the desk is open at {address_of(serving, door)} (stop it with Ctrl-C)"
    if not is_loopback(serving.host):
        yield (
            "others on the network can reach it: whoever has the key in this address can read everything, add reports "
            "and judge. The connection is not encrypted; on a network that you do not trust, put TLS before it"
        )
