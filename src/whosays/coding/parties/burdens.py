"""On whom measures of state fall and for whom borders are opened, told in another phrase of the sentence.

Each rule sees the deed with the parts found so far and yields those that it adds.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.parties.curfews import shut_in
from whosays.coding.parties.leavings import left_land, spared
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.goods import is_levy, levied_on, whose_goods
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse

_MEASURES = frozenset({"COERCE", "SANCTION", "ACCUSE"})


def burdened(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The parties that a measure or an opening concerns and other phrases tell, each as a recipient."""
    if found.trigger.event not in _MEASURES and found.trigger.event != "RETREAT":
        return []
    told = told_by(_RULES, (parse, found, parts, knowledge))
    places = (left_land, spared, shut_in)
    return [*told, *(p for rule in places for p in rule(parse, found, parts, knowledge))]


_WAYS = frozenset({"border", "crossing", "checkpoint", "frontier", "gate", "post", "point", "route", "corridor"})


def _beyond_border(telling: Telling) -> Iterator[int]:
    """ "Reopens its border crossings | with Orland |": whose other side it is."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.mode not in {"access", "restrict"} or found.trigger.event not in {"RETREAT", "COERCE"}:
        return
    for way in found.slots.get("object", ()):
        if parse.tokens[way].lemma.lower() not in _WAYS:
            continue
        clauses = [way, *(c.i for c in parse.children(way, "acl") if c.lemma.lower() in {"crossing", "cross"})]
        for head in clauses:
            for other in parse.children(head, "nmod", "obl"):
                if case_of(parse, other.i) == "with" and labels.get(other.i) == "place" and other.i not in parts:
                    yield other.i


_LETTING = frozenset({"allow", "let", "enable", "permit"})


def _let_through(telling: Telling) -> Iterator[int]:
    """ "Reopens the crossing to allow | refugees | to return": whom it is opened for."""
    parse, found, _, (ontology, labels) = telling
    if found.trigger.mode != "access" or found.trigger.event != "RETREAT" or not parse.tokens[found.head].is_verb:
        return
    clauses = [*parse.children(found.head, "advcl", "xcomp")]
    clauses += [c for h in found.slots.get("object", ()) for c in parse.children(h, "acl")]
    clauses += [
        c for a in tuple(clauses) for c in parse.children(a.i, "advcl") if a.lemma.lower() in {"crossing", "cross"}
    ]
    for clause in clauses:
        if clause.lemma.lower() not in _LETTING or clause.i < found.head:
            continue
        through = parse.children(clause.i, "obj")
        through = through or tuple(s for x in parse.children(clause.i, "xcomp") for s in parse.children(x.i, "nsubj"))
        for whom in through:
            if labels.get(whom.i) == "nationality" or ontology.nouns.kind_of(whom.lemma.lower()) == "person":
                yield whom.i


def _each_levied(telling: Telling) -> Iterator[int]:
    """ "A 10% tariff on tea from Orland, | a 20% tariff on goods from Veldia |": each of the levies has its own."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION":
        return
    first = next((h for h in (*found.slots.get("object", ()), found.head) if is_levy(parse, h)), None)
    if first is None:
        return
    for token in (parse.tokens[i] for i in parse.subtree(first)):
        if token.dep in {"conj", "appos"} and token.i > first and is_levy(parse, token.i):
            for goods in parse.children(token.i, "nmod"):
                if case_of(parse, goods.i) == "on":
                    told = levied_on(parse, goods.i, labels)
                    yield from (h for h in told if h not in parts)


def _goods_from(telling: Telling) -> Iterator[int]:
    """ "Suspends the import of cheese products | from Orland |": whose they are."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION" or found.trigger.pos != "verb" or has_part(parts, "recipient", "target"):
        return
    for goods in found.slots.get("object", ()):
        told = whose_goods(parse, goods, found, labels) or ()
        yield from (h for h in told if "-" not in parse.tokens[h].text)  # "inter-Orlian | travel"


_HELP = frozenset({"support", "aid", "assistance", "help", "funding", "backing"})


def _whose_works(telling: Telling) -> Iterator[int]:
    """ "Ends its support for | Orland's | rebuilding of the port": whose works are helped no more."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION" or has_part(parts, "recipient", "target"):
        return
    for help_ in (h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _HELP):
        for works in parse.children(help_, "nmod"):
            if case_of(parse, works.i) in {"of", "for", "to"}:
                owners = (c for c in parse.children(works.i, "nmod:poss", "amod"))
                yield from (c.i for c in owners if labels.get(c.i) in {"place", "organisation", "nationality"})


