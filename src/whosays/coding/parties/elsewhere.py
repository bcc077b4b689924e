"""Parties told in another phrase of the same sentence: beside the victim, in the condition, behind what was struck.

Each rule sees the deed with the parts found so far and yields those that it adds; none speaks where a party of the
same part is told already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.parties.captivity import captors_beside, freed_by_captors, taken_by_freers
from whosays.coding.parties.controlled import controlled
from whosays.coding.parties.implied import implied, lifted_by
from whosays.coding.parties.infights import fired_from, in_fights
from whosays.coding.parties.reported import of_courts, reporters
from whosays.coding.parties.series import of_series
from whosays.coding.parties.whilethere import by_rising, of_the_state, then_there, who_sit_there
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token

_TOGETHER = frozenset({"along", "together"})
_TAKEN_OR_HURT = frozenset({"arrested", "captured", "killed", "wounded"})


def told_elsewhere(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The parties that other phrases of the sentence tell, each as what it takes part in the deed."""
    return told_by(_RULES, (parse, found, parts, knowledge))


def _along_with(telling: Telling) -> Iterator[int]:
    """ "The mayor was arrested | along with four aides |": done to them, too."""
    parse, found, parts, (ontology, labels) = telling
    verb = parse.tokens[found.head]
    if not verb.is_verb or found.trigger.effect not in _TAKEN_OR_HURT or not has_part(parts, "recipient"):
        return
    told = [p.head for p in parts.values() if p.part == "recipient"]
    for other in parse.children(verb.i, "obl"):
        cases = [c.i for c in parse.children(other.i, "case") if c.lower in {"with", "alongside"} and c.i < other.i]
        if not cases or cases[0] <= max(verb.i, *told) or case_of(parse, other.i) not in _BESIDE:
            continue
        with_them = parse.tokens[cases[0] - 1].lower in _TOGETHER or _is_companion(parse, other)
        joint = parse.tokens[cases[0]].lower == "alongside" and kind_of(parse, other.i, ontology, labels) == "person"
        near = [parse.tokens[i].tag for i in (*told, other.i)]  # "an individual was killed | alongside a soldier |"
        known = any(tag.startswith(("NNP", "PRP")) for tag in near) or bool(parse.children(other.i, "nmod:poss"))
        if with_them or (joint and known):
            yield other.i


_BESIDE = frozenset({"with", "along", "together", "alongside"})
_WITH_HIM = frozenset(
    "interpreter translator driver bodyguard guard wife husband son daughter brother sister father mother aide child "
    "colleague assistant secretary companion friend family cousin nephew partner deputy".split()
)


def _is_companion(parse: Parse, other: Token) -> bool:
    """ "Kidnapped with | his driver |": nobody kills or takes by means of a driver of the victim's own."""
    return other.lemma.lower() in _WITH_HIM and any(c.tag == "PRP$" for c in parse.children(other.i, "nmod:poss"))


def _aid_for(telling: Telling) -> Iterator[int]:
    """ "Released ten million euros in | aid for victims of the flood |", "in food and shelter | to Orland |"."""
    parse, found, parts, (ontology, _) = telling
    if found.trigger.event != "AID" or has_part(parts, "recipient"):
        return
    given = {found.head, *found.tokens, *found.slots.get("object", ())}  # "ten million euros | in aid"
    for head in sorted(given):
        for first in parse.children(head, "obl", "obj", "nmod"):
            kinds = [parse.tokens[i] for i in conjuncts(parse, first.i)]
            relief = any(ontology.nouns.in_set("relief", k.lemma.lower()) for k in kinds)
            if relief and case_of(parse, first.i) in {"", "in"}:
                below = (c for k in kinds for c in parse.children(k.i, "nmod", "obl"))
                yield from (c.i for c in below if case_of(parse, c.i) in {"for", "to"})


_FREEDOM = frozenset({"independence", "autonomy", "secession", "freedom", "separation", "liberation"})
_RULE = frozenset({"control", "rule", "domination", "occupation", "government"})


