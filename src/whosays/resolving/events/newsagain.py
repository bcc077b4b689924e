"""News told in the next words or the next sentence: how it was counted, where the aircraft struck, whom it names.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, days_apart, days_of, says
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.tellings import Telling

_PLAIN = frozenset({"happened", "ongoing"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    "new fresh next other others previous remaining rest separate similar again also twice meanwhile later then".split()
)
_NEXT, _NEAR = 1, 3  # sentences


def _known(ids: frozenset[str]) -> bool:
    return bool(ids) and all(not i.startswith(("own:", "words:")) for i in ids)


_FLYING = frozenset("aircraft plane warplane jet helicopter bomber gunship drone".split())


def the_aircraft(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland's jets have killed nine guards. He said | the aircraft attacked | a patrol late on Friday"."""
    if earlier.event.mode != "aerial" or later.event.mode not in {None, "aerial"} or later.event.type != "ASSAULT":
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or later.sentence - earlier.sentence != _NEXT:
        return None
    told = parse.children(later.head, "nsubj")
    flown = len(told) == 1 and told[0].lemma.lower() in _FLYING and articles(parse, told[0]) == {"the"}
    first = parse.children(earlier.head, "nsubj")
    both = flown and any(c.lemma.lower() in _FLYING or c.lower.rstrip("s") in _FLYING for c in first)
    if not both or later.doers - earlier.doers or later.event.tolls or says(parse, later.sentence, _OTHER):
        return None
    if parse.children(told[0].i, "amod", "nmod", "acl", "acl:relcl") or days_apart(parse, earlier.head, later.head):
        return None
    return Reason(rule="the-aircraft", detail="the aircraft that were told of", weight=0.75)


_SO_MANY = frozenset({"set", "round", "series", "package", "raft", "batch", "wave", "number", "range"})


