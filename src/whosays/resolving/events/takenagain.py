"""Those just told of, called again: "the trio", "the victims", a name, "the investigation", what an operation was for.

Each is evidence as in :mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import (
    ANOTHER,
    BEFORE,
    DEFINITE,
    LONG_AGO,
    RANKED,
    articles,
    days_apart,
    of_long_ago,
    says,
)
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.wronged import whom_of

_PLAIN = frozenset({"happened", "ongoing"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    "new fresh next other others previous remaining rest separate similar again also twice meanwhile later then".split()
)
_NEXT, _NEAR, _FAR = 1, 3, 12  # sentences
_THOSE = frozenset({"victim", "trio", "pair", "duo", "quartet", "foursome"})
_CHARGED = frozenset({"suspect", "defendant", "accused"})
_SO_MANY = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "foursome": 4}
_ONCE = frozenset({"arrest", "release", "abduct", "deport", "expel", "convict"})


def _same_kind(earlier: Telling, later: Telling) -> bool:
    one, two = earlier.event, later.event
    same = one.type == two.type and (one.mode == two.mode or two.mode is None)
    return same and {one.status, two.status} <= _PLAIN


def _effects(telling: Telling) -> set[str]:
    return {r.effect for r in telling.event.roles if r.part == "recipient" and r.effect is not None}


def those_told_of(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Gunmen have seized three nurses. | The trio | was taken on Saturday": those just told of."""
    if not _same_kind(earlier, later) or later.sentence - earlier.sentence != _NEXT:
        return None
    whom = _those(parse, later)
    if whom is None or articles(parse, whom) != {"the"}:
        return None
    charged = later.event.type == "ACCUSE" and whom.lemma.lower() in _CHARGED and whom.tag == "NNS"
    if whom.lemma.lower() not in _THOSE and not charged and not _is_countryman(parse, earlier, later, whom):
        return None
    told_apart = any(parse.tokens[whom.i + 1].text != "," for _ in parse.children(whom.i, "acl:relcl"))
    if told_apart or parse.children(whom.i, "nmod", "acl", "conj") or not earlier.recipients:
        return None
    if not (charged or _effects(earlier) & _effects(later)) or days_apart(parse, earlier.head, later.head):
        return None
    number = _SO_MANY.get(whom.lemma.lower())
    told = sum(t.count.low or 0 for t in earlier.event.tolls if t.effect in _effects(later))
    if number is not None and told != number:
        return None
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or not later.doers
    if not doers or says(parse, later.sentence, _OTHER) or of_long_ago(parse, later.head):
        return None
    plain = charged or whom.lemma.lower() in _THOSE
    return Reason(rule="same-people" if plain else "their-countryman", detail="done to those just told of", weight=0.8)


def _those(parse: Parse, telling: Telling) -> Token | None:
    """Whom a telling is done to: also "| the victims | worked for a firm and were killed"."""
    whom, verb = whom_of(parse, telling), parse.tokens[telling.head]
    if whom is not None or verb.dep != "conj" or not parse.children(verb.i, "aux:pass"):
        return whom
    told = parse.children(verb.head, "nsubj", "nsubj:pass")
    return told[0] if len(told) == 1 and not parse.children(verb.i, "nsubj", "nsubj:pass") else None


def _is_countryman(parse: Parse, earlier: Telling, later: Telling, whom: Token) -> bool:
    """ "An Orlandic engineer was kidnapped. | The Orlandic contractor |, 40, was kidnapped": one from there."""
    verb = parse.tokens[earlier.head]
    described = verb.tag == "VBN" and verb.dep == "acl" and verb.head < verb.i  # "an engineer | kidnapped | by rebels"
    first = parse.tokens[verb.head] if described else whom_of(parse, earlier)
    single = first is not None and first.tag == whom.tag == "NN" and bool(articles(parse, first) & {"a", "an"})
    lands = [{r.rpartition(":")[2] for r in t.recipients if r[-3:].isupper()} for t in (earlier, later)]
    once = later.event.mode in _ONCE and earlier.event.mode == later.event.mode
    return single and once and bool(lands[0]) and lands[0] == lands[1]


