"""Words of a list, and titles before names, that hang side by side on what stands above them.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.rules import FINITE, SUBJECTS, moved, on


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


_NOBODY = frozenset({"none", "nobody", "nothing"})


@on("acl")
def _participle_of_joined(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Six are killed | and dozens of others | wounded in a raid": no noun is joined to a verb."""
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


RULES = (
    _after_trying,
    _states,
    _persona,
    _name_after_name,
    _title_and_name,
    _present_joined_to_past,
    _verb_after_verb,
    _participle_of_joined,
    _noun_as_clause,
    _article_of_name,
    _active_as_passive,
    _wounds_of_others,
)
