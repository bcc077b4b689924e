"""Who takes part in a deed, and as what: the fillers of a trigger's slots, sorted by what they can be."""

from __future__ import annotations

import msgspec

from whosays.coding.parties.above import of_attackers, told_above
from whosays.coding.parties.aims import aimed_at
from whosays.coding.parties.answerable import answerable
from whosays.coding.parties.apposed import without_kinds_beside
from whosays.coding.parties.basis import basis_of
from whosays.coding.parties.bearing import ACCUSED, CLAIMED, SUSPECTED, borne
from whosays.coding.parties.burdens import burdened, stood_for
from whosays.coding.parties.bystanders import (
    befell_land,
    held_in_town,
    housed_before,
    invaded,
    only_tells_of,
    owned_ahead,
    placed_before,
)
from whosays.coding.parties.counterparts import of_their_acts, other_sides, part_of_time, without_days
from whosays.coding.parties.doers import told_of_violence
from whosays.coding.parties.elsewhere import captives, rescuers, told_elsewhere
from whosays.coding.parties.enforcing import enforced
from whosays.coding.parties.falling import fallen_on
from whosays.coding.parties.holders import holders
from whosays.coding.parties.nobodies import is_nobody
from whosays.coding.parties.opponents import opponents
from whosays.coding.parties.ordering import doers_of, ordering
from whosays.coding.parties.outcomes import led_to
from whosays.coding.parties.owners import operators, owners, wagers, whose_things
from whosays.coding.parties.partners import hosted, partners, to_houses
from whosays.coding.parties.protested import of_protest, without_causes
from whosays.coding.parties.receivers import received
from whosays.coding.parties.spreading import spread
from whosays.coding.parties.superfluous import without_superfluous
from whosays.coding.parties.thirdparties import beside_parties
from whosays.coding.parties.violence import violent
from whosays.coding.sifting.marches import of_marches
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.parts import BEFORE, FIGHTING, ORDER, Part, sorted_in
from whosays.coding.words.quantities import count_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import THING_EFFECTS, Ontology
from whosays.ontology.wording import Wording
from whosays.parse import NameLabel, Parse, Token
from whosays.records import Role, RoleBasis

Filling = tuple[str, str, tuple[int, ...]]  # a slot, the part played there, and the heads in it

_ELSEWHERE = (
    operators,
    wagers,
    violent,
    opponents,
    aimed_at,
    of_protest,
    of_marches,
    rescuers,
    captives,
    told_elsewhere,
    holders,
    told_above,
    enforced,
    burdened,
    received,
    other_sides,
    partners,
    told_of_violence,
    led_to,
    answerable,
    fallen_on,
)


def parts_of(parse: Parse, found: Found, ontology: Ontology, labels: dict[int, NameLabel]) -> tuple[Part, ...]:
    """The participants of the deed that ``found`` tells of, each once, actors first."""
    parts: dict[int, Part] = {}
    times = {i for t in parse.times for i in range(t.start, t.end)}
    for slot, part, heads in _fillings(parse, found):
        for first in heads:
            for head in spread(parse, first, found, (ontology, labels)):
                if head in found.tokens or head in times or is_nobody(parse, head, slot):
                    continue
                chosen = sorted_in(parse, head, (slot, part, found), (ontology, labels))
                chosen = _as_first(parse, chosen, parts.get(first), labels)
                if chosen is not None and (head not in parts or ORDER[chosen.part] < ORDER[parts[head].part]):
                    parts[head] = chosen
    _without_sources(parse, parts, found)
    _without_sparks(parse, parts, found)
    of_attackers(parse, parts, found)
    _without_makes(parts, found)
    _without_origins(parts, found)
    _without_kinds(parse, parts)
    _toured(parts, found, labels)
    invaded(parse, parts, found, labels)
    placed_before(parse, parts, found, labels)
    held_in_town(parse, parts, found)
    housed_before(parse, parts, found, labels)
    owned_ahead(parse, parts, found, labels)
    _sided(parse, parts, found)
    _without_topics(parse, parts, found)
    of_their_acts(parse, parts, found, labels)
    whose_things(parse, parts, found)
    stood_for(parse, parts, found)
    without_causes(parse, parts, found)
    to_houses(parse, parts, found)
    others = (*owners(parse, found, tuple(parts.values()), labels), *beside_parties(parse, found, parts, labels))
    for other in others:
        parts.setdefault(other.head, other)
    for operate in _ELSEWHERE:
        for operator in operate(parse, found, parts, (ontology, labels)):
            parts.setdefault(operator.head, operator)
    without_kinds_beside(parse, parts, labels)
    befell_land(parse, parts, found, labels)
    hosted(parse, parts, found, labels)
    without_superfluous(parse, parts, found, labels)
    _without_town_twice(parse, parts, labels)
    for added in borne(parse, found, tuple(parts.values()), (ontology, labels)):
        parts.setdefault(added.head, added)
    # "were protesting | what | they called a rigged vote": it names nobody
    named = (p for p in parts.values() if parse.tokens[p.head].lower != "what")
    return tuple(sorted(named, key=lambda p: (ORDER[p.part], p.head)))


