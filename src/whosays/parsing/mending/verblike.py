"""Verbs of the present tense that a tree has lost: "Police | fire | tear gas at marchers gathered in Orli".

Each rule looks for a shape that no right tree has: an object before its verb, a number on a verb, a finite verb
beside a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_LIKE_NOUNS = frozenset(
    "fire attack bomb charge jail kill shell shoot raid storm target strike sentence arrest detain free release".split()
)
_ARMED = frozenset("police officer troop soldier guard gendarme force militant rebel fighter gunman ranger".split())
_BODIES = frozenset("court tribunal jurisdiction chamber bench judge magistrate".split())
_COUNTED = frozenset({"DT", "CD", "PRP$"})


@on("root")
def _object_before_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police | fire | tear gas at marchers gathered in Orli": the object stands before the verb it was hung on."""
    if token.tag not in {"VBD", "VBN"} or parse.children(token.i, "aux", "aux:pass", "cop"):
        return
    verb = next((c for c in parse.children(token.i, "nsubj") if c.i < token.i and c.lower in _LIKE_NOUNS), None)
    taken = [c for c in parse.children(token.i, "obj") if c.i < token.i]
    doer = parse.tokens[verb.i - 1] if verb is not None and verb.i else None
    if verb is None or len(taken) != 1 or doer is None or doer.head != verb.i or doer.dep not in _HOLDING:
        return
    if not verb.i < taken[0].i or not doer.is_noun or parse.sentence(doer.i) != parse.sentence(verb.i):
        return
    before = [t for t in parse.tokens[taken[0].i : token.i] if t.is_noun]
    if not before or before[-1].i != token.i - 1:
        return
    yield moved(verb, "root", verb.i, "VBP")
    yield moved(doer, "nsubj", verb.i)
    yield moved(taken[0], "obj", verb.i)
    yield moved(token, "acl", before[-1].i, "VBN")
    for child in parse.children(verb.i):
        if child.i < doer.i:
            yield moved(child, child.dep, doer.i)
    for child in parse.children(token.i):
        if taken[0].i < child.i < token.i:
            yield moved(child, "obl" if child.is_noun else child.dep, verb.i)
    for child in parse.children(taken[0].i, "nmod"):
        if child.i == before[-1].i and any(c.lower == "at" for c in parse.children(child.i, "case")):
            yield moved(child, "obl", verb.i)


_HOLDING = frozenset({"compound", "nsubj", "amod", "nmod:desc"})


@on("root")
def _fire_as_compound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police | fire | tear gas at marchers gathered in Orli": the marchers have gathered, and no gas."""
    gas = next((c for c in parse.children(token.i, "nsubj") if c.i < token.i), None)
    fire = None if gas is None else next((c for c in parse.children(gas.i, "compound") if c.lower == "fire"), None)
    if token.tag not in {"VBD", "VBN"} or gas is None or fire is None or not fire.i:
        return
    doer, whom = parse.tokens[fire.i - 1], parse.tokens[token.i - 1]
    at = any(c.lower == "at" and c.i > gas.i for c in parse.children(whom.i, "case"))
    if doer.lemma.lower() not in _ARMED or doer.head not in {fire.i, gas.i} or whom.head not in {token.i, gas.i}:
        return
    if not at or parse.children(token.i, "aux", "aux:pass", "cop"):
        return
    yield moved(fire, "root", fire.i, "VBP")
    yield moved(doer, "nsubj", fire.i)
    yield moved(gas, "obj", fire.i)
    yield moved(whom, "obl", fire.i)
    yield moved(token, "acl", whom.i, "VBN")


_DEMANDING = frozenset("demand call urge chant seek".split())
_AT_MARCHERS = frozenset("fire disperse use shoot beat arrest detain kill spray confirm deploy".split())
_MARCHING = frozenset("protest rally march demonstrate".split())


