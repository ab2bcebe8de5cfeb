"""A package with rules of its own, installed for real: it takes part, and may break down alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.program import REPOSITORY, Done, environment, run, starter

EXAMPLE = REPOSITORY / "examples" / "plugin"
CONTACT = (
    "    owner: sales_rep\n    does:",
    "    tags: [contact]\n    owner: sales_rep\n    does:",
)


@dataclass(frozen=True)
class Installed:
    """A folder of installed packages, found before all others."""

    site: Path

    def run(self, *arguments: str | Path, cwd: Path, home: Path | None = None) -> Done:
        env = {"PYTHONPATH": f"{self.site}:{REPOSITORY}"}
        if home is not None:
            env["XDG_CACHE_HOME"] = str(home)
        return run(*arguments, cwd=cwd, env=env)


def install(package: Path, site: Path) -> Installed:
    """Build and install a package by pip, as a user does; without looking anything up."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
               "--no-build-isolation", "--disable-pip-version-check", "--target", str(site), str(package)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Installed(site)


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("acme")
    shutil.copytree(EXAMPLE, folder / "package")
    return install(folder / "package", folder / "site")


def broken(tmp_path: Path, body: str) -> Installed:
    """A package whose module holds ``body``."""
    package = tmp_path / "package"
    shutil.copytree(EXAMPLE, package)
    (package / "acme_rules" / "__init__.py").write_text(body, encoding="utf-8")
    return install(package, tmp_path / "site")


RULE = "from processctl.plugin import *\nRULES = (Rule({code!r}, {name!r}, 'warning', 'A page.', {check}),)\n"


def rule(
    code: str = "ACME002", name: str = "some-thing", check: str = "lambda journey: iter(())"
) -> str:
    return RULE.format(code=code, name=name, check=check)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", 'The talk in stage "In sales" is recorded nowhere.'),
        ("fi", 'Keskustelua vaiheessa "In sales" ei kirjata mihinkään.'),
    ],
)
def test_its_findings_are_told_in_both_languages(
    language: str, words: str, acme: Installed, tmp_path: Path
) -> None:
    done = acme.run("lint", starter(tmp_path, CONTACT), "--lang", language, cwd=tmp_path)
    assert f"{words} [ACME001 contact-without-record]" in done.out
    assert done.status == 0


def test_it_is_listed_explained_selected_and_offered_to_editors(
    acme: Installed, tmp_path: Path
) -> None:
    listed = acme.run("rules", cwd=tmp_path).out.splitlines()[-1].split(maxsplit=3)
    assert listed[:3] == ["ACME001", "warning", "contact-without-record"]
    english = acme.run("explain", "acme001", cwd=tmp_path).out
    assert "asks the customer the same questions again" in english
    assert "`tags`: The tags of stages" in english
    finnish = acme.run("explain", "contact-without-record", "--lang", "fi", cwd=tmp_path).out
    assert "## Miksi sillä on väliä\nSeuraava soittaja kysyy" in finnish
    schema = json.loads(acme.run("schema", cwd=tmp_path).out)
    offered = schema["$defs"]["lint"]["properties"]["options"]["properties"]
    assert "tags" in offered["contact-without-record"]["properties"]
    selected = acme.run("lint", starter(tmp_path, CONTACT), "--select", "ACME", cwd=tmp_path)
    assert selected.out.count("[ACME001") == 1


def test_it_is_set_and_silenced_like_any_other(acme: Installed, tmp_path: Path) -> None:
    silenced = CONTACT[1].replace(
        "    tags:", "    ignore: {contact-without-record: {because: By phone only}}\n    tags:"
    )
    folder = starter(tmp_path / "a", (CONTACT[0], silenced))
    done = acme.run("lint", folder, cwd=tmp_path)
    assert "ACME001" not in done.out
    assert "1 silenced" in done.out
    settings = "lint:\n  severity: {ACME001: error}\n  options: {ACME001: {tags: [contact]}}\n"
    strict = starter(tmp_path / "b", CONTACT, behind=settings)
    assert acme.run("lint", strict, cwd=tmp_path).status == 1
    wrong = settings.replace("tags: [contact]", "tag: [contact]")
    told = acme.run("lint", starter(tmp_path / "c", CONTACT, behind=wrong), cwd=tmp_path).out
    assert 'The rule "contact-without-record" has no option "tag".' in told
    assert 'Did you mean "tags"?' in told


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("raise RuntimeError('x')", 'The rules of the package "acme" cannot be loaded (RuntimeError).'),
        ("import sys; sys.exit(0)", 'cannot be loaded (SystemExit).'),
        ("RULES = 3", 'The rules of the package "acme" cannot be loaded (TypeError).'),
        ("", 'The rules of the package "acme" cannot be loaded (AttributeError).'),
        (rule(code="PC201"), 'has the code "PC201"'),
        (rule(code="PC997"), 'has the code "PC997"'),
        (rule(name="stage-without-owner"), "already: another package has to choose other words."),
        (rule(name="Some thing"), 'has the name "Some thing"'),
        (rule(check="lambda journey: 1 / 0"), 'The rule "some-thing" broke down (ZeroDivisionError)'),
        (rule(check="lambda journey: iter([1])"), 'The rule "some-thing" broke down ('),
        (rule(check="lambda journey: iter([Found(say_in({'en': '{x}'}), stage_at('a'))])"), "(KeyError)"),
        (rule(check="lambda journey: iter([Found(say_in({'en': 'x'}), Place(()))])"), "(TypeError)"),
        (rule(check="lambda journey: exit()"), "(SystemExit)"),
    ],
    ids=str,
)  # fmt: skip
def test_one_that_breaks_down_does_so_alone(body: str, says: str, tmp_path: Path) -> None:
    package = broken(tmp_path, body)
    folder = starter(tmp_path / "process", ("    owner: sales_rep\n    does:", "    does:"))
    done = package.run("lint", folder, cwd=tmp_path)
    assert done.status == 3, done.out + done.err
    assert says in done.out
    assert "PC999" in done.out
    assert "PC201" in done.out


def test_its_tests_pass(acme: Installed, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path, env=environment(PYTHONPATH=f"{acme.site}:{REPOSITORY}"),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout


def test_another_version_of_it_is_not_taken_for_this_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    folder = starter(tmp_path / "process")
    package = broken(tmp_path, rule())
    assert package.run("lint", folder, cwd=tmp_path, home=home).status == 0
    module = package.site / "acme_rules" / "__init__.py"
    finds = "lambda journey: iter([Found(say_in({'en': 'Found it.'}), stage_at('in_sales'))])"
    module.write_text(rule(check=finds), encoding="utf-8")
    assert "Found it." in package.run("lint", folder, cwd=tmp_path, home=home).out
