"""What says that a later sentence tells a deed again by those it was done to, its bomb, or its march.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, RANKED, says
from whosays.resolving.events.tellings import Telling

_NEXT = 2  # sentences
_DEALT_WITH = frozenset({"allege", "arrest", "convict", "expel", "release", "deport", "abduct"})
_ANEW = (ANOTHER | BEFORE | RANKED) | {"again", "also", "other", "others", "more", "meanwhile", "remaining", "rest"}
_DEFINITE = frozenset({"the", "these", "those", "all", "both"})
# Nouns that call people by what was done to them, or by nothing but that they are people.
_SO_CALLED = frozenset(
    "suspect man woman defendant hostage captive detainee prisoner victim accused youth boy girl pair trio group "
    "teenager convict inmate".split()
)
_PLACING = frozenset({"leave", "hide", "place", "plant", "put", "conceal", "attach", "stash", "bury"})
_BURSTING = frozenset({"explode", "detonate", "burst"})
_GOES = frozenset({"go", "blow"})  # "off", "up"
_BOMBS = frozenset({"bomb", "device", "explosive", "explosives", "charge", "mine"})
_BLOWN = frozenset({"explosives", "suicide-attack"})
_MARCHERS = re.compile(r"(?i:(?:the )?(?:protest[eo]rs|demonstrators|marchers|crowds?))\b(?! (?:in|of|at|from))")


def dealt_with_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Indicted four soldiers. The prosecutor charged the four suspects with murder.": those told of before."""
    mode = earlier.event.mode
    if mode not in _DEALT_WITH or mode != later.event.mode or later.event.status != "happened":
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEXT or says(parse, later.sentence, _ANEW):
        return None
    one, two = _done_to(parse, earlier.head), _done_to(parse, later.head)
    if one is None or two is None or not _are_those(parse, one, two):
        return None
    return Reason(rule="same-people", detail="done to those who were told of before", weight=0.8)


def _done_to(parse: Parse, head: int) -> Token | None:
    """The one noun that a verb is done to."""
    told = [c for c in parse.children(head, "obj", "nsubj:pass") if c.is_noun]
    return told[0] if len(told) == 1 and parse.tokens[head].is_verb and not parse.children(told[0].i, "conj") else None


def _are_those(parse: Parse, one: Token, two: Token) -> bool:
    """ "The four suspects" after "four soldiers", "the men" after "two nurses"."""
    if not any(c.lower in _DEFINITE for c in parse.children(two.i, "det", "det:predet")):
        return False
    if parse.children(two.i, "nmod", "acl", "acl:relcl", "nmod:poss"):
        return False
    counts = [[c.lower for c in parse.children(noun.i, "nummod")] for noun in (one, two)]
    if counts[1] and counts[0] != counts[1]:
        return False
    same = one.lemma.lower() == two.lemma.lower()
    if any(c.dep in {"amod", "compound"} for c in parse.children(two.i)) and not same:
        return False
    plural = [noun.tag.endswith("S") for noun in (one, two)]
    called = same or two.lemma.lower() in _SO_CALLED
    return plural[0] == plural[1] and (called or bool(counts[1]))


def device_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomb went off in a cafe. The bomb had been left beneath a chair.": how it came there, or that it went off."""
    modes = {earlier.event.mode, later.event.mode}
    if not modes <= _BLOWN or later.event.mode != "explosives" or later.event.tolls or later.recipients:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEXT + 1 or later.event.status != "happened":
        return None
    verb = parse.tokens[later.head]
    goes = verb.lemma.lower() in _GOES and any(c.lower in {"off", "up"} for c in parse.children(verb.i))
    if (
        not (goes or verb.lemma.lower() in _PLACING | _BURSTING)
        or later.doers
        or says(parse, later.sentence, _ANEW - {"another"})
    ):
        return None
    bombs = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass", "obj") if c.lemma.lower() in _BOMBS]
    if not any(d.lower in {"the", "this"} for b in bombs for d in parse.children(b.i, "det")):
        return None
    return Reason(rule="same-device", detail="tells of the same bomb", weight=0.8)