def _freedom_from(telling: Telling) -> Iterator[int]:
    """ "Rebels are fighting for | independence from Orland |", "freedom from Orland's rule": against it."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "ASSAULT" or found.trigger.words[-1] != "fight" or has_part(parts, "recipient"):
        return
    for aim in parse.children(found.head, "obl", "nmod"):
        if aim.lemma.lower() not in _FREEDOM or case_of(parse, aim.i) != "for":
            continue
        beside = (*parse.children(aim.i, "nmod"), *(c for c in parse.children(found.head, "obl") if c.i > aim.i))
        for other in (c for c in beside if case_of(parse, c.i) == "from"):
            rule = other.lemma.lower() in _RULE
            owners = [c.i for c in parse.children(other.i, "nmod:poss", "amod", "compound")] if rule else [other.i]
            yield from (i for i in owners if i in labels)


def _targeted(telling: Telling) -> Iterator[int]:
    """ "Half of the attacks that year | targeted troops |": taken for a participle of the attacks."""
    parse, found, parts, _ = telling
    if found.trigger.event != "ASSAULT" or found.trigger.pos != "noun" or has_part(parts, "recipient", "target"):
        return
    for clause in parse.children(found.head, "acl", "acl:relcl"):
        if clause.lemma.lower() == "target" and not is_passive(parse, clause.i):
            yield from (c.i for c in parse.children(clause.i, "obj"))
    above = parse.tokens[parse.tokens[found.head].head]  # "attacks this week | targeted troops |"
    if parse.tokens[found.head].dep == "nsubj" and above.lemma.lower() == "target" and above.is_verb:
        yield from (c.i for c in parse.children(above.i, "obj"))


_MOUNTING = frozenset("launch begin start mount conduct carry stage wage open announce undertake continue".split())
_OPERATIONS = frozenset("operation offensive campaign raid assault attack strike airstrike sweep crackdown".split())


def _whose_operation(telling: Telling) -> Iterator[int]:
    """ "| The army | launched an operation targeting smugglers": who launched it targets them."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    operation = parse.tokens[verb.head]
    above = parse.tokens[operation.head]
    if verb.lower != "targeting" or verb.dep != "acl" or has_part(parts, "actor") or operation.dep != "obj":
        return
    mounted = above.lemma.lower() in _MOUNTING and not is_passive(parse, above.i)
    if operation.lemma.lower() in _OPERATIONS and mounted:
        yield from slots_of(parse, above.i).get("subject", ())


def _under_condition(telling: Telling) -> Iterator[int]:
    """ "Threatened sanctions | unless Orland gives way |", "if it finds Orland has not": whom they would fall on."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION" or has_part(parts, "recipient", "target"):
        return
    if any(s in found.slots for s in ("with", "on", "to")):  # "will end the contract | with Orbit | unless"
        return
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    verb = verb if verb.is_verb else parse.tokens[verb.head]
    for clause in parse.children(verb.i, "advcl") if verb.is_verb else ():
        if not any(m.lower in {"if", "unless"} for m in parse.children(clause.i, "mark")):
            continue
        subjects = list(parse.children(clause.i, "nsubj"))
        if subjects and subjects[0].lower == "it":
            subjects = [s for c in parse.children(clause.i, "ccomp") for s in parse.children(c.i, "nsubj")]
        yield from (s.i for s in subjects if labels.get(s.i) in {"place", "organisation"} and s.i not in parts)


def _whose_target(telling: Telling) -> Iterator[int]:
    """ "Sanctions on two | Orlian | bases": whose they are."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "SANCTION" or has_part(parts, "recipient"):
        return
    for struck in (p.head for p in parts.values() if p.part == "target"):
        yield from (c.i for c in parse.children(struck, "amod", "nmod:poss") if labels.get(c.i) == "nationality")


_CAMPAIGNING = frozenset(
    "press push respond retaliate answer reply react continue follow resume escalate intensify open begin".split()
)
_ROWS = frozenset({"series", "wave", "string", "barrage", "round", "spate"})


def _with_strikes(telling: Telling) -> Iterator[int]:
    """ "The army is pressing on | with a series of air strikes |", "responded with raids": it strikes."""
    parse, found, parts, _ = telling
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or found.trigger.pos != "noun" or has_part(parts, "actor"):
        return
    row = parse.tokens[token.head]
    above = row if token.dep == "nmod" and row.lemma.lower() in _ROWS else token
    verb = parse.tokens[above.head]
    if above.dep == "nmod" and verb.is_noun and verb.dep in {"obl", "obj"}:
        verb = parse.tokens[verb.head]  # "presses on with its campaign | with raids", hung on the campaign
    if above.dep not in {"obl", "nmod"} or case_of(parse, above.i) != "with":
        return
    if not verb.is_verb or is_passive(parse, verb.i):
        return
    if verb.lemma.lower() in _CAMPAIGNING and verb.i < above.i:
        yield from slots_of(parse, verb.i).get("subject", ())


