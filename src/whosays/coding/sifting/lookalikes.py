"""Words that only look like a deed: an Accord that is a car, detonating cord, a prayer, a maker's trade."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_BLOWS = frozenset(
    "blast explosion bomb bombing earthquake quake tornado hurricane storm typhoon cyclone flood landslide wind truck "
    "car lorry bus crash".split()
)
_NO_SAVIOURS = frozenset({"god", "heaven", "heavens", "nothing"})
_TRADES = frozenset(
    "sell rent lease make manufacture market design import produce retail install service refine print publish "
    "process".split()
)
# What is done with arms: a battle "to retake the town" is one, a battle "to secure a licence" is none.
_BY_ARMS = frozenset(
    "retake recapture capture seize take hold defend control oust dislodge drive liberate defeat crush expel regain "
    "reclaim conquer overthrow topple destroy break relieve clear secure push repel free".split()
)
_WEAPONRY = frozenset("missile rocket weapon stockpile arsenal warhead mine arm".split())
_WARDS = frozenset({"hospital", "clinic", "infirmary", "hospitalized", "hospitalised"})
_HELD = frozenset(
    "jail jailed prison custody police detain detained detention arrest arrested bail court captive captors hostage "
    "hostages kidnapped kidnappers".split()
)


def is_lookalike(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether the word of a deed stands for a thing, a wish or a trade."""
    rule = _RULES.get((found.trigger.event, parse.tokens[found.head].lemma.lower()))
    return rule is not None and rule(parse, found, parts)


def _objects(parse: Parse, found: Found) -> list[Token]:
    return [parse.tokens[h] for h in found.slots.get("object", ())]


