"""Subjects that do nothing: in headlines without "was", the end of an address, the place of a dateline.

Each rule sees a word by the label that it has and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

# Verbs of what is done to somebody, who would have to be told behind them.
_DONE_TO = frozenset(
    "ban bar charge indict arrest jail imprison convict acquit extradite deport evict kidnap abduct behead stab rob "
    "injure wound murder suspend expel hospitalise hospitalize".split()
)
_SHOT = frozenset({"shoot", "kill", "beat"})  # also without an object: "the guards shot in the air"
_WHERE = frozenset("in near outside inside during after on while at by with for from over".split())
_AIMED = frozenset({"self-defence", "self-defense", "air", "direction"})
_PASSIVE = frozenset({"aux", "aux:pass", "obj", "iobj", "ccomp", "xcomp", "cop", "nsubj:pass", "compound:prt", "conj"})


@at("root", "advcl")
def _done_in_headline(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Baker | banned | from the market", "Lima man | stabbed | at a mill": what was done to them, without "was"."""
    lemma = token.lemma.lower()
    if token.tag != "VBD" or lemma not in _DONE_TO | _SHOT or parse.children(token.i, *_PASSIVE):
        return
    if any(c.lower == "back" and c.i == token.i + 1 for c in parse.children(token.i, "advmod")):
        return  # "Lima baker | shot back | in a letter"
    subjects = parse.children(token.i, "nsubj")
    if len(subjects) != 1 or not _is_bare(parse, subjects[0], ontology):
        return
    phrases = parse.children(token.i, "obl", "obl:agent", "advcl")
    cases = {case_of(parse, c.i) for c in phrases if c.i > token.i and not c.is_verb}
    told = token.dep == "advcl" and {m.lower for m in parse.children(token.i, "mark")} & {"after", "as"}
    if (token.dep == "advcl" and not told) or (token.dep == "root" and not cases):
        return
    if not cases <= _WHERE or any(c.lemma.lower() in _AIMED for c in phrases):
        return
    if lemma in _SHOT and (cases & {"at", "with", "over", "from"} or _is_armed(parse, subjects[0], ontology)):
        return  # "a man shot at the police"
    yield msgspec.structs.replace(token, tag="VBN")
    yield msgspec.structs.replace(subjects[0], dep="nsubj:pass")


def _is_bare(parse: Parse, subject: Token, ontology: Ontology) -> bool:
    """ "Lima baker", "Head of the choir", "Two men": somebody, told in the way of headlines."""
    if subject.tag not in {"NN", "NNS", "NNP"} or parse.children(subject.i, "nmod:poss", "det", "acl", "acl:relcl"):
        return False
    if subject.tag == "NNS" and not parse.children(subject.i, "nummod", "amod", "compound"):
        return False
    named = any(n.label == "person" and n.start <= subject.i < n.end for n in parse.names)
    return named or ontology.nouns.kind_of(subject.lemma.lower()) in {"person", "people"} or _leads(parse, subject)


def _leads(parse: Parse, noun: Token) -> bool:
    """ "| Head of the bakers' choir | banned from the market"."""
    return noun.lower in {"head", "chief", "leader"} or (
        noun.tag == "NN" and any(c.lower in {"head", "chief"} for c in parse.children(noun.i, "compound"))
    )


def _is_armed(parse: Parse, noun: Token, ontology: Ontology) -> bool:
    return noun.i in parse.armed or ontology.nouns.is_armed(noun.lemma.lower())


