"""XML that comes from strangers, as elements that know their line.

No document type, entity or address of it is ever read: BPMN needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler, feature_namespaces

from processctl.bpmn.names import MODEL, OURS
from processctl.diagrams.sketch import plain
from processctl.texts import Message, say

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesNSImpl, Locator

LARGEST = 16 * 1024 * 1024
"""Bytes; the places of a large diagram take far more than what they are places of."""
DEEPEST = 100


class UnreadableError(Exception):
    """A file that cannot be read; ``line`` is where, if that is known, ``hint`` what would help."""

    def __init__(
        self, message: Message, line: int | None = None, hint: Message | None = None
    ) -> None:
        super().__init__(message.template)
        self.message = message
        self.line = line
        self.hint = hint


@dataclass(frozen=True)
class Element:
    """An element of BPMN's own name space; those of others are passed over, with all in them.

    ``marks`` are the attributes of our name space, ``attributes`` those without one.
    """

    name: str
    line: int
    attributes: Mapping[str, str]
    marks: Mapping[str, str]
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id; empty where it has none."""
        return self.attributes.get("id", "")

    @property
    def label(self) -> str:
        """Its name on one line."""
        return plain(self.attributes.get("name", ""))

    @property
    def text(self) -> str:
        """The text in it, line by line without the space around them."""
        return _lines("".join(self.texts))

    def all(self, *names: str) -> Iterator[Element]:
        """The children of these names, in the order written."""
        return (child for child in self.children if child.name in names)

    def first(self, name: str) -> Element | None:
        """The first child of a name."""
        return next(self.all(name), None)


def parse(data: bytes) -> Element:
    """The root of a BPMN file.

    Raises:
        UnreadableError: it is too large or too deep, no XML, XML that could do harm, or no BPMN.
    """
    if len(data) > LARGEST:
        raise UnreadableError(
            say("The file is larger than {size} MiB.", size=LARGEST // (1024 * 1024))
        )
    root = _read(data)
    if root is None or root.name != "definitions":
        raise UnreadableError(
            say("This is XML, but no BPMN 2.0: there is no {element} at its beginning.",
                element="<definitions>"),
            1,
            say('Export the diagram as "BPMN 2.0 XML".'),
        )  # fmt: skip
    return root


def _read(data: bytes) -> Element | None:
    from xml.sax import SAXParseException

    from defusedxml import DefusedXmlException
    from defusedxml.sax import make_parser

    builder = _Builder()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(builder)
    try:
        parser.parse(BytesIO(data))
    except SAXParseException as error:
        raise UnreadableError(
            say("The XML is broken: {reason}.", reason=str(error.getMessage())),
            error.getLineNumber(),
        ) from error
    except DefusedXmlException as error:
        raise UnreadableError(
            say(
                "The file has a document type or entities, which BPMN does not need, and which could do harm."
            ),
            parser.getLineNumber(),
            say('Take out the part that begins with "<!DOCTYPE".'),
        ) from error
    except (ValueError, LookupError) as error:  # an encoding that there is not, or that is not kept
        raise UnreadableError(say("The file is not in the encoding that it names.")) from error
    return builder.root


class _Builder(ContentHandler):
    """Takes the events of the parser; one that is not BPMN's hides all that is in it."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element | None] = []
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - xml.sax calls it so
        self._locator = locator

    def startElementNS(  # noqa: N802 - xml.sax calls it so
        self, name: tuple[str | None, str], qname: str | None, attributes: AttributesNSImpl
    ) -> None:
        del qname
        line = (self._locator.getLineNumber() if self._locator else None) or 1
        if len(self._open) >= DEEPEST:
            raise UnreadableError(
                say("Elements stand inside each other more than {depth} deep.", depth=DEEPEST), line
            )
        hidden = bool(self._open) and self._open[-1] is None
        made = None if hidden or name[0] != MODEL else _element(name[1], line, attributes)
        if made is not None:
            if self._open and (parent := self._open[-1]) is not None:
                parent.children.append(made)
            elif not self._open:
                self.root = made
        self._open.append(made)

    def endElementNS(self, name: object, qname: object) -> None:  # noqa: N802 - xml.sax calls it so
        del name, qname
        self._open.pop()

    def characters(self, content: str) -> None:
        if self._open and (inner := self._open[-1]) is not None:
            inner.texts.append(content)


def _element(name: str, line: int, attributes: AttributesNSImpl) -> Element:
    own: dict[str, str] = {}
    marks: dict[str, str] = {}
    for (space, key), value in attributes.items():
        if not space:
            own[key] = value
        elif space == OURS:
            marks[key] = _lines(value)
    return Element(name, line, own, marks)


def _lines(text: str) -> str:
    """Lines of text without signs that no text of ours may hold."""
    return "\n".join(plain(line) for line in text.strip().split("\n"))
