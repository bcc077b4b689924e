"""When deeds were done and words were said: the time expression that belongs to each, else what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.parse import Parse, TimeExpression, Token
from whosays.records import Event, Interval, Span, Statement
from whosays.resolving.dates.anchoring import event_time, inherited
from whosays.resolving.dates.offsets import offset, shifted
from whosays.resolving.requital import answers_for

# A noun's deed takes its time and place from the verb that it is subject or object of ("the meeting convened on").
_CARRIED = frozenset({"nsubj", "nsubj:pass", "obj"})


class Pointer(msgspec.Struct, frozen=True):
    """A word that stands for an event: its token, and the event."""

    head: int
    event: Event


class Clock(msgspec.Struct, frozen=True):
    """What tells when deeds were done: the report's times, its statements, the heads of all its deeds."""

    times: tuple[Interval, ...]
    said: tuple[Statement, ...]
    heads: frozenset[int]


def trigger_head(parse: Parse, event: Event) -> int:
    """The head token of an event's trigger."""
    return parse.root_of(*parse.tokens_of(event.trigger))


def heads_of(parse: Parse, event: Event) -> tuple[int, ...]:
    """The trigger's head, then the verbs that carry or complete it within the evidence."""
    head = trigger_head(parse, event)
    start, end = parse.tokens_of(event.evidence[0])
    verbs = [i for i in range(start, end) if parse.tokens[i].is_verb and i != head and not _is_reason(parse, i)]
    inside = [i for i in verbs if not parse.tokens[i].dep.startswith("aux")]
    tied = [i for i in inside if head == parse.tokens[i].head or parse.tokens[head].head == i]
    if _answered_for(parse, head) is not None:
        return (head, *tied)
    # "Killed by a drone | that struck the port on Monday": what the means did is the deed.
    agents = {c.i for c in parse.children(head, "obl:agent")}
    tied += [i for i in inside if parse.tokens[i].dep == "acl:relcl" and parse.tokens[i].head in agents]
    if not parse.tokens[head].is_verb:
        governor = parse.tokens[parse.tokens[head].head]
        if governor.is_verb and parse.tokens[head].dep in _CARRIED:
            tied.append(governor.i)
        clauses = parse.children(head, "acl", "acl:relcl")
        tied += [c.i for c in clauses if c.is_verb and not _is_reason(parse, c.i)]
    tied = [i for i in tied if not (parse.tokens[i].dep == "acl:relcl" and parse.tokens[i].lemma.lower() in _LIFE)]
    return tuple(dict.fromkeys((head, *tied)))


def _is_reason(parse: Parse, verb: int) -> bool:
    """ "Sentenced | for taking bribes | in 2007", "since the war began in May": a deed with a time of its own."""
    if any(m.lower in {"since", "before", "until"} for m in parse.children(verb, "mark")):
        return True
    return parse.tokens[verb].tag == "VBG" and any(m.lower in {"for", "of"} for m in parse.children(verb, "mark"))


def timed(parse: Parse, event: Event, clock: Clock) -> Event:
    """The event with the time that its words tell; unchanged when they tell none."""
    heads = heads_of(parse, event)
    crime = _answered_for(parse, heads[0])
    for head in heads:
        among = parse.times if crime is None else tuple(t for t in parse.times if _is_of_crime(parse, crime, t))
        when = event_time(parse, head, clock.times, among)
        if when is None or when.span is None or _is_anothers(parse, event, when.span, clock.heads):
            continue
        if _is_of_life(parse, head, when.span) or _is_of_what_is_off(parse, head, when.span):
            continue
        if answers_for(parse, parse.root_of(*parse.tokens_of(when.span)), heads[0]):
            continue
        if within_reach(parse, event, when.span, clock.said) and _is_own(parse, head, when.span):
            days = offset(parse, head, when.span)
            counted = None if days is None else shifted(when, days)
            return event if counted is None else msgspec.structs.replace(event, when=counted)
    day = _day_of_news(parse, heads[0], clock.times) if event.status == "happened" else None
    return event if day is None else msgspec.structs.replace(event, when=day)


_BESIDE = frozenset({"also", "separately", "elsewhere"})


def _day_of_news(parse: Parse, head: int, times: Sequence[Interval]) -> Interval | None:
    """ "| Also Saturday |, medics said troops killed two": another piece of that day's news, and not of another's."""
    start, end = parse.sentences[parse.sentence(head)]
    if parse.tokens[start].lower not in _BESIDE:
        return None
    clause = parse.tokens[head]
    if clause.dep in _CARRIED and parse.tokens[clause.head].is_verb:
        clause = parse.tokens[clause.head]
    if clause.dep != "ccomp" or parse.tokens[clause.head].dep != "root":
        return None
    here = [(t, when) for t, when in zip(parse.times, times, strict=True) if start < t.start < end]
    opening, when = here[0] if here else (None, None)
    if opening is None or opening.start > start + 2 or opening.weekday is None or opening.kind != "date":
        return None
    alone = len(here) == 1 and parse.tokens[min(opening.end, end - 1)].text == ","
    return when if alone and when is not None and when.start is not None else None


