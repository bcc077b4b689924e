"""What part a filler of a slot can take: somebody who acts or suffers, a means, what was hit, or none."""

from __future__ import annotations

import msgspec

from whosays.coding.words.kinds import are_people, kind_of
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.ontology import THING_EFFECTS, Ontology
from whosays.parse import NameLabel, Parse, Token
from whosays.records import RoleKind, RolePart

ORDER: dict[str, int] = {"actor": 0, "recipient": 1, "target": 2, "instrument": 3, "participant": 4}
# A nationality or a name before an event noun takes part ("Israeli strike", "NATO summit"); other words describe it.
BEFORE = frozenset({"compound", "amod"})
# Where force is used, things are means or targets, and places are hit; elsewhere a place is its government.
_AGENTIVE = ("ist", "man", "men", "woman", "women", "ian", "eer", "person", "people")
_NOT_PARTICIPANTS = frozenset({"abstract", "time", "money", "measure", "event", "document"})
_SOMEBODY = ("PRP", "CD", "JJ", "WP", "WDT")
_SUFFERERS = frozenset({"life", "casualty", "victim", "fatality", "dead", "loss"})
_WHOSE = frozenset({"of", "poss"})
_INERT = frozenset({"thing", "place"})
_FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})


class Part(msgspec.Struct, frozen=True):
    """One participant: the head token of its phrase, its part, and what it is."""

    head: int
    part: RolePart
    kind: RoleKind
    slot: str