def marched_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Thousands have marched through the capital. Protesters marched on Monday in Orli.": where and when they did."""
    if earlier.event.type != "PROTEST" or later.event.type != "PROTEST" or later.event.status != "happened":
        return None
    first, again = parse.tokens[earlier.head], parse.tokens[later.head]
    if later.sentence - earlier.sentence != 1 or not again.is_verb or first.lemma.lower() != again.lemma.lower():
        return None
    start, end = parse.sentences[later.sentence]
    words = parse.report.text[parse.tokens[start].start : parse.tokens[end - 1].end]
    if _MARCHERS.match(words) is None or says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule="same-march", detail="tells where and when the same marchers went", weight=0.75)


_DECIDED = frozenset({"REJECT", "SUPPORT", "AGREE", "CONCEDE"})
_PAPERS = frozenset(
    "bill law resolution motion treaty deal agreement accord pact budget amendment proposal plan decree appeal "
    "request protocol legislation measure".split()
)


def decided_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Parliament threw out a bill. Lawmakers rejected the bill by one vote.": the same vote."""
    one, two = earlier.event, later.event
    if (
        one.type not in _DECIDED
        or one.mode != two.mode
        or two.status != "happened"
        or says(parse, later.sentence, _ANEW)
    ):
        return None
    first, again = _done_to(parse, earlier.head), _done_to(parse, later.head)
    if not 0 < later.sentence - earlier.sentence <= _NEXT or first is None or again is None:
        return None
    same = first.lemma.lower() == again.lemma.lower() and again.lemma.lower() in _PAPERS and first.tag == again.tag
    if not same or not any(c.lower in {"the", "this"} for c in parse.children(again.i, "det")):
        return None
    return Reason(rule="same-paper", detail="decides on what was decided on before", weight=0.8)


_CARRYING_OUT = frozenset({"carry", "conduct", "commit", "launch", "claim"})
_BLOWS = frozenset({"attack", "raid", "assault", "ambush", "incident", "blast", "explosion", "shooting", "bombing"})


def blow_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Rebels shot eight villagers. ... The raid was carried out by the Front.": who did it, with nobody else hurt."""
    token = parse.tokens[later.head]
    if earlier.event.type != "ASSAULT" or token.tag != "NN" or token.lemma.lower() not in _BLOWS:
        return None
    bare = not later.recipients and not later.struck and not later.event.tolls and later.event.when.start is None
    the = any(c.lower in {"the", "this"} for c in parse.children(later.head, "det"))
    described = parse.children(later.head, "amod", "compound", "nmod", "acl", "acl:relcl")
    if not bare or not the or described or not 0 < later.sentence - earlier.sentence <= _NEXT + 2:
        return None
    done = parse.tokens[token.head]
    by = token.dep in {"nsubj", "nsubj:pass"} and done.lemma.lower() in _CARRYING_OUT
    if not by or says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule="same-blow", detail="tells who did what was told before", weight=0.8)


def _beside_toll(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The toll from Orland's strikes climbs to 210, | while 900 have been injured |": in the same strikes."""
    start, _ = parse.sentences[later.sentence]
    tolls = any(t.lemma.lower() == "toll" and t.dep == "nsubj" for t in parse.tokens[start : later.head])
    if not tolls or earlier.sentence != later.sentence or not later.event.tolls or later.event.mode is not None:
        return None
    if earlier.doers != later.doers or not earlier.doers or earlier.event.type != "ASSAULT":
        return None
    return Reason(rule="told-on", detail="counts on who else was hurt", weight=0.8)


RECOUNTED: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    dealt_with_again,
    device_told,
    marched_again,
    decided_again,
    blow_told,
    _beside_toll,
)
