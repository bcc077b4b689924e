"""Words of the outer clause that a tree hung on one within: the subject before a participle between commas, the object.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on


@on("nsubj", "nsubj:pass")
def _before_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Ana Ruiz |, arrested in May and accused of theft, was freed": she was freed, and "arrested" describes her."""
    inner = parse.tokens[token.head]
    verb = parse.tokens[inner.head]
    bare = inner.tag == "VBN" and not parse.children(inner.i, "aux", "aux:pass", "mark", "cop")
    if not bare or inner.dep not in {"advcl", "acl"} or not token.i < inner.i < verb.i or not token.is_noun:
        return
    opened = parse.tokens[inner.i - 1].text == "," and max(parse.subtree(token.i)) >= inner.i - 2
    auxiliaries = [c for c in parse.children(verb.i, "aux", "aux:pass", "cop") if inner.i < c.i < verb.i]
    finite = verb.tag in FINITE or any(c.tag in {*FINITE, "MD"} for c in auxiliaries)
    first = min([verb.i, *(c.i for c in auxiliaries)])
    if opened and finite and parse.tokens[first - 1].text == "," and not parse.children(verb.i, *SUBJECTS):
        yield moved(token, "nsubj:pass" if parse.children(verb.i, "aux:pass") else "nsubj", verb.i)
        yield moved(inner, "acl", token.i)


