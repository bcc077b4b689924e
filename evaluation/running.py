"""The product's stages as a set runs them: each through its public function, on a text whose offsets are the gold's."""

from __future__ import annotations

import whosays
from whosays import Parse, Report, Tools, coding, resolving
from whosays.records import CodedReport, report_id


def as_given(text: str, *, published: str | None = None, url: str | None = None) -> Report:
    """A report whose text is ``text`` to the letter, for gold that points into it: nothing is cleaned or cut off."""
    return Report(id=report_id(text, None, url), text=text, published=published, url=url)


def stages(report: Report, tools: Tools | None = None) -> tuple[Parse, CodedReport]:
    """One report coded the whole way, as the product does it, and its parse for who needs the names in it."""
    given = tools or whosays.tools()
    parsed = resolving.with_known_names(whosays.parse(report, given), given.gazetteer)
    return parsed, whosays.resolve(parsed, coding.code(parsed, given.ontology), given)
