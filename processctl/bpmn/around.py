"""What stands beside the flow of a process: annotations, other pools, data."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from processctl.bpmn.found import Note
from processctl.bpmn.markup import Element
from processctl.texts import say

_DATA = ("dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput")


def remarks(root: Element, process: Element) -> dict[str, list[tuple[int, str]]]:
    """The annotations, line and text, by the element that they are tied to; ``""`` for none."""
    groups = [process, *root.all("collaboration")]
    texts: dict[str, tuple[int, str]] = {}
    for one in (one for group in groups for one in group.all("textAnnotation")):
        inner = one.first("text")
        texts[one.id] = one.line, " ".join(inner.text.split()) if inner is not None else ""
    found: dict[str, list[tuple[int, str]]] = {}
    tied = set()
    for link in (one for group in groups for one in group.all("association")):
        ends = link.attributes.get("sourceRef", ""), link.attributes.get("targetRef", "")
        for note, other in (ends, ends[::-1]):
            if note in texts and other not in texts:
                tied.add(note)
                found.setdefault(other, []).append(texts[note])
    found[""] = [text for note, text in texts.items() if note not in tied]
    return found


def beside(root: Element, process: Element, nodes: Collection[str]) -> Iterator[Note]:
    """What is not taken over of all that; ``nodes`` are the ids of what is."""
    for element, texts in remarks(root, process).items():
        for line, words in texts if element not in nodes else ():
            message = say(
                'The annotation "{words}" is tied to no task: not taken over.', words=words
            )
            yield Note(line, message)
    for group in root.all("collaboration"):
        for one in group.all("messageFlow"):
            name = one.label or one.id
            yield Note(
                one.line, say('The message "{name}" between pools is not taken over.', name=name)
            )
        for one in group.all("participant"):
            if one.attributes.get("processRef") != process.id:
                message = say(
                    'The pool "{name}" is not taken over: one process makes one workspace.',
                    name=one.label or one.id,
                )
                yield Note(one.line, message)
    for one in list(process.all(*_DATA))[:1]:
        message = say(
            "Data objects are not taken over: which of them are fields of a case is yours to say."
        )
        yield Note(one.line, message)
    for one in process.all("group"):
        yield Note(one.line, say("A group is not taken over."))