@on("compound", "nmod:desc", "amod")
def _before_preposition(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Handed | Ana Ruiz | to the Hague tribunal": no word of a phrase stands before its preposition."""
    noun = parse.tokens[token.head]
    cases = [c for c in parse.children(noun.i, "case") if token.i < c.i < noun.i and c.tag in {"IN", "TO"}]
    verb = parse.tokens[noun.head]
    if not cases or noun.dep not in {"obl", "obj"} or not verb.is_verb or not token.tag.startswith("NNP"):
        return
    whole = parse.subtree(token.i)
    beside = max((i for i in whole if i < cases[0].i), default=-1) == cases[0].i - 1 and min(whole) == verb.i + 1
    if beside and not parse.children(verb.i, "aux:pass", "cop"):
        yield moved(token, "obj", verb.i)
        if noun.dep == "obj":
            yield moved(noun, "obl", verb.i)


@on("ccomp")
def _have_done(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland and Veldia | have | unfrozen the funds, officials said": one verb, and not two that are said."""
    verb = parse.behind(token.i)
    if token.lemma.lower() != "have" or token.tag not in FINITE or verb.tag != "VBN" or verb.head != token.head:
        return
    if verb.dep != "ccomp" or parse.children(token.i, "obj", "aux") or parse.children(verb.i, *SUBJECTS, "aux"):
        return
    yield moved(token, "aux", verb.i)
    for child in parse.children(token.i):
        yield moved(child, child.dep, verb.i)


@on("obj", "xcomp")
def _has_done(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland | has | unfrozen the funds": it has nothing; it has done so."""
    have = parse.tokens[token.head]
    if token.tag != "VBN" or have.i != token.i - 1 or have.lemma.lower() != "have" or have.tag not in FINITE:
        return
    others = [c for c in parse.children(have.i, "obj", "xcomp", "aux") if c.i != token.i]
    if parse.children(token.i, "obj") and not others and not parse.children(token.i, *SUBJECTS, "det", "mark"):
        yield moved(token, have.dep, token.i if have.head == have.i else have.head)
        yield moved(have, "aux", token.i)
        for child in parse.children(have.i):
            if child.i != token.i:
                yield moved(child, child.dep, token.i)


# What states and their offices do with paper: no hackers, gunmen or smugglers issue warrants.
_BY_OFFICE = frozenset({"issue", "expel", "summon", "recall", "indict", "impose", "charge"})
_OUTLAWS = frozenset(
    "hacker gunman attacker smuggler rebel militant assassin agent spy robber kidnapper pirate trafficker fighter "
    "insurgent extremist jihadist separatist bomber hijacker mercenary".split()
)


@on("conj")
def _issues_warrants_too(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland said hackers had broken in, and | issued | warrants for two": the state that says so did."""
    first = parse.tokens[token.head]
    said = parse.tokens[first.head]
    if token.tag != "VBD" or token.lemma.lower() not in _BY_OFFICE or first.dep != "ccomp" or said.tag != "VBD":
        return
    doers = parse.children(first.i, "nsubj")
    if parse.children(token.i, *SUBJECTS, "aux", "aux:pass") or not parse.children(said.i, "nsubj"):
        return
    if len(doers) == 1 and doers[0].lemma.lower() in _OUTLAWS and said.i < first.i:
        yield moved(token, "conj", said.i)


_HARMING = frozenset(
    "kill wound injure shoot hurt behead execute burn torch loot abduct kidnap seize destroy damage hit rape set "
    "displace maim massacre hack stab beat fire attack raid storm bomb shell ambush capture detain arrest".split()
)
_IN_FORCE = frozenset({"police", "army", "military", "troop", "soldier", "ministry", "officer", "force"})
_HOLDING = frozenset({"seize", "capture", "detain", "arrest", "raid"})


@on("conj")
def _and_wounded_two(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Troops shot a boy dead, witnesses said, | and wounded | two more": the troops did, and no witness."""
    said = parse.tokens[token.head]
    lemma = token.lemma.lower()
    between = [t for t in parse.tokens[said.i + 1 : token.i] if t.tag != "RB"]
    if lemma not in _HARMING or said.tag not in FINITE or said.lemma.lower() not in _TELLING:
        return
    if [t.text for t in between] != [",", "and"] or parse.children(token.i, *SUBJECTS, "aux", "aux:pass"):
        return
    told = [c for c in parse.children(said.i, "ccomp") if c.i < said.i and c.tag in FINITE]
    speakers = parse.children(said.i, "nsubj")
    if len(told) != 1 or len(speakers) != 1 or not told[0].i < speakers[0].i < said.i:
        return
    doers = parse.children(told[0].i, "nsubj")
    taken = lemma in _HOLDING and speakers[0].lemma.lower() in _IN_FORCE  # "..., police said, and arrested two men"
    if len(doers) == 1 and token.tag == told[0].tag and not taken:
        yield moved(token, "conj", told[0].i)


_TELLING = frozenset({"say", "report", "add"})


@on("conj")
def _and_shot_him(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police said the man was armed and | shot | him": he who was armed shot nobody; the police did."""
    state = parse.tokens[token.head]
    said = parse.tokens[state.head]
    objects = parse.children(token.i, "obj")
    if token.lemma.lower() not in _HARMING or len(objects) != 1 or objects[0].lower not in {"him", "her", "them"}:
        return
    told = state.dep == "ccomp" and said.tag == token.tag == "VBD" and said.lemma.lower() in _TELLING
    if not told or parse.children(token.i, *SUBJECTS, "aux", "aux:pass") or not parse.children(state.i, "cop"):
        return
    speakers = parse.children(said.i, "nsubj")
    others = [t for t in parse.tokens[said.i + 1 : token.i] if t.is_noun and t.dep not in {"compound", "flat", "obl"}]
    if len(speakers) == 1 and speakers[0].lemma.lower() in _IN_FORCE and len(others) == 1:
        yield moved(token, "conj", said.i)


_KEPT_IN = frozenset({"prison", "jail", "custody", "detention", "penitentiary", "cell"})


@on("acl", "advcl")
def _in_prison_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Is serving a term in a Lima prison | for planning | a raid": why he is there, and no prison that plans."""
    prison = parse.tokens[token.head]
    verb = parse.tokens[prison.head]
    if token.tag != "VBG" or prison.lemma.lower() not in _KEPT_IN or prison.dep != "obl" or not verb.is_verb:
        return
    if any(m.lower == "for" for m in parse.children(token.i, "mark")) and token.i > prison.i:
        yield moved(token, "advcl", verb.i)


RULES = (
    _and_shot_him,
    _in_prison_for,
    _and_wounded_two,
    _before_participle,
    _before_preposition,
    _have_done,
    _has_done,
    _issues_warrants_too,
)