def _strikes_car(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The van | struck a Honda Accord |": one of a make; a pact that is struck is an accord, or the Orli Accord."""
    things = [parse.tokens[i] for i in found.tokens if parse.tokens[i].text.istitle() and parse.tokens[i].is_noun]
    return any(
        any(c.text.istitle() for c in parse.children(t.i, "compound", "flat"))
        and any(c.lower in {"a", "an", "another"} for c in parse.children(t.i, "det"))
        for t in things
    )


def _is_cord(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Seized | detonating | cord": what sort of cord it is."""
    after = parse.tokens[min(found.head + 1, len(parse.tokens) - 1)]
    return after.lower in {"cord", "cords", "wire", "caps"} and parse.tokens[found.head].tag == "VBG"


def _is_prayer(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "God | save | the Queen", "nothing will save the mill": no man does it."""
    return any(c.lower in _NO_SAVIOURS for c in parse.children(found.head, "nsubj"))


def _is_tour_of_duty(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Extended the | tour | of 900 marines", "a second tour of duty": they serve there, and visit nobody."""
    of = parse.children(found.head, "nmod")
    above = parse.tokens[parse.tokens[found.head].head]
    return any(c.lemma.lower() in _SERVING for c in of) or above.lemma.lower() in {"extend", "serve", "lengthen"}


_SERVING = frozenset({"duty", "troop", "soldier", "marine", "service", "brigade", "battalion", "reservist"})


def _is_trade(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Lutz Corp. | distributes | and rents mixers": what it lives by, and no gift."""
    verb = parse.tokens[found.head]
    joined = [*parse.children(verb.i, "conj"), *([parse.tokens[verb.head]] if verb.dep == "conj" else [])]
    return verb.is_verb and any(c.is_verb and c.lemma.lower() in _TRADES and c.tag == verb.tag for c in joined)


def _is_struggle(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The mayor's | battle to keep | his seat": with words or papers, where no two sides are told."""
    battle = parse.tokens[found.head]
    hung = (*parse.children(battle.i, "acl"), *parse.children(battle.head, "advcl", "xcomp"))
    clauses = [c for c in hung if c.tag == "VB" and c.i == battle.i + _NEXT and parse.tokens[c.i - 1].lower == "to"]
    actors = [p for p in parts if p.part == "actor"]
    return bool(clauses) and len(actors) < _SIDES and all(_is_peaceful(parse, c) for c in clauses)


_SIDES, _NEXT = 2, 2


def _is_peaceful(parse: Parse, clause: Token) -> bool:
    lemma = clause.lemma.lower()
    returned = any(c.lemma.lower() in {"return", "release", "custody"} for c in parse.children(clause.i, "obj"))
    return lemma not in _BY_ARMS or (lemma == "secure" and returned)


def _knocked_over(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The blast | toppled | a house": it fell by itself, and nobody vandalised it."""
    verb = parse.tokens[found.head]
    subjects = parse.children(verb.i, "nsubj") or (parse.children(verb.head, "nsubj") if verb.dep == "advcl" else ())
    return verb.is_verb and any(c.lemma.lower() in _BLOWS for c in subjects)


def _gives_up_own(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Orland has | destroyed its rockets |": it disarms, and strikes nobody."""
    own = (c for t in _objects(parse, found) if t.lemma.lower() in _WEAPONRY for c in parse.children(t.i, "nmod:poss"))
    return any(c.lower in {"its", "their"} for c in own) and bool(parse.children(found.head, "nsubj"))


def _leaves_ward(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Slept in a hospital. He was | released | on Friday": he is well again, and no captive."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or not verb.is_verb or not parse.children(verb.i, "aux:pass"):
        return False
    here = parse.sentence(verb.i)
    start, end = parse.sentences[max(here - 1, 0)][0], parse.sentences[here][1]
    words = {t.lower for t in parse.tokens[start:end]}
    before = {t.lower for t in parse.tokens[start : verb.i]}
    from_where = any(k.lower == "from" for c in parse.children(verb.i, "obl") for k in parse.children(c.i, "case"))
    near = bool(before & _WARDS) and not (words - {"court"}) & _HELD
    ill = any(t.lower in _WARDS for t in parse.tokens[: verb.i])  # "in a hospital. ... Since being | released |"
    far = ill and all(t.lower not in _HELD for t in parse.tokens)
    return (near or far) and not from_where


def _falls_down(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The missile flew 90 miles before | landing | in the ocean": it fell, and was brought to nobody."""
    return any(c.lemma.lower() in {"ocean", "sea", "water"} for c in parse.children(found.head, "obl"))


def _goes_back_to_nature(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Twenty dolphins were | returned | to the sea", "released into the wild": no captives."""
    where = (c for c in parse.children(found.head, "obl") if c.lemma.lower() in _WILDS)
    return any(k.lower in {"to", "into"} for c in where for k in parse.children(c.i, "case"))


_WILDS = frozenset("sea ocean wild water nature river habitat reef".split())


def _appears_well(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Appeared to be well when he | appeared in court": how he looked."""
    return "court" in found.trigger.words and bool(parse.children(found.head, "xcomp"))


def _is_sent_home(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Two soldiers were | expelled | from Orland for spying": put out by its officials, and not in battle."""
    states = {n.end - 1 for n in parse.names if n.kind == "state"}
    told = set(found.slots.get("from", ())) & states
    rebels = any(parse.tokens[h].lemma.lower() in _REBELS for h in found.slots.get("object", ()))
    return bool(told) and not found.slots.get("subject") and not rebels and parse.tokens[found.head].tag == "VBN"


_REBELS = frozenset("rebel militant insurgent fighter guerrilla army force group militia jihadist".split())


def _is_told_call(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| The call | with Ruiz came later": a call that was told in other words; "| called | Ruiz a liar": no call."""
    if any(c.tag in {"JJ", "NN", "NNS"} for c in parse.children(found.head, "xcomp")):
        return True
    alone = found.trigger.words == ("call",) and parse.tokens[found.head].is_noun
    return alone and any(c.lower in {"the", "that", "this"} for c in parse.children(found.head, "det"))


def _is_flown_out(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was arrested and | flown | to Orland": taken there, and no visitor."""
    verb = parse.tokens[found.head]
    first = parse.tokens[verb.head] if verb.dep == "conj" else verb
    return verb.tag == "VBN" and bool(parse.children(verb.i, "aux:pass") or parse.children(first.i, "aux:pass"))


_OLD = frozenset({"unexploded", "wartime", "rusty", "rusted", "old", "antique", "1940s", "vintage", "historic"})


def _is_relic(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Found | a bomb from World War Two |", "| an unexploded shell |": left from a war, and taken from nobody."""
    things = [*_objects(parse, found), *(parse.tokens[h] for h in found.slots.get("from", ()))]
    words = [parse.tokens[i].lower for thing in things for i in parse.subtree(thing.i)]
    return not _OLD.isdisjoint(words) or ("war" in words and not {"world", "second", "first"}.isdisjoint(words))


_RULES: dict[tuple[str, str], Callable[[Parse, Found, Sequence[Part]], bool]] = {
    ("AGREE", "strike"): _strikes_car,
    ("ASSAULT", "detonate"): _is_cord,
    ("AID", "save"): _is_prayer,
    ("AID", "distribute"): _is_trade,
    ("AID", "supply"): _is_trade,
    ("ASSAULT", "battle"): _is_struggle,
    ("PROTEST", "topple"): _knocked_over,
    ("ASSAULT", "destroy"): _gives_up_own,
    ("RETREAT", "release"): lambda p, f, a: _leaves_ward(p, f, a) or _goes_back_to_nature(p, f, a),
    ("RETREAT", "return"): _goes_back_to_nature,
    ("AID", "land"): _falls_down,
    ("ACCUSE", "appear"): _appears_well,
    ("ASSAULT", "expel"): _is_sent_home,
    ("CONSULT", "call"): _is_told_call,
    ("CONSULT", "tour"): _is_tour_of_duty,
    ("CONSULT", "fly"): _is_flown_out,
    ("CONSULT", "drive"): _is_flown_out,
    ("COERCE", "find"): _is_relic,
    ("COERCE", "discover"): _is_relic,
    ("COERCE", "locate"): _is_relic,
}
