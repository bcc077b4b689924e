"""Words joined to the wrong fellow, and participles taken for a past tense of their own.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# What somebody means, or is meant, to do: the infinitive behind it says what.
_PURPOSES = frozenset(
    "decision plan intent intention pledge promise vow attempt bid effort refusal threat offer agreement proposal "
    "order readiness willingness commitment demand request".split()
)
# Verbs that need somebody to suffer them.
_DONE_TO = frozenset("kill wound injure arrest abduct kidnap capture behead murder assassinate detain imprison".split())


@on("conj")
def _along_with(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Abducted by a militia, along with her husband, a poet | and Ana Ruiz": those behind it were with her, too."""
    first = parse.tokens[token.head]
    if first.dep not in {"obl:agent", "obl", *SUBJECTS}:
        return
    for child in parse.children(first.i, "nmod", "obl"):
        cases = {c.lower for c in parse.children(child.i, "case")}
        if "with" in cases and cases & {"along", "together"} and first.i < child.i < token.i:
            yield moved(token, "conj", child.i)


@on("advcl")
def _infinitive_of_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Condemned decisions by the president | to pull out": what was decided, and no aim of the condemning."""
    verb = parse.tokens[token.head]
    if token.tag != "VB" or not verb.is_verb or verb.i > token.i:
        return
    marks = parse.children(token.i, "mark")
    nouns = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i and c.lemma.lower() in _PURPOSES]
    if len(marks) != 1 or marks[0].lower != "to" or not nouns:
        return
    if max(parse.subtree(nouns[0].i)) + 1 == min(parse.subtree(token.i)):
        yield moved(token, "acl", nouns[0].i)


@on("acl", "acl:relcl")
def _suffered_by_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The life of a worker | killed fighting the rebels": who kills, kills somebody; he himself was killed."""
    if token.lemma.lower() not in _DONE_TO or token.tag not in {"VBD", "VBN"}:
        return
    nouns = parse.children(token.i, "nsubj")
    if len(nouns) != 1 or parse.children(token.i, "obj", "aux", "aux:pass", "ccomp", "mark"):
        return
    noun, above = nouns[0], parse.tokens[token.head]
    if noun.i != token.i - 1 or not noun.is_noun or not above.i < noun.i:
        return
    cases = parse.children(noun.i, "case")
    yield moved(noun, "nmod" if cases else "conj", above.i)
    yield moved(token, "acl", noun.i, "VBN")


