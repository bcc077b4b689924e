"""Participles behind a noun that only describe it, and that the parser took for the clause above.

"Called it a breach of the truce | signed in May |": nobody called it signed; "urged the envoys | set to visit Kest | to
speak out": to speak out is what they are urged to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import SUBJECTS, moved, on

_SIGNED = frozenset("sign reach agree broker negotiate strike conclude launch carry stage adopt pass impose".split())
_BOUND = frozenset({"set", "due", "scheduled", "expected"})


@on("xcomp")
def _of_what_was_signed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Called the raid a breach of the truce | signed | in May": the truce was signed."""
    calling = parse.tokens[token.head]
    if calling.lemma.lower() != "call" or token.tag not in {"VBD", "VBN"} or token.lemma.lower() not in _SIGNED:
        return
    noun = parse.tokens[token.i - 1]
    if not noun.is_noun or parse.children(token.i, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass"):
        return
    named = [c for c in parse.children(token.i, "obj") if c.i < token.i]
    objects = [c for c in parse.children(calling.i, "obj") if c.i < token.i]
    if len(named) == 1 and objects and noun.i in parse.subtree(named[0].i) and named[0].i > objects[0].i:
        yield moved(named[0], "xcomp", calling.i)
        yield moved(token, "acl", noun.i, "VBN")


@on("ccomp", "xcomp")
def _bound_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Urged a delegation | set | to visit Kest to speak out": what follows its journey is what it is urged to do."""
    urging = parse.tokens[token.head]
    noun = parse.tokens[token.i - 1]
    if token.lower not in _BOUND or not noun.is_noun or noun.head != urging.i or noun.dep not in {"iobj", "obj"}:
        return
    if parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark"):
        return
    steps = [c for c in parse.children(token.i, "xcomp") if any(m.lower == "to" for m in parse.children(c.i, "mark"))]
    if len(steps) == 2 and token.i < steps[0].i < steps[1].i:
        yield moved(token, "acl", noun.i)
        yield moved(noun, "obj", urging.i)
        yield moved(steps[1], "xcomp", urging.i)


@on("acl")
def _with_whom_talks(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Is in Kest for talks | with envoys | expected to dwell on oil": talks with the envoys, that are expected to."""
    noun = parse.tokens[token.head]
    subjects = parse.children(token.i, "nsubj")
    if token.lower not in _BOUND or len(subjects) != 1 or not noun.is_noun or subjects[0].i > token.i:
        return
    inside = [c for c in parse.children(subjects[0].i, "case") if c.lower == "with" and c.i > noun.i]
    if inside and max(parse.subtree(subjects[0].i)) == token.i - 1:
        yield moved(subjects[0], "nmod", noun.i)
        yield moved(token, "acl", noun.i, "VBN")


@on("cop")
def _would_be(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Nine would-be | bombers": what they wanted to be, and no verb."""
    noun = parse.tokens[token.head]
    if token.lower != "be" or token.i < 2 or not noun.is_noun or token.i > noun.i:
        return
    hyphen, would = parse.tokens[token.i - 1], parse.tokens[token.i - 2]
    if hyphen.text == "-" and would.lower == "would" and would.head in {token.i, noun.i}:
        yield moved(token, "amod", noun.i, "JJ")
        yield moved(would, "compound", token.i, "JJ")


@on("advcl", "acl")
def _planned_ones(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Arrested nine men before | planned | protests": a participle behind a preposition takes no object."""
    marks = [c for c in parse.children(token.i, "mark", "case") if c.i == token.i - 1]
    objects = parse.children(token.i, "obj")
    if token.tag != "VBN" or not marks or marks[0].lower not in _PREPOSITIONS or len(objects) != 1:
        return
    noun = objects[0]
    if min(parse.subtree(noun.i)) != token.i + 1 or not noun.is_noun or noun.tag.startswith("NNP"):
        return
    if parse.children(token.i, *SUBJECTS, "aux", "aux:pass"):
        return
    yield moved(noun, "obl" if token.dep == "advcl" else "nmod", token.head)
    yield moved(token, "amod", noun.i)
    for child in parse.children(token.i):
        if child.i != noun.i:
            yield moved(child, "case" if child.i == marks[0].i else child.dep, noun.i)


@on("ccomp")
def _name_of_one_taken(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Confirmed the name of a man | kidnapped | in May": the man was; no clause is confirmed."""
    verb, noun = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.tag != "VBN" or verb.lemma.lower() not in _NAMING or not verb.i < noun.i or not noun.is_noun:
        return
    if parse.children(token.i, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "expl"):
        return
    objects = [c for c in parse.children(verb.i, "obj") if noun.i in parse.subtree(c.i)]
    if objects and max(parse.subtree(objects[0].i)) == noun.i:
        yield moved(token, "acl", noun.i)


_NAMING = frozenset("confirm identify name release publish announce reveal disclose investigate mourn honour".split())


@on("root")
def _reported_to_be(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Gunmen | reported | to be rebels clash with guards": what they do is what the finite verb behind it tells."""
    subjects = [c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.i == token.i - 1]
    to_be = [c for c in parse.children(token.i, "xcomp") if any(m.lower == "to" for m in parse.children(c.i, "mark"))]
    if token.lower not in _HELD_TO or not subjects or not to_be or parse.children(token.i, "aux", "aux:pass"):
        return
    for verb in (c for above in (token, to_be[0]) for c in parse.children(above.i, "advcl", "parataxis", "conj")):
        plain = verb.tag in {"VBP", "VBZ", "VBD"} and verb.i > to_be[0].i
        if plain and not parse.children(verb.i, "mark", "cc", *SUBJECTS):
            yield moved(verb, "root", verb.i)
            yield moved(subjects[0], "nsubj", verb.i)
            yield moved(token, "acl", subjects[0].i, "VBN")
            return


_HELD_TO = frozenset({"reported", "said", "believed", "thought", "alleged", "suspected", "known"})


@on("advcl")
def _deed_that_others_blame(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Shot three men, in | an attack | officials blamed on rebels": a deed, with "that" left out."""
    beside = [c for c in parse.children(token.i, "obl", "obl:unmarked", "nsubj", "nsubj:pass") if c.i < token.i]
    if token.lower != "blamed" or len(beside) != 2 or parse.children(token.i, "mark", "aux", "aux:pass"):
        return
    deed, teller = beside
    opens = {c.lower for c in parse.children(deed.i, "case")}
    if opens != {"in"} or parse.children(teller.i, "case") or max(parse.subtree(teller.i)) != token.i - 1:
        return
    if any(c.lower in {"a", "an"} for c in parse.children(deed.i, "det")):
        yield moved(deed, "obl", token.head)
        yield moved(token, "acl:relcl", deed.i, "VBD")
        yield moved(teller, "nsubj", token.i)


_TAKEN = frozenset("arrest capture detain hold kidnap abduct seize wound injure jail question train charge".split())


@on("root", "ccomp", "acl")
def _taken_who_had(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Miners | arrested | in raids had planned to strike": with no "and", the second verb is what they did."""
    if (
        token.tag not in {"VBD", "VBN"}
        or token.lemma.lower() not in _TAKEN
        or parse.children(token.i, "aux", "aux:pass")
    ):
        return
    subjects = [c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.i == token.i - 1]
    if not subjects or parse.children(token.i, "obj"):
        return
    beside = parse.children(token.i, "advcl", "ccomp", "parataxis")
    beside += parse.children(token.head, token.dep) if token.dep != "root" else ()
    for verb in (c for c in beside if c.i > token.i and c.tag == "VBN"):
        aux = [c for c in parse.children(verb.i, "aux") if c.lower in {"had", "have"}]
        alone = not parse.children(verb.i, *SUBJECTS, "mark", "cc") and "," not in {
            t.text for t in parse.tokens[token.i : verb.i]
        }
        if not aux or not alone:
            continue
        yield moved(verb, token.dep, verb.i if token.dep == "root" else token.head)
        yield moved(subjects[0], "nsubj", verb.i)
        yield moved(token, "acl", subjects[0].i, "VBN")
        for child in parse.children(token.i, "mark", "punct"):
            yield moved(child, child.dep, verb.i)
        return


_PREPOSITIONS = frozenset({"before", "after", "amid", "despite", "during", "of", "on", "over", "for", "against"})

RULES = (
    _of_what_was_signed,
    _bound_for,
    _with_whom_talks,
    _would_be,
    _planned_ones,
    _name_of_one_taken,
    _reported_to_be,
    _deed_that_others_blame,
    _taken_who_had,
)
