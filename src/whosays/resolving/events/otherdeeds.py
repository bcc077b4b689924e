"""What says that the next telling is of another deed: what it came after, by what hand and on whose own men it was.

"Jets struck a mill. | The attack came a day after | bakers killed six": what a deed is set beside is no part of it.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse
from whosays.resolving.events.newness import DEFINITE, articles
from whosays.resolving.events.tellings import Telling

_BLOWS = frozenset(
    """attack blast explosion bombing shooting clash raid strike airstrike ambush assault incident shelling
    bombardment offensive killing massacre violence assassination announcement move""".split()
)
_HAPPENS = frozenset({"come", "occur", "happen", "follow"})
_SET_BESIDE = frozenset({"after", "before"})
_AFAR = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack"})
_BY_HAND = frozenset({"execute", "behead", "stab", "lynch", "hang", "strangle", "hack", "decapitate"})
_THEIRS = (
    frozenset("soldier troop force army military police policeman officer guard serviceman marine government".split()),
    frozenset("militant insurgent rebel fighter gunman terrorist guerrilla extremist".split()),
)
_STRIKES = frozenset("strike airstrike bombing shelling bombardment raid attack".split())


def _came_after(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "| The attack came a day after | soldiers killed six": what the deed told of is set beside, not that deed."""
    verb = parse.tokens[later.head]
    over = parse.tokens[verb.head]
    if earlier.sentence == later.sentence or verb.dep != "advcl" or over.lemma.lower() not in _HAPPENS:
        return False
    if not {c.lower for c in parse.children(verb.i, "mark")} & _SET_BESIDE or earlier.doers & later.doers:
        return False
    told = parse.children(over.i, "nsubj")
    return any(c.lemma.lower() in _BLOWS and articles(parse, c) & DEFINITE for c in told)


def _by_another_hand(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Answered with strikes on nearby villages. Gunmen | executed | nine": nobody is executed from the air."""
    verb = parse.tokens[later.head]
    return verb.is_verb and verb.lemma.lower() in _BY_HAND and earlier.event.mode in _AFAR


def _on_their_own(_parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Army planes bombed the rebels. Nine | soldiers | were killed": not by the planes of their own."""
    if earlier.event.mode not in _AFAR or later.acting or earlier.suffering:
        return False
    return any(earlier.acting and earlier.acting <= side and later.suffering & side for side in _THEIRS)


def _downs(parse: Parse, telling: Telling) -> bool:
    verb = parse.tokens[telling.head]
    if not verb.is_verb or verb.lemma.lower() not in {"shoot", "down"}:
        return False
    down = any(c.lower == "down" for c in parse.children(verb.i, "compound:prt", "advmod", "advcl"))
    return verb.lemma.lower() == "down" or down


def _is_no_downing(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Said it had | shot down | five jets. Nine were killed by shelling": those on the ground are other people."""
    return _downs(parse, earlier) and not _downs(parse, later) and bool(later.suffering - {"pilot", "crew"})


def _in_several_blows(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A strike on a mill killed six. Nine others were hurt | in strikes | across the land": in more than that one."""
    verb = parse.tokens[later.head]
    if not verb.is_verb or earlier.sentence == later.sentence or parse.tokens[earlier.head].tag != "NN":
        return False
    told = [c for c in parse.children(verb.i, "obl", "obl:agent") if c.lemma.lower() in _STRIKES and c.tag == "NNS"]
    return any(not articles(parse, c) & DEFINITE for c in told)


def _of_another_side(_parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "It killed nine rebels. | Russian | jets bombed a mill": those named by a word of nation are others, too."""
    if not earlier.doers or not later.doers or (earlier.acting and later.acting):
        return False
    if earlier.event.type != "ASSAULT" or earlier.sentence == later.sentence:
        return False
    sides = [{d.partition(":")[0] if not d.startswith("own:") else d for d in t.doers} for t in (earlier, later)]
    return not sides[0] & sides[1]


def _one_side_strikes(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The army | fought | the Front in Kest. The Front | attacked a mill |": what one side did next."""
    one, two = parse.tokens[earlier.head], parse.tokens[later.head]
    if one.lemma.lower() not in _FIGHTING or not two.is_verb or earlier.sentence == later.sentence:
        return False
    between = len(earlier.doers) > 1 and not earlier.suffering and not earlier.struck
    return between and bool(later.struck) and len(later.doers) == 1 and two.lemma.lower() not in _FIGHTING


_FIGHTING = frozenset({"fight", "fighting", "clash", "battle", "skirmish"})

OTHER_DEEDS: tuple[Callable[[Parse, Telling, Telling], bool], ...] = (
    _came_after, _by_another_hand, _on_their_own, _is_no_downing, _in_several_blows, _of_another_side,
    _one_side_strikes,
)  # fmt: skip
