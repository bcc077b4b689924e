"""Words of a list, and titles before names, that hang side by side on what stands above them.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# What stands before the name of a ship: of navies, coast guards and merchants.
SHIPS = frozenset("USS USNS USCGC HMS HMAS HMCS HMNZS RFA BRP ROKS KRI MV M/V RMS".split())


@on("nmod", "obl")
def _name_after_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A summit between Kest, | Orli and Veldia": a name behind a comma goes with the name before it."""
    if token.dep not in {"nmod", "obl"} or not token.tag.startswith("NNP") or parse.children(token.i, "case"):
        return
    first = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    if first < 2 or parse.tokens[first - 1].text != "," or not parse.children(token.i, "conj", "cc"):
        return
    before = [
        c
        for c in parse.children(token.head, token.dep)
        if c.i < first and c.tag.startswith("NNP") and parse.children(c.i, "case")
    ]
    if before and max(parse.subtree(before[-1].i)) + 2 == first:
        yield moved(token, "conj", before[-1].i)


@on("nsubj", "nsubj:pass", "obj")
def _title_and_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Convicted murderer | Jan Holub | is executed": a title and its bearer are one subject, or one object."""
    if token.dep not in {"nsubj", "nsubj:pass", "obj"} or not token.tag.startswith("NNP"):
        return
    first = min(parse.subtree(token.i))
    for title in parse.children(token.head, token.dep):
        if title.tag == "NN" and title.i < first and max(parse.subtree(title.i)) + 1 == first:
            yield moved(title, "nmod:desc", token.i)