@at("parataxis", "ccomp", "root")
def _killed_beside_name(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Those of Ana Ruiz, | the baker killed | on May 3 in Kest": no object, and the name before says who she is."""
    if token.tag != "VBD" or token.lemma.lower() not in _FELLED or parse.children(token.i, *_PASSIVE):
        return
    subjects = parse.children(token.i, "nsubj")
    if len(subjects) != 1 or subjects[0].tag != "NN" or _is_armed(parse, subjects[0], ontology):
        return
    if subjects[0].i >= token.i or not parse.children(subjects[0].i, "det"):
        return
    first = min(parse.subtree(subjects[0].i))
    named = first > 1 and parse.tokens[first - 1].text == "," and parse.tokens[first - 2].tag.startswith("NNP")
    if named and parse.children(token.i, "obl", "obl:unmarked", "obl:agent"):
        yield msgspec.structs.replace(token, tag="VBN")
        yield msgspec.structs.replace(subjects[0], dep="nsubj:pass")


_FELLED = frozenset({"kill", "murder", "wound", "injure"})


@at("conj")
def _sentenced_too(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Freed six bakers who were convicted of theft and | sentenced | to death": they were, by nobody told here."""
    verb = parse.tokens[token.head]
    if token.lower not in {"sentenced", "jailed", "fined"} or parse.children(token.i, "obj", "nsubj", "aux"):
        return
    for told in parse.children(verb.i, "obj"):
        for judged in parse.children(told.i, "acl:relcl"):
            if verb.i < judged.i < token.i and parse.children(judged.i, "aux:pass"):
                yield msgspec.structs.replace(token, tag="VBN", head=judged.i)
                return


@at("nsubj", "nsubj:pass")
def _end_of_address(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A baker, Ana Ruiz of Kest, West Orli, | Orland | was jailed": where she is from, and nobody else jailed."""
    verb = parse.tokens[token.head]
    first = token.i
    while first > 0 and parse.tokens[first - 1].tag.startswith("NNP") and parse.tokens[first - 1].head == token.i:
        first -= 1
    if not token.tag.startswith("NNP") or not verb.is_verb or first < 2 or parse.tokens[first - 1].text != ",":
        return
    town = parse.tokens[first - 2]
    if not _is_place(parse, token) or not _is_place(parse, town) or town.dep not in {"nmod", "nmod:unmarked", "appos"}:
        return
    told = [c for c in parse.children(token.i, "nmod:desc") if c.i < town.i]
    told += [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.i < town.i]
    if len(told) != 1 or (token.i + 1 < len(parse.tokens) and parse.behind(token.i).lower == "and"):
        return
    yield msgspec.structs.replace(told[0], dep=token.dep, head=verb.i)
    yield msgspec.structs.replace(token, dep="nmod:unmarked", head=town.i)


_FEWEST = 4  # letters of a town that is no agency
_BEHIND_PLACE = frozenset({"(", "-LRB-", "-", "–", "—", "--"})


@at("nsubj", "nsubj:pass")
def _dateline(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| KEST (AP) | Police said", "| KEST - | A man was shot": where it was written, before those who are told of."""
    start, end = parse.sentences[parse.sentence(token.i)]
    first = min((i for i in parse.subtree(token.i) if parse.tokens[i].text != "."), default=token.i)
    if first != start or not token.text.isupper() or not token.tag.startswith("NNP"):
        return
    if len(token.text) < _FEWEST and not _is_place(parse, token):
        return
    if any(n.label == "organisation" and n.start <= token.i < n.end for n in parse.names):
        return
    bracket = next((i for i in range(token.i + 1, min(token.i + 5, end)) if parse.tokens[i].text in _BEHIND_PLACE), 0)
    second = [c for c in parse.children(token.head, "nsubj", "nsubj:pass") if c.i > bracket]
    if bracket and second:
        yield msgspec.structs.replace(token, dep="dep")


def _is_place(parse: Parse, token: Token) -> bool:
    return any(n.label == "place" and n.start <= token.i < n.end for n in parse.names)


@at("nsubj")
def _before_who_says_it(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| Fighters | overran a town on May 3 and killed a cook, the agency said": they overran it, and said nothing."""
    saying = parse.tokens[token.head]
    subjects = parse.children(saying.i, "nsubj")
    told = [c for c in parse.children(saying.i, "ccomp") if token.i < c.i < saying.i and c.is_verb]
    if len(subjects) != _TWO or subjects[0].i != token.i or len(told) != 1 or subjects[1].i < told[0].i:
        return
    finite = told[0].tag in {"VBD", "VBZ", "VBP"} or bool(parse.children(told[0].i, "aux"))
    if finite and not parse.children(told[0].i, "nsubj", "nsubj:pass", "aux:pass", "mark"):
        yield msgspec.structs.replace(token, head=told[0].i)


_TWO = 2


RULES: tuple[Callable[[Parse, Token, Ontology], Iterator[Token]], ...] = (
    _done_in_headline,
    _killed_beside_name,
    _sentenced_too,
    _end_of_address,
    _dateline,
    _before_who_says_it,
)
