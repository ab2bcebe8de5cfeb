"""What the tests of the site share."""

from __future__ import annotations

from functools import cache

import pytest

from tests.site.sites import Sites, of_example, written


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The folder with the site of an example, built when it is first asked for."""
    return cache(lambda name: written(tmp_path_factory.mktemp(name), of_example(name)))
