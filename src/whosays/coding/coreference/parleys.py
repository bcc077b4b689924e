"""Ties between words of one meeting: the journey, the talks it was for, the go-between; and goods told twice."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_MODES_OF_ONE = frozenset({None, "visit", "multilateral"})
_RECEIVING = frozenset({"receive", "welcome", "host", "greet"})
_OTHER_TIME = frozenset({"before", "after", "until"})


def of_one_meeting(one: Found, other: Found) -> bool:
    """Whether a visit and a meeting may be one: nobody flies to a summit twice."""
    modes = {one.trigger.mode, other.trigger.mode}
    return one.trigger.event == other.trigger.event == "CONSULT" and "visit" in modes and modes <= _MODES_OF_ONE


def _anchor(parse: Parse, found: Found) -> Token:
    return parse.tokens[found.carrier if found.carrier is not None else found.head]


def _both_talk(one: Found, other: Found) -> bool:
    return one.trigger.event == other.trigger.event == "CONSULT"


def _visits_and_meets(parse: Parse, visit: Found, meeting: Found) -> bool:
    """ "Visited Orli | and met the premier", "arrived in Orli, | where he held talks", ", meeting the king"."""
    if not _both_talk(visit, meeting) or visit.trigger.mode != "visit" or meeting.trigger.mode == "phone":
        return False
    journey, talks = _anchor(parse, visit), _anchor(parse, meeting)
    received = meeting.trigger.words[0] in _RECEIVING and is_passive(parse, meeting.head)
    if meeting.trigger.mode == "visit" and meeting.trigger.pos == "verb" and not received:
        return False  # "visited Orli | and toured the camps": two places
    if not (journey.is_verb and talks.is_verb) or not journey.i < talks.i:
        return False
    subjects = parse.children(talks.i, "nsubj", "nsubj:pass")
    if talks.dep == "conj" and talks.head == journey.i:
        return not subjects
    marks = {c.lower for c in parse.children(talks.i, "mark", "case")}
    if marks & _OTHER_TIME and meeting.trigger.mode != "visit":
        return False  # "will visit Orli today | before meeting the king in Kest": two days, two places
    told = talks.dep == "advcl" and talks.head == journey.i and talks.tag in {"VBG", "VB"}
    if told and _is_next_stop(parse, journey, talks):
        return False
    ahead = any(c.tag == "MD" for c in parse.children(talks.i, "aux"))
    same = all(c.lower in {"he", "she", "they"} for c in subjects) and not ahead
    where = any(c.lower == "where" for c in parse.children(talks.i, "advmod", "mark"))
    clause = talks.dep in {"acl:relcl", "advcl:relcl", "advcl"} and where and same
    return (told and not subjects) or (clause and talks.head in _below(parse, journey))


def _is_next_stop(parse: Parse, journey: Token, talks: Token) -> bool:
    """ "Will visit Orland | before meeting the queen in Kest": somewhere else, and afterwards."""
    if not any(m.lower in {"before", "after"} for m in parse.children(talks.i, "mark")):
        return False
    places = [c for c in parse.children(journey.i, "obl") if c.i > talks.i]
    places += [parse.tokens[i] for i in parse.subtree(talks.i) if parse.tokens[i].dep in {"obl", "nmod"}]
    names = parse.named("place")
    return any(c.i in names and case_of(parse, c.i) == "in" for c in places)


def _below(parse: Parse, verb: Token) -> set[int]:
    return {verb.i, *(c.i for c in parse.children(verb.i, "obj", "obl"))}


def _meets_on_visit(parse: Parse, meeting: Found, visit: Found) -> bool:
    """ "The premier, | on a visit to Orli |, held talks with the king", "met her | while visiting Orli"."""
    if not _both_talk(meeting, visit) or visit.trigger.mode != "visit" or meeting.trigger.mode == "phone":
        return False
    talks, word = _anchor(parse, meeting), parse.tokens[visit.head]
    if word.is_verb:
        marks = {c.lower for c in parse.children(word.i, "mark", "advmod")}
        if word.dep == "acl:relcl" and word.head in {c.i for c in parse.children(talks.i, "nsubj")}:
            return talks.is_verb  # "the premier, | who arrived in Orli on Monday, | met the king"
        return word.dep == "advcl" and word.head == talks.i and bool(marks & {"while", "during", "when"})
    if case_of(parse, word.i) not in {"on", "during", "in", "for"}:
        return False
    above = {talks.i, *(c.i for c in parse.children(talks.i, "nsubj", "obl", "obj")), meeting.head}
    return word.dep in {"obl", "nmod"} and word.head in above


def _meets_to_talk(parse: Parse, meeting: Found, talks: Found) -> bool:
    """ "Met on Friday | to discuss trade", "held a call | to talk about the war": what they met for."""
    if not _both_talk(meeting, talks) or meeting.trigger.mode == "third-party":
        return False
    anchor, aim = _anchor(parse, meeting), _anchor(parse, talks)
    purpose = aim.tag == "VB" and aim.dep in {"advcl", "xcomp", "acl"} and aim.head in {anchor.i, meeting.head}
    return purpose and any(c.lower == "to" for c in parse.children(aim.i, "mark"))


def _mediated(parse: Parse, talks: Found, mediation: Found) -> bool:
    """ "Talks opened in Orli, | mediated by Veldia": by whom the talks just told were brought about."""
    word, anchor = parse.tokens[mediation.head], _anchor(parse, talks)
    if not _both_talk(talks, mediation) or mediation.trigger.mode != "third-party" or not word.is_verb:
        return False
    beside = any(c.lower == "with" for c in parse.children(word.i, "mark", "case"))  # ", with Veldia | mediating"
    told = word.tag == "VBN" or (word.tag == "VBG" and beside)
    partners = {c.i for c in parse.children(talks.head, "nmod")}  # "talks with Orland in Kest, | mediated by Veldia"
    around = {anchor.i, anchor.head, talks.head, *partners}
    return told and word.dep in {"advcl", "acl"} and word.head in around


def _same_goods(parse: Parse, giving: Found, goods: Found) -> bool:
    """ "Sent 40 tonnes of | food aid": what is given, and that it is given."""
    word = parse.tokens[goods.head]
    if not giving.trigger.event == goods.trigger.event == "AID" or word.is_verb:
        return False
    if goods.carrier not in {None, giving.head} or not parse.tokens[giving.head].is_verb:
        return False
    objects = giving.slots.get("object", ())
    while word.dep in {"nmod", "conj", "appos", "compound"} and word.i not in objects:
        above = parse.tokens[word.head]
        if case_of(parse, word.i) not in {"of", "in", "as", ""}:
            return False
        word = above
    as_what = word.dep == "obl" and word.head == giving.head and case_of(parse, word.i) in {"as", "in"}
    return word.i in objects or as_what


def _calls_and_talks(parse: Parse, call: Found, talks: Found) -> bool:
    """ "Spoke to the king by phone | and exchanged views on trade": with him, in the same call."""
    if not _both_talk(call, talks) or call.trigger.mode != "phone" or talks.trigger.mode is not None:
        return False
    first, then = _anchor(parse, call), _anchor(parse, talks)
    if not first.is_verb or not then.is_verb or then.dep != "conj" or then.head != first.i:
        return False
    alone = not parse.children(then.i, "nsubj", "nsubj:pass") and "with" not in talks.slots
    return alone and not any(case_of(parse, c.i) == "with" for c in parse.children(then.i, "obl"))


def _convenes_days_of(parse: Parse, convening: Found, talks: Found) -> bool:
    """ "Is convening | two days of talks | in Orli": the talks are what is convened."""
    verb, noun = parse.tokens[convening.head], parse.tokens[talks.head]
    if not _both_talk(convening, talks) or not verb.is_verb or noun.is_verb or noun.dep != "nmod":
        return False
    span = parse.tokens[noun.head]
    lasts = span.lemma.lower() in _STRETCHES and case_of(parse, noun.i) == "of"
    return lasts and span.dep == "obj" and span.head == verb.i


_STRETCHES = frozenset({"hour", "day", "week", "month", "round", "series", "set", "session"})


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _visits_and_meets,
    _meets_on_visit,
    _meets_to_talk,
    _mediated,
    _same_goods,
    _calls_and_talks,
    _convenes_days_of,
)
