"""How many were killed, wounded, held: the tolls that a trigger tells of its participants."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.mentions import phrase_range
from whosays.coding.quantities import count_of
from whosays.coding.roles import Part, real_head
from whosays.coding.triggers import Found
from whosays.ontology import THING_EFFECTS
from whosays.ontology.wording import QuantityWords
from whosays.parse import Parse
from whosays.records import Count, Effect, Toll, TollParty

_NIL = frozenset({"nobody", "none", "nothing"})
_CIVILIANS = frozenset(
    "civilian civilians child children woman women villager villagers resident residents worshipper worshippers "
    "shopper shoppers passenger passengers bystander bystanders journalist journalists student students".split()
)


def tolls_of(parse: Parse, found: Found, parts: Sequence[Part], words: QuantityWords) -> tuple[Toll, ...]:
    """The tolls of one trigger: one for each group of people that it says was killed, wounded ..."""
    effect = found.trigger.effect
    if effect is None or effect in THING_EFFECTS:
        return ()
    tolls = [
        toll
        for part in parts
        if part.part == "recipient" and part.kind != "thing"
        for toll in [_toll(parse, part, _effect(effect), words)]
        if toll is not None
    ]
    return tuple(tolls)


def without_parts(told: Sequence[Sequence[Toll]]) -> list[Toll]:
    """The tolls of joined words, without those that only take a total apart.

    "Five were killed when he shot his four sisters and mother": five, and not five and four and one.
    """
    kept: list[Toll] = []
    for i, group in enumerate(told):
        for effect in dict.fromkeys(t.effect for t in group):
            own = [t for t in group if t.effect == effect]
            total = sum(t.count.low or t.count.high or 0 for t in own)
            others = [t for j, g in enumerate(told) if j != i for t in g if t.effect == effect]
            if not any(
                (t.count.low or 0) > total or ((t.count.low or 0) == total and (len(own) > 1 or t in kept))
                for t in others
            ):
                kept += own
    return kept


def _effect(name: str) -> Effect:
    return name  # type: ignore[return-value]  # the ontology's loader has checked it


def _toll(parse: Parse, part: Part, effect: Effect, words: QuantityWords) -> Toll | None:
    token = parse.tokens[part.head]
    span = parse.span(*phrase_range(parse, part.head))
    nil = token.lower in _NIL or (
        token.lower in {"one", "people", "person", "casualties", "injuries"}
        and any(d.lower == "no" for d in parse.children(part.head, "det"))
    )
    if nil:
        return Toll(effect=effect, count=Count(low=0, high=0, span=span), span=span, party="all")
    if token.tag.startswith("PRP"):
        if token.lower in {"he", "she", "him", "her"}:
            return Toll(effect=effect, count=Count(low=1, high=1, span=span), span=span, party="recipient")
        return None
    count = count_of(parse, part.head, words)
    if count is None or (part.kind == "organisation" and count.high == 1):
        return None  # "killed the Taliban": how many nobody says
    return Toll(
        effect=effect,
        count=count,
        span=span,
        party=_party(parse, part.head),
        includes_attacker=_includes_attacker(parse, part.head, words),
    )


def _party(parse: Parse, head: int) -> TollParty:
    token = parse.tokens[real_head(parse, head)]
    return "civilian" if token.lower in _CIVILIANS or token.lemma.lower() in _CIVILIANS else "recipient"


def _includes_attacker(parse: Parse, head: int, words: QuantityWords) -> bool:
    """ "12 people, including the attacker": the words that follow the phrase in its own sentence."""
    end = parse.sentences[parse.sentence(head)][1]
    following = parse.tokens[head + 1 : min(end, head + 8)]
    for i, token in enumerate(following):
        if token.lower in {"including", "among"} or token.text == "(":
            rest = {t.lemma.lower() for t in following[i + 1 : i + 5]}
            return bool(rest & words.attackers) and "excluding" not in rest
    return False
