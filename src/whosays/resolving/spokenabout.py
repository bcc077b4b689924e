"""What words are about where they only point at a deed: "told Reuters that | the shooting | amounted to murder".

Which deed "the shooting" is, its link tells; the statement that holds the pointer speaks of it, and of no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.records import Act, Event, Link, Mention, Span, Statement, Target

# The other acts take up a deed by themselves: what is denied, blamed, claimed or condemned is more than spoken of.
_TELLING: frozenset[Act] = frozenset(
    {"assert", "confirm", "report", "predict", "warn", "promise", "call", "demand", "threaten", "decline"}
)


def about_pointed(
    statements: Sequence[Statement], pointing: Sequence[Link], mentions: Mapping[str, Mention], events: Sequence[Event]
) -> tuple[Statement, ...]:
    """The statements, also about the deeds that words in their contents point back at."""
    known = {e.id for e in events}
    by = ((mentions[k.mention], k.target) for k in pointing if k.target in known and k.mention in mentions)
    told = [(m.span, target) for m, target in by if not m.name.lower().endswith("events")]  # which of them, who knows
    return tuple(_with(s, told) for s in statements) if told else tuple(statements)


def _with(statement: Statement, told: Sequence[tuple[Span, str | None]]) -> Statement:
    if statement.act not in _TELLING:
        return statement
    have = {t.target for t in statement.about}
    inside = (
        target
        for span, target in told
        if target is not None and any(c.start <= span.start and span.end <= c.end for c in statement.content)
    )
    added = tuple(Target(target=t, as_="content") for t in dict.fromkeys(inside) if t not in have)
    return msgspec.structs.replace(statement, about=(*statement.about, *added)) if added else statement
