"""Who stands beside the parties: who led the delegation, who brokered the deal, whose proposal was accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse, Token
from whosays.records import RolePart

_LEADING = frozenset({"lead", "head", "chair"})
_BROKERING = frozenset({"broker", "mediate", "facilitate", "sponsor"})
_PROPOSING = frozenset({"propose", "offer", "draft", "suggest", "present", "table"})
_BRINGING = frozenset({"file", "bring", "lodge", "submit", "make", "launch"})
_BINDING = frozenset({"AGREE", "SUPPORT", "RETREAT", "REJECT"})
_PACT_SLOTS = ("object", "on", "to", "under", "at", "after", "during", "in", "following")
_DURING = frozenset({"after", "following", "at", "during", "in"})
_INVOLVING = frozenset({"involve", "include"})


def beside_parties(
    parse: Parse, found: Found, parts: Mapping[int, Part], labels: Mapping[int, NameLabel]
) -> Iterator[Part]:
    """The participants that stand in a participle behind a party or a pact."""
    if found.trigger.event == "CONSULT":
        yield from _leaders(parse, parts, labels)
        yield from _involved(parse, found, labels)
    yield from _before(parse, found, labels)
    yield from _led(parse, found, parts, labels)
    talks = found.trigger.event == "CONSULT" and not parse.tokens[found.head].is_verb
    if found.trigger.event not in _BINDING and not talks:
        return
    for noun in _talks(parse, found) if talks else _pacts(parse, found):
        places = [c.i for c in parse.children(noun, "nmod") if labels.get(c.i) == "place"]
        for clause in (c for h in (noun, *places) for c in parse.children(h, "acl")):
            part = _part_of(clause, found)
            if part is None:
                continue
            for agent in parse.children(clause.i, "obl:agent"):
                for head in conjuncts(parse, agent.i):
                    if _is_party(parse.tokens[head], labels):
                        kind = "person" if labels.get(head) == "person" else "organisation"
                        yield Part(head, part, kind, "by")  # type: ignore[arg-type]


def _before(parse: Parse, found: Found, labels: Mapping[int, NameLabel]) -> Iterator[Part]:
    """ "| Veldia | -mediated talks", "a Qatar-brokered truce": who brought them about."""
    if found.trigger.event not in {*_BINDING, "CONSULT"}:
        return
    nouns = sorted(_pacts(parse, found)) if found.trigger.event in _BINDING else [found.head]
    for word in (c for n in nouns for c in parse.children(n, "amod")):
        if word.tag == "VBN" and word.lemma.lower() in _BROKERING:
            for name in parse.children(word.i, "compound"):
                if labels.get(name.i) is not None:
                    yield Part(name.i, "participant", "organisation", "by")


_OF_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT"})
_LEAGUES = frozenset({"coalition", "alliance"})
_HEADED = frozenset({"led", "launched", "fired", "directed"})
_ARMIES = frozenset({"army", "military", "rebel", "police", "government", "militia", "opposition", "jihadist", "state"})


def _led(parse: Parse, found: Found, parts: Mapping[int, Part], labels: Mapping[int, NameLabel]) -> Iterator[Part]:
    """ "A | Turkish | -led offensive", "a rebel-led raid": who leads it does it, where nobody else is told."""
    if found.trigger.event not in _OF_FORCE or any(p.part == "actor" for p in parts.values()):
        return
    nouns = (
        [found.head] if found.trigger.pos == "noun" else [h for s in ("subject", "by") for h in found.slots.get(s, ())]
    )
    for word in (c for n in nouns for c in parse.children(n, "amod")):
        if word.lower not in _HEADED or parse.tokens[word.i - 1].text not in {"-", "‑"}:
            continue
        league = next((c for c in parse.children(word.head, "compound") if c.i == word.i + 1), None)
        if league is not None and league.lower in _LEAGUES:  # "an | Orland-led | coalition strike": of all of them
            yield Part(league.i, "actor", "organisation", "by")
            continue
        for name in parse.children(word.i, "compound", "amod", "nsubj", "obl", "obl:unmarked"):
            if labels.get(name.i) in {"nationality", "place", "organisation"} or name.lower in _ARMIES:
                yield Part(name.i, "actor", "organisation", "by")


def is_beside(parse: Parse, found: Found, others: list[Found]) -> bool:
    """Whether a word only tells who brokered or proposed a pact that others have told of."""
    token = parse.tokens[found.head]
    if found.trigger.event not in {"CONSULT", "AGREE"} or not token.is_verb or token.dep != "acl" or token.tag != "VBN":
        return False
    if token.lemma.lower() not in _BROKERING | _PROPOSING:
        return False
    told = [o for o in others if o.head != found.head and o.trigger.event in _BINDING and not _in_passing(parse, o)]
    talks = (o for o in others if o.trigger.event == "CONSULT" and o.head != found.head and o.trigger.pos == "noun")
    if any(token.head in _talks(parse, o) - {o.head} for o in talks):
        return token.lemma.lower() in _BROKERING
    return any(token.head in _pacts(parse, o) and _part_of(token, o) is not None for o in told)


def _in_passing(parse: Parse, pact: Found) -> bool:
    """ "Was spared a raid | after a late truce |, brokered by Veldia": a truce that tells of no deed here."""
    token = parse.tokens[pact.head]
    after = case_of(parse, token.i) in {"after", "following", "since"}
    return pact.trigger.mode == "ceasefire" and not token.is_verb and pact.carrier is None and after


def _talks(parse: Parse, found: Found) -> set[int]:
    """ "Talks between Orland and | Veldia |, mediated by": the talks and those who sit there."""
    sides = {h for s in ("between", "with") for h in found.slots.get(s, ())}
    return {found.head, *sides, *(i for h in sides for i in conjuncts(parse, h))}


def _part_of(clause: Token, found: Found) -> RolePart | None:
    lemma = clause.lemma.lower()
    if clause.tag != "VBN":
        return None
    if lemma in _BROKERING:
        return "participant"
    accepts = found.trigger.event in {"AGREE", "REJECT"} and found.trigger.pos == "verb"
    brought = found.trigger.event == "REJECT" and lemma in _BRINGING  # "dismissed a case | filed by Orland"
    return "recipient" if (lemma in _PROPOSING or brought) and accepts else None


def _pacts(parse: Parse, found: Found) -> set[int]:
    """The nouns of what is agreed: the trigger itself, its object, what is agreed to, what takes effect."""
    heads = set() if parse.tokens[found.head].is_verb else {found.head}
    slots = (*_PACT_SLOTS, "subject") if "subject" not in found.trigger.roles else _PACT_SLOTS
    heads |= {h for slot in slots for h in found.slots.get(slot, ())}
    heads |= {c.i for h in tuple(heads) for c in parse.children(h, "nmod") if case_of(parse, c.i) in _DURING}
    heads |= {t for t in found.tokens if parse.tokens[t].is_noun}
    for aim in (c.i for h in tuple(heads) for c in parse.children(h, "acl") if c.tag == "VB"):
        heads |= {c.i for c in parse.children(aim, "obl")}  # "reached a deal to end the war | at talks"
    return heads


def _involved(parse: Parse, found: Found, labels: Mapping[int, NameLabel]) -> Iterator[Part]:
    """ "Talks in Orli | involving Ana Ruiz and the premier": those named are there."""
    if parse.tokens[found.head].is_verb:
        return
    places = (c.i for c in parse.children(found.head, "nmod") if labels.get(c.i) == "place")
    clauses = [c for h in (found.head, *places) for c in parse.children(h, "acl")]
    if found.carrier is not None and found.light is not None and found.light.event == "object":
        clauses += [c for c in parse.children(found.carrier, "advcl") if not parse.children(c.i, "nsubj", "mark")]
    for clause in clauses:
        if clause.tag != "VBG" or clause.lemma.lower() not in _INVOLVING:
            continue
        beside = [c for c in parse.children(clause.i, "obl") if case_of(parse, c.i) in {"along", "together", "with"}]
        for first in (*parse.children(clause.i, "obj"), *beside):
            named = [c for c in parse.children(first.i, "appos") if c.tag.startswith("NNP")]
            several = named and first.tag == "NNS" and first.i + 1 == min(parse.subtree(named[0].i))
            for head in conjuncts(parse, named[0].i if several else first.i):  # "the blocs | Orla and Veda"
                bearer = any(labels.get(c.i) == "person" for c in parse.children(head, "appos", "nmod", "flat"))
                if bearer or (labels.get(head) is not None and parse.tokens[head].tag.startswith("NNP")):
                    kind = "person" if bearer or labels.get(head) == "person" else "organisation"
                    yield Part(head, "actor", kind, "with")  # type: ignore[arg-type]


def _leaders(parse: Parse, parts: Mapping[int, Part], labels: Mapping[int, NameLabel]) -> Iterator[Part]:
    """ "A delegation | led by Ana Ruiz | flew to Orli": she was there, too."""
    for head, part in tuple(parts.items()):
        if part.part != "actor":
            continue
        for clause in parse.children(head, "acl"):
            if clause.tag != "VBN" or clause.lemma.lower() not in _LEADING:
                continue
            for agent in parse.children(clause.i, "obl:agent"):
                for other in conjuncts(parse, agent.i):
                    if _is_party(parse.tokens[other], labels):
                        yield Part(other, "actor", "person", "by")


def _is_party(token: Token, labels: Mapping[int, NameLabel]) -> bool:
    return token.tag.startswith("NNP") or labels.get(token.i) is not None or token.tag in {"NN", "NNS"}
