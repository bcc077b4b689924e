"""Whether somebody did it, or is only held to: suspected, charged, tried, believed."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import RoleBasis

_CONVICTING = frozenset("convict sentence jail imprison execute hang condemn".split())
_CHARGING = frozenset("charge accuse suspect indict prosecute try arraign acquit arrest detain want".split())
_WRONGLY = frozenset({"wrongly", "falsely", "wrongfully", "mistakenly", "unjustly", "erroneously"})
_TERMS = frozenset({"year", "month", "life", "prison", "jail", "imprisonment", "death", "term", "sentence"})
_TOGETHER = frozenset({"count", "charge", "suspicion", "connection"})  # "on charges of", "in connection with"


def judging(parse: Parse, found: Found) -> Token | None:
    """ "Jan Holub was charged with | the murder of a judge": the verb that holds a deed against its object."""
    token = parse.tokens[found.head]
    below = found.carrier is None or parse.tokens[found.carrier].head == token.i  # "the bombings | that killed six"
    if found.trigger.event != "ASSAULT" or token.is_verb or not below:
        return None
    case = case_of(parse, token.i)
    for above in parse.ancestors(token.i):
        if above.is_verb:
            known = above.lemma.lower() in _CONVICTING | _CHARGING
            known = known and (above.lemma.lower() != "want" or above.tag == "VBN")  # "| wanted | for murder"
            held = case in {"of", "with", "for", "over", "on"} or (case == "in" and _is_case(parse, above, found))
            wrongly = any(c.lower in _WRONGLY for c in parse.children(above.i, "advmod"))
            return above if known and above.i < found.head and held and not wrongly else None
        lemma = above.lemma.lower()
        if lemma in _TOGETHER or token.dep == "conj":
            case = "for" if lemma == "connection" else case_of(parse, above.i) or case
        elif lemma not in _TERMS and above.dep != "obj":  # "a man to | life | in prison for the murder"
            return None
        token = above
    return None


def _is_case(parse: Parse, verb: Token, found: Found) -> bool:
    """ "Were arrested | in the murder of a judge": a case that is looked into; but "arrested in the raid"."""
    definite = any(c.lower == "the" for c in parse.children(found.head, "det"))
    if verb.lemma.lower() in {"indict", "convict", "prosecute"}:  # "indicted | in the shooting deaths of four"
        return definite
    return definite and verb.lemma.lower() in {"arrest", "detain"} and found.trigger.effect in {"killed", "captured"}


_HELD = frozenset({"believe", "suspect", "think", "allege", "presume", "assume", "speculate", "fear"})
_TOLD = frozenset({"claim", "say", "confirm", "prove", "know", "establish", "believe", "state", "conclude", "admit"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither"})


def _is_only_held(parse: Parse, verb: Token) -> bool:
    """ "Suspect that rebels | carried it out", "did not say that the Front | had done it"."""
    above = parse.tokens[verb.head]
    if verb.dep != "ccomp" or not above.is_verb or above.i > verb.i:
        return False
    denied = any(c.lower in _NOT for c in parse.children(above.i, "advmod"))
    return above.lemma.lower() in _HELD or (denied and above.lemma.lower() in _TOLD)


def basis_of(parse: Parse, head: int, found: Found, wording: Wording) -> RoleBasis:
    """Whether somebody did it, or is only held to: "suspected rebels", "allegedly shot", "charged with killing"."""
    doubted = wording.status.doubted
    before = {c.lower for c in parse.children(head, "amod", "advmod")}
    if parse.tokens[head].dep in {"amod", "compound"}:  # "a | suspected | militant attack"
        before |= {c.lower for c in parse.children(parse.tokens[head].head, "amod") if c.i == head - 1}
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if before & doubted or parse.tokens[head].lemma.lower() == "suspect":
        return "suspected"
    if _is_guessed(parse, head, verb, wording):
        return "suspected"
    if verb.is_verb and any(c.lower in doubted for c in parse.children(verb.i, "advmod")):
        return "accused"
    if not verb.is_verb and any(c.lower in doubted for c in parse.children(found.head, "amod")):
        return "accused"  # "in | alleged | Orland airstrikes"
    above = parse.tokens[verb.head]
    if verb.dep == "xcomp" and above.lemma.lower() in _HELD and above.tag == "VBN":
        return "suspected"  # "believed to have been killed by militants"
    if found.trigger.event == "ASSAULT" and _is_only_held(parse, verb):
        return "suspected"
    held_against = judging(parse, found)
    if held_against is not None:
        return "fact" if held_against.lemma.lower() in _CONVICTING else "accused"
    opened = verb.dep in {"acl", "ccomp"} and any(c.lower == "that" for c in parse.children(verb.i, "mark"))
    if opened and above.is_noun and above.lemma.lower() in wording.status.charging:
        return "accused"  # "the accusation | that they shelled it"
    return _charged_with(parse, verb, wording)


def _is_guessed(parse: Parse, head: int, verb: Token, wording: Wording) -> bool:
    """ "Was shot, | presumably | by rebels", "were | apparently | killed by rebels": nobody knows, or says."""
    by = [c.i for c in parse.children(head, "case") if c.lower == "by"]
    if by and by[0] and parse.tokens[by[0] - 1].lower in wording.status.guessed:
        return True
    return bool(by) and any(c.lower in wording.status.guessed for c in parse.children(verb.i, "advmod"))


def _charged_with(parse: Parse, verb: Token, wording: Wording) -> RoleBasis:
    """ "Charged them with | killing six": what somebody is charged with, he is not known to have done."""
    current = verb
    if current.is_noun and current.dep == "obj" and parse.tokens[current.head].tag == "VBG":
        current = parse.tokens[current.head]  # "charged with | ordering | the murder of a judge"
    while current.dep == "xcomp" and parse.tokens[current.head].tag in {"VB", "VBG"}:
        current = parse.tokens[current.head]  # "accused of | trying | to kill a judge"
    while current.dep == "conj" and parse.tokens[current.head].tag == current.tag:
        current = parse.tokens[current.head]
    cases = {c.lower for c in parse.children(current.i, "mark", "case")}
    above = parse.tokens[current.head]
    if current.tag == "VBG" and "to" in cases and "plead" in {above.lemma, parse.tokens[above.head].lemma}:
        return "accused"  # "pleaded not guilty to | murdering a judge"
    if current.tag == "VBG" and cases & {"of", "with", "for", "over"} and current.head != current.i:
        governor = parse.tokens[current.head]
        if governor.lower == "charge" and parse.children(governor.i, "cop"):
            return "fact"  # "is in charge | of trying them"
        if governor.lemma.lower() in wording.status.charging or governor.lower in wording.status.charging:
            return "suspected" if "suspect" in governor.lemma.lower() or governor.lower == "suspicion" else "accused"
    return "fact"
