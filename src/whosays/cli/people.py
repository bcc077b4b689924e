"""How the answer to "who is this?" is shown: a card for each candidate, or JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from whosays.gazetteer.describing import Codes, Described, Term

_WIDTH = 100
_INDENT = 15
_MOST = 12  # parts and other names on a card; JSON has all


def as_json(found: Sequence[Described], day: str) -> str:
    """All that is known, with the day it was asked for."""
    return msgspec.json.format(msgspec.json.encode({"on": day, "actors": found}), indent=2).decode() + "\n"


def as_cards(found: Sequence[Described], day: str) -> str:
    """A card for each candidate, an empty line between them."""
    return "\n".join("".join(f"{line}\n" for line in _card(one, day)) for one in found)


FORMATS: dict[str, Callable[[Sequence[Described], str], str]] = {"table": as_cards, "json": as_json}


def _card(one: Described, day: str) -> Iterator[str]:
    doubt = "" if one.strength == "strong" else ", only with support from its context"
    yield f"{one.name}  [{one.id}]  {one.kind}{doubt}"
    yield from _line("because", "; ".join(one.reasons))
    yield from _line(f"on {day}" if one.held else "", "; ".join(_term(t) for t in one.held))
    yield from _line("formerly", "; ".join(_term(t) for t in reversed(one.former)))
    yield from _line("later", "; ".join(_term(t) for t in one.later))
    yield from _line("part of", _some(one.part_of))
    yield from _line("member of", _some(one.member_of))
    yield from _line("parts", _some(one.parts))
    yield from _line("lived", f"{one.start or '?'} to {one.end or 'now'}" if one.start or one.end else "")
    yield from _line("codes", _codes(one.codes))
    yield from _line("also", _some(one.also))
    yield from _line("sources", ", ".join(one.sources) + ("" if one.sure else "; dates not sure"))


def _line(name: str, value: str) -> Iterator[str]:
    if value:
        indent = " " * (_INDENT + 2)
        yield from textwrap.wrap(f"  {name:<{_INDENT}}{value}", _WIDTH, subsequent_indent=indent)


def _term(term: Term) -> str:
    sure = "" if term.sure else ", not sure"
    return f"{term.title} of {term.of} ({term.start or '?'} to {term.end or 'now'}{sure})"


def _codes(codes: Codes) -> str:
    told = [f"CAMEO {codes.cameo}" if codes.cameo else "", f"ISO {codes.iso2}/{codes.country}" if codes.iso2 else ""]
    told.append(f"COW {codes.cow}" if codes.cow else "")
    return ", ".join(t for t in told if t)


def _some(names: Iterable[str]) -> str:
    held = list(names)
    more = len(held) - _MOST
    return "; ".join(held[:_MOST]) + (f"; and {more} more" if more > 0 else "")
