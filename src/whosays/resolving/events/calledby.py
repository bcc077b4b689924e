"""A deed called by its place or its day, a truce asked for twice, fighting that is part of an offensive.

"Ministers gathered in Kest. ... the Kest conference": each is evidence as in
:mod:`whosays.resolving.events.sameness`; it sees two tellings that nothing but their status keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, of_long_ago, says
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.tellings import Telling

_PLAIN = frozenset({"happened", "ongoing"})
_SURE = _PLAIN | {"planned"}
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    "again fresh fourth new next other others previous recent rival separate similar".split()
)
_FAR, _NEAR = 25, 4  # sentences
_GATHERINGS = frozenset("conference summit meeting talk talks congress forum".split())


def called_by_place(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Ministers | gathered in Kest | to pledge aid. ... | The Kest conference | is expected to end on Friday"."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    if two.type != "CONSULT" or two.mode not in {None, "multilateral"} or noun.lemma.lower() not in _GATHERINGS:
        return None
    if one.mode not in {None, "multilateral"} or {one.status, two.status} - _SURE or noun.is_verb:
        return None
    told = {c.i: c.lower for c in parse.children(noun.i, "compound")}
    places = {parse.tokens[n.end - 1].i: parse.tokens[n.end - 1].lower for n in parse.names if n.label == "place"}
    named = {told[i] for i in told.keys() & places.keys()}
    the = bool(articles(parse, noun) & DEFINITE) and len(named) == 1
    if not the or _words_of(parse, noun) & (_OTHER | {"last"}) or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    return (
        Reason(rule="called-by-place", detail="called by the place that was told", weight=0.75)
        if any(_is_held_there(parse, earlier, i) for i, word in places.items() if word in named)
        else None
    )


def _is_held_there(parse: Parse, telling: Telling, place: int) -> bool:
    """ "Gathered | in Kest |", "the | Kest | conference", "a summit | at Kest |"."""
    start, end = parse.sentences[telling.sentence]
    if not start <= place < end:
        return False
    token = parse.tokens[place]
    return token.head == telling.head and (token.dep == "compound" or parse.case(place) in {"in", "at"})


def _words_of(parse: Parse, noun: Token) -> set[str]:
    return {c.lower for c in parse.children(noun.i, "amod", "det", "nmod:poss")}


_BLOWS = frozenset("attack strike airstrike raid bombing bombardment shelling blast assault massacre shooting".split())


def of_that_time(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Jets struck Kest on Saturday. ... even after | Saturday's strikes |": of that time, and of nobody else."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    if one.type != "ASSAULT" or noun.is_verb or noun.lemma.lower() not in _BLOWS or {one.status, two.status} - _PLAIN:
        return None
    owners = parse.children(noun.i, "nmod:poss")
    timed = len(owners) == 1 and any(t.start <= owners[0].i < t.end for t in parse.times)
    bare = not (later.recipients or later.struck or later.doers or two.tolls or two.place)
    if not timed or not bare or one.when.start is None or two.when.start is None or one.when.precision == "year":
        return None
    if not 0 < later.sentence - earlier.sentence <= 2 * _FAR or says(parse, later.sentence, _OTHER - {"new", "recent"}):
        return None
    return Reason(rule="of-that-time", detail="the blow of the time that was told", weight=0.75)


_TRUCES = frozenset({"ceasefire", "truce", "cease-fire", "armistice"})


def truce_asked_for(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The council called for a truce of a month. ... its resolution | called for a ceasefire | at once"."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    if {one.status, two.status} != {"demanded"} or (one.mode, two.mode) != ("ceasefire", "ceasefire"):
        return None
    if noun.is_verb or noun.tag != "NN" or noun.lemma.lower() not in _TRUCES:
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting))
    if not doers or not may_be(*people) or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    if says(parse, later.sentence, _OTHER - {"again", "similar"}) or of_long_ago(parse, later.head):
        return None
    return Reason(rule="same-truce", detail="the truce that was asked for", weight=0.75)


BOYCOTT = "same-boycott"


def boycott_meant(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Bakers vow to boycott the fair. A group of bakers | plans to boycott | its opening": one boycott ahead."""
    one, two = earlier.event, later.event
    if (one.mode, two.mode) != ("boycott", "boycott") or {one.status, two.status} != {"planned"}:
        return None
    shared = (earlier.acting & later.acting) - {"group", "number", "member"} or earlier.doers & later.doers
    if (
        not shared
        or not 0 < later.sentence - earlier.sentence <= _NEAR
        or says(parse, later.sentence, _OTHER - {"next"})
    ):
        return None
    return Reason(rule="same-boycott", detail="the same mean to stay away", weight=0.75)


_WAGED = frozenset("offensive assault campaign incursion operation siege battle push onslaught attack".split())
_GOING_ON = frozenset("fighting shelling bombardment clash battle violence combat airstrike bombing strike".split())
FIGHTING_ON = "fighting-on"


def fighting_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Troops launched an offensive on Kest. | Fighting | erupted on several fronts": no deed beside the offensive."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    if one.type != "ASSAULT" or {one.status, two.status} - _PLAIN:
        return None
    bare = not (two.roles or two.tolls or two.place)
    if noun.lower != "fighting" and (noun.is_verb or noun.lemma.lower() not in _GOING_ON):
        return None
    if not bare or not 0 < later.sentence - earlier.sentence <= _NEAR:
        return None
    if articles(parse, noun) & {"a", "an", "another"} or says(parse, later.sentence, _OTHER):
        return None
    if of_long_ago(parse, later.head) or of_long_ago(parse, earlier.head) or not (earlier.doers or earlier.acting):
        return None
    spans = [parse.tokens_of(span) for span in one.evidence]
    waged = any(t.lemma.lower() in _WAGED for start, end in spans for t in parse.tokens[start:end])
    if not waged or not (earlier.struck or earlier.recipients):
        return None
    return Reason(rule=FIGHTING_ON, detail="part of the offensive that was told of", weight=0.7)


CALLED_BY: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    called_by_place, of_that_time, truce_asked_for,
)  # fmt: skip
