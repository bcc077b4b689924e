"""Who makes the news, told in short and then in full: one arrested, one who resigns, one on a journey, the dead.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Name, Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, RANKED, articles, days_apart, of_long_ago, says
from whosays.resolving.events.partsoftoll import PARTS
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.wronged import whom_of

_PLAIN = frozenset({"happened", "ongoing"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    """new fresh next other others previous recent recently remaining rest separate similar again also twice
    meanwhile""".split()
)
_NEXT, _SOON, _FAR = 2, 6, 20  # sentences


def _opening_name(parse: Parse, sentence: int) -> Name | None:
    """ "| Ana Ruiz, | 60, was ...": the full name that a sentence begins with, where nothing else says who that is."""
    start, end = parse.sentences[sentence]
    name = next((n for n in parse.names if n.start == start and n.label == "person" and n.end - n.start > 1), None)
    if name is None or name.end >= end:
        return None
    before = {t.lower for t in parse.tokens[: parse.sentences[sentence][0]]}
    if parse.tokens[name.end - 1].lower in before:
        return None  # told of before
    aged = parse.tokens[name.end].text == "," and parse.tokens[min(name.end + 1, end - 1)].tag == "CD"
    return name if aged or parse.tokens[name.end].tag in {"VBD", "VBZ", "POS"} else None


def introduced(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police arrested a former judge on Monday. | Ana Ruiz, 60, | was detained at home": now her name is told.

    Also where the sentence after the lead tells something else of her: "Ana Ruiz, 60, was taken to Kest".
    """
    one, two = earlier.event, later.event
    if earlier.sentence > 1 or not 0 < later.sentence - earlier.sentence <= _SOON or one.mode != two.mode:
        return None
    if {one.status, two.status} != {"happened"} or one.mode not in {"arrest", "convict", "allege", "deport", "expel"}:
        return None
    if earlier.named_recipients or len(later.recipients) != 1:
        return None
    whom, name = whom_of(parse, earlier), _opening_name(parse, earlier.sentence + 1)
    if whom is None or name is None or whom.tag != "NN" or not articles(parse, whom) & {"a", "an", "the"}:
        return None
    if not next(iter(later.recipients)).endswith(parse.tokens[name.end - 1].lower):
        return None
    if not may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or figures_differ(one, two):
        return None
    if says(parse, later.sentence, _OTHER) or days_apart(parse, earlier.head, later.head):
        return None
    return Reason(rule="named-since", detail="the one who was told of is named", weight=0.8)


def quits_by_name(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland's harbour minister resigned. | Jan Holub quit | after a row": the minister, by name."""
    one, two = earlier.event, later.event
    if one.mode != "resign" or two.mode != "resign" or earlier.sentence > 1 or not earlier.acting or not later.acting:
        return None
    if {one.status, two.status} != {"happened"} or later.sentence - earlier.sentence != 1:
        return None
    named = any(_is_by_name(parse, c) for c in parse.children(earlier.head, "nsubj", "nmod:poss"))
    if named or _opening_name(parse, later.sentence) is None or says(parse, later.sentence, _OTHER):
        return None
    subjects = parse.children(later.head, "nsubj") or parse.children(later.head, "nmod:poss")
    his = bool(subjects) and subjects[0].tag == "NNP"
    if not his or two.when.start is not None or len(earlier.doers) > 1:
        return None
    return Reason(rule="named-since-leaving", detail="the one who was told to leave is named", weight=0.75)


def _is_by_name(parse: Parse, noun: Token) -> bool:
    """ "The minister, | Ana Ruiz, | quit", "his resignation": somebody whom the report has named."""
    below = [noun, *parse.children(noun.i, "appos", "flat", "nmod:desc")]
    return noun.tag.startswith("PRP") or any(t.i in parse.named("person") for t in below)


def on_one_journey(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Ruto visited Peru on Monday. ... The Kenyan leader | arrived in Lima |": one journey to one country."""
    one, two = earlier.event, later.event
    if (one.type, one.mode, two.mode) != ("CONSULT", "visit", "visit") or earlier.sentence >= later.sentence:
        return None
    if {one.status, two.status} - _PLAIN and {one.status, two.status} != {"planned"}:
        return None
    known = bool(later.doers) and earlier.doers == later.doers and len(later.doers) == 1
    hosts = [_states(t) for t in (earlier, later)]
    if not known or not hosts[0] or hosts[0] != hosts[1] or later.sentence - earlier.sentence > _FAR:
        return None
    had = any(c.lower == "had" for c in parse.children(later.head, "aux"))
    if had or any(of_long_ago(parse, t.head) for t in (earlier, later)) or _OTHER & _said(parse, later):
        return None
    return Reason(rule="same-journey", detail="the same goes to the same country", weight=0.8)


def _states(telling: Telling) -> frozenset[str]:
    """The states that are visited."""
    return frozenset(r[:3] for r in telling.recipients if r[:3].isupper() and r[3:4] in {"", ":"})


def _said(parse: Parse, telling: Telling) -> frozenset[str]:
    start, end = parse.sentences[telling.sentence]
    return frozenset(t.lower for t in parse.tokens[start:end])


def some_there(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Two bombs killed 81 people in two towns. At least 74 people | were killed in Kest |": of those 81."""
    one, two = earlier.event, later.event
    if one.type != "ASSAULT" or not two.tolls or two.mode is not None or two.when.start is not None:
        return None
    if {one.status, two.status} != {"happened"} or not 0 < later.sentence - earlier.sentence <= _NEXT:
        return None
    told = [c for c in parse.children(later.head, "obl") if parse.case(c.i) in {"in", "at"}]
    many = one.mode == "explosives" and _several(parse, earlier)
    if later.acting or later.victims or not told or not many or says(parse, later.sentence, _OTHER):
        return None
    for toll in two.tolls:
        whole = max((t.count.low or 0 for t in one.tolls if t.effect == toll.effect), default=0)
        if not toll.count.low or toll.count.low >= whole:
            return None
    return Reason(rule=PARTS, detail="tells how many of them fell at one of the places", weight=0.75)


def _several(parse: Parse, telling: Telling) -> bool:
    """ "| Two bombs | went off", "the | bombings |": in more than one place."""
    word = parse.tokens[telling.head]
    return word.tag == "NNS" or any(c.tag == "NNS" for c in parse.children(word.i, "nsubj"))


_FIGHTING = frozenset({"fighting", "clash", "violence", "battle", "siege", "offensive", "shelling", "unrest"})
_BEGINNING = frozenset({"begin", "start", "erupt"})


def began_then(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Clashes continued on Friday. | The fighting began | on Monday": the same, and since when."""
    noun, first = parse.tokens[later.head], parse.tokens[earlier.head]
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _FIGHTING or noun.dep != "nsubj" or verb.lemma.lower() not in _BEGINNING:
        return None
    if first.lemma.lower() not in _FIGHTING or earlier.event.status != "ongoing" or later.event.type != "ASSAULT":
        return None
    if earlier.event.type != "ASSAULT" or not 0 < later.sentence - earlier.sentence <= _NEXT:
        return None
    the = bool(articles(parse, noun) & {"the", "this", "these"}) and verb.tag == "VBD"
    told = later.event.status == "happened" and not later.event.tolls and not _OTHER & _said(parse, later)
    if not the or not told or (later.doers and not later.doers & earlier.doers):
        return None
    return Reason(rule="since-when", detail="tells when it began", weight=0.8)


NEWSMAKERS: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (introduced, on_one_journey, some_there)
