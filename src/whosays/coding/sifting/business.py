"""Words of deeds in the language of firms and markets: bids fought over, rallies of shares, charges of money."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays import ontology
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

# Who or what is fought over where firms are bought: "the battle for the mill against a rival | bidder |".
_BIDDING = frozenset("bidder suitor shareholder stockholder buyout acquirer takeover".split())
_HOSTILE = frozenset({"bid", "hostile", "offer", "tender"})  # a "takeover" alone may be that of a town
_FIRMS = frozenset(
    {"corp", "corp.", "inc", "inc.", "plc", "co", "co.", "ltd", "ltd.", "corporation", "company", "firm"}
)
_RAIDERS = frozenset({"corporate", "financier", "boardroom"})
_FIGHTS = frozenset(
    "battle fight raid attack assault onslaught siege clash war offensive blitz invasion incursion takeover"
    " hostilities ambush".split()
)
_PRICED = frozenset(
    "share stock price index dollar yen bond market currency rate investor broker gilt future commodity euro sterling "
    "yield equity crown franc peso pct percent trading securities dealer exchange".split()
)
_DEALT_IN = frozenset({"company", "firm", "exporter", "gold", "oil", "copper", "metal", "treasury", "issue"})
_CROWDS = frozenset(
    "protester protestor demonstrator supporter crowd march chant placard banner square street opposition speech rally "
    "slogan candidate activist student".split()
)
_HEARD = frozenset("receive have get field handle answer welcome".split())
_DUTIES = frozenset(
    "verify ensure monitor maintain draft examine review coordinate assess determine investigate restore safeguard "
    "negotiate".split()
)
_PAPERS = frozenset("share stock class unit holder debenture bond note exercise expire common preferred series".split())
# Whose own gathering is no meeting of two sides.
_IN_HOUSE = frozenset(
    "shareholder stockholder director board analyst economist investor worker employee staff "
    "policyholder salesman retailer".split()
)
_TREATING = frozenset({"talk", "negotiation", "negotiate", "bargain", "discussion", "consultation", "dialogue"})
_SPEECHES = frozenset("address speech remark presentation lecture testimony comment talk statement".split())
_GROWING = frozenset({"deepen", "widen", "sharpen"})


def is_business(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether a word of a deed only tells of how firms, prices and papers fare."""
    return any(rule(parse, found, parts) for rule in _RULES.get(found.trigger.event, ()))


