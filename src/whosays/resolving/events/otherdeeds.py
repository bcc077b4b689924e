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


def _followed(parse: Parse, _earlier: Telling, later: Telling) -> bool:
    """ "Freed 80 bakers. The move follows | the release of 60 | in May": what came before is another deed."""
    noun = parse.tokens[later.head]
    verb = parse.tokens[noun.head]
    if noun.is_verb or noun.dep != "obj" or verb.lemma.lower() != "follow":
        return False
    told = parse.children(verb.i, "nsubj")
    return any(c.lemma.lower() in _BLOWS | {"release"} and articles(parse, c) & DEFINITE for c in told)


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


def _in_other_news(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "| In other violence |, troops raided a mill", "| in a separate incident |": what a report tells beside it."""
    if earlier.sentence == later.sentence:
        return False
    start, end = parse.sentences[later.sentence]
    start += parse.tokens[start].lower in {"and", "but"}
    opening = [t.lower for t in parse.tokens[start : min(end, start + _OPENING)]]
    same_land = opening[1:3] == ["the", "same"] and bool(_GROUNDS & set(opening[3:]))
    told = same_land or bool(_BESIDE & set(opening[1:3]))
    return opening[:1] == ["in"] and told and later.head > start + 1


_OPENING = 4  # words
_BESIDE = frozenset({"other", "another", "separate"})
_GROUNDS = frozenset("province area region city town district village country state".split())


def _is_ranked(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A strike hit a mill. | The third strike |", "bombs across the city ... | the deadliest blast |"."""
    noun = parse.tokens[later.head]
    if noun.is_verb or earlier.sentence == later.sentence:
        return False
    told = {c.lower for c in parse.children(noun.i, "amod")}
    several = parse.tokens[earlier.head].tag == "NNS"
    return bool(told & _ORDINALS) or (several and any(w.endswith("est") or w == "worst" for w in told - {"latest"}))


_ORDINALS = frozenset({"second", "third", "fourth", "fifth"})


def _turns_round(_parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A cook and a guard killed a soldier. | The cook | was killed": whoever did one thing suffered the other."""
    if earlier.event.type != "ASSAULT" or not (earlier.suffering or earlier.struck) or later.struck:
        return False
    turned = later.suffering and later.suffering <= earlier.acting - earlier.suffering - _ANYBODY
    back = later.acting & (earlier.suffering - later.suffering - _ANYBODY)
    return bool(turned and not later.acting) or bool(back and later.suffering and earlier.acting)


_ANYBODY = frozenset({"person", "people", "man", "number"})


def _of_an_anniversary(parse: Parse, _earlier: Telling, later: Telling) -> bool:
    """ "Ten years since | the anniversary of the signing |": of a deed of long ago."""
    noun = parse.tokens[later.head]
    return not noun.is_verb and parse.tokens[noun.head].lemma.lower() in {"anniversary", "aftermath"}


def _journey_apart(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Met the premier in Kest ... | the trip |": to go there is one thing, to meet him another."""
    modes = (earlier.event.mode, later.event.mode)
    travels = not parse.tokens[later.head].is_verb and modes[1] == "visit" and modes[0] != "visit"
    return earlier.event.type == "CONSULT" and travels


def _one_named_of_many(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Dozens were wounded in clashes ... | the murder of Jan Holub |": nobody whom the first sentence names."""
    noun = parse.tokens[later.head]
    if noun.is_verb or earlier.sentence == later.sentence or len(later.victims) != 1 or not earlier.event.tolls:
        return False
    many = all((t.count.low or 0) > 1 for t in earlier.event.tolls)
    inside = set(parse.subtree(noun.i))
    named = any(n.label == "person" and n.start in inside for n in parse.names)
    return many and named and not later.people & earlier.people and noun.tag == "NN"


def _says_other(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Several | other protests | were held", "faces | also | a charge of fraud"."""
    token = parse.tokens[later.head]
    told = (token,) if not token.is_verb else parse.children(token.i, "nsubj", "nsubj:pass")
    nouns = (n for n in told if n.i == token.i or n.lemma.lower() in _BLOWS | _GATHERINGS)
    if any(c.lower in {"other", "separate"} for n in nouns for c in parse.children(n.i, "amod")):
        return earlier.sentence != later.sentence
    also = any(c.lower == "also" for c in parse.children(token.i, "advmod"))
    return later.event.type == "ACCUSE" and also and earlier.sentence != later.sentence


_GATHERINGS = frozenset({"protest", "rally", "march", "demonstration"})


def _of_another_count(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Made | nine strikes | on Monday ... | six strikes | in Orland": so many, and a part of them."""
    one, two = (_how_many(parse, t.head) for t in (earlier, later))
    return one is not None and two is not None and one != two


def _how_many(parse: Parse, head: int) -> str | None:
    if not parse.tokens[head].is_noun:
        return None
    return next((c.lower for c in parse.children(head, "nummod")), None)


def _one_of_several(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "| Two separate attacks | killed five ... a man blew up his car at a gate in Kest": one of them, by itself."""
    noun = parse.tokens[earlier.head]
    if noun.is_verb or noun.tag != "NNS" or earlier.sentence == later.sentence or later.place is None:
        return False
    apart = any(c.lower in {"separate", "several"} for c in parse.children(noun.i, "amod"))
    apart = apart or bool(parse.children(noun.i, "nummod")) or parse.tokens[noun.head].lemma.lower() in _SERIES
    single = any(parse.tokens[i].lower in {"a", "an"} for i in parse.subtree(later.head) if i < later.head)
    return apart and single and later.place != earlier.place


_SERIES = frozenset({"series", "string", "wave", "spate", "number"})


def _by_others(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The army used gas ... the use of gas | by the rebels |": a noun that tells whose deed it is."""
    noun = parse.tokens[later.head]
    if noun.is_verb or earlier.event.type != "ASSAULT" or not earlier.acting or not later.acting:
        return False
    by = any(parse.case(c.i) == "by" for c in parse.children(noun.i, "nmod", "nmod:agent"))
    known = all(any(not d.startswith("own:") for d in t.doers) for t in (earlier, later))
    return by and known and not (earlier.doers & later.doers or earlier.acting & later.acting)


def _is_waged(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Murdered the priests ... | the rebel offensive |": a murder is no offensive."""
    noun = parse.tokens[later.head]
    waged = not noun.is_verb and noun.lemma.lower() in {"offensive", "campaign"}
    return waged and parse.tokens[earlier.head].lemma.lower() in _MURDERS


_MURDERS = frozenset({"murder", "assassinate", "assassination", "kill", "killing", "massacre", "execute", "execution"})


def _was_torture(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Accused of the torture of her husband. Bombers struck. | The attack | killed nine": no torture is meant."""
    noun = parse.tokens[later.head]
    blow = not noun.is_verb and noun.lemma.lower() in _OUTRIGHT
    return blow and earlier.event.mode == "torture" and later.event.mode != "torture"


_OUTRIGHT = frozenset("attack raid strike shooting blast explosion bombing ambush shelling bombardment".split())


OTHER_DEEDS: tuple[Callable[[Parse, Telling, Telling], bool], ...] = (
    _came_after, _followed, _by_another_hand, _on_their_own, _is_no_downing, _in_several_blows, _of_another_side,
    _one_side_strikes, _in_other_news, _is_ranked, _turns_round, _of_an_anniversary, _journey_apart,
    _one_named_of_many, _says_other, _of_another_count, _one_of_several, _by_others, _is_waged, _was_torture,
)  # fmt: skip
