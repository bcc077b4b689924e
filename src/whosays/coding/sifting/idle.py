"""Deeds that did not happen, told of nobody in particular: "if an attack is launched", "its ability to give aid"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.accused import is_denied_by
from whosays.coding.sifting.telling import DEFINITE, OF_SOMEBODY, TWO, Coded
from whosays.coding.words.conveyed import is_undertaken
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token
from whosays.records import Event


def is_idle(parse: Parse, members: Sequence[Coded], event: Event) -> bool:
    """Whether a deed that did not happen is told of nobody in particular: "if an attack is launched"."""
    nouns = all(not parse.tokens[m.found.head].is_verb for m in members)
    bare = event.mode == "convict" or all(m.found.carrier is None for m in members)
    if nouns and bare and not event.roles and not event.tolls and event.mode in OF_SOMEBODY:
        return True  # "to enforce | a prison sentence", "during | detention in the south"
    if _is_setting(parse, members, event) or _is_matter_of(parse, members, event):
        return True
    if event.status not in {"hypothetical", "negated"}:
        return False
    if event.status == "hypothetical" and all(_is_weakly_told(m.found) for m in members):
        undertaken = any(is_undertaken(parse, parse.tokens[m.found.head]) for m in members)
        return not undertaken and not any(_is_promised(parse, m.found) for m in members)
    if event.status == "hypothetical" and all(_is_ability(parse, m.found) for m in members):
        return True
    if event.status == "hypothetical" and all(_is_matter(parse, m.found) for m in members):
        return True
    if event.status == "negated" and all(_is_avoided(parse, m.found) for m in members):
        return True
    if event.status == "negated" and any(_is_without_anybody(parse, m) for m in members):
        return True
    if event.status == "hypothetical" and any(_is_whoever(parse, p) for m in members for p in m.parts):
        return True
    if event.status == "hypothetical" and event.type in {"CONSULT", "REQUEST"} and len(event.roles) < TWO:
        return True  # "easier to seek | the extradition of a suspect"
    clauses = [_clause(parse, m.found) for m in members]
    if event.status == "hypothetical" and all(_is_any(parse, p) for m in members for p in m.parts):
        return all(c.dep not in {"ccomp", "root"} for c in clauses)  # "easier to bomb a country"
    if event.status == "hypothetical" and not event.roles and all(c.dep != "ccomp" for c in clauses):
        return True  # not so what somebody denies: "denied that any shooting had taken place"
    nil = bool(event.tolls) and all(t.count.high == 0 for t in event.tolls)
    told = [parse.tokens[m.found.carrier if m.found.carrier is not None else m.found.head] for m in members]
    denied = all(is_denied_by(t, c) for t, c in zip(told, clauses, strict=True))
    return not nil and not denied and all(c.dep == "acl:relcl" for c in clauses)  # "a group that could seize land"


def _is_setting(parse: Parse, members: Sequence[Coded], event: Event) -> bool:
    """ "A shooting | during a meeting | at an office": talks of nobody, where other things were; nobody's visit."""
    if event.type == "CONSULT" and event.mode == "visit" and not event.roles:
        where = [c for m in members for c in parse.children(m.found.head, "nmod")]
        return all(case_of(parse, c.i) not in {"of", "to"} for c in where)  # "kicks off | a tour"
    if event.type != "CONSULT" or event.mode is not None or event.roles:
        return False
    heads = [parse.tokens[m.found.head] for m in members if m.found.carrier is None]
    if len(heads) < len(members) or any(t.is_verb or t.dep not in {"obl", "nmod"} for t in heads):
        return False
    return all(case_of(parse, t.i) in {"during", "at", "in"} for t in heads)


def _is_matter_of(parse: Parse, members: Sequence[Coded], event: Event) -> bool:
    """What a ban forbids, or what a protest is against, is no deed."""
    if event.type in {"CONSULT", "PROTEST", "MOBILIZE"} and all(_is_banned(parse, m.found) for m in members):
        return True
    return event.type == "AGREE" and all(_is_opposed(parse, m.found) for m in members)


def _is_opposed(parse: Parse, found: Found) -> bool:
    """ "Farmers march | against a trade deal |": what they are against, and no deed of that day."""
    token = parse.tokens[found.head]
    if token.is_verb or token.dep not in {"obl", "nmod"}:
        return False
    return any(c.lower == "against" for c in parse.children(token.i, "case"))


