"""The questions that a process has to answer on the way to working together.

They restate a Finnish article on why sales and marketing fail to work together in small and mid-size
B2B companies, and its roadmap of four phases. A question is *open* while nothing that could answer it
is declared, *partly* answered while something is missing from what is declared, or a rule objects to
it, else *answered*.
"""

from processctl.lint.questions.foundations import FOUNDATIONS
from processctl.lint.questions.harmonised import HARMONISED
from processctl.lint.questions.improving import IMPROVING
from processctl.lint.questions.question import Question
from processctl.lint.questions.strategic import STRATEGIC

QUESTIONS: tuple[Question, ...] = (*FOUNDATIONS, *HARMONISED, *STRATEGIC, *IMPROVING)

__all__ = ["QUESTIONS", "Question"]
