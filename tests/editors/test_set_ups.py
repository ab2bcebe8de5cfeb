"""The set-ups of docs/editor.md, in the editors themselves."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.editors.fetch import EMACS_PACKAGES, MISSING_EMACS, MISSING_NEOVIM, emacs, neovim

PAGE = (REPOSITORY / "docs" / "editor.md").read_text("utf-8")
WAIT_IN_NEOVIM = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local found = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(found, { one.lnum + 1, one.source, one.message })
end
io.stdout:write(vim.fn.json_encode(found))
"""
WAIT_IN_EMACS = """
(let ((left 600))
  (while (and (> left 0) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (when (zerop (mod left 5)) (flymake-start))
    (setq left (1- left))))
(princ (json-encode (vconcat (mapcar (lambda (one)
  (vector (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))
  (flymake-diagnostics)))))
"""


def shown(language: str) -> str:
    """The one block of the page in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.M | re.S)
    return str(found)


@pytest.fixture
def process(tmp_path: Path) -> Path:
    """A file of a process that is open."""
    folder = shutil.copytree(REPOSITORY / "examples" / "before", tmp_path / "process")
    return folder / "processctl.yaml"


def say(program: str, *arguments: str | Path, home: Path) -> str:
    """What an editor says that finds processctl on the PATH, and has no settings of its own."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, *arguments], cwd=home, env={**os.environ, "PATH": path, "HOME": str(home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_neovim(process: Path, tmp_path: Path) -> None:
    program = neovim()
    if program is None:
        pytest.fail(MISSING_NEOVIM)
    (tmp_path / "set_up.lua").write_text(shown("lua"), "utf-8")
    (tmp_path / "wait.lua").write_text(WAIT_IN_NEOVIM, "utf-8")
    plain = ("--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "filetype on")
    steps = ("luafile set_up.lua", f"edit {process}", "luafile wait.lua", "qall!")
    told = say(program, *plain, *(word for step in steps for word in ("-c", step)), home=tmp_path)
    found = json.loads(told)
    assert [115, "processctl"] in [one[:2] for one in found]
    assert any('Stage "Cards from the fair" has no owner.' in one[2] for one in found)


def test_emacs(process: Path, tmp_path: Path) -> None:
    program = emacs()
    if program is None:
        pytest.fail(MISSING_EMACS)
    opened = f"(require 'json) (setq eglot-sync-connect 60) (find-file {json.dumps(str(process))})"
    # What a person's next key would do.
    opened += "(run-hooks 'post-command-hook)"
    (tmp_path / "set_up.el").write_text(
        EMACS_PACKAGES + shown("elisp") + opened + WAIT_IN_EMACS, "utf-8"
    )
    found = json.loads(say(program, "--batch", "-l", "set_up.el", home=tmp_path))
    assert any(
        line == 115 and 'Stage "Cards from the fair" has no owner.' in text for line, text in found
    )


def test_whoever_lacks_an_editor_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert neovim() is None
    assert emacs() is None
    assert "apt-get install neovim" in MISSING_NEOVIM
    assert "apt-get install emacs-nox elpa-yaml-mode" in MISSING_EMACS
