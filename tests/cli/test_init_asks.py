"""``init`` asks: on a terminal by itself, elsewhere on request."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.program import call, files_below
from tests.cli.terminal import Terminal

SOME = ["Our way", "Head of growth", "", "", "", "web form, trade fair", "", "Sales assistant", "soon", "1 business day"]  # fmt: skip


def typed(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def test_answers_are_written_and_the_rest_is_left_open(tmp_path: Path) -> None:
    done = call("init", "ours", "--ask", cwd=tmp_path, stdin=typed(*SOME))
    assert (done.status, done.err) == (0, "")
    assert 'Write a time such as "2 business days"' in done.out
    assert "H1 How are leads born, and how are they prepared?" in done.out
    assert set(files_below(tmp_path)) == {"ours/processctl.yaml", "ours/processctl.schema.json"}
    process = yaml.safe_load((tmp_path / "ours" / "processctl.yaml").read_text("utf-8"))
    assert process["process"] == {
        "name": "Our way", "owner": "head_of_growth", "languages": ["en"],
    }  # fmt: skip
    assert process["stages"]["new_lead"] == {
        "name": "New lead", "start": {"from": ["web form", "trade fair"]}, "owner": "sales_assistant",
        "within": "1 business day", "exits": [{"to": "in_sales"}],
    }  # fmt: skip
    linted = call("lint", "ours", cwd=tmp_path)
    assert linted.status == 1
    assert "PC307" in linted.out


def test_it_asks_in_finnish(tmp_path: Path) -> None:
    done = call("init", "polku", "--ask", "--lang", "fi", cwd=tmp_path, stdin=typed("Matka", ""))
    assert "Kuka vastaa kokonaisuudesta? Titteli, esimerkiksi kasvujohtaja." in done.out
    text = (tmp_path / "polku" / "processctl.yaml").read_text("utf-8")
    assert "Uusi liidi" in text
    assert "#   H2 Kuka ottaa yhteyttä uuteen liidiin ja kuinka pian?" in text


def test_without_a_terminal_a_starter_is_written(tmp_path: Path) -> None:
    done = call("init", "ours", cwd=tmp_path, stdin=typed(*SOME))
    assert "I ask" not in done.out
    assert "Anna" in (tmp_path / "ours" / "processctl.yaml").read_text("utf-8")


def test_what_exists_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    call("init", "ours", "--starter", cwd=tmp_path)
    done = call("init", "ours", "--ask", cwd=tmp_path, stdin=typed(*SOME))
    assert done.status == 2
    assert "I ask" not in done.out


def test_the_end_of_the_input_ends_the_questions(tmp_path: Path) -> None:
    done = call("init", "ours", "--ask", cwd=tmp_path, stdin=b"")
    assert done.status == 0
    assert (tmp_path / "ours" / "processctl.yaml").is_file()


def test_hostile_answers_are_words(tmp_path: Path) -> None:
    lines = ["\"]}'#", "a: &x !y *z", "{{", "- ", "%TAG", "<script>, 🚀", "\x1b[31m", "x"]
    done = call("init", "ours", "--ask", cwd=tmp_path, stdin=typed(*lines))
    assert done.status == 0
    linted = call("lint", "ours", "--select", "PC0,PC1", cwd=tmp_path)
    assert linted.status == 0, linted.out
    names = yaml.safe_load((tmp_path / "ours" / "processctl.yaml").read_text("utf-8"))
    assert names["process"]["name"] == lines[0]
    assert names["stages"]["new_lead"]["start"]["from"] == ["<script>", "🚀"]


def test_on_a_terminal_it_asks_by_itself(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init", "ours")
    terminal.until("first contact to customer?")
    terminal.type(b"Our way\n")
    terminal.until("Who answers for the whole of it?")
    terminal.type(b"\x04")
    terminal.until("processctl.schema.json")
    assert terminal.end() == 0
    text = (tmp_path / "ours" / "processctl.yaml").read_text("utf-8")
    assert "Our way" in text


def test_ctrl_c_leaves_everything_as_it_was(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init", "ours")
    terminal.until("first contact to customer?")
    terminal.type(b"Our way\n")
    terminal.until("Who answers for the whole of it?")
    terminal.type(b"\x03")
    assert terminal.end() == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("flag", ["--starter"])
def test_a_starter_can_be_had_at_a_terminal_too(flag: str, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "init", "ours", flag)
    terminal.until("processctl.schema.json")
    assert terminal.end() == 0
    assert "I ask" not in terminal.shown
