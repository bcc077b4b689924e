"""One piece of news that later sentences tell on: the march, the one arrested, those freed, what the same one did.

"Police have arrested an officer. The prosecutor says Jan Holub was held on Friday": each is evidence as in
:mod:`whosays.resolving.events.sameness`; it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Event, Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, long_past, says
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.spokenof import taken_up
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.wronged import whom_of

_NEAR = 3  # sentences
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    "again also fourth later meanwhile new once other previous recently similar since more rest".split()
)


def the_march(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Thousands have rallied in Orli. Protesters took to the streets on Friday.": near, and one march."""
    if later.event.type != "PROTEST" or {earlier.event.status, later.event.status} != {"happened"}:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEAR or _is_new(parse, earlier, later):
        return None
    if parse.tokens[parse.sentences[later.sentence][0]].lower in {"in", "at", "near", "outside"}:
        return None  # "| In Orli | children marched": the place is what is new
    return Reason(rule="the-march", detail="tells on of the march told before", weight=0.75)


def _is_new(parse: Parse, earlier: Telling, later: Telling) -> bool:
    return says(parse, later.sentence, _ANEW) or any(long_past(parse, t.head) for t in (earlier, later))


def the_one_taken(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Has arrested a former officer. ... Jan Holub was arrested on Friday": one person, near, and now with a name."""
    one, two = earlier.event, later.event
    if (one.type, one.mode, one.status) != (two.type, two.mode, two.status) or (two.type, two.mode) not in _TAKEN:
        return None
    if two.status != "happened" or not 0 < later.sentence - earlier.sentence <= _NEAR:
        return None
    if _is_new(parse, earlier, later):
        return None
    counts = {t.count.low for e in (one, two) for t in e.tolls}
    if not counts <= {1} or earlier.victims & later.victims or figures_differ(one, two):
        return None
    if not may_be((earlier.doers, earlier.acting), (later.doers, later.acting)):
        return None
    first, again = whom_of(parse, earlier), whom_of(parse, later)
    if again is None or is_somebody_else(parse, first, again):
        return None
    if first is not None and (first.tag == "NNS" or first.lower == "them" or first.tag.startswith("NNP")):
        return None
    if again.tag == "PRP" and one.type == "ACCUSE":
        return None
    if not (again.tag.startswith("NNP") or again.tag == "PRP" or articles(parse, again) & DEFINITE):
        return None
    return Reason(rule="the-one-taken", detail="tells on of the one who was told of", weight=0.75)


def is_somebody_else(parse: Parse, first: Token | None, again: Token) -> bool:
    """ "A former judge ... Ana Ruiz, | a baker, |", "engineer | Jan Holub | ... Badr", "the man | who hid him |"."""
    if parse.children(again.i, "conj"):
        return True
    if not again.tag.startswith("NNP"):
        return bool(parse.children(again.i, "acl", "acl:relcl"))
    if first is None:
        return False
    beside = [c for c in parse.children(again.i, "appos") if articles(parse, c) & {"a", "an"}]
    own = [c for c in parse.children(first.i, "flat", "appos", "nmod:desc") if c.tag.startswith("NNP")]
    return bool(own) or any(c.lemma.lower() != first.lemma.lower() for c in beside)


_TAKEN = frozenset({("COERCE", "arrest"), ("ACCUSE", "allege"), ("RETREAT", "release")})


def those_freed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Rebels freed three engineers. ... The engineers were let go in Orli": the very noun."""
    one, two = earlier.event, later.event
    if two.type != "RETREAT" or two.mode != "release" or (one.mode, one.status) != (two.mode, two.status):
        return None
    shared = (earlier.suffering & later.suffering) - _ANYBODY
    if not shared or two.status == "hypothetical" or _is_new(parse, earlier, later):
        return None
    start, end = parse.sentences[later.sentence]
    told = [t for t in parse.tokens[start:end] if t.is_noun and t.lemma.lower() in shared]
    if not told or any(articles(parse, t) & {"a", "an"} or t.i in parse.named("place") for t in told):
        return None
    return Reason(rule="those-freed", detail="frees those who were told of before", weight=0.75)


_ANYBODY = frozenset("people person other others number man woman member one".split())


def as_many(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Arrested | 31 people |. ... | The 31 suspects | were held": the same figure, and no common one."""
    one, two = earlier.event, later.event
    if one.type != two.type or one.status != two.status or later.sentence == earlier.sentence:
        return None
    the = taken_up(parse, earlier, later)
    if not the and (one.type == "ASSAULT" or one.mode != two.mode or _is_new(parse, earlier, later)):
        return None
    figures = [{(t.effect, t.count.low) for t in e.tolls if (t.count.low or 0) > _COMMON} for e in (one, two)]
    if not figures[0] & figures[1]:
        return None
    return Reason(rule="as-many", detail="done to as many people", weight=0.75)


_COMMON = 3  # so many may be any


def the_same_doer(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Will visit Ghana. ... Mr. Holub will visit": the same one does the same, and nothing tells them apart."""
    one, two = earlier.event, later.event
    if one.type not in _BY_ONE or one.mode != two.mode or one.status != two.status or one.status == "hypothetical":
        return None
    if not 0 < later.sentence - earlier.sentence <= _REACH or not earlier.doers & later.doers:
        return None
    if one.mode == "arrest" or (one.type != "CONSULT" and earlier.doers != later.doers):
        return None  # the police arrest many a day; "Orland and Veldia recalled envoys. Orland recalled its consul"
    if _is_new(parse, earlier, later) or figures_differ(one, two):
        return None
    owned = parse.tokens[later.head].tag == "NN" and bool(parse.children(later.head, "nmod:poss"))
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    things = ((_NOBODY, earlier.struck), (_NOBODY, later.struck))
    if one.type == "CONSULT" and not (_are_those(earlier, later) or (owned and one.mode == "visit")):
        return None
    if one.type != "CONSULT" and not (may_be(*people) and may_be(*things)):
        return None
    return Reason(rule="same-doer-again", detail="the same one does the same", weight=0.75)


_NOBODY = frozenset[str]()
_REACH = 5  # sentences
_BY_ONE = frozenset({"COERCE", "CONSULT", "RETREAT", "SANCTION", "REJECT"})


def _are_those(earlier: Telling, later: Telling) -> bool:
    """Whether those who meet may be the same: nobody is named in both who is not in the other."""
    if earlier.event.mode == "visit":
        return not earlier.recipients or not later.recipients or bool(earlier.recipients & later.recipients)
    return earlier.doers <= later.doers or later.doers <= earlier.doers


def _as_sure(one: Event, two: Event) -> bool:
    return {one.status, two.status} <= {"happened", "ongoing"} or one.status == two.status == "planned"


def the_callers(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Envoys of six states met in Orli. ... where | the envoys | are meeting": by the very noun."""
    one, two = earlier.event, later.event
    if two.type != "CONSULT" or one.mode != two.mode or not _as_sure(one, two):
        return None
    if later.sentence <= earlier.sentence or _is_new(parse, earlier, later):
        return None
    shared = (earlier.acting & later.acting) - _ANYBODY
    start, end = parse.sentences[later.sentence]
    told = [t for t in parse.tokens[start:end] if t.is_noun and t.lemma.lower() in shared]
    if not any(articles(parse, t) & DEFINITE and not t.tag.startswith("NNP") for t in told):
        return None
    return Reason(rule="the-callers", detail="they meet who were told of before", weight=0.75)


TOLD_ON: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    the_march,
    the_one_taken,
    those_freed,
    as_many,
    the_same_doer,
    the_callers,
)
