"""Trees that hang a phrase one word off: the harm behind an attempt, what the half of something is half of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.parse import Parse, Token

_TRYING = frozenset({"attempt", "try", "seek"})
_HARMING = frozenset({"kill", "wound", "injure", "hurt", "leave", "damage", "destroy", "shoot"})
_BELIEVING = frozenset({"believe", "suspect", "think", "say", "allege", "report"})
_PARTS = frozenset({"much", "most", "half", "part", "parts", "all", "some", "entirety", "remainder", "rest"})


@at("advcl", "xcomp")
def _harm_behind_attempt(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Opened fire while trying to clear the square, | killing a boy": what came of it, and no attempt."""
    trying = parse.tokens[token.head]
    if trying.tag == "VB" and trying.dep == "xcomp":  # "attempting to | reach | a church, killing a guard"
        trying = parse.tokens[trying.head]
    if token.tag != "VBG" or token.dep not in {"xcomp", "advcl"} or token.lemma.lower() not in _HARMING:
        return
    if trying.lemma.lower() not in _TRYING or trying.tag != "VBG" or trying.dep != "advcl" or not token.i:
        return
    aims = [c for c in parse.children(trying.i, "xcomp") if c.i < token.i and c.tag == "VB"]
    if parse.tokens[token.i - 1].text == "," and aims and parse.tokens[trying.head].is_verb:
        yield msgspec.structs.replace(token, dep="advcl", head=trying.head)


@at("xcomp")
def _finite_behind_belief(parse: Parse, token: Token) -> Iterator[Token]:
    """ "After a bomb | believed to be planted by rebels | hits a bus": what is believed describes the bomb."""
    belief = parse.tokens[token.head]
    if token.tag not in {"VBZ", "VBD", "VBP"} or token.dep != "xcomp" or belief.tag != "VBN":
        return
    subjects = parse.children(belief.i, "nsubj", "nsubj:pass")
    bare = not parse.children(belief.i, "aux", "aux:pass", "cop")
    if belief.lemma.lower() not in _BELIEVING or len(subjects) != 1 or not bare:
        return
    above = token.i if belief.dep == "root" else belief.head
    yield msgspec.structs.replace(token, dep=belief.dep, head=above)
    yield msgspec.structs.replace(subjects[0], dep="nsubj", head=token.i)
    yield msgspec.structs.replace(belief, dep="acl", head=subjects[0].i)
    for child in parse.children(belief.i, "mark"):
        if child.i < subjects[0].i:
            yield msgspec.structs.replace(child, head=token.i)


