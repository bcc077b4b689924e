"""Who receives help or whose air is entered, and who sends, told in another phrase of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.parties.helped import helped
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, noun_of, told_by
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token


def received(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The parties of help and of moves of troops that other phrases tell, each as what it takes part in the deed."""
    told = told_by(_RULES, (parse, found, parts, knowledge))
    return told or helped(parse, found, parts, knowledge)


_BENEFITING = frozenset({"to", "for", "of"})


def _whose_benefit(telling: Telling) -> Iterator[int]:
    """ "Help to | Orland's | economy", "will fund a new wing for | Orland's | parliament": whose it is."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "AID" or not parse.tokens[found.head].is_verb or has_part(parts, "recipient"):
        return
    waiting = [*found.slots.get("object", ()), *(h for s in ("to", "for") for h in found.slots.get(s, ()))]
    told = set(waiting)
    for head in waiting:
        owners = [c.i for c in parse.children(head, "nmod:poss") if labels.get(c.i) == "place"]
        if owners and head not in found.slots.get("object", ()):
            yield from owners
            return
        deeper = [c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) in _BENEFITING]
        waiting += [i for i in deeper if i not in told]
        told.update(deeper)


def _further_donors(telling: Telling) -> Iterator[int]:
    """ "Received jets from Orland and more arms | from Veldia |"."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "AID" or "from" not in found.slots or found.trigger.roles.get("from") != "actor":
        return
    given = [i for h in found.slots.get("object", ()) for i in conjuncts(parse, h)]
    given += [c.i for h in tuple(given) for n in parse.children(h, "nmod") for c in parse.children(n.i, "conj")]
    for head in given:
        from_whom = (c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) == "from")
        yield from (i for i in from_whom if i in labels and i not in parts)


_MAKING_KNOWN = frozenset({"announce", "declare", "confirm", "decide"})
_DUTIES = frozenset({"official", "minister", "president", "premier", "government", "ministry", "authority", "pentagon"})


def _senders(telling: Telling) -> Iterator[int]:
    """ "| Orlian ministers | confirm that ninety soldiers will be sent": theirs, where nobody else is told."""
    parse, found, parts, (_, labels) = telling
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if found.trigger.event not in {"MOBILIZE", "AID"} or has_part(parts, "actor") or not is_passive(parse, token.i):
        return
    ahead = any(c.lower in {"will", "to"} for c in parse.children(token.i, "aux", "mark"))
    if not ahead or token.dep != "ccomp" or verb.lemma.lower() not in _MAKING_KNOWN:
        return
    for teller in parse.children(verb.i, "nsubj"):
        if labels.get(teller.i) in {"place", "organisation"} or teller.lemma.lower() in _DUTIES:
            yield teller.i


_AIR = frozenset({"airspace", "waters", "water", "zone", "territory"})


def _teller_of(parse: Parse, verb: int) -> Iterator[int]:
    """ "| Orland | reports that jets have violated its airspace", "| summons the envoy after": whoever tells it."""
    clause = parse.tokens[verb]
    if clause.dep in {"ccomp", "advcl"} and clause.head < clause.i and parse.children(clause.i, "nsubj"):
        yield from (c.i for c in parse.children(clause.head, "nsubj") if c.tag.startswith("NNP"))