def _as_first(parse: Parse, part: Part | None, first: Part | None, labels: dict[int, NameLabel]) -> Part | None:
    """ "Shelled Arvo, Kest | and Orli": the other names of a list of towns are towns, too."""
    if part is None or first is None or part.head == first.head or first.part != "target":
        return part
    named = parse.tokens[part.head].tag.startswith("NNP") and labels.get(first.head) == "place"
    return msgspec.structs.replace(part, part="target", kind="thing") if named and part.part == "recipient" else part


def _without_sources(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "Was deported | from Orli": by it, where it is a state and nobody else is told."""
    if found.trigger.words[-1] not in {"deport", "banish", "exile", "extradite", "extradition"}:
        return
    told = any(p.part == "actor" and p.slot != "from" for p in parts.values())
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "from" and (told or h not in states)]:
        del parts[head]


def _without_sparks(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "The militia could trigger | an army | offensive": who gives rise to it does not wage it."""
    carrier = parse.tokens[found.carrier] if found.carrier is not None else None
    if carrier is None or carrier.lemma.lower() not in {"trigger", "provoke", "spark", "set"}:
        return
    if any(p.part == "actor" and p.slot in {"compound", "amod", "poss", "by", "between"} for p in parts.values()):
        for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "subject"]:
            del parts[head]


def _without_makes(parts: dict[int, Part], found: Found) -> None:
    """ "The army launched a | QX | barrage": a name before the noun is the make of the arms where the doer is told."""
    told = any(p.part == "actor" and p.slot not in BEFORE for p in parts.values())
    if found.light is None or not told:
        return
    for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "compound" and p.kind == "unknown"]:
        del parts[head]


def _without_kinds(parse: Parse, parts: dict[int, Part]) -> None:
    """ "The | militant | attack by the Front", "mounted | guerrilla | raids": of what kind, where the doer is told."""
    before = (h for h, p in parts.items() if p.part == "actor" and p.slot in BEFORE)
    kinds = [h for h in before if parse.tokens[h].lower in FIGHTING]
    if any(p.part == "actor" and h not in kinds for h, p in parts.items()):
        for head in kinds:
            del parts[head]
    if any(p.part == "recipient" and p.slot == "of" for p in parts.values()):  # "the | child | abuse of a girl"
        common = [h for h, p in parts.items() if p.slot == "compound" and parse.tokens[h].tag in {"NN", "NNS"}]
        for head in [h for h in common if parts[h].part == "recipient"]:
            del parts[head]


