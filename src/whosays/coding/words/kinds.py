"""What a phrase stands for: the noun behind words of number, and whether it is somebody, a place or a thing."""

from __future__ import annotations

import re

from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import SIDES
from whosays.ontology import Ontology
from whosays.ontology.nouns import Noun
from whosays.parse import NameLabel, Parse, Token

_KIND_OF_LABEL: dict[NameLabel, str] = {
    "person": "person", "organisation": "organisation", "nationality": "organisation", "place": "place",
    "facility": "thing", "weapon": "weapon",
}  # fmt: skip
_QUANTIFIERS = frozenset(
    "dozen dozens score scores hundred hundreds thousand thousands ten tens number group majority total handful "
    "couple pair series wave swarm lot bulk rest most some many several all half part string spate few much entirety "
    "remainder swathe swath charge stick load kg kilo kilogram kilogramme ton tonne".split()
)

_DEVICES = frozenset(
    {"IED", "IEDs", "VBIED", "VBIEDs", "RPG", "RPGs", "UAV", "UAVs", "FPV", "TNT", "ATACMS", "HIMARS", "MLRS", "ATGM"}
)

# Words that count people where nothing follows them: "hundreds were killed", "thousands marched".
_ALONE = frozenset(
    "one another nobody everyone someone others none dozens scores hundreds thousands millions many".split()
)


# Names that end so are of what was built: "the Kest Nuclear Complex".
_PLANTS = frozenset("complex reactor refinery airport airbase bridge barracks depot terminal pipeline seaport".split())
_WHOLES = frozenset({"body", "corpse", "remains"})  # "the body of X": X


def real_head(parse: Parse, head: int) -> int:
    """The noun that counts behind a quantity: "dozens of people" is about people."""
    token = parse.tokens[head]
    if token.lemma.lower() in _WHOLES or token.lemma.lower() in SIDES:  # "the front of the building" is the building
        for child in parse.children(head, "nmod"):
            if case_of(parse, child.i) == "of":
                return child.i
    if token.lower in _QUANTIFIERS or token.lemma.lower() in _QUANTIFIERS or token.tag == "CD":
        for child in parse.children(head, "nmod"):
            if case_of(parse, child.i) in {"of", "among"}:
                return child.i
    return head


def _in_other_form(token: Token, ontology: Ontology) -> Noun | None:
    """ "Two | ex-generals |", and "negotiators" where a tagger took it for a singular."""
    lemma = token.lemma.lower()
    former = lemma.removeprefix("ex-")
    if former != lemma:
        return ontology.nouns.get(former)
    several = token.tag == "NN" and lemma == token.lower and lemma.endswith("s") and not lemma.endswith("ss")
    return ontology.nouns.get(lemma.removesuffix("s")) if several else None


def _of_things(parse: Parse, token: Token) -> str | None:
    """What a name that is taken for somebody's stands for: "an | IED |", "Orland Airlines | Flight 82"."""
    if token.text == "Flight" and any(
        c.tag == "CD" for c in parse.children(token.i, "flat", "nummod", "nmod:unmarked")
    ):
        return "thing"
    wing = any(c.lower in {"political", "military", "armed", "small", "light"} for c in parse.children(token.i, "amod"))
    if token.lower == "arms" and token.tag == "NNS" and not wing:
        return "thing"  # "seized | arms |"; but "the military arms of both movements", "small arms"
    if "/" in token.text or token.lower.startswith("www."):  # "click here to visit example.org/letters"
        return "document"
    if token.tag == "NNP" and any(
        _MAKE.fullmatch(t.text) for t in (token, *parse.children(token.i, "flat", "compound"))
    ):
        return "thing"  # "an Orlian | Mi-8 |", "a Mil | Mi-8 |"
    if token.tag == "NNP" and any(
        c.lower == "flagged" and parse.tokens[c.i - 1].tag == "HYPH" for c in parse.children(token.i, "amod")
    ):
        return "thing"  # "the Orlian-flagged | Ana Maria |": a ship
    if token.lower == "magazines" and any(c.lower in {"loaded", "empty"} for c in parse.children(token.i, "amod")):
        return "weapon"  # "thirteen loaded | magazines |": of a rifle
    if token.lemma.lower() == "bomber" and any(_MAKE.fullmatch(t.text) for t in parse.children(token.i, "compound")):
        return "weapon"  # "B-52 | bombers |"
    return "weapon" if token.text in _DEVICES else None


# What aircraft and missiles are called by those who build them.
_MAKE = re.compile(r"(?:Mi|Su|MiG|Tu|An|Il|Ka|Yak|F|B|C|AH|UH|CH|MH|MQ|RQ|JF|KC|AC|FP|Kh)-\d{1,3}[A-Z]{0,3}")


