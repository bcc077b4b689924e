"""The other side of deeds of diplomacy and aid, where another phrase of the sentence tells it.

To whom a pact hands things over, whose request is granted, whose border is opened, where a visitor is received. Each
rule sees a deed with the parts found so far and yields those that it adds; none speaks where such a party is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from whosays.coding.words.byphrases import Knowledge, Parts, has_part
from whosays.coding.words.guests import visited
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token
from whosays.records import RoleKind, RolePart

Telling = tuple[Parse, Found, Parts, dict[int, NameLabel]]

_NAMED = frozenset({"place", "organisation", "person"})
_PACTS = frozenset({"deal", "agreement", "contract", "treaty", "accord", "pact", "memorandum", "protocol"})
_HANDING = frozenset("hand cede give return transfer sell supply provide deliver lend lease export ship send".split())
_GETTING = frozenset("buy purchase acquire import procure lease receive get obtain order pay".split())


def partners(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> Iterator[Part]:
    """The parties that other phrases tell, each as what it takes part in the deed."""
    for rule, event, role in _RULES:
        if event != found.trigger.event:
            continue
        for head in (h for first in rule((parse, found, parts, knowledge[1])) for h in conjuncts(parse, first)):
            kind: RoleKind = "person" if knowledge[1].get(head) == "person" else "organisation"
            if head not in found.tokens:
                yield Part(head, role, kind, "with")


def _of_pact(telling: Telling) -> Iterator[int]:
    """ "Signs a deal handing the isles | to Veldia |", "to buy tanks | from Veldia |": with whom it is signed."""
    parse, found, parts, labels = telling
    if found.trigger.pos != "verb" or len(parts) != 1 or not has_part(parts, "actor"):
        return
    held = (*found.slots.get("object", ()), *found.tokens)
    pacts = [h for h in held if parse.tokens[h].lemma.lower() in _PACTS]
    for aim in [c for h in pacts for c in parse.children(h, "acl")] + [
        c for c in parse.children(found.head, "advcl") if pacts and c.tag in {"VB", "VBG"} and c.i > pacts[0]
    ]:
        lemma = aim.lemma.lower()
        case = "to" if lemma in _HANDING else "from" if lemma in _GETTING else None
        if case is None or is_passive(parse, aim.i):
            continue
        below = [*parse.children(aim.i, "obl"), *(c for o in parse.children(aim.i, "obj") for c in _under(parse, o))]
        for other in below:
            if case_of(parse, other.i) == case and labels.get(other.i) in _NAMED and other.i not in parts:
                yield other.i
                return


def _under(parse: Parse, noun: Token) -> Iterator[Token]:
    """What hangs on a noun, however deep: "44 tanks for the army | from Veldia |"."""
    for child in parse.children(noun.i, "nmod"):
        yield child
        yield from _under(parse, child)


_ASKED = frozenset({"request", "appeal", "plea", "call", "invitation"})
_GRANTING = frozenset({"accept", "grant", "approve", "fulfil", "fulfill", "honour", "honor"})


def _request_above(parse: Parse, verb: Token) -> Token | None:
    """ "Accepts Veldia's | request | to send guards": the request that the verb is the aim of, where it is granted."""
    noun = parse.tokens[verb.head]
    granted = noun.dep == "obj" and parse.tokens[noun.head].lemma.lower() in _GRANTING
    return noun if verb.dep == "acl" and noun.lemma.lower() in _ASKED and granted else None


def _asker(parse: Parse, request: Token, labels: Mapping[int, NameLabel]) -> Iterator[int]:
    for owner in parse.children(request.i, "nmod:poss", "nmod", "amod"):
        whose = owner.dep != "nmod" or case_of(parse, owner.i) in {"from", "by", "of"}
        if whose and labels.get(owner.i) in {*_NAMED, "nationality"}:
            yield owner.i
            return


def _granter(telling: Telling) -> Iterator[int]:
    """ "| Orland | accepts Veldia's request to send guards": it sends them."""
    parse, found, parts, _ = telling
    request = _request_above(parse, parse.tokens[found.head]) if not has_part(parts, "actor") else None
    if request is not None:
        yield from (c.i for c in parse.children(request.head, "nsubj") if c.is_noun)


def _granted(telling: Telling) -> Iterator[int]:
    """ "Orland accepts | Veldia's | request to send guards": to it they are sent."""
    parse, found, parts, labels = telling
    request = _request_above(parse, parse.tokens[found.head]) if not has_part(parts, "recipient") else None
    if request is not None:
        yield from (i for i in _asker(parse, request, labels) if i not in parts)


def _helped_too(telling: Telling) -> Iterator[int]:
    """ "Grants | Veldia's | request, with Orland also providing support": whom the others help, too."""
    parse, found, parts, labels = telling
    verb = parse.tokens[found.head]
    if verb.dep != "advcl" or verb.tag != "VBG" or has_part(parts, "recipient") or not parse.children(verb.i, "nsubj"):
        return
    for noun in parse.children(verb.head, "obj"):
        if noun.lemma.lower() in _ASKED and parse.tokens[verb.head].lemma.lower() in _GRANTING:
            yield from _asker(parse, noun, labels)


_GATES = frozenset({"border", "crossing", "checkpoint", "frontier", "gate", "post"})


def _beyond_border(telling: Telling) -> Iterator[int]:
    """ "Reopens its crossings | with Veldia |": to whom the way is opened."""
    parse, found, parts, labels = telling
    if found.trigger.mode != "access" or found.trigger.pos != "verb" or has_part(parts, "recipient"):
        return
    for gate in (h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _GATES):
        beside = (*parse.children(gate, "nmod", "obl"), *parse.children(found.head, "obl"))
        yield from (c.i for c in beside if case_of(parse, c.i) in {"with", "to"} and labels.get(c.i) == "place")


def _left_by_troops(telling: Telling) -> Iterator[int]:
    """ "Orland's troops left | Veldia |", "the withdrawal of its men | from Veldia |": the state that they leave."""
    parse, found, parts, _ = telling
    if found.trigger.mode != "withdraw" or has_part(parts, "recipient") or not has_part(parts, "actor", "participant"):
        return
    if found.trigger.pos == "noun" and all(parse.tokens[h].tag == "PRP$" for h in parts):
        return  # "defended | his | withdrawal from Veldia": talk of what was told
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    below = [c.i for h in parts for c in parse.children(h, "nmod") if case_of(parse, c.i) == "from"]
    left = {i for h in (*below, *(h for h, p in parts.items() if p.part == "target")) for i in parse.subtree(h)}
    own = {parse.tokens[i].lower for h in parts for i in parse.subtree(h) if i in states - left and i <= h}
    if parse.tokens[found.head].dep in {"nsubj", "nsubj:pass"}:  # "the withdrawal of Orlian troops | from Veldia |"
        yield from (h for h in below if _is_foreign(parse, h, states, own))
    leaving = parse.tokens[found.head].lemma.lower() in _LEAVING
    for slot in ("from", "of") if found.trigger.pos == "verb" or "from" in found.slots else ():
        yield from (h for h in found.slots.get(slot, ()) if _is_foreign(parse, h, states, own))
    yield from (h for h in found.slots.get("object", ()) if leaving and _is_foreign(parse, h, states, own))
    if found.trigger.pos == "verb":  # "a third of its men | from Veldia |", "its men from two bases | in Veldia |"
        moved = [
            c for h in found.slots.get("object", ()) for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"
        ]
        away = [c for m in moved for c in parse.children(m.i, "nmod") if case_of(parse, c.i) == "from"]
        yield from (c.i for c in away if _is_foreign(parse, c.i, states, own))
        inside = [
            c for h in found.slots.get("from", ()) for c in parse.children(h, "nmod") if case_of(parse, c.i) == "in"
        ]
        yield from (c.i for c in inside if _is_foreign(parse, c.i, states, own))
    if parse.tokens[found.head].lemma.lower() in {"drawdown", "reduction"}:  # "of its forces | in Veldia |"
        where = (c for h in (found.head, *parts) for c in parse.children(h, "nmod") if case_of(parse, c.i) == "in")
        yield from (c.i for c in where if _is_foreign(parse, c.i, states, own))


_LEAVING = frozenset({"leave", "quit", "exit", "evacuate", "vacate"})


def _is_foreign(parse: Parse, head: int, states: set[int], own: set[str]) -> bool:
    return head in states and parse.tokens[head].lower not in own and not parse.children(head, "nmod")


def _whose_inquiry(telling: Telling) -> Iterator[int]:
    """ "Will cooperate with the | UN | inquiry": with those who hold it."""
    parse, found, parts, labels = telling
    if found.trigger.pos != "verb" or has_part(parts, "recipient"):
        return
    for noun in found.slots.get("with", ()):
        if parse.tokens[noun].lemma.lower() in _INQUIRIES:
            whose = parse.children(noun, "nmod:poss", "compound", "amod")
            yield from (c.i for c in whose if labels.get(c.i) in {"organisation", "place"} and c.i not in parts)


def _whose_debt(telling: Telling) -> Iterator[int]:
    """ "Wrote off | Veldia's | debt", "cancelled debts owed by | Veldia |": who need not pay."""
    parse, found, parts, labels = telling
    waived = list(found.slots.get("object", ()))  # "cancelled | $9 million | of debt owed by Veldia"
    waived += [c.i for h in tuple(waived) for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"]
    for debt in (h for h in waived if parse.tokens[h].lemma.lower() in _DEBTS):
        owed = (c for h in {debt, *waived} for c in parse.children(h, "acl") if c.lower in {"owed", "incurred", "due"})
        owing = (*parse.children(debt, "nmod:poss"), *(a for c in owed for a in parse.children(c.i, "obl:agent")))
        yield from (c.i for c in owing if not has_part(parts, "recipient") and labels.get(c.i) in _NAMED)


_DEBTS = frozenset({"debt", "loan", "arrears"})
_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "investigator", "inspection", "mission", "effort"})


_TOWNS = frozenset({"capital", "city", "town", "village"})


def _receiving_place(telling: Telling) -> Iterator[int]:
    """ "| Orli | is locked down during a visit from the king of Veldia": where he is received."""
    parse, found, parts, labels = telling
    noun = parse.tokens[found.head]
    if found.trigger.mode != "visit" or noun.is_verb or has_part(parts, "recipient") or not has_part(parts, "actor"):
        return
    town = visited(parse, noun)
    if town is not None and town not in parts:
        yield town  # "flew | to Orli | on a visit"
        return
    if noun.dep != "obl" or case_of(parse, noun.i) not in {"during", "for", "ahead", "before", "after", "amid"}:
        return
    if "from" in found.slots or "by" in found.slots:
        clause = parse.tokens[noun.head]
        for place in parse.children(clause.i, "nsubj", "nsubj:pass"):
            names = (place, *(parse.children(place.i, "appos") if place.lemma.lower() in _TOWNS else ()))
            yield from (n.i for n in names if labels.get(n.i) == "place" and n.i not in parts)


_SEEKING = frozenset({"seek", "win", "gather", "rally", "drum", "secure", "garner", "muster"})


def _sought_on_tour(telling: Telling) -> Iterator[int]:
    """ "Tours the region to seek backing | from Orland and Veldia |": whom he visits."""
    parse, found, _, labels = telling
    if found.trigger.mode != "visit" or found.trigger.pos != "verb":
        return
    for aim in parse.children(found.head, "advcl", "xcomp"):
        if aim.tag != "VB" or aim.lemma.lower() not in _SEEKING:
            continue
        below = (*parse.children(aim.i, "obl"), *(c for o in parse.children(aim.i, "obj") for c in _under(parse, o)))
        yield from (c.i for c in below if case_of(parse, c.i) == "from" and labels.get(c.i) == "place")


_REGIONS = frozenset({"africa", "asia", "europe", "east", "america", "gulf", "balkans", "caribbean", "caucasus"})


def hosted(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """Places that stand for those who are there set right: regions, missions, "each other's capitals"."""
    _without_regions(parse, parts, found, labels)
    _to_owner_of_mission(parse, parts, found, labels)
    if found.trigger.event == "ASSAULT":
        return  # "kill | each other's fighters |": those of the two
    for head in [h for h in parts if any(_is_each_other(parse, c.i) for c in parse.children(h, "nmod:poss"))]:
        del parts[head]


def _is_each_other(parse: Parse, i: int) -> bool:
    """ "Named envoys to | each other's | capitals": nobody beside those who do it."""
    return f"{parse.tokens[i].lower} {parse.behind(i).lower}" in {"each other", "one another"}


def _without_regions(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "Tours | the Gulf | to seek backing from Orland and Veldia": the states visited stand for their region."""
    if found.trigger.mode != "visit" or found.trigger.pos != "verb":
        return
    received = [h for h, p in parts.items() if p.part == "recipient" and labels.get(h) == "place"]
    regions = [h for h in received if parse.tokens[h].lower in _REGIONS]
    if len(received) > len(regions) + 1:
        for head in regions:
            del parts[head]


