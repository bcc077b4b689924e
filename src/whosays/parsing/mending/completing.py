"""What completes a word further back: "agreed at a summit to end attacks", "release of A and removal of B".

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import moved, on

_BINDING = frozenset("agree decide promise pledge vow refuse threaten decline undertake resolve consent".split())
_SCENES = frozenset(
    "summit meeting conference session rally ceremony speech interview week month year night morning day telephone "
    "statement message visit congress gathering".split()
)
_OF_DEEDS = frozenset(
    "release removal withdrawal dismissal repeal arrest detention expulsion deployment establishment creation "
    "formation introduction resignation return transfer disarmament destruction seizure closure suspension abolition "
    "imposition resumption extradition prosecution punishment protection lifting".split()
)
_MADE_SO = re.compile(r".+i[sz]ation")


@on("acl", "advcl")
def _infinitive_of_binding(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Agreed at a summit | to end the attacks": what they agreed to, and no aim of the summit."""
    scene = parse.tokens[token.head]
    verb = parse.tokens[scene.head]
    if token.dep == "advcl":
        verb, scene = scene, next((c for c in parse.children(scene.i, "obl", "obl:unmarked") if c.i < token.i), scene)
    if token.tag != "VB" or not any(m.lower == "to" for m in parse.children(token.i, "mark")):
        return
    placed = scene.dep in {"obl", "obl:unmarked"} and scene.lemma.lower() in _SCENES and verb.i < scene.i < token.i
    if not placed or not verb.is_verb or verb.lemma.lower() not in _BINDING:
        return
    if not parse.children(verb.i, "obj", "xcomp", "ccomp"):
        yield moved(token, "xcomp", verb.i)


@on("conj")
def _second_deed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The release of prisoners and | the removal of the governor": two deeds, and no prisoners beside a removal."""
    beside = parse.tokens[token.head]
    first = parse.tokens[beside.head]
    if beside.dep != "nmod" or not first.is_noun or not (_is_deed(parse, token) and _is_deed(parse, first)):
        return
    if not (_is_deed(parse, beside) or parse.tokens[token.head].i < first.i):
        yield moved(token, "conj", first.i)


@on("conj")
def _threats_beside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The killing of a baker and | threats against clerks |": nobody kills a threat, or the clerks."""
    beside = parse.tokens[token.head]
    first = parse.tokens[beside.head]
    against = [c for c in parse.children(beside.i, "nmod") if c.i > token.i]
    against += [c for c in parse.children(token.i, "nmod") if c.i > token.i]
    aimed = [c for c in against if any(k.lower in {"against", "on", "to"} for k in parse.children(c.i, "case"))]
    if beside.dep != "nmod" or beside.i < first.i or not first.is_noun or token.lemma.lower() not in _AIMED:
        return
    if not aimed or first.lemma.lower() not in _HARMING or beside.lemma.lower() in _AIMED | _HARMING:
        return
    yield moved(token, "conj", first.i)
    if aimed[0].head == beside.i:
        yield moved(aimed[0], "nmod", token.i)


_AIMED = frozenset({"threat", "attack", "assault", "raid", "strike", "violence", "intimidation", "reprisal"})
_HARMING = frozenset("killing murder arrest abduction kidnapping detention assassination rape shooting death".split())


def _is_deed(parse: Parse, noun: Token) -> bool:
    lemma = noun.lemma.lower()
    whose = any(c.lower == "of" for n in parse.children(noun.i, "nmod") for c in parse.children(n.i, "case"))
    return whose and (lemma in _OF_DEEDS or _MADE_SO.fullmatch(lemma) is not None)


