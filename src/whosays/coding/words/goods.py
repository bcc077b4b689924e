"""Whom a measure on goods falls on: "a tariff on US imports" is on the States, "a ban on ships to Orli" on Orli."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse

_GOODS = frozenset(
    "import export transit goods good product item trade sale shipment delivery steel supply sector industry "
    "merchandise flight travel purchase".split()
)
_BETWEEN_TWO = frozenset("cooperation talk negotiation dialogue aid assistance funding support".split())
_CARRIERS = frozenset("ship vessel plane aircraft truck tanker".split())
_AMOUNTS = frozenset("range set list series number variety array wave package host round raft".split())
_COUNTRIES = frozenset({"place", "nationality", "organisation"})


def whose_goods(parse: Parse, head: int, of: Found, labels: dict[int, NameLabel]) -> list[int] | None:
    """The parties that the goods at ``head`` stand for in a sanction; None where there is no such thing at ``head``."""
    if _is_banned(parse, head, of, labels):
        return _owners(parse, head, labels) or None
    eased = of.trigger.event == "CONCEDE" and _is_laid_on_trade(parse, head)
    if of.trigger.event != "SANCTION" and not eased:
        return None
    goods = _goods_of(parse, head)
    lemma = parse.tokens[goods].lemma.lower()
    if lemma in _CARRIERS:
        return [head, *_bound_for(parse, head, labels)]
    if lemma in _BETWEEN_TWO:  # "the suspension of American aid | to Orli"
        return _spread(parse, _cased(parse, goods, {"from", "to", "with"}))
    if lemma in _GOODS or _comes_from_state(parse, head, labels):
        return _owners(parse, goods, labels)
    if head not in labels and _is_levied(parse, head) and not parse.children(head, "nummod"):
        return _owners(parse, goods, labels) or None
    return None


_LAID = frozenset({"sanction", "tariff", "duty", "embargo", "restriction"})
_TRADE = frozenset({"sector", "industry", "export", "import", "good", "product", "sale", "trade", "economy", "bank"})


def _is_laid_on_trade(parse: Parse, head: int) -> bool:
    """ "Lifted sanctions on | Orland's energy and banking sectors |": as they were laid, so they are lifted."""
    above = parse.tokens[parse.tokens[head].head]
    laid = _lemma(parse, above.i) in _LAID or any(_lemma(parse, c.i) in _LAID for c in parse.children(above.i, "obj"))
    return laid and _lemma(parse, head) in _TRADE and case_of(parse, head) == "on"


_BANS = frozenset({"ban", "embargo", "restriction", "moratorium", "curb", "prohibition"})


def _is_banned(parse: Parse, head: int, of: Found, labels: dict[int, NameLabel]) -> bool:
    """ "Lifted the ban on | Orlian tea |": goods, where the word is one for stuff and a nation's stands before it."""
    token, above = parse.tokens[head], parse.tokens[parse.tokens[head].head]
    traded = of.trigger.event == "CONCEDE" and token.lemma.lower() in _GOODS  # "the ban on arms sales | to Orli"
    if of.trigger.event not in {"SANCTION", "CONCEDE"} or (token.tag != "NN" and not traded) or head in labels:
        return False
    ban = _lemma(parse, above.i) in _BANS or any(_lemma(parse, c.i) in _BANS for c in parse.children(above.i, "obj"))
    if not ban or case_of(parse, head) != "on" or parse.children(head, "det", "nummod", "nmod:poss"):
        return False
    national = any(labels.get(c.i) in {"place", "nationality"} for c in parse.children(head, "amod", "compound"))
    return traded or national


_LEVIES = frozenset({"tariff", "duty", "levy", "quota"})


def is_levy(parse: Parse, head: int) -> bool:
    """Whether the word at ``head`` is a levy on goods: "a | tariff", "duties"."""
    return parse.tokens[head].lemma.lower() in _LEVIES


def levied_on(parse: Parse, goods: int, labels: dict[int, NameLabel]) -> list[int]:
    """The parties that the goods of a levy stand for, or the state itself: "a tariff on | Orland |", "on its tea"."""
    if labels.get(goods) == "place":
        return [goods]
    return _owners(parse, goods, labels)


