"""The wheel: what is in it, and that it works where there is nothing else."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections import Counter
from email.parser import Parser
from pathlib import Path

import pytest

from processctl import __version__
from tests.cli.program import NO_OWNER, REPOSITORY
from tests.packaging.checkout import (
    CONSTRAINTS,
    copy_of_the_checkout,
    execute,
    only_one_at_a_time,
    outside,
)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """The wheel of this checkout, built once."""
    built = shared / "wheel"
    built.mkdir(exist_ok=True)
    with only_one_at_a_time(built):
        if not list(built.glob("*.whl")):
            source = copy_of_the_checkout(shared / "source")
            execute(
                sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", built, source,
                cwd=source,
            )  # fmt: skip
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def installed(wheel: Path, shared: Path) -> Path:
    """The folder of programs of an environment that holds the wheel and what it asks for."""
    place = shared / "environment"
    place.mkdir(exist_ok=True)
    programs = place / "venv" / "bin"
    with only_one_at_a_time(place):
        if not (place / "ready").exists():
            execute(sys.executable, "-m", "venv", "--clear", place / "venv", cwd=place)
            execute(
                programs / "python", "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, wheel,
                cwd=place,
            )  # fmt: skip
            (place / "ready").touch()
    return programs


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_what_the_wheel_holds(wheel: Path) -> None:
    held = Counter(names(wheel))
    catalogues = (REPOSITORY / "processctl" / "locale").rglob("*.po")
    assets = (REPOSITORY / "processctl" / "site" / "assets").rglob("*")
    wanted = [
        "processctl/schemas/v1.json",
        "processctl/schemas/report-v1.json",
        "processctl/py.typed",
        "processctl/criteria/grammar.lark",
        "processctl/starter/en.yaml",
        "processctl/starter/fi.yaml",
        "processctl/diagrams/fonts/Arimo-Regular.ttf",
        "processctl/diagrams/fonts/Arimo-Bold.ttf",
        "processctl/diagrams/fonts/OFL-Arimo.txt",
        *(file.relative_to(REPOSITORY).with_suffix(".mo").as_posix() for file in catalogues),
        *(file.relative_to(REPOSITORY).as_posix() for file in assets if file.is_file()),
    ]
    assert len([name for name in wanted if name.endswith(".mo")]) >= 5
    assert {name: held[name] for name in wanted} == dict.fromkeys(wanted, 1)
    schemas = sorted(name for name in held if name.endswith("v1.json"))
    assert schemas == ["processctl/schemas/report-v1.json", "processctl/schemas/v1.json"]


def test_every_module_is_in_the_wheel_and_nothing_of_the_checkout_besides(wheel: Path) -> None:
    held = set(names(wheel))
    modules = {
        file.relative_to(REPOSITORY).as_posix()
        for file in (REPOSITORY / "processctl").rglob("*.py")
    }
    assert modules - held == set()
    tops = {name.split("/")[0] for name in held}
    assert tops == {"processctl", f"processctl-{__version__}.dist-info"}


def test_what_the_wheel_says_of_itself(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folder = f"processctl-{__version__}.dist-info"
        about = Parser().parsestr(archive.read(f"{folder}/METADATA").decode())
        programs = archive.read(f"{folder}/entry_points.txt").decode()
        licences = [name for name in archive.namelist() if f"{folder}/licenses/" in name]
    assert about["Version"] == __version__
    assert about["Requires-Python"] == ">=3.11"
    assert about["License-Expression"] == "MIT"
    assert "processctl = processctl.cli:main" in programs
    assert sorted(name.split("/licenses/")[1] for name in licences) == [
        "LICENSE",
        "processctl/diagrams/fonts/OFL-Arimo.txt",
        "processctl/site/assets/vendor/snowball/LICENSE",
    ]


def test_it_does_not_come_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = execute(
        installed / "python", "-c", "import processctl; print(processctl.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert not Path(where.strip()).is_relative_to(REPOSITORY)
    told = execute(installed / "processctl", "--version", cwd=tmp_path)
    assert told == f"processctl, version {__version__}\n"


@pytest.mark.parametrize("language", ["en", "fi"])
def test_from_nothing_to_a_drawing(language: str, installed: Path, tmp_path: Path) -> None:
    program = installed / "processctl"
    execute(program, "init", "ours", "--lang", language, cwd=tmp_path)
    ours = tmp_path / "ours"
    schema = json.loads(execute(program, "schema", "--lang", language, cwd=tmp_path))
    assert json.loads((ours / "processctl.schema.json").read_text(encoding="utf-8")) == schema
    told = execute(program, "lint", cwd=ours)
    assert "no findings" in told
    for ending, beginning in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        # No program of the environment is on the PATH, as with pipx and pre-commit.
        execute(
            program,
            "render",
            "-o",
            f"journey.{ending}",
            cwd=ours,
            env=outside(PATH="/usr/bin:/bin"),
        )
        assert (ours / f"journey.{ending}").read_bytes().startswith(beginning)
    assert b"@font-face" in (ours / "journey.svg").read_bytes()


def test_it_speaks_finnish(installed: Path, tmp_path: Path) -> None:
    program = installed / "processctl"
    starter = (REPOSITORY / "processctl" / "starter" / "en.yaml").read_text(encoding="utf-8")
    (tmp_path / "processctl.yaml").write_text(starter.replace(*NO_OWNER), encoding="utf-8")
    told = execute(program, "lint", "--lang", "fi", cwd=tmp_path, status=1)
    assert 'virhe: Vaiheella "In sales" ei ole omistajaa.' in told
    assert "1 virhe (5 vaihetta, 1 tiedosto)" in told
    told = execute(program, "fmt", "--check", "--lang", "fi", cwd=tmp_path)
    assert "1 tiedosto on jo kunnossa" in told
    # One word from every catalogue: the schema's, the form's, the conditions', the drawings'.
    assert execute(program, "schema", "--lang", "fi", cwd=tmp_path) != execute(
        program, "schema", cwd=tmp_path
    )
    for change, catalogue in (
        (("  languages: [en]\n", "  languages: [en]\n  zebra: 1\n"), "form"),
        (("        when: buys\n", "        when: buys = 1\n"), "criteria"),
    ):
        (tmp_path / "processctl.yaml").write_text(starter.replace(*change), encoding="utf-8")
        english, finnish = (
            execute(program, "lint", "--quiet", "--lang", language, cwd=tmp_path, status=1)
            for language in ("en", "fi")
        )
        first = [text.splitlines()[0].split(": ", 2)[2] for text in (english, finnish)]
        assert first[0] != first[1], catalogue
    error = execute(
        program, "render", "-o", "x.svg", "--dot", "nowhere", "--lang", "fi", cwd=tmp_path, status=2
    )
    assert "could not be started" not in error


def test_it_needs_nothing_that_it_does_not_ask_for(installed: Path, tmp_path: Path) -> None:
    """Every module can be loaded with what was installed."""
    script = (
        "import pkgutil, importlib, processctl\n"
        "for one in pkgutil.walk_packages(processctl.__path__, 'processctl.'):\n"
        "    if not one.name.endswith('__main__'):\n"
        "        importlib.import_module(one.name)\n"
        "print('loaded')\n"
    )
    assert execute(installed / "python", "-c", script, cwd=tmp_path) == "loaded\n"
