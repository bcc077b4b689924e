"""Whose soldiers an adjective tells of that shares its noun with others: "| Kenyan | and Ugandan soldiers"."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.setting import Setting

_FORCES = frozenset({"soldiers", "troops", "forces", "marines", "guards"})
_BETWEEN = frozenset({"and", ","})
_LONGEST = 3  # words of the noun: "armed forces", "border guards"


def shared_force(parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "| U.S. | and Iraqi troops": the force of that state, as by "U.S. troops"."""
    adjective = asked.mention.name
    if setting.gazetteer.state_of_adjective(adjective) is None:
        return None
    noun = _noun_behind(parse, asked.end, others=_comes_second(parse, asked.start, setting), setting=setting)
    found = setting.gazetteer.pattern(f"{adjective} {noun}", setting.on) if noun is not None else None
    if found is None or found.rest or found.office is not None or found.actor.kind != "force":
        return None
    reason = Reason(rule="pattern", detail=f"“{adjective} {noun}” is {found.pattern} of {found.owner}", weight=0.9)
    return Named(found.actor, reason, score=0.9)


def _comes_second(parse: Parse, first: int, setting: Setting) -> bool:
    """ "Kenyan and | Ugandan | soldiers": whether another state's adjective, or "government", is joined to it."""
    if first < len(_BETWEEN) or parse.tokens[first - 1].lower not in _BETWEEN:
        return False
    if parse.tokens[first - 2].lower == "government":
        return True
    return any(setting.gazetteer.state_of_adjective(parse.text(first - n, first - 1)) is not None for n in (2, 3))


def _noun_behind(parse: Parse, at: int, *, others: bool, setting: Setting) -> str | None:
    """The words of the noun behind the last of several adjectives of states; None where no force is told."""
    state = setting.gazetteer.state_of_adjective
    end = parse.sentences[parse.sentence(at)][1]
    while at < end:
        if parse.tokens[at].lower in _BETWEEN:
            at += 1
        elif (long := next((n for n in (2, 1) if state(parse.text(at, min(at + n, end))) is not None), 0)) > 0:
            at, others = at + long, True
        else:
            break
    for last in range(at, min(at + _LONGEST, end) if others else at):
        if parse.tokens[last].lower in _FORCES:
            return parse.text(at, last + 1)
        if not (parse.tokens[last].is_noun or parse.tokens[last].tag == "JJ"):
            break
    return None
