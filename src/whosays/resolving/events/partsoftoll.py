"""A later sentence takes apart who was counted together before: "Nine passengers and three policemen were killed."."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.records import Effect, Reason
from whosays.resolving.events.newness import ANOTHER, DEFINITE, articles, days_of, says
from whosays.resolving.events.tellings import Telling, counted

PARTS = "parts-of-toll"
_ANEW = ANOTHER | {"other", "others", "more", "also"}
_WITHIN = 5  # sentences
_NEXT = 2  # sentences
_ANYBODY = frozenset("people persons others dead victims wounded injured casualties more lives".split())


def takes_apart(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """A later sentence says who the dead of before were: "Nine passengers and three policemen were killed."."""
    event = later.event
    bare_toll = event.tolls and event.place is None and event.when.start is None and event.mode is None
    if not bare_toll or event.type != "ASSAULT" or event.status != "happened" or later.victims:
        return None
    if not 0 < later.sentence - earlier.sentence <= _WITHIN or not parse.tokens[later.head].is_verb:
        return None
    days = [days_of(parse, *parse.sentences[t.sentence]) for t in (earlier, later)]
    if days[1] - days[0] or any(r.part == "actor" for r in event.roles) or says(parse, later.sentence, _ANEW):
        return None
    for effect in dict.fromkeys(t.effect for t in event.tolls):
        parts = [t.count.low for t in event.tolls if t.effect == effect and not t.count.approximate]
        total = max((t.count.low or 0 for t in earlier.event.tolls if t.effect == effect), default=0)
        if None in parts or not parts or sum(p or 0 for p in parts) > total:
            return None
        if not _may_hold(parse, earlier, later, effect):
            return None
    detail = f"“{parse.report.words(event.trigger)}” takes the toll apart that was told before"
    return Reason(rule=PARTS, detail=detail, weight=0.75)


def _may_hold(parse: Parse, earlier: Telling, later: Telling, effect: Effect) -> bool:
    """Whether those counted before may be those counted now: "23 soldiers ... twenty insurgents" are others."""

    def last(telling: Telling) -> set[str]:
        spans = (t.span for t in telling.event.tolls if t.effect == effect)
        return {parse.report.words(span).split()[-1].lower() for span in spans}

    whole, parts = last(earlier), last(later)
    return bool(whole & parts) or any(word in _ANYBODY or not word.isalpha() for word in whole) or len(parts) > 1


def some_of_them(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police held four suspects. They held three of the suspects in Orli.": where, of those counted before."""
    event = later.event
    near = 0 < later.sentence - earlier.sentence <= _NEXT and event.mode == earlier.event.mode
    if not near or event.status != "happened" or not parse.tokens[later.head].is_verb:
        return None
    told = [c for c in parse.children(later.head, "obj", "nsubj:pass") if c.tag == "CD"]
    whole = [parse.tokens[counted(parse, c.i)] for c in told]
    if len(whole) != 1 or whole[0].i == told[0].i or not articles(parse, whole[0]) & DEFINITE:
        return None
    if whole[0].lemma.lower() not in earlier.suffering or (earlier.doers and later.doers - earlier.doers):
        return None
    for effect in {t.effect for t in event.tolls}:
        known = max((t.count.low or 0 for t in earlier.event.tolls if t.effect == effect), default=0)
        if sum(t.count.low or 0 for t in event.tolls if t.effect == effect) > known:
            return None
    return Reason(rule=PARTS, detail="tells of some of those who were counted before", weight=0.8)


def adds_up(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Bombs killed three soldiers. Two died of a blast in the east, and another in the south.": three in all."""
    one, two = earlier.event, later.event
    same = later.sentence - earlier.sentence == 1 and one.mode == two.mode and two.status == "happened"
    if not same or later.acting or later.victims or says(parse, later.sentence, _ANEW - {"another"}):
        return None
    effects = {t.effect for t in (*one.tolls, *two.tolls)}
    whole = [t.count for t in one.tolls]
    parts = [t.count for t in two.tolls]
    if len(effects) != 1 or len(whole) != 1 or any(c.approximate or c.low != c.high for c in (*whole, *parts)):
        return None
    told = [c.low or 0 for c in parts] + [1] * ("another" in later.suffering)
    if len(told) < 2 or sum(told) != whole[0].low:
        return None
    return Reason(rule=PARTS, detail="tells of all those who were counted before, one by one", weight=0.8)
