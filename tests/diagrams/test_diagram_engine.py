"""When Graphviz is missing, fails or hangs, the user gets one honest sentence."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from processctl.diagrams import LayoutFailed, Options, Sketch, engine, write_png, write_svg
from processctl.texts import translator
from tests.diagrams.diagram_reader import connections, read
from tests.diagrams.diagram_sketches import at_random, funnel


def program(folder: Path, script: str) -> Path:
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def message(path: Path) -> str:
    with pytest.raises(LayoutFailed) as trouble:
        write_svg(funnel(), Options(path))
    return translator("en").render(trouble.value.message)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts are not programs there")
@pytest.mark.parametrize(
    "script",
    [
        "import sys; sys.stderr.write('Error: secret words'); sys.exit(3)",
        "import sys; sys.stderr.write('no output')",
        "print('not JSON')",
        'print(\'{"objects": [], "edges": []}\')',
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    ],
)
def test_a_failing_engine(tmp_path: Path, script: str, capfd: pytest.CaptureFixture[str]) -> None:
    said = message(program(tmp_path, script))
    assert said.startswith("Graphviz")
    assert "secret" not in said
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="scripts are not programs there")
def test_a_hanging_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "TIME_LIMIT", 1.0)
    said = message(program(tmp_path, "import time; time.sleep(60)"))
    assert said.startswith("The drawing took longer than 1 seconds")


def test_a_missing_engine(tmp_path: Path) -> None:
    assert message(tmp_path / "nowhere").startswith("Graphviz could not be started")


def test_the_engine_is_found_without_scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = engine.shipped_engine()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(sys, "prefix", "/nowhere")
    engine.shipped_engine.cache_clear()
    try:
        found = engine.shipped_engine()
    finally:
        engine.shipped_engine.cache_clear()
    assert found.samefile(expected)
    assert found.is_absolute()


def test_no_engine_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_candidates", lambda: iter(()))
    engine.shipped_engine.cache_clear()
    try:
        assert write_svg(funnel())
        with pytest.raises(LayoutFailed) as trouble:
            write_png(funnel())
    finally:
        engine.shipped_engine.cache_clear()
    assert "is not installed" in translator("en").render(trouble.value.message)


@pytest.mark.parametrize("sketch", [funnel(), at_random(25, seed=7)], ids=["funnel", "random"])
def test_another_graphviz_may_find_the_ways(sketch: Sketch) -> None:
    ours, theirs = (
        read(write_svg(sketch, options))
        for options in (Options(), Options(engine.shipped_engine()))
    )
    assert ours.parts["line"] != theirs.parts["line"]
    assert connections(ours) == connections(theirs)
