"""The one deed of the same parties, told again by its noun or verb: an accession, an invasion, a siege, a town taken.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, days_of, of_long_ago, says
from whosays.resolving.events.retelling import figures_differ, may_be, of_one_kind
from whosays.resolving.events.tellings import Telling

_PLAIN = frozenset({"happened", "ongoing"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    "new first fresh latest next final last other others previous separate similar renewed again also".split()
)
_FAR, _NEAR = 25, 5  # sentences


def _known(ids: frozenset[str]) -> bool:
    return bool(ids) and all(not i.startswith(("own:", "words:")) for i in ids)


def _whom(telling: Telling) -> frozenset[str]:
    """Whom or what a deed is done to: those known, and the words of the things."""
    return telling.recipients | telling.struck


def _is_definite(parse: Parse, noun: Token) -> bool:
    owned = parse.children(noun.i, "nmod:poss", "compound")
    described = {c.lower for c in parse.children(noun.i, "amod", "det")}
    return noun.tag == "NN" and bool(articles(parse, noun) & DEFINITE or owned) and not described & _OTHER


def the_named_deed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland's accession to the League pleased many. ... | Orland's accession to the League |": of all the same."""
    one, two = earlier.event, later.event
    nouns = [parse.tokens[t.head] for t in (earlier, later)]
    if any(n.is_verb for n in nouns) or nouns[0].lemma.lower() != nouns[1].lemma.lower() or one.mode != two.mode:
        return None
    if {one.status, two.status} - _PLAIN or one.type in {"CONSULT", "PROTEST"} or earlier.sentence >= later.sentence:
        return None
    same = earlier.doers == later.doers and _known(later.doers) and _whom(earlier) == _whom(later) and _whom(later)
    if not same or not all(_is_definite(parse, n) for n in nouns) or figures_differ(one, two):
        return None
    if any(of_long_ago(parse, t.head) for t in (earlier, later)):
        return None
    return Reason(rule="same-deed", detail="the same noun, by and to the same", weight=0.8)


_STATES_ONCE = (
    frozenset({"invade", "invasion"}),
    frozenset({"annex", "annexation"}),
    frozenset({"accede", "accession", "join", "entry", "admission"}),
)