def _without_town_twice(parse: Parse, parts: dict[int, Part], labels: dict[int, NameLabel]) -> None:
    """ "Seized the Orlian town of | Kest |": one place, which its kind and its name tell."""
    for head in [h for h, p in parts.items() if p.part == "target" and labels.get(h) == "place"]:
        of = parse.tokens[parse.tokens[head].head]
        told = of.i in parts and parts[of.i].part == "target" and of.i != head and case_of(parse, head) == "of"
        if told and of.lemma.lower() in _SETTLED:
            del parts[of.i if parse.children(head, "conj") else head]  # "the cities of Kest and Uri": each of them


_SETTLED = frozenset("town city village settlement hamlet port district suburb capital island".split())


def _toured(parts: dict[int, Part], found: Found, labels: dict[int, NameLabel]) -> None:
    """ "A tour of | Orland and Veldia": where it goes, and nobody's tour."""
    if found.trigger.mode != "visit" or found.trigger.pos != "noun" or "to" in found.slots:
        return
    for head, part in [(h, p) for h, p in parts.items() if p.slot == "of" and labels.get(h) == "place"]:
        parts[head] = msgspec.structs.replace(part, part="recipient")


_BEHIND = 3  # words from "anti" to a noun behind the name that it stands before


def _sided(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "An anti- | Hamas | protest" is against them, "a pro- | Orland | march" for them: they do not march."""
    for head, part in list(parts.items()):
        if head < 2 or part.slot not in BEFORE:
            continue
        far = parse.tokens[max(head - _BEHIND, 0)].lower == "anti" and parse.tokens[head - 2].text in {"-", "‑"}
        if far and parse.tokens[head - 1].text[:1].isupper():
            del parts[head]  # "an anti-Ruiz | government | protest"
            continue
        if parse.tokens[head - 1].text not in {"-", "‑"}:
            continue
        prefix = parse.tokens[head - 2].lower
        if prefix == "anti" and found.trigger.event == "PROTEST":
            parts[head] = msgspec.structs.replace(part, part="recipient")
        elif prefix in {"anti", "pro", "counter", "non"}:
            del parts[head]


def _without_origins(parts: dict[int, Part], found: Found) -> None:
    """ "Norway sent tents from | Dubai": who sends them is told, so they only came from there."""
    told = any(p.part == "actor" and p.slot != "from" for p in parts.values())
    if found.trigger.event == "AID" and found.trigger.pos == "verb" and told:
        for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "from"]:
            del parts[head]


def _without_topics(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "US | sanctions on Orli" are the States'; "the | Orli | sanctions" are on Orli, or nobody knows whose."""
    if found.trigger.event == "RETREAT" and "from" not in found.slots:  # "the Syrian | withdrawal"
        for head in [h for h, p in parts.items() if p.slot == "amod" and found.trigger.mode == "withdraw"]:
            del parts[head]
    if found.trigger.event == "RETREAT":  # "the US | withdrawal", but "the Syria | withdrawal"
        for head in [h for h, p in parts.items() if p.slot == "compound" and not parse.tokens[h].text.isupper()]:
            del parts[head]
    if found.trigger.event != "SANCTION" or found.trigger.pos == "verb":
        return
    if not any(p.part == "recipient" and p.slot not in BEFORE for p in parts.values()):
        for head in [h for h, p in parts.items() if p.slot == "compound"]:
            del parts[head]


_ENDING = frozenset({"stop", "halt", "end", "prevent"})


def _ends_anothers(parse: Parse, found: Found) -> bool:
    """ "Took no action to | stop attacks": who is to end a deed that nobody is said to own does not do it."""
    if found.carrier is None or parse.children(found.head, "nmod:poss"):
        return False
    verb = parse.tokens[found.carrier]
    aim = verb.dep in {"acl", "advcl"} and any(m.lower == "to" for m in parse.children(verb.i, "mark"))
    return aim and verb.lemma.lower() in _ENDING


def _is_time(parse: Parse, head: int) -> bool:
    return any(t.start <= head < t.end for t in parse.times)


def _fillings(parse: Parse, found: Found) -> list[Filling]:
    fillings = [
        (slot, found.trigger.roles[slot], heads) for slot, heads in found.slots.items() if slot in found.trigger.roles
    ]
    onto = any(
        not _is_time(parse, head)  # "the mayor's | murder on Monday"
        for s in ("of", "on", "against")
        if found.trigger.roles.get(s) == "recipient"
        for head in found.slots.get(s, ())
    )
    if found.trigger.roles.get("poss") == "recipient" and onto:
        fillings = [(s, "actor" if s == "poss" else p, h) for s, p, h in fillings]  # "his | assault of a girl"
    if (
        found.trigger.event in {"ACCUSE", "REJECT", "PROTEST"}
        and found.trigger.pos == "verb"
        and found.slots.get("subject")
    ):
        # "orders an inquiry into fraud | by the premier": who is looked into, where somebody else looks
        fillings = [(s, "recipient" if s == "by" else p, h) for s, p, h in fillings]
    if found.trigger.event == "ASSAULT" and parse.tokens[found.head].lemma.lower() in _OPERATIONS:
        # "the operation | of the Orlian army |": those who run it
        fillings = [(s, "actor" if s == "of" and _are_armed(parse, h) else p, h) for s, p, h in fillings]
    if found.trigger.mode == "withdraw" and found.slots.get("poss") and found.trigger.event == "RETREAT":
        # "the president's | withdrawal of troops": he orders it, they are moved
        fillings = [(s, "participant" if s == "of" else p, h) for s, p, h in fillings]
    if not any(p == "actor" and _may_fill(parse, s, h) for s, p, h in fillings):
        fillings.append(("by", "actor", doers_of(parse, found)))
    if not any(p == "actor" and any(parse.tokens[i].text[:1].isupper() for i in h) for _, p, h in fillings):
        fillings.append(("by", "actor", ordering(parse, found)))
    if found.light is not None and found.carrier is not None:
        lent = slots_of(parse, found.carrier)
        if found.light.subject is not None and found.light.event != "subject" and not _ends_anothers(parse, found):
            busy = found.light.event == "in" and not lent.get("subject")  # "we | are engaged | in talks"
            fillings.append(("subject", found.light.subject, lent.get("object" if busy else "subject", ())))
        talks = found.trigger.event in {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}
        about = {"on", "against", "at"} if talks else set()  # "a discussion | on the reconstruction": what it is about
        for slot, part in found.light.roles.items():
            if slot not in about:
                own = found.slots.get(slot, ()) if slot == "with" and slot not in found.trigger.roles else ()
                fillings.append((slot, part, (*lent.get(slot, ()), *own)))
        if found.light.event == "subject" and "subject" not in found.light.roles and "by" in lent:
            fillings.append(("by", "actor", lent["by"]))
        if lent.get("subject") and found.light.subject == "actor":  # "the jets renewed | their raids"
            fillings = [f for f in fillings if f[:2] != ("poss", "actor") or not _is_no_name(parse, f[2])]
    return [*fillings, *_of_talks(parse, found, fillings)]


_OPERATIONS = frozenset({"operation", "offensive", "campaign", "counteroffensive", "incursion"})
_ARMED = frozenset({"army", "military", "navy", "force", "troop", "soldier", "militia", "rebel", "marine"})


def _are_armed(parse: Parse, heads: tuple[int, ...]) -> bool:
    return all(parse.tokens[h].lemma.lower() in _ARMED or h in parse.armed for h in heads)


def _may_fill(parse: Parse, slot: str, heads: tuple[int, ...]) -> bool:
    """Whether somebody may stand in a slot: "an | aggravated | assault" tells of nobody."""
    return slot not in BEFORE or any(parse.tokens[h].text[:1].isupper() or parse.tokens[h].is_noun for h in heads)


def _of_talks(parse: Parse, found: Found, fillings: list[Filling]) -> list[Filling]:
    """Who sits on the other side, where the words of talks or a pact name one side or none."""
    fillings = [(slot, role, without_days(parse, heads)) for slot, role, heads in fillings]
    told = [f for f in fillings if {h for h in f[2] if _is_named(parse, h, f[0])} - set(found.tokens)]
    trigger, token = found.trigger, parse.tokens[found.head]
    governor = parse.tokens[token.head]
    added: list[Filling] = []
    if trigger.reciprocal and token.dep == "xcomp" and governor.lemma.lower() == "agree":
        with_whom = slots_of(parse, token.head).get("with", ())  # "agreed | with Orland | to share intelligence"
        added.append(("with", "actor", with_whom))
    # "during a | brief | private visit": no word for somebody
    acting = [(f[0], tuple(h for h in f[2] if h not in found.tokens)) for f in fillings if f[1] == "actor"]
    nobody = not any(heads and _may_fill(parse, slot, heads) for slot, heads in acting)
    if trigger.event == "CONSULT" and nobody:
        added.append(("subject", "actor", _other_side(parse, found)))  # "said | during a visit to Kest"
        speaks = trigger.mode == "phone" and governor.lemma.lower() in _TELLING
        around = slots_of(parse, governor.i) if speaks else {}  # "told the king | in a phone call"
        added += [(slot, "actor", around.get(slot, ())) for slot in ("subject", "object", "iobj")]
    beside = any(s in found.slots for s in ("with", "to") if trigger.roles.get(s) == "actor")
    if trigger.reciprocal and "with" in trigger.roles and len(told) == 1 and beside:
        added.append(("subject", trigger.roles["with"], _other_side(parse, found)))
    return added


def _is_named(parse: Parse, head: int, slot: str) -> bool:
    """Whether a filler may be a side: of the words before the noun only names ("a joint | call" has none)."""
    house = parse.tokens[head].lower == "house" and parse.tokens[head - 1].lower == "white"  # "a | White House | talk"
    return slot not in BEFORE or (parse.tokens[head].tag.startswith("NNP") and not house)


def _other_side(parse: Parse, found: Found) -> tuple[int, ...]:
    """ "The rebels | called for a truce with the government": who wants it, offers it or refuses it is a side of it."""
    token = parse.tokens[found.head]
    governor = parse.tokens[token.head]
    if parse.children(token.i, "cop") and case_of(parse, token.i) in {"in", "on"}:  # "he is | in talks with them"
        return found.slots.get("subject", ())
    if found.trigger.event == "CONSULT":
        token = part_of_time(parse, token) or token  # "said on the last day | of a visit to Kest"
        governor = parse.tokens[token.head]
    spoken = token.dep == "nmod" and governor.dep == "obl" and governor.lemma.lower() in _OCCASIONS
    if found.trigger.mode == "visit" and spoken and case_of(parse, token.i) in _DURING:
        token, governor = governor, parse.tokens[governor.head]  # "at a news conference | during a visit"
    if token.is_verb or token.dep not in {"obj", "obl"} or not governor.is_verb or found.carrier is not None:
        return ()
    judged = governor.lemma.lower() in _JUDGING and "with" not in found.slots
    if token.dep == "obj" and (
        judged or governor.lemma.lower() in _FROM_OUTSIDE or only_tells_of(parse, found, governor.i)
    ):
        return ()
    there = found.trigger.event in {"CONSULT", "ASSAULT"} and case_of(parse, token.i) in _DURING
    back = case_of(parse, token.i) == "from" and governor.lemma.lower() in _COMING  # "returned | from a visit to Kest"
    there = there or (back and found.trigger.event == "CONSULT")
    objects = parse.children(governor.i, "obj")  # "a series | of airstrikes"
    done = (
        governor,
        *objects,
        *(c for o in objects for c in parse.children(o.i, "nmod") if case_of(parse, c.i) == "of"),
    )
    struck = any(c.lemma.lower() in _STRIKES for c in done)
    # "carried out airstrikes | during a meeting": not theirs
    there = (there or _looks_ahead(parse, found, governor)) and not struck
    asks = governor.lemma.lower() in _ASKING or (there and not is_passive(parse, governor.i))
    if token.dep == "obl" and there and found.trigger.mode == "visit" and is_passive(parse, governor.i):
        around = slots_of(parse, governor.i)
        return tuple(h for s in ("object", "iobj") for h in around.get(s, ()) if _is_bearer(parse, h))
    if token.dep == "obl" and not asks:  # "stuck by | the accord with Veldia"
        return ()
    return slots_of(parse, governor.i).get("subject", ())


def _is_bearer(parse: Parse, head: int) -> bool:
    """ "The premier was given a prize | during a state visit to Kest": a person with a name, who was there."""
    return any(n.label == "person" and n.start <= head < n.end for n in parse.names)


def _looks_ahead(parse: Parse, found: Found, governor: Token) -> bool:
    """ "He said | ahead of a meeting | with the king": whoever speaks before it will sit there."""
    cases = parse.children(found.head, "case")
    before = any({c.lower, parse.tokens[c.i - 1].lower} & {"ahead", "before"} for c in cases)
    met = found.trigger.event == "CONSULT" and ("with" in found.slots or found.trigger.mode == "visit")
    return met and before and governor.lemma.lower() in _ARRIVING


_OCCASIONS = frozenset({"conference", "speech", "interview", "briefing", "address", "ceremony", "dinner", "stop"})
_COMING = frozenset({"return", "come", "arrive", "fly"})
_ARRIVING = frozenset("say tell speak arrive travel fly land visit leave".split())

# "The premier said | in a call with the king", "left | after talks with her": who is told of has been there.
_DURING = frozenset({"in", "during", "at", "after", "following", "on", "through"})


# "Activists try to | stop the meeting": who hinders talks, or tells of them, has no seat there.
_FROM_OUTSIDE = frozenset(
    "stop halt prevent block disrupt interrupt condemn criticise criticize denounce oppose protest watch monitor cover "
    "report mention follow hail praise".split()
)
# Who judges them has none either, but he may speak of his own: "Togo welcomed the resumption of ties | with Benin |".
_JUDGING = frozenset(
    "welcome discuss deplore decry regret lament support back applaud slam blast defend reject question".split()
)
_STRIKES = frozenset("airstrike strike attack raid bombing assault shelling bomb shell hit kill storm shoot".split())
_TELLING = frozenset("tell inform assure warn thank congratulate reassure urge".split())
_ASKING = frozenset("call ask press push appeal plead agree consent object aim hope wait".split())


def _is_no_name(parse: Parse, heads: tuple[int, ...]) -> bool:
    """ "The jets renewed | their raids", "the president expanded | the country's ban": the doer has been named."""
    return all(parse.tokens[h].tag in {"PRP", "PRP$", "NN", "NNS"} for h in heads)


def role_of(parse: Parse, part: Part, book: Book, wording: Wording, found: Found) -> Role:
    """The record of a participant in what ``found`` tells of; its mention is kept in the book."""
    thing = part.kind == "thing"
    suffers = part.part in {"recipient", "target"}
    basis: RoleBasis = "fact"
    if part.part == "actor" and not thing:
        held: dict[str, RoleBasis] = {CLAIMED: "claimed", SUSPECTED: "suspected", ACCUSED: "accused"}
        basis = held.get(part.slot) or basis_of(parse, part.head, found, wording)
    return Role(
        mention=book.mention("object" if thing else "actor", part.head),
        part=part.part,
        kind=part.kind,
        number=count_of(parse, part.head, wording.quantities) if part.kind == "person" else None,
        effect=effect_on(part, found) if suffers else None,
        basis=basis,
    )


def effect_on(part: Part, found: Found) -> str | None:
    """What became of who suffers: people are not "destroyed"."""
    effect = found.trigger.effect
    if part.kind == "thing" and effect not in THING_EFFECTS and effect != "captured":
        return None  # "a bomb outside | a mosque | killed six": no mosque was
    return None if effect in THING_EFFECTS and part.kind == "person" else effect
