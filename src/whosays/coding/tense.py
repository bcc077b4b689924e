"""What the tense of a verb makes of a deed: done, going on, or done again and again."""

from __future__ import annotations

from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_ALWAYS_PLURAL = frozenset(
    "talk negotiation consultation discussion exercise hostility election poll "
    "dozen dozens hundred hundreds thousand thousands score scores".split()  # "kills | dozens of them"
)


def general(parse: Parse, verb: Token, noun: Token | None) -> bool:
    """Bare plurals tell of a habit: "continues to conduct attacks", as against "continues to shell the city".

    Not so those that have no singular: "conclude talks".
    """
    if verb.lemma.lower() in {"face", "suffer", "undergo", "launch", "unleash", "begin", "engage"}:  # "faces charges"
        return False
    objects = [noun] if noun is not None else list(parse.children(verb.i, "obj"))
    objects = [
        o for o in objects if _first(parse, o).dep not in {"nsubj", "nsubj:pass"}
    ]  # "clashes erupt": there they are
    return any(
        o.tag in {"NNS", "NNPS"}
        and o.lemma.lower() not in _ALWAYS_PLURAL
        and not parse.children(o.i, "det", "nummod", "nmod:poss")
        and not _is_particular(parse, o)
        for o in objects
    )


def _first(parse: Parse, noun: Token) -> Token:
    while noun.dep == "conj" and noun.head != noun.i:
        noun = parse.tokens[noun.head]
    return noun


def _is_particular(parse: Parse, noun: Token) -> bool:
    """ "New sanctions", "the cartels Los Alfa and Los Beta": plurals that are told apart from others of their kind."""
    if any(c.lower in {"new", "fresh", "further", "additional", "more"} for c in parse.children(noun.i, "amod")):
        return True
    below = set(parse.subtree(noun.i))
    return any(n.start in below and n.start > noun.i and n.label in _NAMES for n in parse.names)


_NAMES = frozenset({"person", "organisation"})


def _definite(parse: Parse, verb: Token, noun: Token | None) -> bool:
    """ "Jets carry out strikes on the port, killing six": a number of people, or what was hit, makes it one deed."""
    for child in parse.children(verb.i, "advcl", "conj"):
        if child.is_verb and any(parse.children(o.i, "nummod") for o in parse.children(child.i, "obj")):
            return True
        if child.dep == "advcl" and child.tag == "VBG" and parse.tokens[child.i - 1].text == ",":
            return True  # "attack plants in the north, | prompting the airport to close"
    if any(parse.children(o.i, "nummod") for o in parse.children(verb.i, "obj")):
        return True
    if any(
        m.lower in {"before", "after", "until"} for c in parse.children(verb.i, "advcl") for m in parse.children(c.i)
    ):
        return True  # "attacks passengers | before being shot"
    heads = [verb.i] if noun is None else [verb.i, noun.i]
    heads += [c.i for c in parse.children(verb.i, "obj")]
    for filler in (c for h in heads for c in parse.children(h, "nmod", "obl")):
        cases = {c.lower for c in parse.children(filler.i, "case")}
        known = any(d.lower in {"a", "an", "the"} or d.tag == "CD" for d in parse.children(filler.i, "det", "nummod"))
        known = known or any(
            c.tag.startswith("NNP") for c in parse.children(filler.i, "compound")
        )  # "on SDF positions"
        if cases & {"on", "against", "at", "into", "with"} and (known or filler.tag.startswith("NNP")):
            return True
    return False


def tense_of(parse: Parse, verb: Token, noun: Token | None, wording: Wording) -> EventStatus:
    """The status that a finite verb gives; ``noun`` is the deed that a light verb carries."""
    if verb.tag == "VBG":
        auxiliaries = [c.lower for c in parse.children(verb.i, "aux")]
        if any(a in {"is", "are", "am", "'s", "'re"} for a in auxiliaries):
            return "ongoing"
        if "been" in auxiliaries and {"has", "have", "'ve"} & set(auxiliaries):  # "have been besieging it"
            return "ongoing"
        return "happened"
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    if "being" in beside and beside & {"is", "are", "'s", "'re"}:  # "are still being tried"
        return "ongoing"
    if verb.tag in {"VBZ", "VBP"} and not parse.children(verb.i, "aux", "aux:pass"):
        if headline(parse, verb):
            return "happened"  # headlines tell of the past in the present tense
        if general(parse, verb, noun) and not _definite(parse, verb, noun):
            return "habitual"
        return "ongoing" if verb.lemma.lower() in wording.status.lasting else "happened"
    return "happened"


def headline(parse: Parse, verb: Token) -> bool:
    """Whether the verb stands in the title, or in a first line that ends without a stop."""
    title = parse.report.title
    if title and parse.tokens[verb.i].start < len(title):
        return True
    start, end = parse.sentences[parse.sentence(verb.i)]
    return start == 0 and parse.tokens[end - 1].tag != "."
