"""Words that tell of one deed: "a suicide bombing that killed", "attacked the convoy, wounding six".

Two attacks in one sentence stay two; only words tied by syntax, of one class and of modes that agree, are joined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.mentions import case_of
from whosays.coding.triggers import EFFECT, Found
from whosays.parse import Parse

_WITHIN = frozenset({"in", "during", "by", "from", "of", "with", "at", "after", "following", "as", "when", "on", "to"})
VAGUE: frozenset[str | None] = frozenset({None, "targeted", "destroy"})  # modes that say nothing of the means
_ADVERBIAL_MARKS = frozenset({"when", "after", "as", "while", "where"})


def join(parse: Parse, found: Sequence[Found]) -> tuple[tuple[int, ...], ...]:
    """Indices of ``found`` that tell of one deed, grouped, in the order of the text."""
    groups = list(range(len(found)))
    for i, one in enumerate(found):
        for j in range(i + 1, len(found)):
            other = found[j]
            if parse.sentence(one.head) != parse.sentence(other.head):
                break
            if (_agree(one, other) or _side_by_side(parse, one, other)) and any(
                rule(parse, *pair) for rule in RULES for pair in ((one, other), (other, one))
            ):
                _unite(groups, i, j)
    gathered: dict[int, list[int]] = {}
    for i in range(len(found)):
        gathered.setdefault(_root(groups, i), []).append(i)
    return tuple(tuple(g) for g in gathered.values())


def _root(groups: list[int], i: int) -> int:
    while groups[i] != i:
        i = groups[i]
    return i


def _unite(groups: list[int], i: int, j: int) -> None:
    low, high = sorted((_root(groups, i), _root(groups, j)))
    groups[high] = low


def _agree(one: Found, other: Found) -> bool:
    a, b = one.trigger, other.trigger
    if EFFECT in {a.event, b.event}:
        return {a.event, b.event} <= {EFFECT, "ASSAULT", "COERCE", "PROTEST"}
    return a.event == b.event and (a.mode in VAGUE or b.mode in VAGUE or a.mode == b.mode)


def _is_subject(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The bombing | killed twelve", "a bombing | that killed": one stands in the other's slot."""
    if parse.tokens[deed.head].is_verb and not deed.carrier:
        return False
    slots = ("subject", "object", "in", "by", "from", "during", "at", "with", "after", "of", "as")
    return any(deed.head in effect.slots.get(slot, ()) for slot in slots)


def _is_described(parse: Parse, deed: Found, effect: Found) -> bool:
    """A participle or relative clause on the deed: "an attack | killing six", "a raid | in which six died"."""
    token = parse.tokens[effect.head]
    return token.is_verb and token.dep in {"acl", "acl:relcl"} and token.head in {deed.head, *deed.tokens}


def _follows(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "attacked the convoy | , wounding six", "opened fire | and killed"."""
    token = parse.tokens[effect.head]
    if not token.is_verb or effect.trigger.effect is None:
        return False
    anchor = deed.carrier if deed.carrier is not None else deed.head
    if token.head != anchor:
        return False
    if token.dep == "advcl":
        return token.tag in {"VBG", "VBN"} or any(
            m.lower in _ADVERBIAL_MARKS for m in parse.children(token.i, "mark", "advmod")
        )
    return token.dep in {"conj", "parataxis"} and not parse.children(token.i, "nsubj", "nsubj:pass")


def _frames(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Twelve were killed | when a bomber struck"."""
    token = parse.tokens[deed.carrier if deed.carrier is not None else deed.head]
    if effect.trigger.effect is None or not token.is_verb or token.dep != "advcl" or token.head != effect.head:
        return False
    return any(m.lower in _ADVERBIAL_MARKS for m in parse.children(token.i, "mark", "advmod"))


def _alike(parse: Parse, one: Found, other: Found) -> bool:
    """ "Two were killed | and six wounded in the raid", "was stormed | and looted": one clause goes on in the other."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if other.trigger.pos == "adjective" and one.trigger.effect not in {None, other.trigger.effect}:
        told_of = [parse.tokens[h] for h in other.slots.get("subject", ())]
        return any(t.dep == "conj" and t.head == first.i for t in told_of)  # "were killed and five | wounded"
    if second.dep != "conj" or second.head != first.i or not first.is_verb:
        return False
    if one.trigger.effect is not None and other.trigger.effect is not None:
        actors = (one.slots.get("subject", ()), other.slots.get("subject", ()))
        return one.trigger.effect != other.trigger.effect and not (actors[1] and actors[0] != actors[1])
    shared = set(one.slots.get("object", ())) & set(other.slots.get("object", ()))
    return bool(shared) and not parse.children(second.i, "nsubj", "nsubj:pass")


def _side_by_side(parse: Parse, one: Found, other: Found) -> bool:
    """ "Gunfire | and airstrikes killed 21": two nouns that one verb tells of."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if first.is_verb or second.is_verb or second.dep != "conj" or second.head != first.i:
        return False
    return one.trigger.event == other.trigger.event and not (
        {"of", "on", "against", "in", "at", "poss"} & set(other.slots)
    )


def _results(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The attack left five people | dead": what the verb that carries the deed made of its object."""
    if effect.trigger.pos != "adjective" or deed.carrier is None:
        return False
    told_of = effect.slots.get("subject", ())
    return any(parse.tokens[h].head == deed.carrier and parse.tokens[h].dep == "obj" for h in told_of)


def _within(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "killed | in an attack", "the killing | of six in a raid": the deed stands in the effect's phrase."""
    token = parse.tokens[deed.head]
    if token.is_verb or (effect.trigger.effect is None and parse.tokens[effect.head].is_verb):
        return False
    current = token
    for _ in range(2):
        if current.dep not in {"obl", "nmod", "obl:agent"} or case_of(parse, current.i) not in _WITHIN:
            return False
        if current.head == effect.head:
            return True
        current = parse.tokens[current.head]
    return False


def _renames(parse: Parse, deed: Found, effect: Found) -> bool:
    """An apposition or a compound: "the attack, a drone strike"; "a shooting attack"."""
    token = parse.tokens[effect.head]
    return token.dep in {"appos", "compound"} and token.head == deed.head


def _is_called(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "It was the deadliest attack": no; "the bombing was an attack on the mosque": yes."""
    return any(c.i == effect.head for c in parse.children(deed.head, "nsubj")) and bool(
        parse.children(deed.head, "cop")
    )


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _is_subject,
    _is_described,
    _follows,
    _frames,
    _alike,
    _results,
    _side_by_side,
    _within,
    _renames,
    _is_called,
)
