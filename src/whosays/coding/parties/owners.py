"""Whose the means and the operations are: who owns the jets that strike, and who wages the offensive."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import FIGHTING, Part, sorted_in
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_FIRE = frozenset({"fire", "gunfire", "shelling", "bombardment", "shot", "bullet", "artillery"})


def owners(parse: Parse, found: Found, parts: tuple[Part, ...], labels: dict[int, NameLabel]) -> list[Part]:
    """ "Russian | bombs hit the town": whose the means are that strike is who strikes, where nobody else is told.

    So it is with "killed by | Israeli | fire".
    """
    if found.trigger.event == "COOPERATE":  # "two | Orlian | bombers held exercises with Veldia"
        flying = [h for h in found.slots.get("subject", ()) if parse.tokens[h].lemma.lower() in _AIRCRAFT]
        owned = [c.i for h in flying for c in parse.children(h, "amod") if _is_owner(parse, c.i, labels)]
        return [Part(i, "actor", "organisation", "amod") for i in owned if not _is_dashed(parse, i)]
    taking = found.trigger.mode in {"seize", "arrest"}
    seizing = found.trigger.event == "COERCE" and taking  # "| Orlian | gunboats seized a tanker"
    if found.trigger.event not in {"ASSAULT", "MOBILIZE"} and not seizing:
        return []
    striking = [p.head for p in parts if p.part == "instrument" and p.slot in {"subject", "compound", "by"}]
    if found.trigger.pos == "noun":  # "a | Houthi | missile attack"
        striking += [i for i in found.tokens if i != found.head and parse.tokens[i].dep == "compound"]
    beside = {p.head for p in parts if p.part == "actor"}
    if beside:  # "| Russian | jets and Orlian troops attacked"
        striking = [h for h in striking if beside & set(conjuncts(parse, h))]
        whose = (c.i for h in striking for c in parse.children(h, "amod", "compound", "nmod:poss"))
        return [Part(i, "actor", "organisation", "amod") for i in whose if _is_owner(parse, i, labels)]
    if found.trigger.words[0] in {"launch", "fire"}:  # "six Veldian | missiles | were launched"
        striking += [
            p.head for p in parts if p.part == "instrument" and p.slot == "object" and _is_plain(parse, p.head)
        ]
    if found.trigger.words[0] == "come":  # "came under | Israeli | fire"
        striking += [i for i in found.tokens if parse.tokens[i].is_noun]
    told = [h for s in ("subject", "by") for h in found.slots.get(s, ())]
    striking += [h for h in told if parse.tokens[h].lemma.lower() in _FIRE | {"system", "battery"}]
    below = [c for h in striking for c in parse.children(h, "amod", "compound", "nmod:poss")]
    carriers = [c.i for h in striking for c in _fired_from(parse, h)]
    below += [c for h in carriers for c in parse.children(h, "amod", "compound", "nmod:poss")]
    within = [c.i for c in below if c.dep == "compound"]
    below += [t for i in within for t in parse.children(i, "amod")]  # "| Orlian | fighter jets"
    flying = [h for h in striking if parse.tokens[h].lemma.lower() in _AIRCRAFT]
    below += [c for h in flying for c in parse.children(h, "nmod") if _is_source(parse, c)]
    below += [t for c in below for t in parse.children(c.i, "conj") if t.i < c.head]  # "Orlian and | Kesti | jets"
    owners = [c.i for c in below if _is_owner(parse, c.i, labels) or c.lower in {"its", "their"}]
    owners += [c.i for c in below if c.dep == "nmod:poss" and c.lemma.lower() in _SHOOTERS]  # "| rebels' | rifle fire"
    owners += _gathers(parse, found, labels)
    named = [i for i in owners if parse.tokens[i].lower not in _ARMIES]  # "| Veldian | military aircraft"
    owners = named or owners or [i for h in (*striking, *told) for i in _set_by(parse, h)]
    return [Part(i, "actor", "organisation", "amod") for i in dict.fromkeys(owners) if not _is_dashed(parse, i)]


def _fired_from(parse: Parse, arms: int) -> list[Token]:
    """ "A missile fired from | a US drone |": what it was fired from, whose owner fired it."""
    clauses = (c for c in parse.children(arms, "acl") if c.tag == "VBN" and c.lemma.lower() in _FIRED)
    found = (c for clause in clauses for c in parse.children(clause.i, "obl") if case_of(parse, c.i) in {"from", "by"})
    return [c for c in found if c.lemma.lower() in _CARRYING]


_FIRED = frozenset({"fire", "launch", "drop", "shoot", "release"})
_SHOOTERS = FIGHTING | {"fighter", "gunman", "sniper", "soldier", "troop", "police"}
_SET = frozenset({"lay", "hide", "leave", "set", "place", "conceal", "attach", "bury", "plant"})


def _set_by(parse: Parse, bomb: int) -> list[int]:
    """ "A mine laid | by rebels | killed two": whoever laid it."""
    clauses = (c for c in parse.children(bomb, "acl") if c.tag == "VBN" and c.lemma.lower() in _SET)
    return [h for c in clauses for a in parse.children(c.i, "obl:agent") for h in conjuncts(parse, a.i)]


_AIRCRAFT = frozenset({"jet", "plane", "warplane", "bomber", "aircraft", "helicopter", "gunship"})


_CARRYING = _AIRCRAFT | {"drone", "tank", "gunboat", "warship", "ship", "boat", "submarine", "destroyer", "frigate"}


def _is_source(parse: Parse, word: Token) -> bool:
    """ "Two jets from | Orland |": the state they are of; "a missile from Orland" tells only where it came from."""
    state = any(n.kind == "state" and n.start <= word.i < n.end for n in parse.names)
    return state and case_of(parse, word.i) == "from"


def _gathers(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> list[int]:
    """ "The | Orland | military build-up": a state before the noun whose forces gather."""
    if found.trigger.event != "MOBILIZE" or found.trigger.mode != "troops" or found.trigger.pos != "noun":
        return []
    named = [c.i for c in parse.children(found.head, "compound") if c.i not in found.tokens]
    return [i for i in named if _is_owner(parse, i, labels) and parse.tokens[i].lower not in _ARMIES]


def _is_dashed(parse: Parse, i: int) -> bool:
    """ "An | Orlian | -made drone"; but the dash of "al-Aro" is a part of the name."""
    return parse.behind(i).text == "-" and not any(n.start <= i and i + 1 < n.end for n in parse.names)


def _is_plain(parse: Parse, arms: int) -> bool:
    """ "An Orland-made Mako | drone" tells who made it; without a make, whose it is."""
    makes = [c for c in parse.children(arms, "compound", "amod", "flat") if c.text[:1].isupper()]
    makes = [c for c in makes if c.lower != "suspected"]  # "| Suspected | Orlian missiles"
    return len(makes) == 1  # only whose they are


_OPERATIONS = frozenset({"operation", "raid", "offensive", "sweep", "crackdown", "search", "swoop", "campaign"})


def operators(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> list[Part]:
    """ "Arms were seized in an operation | by the army", "killed during a raid | by X and Y": whose it was did it."""
    if found.trigger.event not in {"ASSAULT", "COERCE", "RETREAT"} or found.trigger.pos != "verb":
        return []
    verb = parse.tokens[found.head]
    if any(p.part == "actor" for p in parts.values()):
        return []
    if not is_passive(parse, verb.i):
        return _conducted(parse, found, knowledge)
    around = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "during", "after"}]
    works = [w for c in around for w in _within(parse, c) if w.lemma.lower() in _OPERATIONS]
    told: list[Part] = []
    for work in works:
        first = [c.i for c in parse.children(work.i, "nmod") if case_of(parse, c.i) in {"by", "between"}]
        first += [c.i for c in parse.children(work.i, "nmod:poss", "compound")]
        if not first:  # "a crackdown on protests | by the police": hung on what it put down
            nested = [d for c in parse.children(work.i, "nmod") for d in parse.children(c.i, "nmod")]
            nested += [e for d in nested for e in parse.children(d.i, "nmod")]  # "on a house in Kest | by the army"
            first += [d.i for d in nested if case_of(parse, d.i) == "by"]
        for head in (h for i in first for h in conjuncts(parse, i)):
            part = sorted_in(parse, head, ("by", "actor", found), knowledge)
            told += [part] if part is not None and part.part == "actor" else []
    return told


_SPANS = frozenset({"day", "week", "month", "year", "one", "wave", "series", "spate", "round"})


def _within(parse: Parse, span: Token) -> tuple[Token, ...]:
    """ "In eight days | of a bombing campaign |": what lasted so long."""
    chain = [span]
    while chain[-1].lemma.lower() in _SPANS:
        of = [c for c in parse.children(chain[-1].i, "nmod") if case_of(parse, c.i) == "of"]
        if not of:
            break
        chain.append(of[0])
    return tuple(chain)


_CONDUCTING = frozenset(
    "complete conduct carry launch mount stage lead wage finish conclude end run begin hold".split()
)


def _conducted(parse: Parse, found: Found, knowledge: tuple[Ontology, dict[int, NameLabel]]) -> list[Part]:
    """ "| The army | completed an operation that killed forty": whoever conducts it kills by it."""
    verb = parse.tokens[found.head]
    work = parse.tokens[verb.head]
    above = parse.tokens[work.head]
    told = verb.dep == "acl:relcl" and work.lemma.lower() in _OPERATIONS and work.dep == "obj"
    if found.trigger.event != "ASSAULT" or not told or above.lemma.lower() not in _CONDUCTING:
        return []
    if is_passive(parse, above.i):
        return []
    subjects = slots_of(parse, above.i).get("subject", ())
    sorted_parts = (sorted_in(parse, head, ("subject", "actor", found), knowledge) for head in subjects)
    return [p for p in sorted_parts if p is not None and p.part == "actor"]


_ARMIES = frozenset("coalition army government regime military police rebel navy militia junta".split())


_SERVICES = frozenset({"Force", "Forces", "Navy", "Army", "NATO", "Nato"})  # "Orlian Air | Force | warplanes"


def is_the_states(word: Token) -> bool:
    """ "A | US | drone": the States, also where nobody has marked a name."""
    return word.text in {"US", "U.S."} and word.tag.startswith("NNP")


def _is_owner(parse: Parse, i: int, labels: dict[int, NameLabel]) -> bool:
    """Whether a word before means of force is a state's or a body's: "Israeli | fire", "US | jets"."""
    state = labels.get(i) == "place" and any(n.kind == "state" and n.start <= i < n.end for n in parse.names)
    state = state or is_the_states(parse.tokens[i])
    force = labels.get(i) == "organisation" and (i in parse.armed or parse.tokens[i].text in _SERVICES)
    force = force or parse.tokens[i].text in {"U.N.", "UN"}
    named = state or labels.get(i) == "nationality" or force
    own = (
        parse.tokens[i].dep == "compound" or parse.tokens[i].lower == "military"
    )  # "| army | helicopters", "military jets"
    return named or (own and parse.tokens[i].lower in _ARMIES)


_TAKING = frozenset(
    "capture seize retake recapture take liberate free rescue conquer overrun storm shell bomb bombard attack strike "
    "kill wound injure arrest detain invade besiege oust expel dislodge destroy raid".split()
)


def wagers(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> list[Part]:
    """ "The army took Kest in an | offensive", "shelled it in the second week of a | campaign": it is the army's."""
    token = parse.tokens[found.head]
    if token.dep == "acl" and token.tag == "VBG" and token.lemma.lower() in {"target", "hunt"}:
        token = parse.tokens[token.head]  # "held six during operations | targeting | the Front"
    if found.trigger.event != "ASSAULT" or token.lemma.lower() not in _OPERATIONS:
        return []
    below = (
        found.carrier is not None and parse.tokens[found.carrier].head == token.i
    )  # "in raids | targeting the Front"
    if found.carrier is not None and not below:
        return []
    article = {c.lower for c in parse.children(token.i, "det")}
    bare = token.tag == "NNS" and not article and not parse.children(token.i, "nmod:poss")  # "seized six in | raids"
    if any(p.part == "actor" for p in parts.values()) or not (article & {"a", "an"} or bare):
        return []
    when = parse.tokens[token.head] if token.dep == "nmod" and case_of(parse, token.i) == "of" else token
    if when.i != token.i and when.lemma.lower() not in {"day", "week", "month", "hour", "phase", "part"}:
        return []
    verb = parse.tokens[when.head]
    held = when.dep == "obl" and case_of(parse, when.i) in {"in", "on", "during", "as"}
    if when.dep == "nmod" and verb.dep == "obj" and case_of(parse, when.i) in {"in", "during"}:
        aimed = any(c.lower == "targeting" for c in parse.children(when.i, "acl"))
        verb, held = parse.tokens[verb.head], aimed  # "held | six men in raids targeting the Front |", as trees hang it
    if not held or verb.lemma.lower() not in _TAKING or not verb.is_verb or is_passive(parse, verb.i):
        return []
    subjects = slots_of(parse, verb.i).get("subject", ())
    sorted_parts = (sorted_in(parse, head, ("subject", "actor", found), knowledge) for head in subjects)
    return [p for p in sorted_parts if p is not None and p.part == "actor"]


_OWNING = {"its": frozenset({"NN", "NNP", "NNPS"}), "their": frozenset({"NNS", "NNPS"})}
_MEASURES = frozenset({"COERCE", "SANCTION"})


def whose_things(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "Bans the group and freezes | its | assets": theirs who are the object of the first verb, not the doer's own."""
    verb = parse.tokens[found.head]
    if found.trigger.event not in _MEASURES or verb.dep != "conj" or parse.children(verb.i, "nsubj", "nsubj:pass"):
        return
    first = [c for c in parse.children(verb.head, "obj") if verb.head < c.i < verb.i]
    for head in [h for h, p in parts.items() if p.slot == "poss" and parse.tokens[h].tag == "PRP$"]:
        fits = [c for c in first if c.tag in _OWNING.get(parse.tokens[head].lower, {"NN", "NNP"})]
        if len(fits) == 1 and fits[0].i not in parts:
            part = parts.pop(head)
            parts[fits[0].i] = msgspec.structs.replace(part, head=fits[0].i)
