"""Words that tell of one deed: "a suicide bombing that killed", "attacked the convoy, wounding six".

Two attacks in one sentence stay two; only words tied by syntax, of one class and of modes that agree, are joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.coreference import parleys, retold
from whosays.coding.coreference.ties import RULES, side_by_side
from whosays.coding.coreference.twodeeds import are_two
from whosays.coding.sifting.nothing import is_portion
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.parse import Parse

VAGUE: frozenset[str | None] = frozenset({None, "targeted", "destroy"})  # modes that say nothing of the means


_PEACEFUL = frozenset({"protest", "demonstration", "march", "rally", "sit-in", "vigil"})
_TURNING = frozenset({"turn", "descend", "spill"})  # "the rally | turned violent"
_RIOTS = frozenset({"riot", "rioting", "clash", "unrest", "protest", "demonstration"})


def join(parse: Parse, found: Sequence[Found]) -> tuple[tuple[int, ...], ...]:
    """Indices of ``found`` that tell of one deed, grouped, in the order of the text."""
    groups = list(range(len(found)))
    for i, one in enumerate(found):
        for j in range(i + 1, len(found)):
            other = found[j]
            if parse.sentence(one.head) != parse.sentence(other.head):
                break
            if (
                not _of_two(one, other)
                and not _of_state(one, other)
                and not _only_around(found, (one, other))
                and not _answers(parse, one, other)
                and not _is_held_over(parse, one, other)
                and not (is_portion(parse, one) or is_portion(parse, other))
                and (
                    _agree(one, other)
                    or side_by_side(parse, one, other)
                    or parleys.of_one_meeting(one, other)
                    or _in_one_breath(parse, one, other)
                )
                and any(rule(parse, *pair) for rule in RULES for pair in ((one, other), (other, one)))
                and not are_two(parse, one, other)
            ):
                _unite(groups, i, j)
    gathered: dict[int, list[int]] = {}
    for i in range(len(found)):
        gathered.setdefault(_root(groups, i), []).append(i)
    return tuple(tuple(g) for g in gathered.values())


_IN_TURN = frozenset({"abduct", "torture", "sexual"})


def _in_one_breath(parse: Parse, one: Found, other: Found) -> bool:
    """ "Shot | and hacked | nine cooks to death": whatever with, it was done to the same people at once."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if not (first.is_verb and second.is_verb) or {one.trigger.event, other.trigger.event} != {"ASSAULT"}:
        return False
    if {one.trigger.mode, other.trigger.mode} & _IN_TURN:
        return False  # "abducting | and beheading | nine cooks": one after the other
    adjacent = second.i == first.i + 2 and second.dep == "conj" and second.head == first.i
    return adjacent and bool(set(one.slots.get("object", ())) & set(other.slots.get("object", ())))


def _only_around(found: Sequence[Found], pair: tuple[Found, Found]) -> bool:
    """ "Hurt by a ramming attack | during a march by the union": the march went on around another deed."""
    march = next((f for f in pair if f.trigger.event == "PROTEST"), None)
    harm = next((f for f in pair if f.trigger.event in {"ASSAULT", EFFECT} and f.trigger.effect), None)
    if march is None or harm is None or march.head not in harm.slots.get("during", ()):
        return False
    if harm.trigger.pos == "verb" and harm.slots.get("subject") and march.trigger.words[-1] in _PEACEFUL:
        return True  # "killed by guards | during a protest": by them, and no protest kills
    causes = {h for s in ("subject", "by", "in") for h in harm.slots.get(s, ())}
    return any(f.head in causes and f.trigger.event == "ASSAULT" for f in found)


_ANSWERS = frozenset({"response", "retaliation", "reprisal", "revenge"})


def _answers(parse: Parse, one: Found, other: Found) -> bool:
    """ "| In response to | a drone attack, the army shells the camp": the answer is another deed."""
    for asked, answering in ((one, other), (other, one)):
        above = next((a for a in parse.ancestors(asked.head) if a.lower in _ANSWERS), None)
        if above is not None and case_of(parse, above.i) == "in" and above.i < asked.head:
            if parse.tokens[answering.head].head == above.i and parse.tokens[answering.head].dep == "nsubj":
                return True  # "| the raid | was in revenge for an ambush"
            return answering.head not in parse.subtree(above.i)
    return False


_OVER = frozenset({"in", "over", "for", "into", "about"})


def _is_held_over(parse: Parse, one: Found, other: Found) -> bool:
    """ "| Arrested | two men in | the death | of a guard": the death is why, and they took nobody's life by it."""
    for held, harm in ((one, other), (other, one)):
        why = held.trigger.event == "COERCE" and held.trigger.mode == "arrest" and harm.trigger.event == EFFECT
        noun = parse.tokens[harm.head]
        if why and noun.is_noun and noun.head == held.head and case_of(parse, noun.i) in _OVER:
            return True
    return False


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
    if {a.event, b.event} == {"ASSAULT", "PROTEST"} and any(t.words[-1] in _RIOTS for t in (a, b)):
        # "killed | in a prison riot"
        return any(t.event == "ASSAULT" and t.effect is not None and t.mode is None for t in (a, b))
    if retold.agree(one, other):
        return True
    if a.event == b.event == "PROTEST" and {"protest", *_TURNING} & {a.words[0], b.words[0]}:
        return True
    return a.event == b.event and (a.mode in VAGUE or b.mode in VAGUE or a.mode == b.mode)


def _of_two(one: Found, other: Found) -> bool:
    """ "Was shot dead by police | after he killed four": what two parties did is no single deed."""
    if one.trigger.effect is None or other.trigger.effect is None or EFFECT in {one.trigger.event, other.trigger.event}:
        return False
    acting = [{*f.slots.get("by", ()), *f.slots.get("subject", ())} for f in (one, other)]
    return all(acting) and not acting[0] & acting[1]


def _of_state(one: Found, other: Found) -> bool:
    """ "Some were put in jail, while others | remain in custody": what goes on is not what was done."""
    return (one.trigger.status == "ongoing") != (other.trigger.status == "ongoing")