def of_states(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The invasion of Veldia drove prices up. ... Orland says it | invaded Veldia | over oil": a war's beginning."""
    one, two = earlier.event, later.event
    words = [parse.tokens[t.head].lemma.lower() for t in (earlier, later)]
    if not any(set(words) <= kind for kind in _STATES_ONCE) or {one.status, two.status} != {"happened"}:
        return None
    if one.mode != two.mode or not 0 < later.sentence - earlier.sentence <= 3 * _FAR:
        return None
    lands = [_lands(parse, t) for t in (earlier, later)]
    doers = not earlier.doers or not later.doers or earlier.doers <= later.doers or later.doers <= earlier.doers
    if not lands[0] & lands[1] or not doers or says(parse, later.sentence, _OTHER - {"first", "also"}):
        return None
    return Reason(rule="of-states", detail="a state does so once", weight=0.8)


def _lands(parse: Parse, telling: Telling) -> frozenset[str]:
    """The names of the lands or leagues that a deed is done to: "the | Kuwait | invasion", "joined | the League |"."""
    whom = telling.suffering | telling.struck
    below = set(parse.subtree(telling.head))
    names = (parse.tokens[n.end - 1].lower for n in parse.names if n.label != "person" and n.start in below)
    return frozenset(n for n in names if n in whom)


_SIEGES = frozenset({"siege", "blockade", "besiege"})


def the_siege(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Live under a blockade by the king's troops. ... Orland goes on to | impose a siege | on the valley"."""
    one, two = earlier.event, later.event
    if {one.status, two.status} != {"ongoing"} or one.type not in {"COERCE", "ASSAULT"}:
        return None
    sieges = [_SIEGES & {parse.tokens[i].lemma.lower() for i in _below(parse, t)} for t in (earlier, later)]
    sides = [frozenset().union(*t.sides) for t in (earlier, later)]
    same = bool(sides[0]) and sides[0] == sides[1]
    if not all(sieges) or not same or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    if says(parse, later.sentence, _OTHER - {"first", "last", "also"}):
        return None
    return Reason(rule="same-siege", detail="the siege of the same side", weight=0.75)


def _below(parse: Parse, telling: Telling) -> list[int]:
    start, end = parse.tokens_of(telling.event.trigger)
    return [*range(start, end), *(c.i for c in parse.children(telling.head, "obj", "nsubj:pass"))]


_TAKING = frozenset(
    """seize retake recapture capture take liberate free conquer overrun reclaim regain occupy fall control""".split()
)


def ground_taken(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Soldiers have | seized a town | in the east. ... troops | had taken control of the town |": taken once."""
    one, two = earlier.event, later.event
    verbs = [parse.tokens[t.head] for t in (earlier, later)]
    if one.type != "ASSAULT" or {one.status, two.status} != {"happened"} or one.mode != two.mode:
        return None
    taking = all(v.is_verb and _TAKING & _words(parse, t) for v, t in zip(verbs, (earlier, later), strict=True))
    if not taking or not earlier.struck or earlier.struck != later.struck or earlier.suffering - {"rebel"}:
        return None
    kinds = of_one_kind((frozenset(), earlier.acting), (frozenset(), later.acting))
    doers = kinds or may_be((earlier.doers, earlier.acting), (later.doers, later.acting))
    if not doers or not 0 < later.sentence - earlier.sentence <= 2 * _FAR or _is_again(parse, later):
        return None
    things = [_thing(parse, t) for t in (earlier, later)]
    if things[0] is None or things[1] is None or any(t.tag not in {"NN", "NNP"} for t in things if t):
        return None
    named = things[1].tag == "NNP" and things[0].lower == things[1].lower
    the = articles(parse, things[1]) & {"the"} and later.sentence - earlier.sentence <= _NEAR
    plain = not parse.children(things[1].i, "nmod", "acl", "acl:relcl", "amod", "nmod:poss")
    if not (named or (the and plain and things[1].tag == "NN")):
        return None
    return Reason(rule="same-ground", detail="the same ground is taken", weight=0.8)


def _words(parse: Parse, telling: Telling) -> set[str]:
    start, end = parse.tokens_of(telling.event.trigger)
    return {t.lemma.lower() for t in parse.tokens[start:end]}


def _thing(parse: Parse, telling: Telling) -> Token | None:
    """The one thing that is taken, by its last word."""
    roles = [r for r in telling.event.roles if r.part == "target" and r.mention]
    if len(roles) != 1:
        return None
    start, end = parse.sentences[telling.sentence]
    found = [t for t in parse.tokens[start:end] if t.lemma.lower() in telling.struck and t.is_noun]
    return found[-1] if len(found) == 1 else None


def _is_again(parse: Parse, later: Telling) -> bool:
    return says(parse, later.sentence, _OTHER - {"first", "last", "also", "final"}) or of_long_ago(parse, later.head)


def the_days_launch(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland fired a missile over the sea on Friday. ... | Friday's missile test | led to": the news of that day."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    if (one.type, one.mode) != ("MOBILIZE", "weapons") or one.mode != two.mode or noun.is_verb or noun.tag != "NN":
        return None
    owned = frozenset(d for c in parse.children(noun.i, "nmod:poss") for d in days_of(parse, c.i, c.i + 1))
    days = days_of(parse, *parse.sentences[earlier.sentence])
    lead = earlier.sentence <= 2 and {one.status, two.status} <= _PLAIN and earlier.sentence < later.sentence
    if not lead or len(days) != 1 or owned != days or (later.doers and later.doers != earlier.doers):
        return None
    return Reason(rule="same-launch", detail="the launch of that day", weight=0.8)


def left_undone(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Asks why Orland did not shoot down missiles. A land of sailors did not | shoot down the missiles |"."""
    one, two = earlier.event, later.event
    if {one.status, two.status} != {"negated"} or one.mode != two.mode or not earlier.struck & later.struck:
        return None
    verbs = [parse.tokens[t.head] for t in (earlier, later)]
    same = all(v.is_verb for v in verbs) and verbs[0].lemma.lower() == verbs[1].lemma.lower()
    the = [c for c in parse.children(later.head, "obj") if articles(parse, c) & {"the", "these", "those"}]
    if not same or not the or _known(later.doers) or not 0 < later.sentence - earlier.sentence <= _NEAR:
        return None
    return Reason(rule="undone-again", detail="the same is told again not to have been done", weight=0.75)


SAME_DEED: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    the_named_deed, of_states, the_siege, ground_taken, the_days_launch, left_undone,
)  # fmt: skip
