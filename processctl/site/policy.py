"""What pages may load and do: one Content-Security-Policy for those that are written, one while they are served."""

from __future__ import annotations

from collections.abc import Mapping

# Nothing from elsewhere, nothing written into the page itself.
_WRITTEN: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# A page that is served asks its own server whether there is a newer one.
_SERVED: Mapping[str, str] = {"connect-src": "'self'"}


def _policy(*parts: Mapping[str, str]) -> str:
    """The directives of all parts; of one that several have, the values of all."""
    values: dict[str, dict[str, None]] = {}
    for part in parts:
        for name, value in part.items():
            values.setdefault(name, {}).update(dict.fromkeys(value.split()))
    return "; ".join(f"{name} {' '.join(found)}" for name, found in values.items())


POLICY = _policy(_WRITTEN)
"""For a page that is opened from a folder or any server."""
LIVE_POLICY = _policy(_WRITTEN, _SERVED)
"""For a page of ``site serve``."""