def _whose_air(telling: Telling) -> Iterator[int]:
    """ "Jets violated | Orlian | airspace", "its airspace": whose it is."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "MOBILIZE" or not parse.tokens[found.head].is_verb or has_part(parts, "recipient"):
        return
    held = [*found.slots.get("object", ()), *found.tokens]
    for air in (h for h in held if parse.tokens[h].lemma.lower() in _AIR):
        for owner in parse.children(air, "nmod:poss"):
            yield from (owner.i,) if owner.tag != "PRP$" else _teller_of(parse, found.head)
        yield from (c.i for c in parse.children(air, "amod", "compound") if labels.get(c.i) in {"nationality", "place"})


_SENDING = frozenset(
    "deploy redeploy send dispatch despatch rush airlift move station mass amass arrive land position order".split()
)
_SENT = frozenset("deployment redeployment dispatch build buildup build-up concentration massing arrival".split())
_THITHER = frozenset({"to", "into"})
_THERE = frozenset({"in", "into", "to", "at", "on", "along", "near", "toward", "towards", "across"})
_FRONTIERS = frozenset({"border", "frontier"})


def _where_sent(telling: Telling) -> Iterator[int]:
    """ "Orland sends troops | to Veldia |", "masses tanks on its border | with Veldia |": the land they reach."""
    parse, found, parts, (_, labels) = telling
    noun = noun_of(parse, found)
    sending = found.trigger.words[0] in _SENDING or noun.lemma.lower() in _SENT
    if found.trigger.mode not in {"troops", "weapons"} or not sending or has_part(parts, "recipient", "target"):
        return
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    roots = {found.head, noun.i, *found.slots.get("object", ()), *found.slots.get("of", ())}
    for phrase in (c for r in sorted(roots) for c in parse.children(r, "obl", "nmod")):
        case = case_of(parse, phrase.i)
        if case not in _THERE or phrase.i < noun.i:
            continue
        border = phrase.lemma.lower() in _FRONTIERS
        reached = set(parse.subtree(phrase.i))
        own = [t for t in _capitals(parse, parts) if t.i not in reached]
        named = any(t.i in states or labels.get(t.i) in {"nationality", "organisation"} for t in own)
        for state in _beyond(parse, phrase, labels) if border else (phrase,):
            foreign = state.i in states or labels.get(state.i) == "nationality"
            sure = named or state.dep == "nmod" if border else named or case in _THITHER
            if foreign and sure and not any(_alike(t, state) for t in own):
                yield state.i
                return


def _whom_to_help(telling: Telling) -> Iterator[int]:
    """ "Has sent troops | to support Veldia |": for whom they go."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.mode != "troops" or found.trigger.words[0] not in _SENDING or has_part(parts, "recipient"):
        return
    aims = [c for h in (found.head, *found.slots.get("object", ())) for c in parse.children(h, "advcl", "acl", "xcomp")]
    for aim in (a for a in aims if a.tag == "VB" and a.lemma.lower() in _HELPING):
        yield from (c.i for c in parse.children(aim.i, "obj") if labels.get(c.i) == "place")


_HELPING = frozenset({"support", "help", "assist", "defend", "protect", "aid"})


def _capitals(parse: Parse, parts: Parts) -> list[Token]:
    return [t for h in parts for t in (parse.tokens[i] for i in parse.subtree(h)) if t.text[:1].isupper()]


def _beyond(parse: Parse, border: Token, labels: Mapping[int, NameLabel]) -> Iterator[Token]:
    """ "The border | with Veldia |", "the | Veldian | border": whose land lies beyond it, if it is not one's own."""
    yield from (c for c in parse.children(border.i, "nmod") if case_of(parse, c.i) == "with")
    yield from (c for c in parse.children(border.i, "amod", "compound", "nmod:poss") if labels.get(c.i) in _LANDS)


_LANDS = frozenset({"nationality", "place"})


def _alike(one: Token, other: Token) -> bool:
    """ "Kenyan" and "Kenya": words for one land begin alike."""
    nigeria = one.lower.startswith("nigeria") == other.lower.startswith("nigeria")  # Niger is another
    return one.lower[:4] == other.lower[:4] and nigeria


_RULES: tuple[Rule, ...] = (
    (_where_sent, "to", "recipient"),
    (_whom_to_help, "to", "recipient"),
    (_whose_benefit, "to", "recipient"),
    (_further_donors, "from", "actor"),
    (_senders, "subject", "actor"),
    (_whose_air, "poss", "recipient"),
)