def _keepers(telling: Telling) -> Iterator[int]:
    """ "Unless women | in Orlian custody | are freed", "the release of nine | held by rebels |": by who holds them."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.mode != "release" or has_part(parts, "actor"):
        return
    for held in (p.head for p in parts.values() if p.part == "recipient"):
        for hands in parse.children(held, "nmod"):
            if hands.lemma.lower() in {"custody", "detention", "jail", "prison"} and case_of(parse, hands.i) == "in":
                owners = parse.children(hands.i, "amod", "nmod:poss", "compound")
                yield from (c.i for c in owners if labels.get(c.i) in {"nationality", "organisation"})
        for clause in parse.children(held, "acl"):
            if clause.tag == "VBN" and clause.lower in {"held", "detained"} and found.trigger.pos == "noun":
                yield from (c.i for c in parse.children(clause.i, "obl:agent"))


_OFFICERS = frozenset({"COP", "MIL", "GOV", "JUD", "SPY"})


def _captors(telling: Telling) -> Iterator[int]:
    """ "The | rebels | released two nurses taken hostage in May": who lets them go had taken them."""
    parse, found, parts, (ontology, labels) = telling
    taken = parse.tokens[found.head]
    verb = parse.tokens[parse.tokens[taken.head].head]
    held = taken.is_verb and taken.dep == "acl" and parse.tokens[taken.head].dep == "obj"
    if found.trigger.mode != "abduct" or has_part(parts, "actor") or not held or verb.lemma.lower() != "release":
        return
    for head in slots_of(parse, verb.i).get("subject", ()):
        noun = parse.tokens[head]
        armed = ontology.nouns.is_armed(noun.lemma.lower()) or head in parse.armed
        if armed and ontology.nouns.sector_of(noun.lemma.lower()) not in _OFFICERS and labels.get(head) != "place":
            yield head


_ENDING = frozenset("finish end wrap conclude complete close begin start open kick continue resume".split())


def _legs_of(telling: Telling) -> Iterator[int]:
    """ "Will finish their tour | in Orland |": a leg of it."""
    parse, found, _, (_, labels) = telling
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if found.trigger.mode != "visit" or token.is_verb or token.dep != "obj" or verb.lemma.lower() not in _ENDING:
        return
    for place in (*parse.children(verb.i, "obl"), *parse.children(token.i, "nmod")):
        if case_of(parse, place.i) == "in" and labels.get(place.i) == "place":
            yield place.i


_BODIES = frozenset(
    "council cabinet parliament committee assembly congress senate board commission delegation leader minister "
    "president premier ambassador envoy official diplomat governor commander".split()
)


def _told_at(telling: Telling) -> Iterator[int]:
    """ "The general told | the Cabinet | at a meeting": whoever was told so sat there."""
    parse, found, _, (_, labels) = telling
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    at = case_of(parse, token.i) in {"at", "in", "during"} and token.dep in {"obl", "nmod"}
    if found.trigger.mode == "phone" and found.trigger.pos == "noun":  # "his call | congratulating the king |"
        said = (c for c in parse.children(token.i, "acl") if c.lemma.lower() in _TOLD_FACE_TO_FACE)
        yield from (o.i for c in said for o in parse.children(c.i, "obj") if labels.get(o.i) == "person")
    if found.trigger.event != "CONSULT" or found.trigger.pos != "noun" or "with" in found.slots or not at:
        return
    if not verb.is_verb or verb.lemma.lower() not in _TOLD_FACE_TO_FACE:
        return
    for told in parse.children(verb.i, "obj", "iobj"):
        if told.lemma.lower() in _BODIES or labels.get(told.i) == "person":
            yield told.i


_TOLD_FACE_TO_FACE = frozenset({"tell", "inform", "assure", "brief", "thank", "congratulate", "reassure"})
_ENFORCING = frozenset(
    "police agent officer army force forces military navy guard guards prosecutor authority authorities service bureau "
    "troop soldier".split()
)


def _announcers(telling: Telling) -> Iterator[int]:
    """ "| Police | announce the arrest of two men": those who arrest people and say so."""
    parse, found, parts, (_, labels) = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if found.trigger.event != "COERCE" or found.trigger.mode not in {"arrest", "seize"} or has_part(parts, "actor"):
        return
    if noun.is_verb or noun.dep != "obj" or verb.lemma.lower() not in {"announce", "report", "confirm"}:
        return
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end) if labels.get(i) == "place"}
    for subject in parse.children(verb.i, "nsubj"):
        ruling = subject.i in states or subject.lemma.lower() == "government"
        if subject.lemma.lower() in _ENFORCING or (ruling and verb.lemma.lower() == "announce"):
            yield subject.i


_RULING = frozenset({"order", "rule", "decree", "direct", "instruct"})
_MEASURES = frozenset({"ACCUSE", "COERCE", "SANCTION"})


def _rulers(telling: Telling) -> Iterator[int]:
    """ "| A judge | orders Ana Ruiz to stand trial", "| the king | orders them to be deported": whoever orders it."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    ruling = parse.tokens[verb.head]
    if found.trigger.event not in _MEASURES or has_part(parts, "actor") or not verb.is_verb or verb.dep != "xcomp":
        return
    tried = found.trigger.roles.get("subject") == "recipient" or is_passive(parse, verb.i)
    if tried and ruling.lemma.lower() in _RULING and not is_passive(parse, ruling.i):
        yield from (c.i for c in parse.children(ruling.i, "nsubj") if c.is_noun)


