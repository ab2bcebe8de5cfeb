"""Programs that tests look at our work with, installed where that needs nobody: on Debian and as root."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence


def install(packages: Sequence[str], missing: str) -> None:
    """Install Debian's packages.

    Raises:
        RuntimeError: they cannot be installed here; ``missing`` says what to do.
    """
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise RuntimeError(missing)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        done = subprocess.run([apt, "-qq", *arguments], env=quiet, check=False)
        if done.returncode != 0:
            raise RuntimeError(missing)
