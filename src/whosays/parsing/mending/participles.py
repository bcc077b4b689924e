"""Participles by which a speaker goes on, hung by the parser on the deed that he speaks of.

"Retracted his claim that the army had shot him, | blaming gunmen": the army blames nobody. Each rule takes a token and
yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# Judgements that one who speaks passes on what he speaks of.
_JUDGING = frozenset("blame accuse condemn denounce criticise criticize describe reject dismiss deny".split())
_RESOLVING = frozenset("vow pledge urge".split())  # who fights on may vow so as well: not behind "said that"
_GIVING_OUT = frozenset({"accuse", "blame", "criticise", "criticize", "condemn", "denounce"})
_ONWARD = frozenset({"vow", "pledge", "warn", "insist", "urge", "add"})
_THEM = frozenset({"him", "her", "them"})
_MARKS = frozenset({"“", "”", '"', "''", "``"})
_SPEAKING = frozenset("say tell claim declare state announce insist add write".split())


@cache
def _speech() -> frozenset[str]:
    """The verbs of speech that need neither a particle nor one certain object."""
    return frozenset(c.head for c in load_acts().cues if c.pos == "verb" and not c.belief and len(c.words) == 1)


@on("advcl", "acl")
def _judging_on(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Condemned the raid in which soldiers killed two, | accusing the army": who condemns accuses as well."""
    if token.tag != "VBG" or parse.children(token.i, *SUBJECTS, "mark") or not _behind_comma(parse, token):
        return
    objects = {c.lower for c in parse.children(token.i, "obj")}
    judges = token.lemma.lower() in _JUDGING | _RESOLVING or _calls_it(parse, token, objects)
    if not (judges or _contradicts(parse, token)) or objects & _THEM:
        return
    clause = _clause_of(parse, token)
    if clause is None or clause.lemma.lower() in _speech():
        return
    sayer = _sayer(parse, clause, token.lemma.lower() in _RESOLVING)
    if sayer is not None and not _opens(parse, sayer.i, token.i):
        yield moved(token, "advcl", sayer.i)


def _calls_it(parse: Parse, token: Token, objects: set[str]) -> bool:
    """ "Calling it | a war crime"."""
    return token.lemma.lower() == "call" and bool(objects & {"it", "this"}) and bool(parse.children(token.i, "xcomp"))


def _contradicts(parse: Parse, token: Token) -> bool:
    """ "Said the navy had flagged it, | contradicting an earlier account |": what is said does, and no navy."""
    objects = {c.lemma.lower() for c in parse.children(token.i, "obj")}
    return token.lemma.lower() == "contradict" and bool(objects & _ACCOUNTS)


_ACCOUNTS = frozenset("account version claim statement report assertion denial testimony remark".split())


def _behind_comma(parse: Parse, token: Token) -> bool:
    before = token.i - 1
    while before > 0 and parse.tokens[before].tag == "RB":
        before -= 1
    return before > token.head and parse.tokens[before].text in {",", "-", "--", "–", "—"}


def _clause_of(parse: Parse, token: Token) -> Token | None:
    """The clause with a subject of its own that the participle hangs on, if only by its last noun."""
    for above in parse.ancestors(token.i):
        if above.is_verb:
            return above if parse.children(above.i, *SUBJECTS) else None
    return None


def _sayer(parse: Parse, clause: Token, resolving: bool) -> Token | None:
    """The finite verb of speech over a clause: straight, or by way of a noun ("the claim | that", "a raid | that")."""
    above = parse.tokens[clause.head]
    if clause.dep in {"acl", "acl:relcl"} and above.is_noun and above.dep in {"obj", "nmod", "obl"}:
        above = next((a for a in parse.ancestors(above.i) if a.is_verb), above)
        if resolving and above.lemma.lower() in _SPEAKING:
            return None  # "said in a speech that his men had left, | vowing to fight": they do
    elif clause.dep != "ccomp" or resolving:
        return None
    finite = above.tag in FINITE or bool(parse.children(above.i, "aux"))
    said = above.is_verb and finite and above.lemma.lower() in _speech()
    return above if said and parse.children(above.i, "nsubj") else None


