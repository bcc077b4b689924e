"""Into whom an inquiry looks, where what is looked into is his conduct or what is said of him.

"Ordered an inquiry into | the mayor's | role", "investigates whether | the bank | took bribes".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Knowledge, Parts, has_part
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "enquiry"})
_LOOKING = frozenset({"investigate", "probe", "examine", "look"})
_CONDUCT = frozenset(
    "role part conduct involvement dealing behaviour behavior action activity finance affair link tie handling record "
    "practice complicity allegiance wealth asset spending fundraising funding performance use treatment failure".split()
)
_SAID = frozenset({"allegation", "claim", "report", "accusation", "suspicion", "charge", "complaint"})
_SOMEBODY = frozenset({"person", "organisation", "place"})


def looked_into(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> Iterator[Part]:
    """Those into whose conduct it looks, where nobody is told whom it falls on."""
    if found.trigger.mode not in {"investigate", "allege"} or has_part(parts, "recipient", "target"):
        return
    if parse.tokens[found.head].is_verb and is_passive(parse, found.head):
        return
    told = dict.fromkeys(h for first in _told(parse, found) for h in conjuncts(parse, first))
    for head in told:
        kind = kind_of(parse, head, *knowledge)
        if kind in _SOMEBODY and head not in parts and head not in found.tokens:
            yield Part(head, "recipient", "person" if kind == "person" else "organisation", "of")


def _told(parse: Parse, found: Found) -> Iterator[int]:
    if found.trigger.mode == "allege":
        yield from _to_be_banned(parse, found)
        return
    own = [i for i in (found.head, *found.tokens) if parse.tokens[i].lemma.lower() in _INQUIRIES]
    verb = parse.tokens[found.head]
    looks = verb.is_verb and verb.lemma.lower() in _LOOKING
    roots = dict.fromkeys([*own, *([found.head] if looks else [])])
    things = [c for r in roots for c in parse.children(r, "nmod", "obl") if case_of(parse, c.i) in {"into", "of"}]
    things += parse.children(verb.i, "obj") if looks else ()
    for thing in (t for t in things if t.i not in found.tokens and t.is_noun):
        yield from _of_thing(parse, thing)
    for root in roots:
        for clause in parse.children(root, "ccomp", "acl", "advcl", "xcomp"):
            yield from _whether(parse, clause, {"whether", "if"})


def _of_thing(parse: Parse, thing: Token) -> Iterator[int]:
    """ "| Ruiz's | role", "the conduct | of the police |", "claims that | the bank | took bribes"."""
    lemma = thing.lemma.lower()
    if lemma in _CONDUCT:
        owners = [c.i for c in parse.children(thing.i, "nmod:poss")]
        owners += [c.i for c in parse.children(thing.i, "nmod") if case_of(parse, c.i) in {"of", "by"}]
        yield from owners[:1]
    elif lemma in _SAID:
        yield from (c.i for c in parse.children(thing.i, "nmod") if case_of(parse, c.i) == "against")
        for clause in parse.children(thing.i, "acl", "ccomp", "acl:relcl"):
            yield from _whether(parse, clause, {"that", ""})


def _whether(parse: Parse, clause: Token, marks: set[str]) -> Iterator[int]:
    """ "Whether | the bank | laundered money": of whom it is asked, and not of what was done to him."""
    opens = {m.lower for m in parse.children(clause.i, "mark")} or {""}
    subjects = parse.children(clause.i, "nsubj")
    asked = bool(opens & marks) and len(subjects) == 1 and (clause.is_verb or bool(parse.children(clause.i, "cop")))
    if asked and not is_passive(parse, clause.i):
        yield from (s.i for s in subjects if s.i > clause.head and s.tag not in {"WDT", "WP", "EX"})


_CASES = frozenset({"case", "lawsuit", "suit", "petition", "motion"})
_BANNING = frozenset({"ban", "dissolve", "close", "outlaw", "shut", "disband", "disqualify", "impeach", "evict"})


def _to_be_banned(parse: Parse, found: Found) -> Iterator[int]:
    """ "Filed a case to ban | the Farmers' Party |": whom it is brought against."""
    cases = [i for i in (*found.tokens, *found.slots.get("object", ())) if parse.tokens[i].lemma.lower() in _CASES]
    if cases and parse.tokens[found.head].is_verb:
        clauses = (c for i in (found.head, *cases) for c in parse.children(i, "advcl", "acl", "xcomp"))
        for clause in (c for c in clauses if c.tag == "VB" and c.lemma.lower() in _BANNING):
            yield from (c.i for c in parse.children(clause.i, "obj"))