@on("conj")
def _present_joined_to_past(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Soldiers | kill a man | that killed two | and arrest others": the verb in the present goes with the present."""
    governor = parse.tokens[token.head]
    if token.dep != "conj" or token.tag not in {"VB", "VBP", "VBZ"} or governor.dep != "acl:relcl":
        return
    if governor.tag != "VBD" or parse.children(token.i, "aux", "mark", *SUBJECTS) or parse.children(governor.i, "aux"):
        return
    above = next((a for a in parse.ancestors(governor.i) if a.is_verb), None)
    if above is not None and above.tag in {"VBP", "VBZ"} and parse.children(above.i, "nsubj"):
        yield moved(token, "conj", above.i, above.tag)


@on("advcl", "parataxis", "ccomp")
def _verb_after_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Kills two, | injures six | and causes fires": finite verbs in a row with one subject are a list."""
    governor = parse.tokens[token.head]
    if token.dep not in {"advcl", "parataxis", "ccomp"} or token.tag not in FINITE or token.tag != governor.tag:
        return
    if token.i < governor.i or parse.tokens[token.i - 1].text != "," or not parse.children(token.i, "obj"):
        return
    if not parse.children(token.i, "mark", "advmod", "aux", "aux:pass", *SUBJECTS) and parse.children(token.i, "conj"):
        yield moved(token, "conj", governor.i)


@on("ccomp")
def _second_of_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said troops crossed the river, | set | fire to a mill and shot two": a second deed of the troops."""
    said = parse.tokens[token.head]
    if token.tag not in {"VBN", "VBD"} or parse.tokens[token.i - 1].text != "," or not parse.children(token.i, "obj"):
        return
    if parse.children(token.i, "mark", "advmod", "aux", "aux:pass", *SUBJECTS):
        return
    joined = [c for c in parse.children(token.i, "conj") if not parse.children(c.i, *SUBJECTS, "aux", "aux:pass")]
    firsts = [c for c in parse.children(said.i, "ccomp") if said.i < c.i < token.i]
    if len(firsts) == 1 and firsts[0].tag == "VBD" and parse.children(firsts[0].i, "nsubj") and joined:
        yield moved(token, "conj", firsts[0].i, "VBD")
        for later in joined:
            if later.tag == "VBN" and parse.children(later.i, "obj"):
                yield moved(later, "conj", firsts[0].i, "VBD")


_NOBODY = frozenset({"none", "nobody", "nothing"})


@on("acl")
def _participle_of_joined(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Six are killed | and scores of others | hurt in a raid": no noun is joined to a verb."""
    noun = parse.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBN" or parse.children(token.i, "aux", "aux:pass"):
        return
    while noun.dep == "nmod" and parse.tokens[noun.head].is_noun:
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    if noun.dep != "conj" or verb.tag != "VBN" or not verb.i < noun.i < token.i or noun.lower in _NOBODY:
        return
    if parse.children(verb.i, "nsubj:pass") and max(parse.subtree(noun.i)) == max(parse.subtree(token.i)):
        yield moved(token, "conj", verb.i)
        yield moved(noun, "nsubj:pass", token.i)


@on("advcl")
def _noun_as_clause(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed | in a Veldian airstrike": a noun behind a preposition is no clause."""
    if token.dep != "advcl" or not token.is_noun or not parse.tokens[token.head].is_verb:
        return
    cases = [c for c in parse.children(token.i, "case") if c.tag == "IN"]
    if cases and not parse.children(token.i, "cop", "mark", *SUBJECTS):
        yield moved(token, "obl", token.head)


@on("det")
def _article_of_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A | United States | airstrike": no name of a state has "a"; the noun behind it has."""
    name = parse.tokens[token.head]
    noun = parse.tokens[name.head]
    named = name.tag.startswith("NNP") and name.dep == "compound" and noun.tag == "NN"
    if named and token.dep == "det" and token.lower in {"a", "an"} and token.i < name.i < noun.i:
        yield moved(token, "det", noun.i)


@on("nsubj:pass")
def _active_as_passive(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The unit | jailed, beat and killed farmers": who does what follows has done it all."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj:pass" or verb.tag != "VBD" or parse.children(verb.i, "aux:pass", "aux", "obl:agent", "obl"):
        return
    joined = [c for c in parse.children(verb.i, "conj") if c.is_verb]
    if joined and parse.children(joined[-1].i, "obj") and not parse.children(joined[-1].i, "aux:pass", *SUBJECTS):
        yield moved(token, "nsubj", verb.i)


@on("conj")
def _wounds_of_others(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Kills three and | wounds | twelve others": the second verb of the toll, with its people below it."""
    people = parse.tokens[token.head]
    if token.lower not in {"wounds", "injures"} or token.tag != "NNS" or token.dep != "conj" or people.dep != "obj":
        return
    others = [
        c for c in parse.children(token.i, "nmod:unmarked", "nmod", "appos", "obj") if parse.children(c.i, "nummod")
    ]
    if others and token.i < others[0].i and not parse.children(others[0].i, "case"):
        lemma = token.lower.removesuffix("s")
        yield msgspec.structs.replace(moved(token, "conj", people.head, "VBZ"), lemma=lemma)
        yield moved(others[0], "obj", token.i)


@on("obj")
def _persona(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Declared the ambassador | persona non grata": whom, and what he is declared to be."""
    people = [c for c in parse.children(token.i, "compound", "nmod:desc", "flat") if c.i < token.i and c.is_noun]
    if token.lower == "persona" and token.dep == "obj" and people:
        yield moved(people[-1], "obj", token.head)
        yield moved(token, "xcomp", token.head)


@on()
def _states(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The | US | recognition": in capitals, where the words beside it are not, a state and no pronoun."""
    beside = parse.tokens[max(token.i - 1, 0) : token.i + 2]
    if token.text == "US" and token.tag == "PRP" and not all(t.text.isupper() for t in beside if t.text.isalpha()):
        yield msgspec.structs.replace(token, tag="NNP")


@on("xcomp", "advcl")
def _after_trying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Blew himself up, after attempting to get in, | killing two": what the blast did, and no part of the attempt."""
    aside = parse.tokens[token.head]
    if token.tag != "VBG" or token.dep not in {"xcomp", "advcl"} or aside.tag != "VBG" or aside.dep != "advcl":
        return
    marked = any(m.lower in {"after", "before"} for m in parse.children(aside.i, "mark"))
    if marked and parse.tokens[token.i - 1].text == "," and parse.tokens[aside.head].tag in FINITE:
        yield moved(token, "advcl", aside.head)


_BEARING = frozenset({"appos", "flat", "nmod:desc"})


@on("appos")
def _one_of_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A delegation, | premier Ana Ruiz | and the king met": a list of three, where no comma closes a description."""
    first = parse.tokens[token.head]
    start = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep not in {"punct", "cc"})
    if not token.is_noun or not first.is_noun or not first.i < start or parse.tokens[start - 1].text != ",":
        return
    later = [c for h in (token.i, first.i) for c in parse.children(h, "conj") if c.i > token.i and _has_and(parse, c)]
    if not later or not (_differs(parse, first, token) or _is_another(parse, first, token, later[0])):
        return
    cc = min(i for i in parse.subtree(later[0].i) if parse.tokens[i].dep == "cc")
    if any(t.is_verb for t in parse.tokens[token.i : cc]):
        return
    if parse.tokens[cc - 1].text == "," and not _differs(parse, first, token):
        for other in (c for c in later if c.head == token.i):  # "the premier, Ana Ruiz, | and the king"
            yield moved(other, "conj", first.i)
        return
    top = first
    while top.dep == "nmod" and parse.tokens[top.head].tag == "NNS" and _cased(parse, top, "of"):
        top = parse.tokens[top.head]  # "representatives of the union, | officials and the king"
    yield moved(token, "conj", top.i)
    for other in later:
        yield moved(other, "conj", top.i)


def _has_and(parse: Parse, token: Token) -> bool:
    titles = parse.children(token.i, "nmod:desc")  # "and | premier | Ana Ruiz"
    return any(c.lower in {"and", "&"} for t in (token, *titles) for c in parse.children(t.i, "cc"))


def _cased(parse: Parse, token: Token, word: str) -> bool:
    return any(c.lower == word for c in parse.children(token.i, "case"))


def _differs(parse: Parse, first: Token, token: Token) -> bool:
    """Whether one of two words cannot describe the other: a state is no minister, and nobody has two names."""
    people = parse.named("person")
    bodies = parse.named("place", "organisation")
    if token.i not in people and any(c.i in people and c.i > token.i for c in parse.children(token.i, *_BEARING)):
        return True
    holder = {first.i: first.lemma.lower() in _HOLDERS, token.i: token.lemma.lower() in _HOLDERS}
    return (first.i in bodies and holder[token.i]) or (token.i in bodies and holder[first.i])


_HOLDERS = frozenset(
    "president premier minister chancellor king queen emir envoy ambassador secretary secretary-general general chief "
    "governor mayor leader director spokesman spokeswoman commander negotiator diplomat official".split()
)


def _is_another(parse: Parse, first: Token, token: Token, last: Token) -> bool:
    """Whether a word behind a comma is somebody with a title or a number of his or her own, or begins a list."""
    people = parse.named("person")
    titled = token.i in people and any(c.tag == "NN" for c in parse.children(token.i, "nmod:desc", "compound"))
    several = token.tag == "NNS" and first.tag.startswith("NNP") and first.tag != "NNPS"
    whole = last.tag.startswith("NNP") or bool(parse.children(last.i, "det", "nmod:poss", "nummod"))
    whole = whole or (last.tag == "NNS") != (token.tag == "NNS")
    begins = whole and first.i not in people and first.tag in {"NN", "NNP"}
    return several or titled or (begins and not any(c.i in people for c in parse.children(first.i, *_BEARING)))


@on("nmod:poss")
def _owner_of_second(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Between | the bloc | and Orland's president": who has no "'s" owns nothing; they are two parties."""
    noun = parse.tokens[token.head]
    joined = (*parse.children(token.i, "conj"), *parse.children(noun.i, "nmod:poss"))
    second = [c for c in joined if c.i > token.i and _has_and(parse, c) and parse.children(c.i, "case")]
    if not token.tag.startswith("NNP") or len(second) != 1 or parse.children(token.i, "case"):
        return
    yield moved(token, noun.dep, noun.head)
    yield moved(noun, "conj", token.i)
    yield moved(second[0], "nmod:poss", noun.i)
    for child in parse.children(noun.i, "case"):
        if child.i < token.i:
            yield moved(child, "case", token.i)
    for cc in parse.children(second[0].i, "cc"):
        yield moved(cc, "cc", noun.i)


@on("nmod")
def _envoy_of_second(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Between Orland and | UN | envoy Ana Ruiz": what stands right before the noun is hers, and no second party."""
    if parse.children(token.i, "case") or not token.is_noun or token.i == 0:
        return
    owner = parse.tokens[token.i - 1]
    first = parse.tokens[owner.head]
    if owner.dep == "conj" and _has_and(parse, owner) and first.head == token.head and first.i < owner.i:
        yield moved(token, "conj", first.i)
        yield moved(owner, "compound", token.i)
        for cc in parse.children(owner.i, "cc"):
            yield moved(cc, "cc", token.i)


@on("nmod:desc")
def _body_before_title(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| The bloc | and premier Ana Ruiz held": no title of hers, but the first of two."""
    person = parse.tokens[token.head]
    titles = [c for c in parse.children(person.i, "nmod:desc") if c.i > token.i and _has_and(parse, c)]
    bodies = parse.named("place", "organisation")
    if token.i not in bodies or len(titles) != 1 or person.i not in parse.named("person"):
        return
    yield moved(token, person.dep, person.head)
    yield moved(person, "conj", token.i)
    for cc in parse.children(titles[0].i, "cc"):
        yield moved(cc, "cc", person.i)
    for case in parse.children(person.i, "case"):
        yield moved(case, "case", token.i)


@on("conj")
def _nation_of_title(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The bloc and | Kenyan | premier Ana Ruiz": hers, and no party; she is the second."""
    if not token.tag.startswith("JJ") or not _has_and(parse, token) or token.i + 1 >= len(parse.tokens):
        return
    title = parse.behind(token.i)
    person = parse.tokens[title.head]
    first = parse.tokens[token.head]
    beside = title.dep == "nmod:desc" and person.i in parse.named("person") and person.head == first.head
    if beside and first.tag.startswith("NNP") and person.dep == first.dep:
        yield moved(person, "conj", first.i)
        yield moved(token, "amod", title.i)
        for cc in parse.children(token.i, "cc"):
            yield moved(cc, "cc", person.i)


@on("nmod", "obl", "conj")
def _second_party(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Between Orland and | premier Ana Ruiz": joined by "and" to the first of the two."""
    if token.is_verb or parse.children(token.i, "case"):
        return
    several = token.dep == "conj" and any(_has_and(parse, c) for c in parse.children(token.head, "conj"))
    if not (_has_and(parse, token) or several):
        return
    first = [c for c in parse.children(token.head, "nmod", "obl") if c.i < token.i and parse.children(c.i, "case")]
    between = [c for c in first if _cased(parse, c, "between")]
    if between and not parse.children(between[-1].i, "conj"):
        yield moved(token, "conj", between[-1].i)


@on("conj")
def _verb_behind_between(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Clashes between Orland and | the Front | escalate": the second of two sides is no subject; the clashes are."""
    first = parse.tokens[token.head]
    noun = parse.tokens[first.head]
    subjects = [c for c in parse.children(token.i, *SUBJECTS) if first.i < c.i < token.i]
    if not token.is_verb or first.dep != "nmod" or not _cased(parse, first, "between") or len(subjects) != 1:
        return
    if noun.dep != "root" or not noun.is_noun or parse.children(first.i, "conj")[0].i != token.i:
        return
    yield moved(subjects[0], "conj", first.i)
    yield moved(token, "root", token.i)
    yield moved(noun, "nsubj", token.i)
    for child in parse.children(token.i, "cc"):
        yield moved(child, "cc", subjects[0].i)
    for child in parse.children(noun.i, "punct"):
        if child.i > token.i:
            yield moved(child, "punct", token.i)


@on("nmod", "conj")
def _of_joined(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Between the bloc and representatives | of the union": "of" goes with the noun right before it."""
    cases = [c for c in parse.children(token.i, "case") if c.lower == "of"]
    if not cases or cases[0].i == 0:
        return
    nearest = parse.tokens[cases[0].i - 1]
    joined = nearest.tag in {"NN", "NNS"} and nearest.dep == "conj" and token.head < nearest.i
    joined = joined and parse.tokens[nearest.head].tag.startswith("NNP")  # no "arrests and searches | of"
    if joined and token.head in {a.i for a in parse.ancestors(nearest.i)}:
        yield moved(token, "nmod", nearest.i)


@on("compound")
def _compound_behind_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A delegation and | the bloc | met": what stands behind a noun and "and" is no part of it."""
    if token.i > token.head and _has_and(parse, token) and parse.tokens[token.head].is_noun:
        yield moved(token, "conj", token.head)


@on("nmod:desc", "compound", "amod", "nmod")
def _ship_before_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Attacked the | USS | Ana Ruiz": the ship, which has a name, and no person of that rank."""
    first = parse.tokens[token.head]
    if token.text not in SHIPS or first.i != token.i + 1 or not first.tag.startswith("NNP"):
        return
    yield moved(token, first.dep, token.i if first.head == first.i else first.head)
    yield moved(first, "flat", token.i)
    for child in parse.children(first.i):
        if child.i != token.i:
            yield moved(child, child.dep, token.i)


RULES = (
    _ship_before_name,
    _one_of_list,
    _body_before_title,
    _nation_of_title,
    _second_party,
    _owner_of_second,
    _verb_behind_between,
    _of_joined,
    _envoy_of_second,
    _compound_behind_and,
    _after_trying,
    _states,
    _persona,
    _name_after_name,
    _title_and_name,
    _present_joined_to_past,
    _verb_after_verb,
    _second_of_list,
    _participle_of_joined,
    _noun_as_clause,
    _article_of_name,
    _active_as_passive,
    _wounds_of_others,
)