@on("acl")
def _result_of_attack(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Opened fire on rebels | killing two villagers": so many were killed by the fire, and not by the rebels."""
    hit = parse.tokens[token.head]
    verb = parse.tokens[hit.head]
    harm = token.tag == "VBG" and token.lemma.lower() in {"kill", "wound", "injure"}
    if not harm or hit.dep not in {"obj", "obl"} or hit.tag != "NNS" or not verb.is_verb or hit.head > hit.i:
        return
    counted = any(parse.children(c.i, "nummod") for c in parse.children(token.i, "obj"))
    if counted and verb.lemma.lower() in _STRIKING and max(parse.subtree(hit.i)) >= token.i > hit.i:
        yield moved(token, "advcl", verb.i)


_STRIKING = frozenset("open fire attack bomb shell ambush raid storm strike hit shoot target bombard pound".split())


@on("obl:unmarked", "obl", "nmod:unmarked")
def _day_of_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Thursday | 's arrests come after a raid": a day with "'s" belongs to the noun behind it."""
    after = token.i + 2
    owns = any(c.tag == "POS" and c.i == token.i + 1 for c in parse.children(token.i, "case"))
    if not owns or after >= len(parse.tokens):
        return
    noun = parse.tokens[after]
    while noun.dep in {"amod", "compound", "nummod"} and noun.head > noun.i:
        noun = parse.tokens[noun.head]
    if noun.is_noun and noun.i > token.i and parse.sentence(noun.i) == parse.sentence(token.i):
        yield moved(token, "nmod:poss", noun.i)


_FIRING = frozenset({"use", "fire", "deploy", "employ", "unleash"})


@on("obl")
def _against_whom(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Used water cannon laced with dye | against marchers": whom it was used against, and no matter of the dye."""
    described = parse.tokens[token.head]
    thing = parse.tokens[described.head]
    verb = parse.tokens[thing.head]
    if described.dep != "acl" or described.tag != "VBN" or thing.dep != "obj" or verb.lemma.lower() not in _FIRING:
        return
    if any(c.lower == "against" for c in parse.children(token.i, "case")):
        yield moved(token, "obl", verb.i)


@on("acl:relcl")
def _with_so_many_killed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Clashes with six people reportedly | killed": they were killed, and killed nobody."""
    noun = parse.tokens[token.head]
    harmed = token.tag in {"VBD", "VBN"} and token.lemma.lower() in {"kill", "wound", "injure", "arrest", "detain"}
    if not harmed or not any(c.lower == "with" for c in parse.children(noun.i, "case")) or noun.i > token.i:
        return
    if not parse.children(token.i, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass"):
        yield moved(token, "acl", noun.i, "VBN")


@on("ccomp", "advcl")
def _garden_path(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A trader | shot by police | dies in hospital": whoever was shot dies, and shot nobody."""
    verb = parse.tokens[token.head]
    subjects = parse.children(token.i, "nsubj")
    if token.tag != "VBD" or verb.i < token.i or verb.tag not in {"VBZ", "VBP", "VBD"} or len(subjects) != 1:
        return
    free = not parse.children(verb.i, "nsubj", "nsubj:pass", "expl") and not parse.children(token.i, "obj", "mark")
    agents = [c for c in parse.children(token.i, "obl") if any(k.lower == "by" for k in parse.children(c.i, "case"))]
    if free and agents and subjects[0].i < token.i and not any(i.text == "," for i in parse.tokens[token.i : verb.i]):
        yield moved(subjects[0], "nsubj", verb.i)
        yield moved(token, "acl", subjects[0].i, "VBN")
        yield moved(agents[0], "obl:agent", token.i)


@on("amod")
def _whose_force(parse: Parse, token: Token) -> Iterator[Token]:
    """ "An | Israeli | army raid": the army is Israeli, and no second party beside it."""
    noun = parse.tokens[token.head]
    if token.i + 1 >= noun.i or not any(n.start <= token.i < n.end and n.label == "nationality" for n in parse.names):
        return
    force = parse.behind(token.i)
    while force.head != noun.i and force.dep == "compound" and force.head < noun.i:
        force = parse.tokens[force.head]
    kinds = {
        ontology.load().nouns.kind_of(word) for word in (force.lemma.lower(), " ".join(parse.words_to(force.i, 2)))
    }
    if force.head == noun.i and force.dep == "compound" and force.tag == "NN" and kinds & {"organisation", "person"}:
        yield moved(token, "amod", force.i)


RULES = (
    _whose_force,
    _against_whom,
    _with_so_many_killed,
    _garden_path,
    _infinitive_of_binding,
    _second_deed,
    _threats_beside,
    _result_of_attack,
    _day_of_noun,
)