def _is_banned(parse: Parse, found: Found) -> bool:
    """ "Bans the parties | from holding meetings": the ban is the deed."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if verb.tag != "VBG" or parse.tokens[verb.head].lemma.lower() not in {"ban", "bar", "prohibit", "forbid"}:
        return False
    return any(c.lower == "from" for c in parse.children(verb.i, "mark", "case"))


def _is_weakly_told(found: Found) -> bool:
    """A weak word that no verb carries which says of itself how far the deed has come ("considers | sanctions")."""
    return found.trigger.weak and (found.light is None or found.light.status is None)


def _is_promised(parse: Parse, found: Found) -> bool:
    """ "Orland | will free them if | Veldia apologises", "said it would free them if": offered, on a condition."""
    will = any(c.lower in {"will", "'ll"} for c in parse.children(found.head, "aux"))
    clauses = parse.children(found.head, "advcl") if will or _is_own_word(parse, found) else ()
    return any(m.lower in {"if", "provided"} for c in clauses for m in parse.children(c.i, "mark"))


def _is_own_word(parse: Parse, found: Found) -> bool:
    """ "Warned that | it would | cut its aid if": what whoever speaks says of itself."""
    verb = parse.tokens[found.head]
    would = any(c.lower in {"would", "'d", "’d"} for c in parse.children(verb.i, "aux"))
    own = any(c.lower in {"it", "they", "he", "she"} for c in parse.children(verb.i, "nsubj"))
    return would and own and verb.dep == "ccomp"


_ABILITIES = frozenset(
    {"ability", "capability", "capacity", "inability", "readiness", "willingness", "mandate", "duty", "potential"}
)


def _is_ability(parse: Parse, found: Found) -> bool:
    """ "Its ability | to give aid is small", "make sure that murderers cannot | kill": what could be done some day."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    above = parse.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VB":
        return above.lemma.lower() in _ABILITIES
    sure = verb.dep == "ccomp" and above.lemma.lower() in {"ensure", "guarantee", "sure"}
    kinds = [c for c in parse.children(verb.i, "nsubj") if c.tag == "NNS" and not parse.children(c.i, "det", "nummod")]
    return sure and bool(kinds) and any(c.lower == "can" for c in parse.children(verb.i, "aux"))


def _is_whoever(parse: Parse, part: Part) -> bool:
    """ "May strip | anyone | of citizenship who breaks the law": a law, and no plan for anybody."""
    return part.part == "recipient" and parse.tokens[part.head].lower in {"anyone", "anybody", "whoever", "whomever"}


_STANDS = frozenset(
    {"opposition", "objection", "support", "favour", "favor", "debate", "controversy", "plea", "policy"}
)


def _is_matter(parse: Parse, found: Found) -> bool:
    """ "Repeated its opposition | to lifting the embargo": what a stand is about, whoever might do it."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    return verb.dep == "acl" and verb.tag == "VBG" and parse.tokens[verb.head].lemma.lower() in _STANDS


def _is_avoided(parse: Parse, found: Found) -> bool:
    """ "Gave up | to avoid combat", "sought | to avoid a raid on them": what nobody did, and nobody said so."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    aim = verb.tag == "VB" and any(c.lower == "to" for c in parse.children(verb.i, "mark"))
    bare = not parse.children(token.i, "nmod:poss", "nummod")
    bare = bare and all(c.lower in {"a", "an", "any"} for c in parse.children(token.i, "det"))
    return (
        token.is_noun and token.dep == "obj" and bare and aim and verb.lemma.lower() in {"avoid", "prevent", "escape"}
    )


def _is_without_anybody(parse: Parse, coded: Coded) -> bool:
    """ "Left | without hurting anyone": what is not done to anybody is no deed left undone."""
    marks = {c.lower for c in parse.children(coded.found.head, "mark")}
    return "without" in marks and any(
        parse.tokens[p.head].lower in {"anyone", "anybody", "anything"} for p in coded.parts
    )


def _is_any(parse: Parse, part: Part) -> bool:
    """ "A country", "land", "hostages": no one of them in particular."""
    token = parse.tokens[part.head]
    if token.tag not in {"NN", "NNS"} or parse.children(part.head, "nummod", "nmod:poss", "nmod", "amod", "compound"):
        return False
    return not any(c.lower in DEFINITE for c in parse.children(part.head, "det"))


def _clause(parse: Parse, found: Found) -> Token:
    """The verb of the clause that a trigger stands in, above what completes or joins it."""
    token = parse.tokens[found.carrier if found.carrier is not None else found.head]
    while token.dep in {"conj", "xcomp"} and token.head != token.i:
        above = parse.tokens[token.head]
        if not above.is_verb or (token.dep == "conj" and token.tag == "VB" != above.tag):
            break
        token = above
    return token
