"""The front door's verbs: the stages with the tools that ship with the package, for use in three lines of Python.

``import whosays; record = whosays.code(whosays.read("report.html"))`` is the whole way of a report. A stage that is
to run with other tools takes them as an argument; without one, those of the package are loaded once and kept.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from whosays import gazetteer, merging, parsing, resolving
from whosays.pipeline import Tools, code_report, load_tools
from whosays.records import CodedReport, Judgement, Report, Story

if TYPE_CHECKING:
    from whosays.coding import Coded
    from whosays.merging import Merged
    from whosays.parse import Parse


@functools.cache
def tools() -> Tools:
    """The tools that ship with the package, loaded at the first use and kept."""
    return load_tools()


def parse(report: Report, given: Tools | None = None) -> Parse:
    """A report's text taken apart: tokens, sentences, syntax, names, quotations, times."""
    return parsing.parse(report, (given or tools()).model)


def code(report: Report, given: Tools | None = None) -> CodedReport:
    """One report with all that is read out of it: mentions, entities, links, events and statements.

    Raises:
        UnreadableError: the text is not one that can be coded.
    """
    return code_report(report, given or tools())


def resolve(parsed: Parse, coded: Coded, given: Tools | None = None) -> CodedReport:
    """What was coded, with its actors, places and dates resolved."""
    return resolving.resolve(parsed, coded, (given or tools()).gazetteer)


def merge(records: Iterable[CodedReport], judgements: Iterable[Judgement] = (), given: Tools | None = None) -> Merged:
    """The incidents that the reports tell of, and the disputes between those who speak in them."""
    return merging.merge(records, judgements, given.gazetteer if given else gazetteer.load())


def stories(
    records: Iterable[CodedReport], judgements: Iterable[Judgement] = (), given: Tools | None = None
) -> tuple[Story, ...]:
    """The stories: which of the reports follow one developing matter, and why; the latest first."""
    return merging.stories(records, judgements, given.gazetteer if given else gazetteer.load())
