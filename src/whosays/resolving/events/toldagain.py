"""What says that a later sentence tells a deed again with a verb: who is judged, what is signed, who marches.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.newness import BEFORE, says
from whosays.resolving.events.tellings import Telling

_NEXT = 3  # sentences
_JUDGED = frozenset({("SANCTION", "convict"), ("ACCUSE", "allege"), ("COERCE", "arrest")})
_ANEW = BEFORE | {"again", "also", "another", "separately", "once", "twice", "repeatedly"}
_PACTS = frozenset("treaty deal agreement accord pact memorandum truce ceasefire declaration protocol contract".split())
_DEFINITE = frozenset({"the", "this", "that"})
_MARCHERS = re.compile(
    r"(?i:(?:the )?(?:protest[eo]rs|demonstrators|marchers|crowds?|participants|strikers|they|people))\b"
    r"(?! (?:in|of|at|from))"
)
_SHOWING = frozenset({"chant", "march", "gather", "rally", "protest", "demonstrate", "wave", "assemble", "shout"})


def judged_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Holub was convicted on Monday. The court jailed him for ten years.": he is judged once."""
    if (earlier.event.type, earlier.event.mode) not in _JUDGED or not 0 <= later.sentence - earlier.sentence <= _NEXT:
        return None
    if not (earlier.victims & later.recipients or earlier.recipients & later.victims):
        return None
    if says(parse, later.sentence, _ANEW) or later.event.status != "happened":
        return None
    return Reason(rule="same-person", detail="the same person is held, charged or judged, told on", weight=0.85)


_THOSE = frozenset("man woman defendant accused convict militant suspect person brother he she they them".split())


def those_judged(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A court jailed four bakers. | The four | were found guilty of murder": those whom the same court judged."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode, e.status) for e in (one, two)} != {("SANCTION", "convict", "happened")}:
        return None
    verb = parse.tokens[later.head]
    if not 0 < later.sentence - earlier.sentence <= _NEXT or not verb.is_verb or says(parse, later.sentence, _ANEW):
        return None
    whom = parse.children(verb.i, "nsubj:pass") or parse.children(verb.i, "obj", "iobj")
    had = any(c.lower == "had" for c in parse.children(verb.i, "aux"))
    if len(whom) != 1 or had or parse.children(whom[0].i, "conj", "acl:relcl", "acl", "nmod"):
        return None
    the = bool({c.lower for c in parse.children(whom[0].i, "det")} & {"the", "all"}) or whom[0].tag == "PRP"
    word = whom[0].lemma.lower()
    if not the or not (whom[0].tag == "CD" or word in _THOSE or word in earlier.suffering):
        return None
    if earlier.victims and later.victims and not earlier.victims & later.victims:
        return None
    if two.when.start is not None and two.when.start != one.when.start:
        return None  # "found nine cooks guilty. The court jailed the defendants | on Friday |": another step
    return Reason(rule="same-person", detail="those who were judged, told on", weight=0.8)


def signed_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland and Veldia signed a treaty. The treaty was signed by their kings.": the pact told before."""
    if earlier.event.type not in {"SUPPORT", "AGREE"} or not 0 < later.sentence - earlier.sentence <= _NEXT:
        return None
    token = parse.tokens[later.head]
    told = [c for c in parse.children(later.head, "obj", "nsubj:pass") if c.lemma.lower() in _PACTS]
    definite = [d for c in told for d in parse.children(c.i, "det") if d.lower in _DEFINITE]
    if not token.is_verb or not definite or later.event.status != "happened":
        return None
    return Reason(rule="same-pact", detail="the pact that was told of before", weight=0.8)


def marched_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Thousands marched in Orli. Protesters chanted slogans.": what those same marchers did."""
    event = later.event
    if event.type != "PROTEST" or later.sentence - earlier.sentence != 1 or event.place or event.when.start:
        return None
    if parse.tokens[later.head].lemma.lower() not in _SHOWING or event.status != "happened":
        return None
    start, end = parse.sentences[later.sentence]
    words = parse.report.text[parse.tokens[start].start : parse.tokens[end - 1].end]
    if _MARCHERS.match(words) is None or says(parse, later.sentence, _ANEW | {"elsewhere", "meanwhile", "other"}):
        return None
    return Reason(rule="same-march", detail="tells what the same marchers did", weight=0.75)


def had_gone_off(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The blast killed two. A car bomb had gone off near a shop.": how what was told came about."""
    if {earlier.event.mode, later.event.mode} != {"explosives"} or later.sentence - earlier.sentence != 1:
        return None
    if later.event.tolls or later.event.when.start is not None or later.recipients:
        return None
    had = any(c.lower == "had" for c in parse.children(later.head, "aux"))
    if not had or says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule="same-blast", detail="tells how the blast came about", weight=0.75)


RETOLD: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    judged_again,
    those_judged,
    signed_again,
    marched_on,
    had_gone_off,
)