def _is_bidding(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The | battle | for the mill against a rival bidder", "a raider's | attack | on the board": with money."""
    token = parse.tokens[found.head]
    if token.lemma.lower() not in _FIGHTS or found.trigger.effect is not None:
        return False
    heads = {token.i, *(p.head for p in parts)}
    near = {parse.tokens[i].lemma.lower() for h in heads for i in _phrase(parse, h) if i != token.i}
    firms = token.lemma.lower() == "takeover" and bool(near & _FIRMS)
    bid = near & (_BIDDING if near & _HOSTILE else _BIDDING - {"takeover"})
    raiders = bool(near & _RAIDERS) and not token.is_verb  # but "protesters | attacked | corporate offices"
    return bool(bid) or raiders or firms


def _phrase(parse: Parse, head: int) -> list[int]:
    """A word and what describes it, without whole clauses."""
    found = [head]
    for c in parse.children(head, "compound", "amod", "nmod", "nmod:poss", "nmod:desc", "flat", "conj", "appos"):
        if c.i != head:
            found.extend(_phrase(parse, c.i))
    return found


def _is_stopped_by_strike(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The dockers' | strike has hit | the port": it stands still, and nothing fell on it."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or found.trigger.effect is not None:
        return False
    subjects = [*parse.children(verb.i, "nsubj")]
    if verb.dep == "acl:relcl":
        subjects.append(parse.tokens[verb.head])
    return any(_is_stoppage(parse, s) for s in subjects)


def _is_long_strike(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A nine-week | strike | in the mills": so long nobody works there, and no blow lasts."""
    token = parse.tokens[found.head]
    if token.lemma.lower() != "strike" or not token.is_noun or len(found.tokens) > 1:
        return False
    units = [c for c in parse.children(token.i, "compound", "amod", "nmod") if c.lower in {"day", "week", "month"}]
    return any(parse.children(c.i, "nummod") for c in units)


def _is_stoppage(parse: Parse, noun: Token) -> bool:
    """ "The dockers' strike", "a walkout", "a strike by nurses"."""
    if noun.lemma.lower() in {"walkout", "stoppage", "lockout", "slowdown"}:
        return True
    labour = ontology.load().nouns.sets["labour"]
    around = parse.children(noun.i, "nmod:poss", "compound", "nmod", "amod")
    kinds = {"general", "industrial", "wildcat", "nationwide", "rail", "dock", "transport"}
    return noun.lemma.lower() == "strike" and any(c.lemma.lower() in labour or c.lower in kinds for c in around)


def _is_market_rally(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Exporters may continue their | rally | if the dollar climbs": of prices, and of nobody in a square."""
    token = parse.tokens[found.head]
    if token.lemma.lower() != "rally":
        return False
    acting = {parse.tokens[p.head].lemma.lower() for p in parts if p.part == "actor"}
    if acting - _PRICED - _DEALT_IN or found.slots.get("against") or found.slots.get("over"):
        return False
    words = {t.lemma.lower() for t in parse.around(token.i) if t.i != token.i}
    return bool(words & _PRICED) and not words & _CROWDS


def _is_question(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The bank has had | inquiries | from lenders": questions, and no search for a culprit."""
    token = parse.tokens[found.head]
    if token.lemma.lower() not in {"inquiry", "enquiry"} or not token.is_noun:
        return False
    asked = any(case_of(parse, c.i) == "from" for c in parse.children(token.i, "nmod"))
    heard = token.dep == "obj" and parse.tokens[token.head].lemma.lower() in _HEARD
    return token.tag == "NNS" and (asked or heard)


def _is_duty(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Charged the envoys | with verifying | that": told to do so, and accused of nothing."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "charge" or not verb.is_verb:
        return False
    clauses = parse.children(verb.i, "advcl", "obl", "xcomp", "ccomp")
    return any(
        c.lemma.lower() in _DUTIES and any(m.lower == "with" for m in parse.children(c.i, "mark", "case"))
        for c in clauses
    )


def _is_cost(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The bank faces | a $2 billion charge |": a cost in its books."""
    charges = [parse.tokens[i] for i in found.tokens if parse.tokens[i].lemma.lower() == "charge"]
    around = (t for c in charges if c.is_noun for t in parse.tokens[max(c.i - 4, 0) : c.i])
    return any(t.text in {"$", "€", "£"} for t in around)


def _is_paper(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Will issue nine thousand Class C | warrants | to holders": papers that are traded."""
    objects = [h for h in found.slots.get("object", ()) if h != found.head]
    if parse.tokens[found.head].lemma.lower() != "issue" or not objects:
        return False
    words = {parse.tokens[i].lemma.lower() for i in parse.subtree(found.head)}
    return bool(words & _PAPERS) and "arrest" not in words


def _is_in_house(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A | meeting of shareholders |", "directors | met | to review the bid": one body by itself."""
    acting = [parse.tokens[p.head] for p in parts]
    if len(acting) > 1 or found.trigger.mode in {"visit", "phone", "third-party"}:
        return False
    treating = {w.lower() for w in found.trigger.words} & _TREATING
    if treating or any(found.slots.get(slot) for slot in ("with", "between")):
        return False
    if acting:
        several = acting[0].tag in {"NNS", "NNPS"} or acting[0].lemma.lower() in {"board", "staff"}
        return several and acting[0].lemma.lower() in _IN_HOUSE and not parse.children(acting[0].i, "conj")
    token = parse.tokens[found.head]
    clause = next((a for a in parse.ancestors(token.i) if a.is_verb), token)
    return token.is_noun and any(c.lemma.lower() in _IN_HOUSE for c in parse.children(clause.i, "nsubj"))


def _is_hall(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "In an address | to a meeting | of bankers": who listens, and no talks."""
    token = parse.tokens[found.head]
    if not token.is_noun or found.carrier is not None or len(parts) > 1:
        return False
    above = parse.tokens[token.head]
    return case_of(parse, token.i) in {"to", "before"} and above.is_noun and above.lemma.lower() in _SPEECHES


def _is_growing_row(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Deepening | a clash with the millers |": a quarrel that goes on in words."""
    token = parse.tokens[found.head]
    if not token.is_noun or token.lemma.lower() not in {"clash", "battle", "fight", "confrontation"}:
        return False
    return token.dep in {"obj", "nsubj"} and parse.tokens[token.head].lemma.lower() in _GROWING


def _is_time_bomb(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "It is a | time bomb | waiting to go off": a danger, and no device."""
    verb = parse.tokens[found.head]
    bombs = [parse.tokens[h] for h in (*found.slots.get("subject", ()), *found.slots.get("object", ()))]
    bombs += [a for a in parse.ancestors(verb.i) if a.lemma.lower() == "bomb"]
    return any(
        b.lemma.lower() == "bomb"
        and bool(parse.children(b.i, "cop"))
        and any(c.lower in {"time", "ticking"} for c in parse.children(b.i, "compound", "amod"))
        for b in bombs
    )


def _is_leaving_room(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The lawyer | walked out | of the hearing": he left a room, and no work."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "strike" or not verb.is_verb or verb.lemma.lower() != "walk":
        return False
    below = (c for o in (verb, *parse.children(verb.i, "obl")) for c in parse.children(o.i, "obl", "nmod"))
    return any(c.lemma.lower() in _ROOMS for c in (*parse.children(verb.i, "obl"), *below))


def _is_lending(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The bank's outstanding | loans | to Peru total nine billion", "loans approved by lenders": its trade."""
    token = parse.tokens[found.head]
    if any(parse.tokens[p.head].lemma.lower() == "lender" for p in parts if p.part == "actor"):
        return True
    if token.lemma.lower() not in {"loan", "credit"} or token.tag != "NNS" or found.carrier is not None:
        return False
    return bool(parse.children(token.i, "nmod:poss"))


def _is_saved_cost(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The delay will | save | the firm nine million a year": money, and nobody in danger."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "save" or not verb.is_verb:
        return False
    money = ontology.load().nouns.sets["money"]
    objects = [i for c in parse.children(verb.i, "obj", "iobj", "obl:unmarked") for i in parse.subtree(c.i)]
    return any(parse.tokens[i].lemma.lower() in money or parse.tokens[i].lower in _CURRENCY for i in objects)


def _is_investing(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Is to | contribute | 200 million and take a stake": the firm buys a share, and helps nobody."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in {
        "contribute",
        "inject",
        "invest",
        "provide",
        "put",
        "lend",
        "give",
    }:
        return False
    beside = (verb, *parse.children(verb.i, "conj", "advcl"))
    taken = {c.lemma.lower() for v in beside for c in parse.children(v.i, "obj")}
    for_it = {c.lemma.lower() for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "for"}
    return bool((taken | for_it) & {"stake", "equity", "shareholding"})


def _is_price_offered(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Offered | 48 crowns a share for the stock": a price, and no terms of peace."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "offer":
        return False
    below = {parse.tokens[i].lemma.lower() for c in parse.children(verb.i, "obj", "obl") for i in parse.subtree(c.i)}
    return bool(below & {"share", "stock", "stake", "debenture"})


_ROOMS = frozenset("hearing courtroom court room interview meeting session talk debate chamber hall premiere".split())
_CURRENCY = frozenset({"dlrs", "dlr", "stg", "mln", "bln", "francs", "marks", "crowns"})

_Rule = Callable[[Parse, Found, Sequence[Part]], bool]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "ASSAULT": (_is_bidding, _is_stopped_by_strike, _is_long_strike, _is_growing_row, _is_time_bomb),
    "PROTEST": (_is_market_rally, _is_leaving_room),
    "AID": (_is_lending, _is_saved_cost, _is_investing),
    "AGREE": (_is_price_offered,),
    "ACCUSE": (_is_question, _is_duty, _is_cost),
    "THREATEN": (_is_paper,),
    "CONSULT": (_is_in_house, _is_hall),
}
