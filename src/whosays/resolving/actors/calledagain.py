"""Somebody told of before by another name of his: a body by its letters, whoever holds an office by the office."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse
from whosays.resolving.actors.acronyms import initials
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Memory, Met, points
from whosays.resolving.actors.own import bare


def by_letters(one: Asked, told: Sequence[Met]) -> Named | None:
    """ "The Associated Press ... | AP |": the letters of a body named in full before, which no list knows."""
    letters = bare(one.core.name)
    if one.mention.form != "name" or one.label == "person" or not (letters.isalpha() and letters.isupper()):
        return None
    bodies = (m for m in told if m.form == "name" and m.actor.kind != "person" and m.actor.id.startswith("own:"))
    found = {m.actor.id: m for m in bodies if initials(m.name) == letters}
    return points(one, "letters", next(iter(found.values()))) if len(found) == 1 else None


def holder_told(parse: Parse, one: Asked, memory: Memory) -> Named | None:
    """ "Kest Bank director Ana Ruiz ... | the Kest Bank director |": an office that somebody was told to hold."""
    the = parse.tokens[one.start].lower == "the" and one.mention.form == "nominal"
    if not the or parse.tokens[one.head].tag != "NN":
        return None
    said = memory.same_noun(one, generic=False)
    if said is None or said.actor is None or said.actor.kind != "person":
        return None
    where = {t.lower for t in parse.tokens[one.start : one.end] if t.tag.startswith("NNP")}
    same = (m for m in memory.told if m.actor.id == said.actor.id)
    return said if any(where <= m.words | set(m.name.lower().split()) for m in same) else None