def _help_there(telling: Telling) -> Iterator[int]:
    """ "Suspended its assistance | in Veldia |": the state that gets no more of it."""
    parse, found, parts, _ = telling
    if found.trigger.event != "SANCTION" or found.trigger.pos != "verb" or has_part(parts, "recipient", "target"):
        return
    states = {n.end - 1 for n in parse.names if n.kind == "state"}
    for help_ in (h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _HELP):
        for there in (*parse.children(help_, "nmod"), *parse.children(found.head, "obl")):
            if there.i in states and there.i > help_ and case_of(parse, there.i) == "in":
                yield there.i
                return


_TAKING = frozenset({"seize", "censor"})


_OWNING = frozenset({"own", "run", "operate", "hold"})


_GROUPS = frozenset({"organisation", "organization", "group", "party", "company", "union", "network", "movement"})


def _owner_of_thing(telling: Telling) -> Iterator[int]:
    """ "Seizes | the union's | assets", "nine flats owned by | Ana Ruiz |": whom it is taken from."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "COERCE" or found.trigger.mode not in _TAKING or has_part(parts, "recipient"):
        return
    for thing in [p.head for p in parts.values() if p.part == "target"]:
        named = (c for c in parse.children(thing, "nmod:poss") if c.is_noun and c.tag != "PRP$")
        yield from (c.i for c in named if labels.get(c.i) in {"organisation", "person"} or c.lemma.lower() in _GROUPS)
        clauses = [c for c in parse.children(thing, "acl") if c.tag == "VBN" and c.lemma.lower() in _OWNING]
        yield from (a.i for c in clauses for a in parse.children(c.i, "obl:agent"))
        belonging = [c for c in parse.children(thing, "acl") if c.lower == "belonging"]  # "flats belonging | to Ana |"
        yield from (a.i for c in belonging for a in parse.children(c.i, "obl") if case_of(parse, a.i) == "to")


_PAPERS = frozenset({"visa", "permit", "passport", "licence", "license"})


def _without_papers(telling: Telling) -> Iterator[int]:
    """ "Suspends the issuance of visas | to Orlian citizens |": who gets none."""
    parse, found, parts, _ = telling
    if found.trigger.event != "COERCE" or found.trigger.mode != "restrict" or has_part(parts, "recipient"):
        return
    for head in found.slots.get("object", ()):
        papers = [c.i for c in parse.children(head, "nmod") if c.lemma.lower() in _PAPERS]
        for paper in papers:
            beside = (*parse.children(paper, "nmod"), *parse.children(head, "nmod"))
            yield from (c.i for c in beside if case_of(parse, c.i) in {"to", "for"})


_BEARING = frozenset({"include", "affect", "target", "cover", "hit"})


def _covered(telling: Telling) -> Iterator[int]:
    """ "A travel ban announced in May | that includes Orland |": upon whom it falls."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event not in {"SANCTION", "COERCE"} or has_part(parts, "recipient", "target"):
        return
    if found.trigger.pos != "noun":
        return
    for clause in parse.children(found.head, "acl:relcl", "acl"):
        if clause.lemma.lower() in _BEARING and clause.tag != "VBN":
            yield from (c.i for c in parse.children(clause.i, "obj") if labels.get(c.i) in {"place", "nationality"})


_WEARING = frozenset({"wear", "use", "carry", "own", "buy"})


def _worn_by(telling: Telling) -> Iterator[int]:
    """ "Bans veils being worn | by girls |": who may not."""
    parse, found, parts, _ = telling
    if found.trigger.event != "COERCE" or found.trigger.mode != "restrict" or has_part(parts, "recipient"):
        return
    for thing in found.slots.get("object", ()):
        for clause in (c for i in conjuncts(parse, thing) for c in parse.children(i, "acl")):
            if clause.tag == "VBN" and clause.lemma.lower() in _WEARING:
                yield from (a.i for a in parse.children(clause.i, "obl:agent"))


