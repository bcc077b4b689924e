"""Words of force for what is no force: moves that somebody is steered from, gunfire of joy, rebels on the march.

Each rule sees one word of a deed and says whether no deed is told of there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse


def is_unmade(parse: Parse, found: Found, parts: Sequence[Part], labels: Mapping[int, NameLabel]) -> bool:
    """Whether one word of force stands where nobody uses any."""
    return any(rule(parse, found, parts, labels) for rule in _RULES)


_STEERING = frozenset({"steer", "dissuade", "discourage", "restrain", "deter", "turn", "keep"})


def _is_steered_from(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Steered him from rash moves, | like pulling out of the pact |": what was not done."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if not verb.is_verb:
        verb = parse.tokens[verb.head]
    while verb.dep == "conj" and verb.tag == "VBG":
        verb = parse.tokens[verb.head]
    above = parse.tokens[verb.head]
    if verb.tag != "VBG" or above.lemma.lower() not in _STEERING or not above.is_verb:
        return False
    like = any(m.lower == "like" for m in parse.children(verb.i, "mark", "case"))
    return like and any(case_of(parse, c.i) == "from" for c in parse.children(above.i, "obl"))


_SPOKEN = frozenset("talk talks dialogue discussion conversation negotiation debate exchange process".split())


def _is_in_words(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "The army | engages | rebels in dialogue", "engages them with work": no fight."""
    if found.trigger.words[0] != "engage" or found.trigger.event != "ASSAULT":
        return False
    below = [c for h in (found.head, *found.slots.get("object", ())) for c in parse.children(h, "obl", "nmod")]
    return any(c.lemma.lower() in _SPOKEN or case_of(parse, c.i) == "with" for c in below)


_STEPS = frozenset({"action", "step", "steps", "measure", "measures", "move", "effort", "efforts"})


