"""Clauses of violence that a tree hangs on the wrong word: who shot at each other, whom a night of unrest saw hurt.

Each rule sees a word by the label that it has and yields the words of the clause as they should hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import of_table
from whosays.coding.words.mentions import FIGHTERS, case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_AFTER = frozenset({"after", "when", "as", "while", "before"})
_SEEING = frozenset({"see", "leave"})
_STRIKING = frozenset(
    "hit strike attack bomb shell sink target destroy damage raid burn storm seize capture torpedo hijack".split()
)
_BACK_AND_FORTH = frozenset({"tit", "back", "hit"})


def _after_they_shot(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Nine are killed after factions of the gang | shoot | at each other": what the factions do."""
    if token.tag not in {"VB", "VBP"} or parse.children(token.i, "mark", "aux"):
        return
    noun = parse.tokens[token.head]
    case = next((c for c in parse.children(noun.i, "case") if c.lower in _AFTER), None)
    inner = parse.children(token.i, "nsubj")
    if case is None or noun.tag != "NNS" or noun.dep != "obl" or not parse.tokens[noun.head].is_verb or not inner:
        return
    if case_of(parse, inner[0].i) == "of" and noun.i < inner[0].i < token.i:
        yield msgspec.structs.replace(token, dep="advcl", head=noun.head)
        yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
        yield msgspec.structs.replace(inner[0], dep="nmod", head=noun.i)
        yield msgspec.structs.replace(case, dep="mark", head=token.i)