def _is_one_more(parse: Parse, token: Token) -> bool:
    """ "Two guards were killed and | a third | was wounded": another guard."""
    if token.lower not in {"second", "third", "fourth", "fifth"} or token.dep not in {"nsubj", "nsubj:pass", "obj"}:
        return False
    beside = [c for c in parse.children(token.i) if c.dep != "acl:relcl"]  # "arrested | a third | who fled"
    return [c.lower for c in beside] == ["a"]


_MARKED = frozenset(
    "responsible guilty involved accountable loyal complicit accused suspected convicted wanted".split()
)
_DONE_TO = frozenset(
    "accuse suspect convict charge arrest detain kill wound injure hold jail displace implicate involve imprison "
    "blame evacuate strand trap linger flee live seek protest commit carry plan plot "
    "attempt try escape remain stay fight resist surrender return leave oppose refuse gather attend wait".split()
)


_BREAKING = frozenset({"damage", "destroy", "sink", "wreck"})


def are_people(parse: Parse, token: Token) -> bool:
    """ "Punish | those | responsible", "those | who tortured them", "those | accused of it": some people."""
    if token.lower != "those" or not token.tag.startswith("DT"):
        return False
    for child in parse.children(token.i, "amod", "acl", "acl:relcl"):
        if child.dep == "acl:relcl" and any(c.lower == "who" for c in parse.children(child.i)):
            return True
        if child.lower in _MARKED or (child.dep != "amod" and child.lemma.lower() in _DONE_TO):
            return True
    return any(case_of(parse, c.i) == "behind" for c in parse.children(token.i, "nmod"))


def _kind_of_pronoun(parse: Parse, head: int, token: Token) -> str:
    verb = parse.tokens[parse.tokens[head].head]
    if token.i != head and parse.tokens[head].dep == "obj" and verb.lemma.lower() in _BREAKING:
        return "thing"  # "fired at two boats, damaging | one of them |"
    return "unknown" if token.lower in {"it", "which", "that"} else "person"


def _is_brought_down(parse: Parse, head: int) -> bool:
    """ "Fired 80 drones, of which it | shot down 67 |", "intercepted | two of them |": what flies, and nobody."""
    verb = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].dep not in {"obj", "nsubj:pass"} or not verb.is_verb:
        return False
    down = any(c.lower == "down" for c in parse.children(verb.i, "compound:prt", "advmod"))
    return verb.lemma.lower() in {"down", "intercept"} or (down and verb.lemma.lower() in {"shoot", "bring", "take"})


_ONE = frozenset({"a", "an", "another"})


def kind_of(parse: Parse, head: int, ontology: Ontology, labels: dict[int, NameLabel]) -> str:
    """What the phrase at ``head`` stands for: person, organisation, place, thing, weapon, event ... or unknown."""
    i = real_head(parse, head)
    token = parse.tokens[i]
    lemma = token.lemma.lower()
    if token.tag.startswith("PRP") or token.tag in {"WP", "WDT"}:
        return "thing" if i != head and _is_brought_down(parse, head) else _kind_of_pronoun(parse, head, token)
    if token.tag == "CD" and _is_brought_down(parse, head):
        return "thing"
    if token.tag == "CD" or token.lower in _ALONE or _is_one_more(parse, token) or are_people(parse, token):
        return "person"
    thing = _of_things(parse, token)
    if thing is not None:
        return thing
    label = labels.get(i)
    if label is None and token.tag == "NN" and any(labels.get(c.i) == "person" for c in parse.children(i, "flat")):
        return "person"  # "the recorder of London | Ana Ruiz"
    if lemma == "port" and any(labels.get(c.i) == "place" for c in parse.children(i, "nmod", "appos")):
        return "place"  # "the port of Cartagena" is a town
    known = ontology.nouns.longest(parse.words_to(i, 3)) or _in_other_form(token, ontology)
    acts = token.tag.startswith("NNP") or token.dep in {"nsubj", "obl:agent"}
    if lemma == "office" and acts and parse.children(i, "nmod:poss", "compound", "amod"):
        return "organisation"  # "the Attorney General's Office", "the protection office designates"
    if lemma == "security" and acts and any(c.tag.startswith("NN") for c in parse.children(i, "compound")):
        return "organisation"  # "was held | by airport security"
    if label is not None and token.tag.startswith("NNP"):
        built = label == "organisation" and lemma in _PLANTS
        one = known is not None and known.kind == "person" and any(c.lower in _ONE for c in parse.children(i, "det"))
        label = "person" if one and label == "organisation" else label  # "| a U.S. Marine | was killed"
        return "thing" if built else _KIND_OF_LABEL.get(label, "unknown")
    if known is not None:
        return "weapon" if known.mode and known.kind == "thing" else known.kind
    if label is not None:
        return _KIND_OF_LABEL.get(label, "unknown")
    if ontology.triggers(lemma, "noun"):
        return "event"
    return "unknown"
