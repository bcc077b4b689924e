"""Who protests where a clause beside the protest tells it: "protests broke out, | with students | burning tyres"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_ERUPTING = frozenset("break erupt turn flare take begin start spread continue resume hold be rock descend".split())
_ROWDY = frozenset(
    "burn block throw hurl pelt smash torch loot clash march stone vandalise vandalize rampage overturn "
    "protest demonstrate rally storm ransack".split()
)
_LOUD = frozenset("chant demand shout call denounce wave gather carry set attack open".split())
_PROTESTERS = frozenset({"protester", "protestor", "demonstrator", "rioter", "marcher", "student", "worker", "striker"})
_AGAINST_THEM = frozenset({"police", "soldier", "troop", "officer", "force", "gendarme", "policeman", "guard"})


def marching(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The doers of a protest that a noun tells of, in the clause of its verb."""
    if found.trigger.event != "PROTEST" or has_part(parts, "actor"):
        return []
    return told_by(_RULES, (parse, found, parts, knowledge))


_MISSIONS = frozenset({"embassy", "consulate", "mission"})
_BACKING = frozenset({"support", "favor", "favour", "honor", "honour", "memory", "defence", "defense"})
_BEFORE = frozenset({"outside", "at", "near", "before", "around", "opposite"})


def at_missions(parse: Parse, found: Found, knowledge: Knowledge) -> list[Part]:
    """ "Rallied outside | the Danish embassy |": at whom they shout, and no mere place."""
    around = (found.head, *found.tokens, *((found.carrier,) if found.carrier is not None else ()))
    places = [c for h in dict.fromkeys(around) for c in parse.children(h, "obl", "nmod")]
    for place in places:
        if parse.behind(place.i).lower == "of" and place.lemma.lower() in _BACKING:
            return []  # "outside the Danish embassy | in support of its king"
    fronts = [c for c in places if c.lower == "front"]  # "in front | of the embassy"
    for place in (*places, *(c for f in fronts for c in parse.children(f.i, "nmod"))):
        near = parse.tokens[place.head] in fronts or case_of(parse, place.i) in _BEFORE
        if near and place.lemma.lower() in _SEATS and place.i > found.head:
            holders = list(_seated(parse, place, knowledge))
            if holders:
                return holders
        if not near or place.lemma.lower() not in _MISSIONS or place.i < found.head:
            continue
        whose = parse.children(place.i, "amod", "compound", "nmod:poss")
        if any(knowledge[1].get(c.i) in {"nationality", "place"} for c in whose):
            return [Part(place.i, "target", "thing", "near")]
    return []


_SEATS = frozenset({"office", "headquarters", "residence", "home", "house", "mansion"})


def _seated(parse: Parse, place: Token, knowledge: Knowledge) -> Iterator[Part]:
    """ "Marched outside | the Union's | offices", "at the residence of | the premier |": who sits or lives there."""
    of = (c for c in parse.children(place.i, "nmod") if case_of(parse, c.i) == "of")
    for whose in (*parse.children(place.i, "nmod:poss", "compound"), *of):
        kind = kind_of(parse, whose.i, *knowledge)
        body = knowledge[1].get(whose.i) == "organisation" and place.lemma.lower() in {"office", "headquarters"}
        rules = kind == "person" and whose.lemma.lower() in _HOLDERS
        named = kind == "person" and whose.i in parse.named("person") and whose.dep != "compound"
        if body or ((rules or named) and place.lemma.lower() != "headquarters"):
            yield Part(whose.i, "recipient", "organisation" if body else "person", "near")
            return


_HOLDERS = frozenset("president minister premier governor mayor ambassador king queen chancellor leader".split())


def is_crowds(parse: Parse, clause: Token) -> bool:
    """ "A rally was held | as protesters called | for his resignation": what those of the rally do."""
    subjects = parse.children(clause.i, "nsubj")
    as_they = any(m.lower in {"as", "with"} for m in parse.children(clause.i, "mark"))
    return as_they and any(s.lemma.lower() in _PROTESTERS for s in subjects)


def _with_crowd(telling: Telling) -> Iterator[int]:
    """ "Riots broke out, | with students | burning shops", "in Lima, | where bakers | blocked roads"."""
    parse, found, _, (ontology, _) = telling
    verb = _verb_over(parse, found)
    if verb is None:
        return
    for clause, crowd in _clauses(parse, verb):
        word = crowd.lemma.lower()
        people = ontology.nouns.kind_of(word) == "person" and word not in _AGAINST_THEM
        deeds = {v.lemma.lower() for v in (clause, *parse.children(clause.i, "conj"))}
        known = bool(deeds & _LOUD) and word in _PROTESTERS
        if people and crowd.tag in {"NNS", "NNPS"} and (known or deeds & _ROWDY):
            yield crowd.i
            return


def _verb_over(parse: Parse, found: Found) -> Token | None:
    """The verb that says of a protest that it broke out, or whose doing its noun stands by."""
    token = parse.tokens[found.head]
    if token.is_verb:
        return token if parse.tokens[token.i].lemma.lower() in _ERUPTING else None
    verb = parse.tokens[token.head]
    if found.carrier is not None:
        verb = parse.tokens[found.carrier]
    plain = token.dep in {"nsubj", "nsubj:pass", "obj"} or found.carrier is not None
    of_days = token.dep == "nmod" and case_of(parse, token.i) == "of" and verb.dep in {"obj", "nsubj"}
    if of_days:  # "set off four days | of riots |"
        verb = parse.tokens[verb.head]
    return verb if verb.is_verb and (plain or of_days) else None


def _clauses(parse: Parse, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The clauses behind a verb that tell what a crowd did, each with its subject."""
    for clause in parse.children(verb.i, "advcl"):
        marks = {m.lower for m in parse.children(clause.i, "mark", "advmod")}
        subjects = parse.children(clause.i, "nsubj")
        if clause.i > verb.i and subjects and (marks & {"with", "as", "where"}):
            yield clause, subjects[0]
    for beside in parse.children(verb.i, "obl"):
        if beside.i < verb.i:
            continue
        if case_of(parse, beside.i) == "with":
            yield from ((c, beside) for c in parse.children(beside.i, "acl") if c.tag == "VBG")
        for clause in parse.children(beside.i, "acl:relcl"):
            where = any(c.lower == "where" for c in parse.children(clause.i, "advmod"))
            yield from ((clause, s) for s in parse.children(clause.i, "nsubj") if where)


_RULES: tuple[Rule, ...] = ((_with_crowd, "subject", "actor"),)