def _is_levied(parse: Parse, head: int) -> bool:
    """ "A tariff on | Orlian tea": a levy falls on goods, whatever they are."""
    above = parse.tokens[parse.tokens[head].head]
    levy = is_levy(parse, above.i) or any(is_levy(parse, c.i) for c in parse.children(above.i, "obj", "nsubj:pass"))
    return case_of(parse, head) == "on" and levy and parse.tokens[head].tag != "NNP"


def _cased(parse: Parse, head: int, cases: set[str]) -> list[int]:
    return [c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) in cases]


def _spread(parse: Parse, heads: list[int]) -> list[int]:
    return [h for first in heads for h in conjuncts(parse, first)]


_BOUGHT = frozenset({"import", "purchase"})  # "imports of | Orlian | tea"


_BROUGHT = frozenset({"imported", "shipped", "bought", "made", "produced", "purchased"})


def _lemma(parse: Parse, i: int) -> str:
    return parse.tokens[i].lemma.lower()


def _owners(parse: Parse, head: int, labels: dict[int, NameLabel]) -> list[int]:
    """ "A tariff on imports | from Orli", "on | Orlian | goods", "on | US | imports": whose they are, and no goods."""
    brought = parse.tokens[head].lemma.lower() == "import"  # "on car imports | to the US": there they only come in
    told = _cased(parse, head, {"from"} if brought else {"from", "to", "with"})
    if brought and told:
        return _spread(parse, told)  # "on | US | imports from Orli": they only come in there
    told += [c.i for c in parse.children(head, "amod") if c.tag.startswith("JJ") and c.text[:1].isupper()]
    told += [c.i for c in parse.children(head, "compound", "nmod:poss") if labels.get(c.i) in _COUNTRIES]
    if _lemma(parse, head) in _BOUGHT:
        told += [i for c in _cased(parse, head, {"of"}) for i in _owners(parse, c, labels) if i > head]
    strayed = (c for c in parse.children(parse.tokens[head].head, "acl") if c.i > head and c.lower in _BROUGHT)
    told = told or [
        c.i
        for inner in (*parse.children(head, "nmod", "acl"), *strayed)
        for c in parse.children(inner.i, "nmod", "obl")
        if case_of(parse, c.i) == "from" and labels.get(c.i) in _COUNTRIES  # "the import of cheese | from Orli"
    ]
    above = parse.tokens[head].head  # "a ban on the import of arms | to and from Orli"
    beside = [i for i in _cased(parse, above, {"from", "to"}) if i > head and labels.get(i) in _COUNTRIES]
    beside += [  # "slapped tariffs on steel | from Orli"
        c.i
        for verb in (above, parse.tokens[above].head)
        for c in parse.children(verb, "obl")
        if parse.tokens[verb].is_verb and c.i > head and case_of(parse, c.i) == "from" and labels.get(c.i) == "place"
    ]
    beside += [c.i for c in parse.children(head, "conj") if case_of(parse, c.i) in {"from", "to"} and c.i in labels]
    return _spread(parse, told or beside)


def _goods_of(parse: Parse, head: int) -> int:
    """ "On a range of | US food imports": the goods behind the word of number, or the head itself."""
    if parse.tokens[head].lemma.lower() not in _AMOUNTS:
        return head
    return next((i for i in _cased(parse, head, {"of"}) if parse.tokens[i].lemma.lower() in _GOODS), head)


def _bound_for(parse: Parse, head: int, labels: dict[int, NameLabel]) -> list[int]:
    """ "A ban on ships carrying fuel | to Orli |": whom they are kept from."""
    clauses = [head, *(c.i for c in parse.children(head, "acl"))]
    told = (c for h in clauses for c in parse.children(h, "nmod", "obl") if case_of(parse, c.i) in {"to", "from"})
    return [c.i for c in told if labels.get(c.i) == "place"]


def _comes_from_state(parse: Parse, head: int, labels: dict[int, NameLabel]) -> bool:
    """ "A ban on | beef from Orland"."""
    token = parse.tokens[head]
    if token.tag != "NN" or not token.text.islower() or parse.children(head, "det"):
        return False
    return any(labels.get(i) == "place" for i in _cased(parse, head, {"from"}))
