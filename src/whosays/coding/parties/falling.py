"""On whom a measure falls, where the phrase below its thing tells it: "blocks access | to nine papers".

The words of a measure often have a thing as their object (a licence, a visa, a border, a trial), and whom it concerns
stands behind that with "of", "for", "to", "on" or "against", or before it as its owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.coding.words.byphrases import Knowledge, Parts, Telling, has_part
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_MEASURES = frozenset({"COERCE", "SANCTION", "ACCUSE", "REJECT", "CONCEDE", "THREATEN", "REQUEST"})
_BEHIND = frozenset({"of", "for", "to", "on", "against"})
_SOMEBODY = frozenset({"person", "organisation"})


def fallen_on(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """Those whom a measure concerns, where no slot of its words tells them."""
    asked = found.trigger.event == "REQUEST"
    if found.trigger.event not in _MEASURES or has_part(parts, "recipient"):
        return []
    if not asked and has_part(parts, "participant"):
        return []
    active = parse.tokens[found.head].is_verb and not is_passive(parse, found.head)
    if active and not has_part(parts, "actor", "instrument"):  # "recalled | the peace of the missions"
        return []
    telling = (parse, found, parts, knowledge)
    for rule in _OF_REQUESTS if asked else _RULES:
        told = [h for first in rule(telling) for h in conjuncts(parse, first) if h not in found.tokens]
        kinds = [(h, kind_of(parse, h, *knowledge)) for h in dict.fromkeys(told) if h not in parts]
        if kinds:
            return [Part(h, "recipient", "person" if k == "person" else "organisation", "of") for h, k in kinds]
    return []


def _is_somebody(telling: Telling, head: int) -> bool:
    parse, _, _, knowledge = telling
    return kind_of(parse, head, *knowledge) in _SOMEBODY


def _things(parse: Parse, found: Found) -> list[int]:
    """The nouns that a measure is laid on, among its own words or as its object."""
    own = [i for i in found.tokens if parse.tokens[i].is_noun]
    held = found.slots.get("object", ()) if parse.tokens[found.head].is_verb else ()
    return list(dict.fromkeys([*own, *(h for h in held if parse.tokens[h].is_noun and parse.tokens[h].text != "%")]))


_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "enquiry"})


def _beneath(telling: Telling) -> Iterator[int]:
    """ "Opens a trial | of nine officers |", "bars entry | to citizens of nine countries |"."""
    parse, found, _, _ = telling
    if found.trigger.words == ("sanction",) and found.trigger.pos == "noun":  # "with the | sanction of the premier |"
        return
    # "dismisses the claims | against the ministry |": it wins by that
    behind = _BEHIND - {"against"} if found.trigger.event == "REJECT" else _BEHIND
    looking = found.trigger.mode in {"investigate", "disapprove"}  # "looks into attacks | on bakers"
    things = [i for i in found.tokens if parse.tokens[i].lemma.lower() in _INQUIRIES] if looking else None
    for thing in _things(parse, found) if things is None else things:
        below = [c for c in parse.children(thing, "nmod") if case_of(parse, c.i) in behind]
        yield from (c.i for c in below if _is_somebody(telling, c.i))


_PAPERS = frozenset(
    "sentence term conviction appeal petition plea visa passport licence license permit citizenship accreditation "
    "detention bail immunity candidacy".split()
)


def _whose(telling: Telling) -> Iterator[int]:
    """ "Commuted | their | sentences": not the doer's own."""
    parse, found, _, _ = telling
    for thing in (t for t in _things(parse, found) if parse.tokens[t].lemma.lower() in _PAPERS):
        yield from (c.i for c in parse.children(thing, "nmod:poss") if c.lower in {"their", "his", "her"})
        yield from _upheld(telling, parse.tokens[thing])


_REVIEWING = frozenset("uphold overturn quash confirm review affirm reverse annul appeal commute reduce".split())


def _upheld(telling: Telling, paper: Token) -> Iterator[int]:
    """ "Upheld | Badr's | conviction", "a man | whose | sentence was upheld": it fell on him, whoever looked at it."""
    parse, _, _, (_, labels) = telling
    verb = parse.tokens[paper.head]
    if paper.dep not in {"obj", "nsubj:pass"} or verb.lemma.lower() not in _REVIEWING:
        return
    for owner in parse.children(paper.i, "nmod:poss"):
        if owner.lower == "whose" and verb.dep == "acl:relcl":
            yield verb.head
        elif labels.get(owner.i) == "person":
            yield owner.i


_SHUTTING = frozenset({"close", "shut", "block", "bar", "deny", "restrict", "refuse", "seal", "reopen", "open"})


def _whose_things_are_kept_out(telling: Telling) -> Iterator[int]:
    """ "Closes its airspace | to Orlian aircraft |", "blocks access to nine | Orlian | papers": theirs."""
    parse, found, _, (_, labels) = telling
    if parse.tokens[found.head].lemma.lower() not in _SHUTTING:
        return
    beside = [*parse.children(found.head, "obl")]
    beside += [c for thing in _things(parse, found) for c in parse.children(thing, "nmod")]
    for kept in (c for c in beside if case_of(parse, c.i) in {"to", "for"}):
        yield from (c.i for c in parse.children(kept.i, "amod", "compound") if labels.get(c.i) == "nationality")


_NAMING = frozenset("ban bar block add include list prohibit deny sanction target designate blacklist name".split())


