"""Whom a bare noun of the headline means: whom the text calls by it. "Army denies ...", and below "the Orlian army"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Link, Reason
from whosays.resolving.actors.asked import Asked


def called_above(parse: Parse, asked: Sequence[Asked], links: Mapping[str, Link]) -> dict[str, Link]:
    """The links of the headline's bare nouns to whom the text below calls so, by mention."""
    title = len(parse.report.title or "")
    found: dict[str, Link] = {}
    for one in (a for a in asked if a.mention.span.end <= title):
        noun = parse.tokens[one.head]
        link = links.get(one.mention.id)
        if link is None or link.target != f"own:{noun.lower}":
            continue
        below = [
            o for o in asked
            if o.mention.span.start >= title
            and o.mention.form != "pronoun"
            and parse.tokens[o.head].lower == noun.lower
        ]  # fmt: skip
        meant = {links[o.mention.id].target for o in below if o.mention.id in links} - {link.target}
        target = meant.pop() if len(meant) == 1 else None
        if target is not None:
            detail = f"the text says whom the headline calls “{one.mention.name}”"
            reason = Reason(rule="headline", detail=detail, weight=0.8)
            found[one.mention.id] = msgspec.structs.replace(link, target=target, score=0.8, reasons=(reason,))
    return found