def _opens(parse: Parse, start: int, end: int) -> bool:
    """Whether a quotation opens between two words and does not close."""
    return sum(t.text in _MARKS for t in parse.tokens[start:end]) % 2 == 1


@on("conj")
def _accused_as_well(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Denied the bombing of the court, which killed nine, | and accused | the police": who denied it, and no court.

    A clause that commas set off is over where a comma and an "and" lead on.
    """
    clause = parse.tokens[token.head]
    inside = clause.dep == "acl:relcl" and any(c.lower == "which" for c in parse.children(clause.i, *SUBJECTS))
    if not inside or token.tag != "VBD" or token.lemma.lower() not in _JUDGING or parse.children(token.i, *SUBJECTS):
        return
    opened = min(parse.subtree(clause.i))
    led = [t.lower for t in parse.tokens[max(token.i - 2, 0) : token.i]]
    above = list(parse.ancestors(clause.i))
    sayer = next((a for a in above if a.tag == "VBD" and a.lemma.lower() in _speech()), None)
    if sayer is None or any(a.i > token.i for a in above[: above.index(sayer)]):
        return  # "said the Front, which killed nine, and accused the mayor, | was weak |"
    if led == [",", "and"] and "," in {parse.tokens[i].text for i in (opened, opened - 1)}:
        yield moved(token, "conj", sayer.i)


@on("amod")
def _accused_next(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Rejected the charge and | accused | police of firing on it": nobody rejects police who are accused."""
    noun = parse.tokens[token.head]
    first = parse.tokens[noun.head]
    if noun.dep == "obj":
        first = next(iter(parse.children(noun.head, "obj")), first)
    verb = parse.tokens[first.head]
    joint = parse.tokens[token.i - 1]
    if token.lower != "accused" or noun.dep not in {"conj", "obj"} or first.dep != "obj" or verb.tag != "VBD":
        return
    if joint.dep != "cc" or parse.children(noun.i, "det") or not verb.i < first.i < token.i < noun.i:
        return
    below = (c for w in (noun, first, verb) for c in parse.children(w.i, "acl", "advcl"))
    charge = [c for c in below if c.i > noun.i and _of(parse, c)]
    if charge:
        yield moved(token, "conj", verb.i, "VBD")
        yield moved(noun, "obj", token.i)
        yield moved(joint, "cc", token.i)
        yield moved(charge[0], "advcl", token.i)


def _of(parse: Parse, clause: Token) -> bool:
    return clause.tag == "VBG" and any(c.lower == "of" for c in parse.children(clause.i, "mark"))


@on("conj")
def _vowing_as_well(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accusing the army of terrorising them and | vowing to sue": nobody is accused of vowing so."""
    first = parse.tokens[token.head]
    accusing = parse.tokens[first.head]
    marked = {m.lower for m in parse.children(first.i, "mark", "case")} & {"of", "for"}
    if token.tag != "VBG" or token.lemma.lower() not in _ONWARD or first.tag != "VBG" or not marked:
        return
    if accusing.tag == "VBG" and accusing.lemma.lower() in _GIVING_OUT and parse.children(token.i, "xcomp", "ccomp"):
        yield moved(token, "conj", accusing.i)


@on("parataxis", "appos", "dep", "conj", "nmod", "obl", "advcl", "acl")
def _warning(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said it had done so, | warning of further raids": a bare "warning" behind a comma is what the speaker does."""
    if token.lower != "warning" or token.tag not in {"NN", "VB", "VBP"} or parse.tokens[token.i - 1].text != ",":
        return
    behind = parse.behind(token.i).lower
    if behind not in {"of", "about", "against", "that"} or any(c.i < token.i for c in parse.children(token.i, *_BARE)):
        return
    for above in parse.ancestors(token.i):
        said = above.lemma.lower() in _speech() and (above.tag in FINITE or parse.children(above.i, "aux"))
        if above.is_verb and said and above.i < token.i and parse.children(above.i, "nsubj"):
            if not _opens(parse, above.i, token.i):
                yield msgspec.structs.replace(moved(token, "advcl", above.i, "VBG"), lemma="warn")
                for child in parse.children(token.i, "nmod"):
                    yield moved(child, "obl", token.i)
            return


_BARE = ("det", "amod", "compound", "nmod:poss", "cc")


@on("advcl")
def _who_denied_goes_on(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said troops had shelled a town, which Orland | denied, saying | they had not": the nearest speaker goes on."""
    if token.tag != "VBG" or parse.tokens[token.i - 1].text != "," or token.lemma.lower() not in _speech():
        return
    denied = parse.tokens[token.i - 2]
    relative = any(c.lower == "which" for c in parse.children(denied.i, "obj"))
    told = denied.dep == "acl:relcl" and denied.tag in FINITE and denied.lemma.lower() in _speech()
    if told and relative and token.head != denied.i and parse.children(denied.i, "nsubj"):
        yield moved(token, "advcl", denied.i)


@on("ccomp")
def _what_will_be_hard(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said | defeating the rebels and their trade | will be a hard task": a subject, and no second clause."""
    said = parse.tokens[token.head]
    if token.tag != "VBG" or parse.children(token.i, *SUBJECTS, "mark", "aux", "cop") or not said.is_verb:
        return
    end = max(parse.subtree(token.i))
    for later in parse.children(said.i, "ccomp", "parataxis"):
        bare = later.i > end and not parse.children(later.i, *SUBJECTS, "mark", "expl")
        if bare and min(parse.subtree(later.i)) == end + 1 and parse.tokens[end + 1].tag in {"MD", "VBZ", "VBD"}:
            yield moved(token, "csubj", later.i)


@on("ccomp")
def _who_tried(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said troops | trying | to control a riot killed nine": who they were, and what they did stands behind it."""
    said = parse.tokens[token.head]
    subjects = parse.children(token.i, *SUBJECTS)
    if token.tag != "VBG" or len(subjects) != 1 or parse.children(token.i, "mark", "aux", "cop"):
        return
    end = max(parse.subtree(token.i))
    for later in parse.children(said.i, "ccomp", "parataxis", "conj"):
        bare = later.i == end + 1 and later.tag in FINITE and not parse.children(later.i, *SUBJECTS, "mark", "cc")
        if bare and subjects[0].i < token.i:
            yield moved(subjects[0], "nsubj", later.i)
            yield moved(token, "acl", subjects[0].i)
            yield moved(later, "ccomp", said.i)


@on("ccomp")
def _who_were_taken(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said all nine pupils and staff | abducted | in May have been freed": who they were; freed is what they are."""
    freed = parse.tokens[token.head]
    subjects = parse.children(token.i, *SUBJECTS)
    if token.tag != "VBN" or len(subjects) != 1 or parse.children(token.i, "mark", "aux", "aux:pass", "cop"):
        return
    passive = parse.children(freed.i, "aux:pass") and not parse.children(freed.i, *SUBJECTS)
    if passive and subjects[0].i < token.i < freed.i and subjects[0].is_noun:
        yield moved(subjects[0], "nsubj:pass", freed.i)
        yield moved(token, "acl", subjects[0].i)


_NARROWING = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "exactly", "least"})


@on("advmod")
def _not_of_adverb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "For | not | strongly condemning it": what is not done, or not so; but "not only condemning it"."""
    adverb = parse.tokens[token.head]
    verb = parse.tokens[adverb.head]
    narrowing = adverb.lower in _NARROWING or adverb.i != token.i + 1 or verb.i != adverb.i + 1
    if token.lower == "not" and adverb.dep == "advmod" and not narrowing and verb.tag in {"VBG", "VB"}:
        yield moved(token, "advmod", verb.i)


_DONE_BY_ORDER = frozenset("hold jail detain arrest free release shoot hang execute deport punish confine".split())


@on("nsubj")
def _ordered_held(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A judge ordered nine men | held | on charges": they are held, and hold nobody."""
    verb = parse.tokens[token.head]
    above = parse.tokens[verb.head]
    if above.lemma.lower() != "order" or verb.dep != "ccomp" or above.i != min(parse.subtree(token.i)) - 1:
        return
    alone = not parse.children(verb.i, "obj", "mark", "aux", "ccomp", "xcomp")
    if verb.tag not in {"VBD", "VBN"} or verb.lemma.lower() not in _DONE_BY_ORDER or not alone:
        return
    yield moved(token, "nsubj:pass", verb.i)
    yield moved(verb, verb.dep, verb.head, "VBN")
    for later in parse.children(verb.i, "conj"):  # "and | released | seven": the judge did
        if later.tag in {"VBD", "VBN"} and parse.children(later.i, "obj") and not parse.children(later.i, *SUBJECTS):
            yield moved(later, "conj", above.i, "VBD")


@on("ccomp")
def _what_became_of_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Reports that the pupils | seized | in May have been freed": the same, with two clauses side by side."""
    said = parse.tokens[token.head]
    subjects = parse.children(token.i, "nsubj:pass")
    if token.tag != "VBN" or len(subjects) != 1 or parse.children(token.i, "aux", "aux:pass", "cop"):
        return
    end = max(parse.subtree(token.i))
    for later in parse.children(said.i, "ccomp", "parataxis"):
        bare = parse.children(later.i, "aux:pass") and not parse.children(later.i, *SUBJECTS, "mark", "cc")
        if bare and later.i > end and min(parse.subtree(later.i)) == end + 1 and subjects[0].i < token.i:
            yield moved(subjects[0], "nsubj:pass", later.i)
            yield moved(token, "acl", subjects[0].i)
            yield moved(later, "ccomp", said.i)
            for mark in parse.children(token.i, "mark"):
                yield moved(mark, "mark", later.i)
            return


@on("obj")
def _visiting_premier(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Visiting | Spanish premier Ana Ruiz signed a deal": she is the visitor, and she signed."""
    visiting = parse.tokens[token.head]
    verb = parse.tokens[visiting.head]
    start, end = parse.sentences[parse.sentence(token.i)]
    if visiting.lower != "visiting" or visiting.i != start or visiting.dep not in {"advcl", "csubj"}:
        return
    after = max(parse.subtree(token.i)) + 1
    follows = after < end and parse.tokens[after].i in {verb.i, *(c.i for c in parse.children(verb.i, "aux", "cop"))}
    if follows and not parse.children(verb.i, *SUBJECTS):
        yield moved(visiting, "amod", token.i)
        yield moved(token, "nsubj", verb.i)


@on("obl", "nmod", "conj", "obj", "root")
def _shot_dead(parse: Parse, token: Token) -> Iterator[Token]:
    """ "..., with one clerk | shot | dead": a shot is not dead, the clerk is."""
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    shot = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    if token.lower != "shot" or token.tag != "NN" or behind.lower != "dead" or not shot:
        return
    with_ = any(c.lower == "with" for c in parse.children(token.i, "mark", "case"))
    verb = moved(token, "advcl" if with_ and token.dep in {"obl", "nmod"} else token.dep, token.head, "VBN")
    yield msgspec.structs.replace(verb, lemma="shoot")
    yield moved(shot[0], "nsubj:pass", token.i)
    yield moved(behind, "xcomp", token.i)
    for child in parse.children(token.i, "nummod", "det", "amod"):
        if child.i < shot[0].i:
            yield moved(child, child.dep, shot[0].i)


RULES = (
    _shot_dead,
    _visiting_premier,
    _not_of_adverb,
    _ordered_held,
    _who_tried,
    _who_were_taken,
    _what_became_of_them,
    _judging_on,
    _accused_as_well,
    _accused_next,
    _vowing_as_well,
    _warning,
    _who_denied_goes_on,
    _what_will_be_hard,
)