_RULES: tuple[Rule, ...] = (
    (implied, "subject", "actor"),
    (lifted_by, "subject", "actor"),
    (controlled, "subject", "actor"),
    (in_fights, "by", "actor"),
    (fired_from, "by", "actor"),
    (of_series, "by", "actor"),
    (then_there, "by", "actor"),
    (by_rising, "by", "actor"),
    (of_the_state, "by", "actor"),
    (who_sit_there, "with", "actor"),
    (captors_beside, "by", "actor"),
    (reporters, "by", "actor"),
    (of_courts, "by", "actor"),
    (freed_by_captors, "by", "actor"),
    (taken_by_freers, "by", "actor"),
    (_along_with, "object", "recipient"),
    (_aid_for, "for", "recipient"),
    (_freedom_from, "with", "recipient"),
    (_targeted, "object", "recipient"),
    (_under_condition, "on", "recipient"),
    (_whose_operation, "subject", "actor"),
    (_whose_target, "on", "recipient"),
    (_with_strikes, "subject", "actor"),
    (_keepers, "subject", "actor"),
    (_captors, "subject", "actor"),
    (_legs_of, "to", "recipient"),
    (_told_at, "with", "actor"),
    (_announcers, "subject", "actor"),
    (_rulers, "subject", "actor"),
)


_CAPTIVES = frozenset({"hostage", "prisoner", "captive"})


def captives(parse: Parse, found: Found, parts: Parts, _knowledge: Knowledge) -> list[Part]:
    """ "Took | 30 hostages |": those whom the words of the deed themselves count."""
    if found.trigger.mode != "abduct" or found.trigger.words[-1] not in _CAPTIVES or has_part(parts, "recipient"):
        return []
    nouns = (parse.tokens[i] for i in found.tokens)
    counted = (t for t in nouns if t.lemma.lower() in _CAPTIVES and t.dep == "obj" and parse.children(t.i, "nummod"))
    return [Part(t.i, "recipient", "person", "object") for t in counted]


_CREWED = frozenset("vessel ship boat helicopter frigate destroyer patrol cruiser plane aircraft trawler ferry".split())


def rescuers(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """ "Were rescued | by an Orlian navy vessel |": those aboard, where nobody else is told."""
    if found.trigger.event != "AID" or found.trigger.pos != "verb" or has_part(parts, "actor"):
        return []
    heads = [h for s in ("subject", "by") for h in found.slots.get(s, ())]
    crewed = [parse.tokens[h] for h in heads if parse.tokens[h].lemma.lower() in _CREWED]
    return [Part(t.i, "actor", "organisation", "subject") for t in crewed if _is_of_somebody(parse, t, knowledge[1])]


def _is_of_somebody(parse: Parse, ship: Token, labels: Mapping[int, NameLabel]) -> bool:
    owners = parse.children(ship.i, "amod", "compound", "nmod:poss")
    return any(
        labels.get(c.i) in {"nationality", "organisation", "place"}
        or c.lower in {"navy", "naval", "coastguard", "army"}
        for c in owners
    )
