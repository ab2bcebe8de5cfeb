"""What the tests of the site share."""

from __future__ import annotations

from functools import cache

import pytest

from tests.site.sites import Sites, of_example


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The folder with the site of an example, built when it is first asked for."""
    return cache(lambda name: of_example(name, tmp_path_factory.mktemp(name)))