@on("root", "ccomp", "conj")
def _verb_without_ending(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Airstrikes across the strip | kill at least six men": a subject, no "is", and a noun behind: a verb."""
    subjects = parse.children(token.i, "nsubj")
    if token.tag != "NN" or len(subjects) != 1:
        return
    behind = [c for c in parse.children(token.i, "amod", "appos", "nmod", "nmod:unmarked", "obl:unmarked") if c.is_noun]
    behind = [c for c in behind if c.i > token.i and not parse.children(c.i, "case", "cc")]
    plural = subjects[0].tag in {"NNS", "NNPS"} or bool(parse.children(subjects[0].i, "conj"))
    if not plural or len(behind) != 1 or parse.children(token.i, "cop", "det", "nmod:poss", "case"):
        return
    between = parse.tokens[token.i + 1 : min(parse.subtree(behind[0].i))]
    if not between and subjects[0].i < token.i:
        yield moved(token, token.dep, token.head, "VBP")
        yield moved(behind[0], "obj", token.i)


@on("acl:relcl")
def _which_of_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Members of Red Dawn, | which the court banned": people are "who"; the body named last is "which"."""
    noun = parse.tokens[token.head]
    if noun.tag != "NNS":
        return
    pronouns = [c for c in parse.children(token.i) if c.lower == "which"]
    names = [c for c in parse.children(noun.i, "nmod") if c.tag.startswith("NNP") and c.i > noun.i]
    if pronouns and names and max(parse.subtree(names[-1].i)) in {pronouns[0].i - 1, pronouns[0].i - 2}:
        yield moved(token, "acl:relcl", names[-1].i)


@on("nmod")
def _before_its_case(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Fired rockets | towards the port | in retaliation": what stands before "in" is not below it."""
    noun = parse.tokens[token.head]
    cases = parse.children(noun.i, "case")
    if token.i > noun.i or not parse.children(token.i, "case") or len(cases) != 1:
        return
    if token.i < cases[0].i and noun.dep == "obl" and parse.tokens[noun.head].i < token.i:
        yield moved(token, "obl", noun.head)


@on("xcomp")
def _first_that_suffered(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Becoming | the first officer | to be jailed": what he became, and no subject of a clause of its own."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() != "become":
        return
    for noun in parse.children(token.i, *SUBJECTS):
        ranked = any(c.lower in {"first", "second", "last", "latest", "only"} for c in parse.children(noun.i, "amod"))
        if ranked and verb.i < noun.i < token.i:
            yield moved(noun, "xcomp", verb.i)
            yield moved(token, "acl", noun.i)


@on("conj")
def _joined_ahead(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In a crush and | shooting | after rebels stormed the hall": what is joined stands behind the first."""
    opener = parse.tokens[token.i - 1]
    noun = parse.tokens[opener.i - 1]
    if token.head < token.i or token.tag != "VBG" or opener.lower not in {"and", "or"}:
        return
    if noun.is_noun and not parse.children(token.i, "obj", *SUBJECTS, "aux"):
        yield msgspec.structs.replace(moved(token, "conj", noun.i, "NN"), lemma=token.lower)


@on("parataxis")
def _behind_comma(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court in Orli, Veldia, | jails six men": the sentence's first noun is the subject of its only verb."""
    noun = parse.tokens[token.head]
    if token.tag not in FINITE or noun.dep != "root" or not noun.is_noun:
        return
    start = parse.sentences[parse.sentence(token.i)][0]
    behind = parse.children(token.i, *SUBJECTS)
    if parse.children(token.i, "mark") or parse.children(noun.i, "cop", *SUBJECTS) or noun.i > token.i:
        return
    if any(c.i < token.i for c in behind) or (behind and parse.children(token.i, "obj")):
        return
    first = min(i for i in parse.subtree(noun.i) if parse.tokens[i].dep != "punct")
    if first != start or parse.tokens[token.i - 1].text != ",":
        return
    yield moved(token, "root", token.i)
    yield moved(noun, "nsubj", token.i)
    for child in behind:
        yield moved(child, "obj", token.i)


@on("advcl")
def _told_of_those(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Spoke of fighters and their families | surrendering": those spoken of do it."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or not verb.is_verb or parse.children(token.i, "mark", *SUBJECTS):
        return
    for child in parse.children(verb.i, "obl"):
        of = any(c.lower == "of" for c in parse.children(child.i, "case"))
        if of and verb.i < child.i and max(parse.subtree(child.i)) == token.i - 1:
            yield moved(token, "acl", child.i)


@on("appos")
def _next_of_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A mayor, | two of his guards and a passer-by were killed": a list, and no description of the mayor."""
    first = parse.tokens[token.head]
    joined = [k for k in (*_joining(parse, token), *_joining(parse, first)) if k.tag == "CC" and k.i > token.i]
    if token.tag != "CD" or not joined:
        return
    if any(any(k.lower == "of" for k in parse.children(c.i, "case")) for c in parse.children(token.i, "nmod")):
        yield moved(token, "conj", token.head)


def _joining(parse: Parse, token: Token) -> list[Token]:
    """The "and" before what is joined to a word."""
    return [k for c in parse.children(token.i, "conj") for k in parse.children(c.i, "cc")]


@on("root")
def _compound_behind(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Veldia Police | arrest | Ana Ruiz": what is compounded with a noun stands before it; here it is an object."""
    compounds = parse.children(token.i, "compound")
    behind = [c for c in compounds if c.i > token.i]
    before = [c for c in compounds if c.i < token.i]
    if token.tag not in {"NN", "NNS"} or len(behind) != 1 or not before:
        return
    if parse.children(token.i, "det", "cop", "nmod:poss", *SUBJECTS) or before[-1].i != token.i - 1:
        return
    yield moved(token, "root", token.i, "VBP")
    yield moved(behind[0], "obj", token.i)
    yield moved(before[-1], "nsubj", token.i)
    for child in before[:-1]:
        yield moved(child, "compound", before[-1].i)


@on("conj")
def _finite_joined(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accuses the militia of raiding farms and | imposes a ban": a finite verb is joined to a finite one."""
    first = parse.tokens[token.head]
    infinitive = first.tag == "VB" and first.dep == "xcomp"  # "orders her to stay and | forbids her to speak"
    if token.tag not in {"VBZ", "VBD"} or not (first.tag == "VBG" or infinitive) or parse.children(first.i, "aux"):
        return
    if first.dep not in {"acl", "advcl", "xcomp"} or parse.children(token.i, *SUBJECTS):
        return
    for main in parse.ancestors(first.i):
        being = [c.tag for c in parse.children(main.i, "cop")]  # "they were not able to hold it and | withdrew |"
        if main.tag in FINITE or set(being) & set(FINITE):
            if token.tag in {main.tag, *being} and main.i < first.i:
                yield moved(token, "conj", main.i)
            return


@on("obj")
def _object_beside_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "File | graft and bribery | charges": of two bare objects the first is no object."""
    if token.tag != "NN" or parse.children(token.i, "det", "nmod:poss", "nummod"):
        return
    last = max(parse.subtree(token.i))
    for other in parse.children(token.head, "obj"):
        if other.i == last + 1 and other.tag == "NNS" and other.i > token.i:
            yield moved(token, "compound", other.i)


@on("nsubj", "nsubj:pass")
def _scene_beside_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In Orli, | scene of the raid, | six men were killed": a bare noun behind a name describes it."""
    if token.tag != "NN" or parse.children(token.i, "det", "nmod:poss"):
        return
    later = [c for c in parse.children(token.head, "nsubj", "nsubj:pass") if c.i > token.i]
    first = min(parse.subtree(token.i))
    if later and first > 1 and parse.tokens[first - 1].text == "," and parse.tokens[first - 2].tag.startswith("NNP"):
        yield moved(token, "appos", first - 2)


@on("root")
def _object_behind_plural(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Veldian police | arrest | nearly 90 miners": a bare noun with a counted noun right behind it is a verb."""
    before, noun = parse.tokens[token.i - 1], parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    counted = [c for c in parse.children(token.i, "nmod", "nmod:unmarked", "appos") if parse.children(c.i, "nummod")]
    counted = [c for c in counted if c.i > token.i and not parse.children(c.i, "case")]
    if token.tag != "NN" or len(counted) != 1 or before.head != token.i:
        return
    if before.dep != "compound" or min(parse.subtree(counted[0].i)) != noun.i or parse.children(token.i, "cop", "det"):
        return
    yield moved(token, "root", token.i, "VBP")
    yield moved(before, "nsubj", token.i)
    yield moved(counted[0], "obj", token.i)
    for child in parse.children(token.i, "amod", "compound"):
        if child.i < before.i:
            yield moved(child, child.dep, before.i)


@on("conj")
def _wounds(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Kills nine guards and | wounds | some 30 clerks": the second verb of the toll."""
    people = parse.tokens[token.head]
    verb = parse.tokens[people.head]
    if token.lower not in {"wounds", "injures"} or token.tag != "NNS" or not verb.is_verb:
        return
    others = [c for c in parse.children(people.i, "conj") if c.i > token.i and parse.children(c.i, "nummod")]
    if people.dep != "obj" or not others:
        return
    lemma = token.lower.removesuffix("s")
    yield msgspec.structs.replace(moved(token, "conj", verb.i, "VBZ"), lemma=lemma)
    yield moved(others[0], "obj", token.i)


@on("advcl")
def _verb_of_fixed_thing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "When a device fixed to their truck | detonates": what is fixed to something is no verb of the clause."""
    clause = parse.tokens[token.head]
    objects = parse.children(token.i, "nsubj")
    subjects = parse.children(clause.i, "nsubj:pass", "nsubj")
    if token.tag not in FINITE or clause.tag != "VBN" or clause.dep != "advcl":
        return
    if len(objects) != 1 or len(subjects) != 1 or parse.children(clause.i, "aux:pass", "aux", "obl"):
        return
    cases = [c for c in parse.children(objects[0].i, "case") if c.i < objects[0].i]
    if not cases or not clause.i < objects[0].i < token.i or parse.children(token.i, "mark"):
        return
    yield moved(token, "advcl", clause.head)
    yield moved(subjects[0], "nsubj", token.i)
    yield moved(clause, "acl", subjects[0].i)
    yield moved(objects[0], "obl", clause.i)
    for child in parse.children(clause.i, "advmod", "mark"):
        if child.i < subjects[0].i:
            yield moved(child, child.dep, token.i)


@on("conj")
def _noun_joined(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed in air strikes and | shelling": what is joined to a noun is a noun."""
    if token.tag != "VBG" or parse.tokens[token.i - 1].lower not in {"and", "or"}:
        return
    first, beside = parse.tokens[token.head], parse.tokens[token.i - 2]
    if first.tag == "VBN" and beside.dep == "obl" and beside.head == first.i:
        first = beside
    if not first.is_noun or first.i > token.i or parse.children(token.i, "obj", *SUBJECTS, "aux"):
        return
    yield msgspec.structs.replace(moved(token, "conj", first.i, "NN"), lemma=token.lower)
    for child in parse.children(token.i, "advcl"):
        yield moved(child, "advcl", first.head)


@on("acl")
def _noun_that_does(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In favour of a motion | backing the plan": what has an article and a verb of its own behind it is two words."""
    nouns = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1 and c.tag in {"NN", "NNS"}]
    cases = parse.children(token.i, "case")
    if token.tag != "VBG" or not nouns or not cases or not parse.children(token.i, "obj"):
        return
    yield moved(nouns[0], "nmod", token.head)
    yield moved(token, "acl", nouns[0].i)
    for child in parse.children(token.i, "case", "det", "amod", "nummod", "nmod:poss"):
        if child.i < nouns[0].i:
            yield moved(child, child.dep, nouns[0].i)


@on("conj")
def _past_in_a_row(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Guards imprisoned, | beat, tortured | and killed nine men": between two verbs of the past all are past."""
    if token.tag not in {"VB", "VBN", "VBP"} or parse.children(token.i, "aux", "aux:pass", "mark", "cc", *SUBJECTS):
        return
    first = parse.tokens[token.head]
    while first.dep == "conj" and first.is_verb and first.tag not in {"VBD"}:
        first = parse.tokens[first.head]
    last = next((c for c in parse.children(first.i, "conj") if c.i > token.i and parse.children(c.i, "cc")), None)
    if first.tag != "VBD" or last is None or last.tag != "VBD":
        return
    if all(t.text == "," or t.tag == "RB" or t.is_verb or t.dep == "cc" for t in parse.tokens[first.i + 1 : last.i]):
        yield moved(token, "conj", first.i, "VBD")


@on("advcl")
def _beside_what_was_granted(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Granted Orland leave to begin the raid, | pulling out its men |": whoever granted it did."""
    begin = parse.tokens[token.head]
    leave = parse.tokens[begin.head]
    verb = parse.tokens[leave.head]
    if token.tag != "VBG" or begin.dep != "acl" or begin.tag != "VB" or not verb.is_verb or leave.dep != "obj":
        return
    if parse.tokens[token.i - 1].text == "," and not parse.children(token.i, "mark", *SUBJECTS) and verb.tag != "VB":
        yield moved(token, "advcl", verb.i)


@on("advcl")
def _suffered_by_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Keeps up a custom nearly | wiped out | by the war": the custom was, and not whoever keeps it."""
    verb = parse.tokens[token.head]
    agents = parse.children(token.i, "obl:agent")
    if (
        token.tag != "VBN"
        or verb.tag == "VBG"
        or not agents
        or parse.children(token.i, "mark", "aux", "aux:pass", *SUBJECTS)
    ):
        return
    last = token.i - 2 if parse.tokens[token.i - 1].tag == "RB" else token.i - 1
    held = next((c for c in parse.children(verb.i, "obj") if c.i == last and c.tag in {"NN", "NNS"}), None)
    if held is not None:
        yield moved(token, "acl", held.i)


@on("nsubj")
def _done_to_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A drone | shot down | by guards | exploded |": the drone did, and no shot."""
    above = parse.tokens[token.head]
    nouns = [c for c in parse.children(token.i, "nsubj:pass", "nsubj") if c.i < token.i]
    if token.tag not in {"VBD", "VBN"} or len(nouns) != 1 or above.tag not in FINITE or above.i < token.i:
        return
    yield moved(nouns[0], "nsubj", above.i)
    yield moved(token, "acl", nouns[0].i, "VBN")


RULES = (
    _beside_what_was_granted,
    _done_to_subject,
    _suffered_by_object,
    _past_in_a_row,
    _noun_that_does,
    _noun_joined,
    _object_behind_plural,
    _wounds,
    _verb_of_fixed_thing,
    _scene_beside_name,
    _next_of_list,
    _compound_behind,
    _finite_joined,
    _object_beside_object,
    _first_that_suffered,
    _joined_ahead,
    _behind_comma,
    _told_of_those,
    _before_its_case,
    _which_of_name,
    _verb_without_ending,
    _along_with,
    _infinitive_of_noun,
    _suffered_by_noun,
)
