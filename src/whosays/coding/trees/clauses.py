"""Clauses that a tree has lost: subjects taken for objects, objects for clauses, and what stands behind "after".

Each rule yields the words of one clause as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at, tagged
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_CLAUSE = frozenset({"after", "as", "before", "since", "while"})
_SENTENCING = frozenset({"sentence", "condemn", "jail"})


@at("obj")
def _subject_in_front(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "On Sunday, two | missiles | strike the centre": an object before its verb, and another behind it."""
    verb = parse.tokens[token.head]
    if token.dep != "obj" or not token.i < verb.i or verb.tag not in _FINITE or parse.children(verb.i, "aux:pass"):
        return
    if parse.children(verb.i, "nsubj", "nsubj:pass") or token.tag.startswith(("WP", "WD", "PRP")):
        return
    if any(c.i > verb.i for c in parse.children(verb.i, "obj")):
        yield msgspec.structs.replace(token, dep="nsubj")


@at("advcl", "conj")
def _passive_behind_case(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Summons the envoy, after | its office | was damaged": a clause, and no time."""
    if token.tag != "VBN" or token.dep not in {"conj", "advcl"} or parse.children(token.i, "nsubj:pass", "nsubj"):
        return
    aux = [c for c in parse.children(token.i, "aux:pass") if c.i < token.i]
    for noun in parse.children(token.i, "obl"):
        case = [c for c in parse.children(noun.i, "case") if c.lower in _BEFORE_CLAUSE and c.i < noun.i]
        below = parse.subtree(noun.i)
        if aux and case and noun.i < aux[0].i == max(below) + 1:
            yield msgspec.structs.replace(noun, dep="nsubj:pass")
            yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
            yield msgspec.structs.replace(token, dep="advcl")
            return


@at("acl:relcl")
def _object_as_clause(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "When a man attacks | protesters | demanding his release": whom he attacks, and no clause."""
    verb = parse.tokens[token.i - 1]
    noun = token.tag in {"NNS", "NN"} and token.dep == "acl:relcl"
    if not noun or verb.head != token.i or verb.tag not in _FINITE or not parse.children(verb.i, "nsubj"):
        return
    if parse.children(token.i, "cop") or parse.children(verb.i, "obj"):
        return
    above = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if above is not None:
        yield msgspec.structs.replace(verb, dep="advcl", head=above.i)
        yield msgspec.structs.replace(token, dep="obj", head=verb.i)
        for child in parse.children(token.i, "advcl"):
            if child.i > token.i and child.tag == "VBG":
                yield msgspec.structs.replace(child, dep="acl")


@at("acl")
def _killed_was(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The person | killed | was a guard": done to that person, whatever the tense looks like."""
    after = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    bare = token.tag == "VBD" and token.dep == "acl" and token.head == token.i - 1
    if bare and after.lower in {"was", "were", "is", "are"} and not parse.children(token.i, "obj", "nsubj"):
        yield msgspec.structs.replace(token, tag="VBN")


_DESCRIBING = frozenset("led armed backed known called named based linked headed commanded dubbed supported".split())


@at("advcl", "conj", "ccomp")
def _described_first(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The militia led by Ana Ruiz | attacked a village": it attacked, and who leads it is told by the way."""
    described = parse.tokens[token.head]
    loose = token.tag in {"VBD", "VBZ", "VBP"} and token.dep in {"advcl", "conj", "ccomp"} and described.i < token.i
    if not loose or described.lower not in _DESCRIBING or parse.children(described.i, "aux", "aux:pass", "cop"):
        return
    subjects = [c for c in parse.children(described.i, "nsubj", "nsubj:pass") if c.i < described.i]
    if len(subjects) != 1 or parse.children(token.i, "nsubj", "nsubj:pass", "mark", "cc") or described.tag == "VBG":
        return
    if max(parse.subtree(subjects[0].i)) == described.i - 1:
        root = described.dep == "root"
        yield msgspec.structs.replace(token, dep=described.dep, head=token.i if root else described.head)
        yield msgspec.structs.replace(subjects[0], dep="nsubj", head=token.i)
        yield msgspec.structs.replace(described, dep="acl", head=subjects[0].i, tag="VBN")
        for child in parse.children(described.i):
            if child.i > token.i:
                yield msgspec.structs.replace(child, head=token.i)


@at("conj", "advcl")
def _clause_without_subject(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Resigns after agents from the bureau and the guard | raid his home": they raid it, and no time it is."""
    verb = parse.tokens[token.head]
    bare = token.tag in {"VBD", "VBP", "VB"} and token.dep in {"conj", "advcl"} and verb.i < token.i
    told = parse.children(token.i, "nsubj", "nsubj:pass", "mark", "cc", "aux")
    if not bare or told or not parse.children(token.i, "obj"):
        return
    for noun in parse.children(verb.i, "obl"):
        case = [c for c in parse.children(noun.i, "case") if c.lower in _BEFORE_CLAUSE]
        if case and noun.tag in {"NNS", "NNPS"} and max(parse.subtree(noun.i)) == token.i - 1:
            yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
            yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
            yield msgspec.structs.replace(token, dep="advcl")
            return


@at("advcl")
def _talks_had_failed(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ended the pact after | talks between the two | had failed": the talks failed, and no pact is after them."""
    aux = [c for c in parse.children(token.i, "aux") if c.lower == "had"]
    if token.tag != "VBN" or not aux or parse.children(token.i, "nsubj", "nsubj:pass", "mark", "cc", "aux:pass"):
        return
    for noun in (parse.tokens[i] for i in range(max(aux[0].i - 16, 0), aux[0].i)):
        case = [c for c in parse.children(noun.i, "case") if c.lower in _BEFORE_CLAUSE]
        if case and noun.dep in {"obl", "nmod"} and max(parse.subtree(noun.i)) == aux[0].i - 1:
            yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
            yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
            return


@at("compound")
def _state_shells(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Is killed after Orland | shells | Kest province": a state before it, a place behind: it shells it."""
    lemma = token.lower.removesuffix("s")
    noun, named = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.dep != "compound" or token.tag != "NNS" or noun.dep != "obl" or named.head != noun.i:
        return
    state = any(n.kind == "state" and n.start <= named.i < n.end for n in parse.names)
    if not state or not any(t.event == "ASSAULT" for t in ontology.triggers(lemma, "verb")):
        return
    case = [c for c in parse.children(noun.i, "case") if c.lower in _BEFORE_CLAUSE and c.i == named.i - 1]
    placed = any(n.label == "place" and token.i < n.start <= noun.i for n in parse.names)
    if case and placed and parse.tokens[noun.head].is_verb:
        yield msgspec.structs.replace(token, tag="VBZ", lemma=lemma, dep="advcl", head=noun.head)
        yield msgspec.structs.replace(named, dep="nsubj", head=token.i)
        yield msgspec.structs.replace(noun, dep="obj", head=token.i)
        yield msgspec.structs.replace(case[0], dep="mark", head=token.i)


@at("advcl")
def _shelling_by(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Are killed by artillery | shelling |": a noun, by which they were."""
    case = parse.children(token.i, "case")
    if token.tag != "VBG" or token.dep != "advcl" or not parse.children(token.i, "compound") or not case:
        return
    if not parse.children(token.i, "obj", "aux", "nsubj") and case[0].lower in {"by", "in", "from", "during"}:
        dep = "obl:agent" if case[0].lower == "by" else "obl"
        yield msgspec.structs.replace(token, tag="NN", lemma=token.lower, dep=dep)


@at("amod")
def _year_old_sentenced(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Sentences a 16-year- | old | to nine years": whom, and not how old the years are."""
    years = parse.tokens[token.head]
    verb = parse.tokens[years.head]
    aged = token.lower == "old" and token.dep == "amod" and token.i + 1 < years.i
    if not aged or parse.behind(token.i).lower != "to" or verb.lemma.lower() not in _SENTENCING:
        return
    if verb.is_verb and verb.i < token.i and not parse.children(verb.i, "obj"):
        yield msgspec.structs.replace(token, dep="obj", head=verb.i, tag="NN")


@tagged("VBZ")
def _forces_do(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Houthi | forces | shelled a village": who did it, and no verb that forces anybody."""
    if token.tag != "VBZ" or token.lower != "forces":
        return
    named = [c for c in parse.children(token.i, "nsubj") if c.i == token.i - 1 and c.tag.startswith("NNP")]
    below = [c for c in parse.children(token.i, "acl", "xcomp", "ccomp") if c.i == token.i + 1]
    if not named or not below or below[0].tag not in {"VBN", "VBD"}:
        return
    verb = below[0]
    if not ontology.triggers(verb.lemma.lower(), "verb") or parse.children(token.i, "obj"):
        return
    yield msgspec.structs.replace(verb, tag="VBD", dep=token.dep, head=verb.i if token.dep == "root" else token.head)
    yield msgspec.structs.replace(token, tag="NNS", dep="nsubj", head=verb.i)
    yield msgspec.structs.replace(named[0], dep="compound")
    for child in parse.children(token.i):
        if child.i > verb.i:
            yield msgspec.structs.replace(child, head=verb.i)


@at("compound")
def _body_before_fighters(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Between | the army | and Houthi rebels": two parties, and no rebels of the army and the Houthis."""
    noun = parse.tokens[token.head]
    joined = [c for c in parse.children(token.i, "conj") if c.i == noun.i - 1 and c.tag.startswith("NNP")]
    body = token.tag == "NN" and token.dep == "compound" and token.lower in _BODIES and noun.tag == "NNS"
    if not body or not joined or parse.behind(token.i).lower != "and":
        return
    yield msgspec.structs.replace(token, dep=noun.dep, head=noun.head if noun.dep != "root" else token.i)
    yield msgspec.structs.replace(noun, dep="conj", head=token.i)
    yield msgspec.structs.replace(joined[0], dep="compound", head=noun.i)
    yield msgspec.structs.replace(parse.behind(token.i), head=noun.i)
    for child in parse.children(noun.i, "case", "det"):
        if child.i < token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _spoke_besides(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The mayor | accused | them of theft, | said | that he would stay": two things that he did."""
    said = parse.tokens[token.head]
    if token.dep not in {"ccomp", "advcl"} or said.lower not in {"said", "says"} or token.i > said.i:
        return
    own = parse.children(said.i, "nsubj", "nsubj:pass", "expl")
    behind = [c for c in parse.children(said.i, "ccomp") if c.i > said.i]
    that = any(m.lower == "that" for c in behind for m in parse.children(c.i, "mark"))
    led = parse.children(token.i, "mark", "advmod:relcl") or token.tag != said.tag
    if own or led or not that or parse.tokens[said.i - 1].text != "," or not parse.children(token.i, "nsubj"):
        return
    if any(q.open < token.i < q.close for q in parse.quotations):
        return
    yield msgspec.structs.replace(token, dep=said.dep, head=token.i if said.dep == "root" else said.head)
    yield msgspec.structs.replace(said, dep="conj", head=token.i)


def _beside_saying(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "“It is over,” he said, | shrugging |": how he said it, and nothing that he said."""
    said = parse.tokens[token.head]
    if token.tag != "VBG" or token.dep != "ccomp" or token.i < said.i or said.lower not in _SAID:
        return
    if parse.tokens[token.i - 1].text == "," and not parse.children(token.i, "nsubj", "aux", "mark"):
        yield msgspec.structs.replace(token, dep="advcl")


_SAID = frozenset({"said", "says", "say", "told", "admitted", "added", "replied", "asked", "recalled", "insisted"})
_BODIES = frozenset({"army", "military", "government", "navy", "militia", "police", "regime", "junta", "coalition"})

RULES = (
    _subject_in_front,
    _passive_behind_case,
    _object_as_clause,
    _killed_was,
    _described_first,
    _clause_without_subject,
    _talks_had_failed,
    _state_shells,
    _shelling_by,
    _year_old_sentenced,
    _forces_do,
    _body_before_fighters,
    _spoke_besides,
    _beside_saying,
)