def _is_to_be_stopped(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Took no action to | stop attacks |": whoever is to stop deeds of others lays down no arms."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "ceasefire" or verb.tag != "VB" or verb.dep not in {"acl", "advcl"}:
        return False
    above = parse.tokens[verb.head]
    steps = [above] if above.is_noun else [c for c in parse.children(above.i, "obj") if c.i < verb.i]
    owned = any(parse.children(i, "nmod:poss") for i in found.tokens)
    return not owned and any(s.lower in _STEPS for s in steps)


def _is_driven_back(_parse: Parse, found: Found, parts: Sequence[Part], labels: Mapping[int, NameLabel]) -> bool:
    """ "The Front has been | pushed back": on the battlefield, and over no border."""
    if found.trigger.mode != "deport" or found.trigger.words[0] != "push":
        return False
    driven = [p.head for p in parts if p.part == "recipient"]
    return bool(driven) and all(labels.get(h) == "organisation" for h in driven)


def _is_handed_over(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "If he were | surrendered | to Orland": whoever is surrendered lays down nothing."""
    verb = parse.tokens[found.head]
    given_up = found.trigger.words == ("surrender",) and found.trigger.event == "RETREAT"
    return given_up and verb.tag == "VBN" and bool(parse.children(verb.i, "aux:pass"))


_TALKS = frozenset({"talk", "talks", "negotiation", "summit", "congress", "conference", "meeting"})


def _is_for_talks(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Groups opposed to him will | gather in Orli for three days of talks": to talk, and not to march."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "PROTEST" or verb.lemma.lower() not in {"gather", "assemble", "converge"}:
        return False
    below = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"for", "at"}]
    below += [c for o in below for c in parse.children(o.i, "nmod") if case_of(parse, c.i) == "of"]
    return any(c.lemma.lower() in _TALKS for c in below)


_BREAKING = frozenset(
    "quit resign leave recall withdraw sever cut break suspend cancel expel summon skip return renounce refuse write "
    "send stay freeze postpone end halt vote veto recognise recognize close ban boycott".split()
)
_HARMING = frozenset({"kidnap", "abduct", "seize", "hold", "bomb", "kill", "murder", "attack", "capture"})


def _is_by_a_step(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Quit his post | to protest | the raid", "recalled an envoy to protest it": the step is told, and no march."""
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    if found.trigger.event != "PROTEST" or found.trigger.words != ("protest",) or verb.dep not in {"advcl", "xcomp"}:
        return False
    to = verb.tag == "VB" and any(m.lower == "to" for m in parse.children(verb.i, "mark"))
    if to and above.lemma.lower() in _HARMING:
        return True  # "were kidnapped | to protest | the visit"
    many = any(w.tag in {"NNS", "NNPS"} for w in parse.children(above.i, "nsubj"))
    return to and above.lemma.lower() in _BREAKING and not many


def _is_in_joy(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Three are killed by | celebratory gunfire |": at nobody."""
    near = {found.head, *(h for s in ("by", "in", "subject", "from") for h in found.slots.get(s, ()))}
    near |= {c.i for v in parse.children(found.head, "conj") for c in parse.children(v.i, "obl", "obl:agent")}
    return any(c.lower == "celebratory" for h in near for c in parse.children(h, "amod"))


_PAPERS = frozenset({"message", "letter", "note", "statement", "communique", "motion", "resolution", "petition"})
_MATTERS = _PAPERS | {"decision", "visit", "ruling", "remark", "comment", "plan", "move", "call", "penalty"}


def _is_in_writing(parse: Parse, found: Found, parts: Sequence[Part], labels: Mapping[int, NameLabel]) -> bool:
    """ "Ruiz | protested | the letter, saying", "a message which protested it": one man's words."""
    verb = parse.tokens[found.head]
    if found.trigger.event != "PROTEST" or found.trigger.words != ("protest",) or not verb.is_verb:
        return False
    told = parse.children(verb.i, "obj")
    if verb.dep == "acl:relcl" and parse.tokens[verb.head].lemma.lower() in _PAPERS:
        return True
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    alone = bool(acting) and all(labels.get(t.i) == "person" or t.lower in {"he", "she"} for t in acting)
    return alone and bool(told) and all(c.lemma.lower() in _MATTERS for c in told)


_FEASTS = frozenset({"anniversary", "founding", "birthday", "victory", "jubilee", "birth"})


def _is_of_feast(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Joined the | rally | to mark the anniversary of its founding", "its | anniversary rally |": against nobody."""
    noun = parse.tokens[found.head]
    if found.trigger.event != "PROTEST" or noun.lemma.lower() != "rally" or noun.is_verb:
        return False
    aims = [c for t in (noun, parse.tokens[noun.head]) for c in parse.children(t.i, "acl", "advcl", "xcomp")]
    kept = [d for c in aims if c.lemma.lower() in {"mark", "celebrate"} for d in parse.children(c.i, "obj")]
    kept += parse.children(noun.i, "compound", "amod")
    kept += [d for c in kept for d in parse.children(c.i, "nmod")]
    return any(c.lemma.lower() in _FEASTS for c in kept)


_IN_ARMS = frozenset("rebel army force forces troop soldier fighter militia insurgent militant junta regiment".split())


def _is_advance(parse: Parse, found: Found, parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "The rebels will | march on the capital": no protest of theirs."""
    marching = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    if found.trigger.event != "PROTEST" or found.trigger.words[0] != "march" or not marching:
        return False
    verb = parse.tokens[found.head]
    if verb.dep == "ccomp" and all(t.lower in {"they", "it"} for t in marching):  # "the rebels say | they will march"
        marching = list(parse.children(verb.head, "nsubj"))
    return bool(marching) and all(t.lemma.lower() in _IN_ARMS or t.i in parse.armed for t in marching)


def _is_to_be_defeated(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "The coalition | to defeat | the Front": what it is for; nobody has been beaten so far."""
    verb = parse.tokens[found.head]
    if found.trigger.words[0] not in {"defeat", "overpower", "vanquish"} or verb.tag != "VB":
        return False
    return verb.dep in {"acl", "advcl", "xcomp", "conj"}


_TALKED_OF = frozenset("talk negotiation discussion debate referendum hope bid plan progress prospect question".split())


def _is_talked_of(parse: Parse, found: Found, _parts: Sequence[Part], _labels: Mapping[int, NameLabel]) -> bool:
    """ "Halted talks | on joining | the bloc": nobody has joined it."""
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    marked = any(m.lower in {"on", "about", "of"} for m in parse.children(verb.i, "mark", "case"))
    return verb.tag == "VBG" and above.lemma.lower() in _TALKED_OF and above.is_noun and marked


_RULES: tuple[Callable[[Parse, Found, Sequence[Part], Mapping[int, NameLabel]], bool], ...] = (
    _is_steered_from,
    _is_in_words,
    _is_to_be_stopped,
    _is_driven_back,
    _is_handed_over,
    _is_for_talks,
    _is_by_a_step,
    _is_in_writing,
    _is_of_feast,
    _is_advance,
    _is_in_joy,
    _is_to_be_defeated,
    _is_talked_of,
)