def _by_doing(telling: Telling) -> Iterator[int]:
    """ "Expands the ban | by barring nationals of Orland |", "widens it | to include nine towns"."""
    parse, found, _, _ = telling
    if found.trigger.event not in {"SANCTION", "COERCE"}:
        return
    for above in [found.head, *_things(parse, found)]:
        for clause in parse.children(above, "acl", "advcl"):
            marks = {m.lower for m in parse.children(clause.i, "mark")}
            means = (clause.tag == "VBG" and "by" in marks) or (clause.tag == "VB" and "to" in marks)
            if means and clause.lemma.lower() in _NAMING and clause.i > found.head:
                yield from (c.i for c in parse.children(clause.i, "obj") if _is_somebody(telling, c.i))


_REWARDED = frozenset({"arrest", "capture", "conviction", "detention", "apprehension", "death", "killing"})


def _with_bounty(telling: Telling) -> Iterator[int]:
    """ "A reward for information that ends in the capture | of the smuggler |"."""
    parse, found, _, _ = telling
    if found.trigger.event != "THREATEN" or found.trigger.mode != "arrest":
        return
    for thing in _things(parse, found):
        for told in (parse.tokens[i] for i in parse.subtree(thing)):
            if told.lemma.lower() in _REWARDED and told.is_noun:
                below = [c for c in parse.children(told.i, "nmod") if case_of(parse, c.i) == "of"]
                yield from (c.i for c in (*below, *parse.children(told.i, "nmod:poss")))


_BILLS = frozenset(
    "bill resolution law legislation draft motion amendment measure budget act proposal order decree plan "
    "policy treaty pact accord deal agreement deadline demand ultimatum call appeal warning sanction".split()
)
_BRINGING = frozenset("pass approve adopt propose submit draft sponsor back introduce bring table put".split())


def _whose_bill(telling: Telling) -> Iterator[int]:
    """ "Vetoes a bill passed | by the assembly |", "a | council | resolution": whose it is that is stopped."""
    parse, found, _, (_, labels) = telling
    if found.trigger.event != "REJECT" or not parse.tokens[found.head].is_verb:
        return
    for bill in (t for t in _things(parse, found) if parse.tokens[t].lemma.lower() in _BILLS):
        passing = [c for c in parse.children(bill, "acl") if c.tag == "VBN" and c.lemma.lower() in _BRINGING]
        yield from (a.i for c in passing for a in parse.children(c.i, "obl:agent"))
        owners = [c for c in parse.children(bill, "nmod") if case_of(parse, c.i) in {"by", "from", "of", "with"}]
        owners += [c for c in parse.children(bill, "compound", "amod") if labels.get(c.i)]
        owners += parse.children(bill, "nmod:poss")
        named = {"organisation", "place"}
        yield from (c.i for c in owners if labels.get(c.i) in named or _is_somebody(telling, c.i))


def _from_whom(telling: Telling) -> Iterator[int]:
    """ "Requests the extradition of a smuggler | from Orland |": of whom it is asked."""
    parse, found, _, (_, labels) = telling
    nouns = [c for thing in _things(parse, found) for c in parse.children(thing, "nmod")]
    below = [c for n in nouns for c in parse.children(n.i, "nmod") if case_of(parse, c.i) == "from"]
    yield from (c.i for c in below if labels.get(c.i) in {"place", "organisation"})


_BARRING = frozenset({"ban", "bar", "block", "prohibit", "outlaw", "forbid"})


def _whose_goods(telling: Telling) -> Iterator[int]:
    """ "Bans tea | from Orland |": whose it is."""
    parse, found, _, (_, labels) = telling
    if found.trigger.event not in {"COERCE", "SANCTION"} or parse.tokens[found.head].lemma.lower() not in _BARRING:
        return
    for goods in (t for t in _things(parse, found) if not _is_somebody(telling, t)):
        below = [c for c in parse.children(goods, "nmod") if case_of(parse, c.i) == "from"]
        yield from (c.i for c in below if labels.get(c.i) == "place")


_OWNED = frozenset({"asset", "fund", "account", "holding", "deposit", "reserve"})
_SEIZED = frozenset({"freeze", "block", "seize", "confiscate"})


def _whose_assets(telling: Telling) -> Iterator[int]:
    """ "Froze | Orlian | assets": whose they are."""
    parse, found, _, (_, labels) = telling
    if found.trigger.mode != "seize" or parse.tokens[found.head].lemma.lower() not in _SEIZED:
        return
    for thing in (t for t in _things(parse, found) if parse.tokens[t].lemma.lower() in _OWNED):
        beside = [c for c in parse.children(thing, "amod", "compound") if c.text[:1].isupper()]
        yield from (c.i for c in beside if labels.get(c.i) in {"nationality", "place"})


def _over_what(telling: Telling) -> Iterator[int]:
    """ "Imposed sanctions over | Orland's | record", "for | Orland's | refusal to": whom they are to hurt."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION" or found.trigger.mode != "discontinue":
        return
    own = {parse.tokens[h].lower for h, p in parts.items() if p.part == "actor"}
    for above in [found.head, *_things(parse, found)]:
        for reason in parse.children(above, "obl", "nmod"):
            if reason.i < found.head or case_of(parse, reason.i) not in {"over", "for"}:
                continue
            owners = (c for c in parse.children(reason.i, "nmod:poss") if labels.get(c.i) == "place")
            yield from (c.i for c in owners if c.lower not in own)


Rule = Callable[[Telling], Iterator[int]]

_OF_REQUESTS: tuple[Rule, ...] = (_from_whom,)
_RULES: tuple[Rule, ...] = (
    _whose_bill,
    _with_bounty,
    _by_doing,
    _beneath,
    _whose,
    _whose_things_are_kept_out,
    _whose_goods,
    _whose_assets,
    _over_what,
)