@on("advcl")
def _marchers_demand(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police fire tear gas at students gathered to protest, | demanding | his resignation": the students do."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or token.lemma.lower() not in _DEMANDING or parse.tokens[token.i - 1].text != ",":
        return
    if token.i <= verb.i or verb.lemma.lower() not in _AT_MARCHERS | _MARCHING:
        return
    marching = [t for t in parse.around(token.i) if t.i < token.i and t.is_verb and t.lemma.lower() in _MARCHING]
    for march in reversed(marching):
        clause = next((a for a in (march, *parse.ancestors(march.i)) if a.dep in {"acl", "acl:relcl"}), None)
        above = next((a for a in parse.ancestors(march.i) if a.lemma.lower() in _AT_MARCHERS), None)
        if clause is not None and above is not None and parse.tokens[clause.head].is_noun:
            yield moved(token, "advcl", march.i)
            return


@on("nmod")
def _court_for_peace(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The Special Court for | Peace | sentences | nine men": what it does, and not what it is for."""
    court = parse.tokens[token.head]
    behind = parse.tokens[token.i + 1 : token.i + 2]
    if token.lower not in {"sentences", "fines", "charges", "jails"} or court.lemma.lower() not in _BODIES:
        return
    inner = next((c for c in parse.children(token.i, "compound") if c.i == token.i - 1), None)
    cases = [c for c in parse.children(token.i, "case") if c.i > court.i]
    if court.head != court.i or inner is None or not cases or not behind or behind[0].tag not in _COUNTED:
        return
    whom = next((c for c in parse.children(court.i, "nmod", "appos") if c.i > token.i), None)
    verbs = (t for t in parse.around(token.i) if t.tag in FINITE and t.dep != "parataxis")
    if whom is None or any(t.i > court.i for t in verbs):
        return
    yield moved(token, "root", token.i, "VBZ")
    yield moved(court, "nsubj", token.i)
    yield moved(inner, "nmod", court.i)
    yield moved(whom, "obj", token.i)
    for case in cases:
        yield moved(case, "case", inner.i)
    for child in parse.children(court.i):
        if child.i > whom.i:
            yield moved(child, "obl" if child.is_noun else child.dep, token.i)


@on("nmod")
def _noun_with_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Militants of a wing of the Front | storm | a base in Orli": no noun has an object."""
    who = parse.tokens[parse.sentences[parse.sentence(token.i)][0]]
    while who.dep != "root" and who.head != who.i:
        who = parse.tokens[who.head]
    below = next((a for a in parse.ancestors(token.i) if a.dep == "acl"), token)  # "belonging": it takes none
    hung = (c for h in dict.fromkeys((token.i, below.i, who.i)) for c in parse.children(h, "obj", "appos"))
    taken = next((c for c in hung if min(parse.subtree(c.i)) == token.i + 1), None)
    if token.lower not in _LIKE_NOUNS or taken is None or who.tag != "NNS" or who.i > token.i:
        return
    inner = next((c for c in parse.children(token.i, "compound", "amod") if c.i == token.i - 1), None)
    first = parse.tokens[token.i + 1]
    if inner is None or first.tag not in _COUNTED or first.i not in parse.subtree(taken.i) or not inner.is_noun:
        return
    yield moved(token, "root", token.i, "VBP")
    yield moved(who, "nsubj", token.i)
    yield moved(inner, "nmod", token.head)
    yield moved(taken, "obj", token.i)
    for child in (*parse.children(below.i), *parse.children(who.i)):
        if child.i > taken.i:
            yield moved(child, "advcl" if child.is_verb else child.dep, token.i)
    for child in parse.children(token.i, "case", "det", "amod"):
        if child.i < inner.i:
            yield moved(child, child.dep, inner.i)


@on("advcl", "acl")
def _verb_of_the_first(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Rebels | loyal to a wing of the Front | attack | a bus in Orli": no finite verb is without a subject."""
    if token.tag != "VBP" or parse.children(token.i, *SUBJECTS, "mark", "aux", "aux:pass", "cop", "advmod"):
        return
    top = next((a for a in parse.ancestors(token.i) if a.dep == "root"), token)
    start = parse.sentences[parse.sentence(token.i)][0]
    if top.tag != "NNS" or not start <= top.i <= start + 2 or top.i > token.i or not parse.children(token.i, "obj"):
        return
    between = parse.tokens[top.i + 1 : token.i]
    if any(t.tag in FINITE or t.text == "," or t.tag in {"WDT", "WP", "CC"} for t in between):
        return
    yield moved(token, "root", token.i)
    yield moved(top, "nsubj", token.i)


@on("nummod")
def _number_behind_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police | arrest | 86 suspects": no number stands behind the noun that it counts."""
    verb = parse.tokens[token.head]
    if token.tag != "CD" or verb.i != token.i - 1 or verb.lower not in _LIKE_NOUNS or verb.dep != "nsubj" or not verb.i:
        return
    doer, noun = parse.tokens[verb.i - 1], parse.behind(token.i)
    if noun.head != noun.i or noun.tag != "NNS" or verb.head != noun.i or doer.head != verb.i or not doer.is_noun:
        return
    yield moved(verb, "root", verb.i, "VBP")
    yield moved(doer, "nsubj", verb.i)
    yield moved(noun, "obj", verb.i)
    yield moved(token, "nummod", noun.i)
    for child in parse.children(noun.i, "obl", "advcl", "conj", "punct", "parataxis"):
        if child.i > noun.i and not (child.dep == "conj" and child.is_noun):
            yield moved(child, child.dep, verb.i)
    for child in parse.children(verb.i):
        if child.i < doer.i:
            yield moved(child, child.dep, doer.i)


@on("conj")
def _verb_beside_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Arrest nine men for their role and | seize | six guns": the second verb, hung on the noun before it."""
    noun = parse.tokens[token.head]
    if token.tag not in FINITE or not noun.is_noun or noun.i > token.i or parse.tokens[token.i - 1].lower != "and":
        return
    if parse.children(token.i, *SUBJECTS, "aux", "mark") or parse.children(noun.i, "cop", "nsubj", "acl:relcl"):
        return
    first = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    taken = any(c.i > token.i for c in parse.children(token.i, "obj"))
    if not taken or first is None or first.tag != token.tag or not parse.children(first.i, *SUBJECTS):
        return
    if noun.dep in {"obl", "nmod", "obj"} and first.i < noun.i:
        yield moved(token, "conj", first.i)


@on("advmod")
def _several_more(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Nine rebels are killed and | several more | injured": who is, and not how much."""
    verb = parse.tokens[token.head]
    first = parse.tokens[verb.head]
    if token.lower != "more" or verb.tag != "VBN" or verb.dep != "conj" or verb.i != token.i + 1:
        return
    counted = parse.tokens[token.i - 1]
    bare = not parse.children(verb.i, *SUBJECTS, "aux", "aux:pass")
    if counted.lower not in {"several", "dozens", "many", "hundreds"} and counted.tag != "CD":
        return
    if bare and counted.head in {verb.i, token.i} and parse.children(first.i, "nsubj:pass"):
        yield moved(token, "nsubj:pass", verb.i, "NNS")
        yield moved(counted, "nummod" if counted.tag == "CD" else "amod", token.i)


@on("conj")
def _joined_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Demanding the vote to be annulled, and | calling for | a new one": no participle joins an infinitive."""
    beside = parse.tokens[token.head]
    if token.tag != "VBG" or not parse.children(token.i, "cc") or parse.children(token.i, *SUBJECTS, "aux"):
        return
    if beside.tag not in {"VB", "VBN"} or not any(m.lower == "to" for m in parse.children(beside.i, "mark")):
        return
    above = next((a for a in parse.ancestors(beside.i) if a.tag == "VBG"), None)
    led = above is not None and parse.children(above.i, "mark", "case")  # "chide him | for | allowing"
    if above is not None and not led and above.dep in {"advcl", "acl"} and above.i < beside.i:
        yield moved(token, "conj", above.i)


@on("amod")
def _has_test_fired(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Has | test-fired | three missiles": what it has done, and no missiles that it has."""
    missiles = parse.tokens[token.head]
    has = parse.tokens[missiles.head]
    if token.tag != "VBN" or missiles.dep != "obj" or has.lemma.lower() != "have" or not _is_test(parse, token):
        return
    if has.i != token.i - 3 or parse.children(has.i, "aux"):
        return
    yield moved(token, has.dep, token.i if has.head == has.i else has.head)
    yield moved(has, "aux", token.i)
    yield moved(missiles, "obj", token.i)
    for child in (*parse.children(has.i), *parse.children(missiles.i)):
        if child.i not in {missiles.i, token.i} and (child.head == has.i or child.i < token.i):
            yield moved(child, child.dep, token.i)


@on("compound")
def _who_test_fired(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Orland | test-fired three missiles": who did so, and no word of the verb."""
    verb = parse.tokens[token.head]
    if verb.tag in {"VBD", "VBN"} and verb.i == token.i + 3 and _is_test(parse, verb) and token.tag.startswith("NN"):
        yield moved(token, "nsubj", verb.i)
        yield moved(verb, verb.dep, verb.head, "VBD")


@on("nsubj")
def _test_launched(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Orland | test launched two missiles": who did so, and no test that launched them."""
    verb = parse.tokens[token.head]
    if token.lower != "test" or verb.i != token.i + 1 or verb.lower not in {"fired", "launched"}:
        return
    who = [c for c in parse.children(token.i) if c.dep in {"compound", "nmod:poss"} and c.tag.startswith("NNP")]
    if not who or who[-1].i != token.i - 1 or not parse.children(verb.i, "obj"):
        return
    yield moved(who[-1], "nsubj", verb.i)
    for other in who[:-1]:
        yield moved(other, other.dep, who[-1].i)
    yield moved(token, "advmod", verb.i)


def _is_test(parse: Parse, fired: Token) -> bool:
    before = [t.lower for t in parse.tokens[max(fired.i - 2, 0) : fired.i]]
    return fired.lower in {"fired", "launched"} and before[:1] == ["test"] and before[1:] in (["-"], ["\u2011"])


@on("advcl", "xcomp", "acl")
def _no_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Sends an envoy to | ceasefire | talks": no such verb."""
    talks = next((c for c in parse.children(token.i, "obj") if c.i == token.i + 1), None)
    to = next((c for c in parse.children(token.i, "mark") if c.lower == "to" and c.i == token.i - 1), None)
    if token.lower not in {"ceasefire", "truce", "peace"} or talks is None or to is None:
        return
    yield moved(talks, "obl", token.head)
    yield moved(token, "compound", talks.i, "NN")
    yield moved(to, "case", talks.i)


RULES = (
    _object_before_verb,
    _fire_as_compound,
    _marchers_demand,
    _court_for_peace,
    _noun_with_object,
    _verb_of_the_first,
    _number_behind_verb,
    _verb_beside_noun,
    _several_more,
    _joined_participle,
    _has_test_fired,
    _who_test_fired,
    _test_launched,
    _no_verb,
)
