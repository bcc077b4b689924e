"""Small words and a few others taken for what they are not: a preposition for a name, fighting for what somebody does.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import SUBJECTS, moved, on

_PREPOSITIONS = frozenset("in at near from to on of for by with inside outside around".split())
_THREATS = frozenset("threaten plan vow prepare intend begin start continue promise want".split())


@on("acl")
def _shelling_of_town(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Both accounts of | Orli shelling |": where nobody is shelled it is a noun, and the name goes with it."""
    names = [c for c in parse.children(token.i, "nsubj") if c.i == token.i - 1 and c.tag == "NNP"]
    marks = [m for m in parse.children(token.i, "mark") if m.lower == "of"]
    if token.tag != "VBG" or token.lower not in _STRIKING or len(names) != 1 or len(marks) != 1:
        return
    if all(c in names or c in marks or c.dep == "punct" for c in parse.children(token.i)):
        yield moved(token, "nmod", token.head, "NN")
        yield moved(names[0], "compound", token.i)
        yield moved(marks[0], "case", token.i)


_STRIKING = frozenset({"shelling", "bombing", "shooting", "stabbing", "killing"})


@on("obj", "obl", "nmod", "iobj", "advmod")
def _name_behind_preposition(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Five people in | Aden": where a name is read on to a preposition, it stands behind it."""
    behind = [c for c in parse.children(token.i, "flat", "compound", "obl") if c.i == token.i + 1]
    if token.lower not in _PREPOSITIONS or not token.text.islower() or not behind or not behind[0].text[:1].isupper():
        return
    name = behind[0]
    yield moved(name, "obl" if parse.tokens[token.head].is_verb else "nmod", token.head)
    yield moved(token, "case", name.i, "IN")
    for child in parse.children(token.i):
        if child.i != name.i:
            yield moved(child, child.dep, name.i)


@on("nmod:desc", "compound")
def _claim_that_is_denied(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said it held the town, a claim | X denied": the claim is what is denied, and no title of X."""
    party = parse.tokens[token.head]
    verb = parse.tokens[party.head]
    articles = parse.children(token.i, "det")
    if token.lemma.lower() not in _TOLD or party.i != token.i + 1 or party.dep != "nsubj" or not articles:
        return
    first = articles[0].i
    apart = first > 0 and parse.tokens[first - 1].text == ","
    if not apart or verb.dep != "acl:relcl" or verb.lemma.lower() not in _ANSWERS:
        return
    told = next((a for a in parse.ancestors(verb.i) if a.is_verb and a.i < first), None)
    if told is None:
        return
    yield moved(token, "parataxis", told.i)
    yield moved(verb, "acl:relcl", token.i)


_TOLD = frozenset("claim accusation allegation charge assertion report".split())
_ANSWERS = frozenset("deny reject dismiss dispute refute repudiate".split())


@on("amod")
def _perfect_gerund(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused of having | jailed | bakers": what they did, and no kind of bakers whom they had."""
    having, noun = parse.tokens[token.i - 1] if token.i else token, parse.tokens[token.head]
    if token.tag not in {"VBN", "VBD"} or having.lower != "having" or noun.dep != "obj" or noun.head != having.i:
        return
    yield moved(token, "advcl" if having.dep == "aux" else having.dep, having.head, "VBN")
    yield moved(having, "aux", token.i)
    yield moved(noun, "obj", token.i)
    for child in parse.children(having.i):
        if child.i not in {token.i, noun.i}:
            yield moved(child, child.dep, token.i)


@on("csubj", "advcl")
def _fighting_as_deed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Fighting between X and Y | resumed": a noun, which nobody does."""
    opens = token.i == parse.sentences[parse.sentence(token.i)][0]
    if token.lower != "fighting" or token.tag != "VBG" or parse.children(token.i, "obj", "nsubj"):
        return
    verb = parse.tokens[token.head]
    between = parse.behind(token.i).lower == "between"
    if token.dep == "advcl" and not (opens and between and not parse.children(verb.i, *SUBJECTS)):
        return
    yield moved(token, "nsubj", token.head, "NN")
    sides = [c for c in parse.children(token.i, "obl") if c.i < verb.i]
    for child in sides:
        bare = child is not sides[0] and not parse.children(child.i, "case")
        if bare and any(c.dep == "conj" and c.i == child.i - 1 for c in parse.children(sides[0].i)):
            yield moved(parse.tokens[child.i - 1], "compound", child.i)  # "the army and M23 | rebels"
            yield moved(child, "conj", sides[0].i)
            continue
        yield moved(child, "nmod", token.i)


_BLOWS = frozenset({"shelling", "bombing", "bombarding"})


@on("csubj", "advcl", "obl:agent")
def _shelling_as_deed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Shelling by the army | killed nine", "were killed by army | shelling |": a noun, whoever did it before it."""
    if token.lower not in _BLOWS or token.tag != "VBG" or parse.children(token.i, "obj", "ccomp", "xcomp"):
        return
    above = parse.tokens[token.head]
    by = [c for c in parse.children(token.i, "mark", "case") if c.lower == "by"]
    before = parse.tokens[by[0].i + 1 : token.i] if by else ()
    owned = bool(before) and all(t.is_noun or t.tag in {"JJ", "POS", "DT", "PRP$"} for t in before)
    behind = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.dep == "csubj" and behind.lower in {"by", "in", "of"} and not by:
        label = "nsubj"
    elif token.dep != "csubj" and above.tag == "VBN" and owned:
        label = "obl:agent"
    else:
        return
    yield msgspec.structs.replace(moved(token, label, above.i, "NN"), lemma=token.lower)
    for child in parse.children(token.i):
        if child.dep == "mark":
            yield moved(child, "case", token.i)
        elif child.dep == "nsubj" and child.i < token.i:
            yield moved(child, "compound", token.i)
        elif child.dep in {"nsubj", "obl", "obl:agent"}:
            yield moved(child, "nmod", token.i)


_WHOSE_FORCES = frozenset({"government", "rebel", "regime", "coalition", "security", "army", "opposition", "militia"})


@on("acl", "ccomp", "xcomp", "amod")
def _forces_as_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Government | forces | shelled the town": they force nobody."""
    forces = parse.tokens[token.head]
    owners = parse.children(forces.i, "nsubj")
    if forces.lower != "forces" or forces.tag != "VBZ" or token.i != forces.i + 1 or len(owners) != 1:
        return
    owner = owners[0]
    if owner.i != forces.i - 1 or owner.lower not in _WHOSE_FORCES or token.tag not in {"VBD", "VBN"}:
        return
    yield moved(token, forces.dep, token.i if forces.head == forces.i else forces.head, "VBD")
    yield moved(forces, "nsubj", token.i, "NNS")
    yield moved(owner, "compound", forces.i)
    for child in parse.children(forces.i):
        if child.i not in {token.i, owner.i}:
            yield moved(child, child.dep, token.i if child.i > token.i or child.dep == "punct" else forces.i)


@on("advcl")
def _beside_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Forces shelled the town, | killing | nine": what comes of it hangs on what they did, and not on them."""
    doers = parse.tokens[token.head]
    verb = parse.tokens[doers.head]
    theirs = doers.tag == "NNS" and doers.dep == "nsubj" and doers.i < verb.i < token.i
    if token.tag == "VBG" and theirs and verb.tag == "VBD" and parse.tokens[token.i - 1].text == ",":
        yield moved(token, "advcl", verb.i)


@on("xcomp", "obl", "nmod")
def _march_as_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Threaten to | march on X": behind "to" and such a verb, without an article, nobody goes to a march."""
    verb = parse.tokens[token.head]
    before = parse.tokens[token.i - 1] if token.i else None
    if token.lower != "march" or token.tag != "NN" or before is None or before.text != "to" or before.head != token.i:
        return
    if verb.lemma.lower() not in _THREATS:
        return
    yield moved(token, "xcomp", verb.i, "VB")
    yield moved(before, "mark", token.i, "TO")
    for child in parse.children(token.i, "nmod"):
        yield moved(child, "obl", token.i)


@on("nsubj")
def _claims_after_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Belying | claims that ...": at the head of a sentence a participle claims nothing; claims are its object."""
    noun = parse.tokens[token.head]
    opens = token.i == parse.sentences[parse.sentence(token.i)][0]
    named = any(n.start <= token.i < n.end for n in parse.names)
    if not opens or named or not token.lower.endswith("ing") or noun.i != token.i + 1:
        return
    if noun.tag != "VBZ" or noun.lemma.lower() not in _TOLD:
        return
    yield moved(token, noun.dep, token.i if noun.head == noun.i else noun.head, "VBG")
    yield moved(noun, "obj", token.i, "NNS")
    for child in parse.children(noun.i, "ccomp"):
        yield moved(child, "acl", noun.i)


@on("conj")
def _past_joined_to_progressive(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Was standing there when men drove up and | shot two guards": the past is joined to the past."""
    head = parse.tokens[token.head]
    if token.tag != "VBD" or head.tag != "VBG" or parse.children(token.i, *SUBJECTS):
        return
    clauses = [c for c in parse.children(head.i, "advcl") if head.i < c.i < token.i and c.tag == "VBD"]
    if clauses and parse.children(head.i, "aux"):
        yield moved(token, "conj", clauses[-1].i)


@on("conj", "parataxis", "root", "acl:relcl")
def _judged_behind_comma(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ruiz, shot in a raid, and Omar Badr, | convicted | of theft": no comma parts a subject from what it does."""
    subjects = parse.children(token.i, "nsubj")
    if token.tag != "VBD" or token.lemma.lower() not in _DONE_TO_SOMEBODY or len(subjects) != 1:
        return
    below = [i for i in parse.subtree(subjects[0].i) if parse.tokens[i].text[0].isalnum()]
    parted = max(below) == token.i - 2 and parse.tokens[token.i - 1].text == ","
    closing = any(parse.tokens[i].text == "," for i in range(subjects[0].i, max(below)))  # "Ruiz, a judge, | jailed"
    if not parted or closing or parse.children(token.i, "obj", "iobj", "ccomp", "xcomp", "aux"):
        return
    yield moved(token, token.dep, token.head, "VBN")
    yield moved(subjects[0], "nsubj:pass", token.i)
    for other in parse.children(token.i, "conj"):
        if other.tag == "VBD" and not parse.children(other.i, *SUBJECTS, "obj", "iobj", "ccomp"):
            yield moved(other, "conj", token.i, "VBN")


_DONE_TO_SOMEBODY = frozenset(
    "convict sentence jail imprison arrest detain charge indict acquit execute kill wound injure shoot kidnap".split()
)


# What people are doing, and not what they do to anybody.
_BY_THEMSELVES = frozenset(
    "escaping fleeing retreating advancing invading marching protesting visiting rioting".split()
)


@on("advcl")
def _by_those_who_flee(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Were beaten by | escaping | inmates": by inmates, who were escaping."""
    beaten = parse.tokens[token.head]
    by = [c for c in parse.children(token.i, "mark", "case") if c.lower == "by" and c.i == token.i - 1]
    people = [c for c in parse.children(token.i, "obj") if c.tag == "NNS"]
    if token.lower not in _BY_THEMSELVES or beaten.tag != "VBN" or not by or len(people) != 1:
        return
    yield moved(people[0], "obl:agent", beaten.i)
    yield moved(token, "amod", people[0].i)
    yield moved(by[0], "case", people[0].i)
    for child in parse.children(token.i):
        if child.i > people[0].i:
            yield moved(child, child.dep, beaten.i)


# Adjectives that look like adverbs.
_LY = frozenset("cowardly costly deadly unseemly untimely unfriendly unlikely timely ghastly unruly orderly".split())
_CALLING = frozenset({"call", "brand", "label", "deem", "consider", "declare"})


@on("advmod", "amod")
def _called_so(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Called the bombing | cowardly |": what it was called, and not in what way he called it."""
    if token.lower not in _LY:
        return
    holder = parse.tokens[token.head]
    verb = parse.tokens[holder.head] if holder.dep == "obj" else holder
    objects = parse.children(verb.i, "obj")
    if verb.lemma.lower() in _CALLING and objects and verb.i < objects[0].i < token.i and not parse.children(token.i):
        yield moved(token, "xcomp", verb.i, "JJ")


RULES = (
    _called_so,
    _by_those_who_flee,
    _perfect_gerund,
    _judged_behind_comma,
    _claims_after_participle,
    _past_joined_to_progressive,
    _claim_that_is_denied,
    _name_behind_preposition,
    _shelling_of_town,
    _fighting_as_deed,
    _shelling_as_deed,
    _beside_verb,
    _forces_as_verb,
    _march_as_noun,
)
