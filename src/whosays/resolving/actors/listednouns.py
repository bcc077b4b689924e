"""Common nouns that the lists know for somebody: "the world body" is the United Nations where the report names it."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Met
from whosays.resolving.actors.setting import Setting


def listed_noun(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> Named | None:
    """Whom the lists know by the words of a definite noun; None where the report does not name him.

    Args:
        parse: the report.
        one: the definite noun, with its article.
        told: the actors met so far.
        setting: whom names may mean.
    """
    listed = {c.actor_id for c in setting.gazetteer.actors_named(parse.text(one.start + 1, one.end), setting.on)}
    actor = setting.gazetteer.actor(next(iter(listed))) if len(listed) == 1 else None
    if actor is None:
        return None
    if not any(m.actor.id == actor.id for m in told) and not is_named(parse, actor.id, setting):
        return None
    detail = f"“{one.mention.name}” is a listed word for “{actor.name}”, named in the report"
    return Named(actor, Reason(rule="listed", detail=detail, weight=0.8), score=0.8)


def is_named(parse: Parse, identifier: str, setting: Setting) -> bool:
    """Whether the report calls an actor by one of its own names."""
    hits = setting.gazetteer.scan([t.text for t in parse.tokens], setting.on)
    return any(c.actor_id == identifier and c.strength == "strong" for h in hits for c in h.candidates)


def is_one_group(parse: Parse, one: Asked) -> bool:
    """Whether a noun stands for one body of people: "the Palestinian militant | group |"."""
    token = parse.tokens[one.head]
    return token.tag == "NN" and token.lower in {"group", "movement", "organisation", "organization", "faction"}