def _looked_into(telling: Telling) -> Iterator[int]:
    """ "An inquiry into abuses | by Orlian soldiers |": who is looked into."""
    parse, found, parts, _ = telling
    if found.trigger.mode != "investigate" or has_part(parts, "recipient"):
        return
    for matter in (*found.slots.get("into", ()), *found.slots.get("object", ())):
        yield from (c.i for c in parse.children(matter, "nmod") if case_of(parse, c.i) == "by" and c.i not in parts)
        clauses = [c for c in parse.children(matter, "acl") if c.lower == "involving"]
        yield from (c.i for v in clauses for c in parse.children(v.i, "obj") if c.tag.startswith("NNP"))


def stood_for(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "| Orland | had tariffs placed on | it": the pronoun gives way to whoever has them laid on him."""
    if found.trigger.mode == "withdraw" and found.trigger.event == "RETREAT":
        _moved(parts)
    if found.trigger.mode == "release":
        _jailed_in(parse, parts, found)
    if found.trigger.event != "SANCTION":
        return
    if found.trigger.words[-1] == "entry" and is_passive(parse, found.head):
        _kept_out(parse, parts)
    for head in [h for h, p in parts.items() if p.part == "recipient" and parse.tokens[h].tag == "PRP"]:
        measure = parse.tokens[found.head]
        measure = parse.tokens[measure.head] if measure.tag == "VBN" and measure.dep == "acl" else measure
        having = parse.tokens[measure.head]
        if measure.dep != "obj" or having.lemma.lower() != "have":
            continue
        subjects = [h for h in slots_of(parse, having.i).get("subject", ()) if parse.tokens[h].is_noun]
        whose = [i for h in subjects for i in conjuncts(parse, h)]
        if whose and not any(i in parts for i in whose):
            kind = parts.pop(head)
            parts.update({i: Part(i, "recipient", kind.kind, kind.slot) for i in whose})


def _kept_out(parse: Parse, parts: dict[int, Part]) -> None:
    """ "A clerk was refused entry | to Orland |": the state does not let him in; it is not kept out itself."""
    states = {n.end - 1 for n in parse.names if n.kind == "state"}
    told = any(p.part == "actor" for p in parts.values())
    for head in [h for h, p in parts.items() if p.part == "recipient" and p.slot == "to" and h in states]:
        kept = parts.pop(head)
        if not told:
            parts[head] = Part(head, "actor", "organisation", kept.slot)


_CELLS = frozenset({"prison", "jail", "custody", "detention", "captivity"})


def _jailed_in(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "The envoy announces the release of two men from a prison | in Orland |": Orland's deed, and not his."""
    states = {n.end - 1: n for n in parse.names if n.kind == "state"} if "from" in found.slots else {}
    for cell in found.slots.get("from", ()) if states else ():
        keepers = [c.i for c in parse.children(cell, "nmod") if c.i in states and case_of(parse, c.i) == "in"]
        noun = parse.tokens[found.head]
        told = noun.dep == "obj" and parse.tokens[noun.head].lemma.lower() in {"announce", "confirm", "report"}
        if parse.tokens[cell].lemma.lower() not in _CELLS or not keepers or not told:
            continue
        for head in [h for h, p in parts.items() if p.part == "actor"]:
            del parts[head]
        parts[keepers[0]] = Part(keepers[0], "actor", "organisation", "from")


def _moved(parts: dict[int, Part]) -> None:
    """ "The premier announces the withdrawal | of the guard": the guard is moved, where somebody else withdraws it."""
    doers = [p for p in parts.values() if p.part == "actor"]
    moved = [p for p in doers if p.slot == "of"]
    if moved and len(moved) < len(doers):
        parts.update({p.head: Part(p.head, "participant", p.kind, p.slot) for p in moved})


_RULES: tuple[Rule, ...] = (
    (_beyond_border, "with", "recipient"),
    (_let_through, "iobj", "recipient"),
    (_each_levied, "on", "recipient"),
    (_goods_from, "on", "recipient"),
    (_whose_works, "for", "recipient"),
    (_help_there, "to", "recipient"),
    (_without_papers, "to", "recipient"),
    (_covered, "on", "recipient"),
    (_looked_into, "object", "recipient"),
    (_worn_by, "iobj", "recipient"),
    (_owner_of_thing, "of", "recipient"),
)
