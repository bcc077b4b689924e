"""What "the move" or "the decision" is: "Togo closed its border on Monday. Benin condemned | the move |"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.propositions import Occurrence
from whosays.parse import Parse, Token
from whosays.records import Act

_JUDGING: frozenset[Act] = frozenset({"condemn", "praise", "concern", "refuse"})
_MOVES = frozenset({"decision", "measure", "move", "step"})
_POINTERS = frozenset({"the", "this", "that", "these", "those"})
# What states and bodies decide to do; a killing is no "move".
_DECIDED = frozenset(
    "AGREE AID COERCE CONCEDE CONSULT COOPERATE MOBILIZE REJECT RETREAT SANCTION SUPPORT THREATEN".split()
)
_UNREAL = frozenset({"negated", "hypothetical", "habitual", "demanded"})
_ANNOUNCING = frozenset({"announce", "say", "confirm", "report", "declare", "state", "decide"})
_BESIDE = ("nmod", "acl", "acl:relcl", "amod", "compound", "nmod:poss")


def the_move(
    parse: Parse, draft: Draft, events: Sequence[Occurrence], recalled: Mapping[str, int]
) -> Occurrence | None:
    """The deed of the sentence before, where it tells of that one alone and the noun says nothing of another.

    Or the deed that the sentence before spoke of (``recalled``): "Benin condemned the closure. Mali hailed the move".
    """
    head = draft.content_head
    if draft.act not in _JUDGING or head is None or parse.tokens[head].lemma.lower() not in _MOVES:
        return None
    noun = parse.tokens[head]
    if not any(c.lower in _POINTERS for c in parse.children(head, "det")) or parse.children(head, *_BESIDE):
        return None
    here = parse.sentence(head)
    before = [o for o in events if parse.sentence(o.head) in {here - 1, here} and o.head < noun.i]
    before = [o for o in before if parse.sentence(o.head) == here] or before
    before = before or [o for o in events if recalled.get(o.event.id) == here - 1]
    deeds = [o for o in before if o.event.type in _DECIDED and o.event.status not in _UNREAL and _is_news(parse, o)]
    return deeds[0] if len(deeds) == 1 else None


def _is_news(parse: Parse, occurrence: Occurrence) -> bool:
    """Whether a deed is what its sentence tells: no reason, no relative clause, nothing of the past beside it."""
    above: Token = parse.tokens[occurrence.head]
    while above.dep != "root":
        holder = parse.tokens[above.head]
        announced = above.dep in {"ccomp", "xcomp", "obj"} and holder.lemma.lower() in _ANNOUNCING
        if above.dep != "conj" and not announced and holder.i not in occurrence.tokens:
            return False
        above = holder
    return True
