"""Victims in long lists of names: "Major Ruiz, Captain Soto, Sergeant Vera and Agent Pacheco were killed".

Trees of such lists break off after a few names. The names themselves, with nothing between them but titles, commas and
what each of them is, say who belongs to the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.parse import Name, Parse
from whosays.records import Count, Role, Toll

_LEAST = 3  # names; two are joined by the tree well enough
_BETWEEN = 6  # tokens between two names of a list: "and his cousin, Corporal"
_DESCRIBED = 16  # the same where semicolons part them: ", an employee of the Farm Fund ;"
_JOINING = frozenset({",", ";", "and", "&"})
_TITLE = 4  # tokens before a name that are its title
_HARMED = frozenset({"killed", "wounded", "captured", "arrested"})
_OF_PEOPLE = frozenset({"ASSAULT", "COERCE"})


def with_lists(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The attacks with every victim of a list of names of which the tree gave some."""
    runs = tuple(_runs(parse))
    return tuple(_with_run(parse, d, runs, book) if d.event.type in _OF_PEOPLE and runs else d for d in drafts)


def _runs(parse: Parse) -> Iterator[tuple[Name, ...]]:
    run: list[Name] = []
    for name in (n for n in parse.names if n.label == "person"):
        if run and not _goes_on(parse, run[-1], name):
            if len(run) >= _LEAST:
                yield tuple(run)
            run = []
        run.append(name)
    if len(run) >= _LEAST:
        yield tuple(run)


def _goes_on(parse: Parse, one: Name, other: Name) -> bool:
    """Whether a name follows another in the same list."""
    if parse.sentence(one.start) != parse.sentence(other.start):
        return False
    between = parse.tokens[one.end : other.start]
    words = {t.lower for t in between}
    if not words & _JOINING or any(t.is_verb or t.tag in {"MD", "WP", "WDT"} for t in between):
        return False
    if len(between) <= _BETWEEN:
        return all(t.lower in _JOINING or t.tag.startswith(("NN", "JJ", "PRP$", "DT", "CD", "RB")) for t in between)
    return ";" in words and len(between) <= _DESCRIBED


def _with_run(parse: Parse, draft: EventDraft, runs: Sequence[tuple[Name, ...]], book: Book) -> EventDraft:
    event = draft.event
    for run in runs:
        whole = parse.span(run[0].start, run[-1].end)
        spans = {m.id: m.span for m in book.all()}
        inside = [r for r in event.roles if r.mention is not None and spans[r.mention].overlaps(whole)]
        listed = [r for r in inside if r.part == "recipient" and r.effect in _HARMED]
        if not listed or any(r.part == "actor" for r in inside):  # a list in which one did it is not of the victims
            continue
        effect = listed[0].effect
        kept = tuple(r for r in event.roles if r not in listed)
        named = tuple(_named(parse, n, effect, book) for n in run)
        first = next(i for i, r in enumerate(event.roles) if r in listed)
        tolls = _counted(parse, event.tolls, run, effect)
        event = msgspec.structs.replace(event, roles=(*kept[:first], *named, *kept[first:]), tolls=tolls)
    return msgspec.structs.replace(draft, event=event)


def _named(parse: Parse, name: Name, effect: str | None, book: Book) -> Role:
    start = name.start
    while start > 0 and name.start - start < _TITLE and parse.sentence(start - 1) == parse.sentence(name.start):
        before = parse.tokens[start - 1]
        if not before.tag.startswith("NN") or before.lower in _JOINING or before.tag == "NNS":
            break
        start -= 1
    mention = book.add("actor", "name", start, name.end)
    span = parse.span(start, name.end)
    return Role(mention=mention, part="recipient", kind="person", number=Count(low=1, high=1, span=span), effect=effect)


def _counted(parse: Parse, tolls: Sequence[Toll], run: Sequence[Name], effect: str | None) -> tuple[Toll, ...]:
    """One for each name, where the names are what was counted; a list behind a number adds nothing to it."""
    whole = parse.span(run[0].start, run[-1].end)
    counted = [t for t in tolls if t.effect == effect and t.span.overlaps(whole)]
    if not counted or effect not in _HARMED:
        return tuple(tolls)
    spans = [parse.span(n.start, n.end) for n in run]
    each = tuple(msgspec.structs.replace(counted[0], span=s, count=Count(low=1, high=1, span=s)) for s in spans)
    return (*(t for t in tolls if t not in counted), *each)
