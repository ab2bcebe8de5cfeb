"""Promises: what is to hold for every case, decided on the graph, or answered with a walk."""

from processctl.promises.ground import Ground
from processctl.promises.promise import judge_promise, promised_stages
from processctl.promises.verdict import Verdict
from processctl.promises.worst import slowest

__all__ = ["Ground", "Verdict", "judge_promise", "promised_stages", "slowest"]