def its_object(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Has | imposed | two sets of | sanctions | on Orland": the verb and what it does."""
    one, two = earlier.event, later.event
    if earlier.sentence != later.sentence or (one.type, one.mode) != (two.type, two.mode):
        return None
    noun = parse.tokens[later.head]
    over = parse.tokens[noun.head]
    counted = noun.dep == "nmod" and over.lemma.lower() in _SO_MANY and over.dep in {"obj", "nsubj:pass"}
    same = earlier.recipients == later.recipients and earlier.doers == later.doers
    if not counted or over.head != earlier.head or noun.is_verb or not same:
        return None
    return Reason(rule="its-object", detail="what the verb does", weight=0.85)


def laid_down(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Urged the rebels to | surrender |, to | lay down their arms |": one thing in two words."""
    one, two = earlier.event, later.event
    if earlier.sentence != later.sentence or (one.type, one.mode) != (two.type, two.mode) or one.mode != "disarm":
        return None
    joined = parse.tokens[later.head].dep == "conj" and parse.tokens[later.head].head == earlier.head
    if not joined or one.status != two.status or earlier.doers != later.doers or later.recipients:
        return None
    return Reason(rule="laid-down", detail="the same in other words", weight=0.8)


def named_all(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Criticised the arrests of two reporters. ... | Ana Ruiz and Jan Holub were arrested | on Monday": those two."""
    one, two = earlier.event, later.event
    if one.mode not in {"arrest", "abduct", "release", "deport"} or (one.type, one.mode) != (two.type, two.mode):
        return None
    if {one.status, two.status} - _PLAIN or not 0 < later.sentence - earlier.sentence <= _NEXT:
        return None
    names = parse.children(later.head, "nsubj:pass", "obj")
    every = [*names, *(c for n in names for c in parse.children(n.i, "conj"))]
    counts = [(t.count.low, t.count.high) for t in one.tolls]
    if len(names) != 1 or len(every) < 2 or counts != [(len(every), len(every))]:
        return None
    if not all(n.tag == "NNP" and not articles(parse, n) for n in every) or earlier.named_recipients:
        return None
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or not later.doers
    if not doers or says(parse, later.sentence, _OTHER - BEFORE):
        return None
    return Reason(rule="named-all", detail="as many as were told of, by name", weight=0.8)


_SENT = frozenset({"missile", "rocket", "satellite", "projectile"})


def same_missiles(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland fired two missiles. ... used a plane to | fire the two missiles |": as many, and the same."""
    one, two = earlier.event, later.event
    if (one.type, one.mode) != ("MOBILIZE", "weapons") or (two.type, two.mode) != (one.type, one.mode):
        return None
    things = [[c for c in parse.children(t.head, "obj") if c.lemma.lower() in _SENT] for t in (earlier, later)]
    if not all(len(t) == 1 for t in things) or not 0 < later.sentence - earlier.sentence <= _NEAR:
        return None
    numbers = [[c.lower for c in parse.children(t[0].i, "nummod")] for t in things]
    the = bool(articles(parse, things[1][0]) & DEFINITE) and things[0][0].lemma == things[1][0].lemma
    same = earlier.doers == later.doers and _known(later.doers) and {one.status, two.status} <= _PLAIN
    if not the or not same or (numbers[1] and numbers[0] != numbers[1]) or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-launch", detail="the launch that was told before", weight=0.8)


_MARCHING = frozenset({"march", "rally", "protest", "demonstrate", "gather", "join", "participate", "part"})
_MARCHERS = frozenset({"protester", "protestor", "demonstrator", "people", "marcher", "worker", "person", "supporter"})
_COUNTING = frozenset({"police", "organiser", "organizer", "official", "authority", "union"})


def counted_marchers(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Thousands have marched in Orli. Police say | 30,000 people marched | in the capital": how many they were."""
    one, two = earlier.event, later.event
    if one.type != "PROTEST" or (one.type, one.mode) != (two.type, two.mode) or {one.status, two.status} - _PLAIN:
        return None
    verb = parse.tokens[later.head]
    said = parse.tokens[verb.head]
    if later.sentence - earlier.sentence != _NEXT or verb.lemma.lower() not in _MARCHING or verb.dep != "ccomp":
        return None
    told, tellers = parse.children(verb.i, "nsubj"), parse.children(said.i, "nsubj")
    many = len(told) == 1 and told[0].lemma.lower() in _MARCHERS and bool(parse.children(told[0].i, "nummod"))
    counted = any(c.lemma.lower() in _COUNTING for c in tellers) and not _known(later.doers)
    if not many or not counted or says(parse, later.sentence, _OTHER) or days_apart(parse, earlier.head, verb.i):
        return None
    return Reason(rule="by-count", detail="counts those who marched", weight=0.75)


def not_done_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Has refused to let in the monitors. ... said Orland | refused to grant them access |": one refusal."""
    one, two = earlier.event, later.event
    if {one.status, two.status} != {"negated"} or (one.type, one.mode) != (two.type, two.mode):
        return None
    if one.type not in {"SUPPORT", "CONSULT", "RETREAT", "AGREE"} or not 0 < later.sentence - earlier.sentence <= 2:
        return None
    same = earlier.doers == later.doers and _known(later.doers)
    pair = len(later.doers) > 1 and not later.recipients and not earlier.recipients
    whom = bool(earlier.suffering & later.suffering or earlier.recipients & later.recipients)
    if not same or not (pair or whom) or says(parse, later.sentence, _OTHER - {"also"}):
        return None
    return Reason(rule="not-done-again", detail="the same is not done to the same", weight=0.75)


_FIGHTS = frozenset({"fighting", "clash", "battle", "gunfight", "firefight", "shootout", "fight"})
_FOUGHT = frozenset({"attack", "battle", "clash", "fight", "storm", "shell", "pound"})


def in_the_fighting(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Troops began attacking camps. At least nine people were killed in | the fighting |": in what was just told."""
    noun, verb = parse.tokens[later.head], parse.tokens[earlier.head]
    if noun.is_verb or noun.lemma.lower() not in _FIGHTS or later.sentence - earlier.sentence != _NEXT:
        return None
    if earlier.event.type != "ASSAULT" or {earlier.event.status, later.event.status} - _PLAIN or later.doers:
        return None
    the = bool(articles(parse, noun) & DEFINITE) and parse.case(noun.i) in {"in", "during"}
    bare = not parse.children(noun.i, "nmod", "amod", "acl", "compound", "nmod:poss")
    if not the or not bare or verb.lemma.lower() not in _FOUGHT or later.suffering & earlier.acting:
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    if not may_be(*people) or later.named_recipients or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="in-the-fighting", detail="tells who fell in what was just told", weight=0.75)


_BLOWS = frozenset({"attack", "bombing", "blast", "explosion", "raid", "assault", "strike"})
_SPAN = 4  # sentences


def of_the_day(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Gunmen stormed the mill on Monday. ... because of | Monday's attack |": the one of that day."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.lemma.lower() not in _BLOWS or earlier.event.type != later.event.type:
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or not 0 < later.sentence - earlier.sentence <= _SPAN:
        return None
    owners = parse.children(noun.i, "nmod:poss")
    timed = len(owners) == 1 and any(t.start <= owners[0].i < t.end for t in parse.times)
    bare = not (later.recipients or later.struck or later.doers or later.event.tolls)
    if not timed or not bare or parse.children(noun.i, "nmod", "amod", "compound") or noun.tag != "NN":
        return None
    day = days_of(parse, owners[0].i, owners[0].i + 1)
    before = [days_of(parse, *parse.sentences[n]) for n in range(earlier.sentence, later.sentence)]
    if any(before) and not any(day & days for days in before):
        return None
    return Reason(rule="of-that-time", detail="the blow of the day that was told", weight=0.75)


NEWS_AGAIN: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    the_aircraft, its_object, laid_down, named_all, same_missiles, counted_marchers, not_done_again, in_the_fighting,
    of_the_day,
)  # fmt: skip
