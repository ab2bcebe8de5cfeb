"""By which names the site may be asked for.

A stranger's page can let a name of its own lead to this machine (DNS rebinding), and would then read
what is served here; but its browser still asks for that name.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_HEADER = re.compile(r"(?:\[(?P<six>[^\[\]]+)\]|(?P<name>[^\[\]:]+))(?::[0-9]+)?", re.ASCII)


def is_loopback(host: str) -> bool:
    """Whether nobody outside this machine can reach a host."""
    address = _address(host)
    return host.lower() == "localhost" or (address is not None and address.is_loopback)


def is_answered(header: str | None, given: str) -> bool:
    """Whether a ``Host`` header names this machine, for a server on the host ``given``.

    One on every address of the machine answers to all of them: an address in figures is no name
    that could be led elsewhere.
    """
    found = _HEADER.fullmatch(header or "")
    if found is None:
        return False
    name = (found["six"] or found["name"]).lower()
    if name in _LOCAL or name == given.lower():
        return True
    everywhere = _address(given)
    return everywhere is not None and everywhere.is_unspecified and _address(name) is not None


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
