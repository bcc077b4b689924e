"""Who says "I" or "we" outside all quotations: whoever tells the whole text, or the body that publishes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.gazetteer import Gazetteer
from whosays.parse import Parse
from whosays.records import Actor, Link, Mention, Reason, mention_id
from whosays.resolving.actors.own import own_actor

MADE_BY = "rule:narrator@1"
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_ADDRESSED = frozenset({"you", "your", "yours"})
# "Q: ...", "Moderator: ...": lines of a conversation.
_SPEAKER_LABEL = re.compile(r"^\W*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}\s?:\s+\w", re.MULTILINE)
_FEW = 2
_OTHERS = frozenset({"media", "person", "people", "state", "unknown"})  # who publishes and does not speak as "we"


def narrated(
    parse: Parse, taken: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[tuple[tuple[Mention, Link], ...], Actor | None]:
    """The "I" of a text that one person tells, each linked to that person; nothing for a conversation.

    Args:
        parse: the report.
        taken: its mentions; those that stand on such a pronoun are linked as they are.
        gazetteer: who the byline may be.
    """
    quoted = _quoted(parse)
    own = [t.i for t in parse.tokens if t.lower in SINGULAR and t.tag.startswith("PRP") and not quoted[t.i]]
    if len(own) < (1 if parse.report.byline else _FEW) or _is_conversation(parse, quoted):
        return (), None
    actor = _teller(parse, gazetteer)
    reason = Reason(rule="narrator", detail=f"outside quotations “I” is {actor.name}", weight=0.8)
    return _linked(parse, taken, own, actor, reason), actor


def issued(
    parse: Parse, taken: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[tuple[tuple[Mention, Link], ...], Actor | None]:
    """The "we" of a text that a ministry, a body or a charity publishes itself; nothing where an outlet tells it."""
    named = [c.actor_id for c in gazetteer.actors_named(parse.report.publisher or "") if c.strength == "strong"]
    actor = gazetteer.actor(named[0]) if len(named) == 1 else None
    quoted = _quoted(parse)
    own = [t.i for t in parse.tokens if t.lower in PLURAL and t.tag.startswith("PRP") and not quoted[t.i]]
    if actor is None or actor.kind in _OTHERS or not own or _is_conversation(parse, quoted):
        return (), None
    reason = Reason(rule="narrator", detail=f"“we” is {actor.name}, who published the text", weight=0.8)
    return _linked(parse, taken, own, actor, reason), actor


def _linked(
    parse: Parse, taken: Sequence[Mention], own: Sequence[int], actor: Actor, reason: Reason
) -> tuple[tuple[Mention, Link], ...]:
    """Each of the pronouns at ``own``, as the mention that stands on it or a new one, linked to the actor."""
    standing = {parse.tokens_of(m.span)[0]: m for m in taken if m.form == "pronoun"}
    found = []
    for i in own:
        span = parse.span(i, i + 1)
        mention = standing.get(i) or Mention(
            id=mention_id(span, "actor"), kind="actor", form="pronoun", span=span, name=parse.tokens[i].text,
            made_by=MADE_BY,
        )  # fmt: skip
        link = Link(mention=mention.id, target=actor.id, score=0.8, reasons=(reason,), made_by=MADE_BY)
        found.append((mention, link))
    return tuple(found)


def _quoted(parse: Parse) -> list[bool]:
    inside = [False] * len(parse.tokens)
    for quotation in parse.quotations:
        for i in range(quotation.open, min(quotation.close + 1, len(parse.tokens))):
            inside[i] = True
    return inside


def _is_conversation(parse: Parse, quoted: Sequence[bool]) -> bool:
    """Whether several speak: lines that name their speaker, or questions put to a "you"."""
    if len(_SPEAKER_LABEL.findall(parse.report.text)) >= _FEW:
        return True
    asked = 0
    for start, end in parse.sentences:
        words = [t for t in parse.tokens[start:end] if not quoted[t.i]]
        put = any(t.text == "?" for t in words) and any(t.lower in _ADDRESSED for t in words)
        asked += put
    return asked >= _FEW


def _teller(parse: Parse, gazetteer: Gazetteer) -> Actor:
    byline = " ".join((parse.report.byline or "").split())
    named = [c.actor_id for c in gazetteer.actors_named(byline) if c.strength == "strong"] if byline else []
    listed = gazetteer.actor(named[0]) if len(named) == 1 else None
    if listed is not None and listed.kind == "person":
        return listed
    one = byline and not re.search(r"\band\b|[,;&]", byline)
    return own_actor(byline if one else "the narrator", "person", None)