def sorted_in(
    parse: Parse, head: int, place: tuple[str, str, Found], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Part | None:
    """The participant, or None when such a thing cannot take that part; ``place`` is slot, part and trigger."""
    slot, part, found = place
    event = found.trigger.event
    ontology, labels = knowledge
    kind = kind_of(parse, head, ontology, labels)
    token = parse.tokens[head]
    run = kind == "thing" and labels.get(head) == "facility"  # "Kest Airport | closed two runways"
    kind = "organisation" if run and part == "actor" and event == "COERCE" else kind
    kind = "organisation" if _is_mission(token, place) else kind
    kind = "thing" if kind == "organisation" and _is_building(token, place, ontology) else kind
    kind = "thing" if kind == "organisation" and _is_house_struck(token, place) else kind
    papers = kind == "document" or (kind == "money" and token.lower in {"cash", "money"})
    kind = "thing" if papers and slot == "object" and (event, found.trigger.mode) == ("COERCE", "seize") else kind
    if kind in {"place", "thing"} and labels.get(head) and part == "recipient" and _is_victim(token, found):
        kind = "person"  # whoever is murdered is nobody's town, whatever the name looks like
    if (slot in BEFORE and kind == "weapon" and event in _FORCEFUL) or _goes_off(parse, token, place, kind):
        return Part(head, "instrument", "thing", slot)
    fights = slot == "amod" and event == "ASSAULT" and token.lower in FIGHTING and found.trigger.effect is None
    takes_part = slot not in BEFORE or fights or _takes_part(token, kind, labels.get(head), event)
    # "fighting erupted with | casualties |"; but one may meet with the victims of a flood
    met = event == "CONSULT" and token.lemma.lower() == "victim"
    suffers = part == "actor" and not met and token.lemma.lower() in _SUFFERERS
    harmless = part == "recipient" and found.trigger.words[0] == "hurt" and _is_no_body(parse, token, kind)
    # "an attack at a | post | that killed six": no post does
    fixed = kind == "thing" and (part, event) == ("actor", "ASSAULT") and token.lemma.lower() in _FIXED
    barred = (
        _is_only_near(parse, head, place, kind)
        or suffers
        or harmless
        or fixed
        or (slot == "with" and _is_likened(parse, token))
        or not takes_part
        or kind in _NOT_PARTICIPANTS
        or _names_scene(parse, head, place, labels)
    )
    somebody = token.is_noun or token.tag.startswith(_SOMEBODY) or token.lower == "another"
    aim = any(m.lower == "for" for m in parse.children(found.head, "mark"))  # "a bureau for prosecuting | those guilty"
    # not "a law for | those | charged"
    those = _are_those(parse, token, part) and found.head not in parse.subtree(head) and not aim
    if barred or not (somebody or those):
        return None
    if kind == "weapon" or (part == "actor" and kind == "thing"):
        if event not in _FORCEFUL:
            return None
        fired = (
            slot == "object" and found.trigger.words[0] in _FIRING and "at" in found.slots
        )  # "fired | guns | at them"
        means = fired or part in {"actor", "instrument", "participant"}
        return Part(head, "instrument" if means else "target", "thing", slot)
    if part == "instrument":
        return Part(head, "instrument", "thing", slot) if kind == "thing" else None
    bare = not parse.children(head, "det")
    measured = _in_measure(token, kind, place, named=bool(labels.get(head)), bare=bare)
    if measured is not None:
        return Part(head, "recipient", "organisation", slot) if measured else None
    taken = found.trigger.mode in {"seize", "restrict", "censor"} and found.trigger.words[0] not in _FINDING
    seized = taken and kind == "unknown" and slot == "object" and not _may_act(token)
    sited = kind == "unknown" and _is_something(parse, token, place)
    things = kind in {"thing", "place"} or found.trigger.effect in THING_EFFECTS
    if part == "recipient" and (seized or sited or things) and not _is_state(parse, head, kind, place):
        struck = _struck(kind, slot, event, (token.lemma.lower(), labels.get(head)))
        if struck is not None:
            return Part(head, "target", "thing", slot) if struck else None
    if kind == "place" and _is_where(token, (slot, part, found), labels.get(head), suffered=_is_suffered(parse, found)):
        return None
    if kind == "place":
        return Part(head, _part(part), "organisation", slot)
    needy = part == "recipient" and event in {"AID", "PROTEST"} and token.tag == "NN" and not labels.get(head)
    if kind == "unknown" and (part in {"actor", "participant"} or needy) and not _may_act(token):
        return None  # "funds | the construction of a bridge", "protested against | the re-development"
    role_kind: RoleKind = kind if kind in {"person", "organisation"} else "unknown"  # type: ignore[assignment]
    return Part(head, _part(part), role_kind, slot)


_MISSIONS = frozenset({"embassy", "consulate", "legation"})


def _is_mission(token: Token, place: tuple[str, str, Found]) -> bool:
    """ "| The embassy | requested his release": those who work there, where nobody strikes or marches."""
    slot, part, found = place
    acts = part == "actor" and slot in {"subject", "by"} and found.trigger.event not in {"ASSAULT", "PROTEST"}
    return acts and token.lemma.lower() in _MISSIONS


_SHARES = frozenset({"some", "all", "both", "each"})


def _are_those(parse: Parse, token: Token, part: str) -> bool:
    """ "| Some | of the rebels killed | those | who fled": a word that only points, and people all the same."""
    return are_people(parse, token) or (part != "participant" and _is_some_of(parse, token))


def _is_some_of(parse: Parse, token: Token) -> bool:
    if token.tag != "DT" or token.lower not in _SHARES:
        return False
    ahead = token.dep in {"nsubj", "nsubj:pass"} and token.i < token.head  # but "were bombed, | some of them | twice"
    of = (c for c in parse.children(token.i, "nmod") if case_of(parse, c.i) == "of")
    return any(c.is_noun or (c.tag == "PRP" and ahead) for c in of)


def _is_state(parse: Parse, head: int, kind: str, place: tuple[str, str, Found]) -> bool:
    """ "Attacked | Veldia", "missiles fired at | Veldia": a state that is struck is a party, and no thing."""
    named = next((n for n in parse.names if n.start <= head < n.end), None)
    state = kind == "place" and named is not None and named.kind == "state"
    trigger = place[2].trigger
    if state and (trigger.event, trigger.mode) == ("RETREAT", "withdraw"):  # "pulled out of | southern Veldia |"
        return place[0] in {"from", "of"}
    beside = [c for c in parse.children(head, "amod", "compound") if named and not named.start <= c.i < named.end]
    state = state and not beside  # "southern Veldia": a part of its land; but "the | United | States"
    return state and trigger.event == "ASSAULT" and place[0] in {"object", "at", "on", "against", "subject"}


_FIXED = frozenset(
    "post base checkpoint station building mosque school hospital market camp house barracks church club".split()
)

# Words before a noun of violence that tell whose it is: "| insurgent | attacks", "a militant ambush".
FIGHTING = frozenset(
    "insurgent militant rebel guerrilla guerilla jihadist jihadi separatist maoist islamist extremist "
    "paramilitary".split()
)

_FIRING = frozenset({"fire", "launch", "lob", "shoot", "hurl", "throw"})
_FINDING = frozenset({"find", "discover", "locate", "detect"})


def _in_measure(token: Token, kind: str, place: tuple[str, str, Found], *, named: bool, bare: bool) -> bool | None:
    """Whether a measure of state falls on somebody by that word; None where other rules say it."""
    slot, part, found = place
    event = found.trigger.event
    if part != "recipient":
        return None
    if event == "ACCUSE" and slot in {"object", "into"} and kind == "unknown" and not _may_act(token):
        return False  # "investigates | alleged embezzlement"
    if found.trigger.pos == "verb" and slot in _WHOSE and kind in _INERT and event != "ASSAULT":
        return named  # "the assets of | Orli"
    topic = slot == "on" and kind == "unknown" and not named and token.text.islower()  # "a ban on | mining"
    if event == "COERCE" and (topic or (slot == "to" and kind == "thing")):
        return False  # "closed its airspace | to foreign planes"
    if event == "SANCTION" and topic and bare and token.tag == "NN" and not _may_act(token):
        return False  # "an import ban on | sugar |"
    return None


_AROUND = frozenset({"near", "at", "in", "under"})
_SITED = frozenset({"on", "at", "near", "under", "in"})


def _is_something(parse: Parse, token: Token, place: tuple[str, str, Found]) -> bool:
    """ "A shooting at a | seaport", "fired at the | kiosk": one thing that no list knows, where force fell."""
    slot, _, found = place
    if found.trigger.event != "ASSAULT" or slot not in _SITED or token.tag != "NN" or token.lower.endswith(_AGENTIVE):
        return False
    return any(c.lower in {"a", "an", "the"} for c in parse.children(token.i, "det")) and not token.lower.endswith("er")


_BUILT = frozenset("hospital center centre clinic mosque church cathedral synagogue prison tower factory hotel".split())


def _is_house_struck(token: Token, place: tuple[str, str, Found]) -> bool:
    """ "The | Mary Medical Center | was hit": what was struck, whoever runs it."""
    slot, part, found = place
    struck = found.trigger.event == "ASSAULT" and found.trigger.effect not in {"killed", "wounded", "captured"}
    return struck and slot == "object" and part == "recipient" and token.lemma.lower() in _BUILT


def _goes_off(parse: Parse, token: Token, place: tuple[str, str, Found], kind: str) -> bool:
    """ "| An Orbit Roadster | exploded, injuring four": a thing, whatever its name."""
    verb = parse.tokens[token.head]
    if (place[1], place[2].trigger.event) != ("actor", "ASSAULT"):
        return False
    if kind not in {"unknown", "organisation"} or token.dep != "nsubj" or verb.lemma.lower() not in _GOING_OFF:
        return False
    return not parse.children(verb.i, "obj", "obl:agent")


_GOING_OFF = frozenset({"explode", "detonate", "ignite"})


def _is_likened(parse: Parse, token: Token) -> bool:
    """ "With | the mills | as their targets": as what they are, and no means."""
    return any(c.lower == "as" for n in parse.children(token.i, "nmod") for c in parse.children(n.i, "case"))


def _is_building(token: Token, place: tuple[str, str, Found], ontology: Ontology) -> bool:
    """ "A stabbing near | Kest University": where it was done, and not to whom."""
    slot, part, found = place
    if found.trigger.event != "ASSAULT" or slot not in _AROUND or part != "recipient":
        return False
    housed = found.trigger.pos == "noun" and token.lemma.lower() in _HOUSED
    return housed or ontology.nouns.kind_of(token.lemma.lower()) == "thing" or token.lower in _HOUSES


_HOUSES = frozenset("works court courthouse bank embassy consulate ministry parliament headquarters university".split())
# Bodies that a shooting or a blast "at" them finds at home.
_HOUSED = frozenset("court parliament ministry university college school embassy consulate party festival bank".split())
_BLOWN_UP = frozenset({"explosives", "suicide-attack"})


def _is_only_near(parse: Parse, head: int, place: tuple[str, str, Found], kind: str) -> bool:
    """ "Was murdered | near a camp |": where it was; but a bomb near an embassy was meant for it."""
    slot, part, found = place
    if slot != "near" or part != "recipient" or found.trigger.event != "ASSAULT" or found.trigger.mode in _BLOWN_UP:
        return False
    return kind != "person" and parse.tokens[head].dep != "obj" and case_of(parse, head) == "near"


def _is_suffered(parse: Parse, found: Found) -> bool:
    """ "Under | assault from Orli", "faces | an offensive from Orli": from whom it comes is who strikes."""
    suffers = found.light is not None and found.light.subject == "recipient"
    return suffers or case_of(parse, found.head) == "under"


def _is_where(token: Token, place: tuple[str, str, Found], label: NameLabel | None, *, suffered: bool) -> bool:
    """ "From Afghan territory", "attacks from Syria", "the town where they killed him": where, and not who."""
    slot, part, found = place
    if slot == "from" and found.trigger.event == "ASSAULT" and found.trigger.pos == "noun":
        return not (suffered and label == "place")
    if label is not None:
        return False
    if slot == "on" and found.trigger.event in {"SANCTION", "CONCEDE"} and token.lemma.lower() in _POWERS:
        return False  # "imposed sanctions | on nine countries |"
    return slot in {"from", "in", "on", "at", "of"} or (part == "actor" and token.lemma.lower() not in _POWERS)


_POWERS = frozenset({"country", "nation", "state", "republic", "kingdom", "capital", "neighbour", "neighbor", "power"})


def _names_scene(parse: Parse, head: int, place: tuple[str, str, Found], labels: dict[int, NameLabel]) -> bool:
    """ "The Arvo offensive", "a Veldia | reconstruction | conference", "the summit of the Isles": where, or of what."""
    slot, _, found = place
    if slot == "poss" and found.trigger.words[-1] in {"summit", "conference"}:  # "| Arvo's | flour summit"
        return any(n.kind == "city" and n.start <= head < n.end for n in parse.names)
    if slot not in {"compound", "of"} or found.trigger.pos != "noun" or labels.get(head) != "place":
        return False
    kind = next((n.kind for n in parse.names if n.start <= head < n.end), None)
    joined = slot == "of" and parse.tokens[head].dep == "conj"  # "the bombing of Orli | and Kest |"
    event, of = found.trigger.event, joined or case_of(parse, head) == "of"
    if event == "ASSAULT" and not of:  # "the | Veldia | blast": where, whatever the name is of
        return kind != "state" or (parse.tokens[found.head].lemma.lower() in _SCENES and not _is_short(parse, head))
    between = parse.tokens[min(head + 1, len(parse.tokens) - 1)]  # "a timetable for the withdrawal of | Peru"
    topic = (
        between.is_noun
        and between.tag.startswith("NN")
        and between.i not in found.tokens
        and not between.tag.startswith("NNP")
    )
    return event == "CONSULT" and ((of and kind != "state") or (not of and topic))


_SCENES = frozenset({"blast", "explosion", "shooting", "stabbing", "massacre"})


def _is_short(parse: Parse, head: int) -> bool:
    """ "A | US | shooting": letters that stand as well for a people."""
    return parse.tokens[head].text.replace(".", "").isupper()


_WAYS = frozenset("road street highway motorway border river coast outskirts route avenue lane reservation".split())


def _struck(kind: str, slot: str, event: str, told: tuple[str, NameLabel | None]) -> bool | None:
    """Whether what a deed falls on is a target; None where it may be somebody."""
    word, label = told
    if kind == "thing":
        return True
    if kind == "place" and (event in _FORCEFUL or event == EFFECT):
        if slot in {"near", "in", "under"} or (slot == "on" and word in _WAYS):
            return False  # "exploded near the capital", "on a road": where
        taken = slot == "from" and event == "COERCE"  # "withheld aid | from Orland"
        return True if slot not in {"with", "to", "poss"} and not taken else None
    return True if kind == "unknown" and label is None else None  # "damaged a kiosk": what is damaged is a thing


def _takes_part(token: Token, kind: str, label: NameLabel | None, event: str) -> bool:
    """Whether a word before the noun of the deed is somebody: "Israeli strike", "NATO summit".

    Whether a name there is a town ("the Geneva talks") is for resolving to say, which knows what is a place.
    """
    if token.lower.endswith("ed") and "-" in token.text:  # "a UN-monitored truce"
        return False
    if token.lower in _HOW_WIDE or token.lower in {"group", "revenge", "copycat", "twin"}:
        return False  # "ten | group | attacks on shops", "twin blasts", "an | ECONOMIC | SUMMIT"
    joint = token.lower in {"coalition", "alliance"} and event == "ASSAULT"  # "a | coalition | airstrike"
    if token.lower in {"coalition", "alliance", "unity", "ai"} and not joint:  # "| coalition | talks": what about
        return False
    if label == "nationality" or (label is not None and token.tag.startswith("NNP")):
        return True
    if kind in {"person", "organisation"} and token.is_noun and token.dep != "amod":
        return True
    return kind == "unknown" and token.tag.startswith("NNP")


_HOW_WIDE = frozenset("international economic regional national presidential global annual bilateral summit".split())


def _is_no_body(parse: Parse, token: Token, kind: str) -> bool:
    """ "Attacks hurt | tourism |", "hurt | business": nobody was hurt."""
    bare = token.tag == "NN" and not parse.children(token.i, "det", "nmod:poss", "nummod", "amod")
    return (kind == "unknown" and not _may_act(token)) or (kind == "organisation" and bare and token.text.islower())


def _is_victim(token: Token, found: Found) -> bool:
    return found.trigger.effect in {"killed", "arrested", "wounded"} and token.tag.startswith("NNP")


def _may_act(token: Token) -> bool:
    """Whether a word that no list knows can be somebody who acts: a name, a pronoun, or a noun made like "activist"."""
    named = token.tag.startswith("NNP") or (token.tag == "NNS" and token.text[:1].isupper())  # "the Kurds"
    return named or token.tag.startswith(("PRP", "WP", "CD")) or token.lemma.lower().endswith(_AGENTIVE)


def _part(name: str) -> RolePart:
    assert name in ORDER, name
    return name  # type: ignore[return-value]
