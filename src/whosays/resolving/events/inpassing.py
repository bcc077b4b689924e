"""A deed that a report tells again in passing: by the number of its dead, by those in hospital, by who confirms it.

Each is evidence as in :mod:`whosays.resolving.events.sameness`; it sees two tellings that nothing keeps apart, and is
asked when all else has been.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Count, Event, Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, says
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.spokenof import BLOWS
from whosays.resolving.events.tellings import MEANS, Telling, is_bare_plural

_PLAIN = frozenset({"happened", "ongoing"})
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    "again also fourth meanwhile other others previous previously recently similar separate".split()
)
_FAR, _NEAR = 40, 8  # sentences
_MANY = 10  # so many dead are no chance


def as_many_dead(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Jets struck a village near Kest, killing 47 people. ... | 47 people died | when planes hit homes in Kest"."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or {one.status, two.status} - _PLAIN:
        return None
    if not 0 < later.sentence - earlier.sentence <= _FAR or says(parse, later.sentence, _ANEW):
        return None
    dead = [_dead(e) for e in (one, two)]
    if dead[0] is None or dead[1] is None or (dead[0].low, dead[0].high) != (dead[1].low, dead[1].high):
        return None
    if (dead[0].low or 0) < _MANY or not _in_one_way(parse, earlier, later):
        return None
    if not may_be((earlier.recipients, earlier.suffering), (later.recipients, later.suffering)):
        return None
    if not (may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or _are_allies(earlier, later)):
        return None
    if not (_towns(parse, earlier) & _words(parse, later) or _towns(parse, later) & _words(parse, earlier)):
        return None
    return Reason(rule="as-many", detail="as many died in the same way, in the same place", weight=0.75)


def _dead(event: Event) -> Count | None:
    told = [t for t in event.tolls if t.effect == "killed" and not is_bare_plural(t)]
    return told[0].count if len(told) == 1 and not told[0].count.approximate else None


_STRIKES = frozenset({"airstrike", "strike", "bombing", "jet", "warplane", "plane", "aircraft", "drone", "helicopter"})


def _in_one_way(parse: Parse, earlier: Telling, later: Telling) -> bool:
    ways = [MEANS.get(t.event.mode or "") for t in (earlier, later)]
    if ways[0] == ways[1]:
        return True
    if "air" in ways and None in ways:
        return all(_lemmas(parse, t) & _STRIKES for t in (earlier, later))
    return None in ways and earlier.place is not None and earlier.place == later.place


def _lemmas(parse: Parse, telling: Telling) -> frozenset[str]:
    start, end = parse.sentences[telling.sentence]
    return frozenset(t.lemma.lower() for t in parse.tokens[start:end])


_ALLIANCES = ("nato", "coalition", "isaf", "operation inherent resolve")


def _are_allies(earlier: Telling, later: Telling) -> bool:
    """ "| NATO | strikes ... US | aircraft": an alliance strikes by the jets of a member."""
    who = earlier.doers | later.doers
    known = [d.lower() for d in sorted(who)]
    return any(name in d for d in known for name in _ALLIANCES)


def _towns(parse: Parse, telling: Telling) -> frozenset[str]:
    """The names of places in the sentence."""
    start, end = parse.sentences[telling.sentence]
    told = (n for n in parse.names if start <= n.start < end and n.label == "place")
    return frozenset(parse.tokens[n.end - 1].text for n in told)


def _words(parse: Parse, telling: Telling) -> frozenset[str]:
    start, end = parse.sentences[telling.sentence]
    return frozenset(t.text for t in parse.tokens[start:end])


_BROUGHT = frozenset(
    "bring take rush admit receive treat transfer evacuate carry transport ferry hospitalise hospitalize".split()
)
_WARDS = frozenset({"hospital", "clinic", "infirmary", "morgue", "mortuary"})
_HURT = frozenset({"wounded", "injured", "hurt", "dead"})


def brought_in(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomb went off at a mill. ... | Nine bodies and 90 wounded people | were brought to hospital": its victims."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or {one.status, two.status} - _PLAIN or later.doers or later.struck or not two.tolls:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEAR or says(parse, later.sentence, _ANEW):
        return None
    if parse.tokens[later.head].lower not in _HURT or parse.tokens[earlier.head].tag == "NNS":
        return None
    verb = next((a for a in parse.ancestors(later.head) if a.is_verb), None)
    if verb is None or verb.lemma.lower() not in _BROUGHT or not _lemmas(parse, later) & _WARDS:
        return None
    if figures_differ(one, two) or (two.when.start is not None and two.when.start != one.when.start):
        return None
    return Reason(rule="in-hospital", detail="counts those brought in from it", weight=0.75)


_CONFIRMING = frozenset({"acknowledge", "confirm", "announce", "report"})


def confirmed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomber struck a mill. ... | Confirming the attack |, the army said guards had died in a blast": in that."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or {one.status, two.status} - _PLAIN or figures_differ(one, two):
        return None
    if not 0 < later.sentence - earlier.sentence <= _FAR or says(parse, later.sentence, _ANEW):
        return None
    start, _ = parse.sentences[later.sentence]
    first = parse.tokens[start]
    what = parse.children(start, "obj")
    if first.tag != "VBG" or first.lemma.lower() not in _CONFIRMING or not what or not _is_it(parse, what[0]):
        return None
    if not may_be((earlier.recipients, earlier.suffering), (later.recipients, later.suffering)):
        return None
    return Reason(rule="confirmed", detail="said in confirming what was told before", weight=0.75)


def _is_it(parse: Parse, noun: Token) -> bool:
    the = noun.tag == "NN" and bool(articles(parse, noun) & DEFINITE)
    return the and noun.lemma.lower() in BLOWS and not parse.children(noun.i, "nmod", "acl", "acl:relcl", "nmod:poss")


def under_picture(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "| The blast | tore down a mill. A bomber drove a van into the mill, killing six": what opens with "the"."""
    one, two, noun = earlier.event, later.event, parse.tokens[earlier.head]
    if earlier.sentence > _OPENING or one.type != "ASSAULT" or {one.status, two.status} - _PLAIN or one.tolls:
        return None
    the = noun.tag == "NN" and noun.lemma.lower() in BLOWS and bool(articles(parse, noun) & {"the"})
    if not the or one.place or earlier.doers or parse.children(noun.i, "nmod", "acl", "acl:relcl", "nmod:poss"):
        return None
    told = bool(two.tolls or later.doers) and 0 < later.sentence - earlier.sentence <= _OPENING
    if not told or says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule="in-passing", detail="the deed that a line above the report speaks of", weight=0.75)


_OPENING = 2  # sentences: a title and a caption

IN_PASSING: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    as_many_dead,
    brought_in,
    confirmed,
    under_picture,
)