_MISSIONS = frozenset({"embassy", "consulate", "mission", "legation", "commission"})


def _to_owner_of_mission(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "Closed | the Orlian | embassy in Kest": it falls on Orland; the town is the closer's own."""
    if found.trigger.event != "SANCTION" or found.trigger.mode != "withdraw" or found.trigger.pos != "verb":
        return
    for thing in (t for h in found.slots.get("object", ()) for t in (h,) if parse.tokens[t].lemma.lower() in _MISSIONS):
        owners = [c.i for c in parse.children(thing, "amod", "nmod:poss", "compound") if c.i in labels]
        own = any(c.lower in {"its", "their", "his"} for c in parse.children(thing, "nmod:poss"))
        foreign = [i for i in owners if labels[i] in {"nationality", "place"} and i not in parts]
        if own and not foreign:
            continue
        acting = {parse.tokens[h].text for h, p in parts.items() if p.part == "actor"}
        if len(foreign) == 1 and parse.tokens[foreign[0]].text not in acting:
            for head in [h for h, p in parts.items() if p.part == "recipient" and p.slot == "in"]:
                del parts[head]
            parts[foreign[0]] = Part(foreign[0], "recipient", "organisation", "poss")


_BARRIERS = frozenset({"sanction", "tariff", "embargo", "restriction", "ban", "curb", "blockade"})
_GIVING_WAY = frozenset("release free pardon agree accept allow return halt suspend withdraw reopen dismantle".split())


def _eased_for(telling: Telling) -> Iterator[int]:
    """ "| Veldia | frees nine men after Orland lifts its sanctions": for whom, where both give way."""
    parse, found, parts, labels = telling
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    if verb.dep != "advcl" or has_part(parts, "recipient", "target") or above.lemma.lower() not in _GIVING_WAY:
        return
    barred = any(parse.tokens[h].lemma.lower() in _BARRIERS for h in (*found.slots.get("object", ()), *found.tokens))
    if barred and any(m.lower in {"after", "once", "as"} for m in parse.children(verb.i, "mark")):
        yield from (c.i for c in parse.children(above.i, "nsubj") if labels.get(c.i) == "place" and c.i not in parts)


_CASES = frozenset({"case", "lawsuit", "complaint", "suit", "claim"})


def _accused_in(telling: Telling) -> Iterator[int]:
    """ "Withdraws its case accusing | Veldia | of fraud": against whom it was."""
    parse, found, parts, labels = telling
    cases = [h for h in (*found.slots.get("object", ()), *found.tokens) if parse.tokens[h].lemma.lower() in _CASES]
    if not cases or has_part(parts, "recipient"):
        return
    for clause in (*parse.children(cases[0], "acl"), *parse.children(found.head, "advcl")):
        if clause.tag == "VBG" and clause.lemma.lower() in {"accuse", "allege"}:
            yield from (c.i for c in parse.children(clause.i, "obj") if labels.get(c.i) in _NAMED and c.i not in parts)


def _spared_them(telling: Telling) -> Iterator[int]:
    """ "Announces a reprieve from tariffs | for Orlian bakers |": whom it spares."""
    parse, found, parts, _ = telling
    if found.trigger.pos != "noun" or has_part(parts, "recipient"):
        return
    below = [c for c in parse.children(found.head, "nmod") if case_of(parse, c.i) == "from"]
    if found.carrier is not None:
        below += [c for c in parse.children(found.carrier, "obl") if case_of(parse, c.i) == "from"]
    for burden in below:
        for whom in parse.children(burden.i, "nmod"):
            if case_of(parse, whom.i) == "for" and whom.tag in {"NNS", "NNP", "NNPS"}:
                yield whom.i


def _of_worth(telling: Telling) -> Iterator[int]:
    """ "A package worth ten million euros | for Veldia |": for whom it is."""
    parse, found, parts, _ = telling
    if has_part(parts, "recipient"):
        return
    for given in found.slots.get("object", ()):
        for worth in (c for c in parse.children(given, "acl", "amod") if c.lower in {"worth", "valued"}):
            sums = (worth, *parse.children(worth.i, "obj", "obl"))
            below = [c for s in sums for c in parse.children(s.i, "obl", "nmod")]
            yield from (c.i for c in below if case_of(parse, c.i) in {"for", "to"} and c.tag.startswith("NNP"))


_WHOSE = frozenset({"bid", "candidacy", "application", "candidate", "campaign", "nomination", "membership"})


def _whose_bid(telling: Telling) -> Iterator[int]:
    """ "Backs | Veldia's | bid to host the games": whom it backs."""
    parse, found, parts, labels = telling
    if found.trigger.pos != "verb":
        return
    taken = {p.head for p in parts.values() if p.part == "recipient"}
    for bid in (h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _WHOSE):
        owners = parse.children(bid, "nmod:poss", "amod", "compound", "nmod")
        yield from (
            c.i for c in owners if labels.get(c.i) == "place" and (c.dep != "nmod" or case_of(parse, c.i) == "of")
        )
        yield from (
            c.i for c in owners if labels.get(c.i) == "person" and c.dep == "nmod:poss" and bid not in taken
        )  # "| Ruiz's | bid"


def _whose_deed(telling: Telling) -> Iterator[int]:
    """ "Gave tacit support to | Veldia's | march": to whom it is given."""
    parse, found, parts, labels = telling
    if found.trigger.pos != "verb" or has_part(parts, "recipient"):
        return
    for deed in found.slots.get("to", ()):
        yield from (c.i for c in parse.children(deed, "nmod:poss") if labels.get(c.i) in _NAMED)


def _summoning(telling: Telling) -> Iterator[int]:
    """ "The envoy was summoned to | the Veldian foreign ministry |": it summons him."""
    parse, found, parts, labels = telling
    if (
        found.trigger.mode != "disapprove"
        or found.trigger.words[0] not in {"summon", "call"}
        or has_part(parts, "actor")
    ):
        return
    if is_passive(parse, found.head):
        for house in (c for c in parse.children(found.head, "obl") if case_of(parse, c.i) == "to"):
            whose = parse.children(house.i, "amod", "compound", "nmod:poss")
            if house.lemma.lower() == "ministry" and any(labels.get(c.i) in {"nationality", "place"} for c in whose):
                yield house.i


def _offering(telling: Telling) -> Iterator[int]:
    """ "Turns down an offer of aid | from Veldia |": whose offer it is."""
    parse, found, parts, labels = telling
    if found.trigger.pos != "verb" or has_part(parts, "recipient"):
        return
    for offer in (h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in {"offer", "invitation"}):
        below = _under(parse, parse.tokens[offer])
        yield from (c.i for c in below if case_of(parse, c.i) in {"from", "by"} and labels.get(c.i) in _NAMED)


def _caller(telling: Telling) -> Iterator[int]:
    """ "Received a phone call from | the king, Omar Badr |": who rang."""
    parse, found, _, labels = telling
    if found.trigger.mode != "phone" or found.trigger.pos != "noun":
        return
    call = parse.tokens[found.head]
    taken = call.dep == "obj" and parse.tokens[call.head].lemma.lower() in {"receive", "take", "get"}
    late = slots_of(parse, call.head).get("from", ()) if taken else ()  # "received a call that day | from the king"
    for head in (*found.slots.get("from", ()), *late):
        beside = parse.children(head, "appos")
        behind = [c.i for b in beside for c in parse.children(b.i, "appos") if labels.get(c.i) == "person"]
        if labels.get(head) == "person" or any(labels.get(c.i) == "person" for c in beside):
            yield head
        elif behind:  # "from his backer, the Orlian president, | Omar Badr |"
            yield behind[0]


_CARING = frozenset("hospital school clinic university orphanage shelter kitchen museum".split())


def to_houses(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "Donates nine ambulances to | hospitals |": what is run by people receives it, and is no target."""
    if found.trigger.event != "AID":
        return
    for head in [h for h, p in parts.items() if p.part == "target" and parse.tokens[h].lemma.lower() in _CARING]:
        parts[head] = msgspec.structs.replace(parts[head], part="recipient", kind="organisation")


def _handed(telling: Telling) -> Iterator[int]:
    """ "| Three men | have their terms cut and are extradited": who is handed over."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.words[0] != "extradite" or has_part(parts, "participant") or not is_passive(parse, verb.i):
        return
    above = parse.tokens[verb.head]
    if verb.dep == "conj" and above.is_verb and not parse.children(verb.i, "nsubj:pass", "nsubj"):
        yield from (c.i for c in parse.children(above.i, "nsubj", "nsubj:pass") if c.is_noun and c.i not in parts)


def _sheltering(telling: Telling) -> Iterator[int]:
    """ "Arrived in | Orland |, where they received asylum": who gave it."""
    parse, found, parts, labels = telling
    if has_part(parts, "actor") or "asylum" not in {parse.tokens[i].lower for i in (found.head, *found.tokens)}:
        return
    head = parse.tokens[found.carrier if found.carrier is not None else found.head]
    verb = head if head.is_verb else parse.tokens[head.head]
    place = parse.tokens[verb.head]
    where = any(c.lower == "where" for c in parse.children(verb.i, "advmod"))
    if verb.dep == "acl:relcl" and where and labels.get(place.i) == "place":
        yield place.i


def _met_for_it(telling: Telling) -> Iterator[int]:
    """ "Ruiz met | Jan Holub |, agreeing to free prisoners": nobody agrees alone."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    while verb.dep in {"xcomp", "ccomp"} and verb.tag == "VB":
        verb = parse.tokens[verb.head]
    above = parse.tokens[verb.head]
    if verb.lower not in {"agreeing", "signing"} or verb.dep != "advcl" or above.lemma.lower() != "meet":
        return
    if not is_passive(parse, above.i):
        yield from (c.i for c in parse.children(above.i, "obj") if c.is_noun and c.i not in parts)


def _offered(telling: Telling) -> Iterator[int]:
    """ "Offered | the council | talks about a truce": to whom."""
    parse, found, parts, labels = telling
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "offer" or has_part(parts, "recipient") or is_passive(parse, verb.i):
        return
    people = [c for c in parse.children(verb.i, "iobj") if c.i > verb.i]
    yield from (c.i for c in people if c.i in labels or c.is_noun or c.tag == "PRP")


_RULES: tuple[tuple[Callable[[Telling], Iterator[int]], str, RolePart], ...] = (
    (_offered, "AGREE", "recipient"),
    (_offered, "CONSULT", "recipient"),
    (_of_pact, "SUPPORT", "actor"),
    (_of_pact, "AGREE", "actor"),
    (_of_pact, "COOPERATE", "actor"),
    (_met_for_it, "RETREAT", "actor"),
    (_met_for_it, "SUPPORT", "actor"),
    (_met_for_it, "AGREE", "actor"),
    (_met_for_it, "COOPERATE", "actor"),
    (_granter, "MOBILIZE", "actor"),
    (_granter, "AID", "actor"),
    (_granter, "CONSULT", "actor"),
    (_granted, "MOBILIZE", "recipient"),
    (_granted, "AID", "recipient"),
    (_helped_too, "AID", "recipient"),
    (_beyond_border, "RETREAT", "recipient"),
    (_left_by_troops, "RETREAT", "recipient"),
    (_whose_inquiry, "COOPERATE", "recipient"),
    (_whose_debt, "CONCEDE", "recipient"),
    (_receiving_place, "CONSULT", "recipient"),
    (_sought_on_tour, "CONSULT", "recipient"),
    (_eased_for, "CONCEDE", "recipient"),
    (_accused_in, "CONCEDE", "recipient"),
    (_spared_them, "CONCEDE", "recipient"),
    (_of_worth, "AID", "recipient"),
    (_whose_bid, "SUPPORT", "recipient"),
    (_whose_deed, "SUPPORT", "recipient"),
    (_caller, "CONSULT", "actor"),
    (_summoning, "ACCUSE", "actor"),
    (_offering, "REJECT", "recipient"),
    (_handed, "COOPERATE", "participant"),
    (_sheltering, "AID", "actor"),
)
