"""One person of an organ, force or group is not the whole of it: "a Kenyan soldier", "a Danish lawmaker said".

Such a person has the codes of the organ and is a part of it, but no word of his is its word. Two members of a house or
of the press are no more the whole of it than one; soldiers, officials and fighters told of in the plural are.
"""

from __future__ import annotations

from whosays.gazetteer import PatternMatch
from whosays.gazetteer.names import slug
from whosays.parse import Parse, Token
from whosays.records import Actor
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.own import noun_at

# Nobody of these speaks or acts for all of them.
_EACH_HIS_OWN = frozenset("lawmaker senator legislator congressman congresswoman mp journalist reporter".split())


def one_of(parse: Parse, asked: Asked, found: PatternMatch) -> Actor | None:
    """The person, or the few, whom a phrase such as "a Kenyan soldier" tells of; None where it tells of the organ."""
    if found.office is not None or found.rest or found.actor.kind in {"person", "people"} or not found.called:
        return None
    head = parse.tokens[asked.head]
    many = head.tag == "NNS" and head.lemma.lower() in _EACH_HIS_OWN
    if not (many or (head.tag == "NN" and _is_person(parse, head))):
        return None
    before = (c for c in parse.children(head.i, "compound") if c.tag == "NN" and asked.start <= c.i < head.i)
    noun = " ".join([*(c.lower for c in before), head.lower])
    parts = tuple(dict.fromkeys((found.actor.id, found.owner)))
    return Actor(
        id=f"{found.actor.id}:{slug(noun)}",
        name=f"{found.called} {noun}",
        kind="people" if many else "person",
        codes=found.actor.codes,
        part_of=parts,
    )


def _is_person(parse: Parse, head: Token) -> bool:
    noun = noun_at(parse, head.i)
    return noun is not None and noun.kind == "person" and not noun.group
