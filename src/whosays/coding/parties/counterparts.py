"""The other side of a deed of diplomacy, which no slot of its words holds: in the aim of a pact, in whose plan it is.

Also whom a ban that is lifted was on, where it was on goods or acts of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.parties.attalks import at_talks
from whosays.coding.parties.lookedinto import looked_into
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token
from whosays.records import RolePart

Labels = Mapping[int, NameLabel]

_TOGETHER = frozenset(
    "collaborate cooperate work share trade deepen strengthen expand enhance boost develop build join coordinate "
    "establish increase improve promote exchange".split()
)
_LEADING = frozenset({"lead", "propose", "draft", "write", "author", "offer", "suggest", "table"})
_PRESENTING = frozenset("release present propose unveil put submit offer publish announce draft issue table".split())
_PLANS = frozenset({"plan", "proposal", "offer", "draft", "roadmap", "initiative", "framework", "demand", "request"})
_NAMED = frozenset({"place", "organisation", "person", "nationality"})
_STATING = frozenset("say state announce report confirm declare claim admit reveal tell add".split())
_PARLEYS = frozenset({"talk", "negotiation", "meeting", "summit", "dialogue", "discussion", "consultation"})
_TWO = 2


def other_sides(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """The parties of a pact, an answer or talks that stand outside the slots of its words."""
    labels = knowledge[1]
    event = found.trigger.event
    if event in {"AGREE", "SUPPORT"} and found.trigger.pos == "verb":
        yield from _in_aim(parse, found, parts, labels)
    if event in {"AGREE", "REJECT"} and found.trigger.pos == "verb":
        yield from _whose_plan(parse, found, labels)
    if event == "CONCEDE" and found.trigger.pos == "verb":
        yield from _yielded_to(parse, found, parts, knowledge)
    if event == "ACCUSE" and found.trigger.mode == "disapprove":
        yield from _condemned(parse, found, labels)
    elif event == "ACCUSE":
        yield from looked_into(parse, found, parts, knowledge)
    if event in {"CONSULT", "REJECT"}:
        yield from _teller(parse, found, parts, labels)
    if event == "REJECT" and found.trigger.mode == "meet":
        yield from _put_off(parse, found, parts, labels)
    if event == "CONSULT":
        yield from _seeker(parse, found, parts, knowledge)
        yield from at_talks(parse, found, parts, knowledge)


def _party(head: int, part: RolePart, labels: Labels) -> Part:
    return Part(head, part, "person" if labels.get(head) == "person" else "organisation", "with")


def _in_aim(parse: Parse, found: Found, parts: Mapping[int, Part], labels: Labels) -> Iterator[Part]:
    """ "Signs a memorandum to cooperate | with Orland": with whom it is signed, where nobody else is told."""
    if not found.trigger.reciprocal or sum(p.part == "actor" for p in parts.values()) != 1:
        return
    nouns = list(found.slots.get("object", ()))
    nouns += [c.i for h in nouns for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"]
    topics = [c for h in nouns for c in parse.children(h, "nmod") if case_of(parse, c.i) in {"on", "for", "about"}]
    for other in (c for t in topics for c in parse.children(t.i, "nmod")):
        if case_of(parse, other.i) == "with" and labels.get(other.i) in {"place", "organisation", "person"}:
            yield from (_party(h, "actor", labels) for h in conjuncts(parse, other.i))
            return  # "signs a pact on tea | with Orland"
    verb = parse.tokens[found.head]
    aims = [c for h in nouns for c in parse.children(h, "acl")] + list(parse.children(verb.i, "advcl", "xcomp"))
    for aim in (a for a in aims if a.lemma.lower() in _TOGETHER and a.tag in {"VB", "VBG"} and a.i > verb.i):
        below = [aim, *parse.children(aim.i, "obj")]
        for other in (c for b in below for c in parse.children(b.i, "obl", "nmod")):
            if case_of(parse, other.i) == "with" and labels.get(other.i) in {"place", "organisation", "person"}:
                yield from (_party(h, "actor", labels) for h in conjuncts(parse, other.i))
                return


def _condemned(parse: Parse, found: Found, labels: Labels) -> Iterator[Part]:
    """ "Adopts a resolution condemning | Orland's | war": at whom it points."""
    for noun in found.slots.get("object", ()):
        for clause in (c for c in parse.children(noun, "acl") if c.lemma.lower() in _CONDEMNING):
            for thing in parse.children(clause.i, "obj"):
                told = [thing, *parse.children(thing.i, "nmod:poss"), *parse.children(thing.i, "amod", "compound")]
                told += [c for c in parse.children(thing.i, "nmod") if case_of(parse, c.i) in {"by", "of"}]
                party = next((t for t in told if labels.get(t.i) is not None), None)
                if party is not None:
                    yield from (_party(h, "recipient", labels) for h in conjuncts(parse, party.i))


_CONDEMNING = frozenset({"condemn", "denounce", "deplore", "censure"})


def _whose_plan(parse: Parse, found: Found, labels: Labels) -> Iterator[Part]:
    """ "Agrees to an | Orland | -led plan"; "Orland releases a plan, | to which they agree": theirs is the plan."""
    for noun in (h for slot in ("object", "to", "on") for h in found.slots.get(slot, ())):
        if parse.tokens[noun].lemma.lower() in _PLANS:  # "agreed to | Orland's | plan", "| an Orlian | proposal"
            makers = parse.children(noun, "nmod:poss", "amod")
            yield from (_party(m.i, "recipient", labels) for m in makers if labels.get(m.i) in _NAMED)
        for word in parse.children(noun, "amod"):
            if word.tag == "VBN" and word.lemma.lower() in _LEADING:
                told = parse.children(word.i, "compound", "amod", "nsubj", "obl")
                yield from (_party(n.i, "recipient", labels) for n in told if labels.get(n.i) is not None)
    verb = parse.tokens[found.head]
    plan = parse.tokens[verb.head]
    if verb.dep != "acl:relcl" or plan.lemma.lower() not in _PLANS or plan.dep != "obj":
        return
    above = parse.tokens[plan.head]
    asked = [c for c in parse.children(verb.i) if c.lower == "which" and case_of(parse, c.i) in {"to", ""}]
    if asked and above.lemma.lower() in _PRESENTING:
        named = [c for c in parse.children(above.i, "nsubj") if labels.get(c.i) is not None]
        yield from (_party(h, "recipient", labels) for m in named for h in conjuncts(parse, m.i))


_PRESSED = frozenset({"demand", "pressure", "call", "request", "threat", "ultimatum", "blackmail"})


def _yielded_to(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """ "Gave in to | the bakers' | demands", "yielded to pressure | from Orland |": to whom."""
    if any(p.part == "recipient" for p in parts.values()):
        return
    ontology, labels = knowledge
    held = dict.fromkeys([*found.tokens, *found.slots.get("to", ())])
    for thing in (h for h in held if parse.tokens[h].lemma.lower() in _PRESSED):
        below = [c for c in parse.children(thing, "nmod") if case_of(parse, c.i) in {"from", "by", "of"}]
        for who in (*parse.children(thing, "nmod:poss"), *below):
            known = ontology.nouns.kind_of(who.lemma.lower()) in {"person", "organisation"}
            if who.i not in parts and (known or labels.get(who.i) in _NAMED or who.i in parse.armed):
                yield from (_party(h, "recipient", labels) for h in conjuncts(parse, who.i))


def _seeker(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """ "| Traders | seek talks with the minister": who asks for them wants to sit there."""
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if noun.is_verb or noun.dep != "obj" or verb.lemma.lower() not in {"seek", "request"} or not verb.is_verb:
        return
    if not parts or "between" in found.slots or not all(case_of(parse, h) in {"with", ""} for h in parts):
        return
    ontology, labels = knowledge
    for seeker in parse.children(verb.i, "nsubj"):
        known = ontology.nouns.kind_of(seeker.lemma.lower()) in {"person", "organisation"}
        if known or labels.get(seeker.i) in _NAMED:
            yield from (_party(h, "actor", labels) for h in conjuncts(parse, seeker.i) if h not in parts)


_FIXED = frozenset({"scheduled", "planned", "set", "due", "slated", "arranged"})


def _put_off(parse: Parse, found: Found, parts: Mapping[int, Part], labels: Labels) -> Iterator[Part]:
    """ "Postponed talks scheduled for Monday | with Veldia |": with whom they were to be."""
    if any(p.part == "recipient" for p in parts.values()) or not parse.tokens[found.head].is_verb:
        return
    talks = [h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _PARLEYS]
    for clause in (c for h in talks for c in parse.children(h, "acl", "amod") if c.lower in _FIXED and c.i > h):
        for other in parse.children(clause.i, "obl"):
            before = [c for c in parse.children(other.i, "amod", "compound") if labels.get(c.i) in _NAMED]
            if case_of(parse, other.i) == "with" and (labels.get(other.i) in _NAMED or before):
                yield from (_party(h, "recipient", labels) for h in conjuncts(parse, other.i))


def _teller(parse: Parse, found: Found, parts: Mapping[int, Part], labels: Labels) -> Iterator[Part]:
    """ "| Orland | says that talks with Veldia have failed": whoever tells of talks with another sat there."""
    if found.trigger.mode not in {None, "meet", "multilateral"} or "between" in found.slots:
        return
    named = [h for h, p in parts.items() if p.part in {"actor", "recipient"}]
    talks = _talks_told(parse, found)
    if talks is None or not named or not all(case_of(parse, h) == "with" or _is_joined(parse, h) for h in named):
        return
    clause = parse.tokens[talks.head]
    saying = parse.tokens[clause.head]
    if clause.dep != "ccomp" or saying.lemma.lower() not in _STATING:
        return
    for speaker in parse.children(saying.i, "nsubj"):
        nations = parse.children(speaker.i, "amod", "compound", "nmod:poss")
        body = labels.get(speaker.i) in {"place", "organisation"} or speaker.lemma.lower() == "government"
        if body and (labels.get(speaker.i) is not None or any(labels.get(c.i) is not None for c in nations)):
            yield _party(speaker.i, "actor", labels)


def _is_joined(parse: Parse, head: int) -> bool:
    return parse.tokens[head].dep == "conj"


def _talks_told(parse: Parse, found: Found) -> Token | None:
    """The noun of the talks, where it is the subject of its clause and nobody owns them."""
    nouns = [found.head] if not parse.tokens[found.head].is_verb else list(found.slots.get("subject", ()))
    for noun in (parse.tokens[h] for h in nouns):
        subject = noun.dep in {"nsubj", "nsubj:pass"} and noun.lemma.lower() in _PARLEYS
        if subject and not parse.children(noun.i, "nmod:poss", "amod:poss"):
            return noun
    return None


_ACTS = frozenset(
    "export import sale shipment delivery trade travel flight entry visa licence license operation transport transfer "
    "supply use production sharing aid assistance equipment material good goods product service work activity access "
    "investment account transaction purchase".split()
)
_WHOSE = frozenset({"to", "from", "for", "by", "against", "of", "with"})


def of_their_acts(parse: Parse, parts: dict[int, Part], found: Found, labels: Labels) -> None:
    """ "Lifts its curbs on | exports | to Orland", "its suspension of Orbit's | licence": whom they were on."""
    if found.trigger.event != "CONCEDE" or found.trigger.pos != "verb" or "object" not in found.slots:
        return
    acts = [h for h, p in parts.items() if p.part == "recipient" and _is_act(parse, h, labels)]
    barriers = [h for h in found.slots["object"] if h not in parts]
    if not acts and any(p.part == "recipient" for p in parts.values()):
        return
    for head in acts:
        del parts[head]
    told = acts or [i for b in barriers for i in _under(parse, b)]
    below = {i for h in told for i in parse.subtree(h)}
    if acts:  # "the export of gallium | to Orland", hung on the verb
        below |= {c.i for c in parse.children(found.head, "obl") if c.i > max(acts) and case_of(parse, c.i) == "to"}
    for i in sorted(below):
        token = parse.tokens[i]
        owns = token.dep == "nmod:poss" or (token.dep in {"nmod", "obl"} and case_of(parse, i) in _WHOSE)
        named = labels.get(i) in {"place", "organisation", "person"} and token.tag.startswith("NNP")
        of_act = case_of(parse, token.head) == "of" and parse.tokens[token.head].dep == "nmod"
        theirs = labels.get(i) == "nationality" and token.dep == "amod"
        theirs = theirs and (_is_act(parse, token.head, labels) or of_act)  # "imports of | Orlian | tea"
        if (owns and named) or theirs:
            for one in conjuncts(parse, i):
                parts.setdefault(one, _party(one, "recipient", labels))
            return


def _is_act(parse: Parse, head: int, labels: Labels) -> bool:
    token = parse.tokens[head]
    bare = token.lower == "movement" and not parse.children(head, "det", "nmod:poss")  # "curbs on | movement"
    return labels.get(head) is None and (token.lemma.lower() in _ACTS or token.tag == "VBG" or bare)


def _under(parse: Parse, barrier: int) -> list[int]:
    """What a ban was on, where that can be no party: "suspension | of its licence", "| on sharing"."""
    below = [c.i for c in parse.children(barrier, "nmod") if case_of(parse, c.i) in {"of", "on"}]
    verb = parse.tokens[parse.tokens[barrier].head]
    for clause in (*parse.children(barrier, "acl", "advcl"), *parse.children(verb.i, "advcl")):
        marks = [m for m in parse.children(clause.i, "mark", "case") if m.lower == "on"]
        if clause.tag == "VBG" and marks and marks[0].i == barrier + 1:
            below.append(clause.i)
    return below


_PARTS_OF_TIME = frozenset(
    "day eve start beginning end close sideline margin leg stage part middle course conclusion".split()
)


def part_of_time(parse: Parse, noun: Token) -> Token | None:
    """ "On the last | day | of a visit to Kest", "on the | sidelines | of talks": it stands for the talks."""
    above = parse.tokens[noun.head]
    of_it = noun.dep == "nmod" and case_of(parse, noun.i) == "of" and above.lemma.lower() in _PARTS_OF_TIME
    return above if of_it else None


def without_days(parse: Parse, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "After | Monday's | talks": a day takes no part in them."""
    return tuple(h for h in heads if not any(t.start <= h < t.end for t in parse.times))