_PUTTING_OFF = frozenset("cancel postpone call scrap shelve suspend delay reschedule scrub".split())


def _is_of_what_is_off(parse: Parse, head: int, span: Span) -> bool:
    """ "Cancelled | a May 9 | meeting", "called off talks due on Friday": the day it should have been."""
    if parse.tokens[head].lemma.lower() not in _PUTTING_OFF:
        return False
    first = parse.tokens_of(span)[0]
    for what in parse.children(head, "obj", "nsubj:pass"):
        inside = first in parse.subtree(what.i)
        due = any(first in parse.subtree(c.i) for c in parse.children(what.i, "acl", "acl:relcl", "amod"))
        if inside and (first < what.i or due):
            return True
    return False


def announced(parse: Parse, event: Event) -> Event:
    """The event as planned where it is dated after its report: what is to come has not happened."""
    published, start = parse.report.published, event.when.start
    if (
        event.status not in {"happened", "ongoing"}
        or published is None
        or start is None
        or event.when.basis == "inherited"
    ):
        return event
    later = start[:10] > published[:10] and event.when.precision in {"minute", "hour", "part-of-day", "day"}
    head = heads_of(parse, event)[0]
    if later and _was_before(parse, head):
        return msgspec.structs.replace(event, when=Interval())
    if _is_past(parse, head):
        return event  # "will arrive on Wednesday after they | brokered | a deal"
    return msgspec.structs.replace(event, status="planned") if later else event


def _was_before(parse: Parse, head: int) -> bool:
    """ "Called a vote for 14 November, a day after the minister | had quit |": done before, on no day to come."""
    token = parse.tokens[head]
    if not token.is_verb and any(c.tag == "VBD" and c.lemma.lower() in _HARMING for c in _clauses(parse, token)):
        return True  # "the July 7 attacks | that killed | nine": on a July 7 gone by
    had = [c for c in parse.children(head, "aux") if c.lower in {"had", "'d"} and c.i < head]
    return token.tag == "VBN" and bool(had) and not parse.children(head, "aux:pass")


def _clauses(parse: Parse, noun: Token) -> list[Token]:
    """The relative clauses on a noun or on its doers: "attacks by rebels | that killed nine"."""
    heads = (noun, *(c for c in parse.children(noun.i, "nmod") if parse.case(c.i) == "by"))
    return [c for h in heads for c in parse.children(h.i, "acl:relcl")]


_HARMING = frozenset({"kill", "wound", "injure", "destroy", "leave", "claim"})


def _is_past(parse: Parse, head: int) -> bool:
    """Whether a verb says that it is over, whatever day stands near it."""
    token = parse.tokens[head]
    was = any(c.lower in {"was", "were"} for c in parse.children(head, "aux:pass"))
    return token.tag == "VBD" or (token.tag == "VBN" and was and not parse.children(head, "mark"))


def within_reach(parse: Parse, event: Event, span: Span, said: Sequence[Statement]) -> bool:
    """Whether words may tell of an event: not across the border of what somebody says of it.

    "threatened on Tuesday to punish them for the raid": Tuesday is when it was threatened.
    """
    for statement in said:
        if statement.act == "claim":  # "claims raids all over Mali": the words of the claim are those of the deed
            continue
        holds_event = any(c.covers(event.trigger) for c in statement.content)
        if holds_event and _is_aside(parse, event, statement):
            continue
        if holds_event and not any(c.overlaps(span) for c in statement.content):
            return False
    return True


