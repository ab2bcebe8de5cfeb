"""What the tests of the site share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from processctl.site.build import build
from tests.site.reading import example
from tests.site.sites import Sites, written


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sites:
    """The folder with the site of an example in both languages.

    It is built when it is first asked for, and once for all processes that run tests; nobody may change it.
    """
    own = tmp_path_factory.getbasetemp()
    shared = (own if worker_id == "master" else own.parent) / "sites"
    shared.mkdir(exist_ok=True)

    def site(name: str) -> Path:
        with FileLock(shared / f"{name}.lock"):
            folder = shared / name
            if not folder.exists():
                written(shared / f"{name}.begun", build(example(name), ("en", "fi"))).rename(folder)
        return folder

    return cache(site)