@at("conj")
def _verb_behind_relative(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A blast near a camp where people queue, | kills | nine": the verb of the noun that has none."""
    relative = parse.tokens[token.head]
    if token.tag not in {"VBZ", "VBD"} or token.dep != "conj" or relative.dep != "acl:relcl":
        return
    if parse.tokens[token.i - 1].text != "," or parse.children(token.i, "nsubj", "nsubj:pass", "cc"):
        return
    first = next((a for a in parse.ancestors(relative.i) if a.dep == "root"), None)
    if first is None or not first.is_noun or parse.children(first.i, "cop", "nsubj"):
        return
    yield msgspec.structs.replace(token, dep="root", head=token.i)
    yield msgspec.structs.replace(first, dep="nsubj", head=token.i)


@at("obj")
def _subject_before_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two | missiles | carrying explosives strike the centre": what stands before a verb with an object does it."""
    verb = parse.tokens[token.head]
    if token.dep != "obj" or token.i > verb.i or verb.tag not in {"VBP", "VBD", "VBZ"} or not token.is_noun:
        return
    if parse.children(verb.i, "nsubj", "nsubj:pass", "aux:pass", "csubj"):
        return
    if any(c.i > verb.i for c in parse.children(verb.i, "obj")):
        yield msgspec.structs.replace(token, dep="nsubj")


@at("obl")
def _whole_of_part(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Destroyed much | of the village |": of what it is much, hung on the verb."""
    if token.dep != "obl":
        return
    cases = [c for c in parse.children(token.i, "case") if c.lower == "of"]
    if not cases or cases[0].i < 1:
        return
    part = parse.tokens[cases[0].i - 1]
    if part.lower in _PARTS and part.head == token.head and part.dep in {"obj", "nsubj:pass"}:
        yield msgspec.structs.replace(token, dep="nmod", head=part.i)


_ARMS = frozenset({"missile", "rocket", "drone", "bomb", "artillery", "mortar", "tank", "jet", "air", "helicopter"})
_SHOTS = frozenset({"attack", "strike", "fire", "barrage", "raid", "salvo", "test", "launch", "assault"})


@at("amod")
def _state_before_weapon(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The | Peruvian | missile attack on a frigate": whose attack it is, before whose missile."""
    weapon = parse.tokens[token.head]
    deed = parse.tokens[weapon.head]
    if weapon.dep != "compound" or weapon.lemma.lower() not in _ARMS:
        return
    if deed.lemma.lower() not in _SHOTS or not token.i < weapon.i < deed.i:
        return
    if token.text[:1].isupper() and any(n.label == "nationality" and n.start <= token.i < n.end for n in parse.names):
        yield msgspec.structs.replace(token, head=deed.i)


@at("nsubj")
def _place_bound_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Will leave on Monday for | Lima | to hold talks": where to, and nobody who is to hold them."""
    verb = parse.tokens[token.head]
    going = parse.tokens[verb.head]
    marks = [c for c in parse.children(verb.i, "mark") if c.lower == "for" and c.i == token.i - 1]
    if not marks or verb.tag != "VB" or going.lemma.lower() not in _LEAVING or not going.is_verb:
        return
    if any(n.label == "place" and n.start <= token.i < n.end for n in parse.names):
        yield msgspec.structs.replace(token, dep="obl", head=going.i)
        yield msgspec.structs.replace(marks[0], dep="case", head=token.i)


@at("advcl", "acl", "xcomp")
def _bombing_victims(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Paid tribute to | bombing victims |": victims of a bombing, and nobody who bombs them."""
    marks = [m for m in parse.children(token.i, "mark", "case") if m.i == token.i - 1]
    bare = [c for c in parse.children(token.i, "obj") if c.i == token.i + 1 and c.lower in _HIT]
    if token.tag != "VBG" or len(marks) != 1 or not bare or parse.children(token.i, "nsubj", "aux"):
        return
    if marks[0].lower not in {"to", "with", "for", "of", "among", "by"}:
        return
    yield msgspec.structs.replace(bare[0], dep="obl", head=token.head)
    yield msgspec.structs.replace(token, dep="compound", tag="NN", lemma=token.lower, head=bare[0].i)
    yield msgspec.structs.replace(marks[0], dep="case", head=bare[0].i)
    for child in parse.children(token.i):
        if child.i > bare[0].i:
            yield msgspec.structs.replace(child, head=token.head)


_SAID = frozenset({"say", "report", "announce", "state", "confirm"})
_IN_WORDS = frozenset(
    """add cite warn accuse call describe recall use note quote refer say urge blame deny claim insist stress point
    tell ask speak argue name allege express praise thank condemn vow promise echo explain predict""".split()
)


@at("advcl", "ccomp", "parataxis", "xcomp")
def _deed_behind_speaker(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Troops took the town, a monitor said, | pressing | their offensive": the troops did, and no monitor."""
    says = parse.tokens[token.head]
    if token.tag != "VBG" or says.lemma.lower() not in _SAID or token.i < says.i or token.lemma.lower() in _IN_WORDS:
        return
    told = [c for c in parse.children(says.i, "ccomp", "parataxis") if c.i < says.i and c.tag in {"VBD", "VBZ", "VBN"}]
    behind = parse.tokens[token.i - 1].text == "," and not parse.children(token.i, "nsubj", "aux", "mark")
    if len(told) == 1 and behind and parse.children(says.i, "nsubj"):
        yield msgspec.structs.replace(token, dep="advcl", head=told[0].i)


_FOUGHT = frozenset("war conflict dispute row fighting feud standoff battle rivalry border quarrel".split())


@at("obl")
def _with_whom_the_war_is(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The two men discussed the war | with the Front |": the war is with it; the two spoke with each other."""
    verb, before = parse.tokens[token.head], [c for c in parse.children(token.i, "case") if c.lower == "with"]
    if verb.lemma.lower() != "discuss" or not before or not before[0].i:
        return
    noun = parse.tokens[before[0].i - 1]
    if noun.dep != "obj" or noun.head != verb.i or noun.lemma.lower() not in _FOUGHT:
        return
    subjects = parse.children(verb.i, "nsubj")
    words = [c for s in subjects for c in (s, *parse.children(s.i, "nummod", "det"))]
    if any(c.lower in {"two", "both"} for c in words) or any(parse.children(s.i, "conj") for s in subjects):
        yield msgspec.structs.replace(token, dep="nmod", head=noun.i)


_KILLING = frozenset({"kill", "wound", "injure"})
_STRIKING = frozenset(
    """go explode detonate burst hit strike ram crash slam plough plow rip tear blow attack bomb fire storm raid
    shell ambush open shoot pound""".split()
)
_AS = frozenset({"as", "when", "while"})
_PEACEFUL = frozenset(
    """arrive leave gather pass queue wait pray sleep shop sit stand head travel work return walk play line mourn
    celebrate march protest rally drive attend try rush flee assemble eat cross board enter hold dance worship
    inspect take""".split()
)


@at("advcl")
def _killed_as_they_came(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A bomb went off as | bakers left | a mosque, | killing | nine": the bomb did, and no bakers."""
    clause = parse.tokens[token.head]
    struck = parse.tokens[clause.head]
    if token.tag != "VBG" or token.lemma.lower() not in _KILLING or clause.dep != "advcl" or not clause.i < token.i:
        return
    if clause.lemma.lower() not in _PEACEFUL or struck.lemma.lower() not in _STRIKING or struck.i > clause.i:
        return
    plain = not parse.children(token.i, "nsubj", "mark") and parse.tokens[token.i - 1].text == ","
    if plain and any(m.lower in _AS for m in parse.children(clause.i, "mark", "advmod")):
        yield msgspec.structs.replace(token, head=struck.i)


_HIT = frozenset({"victims", "survivors", "suspects"})
_LEAVING = frozenset({"leave", "depart", "head", "set", "fly", "embark", "sail"})

RULES: tuple[Callable[[Parse, Token], Iterator[Token]], ...] = (
    _harm_behind_attempt,
    _whole_of_part,
    _finite_behind_belief,
    _verb_behind_relative,
    _subject_before_verb,
    _state_before_weapon,
    _place_bound_for,
    _bombing_victims,
    _deed_behind_speaker,
    _with_whom_the_war_is,
    _killed_as_they_came,
)
