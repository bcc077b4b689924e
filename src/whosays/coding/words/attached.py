"""Slots that trees hang on a neighbour: "imposed sanctions | on Iran", "the arrest of a poet | by police"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import BLASTS, GATHERINGS, Slots, slot_of_case
from whosays.coding.words.understood import is_passive
from whosays.ontology import Trigger
from whosays.parse import Parse

_SIDES = frozenset({"actor", "recipient"})
_IN_PHRASE = frozenset({*_SIDES, "participant"})
_BROUGHT = frozenset({"bring", "file", "lay", "level", "impose", "place", "press"})


def with_attached(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    """Prepositions hang on the object as often as on the verb ("imposed sanctions | on Iran"): both are looked at.

    So they do on what a noun demands: "the resumption of ties | between Chile and Peru".
    """
    if trigger.pos != "verb":
        return _with_nested(parse, trigger, _against(parse, trigger, slots, tokens), tokens)
    slots = _without_times(parse, slots)
    wider = dict(slots)
    if "object" not in wider and len(tokens) > 1:  # "broke | off relations": a particle taken for a preposition
        cased = [
            c.i for c in parse.children(tokens[0], "obl", "nmod") for k in parse.children(c.i, "case") if k.i in tokens
        ]
        if cased:
            wider["object"] = tuple(cased)
    if trigger.event == "ASSAULT":
        wider |= _beside_town(parse, trigger, wider)
    for later in (t for t in tokens[1:] if parse.tokens[t].is_verb and "object" in trigger.roles):
        nested = [c.i for c in parse.children(later, "obj")]  # "applied to join | the bloc", "a request to join | it"
        nested = nested or [k.i for c in parse.children(later, "acl") for k in parse.children(c.i, "obj")]
        wider.setdefault("object", tuple(nested))
    if "by" not in wider and "by" in trigger.roles:
        wider |= _shared_by(parse, tokens[0])
    if trigger.event == "AID" and not wider.keys() & {"to", "for", "iobj"}:
        wider |= _helped_by(parse, tokens[0])
    waiting = list(dict.fromkeys((*_holders(parse, trigger, wider, tokens), *tokens[1:])))
    for head in waiting:
        for slot, filler in _below(parse, trigger, head, in_words=head in tokens):
            if slot not in slots:
                wider[slot] = tuple(dict.fromkeys((*wider.get(slot, ()), filler)))
                if slot in trigger.where and filler not in waiting:  # "forty million in aid | to Orli"
                    waiting.append(filler)
    return wider


def _holders(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> list[int]:
    """The words around a verb that what belongs to it may hang on: its object, its subject where that is told of."""
    # "withdrew from the treaty | with Orli"
    held = [*slots.get("object", ()), *(h for slot in trigger.where for h in slots.get(slot, ()))]
    if trigger.subject and trigger.roles.get("subject") in {None, "participant"}:
        subjects = slots.get("subject", ())  # "a truce | between the two | took effect"
        held += subjects  # and "a contingent of troops | from Orli | arrived"
        held += [c.i for h in subjects for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"]
    heads = [h for first in held for h in (first, *(c.i for c in parse.children(first, "conj")))]
    steps = [h for h in heads if parse.tokens[h].lemma.lower() in _STEPS]
    heads += [c.i for h in steps for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"]
    talks = [h for h in heads if parse.tokens[h].lemma.lower() in {"talk", "negotiation"}]  # "on a pact | with Orli"
    heads += [c.i for h in talks for c in parse.children(h, "nmod") if case_of(parse, c.i) in {"on", "over", "for"}]
    return heads + [c.i for t in tokens[1:] if parse.tokens[t].is_verb for c in parse.children(t, "obj")]


def _shared_by(parse: Parse, verb: int) -> Slots:
    """ "Was beaten | and dragged through the town by bakers |": whoever did the second did the first."""
    if not is_passive(parse, verb) or any(c.dep.startswith("obl") for c in parse.children(verb)):
        return {}
    for second in parse.children(verb, "conj"):
        alone = second.tag in {"VBN", "VBD"} and not parse.children(second.i, "nsubj:pass", "nsubj", "aux:pass", "obj")
        if alone and second.i == verb + 2:
            agents = [c.i for c in parse.children(second.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
            return {"by": tuple(agents)} if agents else {}
    return {}


_HELPING = frozenset({"support", "help", "assist", "aid", "back", "bolster", "strengthen"})


def _helped_by(parse: Parse, verb: int) -> Slots:
    """ "Will support | the navy | by providing drones": they are provided to the navy."""
    above = parse.tokens[parse.tokens[verb].head]
    if not any(m.lower == "by" for m in parse.children(verb, "mark")) or above.lemma.lower() not in _HELPING:
        return {}
    helped = tuple(c.i for c in parse.children(above.i, "obj"))
    return {"to": helped} if helped else {}


# What is done of a deed: "suspends the | implementation | of a deal with Orli".
_STEPS = frozenset(
    "control command authority custody possession sovereignty implementation signing ratification delivery resumption "
    "supply sale shipment transfer series set round package wave raft volley barrage salvo stream".split()
)


def _without_times(parse: Parse, slots: Slots) -> Slots:
    """ "Lifted sanctions on Orli | on Monday": a time fills no slot in which somebody may stand."""
    times = {i for t in parse.times for i in range(t.start, t.end)}
    return {s: h for s, h in slots.items() if s in {"object", "subject", "into"} or not times.issuperset(h)}


def _below(parse: Parse, trigger: Trigger, head: int, *, in_words: bool) -> Iterator[tuple[str, int]]:
    """What a noun of the deed holds for the slots of its verb."""
    told = {*trigger.roles, *trigger.needs, *trigger.where}
    for child in parse.children(head, "nmod", "obl"):
        slot = slot_of_case(case_of(parse, child.i))
        # "seized control | of", "froze the assets | of"; not "seized a box | of"
        theirs = trigger.roles.get("of") in _IN_PHRASE and not parse.tokens[head].tag.startswith("NNP")
        own = slot != "of" or in_words or "of" in trigger.where or theirs  # "the Summit | of the Isles"
        apart = slot == "with" and trigger.words == ("discuss",) and parse.tokens[head].lemma.lower() in _FOUGHT
        if own and slot in told and not (apart and _is_of_several(parse, head)):
            yield slot, child.i
    yield from ((slot, i) for slot, i in _in_clauses(parse, head) if trigger.roles.get(slot) in _SIDES)
    if trigger.roles.get("poss") in _SIDES:  # "revoked | his | visa", "raided | the mayor's | home"
        yield from (("poss", c.i) for c in parse.children(head, "nmod:poss"))


_FOUGHT = frozenset("war conflict dispute row fighting feud standoff battle rivalry border quarrel".split())


def _is_of_several(parse: Parse, noun: int) -> bool:
    """ "The two men discussed the | war | with the Front": the war is with it; the two spoke with each other."""
    subjects = parse.children(parse.tokens[noun].head, "nsubj")
    words = [c for s in subjects for c in (s, *parse.children(s.i, "nummod", "det"))]
    return any(c.lower in {"two", "both"} for c in words) or any(parse.children(s.i, "conj") for s in subjects)


def _in_clauses(parse: Parse, head: int) -> Iterator[tuple[str, int]]:
    """ "Imposed sanctions targeting | two banks", "dropped the charges brought | against her"."""
    for clause in parse.children(head, "acl"):
        if clause.tag == "VBG" and clause.lemma.lower() == "target":
            yield from (("on", c.i) for c in parse.children(clause.i, "obj"))
        elif clause.tag == "VBG":  # "charges of | laundering money | against her"
            yield from (("against", i) for i in _cased(parse, clause.i, "against"))
        elif clause.tag == "VBN" and clause.lemma.lower() in _BROUGHT:
            told = ((slot_of_case(case_of(parse, c.i)), c.i) for c in parse.children(clause.i, "obl"))
            yield from ((slot, i) for slot, i in told if slot in {"on", "against"})


def _cased(parse: Parse, verb: int, case: str) -> list[int]:
    return [c.i for c in parse.children(verb, "obl") if case_of(parse, c.i) == case]


def _beside_town(parse: Parse, trigger: Trigger, slots: Slots) -> Slots:
    """ "Exploded in the town of Arvo, | opposite a bank": what stands there, hung on the town."""
    found: Slots = {}
    for town in slots.get("in", ()):
        for child in parse.children(town, "nmod"):
            slot = slot_of_case(case_of(parse, child.i))
            beside = slot in {"near", "at", "against", "under"} and slot not in slots
            if beside and trigger.roles.get(slot) == "recipient":
                found[slot] = (*found.get(slot, ()), child.i)
    return found


_FALLS = ("against", "on", "at")


def _against(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    """ "The murder committed by rebels | against the rector", "a raid by rebels | on a bank": hung on the doer."""
    clauses = [c for t in tokens for c in parse.children(t, "acl", "acl:relcl")]
    agents = [*slots.get("by", ()), *(c.i for v in clauses for c in parse.children(v.i, "obl:agent"))]
    above = {parse.tokens[t].head for t in tokens if not parse.tokens[t].is_verb and parse.tokens[t].dep == "obl"}
    agents += [c.i for v in above for c in parse.children(v, "obl:agent") if c.i > max(tokens)]
    agents += [c.i for a in agents for c in parse.children(a, "nmod") if case_of(parse, c.i) == "of"]
    wider = dict(slots)
    for slot in _FALLS if trigger.event == "ASSAULT" else _FALLS[:1]:
        if trigger.roles.get(slot) == "recipient" and slot not in slots:
            hit = [c.i for a in agents for c in parse.children(a, "nmod") if case_of(parse, c.i) == slot]
            if slot != "at":  # "killed in an airstrike | on a market": hung on the verb above
                behind = [c.i for v in above for c in parse.children(v, "obl") if c.i > max(tokens)]
                hit += [i for i in behind if case_of(parse, i) == slot]
            wider |= {slot: tuple(hit)} if hit else {}
    return wider


def _with_nested(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    wider = dict(slots) | _aimed(parse, trigger, slots, tokens)
    if "by" not in slots and "by" in trigger.roles:  # "the attack on a hospital | by rebels": no hospital is theirs
        hit = [h for slot in ("on", "at", "against", "in", "of") for h in slots.get(slot, ())]
        of_blast = trigger.words[-1] in BLASTS  # "an explosion | at a rally | by the Front": whose rally it is
        hit = [h for h in hit if _is_hit(parse, h) and not (of_blast and parse.tokens[h].lemma.lower() in GATHERINGS)]
        hit += [c.i for h in hit for c in parse.children(h, "appos")]  # "the arrest of Ana Ruiz, a poet, | by police"
        agents = _by(parse, [c for h in hit for c in (c.i for c in parse.children(h, "nmod", "obl:agent"))])
        agents = agents or (_behind_subject(parse, hit[0]) if hit else ())
        if agents:
            wider["by"] = agents
    for head in [h for slot in trigger.where for h in slots.get(slot, ())]:
        for child in parse.children(head, "nmod"):
            slot = slot_of_case(case_of(parse, child.i))
            if slot in {"between", "with", "by", "in"} and slot in trigger.roles and slot not in slots:
                wider[slot] = (*wider.get(slot, ()), child.i)
    return wider


def _aimed(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    """ "An explosion | targeting a bus", "the murder in Kest | of Ana Ruiz": hung on the deed's clause or town."""
    found: Slots = {}
    if trigger.event == "ASSAULT" and trigger.roles.get("on") == "recipient" and "on" not in slots:
        # "carried out a strike in Orli, | targeting a bus": hung on the verb above
        above = [parse.tokens[t].head for t in tokens if parse.tokens[t].dep == "obj"]
        clauses = [c for t in tokens for c in parse.children(t, "acl")]
        clauses += [c for v in above for c in parse.children(v, "advcl") if not parse.children(c.i, "nsubj", "mark")]
        aims = [c for c in clauses if c.tag == "VBG" and c.lemma.lower() == "target"]
        aimed = [o.i for c in aims for o in parse.children(c.i, "obj")]
        found |= {"on": tuple(aimed)} if aimed else {}
    if "of" not in slots and trigger.roles.get("of") == "recipient" and trigger.effect is not None:
        where = [h for slot in ("in", "at", "near") for h in slots.get(slot, ())]
        people = parse.named("person")
        below = [c.i for h in where for c in parse.children(h, "nmod")]
        victims = [i for i in below if i in people and case_of(parse, i) == "of"]
        found |= {"of": tuple(victims)} if victims else {}
    return found


def _by(parse: Parse, heads: Iterable[int]) -> tuple[int, ...]:
    return tuple(h for h in heads if case_of(parse, h) == "by")


def _behind_subject(parse: Parse, head: int) -> tuple[int, ...]:
    """ "The arrest of a poet | by police | drew protests": the agent, hung on the verb behind it."""
    subject = next((a for a in parse.ancestors(head) if a.dep == "nsubj" and a.is_noun), None)
    if subject is None or is_passive(parse, subject.head):
        return ()
    return _by(parse, (c.i for c in parse.children(subject.head, "obl") if head < c.i < subject.head))


_MADE = frozenset(
    "statement report film book song article letter speech decision plan proposal painting work novel poem author "
    "writer play record album".split()
)


def _is_hit(parse: Parse, head: int) -> bool:
    return parse.tokens[head].is_noun and parse.tokens[head].lemma.lower() not in _MADE
