"""The extension for Visual Studio Code: its code is sound, works with the real server, and packs well."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from processctl import __version__
from tests.conftest import REPOSITORY
from tests.editors.extension import copy, run

PACKED = {
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/LICENSE.txt",
    "extension/changelog.md",
    "extension/dist/LICENSES.txt",
    "extension/dist/extension.js",
    "extension/dist/panel.css",
    "extension/dist/panel.js",
    "extension/images/icon.png",
    "extension/l10n/bundle.l10n.fi.json",
    "extension/package.json",
    "extension/package.nls.fi.json",
    "extension/package.nls.json",
    "extension/readme.md",
}


def test_types_form_and_habits(tmp_path: Path) -> None:
    run(copy(tmp_path), "npm", "run", "check")


def test_its_logic_works_with_the_real_server(tmp_path: Path) -> None:
    told = run(copy(tmp_path), "npm", "test")
    counted = {name: int(count) for name, count in re.findall(r"(\w+) (\d+)$", told, re.M)}
    assert counted["pass"] >= 20, told
    assert counted["fail"] + counted["skipped"] + counted["cancelled"] == 0, told


def test_it_is_packed_with_what_it_needs_and_nothing_more(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    run(folder, "npm", "run", "package")
    with zipfile.ZipFile(next(folder.glob("*.vsix"))) as packed:
        assert set(packed.namelist()) == PACKED
        about = json.loads(packed.read("extension/package.json"))
        licences = packed.read("extension/dist/LICENSES.txt").decode()
        code = packed.read("extension/dist/extension.js").decode()
    assert "vscode-languageclient" in licences
    # All that it needs is within: what it asks for comes with the editor, or with Node.js.
    outside = set(re.findall(r'require\("([^"]+)"\)', code))
    own = json.loads(run(folder, "node", "-p", 'JSON.stringify(require("module").builtinModules)'))
    assert {name.removeprefix("node:") for name in outside} <= {"vscode", *own}
    # It goes out together with processctl, under the same number and licence.
    assert about["version"] == __version__
    assert f"## {__version__}\n" in (folder / "CHANGELOG.md").read_text("utf-8")
    assert (folder / "LICENSE").read_bytes() == (REPOSITORY / "LICENSE").read_bytes()
    # No folder can choose the program that is started.
    assert about["contributes"]["configuration"]["properties"]["processctl.path"]["scope"] == (
        "machine"
    )
    assert about["capabilities"]["untrustedWorkspaces"]["supported"] == "limited"
