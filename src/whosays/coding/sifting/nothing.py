"""Clauses with the word of a deed that tell of none: harm denied, conditions cut short, what is only to be kept off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_NO = frozenset({"no", "not", "n't", "n’t", "nobody", "none", "neither", "nor", "never"})
_KEEPING_OFF = frozenset({"stop", "prevent", "keep", "deter", "discourage", "block", "bar", "dissuade"})
_LISTING = frozenset({"list", "label", "designate", "classify", "consider", "brand", "blacklist"})
_ARMED = frozenset("rebel militant insurgent guerrilla fighter gunman terrorist bandit separatist extremist".split())
_OUSTING = frozenset({"oust", "remove", "topple", "overthrow", "unseat", "depose", "dislodge", "drive"})
_EFFORTS = frozenset({"effort", "bid", "attempt", "campaign", "push"})


def is_nothing(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of a deed stands where no deed is told of."""
    return any(rule(parse, found, parts) for rule in _RULES)


def _is_of_whole_clause(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Killed two men in Kest and one in Orli, | which violates the truce": all of it, and not the last man."""
    verb = parse.tokens[found.head]
    if (
        found.trigger.event != "REJECT"
        or verb.dep != "acl:relcl"
        or not any(c.lower == "which" for c in parse.children(verb.i, "nsubj"))
    ):
        return False
    return parse.tokens[verb.head].tag == "CD"


def _is_way_home(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was freed and arrived | back | in Orli": who comes home pays nobody a visit."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "visit" or not verb.is_verb:
        return False
    return any(c.lower in {"back", "home"} for c in parse.children(found.head, "advmod", "compound:prt"))


def _is_harm_denied(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "There was no one seriously | injured |", "the president was not hurt": nobody did anything to anybody."""
    token = parse.tokens[found.head]
    if not token.is_verb or found.trigger.effect != "wounded" or found.trigger.mode is not None:
        return False
    if any(p.part in {"actor", "instrument"} for p in parts):
        return False
    beside = parse.children(token.i, "advmod", "nsubj:pass", "nsubj")
    if token.dep in {"acl", "acl:relcl"}:
        noun = parse.tokens[token.head]
        return any(c.lower in _NO for c in (noun, *parse.children(noun.i, "det")))
    if token.tag != "VBN" or not parse.children(token.i, "aux:pass"):
        return False
    return any(c.lower in _NO for b in beside for c in (b, *parse.children(b.i, "det", "advmod")))


def _is_state_of_some(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| People | under attack | have fled": in what state some are, with nobody who attacks and nobody told of."""
    noun = parse.tokens[found.head]
    some = parse.tokens[noun.head]
    if noun.dep != "nmod" or some.tag != "NNS" or case_of(parse, noun.i) != "under":
        return False
    bare = not parse.children(some.i, "det", "nummod", "amod", "compound", "nmod:poss")
    return bare and not any(p.part == "actor" for p in parts)


def _is_cut_short(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Would use its missiles if | attacked |": a condition, with nobody who attacks."""
    token = parse.tokens[found.head]
    if token.tag != "VBN" or any(p.part == "actor" for p in parts):
        return False
    if parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return False
    return any(c.lower in {"if", "unless"} for c in parse.children(token.i, "mark", "advmod"))


def _is_kept_off(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Sent troops to stop the rebels from | fleeing |": what the aim is to keep from being done."""
    token = parse.tokens[found.carrier if found.carrier is not None else found.head]
    above = parse.tokens[token.head]
    if token.tag != "VBG" or token.dep not in {"advcl", "xcomp", "acl"} or above.lemma.lower() not in _KEEPING_OFF:
        return False
    kept = any(c.lower == "from" for c in parse.children(token.i, "mark", "case"))
    aim = above.tag == "VB" and any(c.lower == "to" for c in parse.children(above.i, "mark"))
    return kept and aim and above.dep in {"advcl", "acl"}


def _is_aim_to_hold_back(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Used tear gas to | prevent | the students from marching": the aim, and no second measure."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "restrict" or token.lemma.lower() not in _KEEPING_OFF or token.tag != "VB":
        return False
    to = any(c.lower == "to" for c in parse.children(token.i, "mark"))
    return to and token.dep in {"advcl", "acl"}


def _is_historic(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Related to the | occupation | of the island from 1910": what history books tell."""
    token = parse.tokens[found.head]
    if token.lemma.lower() not in _RULES_OF_OLD or found.carrier is not None:
        return False
    _, end = parse.sentences[parse.sentence(token.i)]
    years = [t.text for t in parse.tokens[token.i : min(token.i + _NEAR, end)] if t.tag == "CD"]
    return any(len(y) == _FIGURES and y.isdigit() and _FIRST <= int(y) < _LAST for y in years)


_RULES_OF_OLD = frozenset({"occupation", "colonisation", "colonization", "annexation", "conquest"})
_FIGURES, _FIRST, _LAST, _NEAR = 4, 1000, 1950, 9


def _is_listed(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The group | is listed | as a terrorist one by Orland": how it stands, and no news of the day."""
    token = parse.tokens[found.head]
    if found.trigger.event != "SANCTION" or token.lemma.lower() not in _LISTING:
        return False
    passive = token.tag == "VBN" and any(c.lower in {"is", "are"} for c in parse.children(token.i, "aux:pass"))
    plain = token.tag in {"VBZ", "VBP"} and not parse.children(token.i, "aux", "aux:pass")
    return (passive or (plain and token.i != token.head)) and not _is_dated(parse, token)


def _is_of_target(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A raid on a group of rebels | meeting | in the woods": whom it struck, and no talks."""
    token = parse.tokens[found.head]
    noun = parse.tokens[token.head]
    if found.trigger.event != "CONSULT" or token.tag != "VBG" or token.dep != "acl":
        return False
    return noun.lemma.lower() in _ARMED and noun.dep in {"nmod", "obl", "obj"} and len(parts) < 2


def _is_aim_to_oust(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Marched on the port in a bid | to unseat the king": the aim of what was told."""
    token = parse.tokens[found.head]
    effort = parse.tokens[token.head]
    if token.tag != "VB" or token.dep != "acl" or token.lemma.lower() not in _OUSTING:
        return False
    return effort.lemma.lower() in _EFFORTS and effort.dep == "obl" and case_of(parse, effort.i) == "in"


def _is_unmet(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A date that Orland said it could not | meet |": kept, and nobody spoken with."""
    token = parse.tokens[found.head]
    if found.trigger.event != "CONSULT" or found.trigger.words != ("meet",) or not token.is_verb:
        return False
    return len(parts) == 1 and parse.tokens[parts[0].head].lower == "it"


def _is_rewarded(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A reward for details leading to | his arrest": what money is offered for."""
    if found.trigger.event != "COERCE" or parse.tokens[found.head].is_verb:
        return False
    above = list(parse.ancestors(found.head))[:_FAR]
    leading = any(a.lower == "leading" for a in above)
    return any(t.lemma.lower() in {"reward", "bounty"} for t in (parse.around(found.head) if leading else above))


_FAR = 4  # arrest > leading > information > reward


def _is_penalty(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A bill with | prison sentences | of up to nine years for smuggling": what a law holds, nobody's sentence."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "convict" or token.tag != "NNS" or any(p.part == "recipient" for p in parts):
        return False
    words = [t.lower for t in parse.tokens[token.i : min(token.i + _NEAR, len(parse.tokens))]]
    return any(pair in pairwise(words) for pair in (("up", "to"), ("at", "least")))


# What a state of emergency is declared for where nobody is held down by it.
_DISASTERS = frozenset(
    "wildfire flood flooding storm hurricane typhoon cyclone earthquake landslide eruption drought outbreak virus "
    "heatwave "
    "tornado blizzard bushfire epidemic pandemic cholera measles fire".split()
)


def _is_relief(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Wildfires rage; the premier declares | a state of emergency |": help for those hit, and no martial law."""
    if found.trigger.mode != "martial-law" or "emergency" not in {parse.tokens[i].lower for i in found.tokens}:
        return False
    around = (t for t in parse.around(found.head) if t.lemma.lower() in _DISASTERS)
    return any(t.lower != "fire" or not _is_arson(parse, t) for t in around)


def _is_arson(parse: Parse, fire: Token) -> bool:
    """ "After students | set fire | to stations": no wildfire."""
    verb = parse.tokens[fire.head]
    return verb.lemma.lower() in {"set", "open"} or parse.tokens[fire.i - 1].lower in {"on", "opened"}


_PRESS = frozenset({"journalist", "reporter", "correspondent", "newspaper", "filmmaker"})


def _is_of_press(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Two reporters were jailed while | investigating | a massacre": their work, and no inquiry."""
    doers = [parse.tokens[i] for i in found.slots.get("subject", ())]
    return found.trigger.mode == "investigate" and any(t.lemma.lower() in _PRESS for t in doers)


def _is_dated(parse: Parse, token: Token) -> bool:
    start, end = parse.sentences[parse.sentence(token.i)]
    return any(start <= t.start < end for t in parse.times if t.kind in {"date", "time"})


_MILESTONES = frozenset({"first", "second", "third", "fourth", "fifth", "last"})


def _is_milestone(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Was jailed, marking the first | conviction | of a soldier for murder": a rank given to what was told."""
    start, _ = parse.sentences[parse.sentence(found.head)]
    if not any(t.lower == "marking" for t in parse.tokens[start : found.head]):
        return False
    above = next((a for a in parse.ancestors(found.head) if a.lower == "marking" and a.tag == "VBG"), None)
    if above is None or parse.tokens[above.i - 1].text != ",":
        return False
    ranked = parse.children(above.i, "obj", "obl:unmarked")
    return any(c.lower in _MILESTONES for r in ranked for c in parse.children(r.i, "amod"))


_WEATHER = frozenset("typhoon hurricane cyclone storm blizzard flood flooding earthquake tsunami wildfire rain".split())
_CLOSING = frozenset({"close", "shut", "suspend", "cancel", "closure"})


def _is_for_weather(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Closes | all schools as Typhoon Ana makes landfall": care, and no measure against anybody."""
    if found.trigger.event != "COERCE" or found.trigger.mode != "restrict":
        return False
    if not any(parse.tokens[i].lemma.lower() in _CLOSING for i in found.tokens):
        return False
    start, end = parse.sentences[parse.sentence(found.head)]
    return any(t.lemma.lower() in _WEATHER for t in parse.tokens[start:end])


_STOPPING = frozenset({"suspension", "halt", "end", "closure", "termination", "discontinuation", "shelving"})
_INQUIRIES = frozenset({"investigation", "probe", "inquiry", "proceeding"})


def _is_inquiry_stopped(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Orders the | suspension | of both | investigations | into her": no inquiry, and no penalty."""
    if found.trigger.event not in {"SANCTION", "ACCUSE"}:
        return False
    for word in (parse.tokens[i] for i in found.tokens):
        inquiries = [word, *parse.children(word.i, "nmod")] if word.is_noun else []
        for one in inquiries:
            above = parse.tokens[one.head]
            stopped = one.dep == "nmod" and above.is_noun and above.lemma.lower() in _STOPPING
            if stopped and one.lemma.lower() in _INQUIRIES and case_of(parse, one.i) in {"of", "to"}:
                return True
    return False


def is_portion(parse: Parse, found: Found, _parts: Sequence[Part] = ()) -> bool:
    """ "Were killed in raids, | with 37 killed | in the town": some of those who are counted before."""
    token = parse.tokens[found.head]
    if token.tag != "VBN" or token.dep not in {"acl", "advcl"} or found.trigger.effect not in {"killed", "wounded"}:
        return False
    if not any(
        c.lower == "with" and parse.tokens[c.i - 1].text == "," for c in parse.children(token.i, "mark", "case")
    ):
        return False
    counted = [c for c in parse.children(token.i, "nsubj:pass", "nsubj") if c.tag == "CD"]
    told = any(a.lemma == token.lemma and a.is_verb for a in parse.ancestors(token.i))
    return told and any(not parse.children(c.i, "conj") for c in counted)


_LANDING = frozenset("hit strike slam kill wound injure damage destroy ram explode".split())


def _is_told_by_its_blow(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Rockets | fired | by the Front hit an airport": the blow is the deed, and no show of arms beside it."""
    verb = parse.tokens[found.head]
    if (found.trigger.event, found.trigger.mode) != ("MOBILIZE", "weapons") or verb.dep not in {"acl", "acl:relcl"}:
        return False
    arms = parse.tokens[verb.head]
    return arms.dep == "nsubj" and parse.tokens[arms.head].lemma.lower() in _LANDING


def _is_nothing_found(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Found | no arms", "no such arms were found": nobody refused to take them away."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "seize" or verb.lemma.lower() not in _FINDING:
        return False
    what = parse.children(verb.i, "obj", "nsubj:pass")
    none = any(c.lower in _NO for w in what for c in parse.children(w.i, "det"))
    return none or any(c.lower in _NO for c in parse.children(verb.i, "advmod"))


_FINDING = frozenset({"find", "discover", "locate", "detect", "uncover", "recover"})


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_nothing_found,
    _is_relief,
    _is_of_press,
    _is_of_whole_clause,
    _is_way_home,
    _is_harm_denied,
    _is_cut_short,
    _is_state_of_some,
    _is_kept_off,
    _is_aim_to_hold_back,
    _is_historic,
    _is_listed,
    _is_of_target,
    _is_aim_to_oust,
    _is_unmet,
    _is_penalty,
    _is_rewarded,
    _is_milestone,
    _is_for_weather,
    _is_inquiry_stopped,
    _is_told_by_its_blow,
    is_portion,
)
