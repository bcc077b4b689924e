"""A report that has told of one such deed only: what in a later sentence says that it tells that deed again.

Where two deeds might be meant, none of this says which; each is evidence as in
:mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import articles, says
from whosays.resolving.events.retelling import figures_differ, leads_away, may_be
from whosays.resolving.events.spokenof import in_a_blow, is_new, nouns_of
from whosays.resolving.events.tellings import Telling, is_bare_plural
from whosays.resolving.events.toldon import is_somebody_else
from whosays.resolving.events.wronged import SO_CALLED, whom_of

_REACH = 8  # sentences
_PLAIN = frozenset({"happened", "ongoing"})


def the_only_one(parse: Parse, kept: Sequence[Telling], later: Telling) -> int | None:
    """Where the one deed of this class stands among those told before; None where there is none, or two."""
    alike = [at for at, one in enumerate(kept) if one.event.type == later.event.type]
    if len(alike) != 1 or not 0 < later.sentence - kept[alike[0]].sentence <= _REACH:
        return None
    if articles(parse, parse.tokens[later.head]) & {"a", "an"}:
        return None  # "during | a protest |": of one that is told of anew
    one = kept[alike[0]]
    if {one.event.status, later.event.status} - _PLAIN or leads_away(parse, one, later):
        return None
    if says(parse, later.sentence, _ONCE_MORE) or _is_one_of_them(parse, one, later):
        return None
    return alike[0]


_ONCE_MORE = frozenset({"last", "later", "then"})


def _is_one_of_them(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Freed three bakers. ... | a baker | was freed": who is told of with "a" is told of anew."""
    return any(
        t.lemma.lower() in earlier.suffering and articles(parse, t) & {"a", "an"}
        for t in nouns_of(parse, later)
        if t.lemma.lower() in later.suffering
    )


def in_an_attack(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Two cooks were hurt | in an attack |. ... Six men shot at the mill": how that attack went."""
    if later.event.type != "ASSAULT" or not parse.tokens[earlier.head].is_verb or is_new(parse, earlier, later):
        return None
    if says(parse, later.sentence, frozenset({"also"})) or later.suffering & earlier.acting:
        return None
    if not in_a_blow(parse, earlier) or not may_be((earlier.doers, earlier.acting), (later.doers, later.acting)):
        return None
    return Reason(rule="in-an-attack", detail="tells how the only attack told of went", weight=0.75)


def arrested_too(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police have arrested six men. ... Mr. Holub was arrested on Friday": the only arrest told of."""
    one, two = earlier.event, later.event
    if two.type != "COERCE" or two.mode != "arrest" or one.mode != two.mode or is_new(parse, earlier, later):
        return None
    verb = parse.tokens[later.head]
    told = parse.children(verb.i, "nsubj:pass", "obj") if verb.tag in {"VBD", "VBN"} else ()
    if not later.suffering or not told:
        return None
    if _counts_differ(earlier, later):
        return None
    if not may_be((earlier.doers, earlier.acting), (later.doers, later.acting)):
        return None
    again = whom_of(parse, later)
    single = again is not None and {t.count.low for e in (one, two) for t in e.tolls} <= {1}
    if again is not None and single and is_somebody_else(parse, whom_of(parse, earlier), again):
        return None
    if again is not None and _is_told_of_anew(parse, whom_of(parse, earlier), again):
        return None
    return Reason(rule="arrested-too", detail="the only arrest that was told", weight=0.7)


def _is_told_of_anew(parse: Parse, first: Token | None, again: Token) -> bool:
    """ "A teacher was arrested in Orli. | A | fighter was captured": another, unless one word may mean anybody."""
    if first is None or not articles(parse, again) & {"a", "an"}:
        return False
    nouns = {first.lemma.lower(), again.lemma.lower()}
    return len(nouns) > 1 and not nouns & SO_CALLED


def _counts_differ(earlier: Telling, later: Telling) -> bool:
    """ "Arrested a baker ... 60 marchers were arrested", "arrested two brothers. Ana Ruiz was arrested"."""
    tolls = [t.event.tolls for t in (earlier, later)]
    single = [{t.count.low for t in told} == {1} for told in tolls]
    figures = [{t.count.low for t in told if (t.count.low or 0) > 1 and not is_bare_plural(t)} for told in tolls]
    if single[0] and tolls[1] and not single[1]:
        return later.sentence - earlier.sentence > 1
    return bool(figures[0] and (single[1] or (figures[1] and not figures[0] & figures[1])))


def same_means(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A car bomb went off in Orli. ... Two devices were detonated": by the same means, and by and to nobody else."""
    one, two = earlier.event, later.event
    if (
        one.type not in _CLASSES
        or one.mode in {None, "withdraw"}
        or one.mode != two.mode
        or is_new(parse, earlier, later)
        or figures_differ(one, two)
    ):
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    doers = ((earlier.doers, earlier.acting), (later.doers, later.acting))
    things = ((frozenset[str](), earlier.struck), (frozenset[str](), later.struck))
    if not (may_be(*people) and may_be(*doers) and may_be(*things)):
        return None
    return Reason(rule="same-means", detail="in the same way, and no other deed was told", weight=0.75)


_CLASSES = frozenset({"ASSAULT", "RETREAT", "PROTEST"})

ALONE: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    in_an_attack,
    arrested_too,
    same_means,
)
