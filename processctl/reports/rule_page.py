"""A rule's whole page as Markdown, in a reader's language: for the terminal and for the docs."""

from __future__ import annotations

from processctl.lint.questions import QUESTIONS
from processctl.rules.page import Block, blocks, markdown
from processctl.rules.rule import Rule
from processctl.texts import Message, Translator, say
from processctl.texts.severity import severity_word

HEADINGS: dict[str, Message] = {
    "What it checks": say("What it checks"),
    "Why it matters": say("Why it matters"),
    "Where": say("Where"),
    "Bad": say("Bad"),
    "Good": say("Good"),
    "When to disagree": say("When to disagree"),
    "Options": say("Options"),
    "Questions": say("The questions that it watches over"),
}


def rule_page(rule: Rule, speaker: Translator) -> str:
    """The page of a rule: its head, its sections, its options, the questions that it serves."""
    parts = blocks(rule.pages.get(speaker.language, rule.page))
    headed = (Block("paragraph", _head(rule, speaker)), *parts, *_more(rule, speaker))
    return f"# {rule.code} {rule.name}\n\n{markdown(headed, lambda text: _said(text, speaker))}"


def _said(text: str, speaker: Translator) -> str:
    """A heading, or a paragraph; what was said already (heads, options) finds no other words."""
    heading = HEADINGS.get(text)
    return speaker.render(heading) if heading is not None else speaker.phrase(text)


def _head(rule: Rule, speaker: Translator) -> str:
    words = [severity_word(rule.severity), say("since version {version}", version=rule.since)]
    if not rule.enabled:
        words.insert(1, say("off until a workspace gives it a severity"))
    elif any(option.shown is None for option in rule.options):
        words.insert(1, say("silent until its option is set"))
    if rule.repairs == "safe":
        words.append(say("`processctl lint --fix` mends it where what is meant is certain"))
    elif rule.repairs == "unsafe":
        words.append(say("`processctl lint --fix --unsafe` prepares a repair for you to look over"))
    return f"*{' · '.join(speaker.render(word) for word in words)}*"


def _more(rule: Rule, speaker: Translator) -> tuple[Block, ...]:
    found: list[Block] = []
    if rule.options:
        found.append(Block("heading", "Options"))
    for option in rule.options:
        default = (
            say("without it the rule finds nothing")
            if option.shown is None
            else say("by default {default}", default=option.shown)
        )
        line = say(
            "`{name}`: {says} It is {form}; {default}.",
            name=option.name,
            says=option.says,
            form=option.wants,
            default=default,
        )
        found.append(Block("item", speaker.render(line)))
    served = [question for question in QUESTIONS if rule.code in question.rules]
    if served:
        found.append(Block("heading", "Questions"))
    for question in served:
        found.append(Block("item", f"{question.id}: {speaker.render(question.words)}"))
    return tuple(found)