def named_next(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland has freed a poet. A cousin said that they freed | Ana Ruiz | on Monday": the poet, by her name."""
    one, two = earlier.event, later.event
    if one.mode not in _ONCE or not _same_kind(earlier, later) or later.sentence - earlier.sentence != _NEXT:
        return None
    if {one.status, two.status} != {"happened"} or earlier.named_recipients or figures_differ(one, two):
        return None
    first, name = _done_to(parse, earlier), _done_to(parse, later)
    if first is None or name is None or first.tag != "NN" or not articles(parse, first) & {"a", "an"}:
        return None
    if not _is_new_name(parse, name) or not _is_perfect(parse, earlier.head) or _is_perfect(parse, later.head):
        return None
    if not _may_act(earlier, later) or says(parse, later.sentence, _OTHER - BEFORE) or of_long_ago(parse, later.head):
        return None
    return Reason(rule="named-next", detail="the one just told of is named", weight=0.8)


def _done_to(parse: Parse, telling: Telling) -> Token | None:
    verb = parse.tokens[telling.head]
    told = parse.children(verb.i, "obj", "nsubj:pass") if verb.is_verb else ()
    return told[0] if len(told) == 1 and not parse.children(told[0].i, "conj") else None


def _is_new_name(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the full name of a person whom nothing has told of before."""
    name = next((n for n in parse.names if n.label == "person" and n.start <= noun.i < n.end), None)
    if name is None or name.end - name.start < 2:
        return False
    start = parse.sentences[parse.sentence(noun.i)][0]
    last = parse.tokens[name.end - 1].lower
    return not any(t.lower == last for t in parse.tokens[:start])


def _is_perfect(parse: Parse, verb: int) -> bool:
    return any(c.lower in {"has", "have"} for c in parse.children(verb, "aux"))


def _may_act(earlier: Telling, later: Telling) -> bool:
    """Whether those who act may be the same: also a state, its government and its police."""
    if not later.doers or may_be((earlier.doers, earlier.acting), (later.doers, later.acting)):
        return True
    lands = [{d[:3] for d in t.doers if d[:3].isupper() and d[3:4] in {"", ":"}} for t in (earlier, later)]
    return bool(lands[0]) and lands[0] == lands[1]


_MEASURES = frozenset(
    "investigation inquiry probe complaint lawsuit suit appeal agreement accord deal pact strike ban embargo".split()
)


def the_measure(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Has opened an inquiry into the theft. ... they launched | the probe | on Friday": the one told of."""
    one, two = earlier.event, later.event
    if (one.type, one.mode) != (two.type, two.mode) or {one.status, two.status} != {"happened"}:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEAR or days_apart(parse, earlier.head, later.head):
        return None
    verb = parse.tokens[later.head]
    told = parse.children(verb.i, "obj") if verb.is_verb else ()
    first = _measures(parse, earlier)
    the = len(told) == 1 and told[0].tag == "NN" and articles(parse, told[0]) <= {"the", "this"} & DEFINITE
    the = the and bool(articles(parse, told[0])) and not parse.children(told[0].i, "nmod", "acl", "acl:relcl", "amod")
    if not the or told[0].lemma.lower() not in _MEASURES or not first:
        return None
    same = bool(later.doers) and earlier.doers == later.doers and later.recipients <= earlier.recipients
    if not same or says(parse, later.sentence, _OTHER) or of_long_ago(parse, later.head, LONG_AGO - {"month"}):
        return None
    return Reason(rule="the-measure", detail="what was told of, called again", weight=0.8)


def _measures(parse: Parse, telling: Telling) -> bool:
    start, end = parse.tokens_of(telling.event.trigger)
    below = [parse.tokens[start:end], parse.children(telling.head, "obj")]
    return any(t.lemma.lower() in _MEASURES for part in below for t in part)


def called_by_it(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Pirates freed two sailors. ... | the two freed sailors | will go home": called by what was done to them."""
    one, two = earlier.event, later.event
    if (one.type, one.mode) != (two.type, two.mode) or one.mode not in _ONCE or not _same_kind(earlier, later):
        return None
    word = parse.tokens[later.head]
    noun = parse.tokens[word.head]
    before = word.tag == "VBN" and word.dep in {"amod", "acl"} and word.i < noun.i and "the" in articles(parse, noun)
    if not before or noun.lemma.lower() not in earlier.suffering or later.doers - earlier.doers:
        return None
    number = {c.lower for c in parse.children(noun.i, "nummod")}
    told = whom_of(parse, earlier)
    first = {c.lower for c in parse.children(told.i, "nummod")} if told is not None else set()
    if number - first or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    return Reason(rule="same-captives", detail="called by what was done to them", weight=0.8)


_OPERATIONS = frozenset({"operation", "offensive", "campaign", "assault", "attack", "fight", "war", "inquiry"})
_FOR = frozenset("attack overthrow topple oust flush hunt fight destroy crush strike eliminate defeat target".split())
_AIMS = frozenset({"hypothetical", "planned", "attempted", "demanded", "happened"})


def its_aim(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Threatened to launch an operation | to attack | the rebels", "have been fighting | to overthrow | him"."""
    one, two = earlier.event, later.event
    if earlier.sentence != later.sentence or one.type != two.type or earlier.head >= later.head:
        return None
    inquiry = (one.mode, two.mode) == ("investigate", "investigate")
    if two.status not in _AIMS or not (one.type == "ASSAULT" or inquiry) or two.tolls:
        return None
    verb = parse.tokens[later.head]
    meaning = verb.lemma.lower() in _FOR or inquiry
    to = verb.tag == "VB" and verb.dep in {"advcl", "acl", "xcomp"} and meaning
    if not to or not any(m.lower == "to" for m in parse.children(verb.i, "mark")):
        return None
    start, end = parse.tokens_of(one.trigger)
    words = {parse.tokens[earlier.head], *parse.tokens[start:end], *parse.children(earlier.head, "obj")}
    over = parse.tokens[verb.head]
    meant = over in words or over.i == earlier.head
    waged = {t.lemma.lower() for t in words} & (_OPERATIONS if not inquiry else {"inquiry", "commission", "panel"})
    doers = inquiry or (bool(later.doers) and earlier.doers == later.doers)
    apart = earlier.recipients and later.recipients and not earlier.recipients & later.recipients
    if not meant or not waged or not doers or apart:
        return None
    return Reason(rule="its-aim", detail="what it was launched for", weight=0.8)


TAKEN_AGAIN: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (the_measure, called_by_it)