_NAMED_BY = frozenset({"compound", "amod", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked"})


def _is_anothers(parse: Parse, event: Event, span: Span, heads: frozenset[int]) -> bool:
    """ "Jailed him for the | 2013 attack": the year is part of how another deed is called."""
    start, end = parse.tokens_of(span)
    token = parse.tokens[parse.root_of(start, end)]
    low, high = parse.tokens_of(event.trigger)
    return token.dep in _NAMED_BY and token.head in heads and not low <= token.head < high


_LIFE = frozenset(
    "found bear establish elect re-elect reelect appoint swear inaugurate form create join retire succeed marry".split()
)


def _is_of_life(parse: Parse, head: int, span: Span) -> bool:
    """ "An attack by the Front, which was founded | in 1987 |": the year of one who did it, and not of the deed."""
    time = parse.root_of(*parse.tokens_of(span))
    for verb in parse.ancestors(time):
        if verb.i == head:
            return False
        if verb.is_verb:
            described = verb.dep == "acl:relcl" and verb.lemma.lower() in _LIFE
            who = any(c.lower in {"who", "which"} for c in parse.children(verb.i, "nsubj", "nsubj:pass"))
            return described and who and any(a.i == head for a in parse.ancestors(verb.i))
    return False


def _is_aside(parse: Parse, event: Event, statement: Statement) -> bool:
    """ "A bombing | attributed to the rebels | killed two in Bel": the words only add to the noun of the deed."""
    cue = parse.root_of(*parse.tokens_of(statement.cue))
    return any(a.i == trigger_head(parse, event) for a in parse.ancestors(cue))


def _is_own(parse: Parse, head: int, span: Span) -> bool:
    """A noun deep in another phrase ("a dispute over the killing") does not share the clause's time."""
    token = parse.tokens[head]
    if token.is_verb or token.dep in _CARRIED or token.dep in {"root", "obl", "parataxis", "conj"}:
        return True
    return _is_below(parse, head, span)


def _is_below(parse: Parse, head: int, span: Span) -> bool:
    """Whether a time stands in the phrase of a deed."""
    start, end = parse.tokens_of(span)
    below = set(parse.subtree(head))
    return any(i in below for i in range(start, end))


_REQUITED = frozenset(
    "die hang execute try punish jail imprison sentence convict prosecute extradite arrest charge indict acquit "
    "accuse detain hold fine".split()
)
_CHARGES = frozenset({"charge", "count", "suspicion", "allegation", "accusation"})
_UP = frozenset({"xcomp", "obj", "nmod", "conj", "compound"})
_STEPS = 4  # from "bomb" to "of" in "convicted of | conspiring with two others to plot to bomb | a mill"


def _is_of_crime(parse: Parse, crime: int, time: TimeExpression) -> bool:
    """ "Was hanged for the murder of a cook | in 2019 |": a year behind it is its own, a day is that of the hanging."""
    year = any(t.text.isdigit() and len(t.text) == _FIGURES for t in parse.tokens[time.start : time.end])
    below = set(parse.subtree(crime))
    return any(i in below for i in range(time.start, time.end)) or (year and time.start > crime)


_FIGURES = 4  # of a year


def _answered_for(parse: Parse, head: int) -> int | None:
    """ "Was hanged on Monday for | the murder of a cook", "for | leading a coup": the phrase or clause of the crime.

    It had been done on another day than the one on which somebody answers for it.
    """
    token = parse.tokens[head]
    for _ in range(_STEPS):
        if _is_charge(parse, token):
            return token.i
        if token.dep not in _UP or token.head == token.i:
            return None
        token = parse.tokens[token.head]
    return None


def _is_charge(parse: Parse, token: Token) -> bool:
    marks = {c.lower for c in parse.children(token.i, "case", "mark")}
    above = parse.tokens[token.head]
    if "of" in marks and above.lower == "guilty":
        return True  # "found two bakers guilty on Monday of | murder |"
    if "of" in marks and above.lemma.lower() in _CHARGES and above.i < token.i:  # "held on charges of | killing |"
        above = next((a for a in parse.ancestors(above.i) if a.is_verb), above)
        return above.lemma.lower() in _REQUITED
    answered = "for" in marks or (token.is_noun and "over" in marks)
    answered = answered or (token.tag == "VBG" and bool(marks & {"of", "with"}))
    return answered and above.is_verb and above.lemma.lower() in _REQUITED and above.i < token.i


def _is_occasion(parse: Parse, verb: int) -> bool:
    """ "When the summit closed, ...": a clause that tells on what occasion."""
    return any(c.lower in {"when", "after", "as", "once"} for c in parse.children(verb, "mark", "advmod"))


def widened(parse: Parse, event: Event, place: Span | None) -> Event:
    """The event with evidence that takes in the words for when and where, as far as they stand in its sentence."""
    first = event.evidence[0]
    start, end = parse.sentences[parse.sentence(parse.tokens_of(event.trigger)[0])]
    sentence = parse.span(start, end)
    told = [s for s in (event.when.span, place) if s is not None and sentence.covers(s)]
    low, high = min(s.start for s in (first, *told)), max(s.end for s in (first, *told))
    span = Span(report=first.report, start=low, end=high)
    return msgspec.structs.replace(event, evidence=(span, *event.evidence[1:]))


def said(parse: Parse, statement: Statement, times: Sequence[Interval], pointers: Sequence[Pointer]) -> Interval:
    """When the words were said: the time told with the cue, else that of the event at which they were said."""
    span = statement.when.span
    if span is not None:
        own = next((t for t in times if t.span is not None and t.span.overlaps(span)), None)
        if own is not None and own.kind in {"date", "time"}:
            return own
    cue = parse.root_of(*parse.tokens_of(statement.cue))
    for phrase in parse.children(cue, "obl", "advcl"):
        if phrase.dep == "advcl" and not _is_occasion(parse, phrase.i):
            continue
        if any(s.start <= phrase.start < s.end for s in statement.content):
            continue
        below = set(parse.subtree(phrase.i))
        for pointer in pointers:
            if pointer.head in below and pointer.event.when.start is not None:
                return inherited(pointer.event.when)
    return Interval()