def _by_their_shelling(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Were hurt by Aro Front | shelling | on the market": by the shelling, and the Front's it is."""
    force = parse.tokens[token.head]
    case = next((c for c in parse.children(force.i, "case") if c.lower == "by"), None)
    if token.lower not in {"shelling", "bombing", "strafing"} or force.dep != "obl:agent" or case is None:
        return
    named = force.tag.startswith("NNP") or any(n.label == "organisation" and n.end == force.i + 1 for n in parse.names)
    if not named or parse.children(token.i, "obj", "mark", "aux"):
        return
    yield msgspec.structs.replace(token, dep="obl:agent", head=force.head, tag="NN", lemma=token.lower)
    yield msgspec.structs.replace(force, dep="compound", head=token.i)
    yield msgspec.structs.replace(case, head=token.i)
    for child in parse.children(token.i, "obl"):
        yield msgspec.structs.replace(child, dep="nmod")


def _saw_hurt(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The night sees nine | officers | injured": they are hurt, and hurt nobody."""
    verb = parse.tokens[token.head]
    seeing = parse.tokens[verb.head]
    if verb.tag != "VBN" or verb.dep not in {"ccomp", "xcomp"} or seeing.lemma.lower() not in _SEEING:
        return
    if token.i > verb.i or parse.children(verb.i, "aux", "aux:pass", "obj", "mark"):
        return
    if any(t.effect is not None for t in ontology.triggers(verb.lemma.lower(), "verb")):
        yield msgspec.structs.replace(token, dep="nsubj:pass")


def _saw_them_hurt(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The night sees nine | bakers | injured": taken for an object of the seeing."""
    seeing = parse.tokens[token.head]
    if seeing.lemma.lower() not in _SEEING:
        return
    for verb in parse.children(seeing.i, "ccomp"):
        alone = verb.tag == "VBN" and not parse.children(verb.i, "nsubj", "nsubj:pass", "aux", "obj", "mark")
        hurts = any(t.effect is not None for t in ontology.triggers(verb.lemma.lower(), "verb"))
        if alone and hurts and verb.i == token.i + 1:
            yield msgspec.structs.replace(token, dep="nsubj:pass", head=verb.i)


def _by_shelling(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Two by a drone and seven | by shelling |": what killed the seven, and nothing that they did."""
    number = parse.tokens[token.head]
    by = [c for c in parse.children(token.i, "mark") if c.lower == "by" and c.i == token.i - 1]
    if token.tag == "VBG" and number.tag == "CD" and by and not parse.children(token.i, "obj"):
        yield msgspec.structs.replace(token, dep="nmod", tag="NN", lemma=token.lower)
        yield msgspec.structs.replace(by[0], dep="case")


def _others_injured(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Leading to six deaths and nine | others | injured": who was."""
    deaths = parse.tokens[token.head]
    if token.tag != "VBN" or deaths.lemma.lower() not in {"death", "injury", "fatality", "casualty"}:
        return
    others = [c for c in parse.children(deaths.i, "conj") if c.i == token.i - 1 and c.is_noun]
    if others and not parse.children(token.i, "nsubj", "nsubj:pass"):
        yield msgspec.structs.replace(others[0], dep="nsubj:pass", head=token.i)


def _which_they_struck(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Sailors of the tanker Kest, | which rebels attacked |": the tanker; nobody is "which"."""
    if token.lemma.lower() not in _STRIKING:
        return
    noun = parse.tokens[token.head]
    which = [c for c in parse.children(token.i, "obj", "nsubj:pass") if c.lower == "which" and c.i < token.i]
    kind = ontology.nouns.kind_of(noun.lemma.lower())
    if not which or (kind not in {"person", "event"} and noun.lemma.lower() not in {"parade", "ceremony"}):
        return
    below = [c for c in parse.children(noun.i, "nmod") if noun.i < c.i < which[0].i]
    below = [c for c in below if case_of(parse, c.i) in {"of", "on", "aboard", "in", "at", "from"}]
    near = [c for c in below if max((i for i in parse.subtree(c.i) if i < which[0].i), default=-1) == which[0].i - 2]
    if near and parse.tokens[which[0].i - 1].text == ",":
        yield msgspec.structs.replace(token, head=near[-1].i)


def _in_back_and_forth(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Killed in | tit for tat | attacks by herders": killed in the attacks."""
    if not any(t.event == "ASSAULT" for t in ontology.triggers(token.lemma.lower(), "noun")):
        return
    verb, start = parse.tokens[token.head], token.i - 4
    if start < 0 or parse.tokens[start].lower != "in" or parse.behind(start).lower not in _BACK_AND_FORTH:
        return
    if parse.tokens[start + 2].lower not in {"for", "and", "or"} or not verb.is_verb or verb.i > start:
        return
    yield msgspec.structs.replace(parse.tokens[start], dep="case", head=token.i)
    for word in parse.tokens[start + 1 : token.i]:
        yield msgspec.structs.replace(word, dep="advmod", head=token.i, tag="RB")


def _of_their_group(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed nine fighters | from the Aro armed group |": whose fighters they are."""
    if case_of(parse, token.i) != "from" or not parse.tokens[token.head].is_verb:
        return
    first = min(parse.subtree(token.i))
    fighters = parse.tokens[first - 1]
    if fighters.tag != "NNS" or fighters.lemma.lower() not in FIGHTERS or fighters.head != token.head:
        return
    if any(n.label == "organisation" and first < n.start <= token.i for n in parse.names):
        yield msgspec.structs.replace(token, dep="nmod", head=fighters.i)


def _a_national(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "When an Orlian | national | stabs a baker": who does it, and no kind of stabs."""
    verb = parse.tokens[token.head]
    if (
        token.lower not in {"national", "teenage", "juvenile"}
        or verb.i != token.i + 1
        or verb.tag not in {"VBZ", "VBD"}
    ):
        return
    if parse.children(verb.i, "nsubj"):
        return
    yield msgspec.structs.replace(token, dep="nsubj", tag="NN")
    for child in parse.children(verb.i, "det", "amod", "compound"):
        if child.i < token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _and_hurt_others(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The riots left one man dead | and injured | thirty others": the riots did."""
    dead = parse.tokens[token.head]
    verb = parse.tokens[dead.head]
    if token.lower not in {"injured", "wounded", "killed", "hurt"} or dead.lower != "dead" or dead.dep != "xcomp":
        return
    others = [c for c in parse.children(dead.i) if c.i > token.i and c.is_noun and not case_of(parse, c.i)]
    if verb.lemma.lower() == "leave" and others:
        yield msgspec.structs.replace(token, dep="conj", head=verb.i, tag="VBD")
        yield msgspec.structs.replace(others[0], dep="obj", head=token.i)


_STRIKES = {
    "bombs": "bomb", "shells": "shell", "strikes": "strike", "raids": "raid", "attacks": "attack", "storms": "storm",
}  # fmt: skip


def _military_bombs(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland's | military bombs | a school": what the military does, and no bombs of it."""
    struck = [c for c in parse.children(token.i, "nmod:unmarked", "dep", "appos") if c.i > token.i]
    force = parse.tokens[token.i - 1]
    if token.lower not in _STRIKES or not struck or token.i == 0 or force.lower not in {"military", "army", "navy"}:
        return
    first = min(parse.subtree(struck[0].i))
    if first != token.i + 1 or parse.tokens[first].lower not in {"a", "an", "the", "two", "three"}:
        return
    yield msgspec.structs.replace(token, tag="VBZ", lemma=_STRIKES[token.lower])
    yield msgspec.structs.replace(struck[0], dep="obj")
    yield msgspec.structs.replace(force, dep="nsubj", tag="NN", head=token.i)
    for child in parse.children(token.i):
        if child.i < force.i and child.dep in {"nmod:poss", "amod", "compound", "det"}:
            yield msgspec.structs.replace(child, head=force.i)
        elif child.dep == "acl":
            yield msgspec.structs.replace(child, dep="advcl")


def _linked_to(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Rebels linked to the Aro Front | behead | six villagers": what the rebels do."""
    linked = parse.tokens[token.head]
    told = [c for c in parse.children(token.i, "obj") if parse.children(c.i, "nummod", "det")]
    rebels = [c for c in parse.children(linked.i, "nsubj") if c.i == linked.i - 1]
    name = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    if linked.tag not in {"VBD", "VBN"} or linked.dep != "root" or token.tag != "NN" or not (told and rebels and name):
        return
    if any(t.event == "ASSAULT" for t in ontology.triggers(token.lower, "verb")):
        yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower, dep="root", head=token.i)
        yield msgspec.structs.replace(rebels[0], head=token.i)
        yield msgspec.structs.replace(linked, tag="VBN", dep="acl", head=rebels[0].i)
        yield msgspec.structs.replace(name[0], dep="obl", head=linked.i)
        for child in parse.children(token.i, "case", "det", "amod", "compound"):
            if child.i < name[0].i:
                yield msgspec.structs.replace(child, head=name[0].i)


Rule = Callable[[Parse, Token, Ontology], Iterator[Token]]

RULES: tuple[Rule, ...] = of_table(
    {
        "acl": (_after_they_shot, _by_their_shelling, _by_shelling),
        "acl:relcl": (_which_they_struck,),
        "nsubj": (_saw_hurt,),
        "obl": (_in_back_and_forth, _of_their_group, _linked_to),
        "conj": (_and_hurt_others, _others_injured),
        "obj": (_saw_them_hurt,),
        "root": (_military_bombs,),
        "amod": (_a_national,),
    }
)
