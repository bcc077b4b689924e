"""The network as a page from outside may use it: public addresses only.

An address that a stranger wrote may point at this machine or its network ("http://127.0.0.1:8080/admin"), and a name
may answer with a public address when it is checked and with a private one when it is used. So the name is resolved
once, every answer is checked, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpcore2
import httpx2

from whosays.errors import UnreadableError

Resolve = Callable[[str, int], list[str]]
_INSIDE = "It leads into this machine's own network"
_PORTS = frozenset({80, 443})


def addresses_of(host: str, port: int) -> list[str]:
    """The IP addresses that a name stands for."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"The name {host} cannot be found", "Look whether the address is right.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, in whatever form it is wrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if ip in ipaddress.ip_network("64:ff9b::/96"):  # an IPv4 address behind a translating gateway
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF).is_global
    return ip.is_global and not ip.is_multicast


class PublicOnly(httpcore2.NetworkBackend):
    """Connects to public addresses only, and to the address that was checked."""

    def __init__(
        self,
        resolve: Resolve = addresses_of,
        allowed: Callable[[str], bool] = is_public,
        ports: frozenset[int] | None = _PORTS,
    ) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._ports = ports
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a checked address of ``host``; names that stand for any address inside are refused."""
        if self._ports is not None and port not in self._ports:
            raise UnreadableError(f"Port {port} is not one that pages are served on", "Use an address without a port.")
        found = self._resolve(host, port)
        if not found or not all(map(self._allowed, found)):
            raise UnreadableError(_INSIDE, "Save the page in a browser, and add it as a file.")
        return self._inner.connect_tcp(found[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore2.NetworkStream:
        """Refused: a page never comes out of a socket of this machine."""
        raise UnreadableError(_INSIDE, "Give an address that begins with http:// or https://.")


def transport(backend: httpcore2.NetworkBackend) -> httpx2.BaseTransport:
    """An HTTP transport on a network backend."""
    made = httpx2.HTTPTransport(trust_env=False, retries=0)
    made._pool._network_backend = backend
    return made
