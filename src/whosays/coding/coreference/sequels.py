"""Ties between a deed and the clause that goes on from it: the means, what it left behind, the meeting it was for."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token


def _uses(parse: Parse, deed: Found, means: Found) -> bool:
    """ "Gassed the village, | using chemical weapons": by what means it was done."""
    token = parse.tokens[means.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    by_means = token.dep == "advcl" and token.tag == "VBG" and token.lemma.lower() in {"use", "employ", "deploy"}
    return by_means and token.head == anchor and deed.trigger.event == means.trigger.event


def _gathers_for(parse: Parse, deed: Found, meeting: Found) -> bool:
    """ "Leaders gather in Lyon | for a summit": one meeting."""
    token = parse.tokens[meeting.head]
    if not deed.trigger.event == meeting.trigger.event == "CONSULT" or not parse.tokens[deed.head].is_verb:
        return False
    return token.is_noun and token.head == deed.head and case_of(parse, token.i) in {"for", "at"}


def _leaves(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Two bombings took place, | leaving one officer injured", "rose to 53, | with 98 injured"."""
    token = parse.tokens[effect.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    verb = parse.tokens[token.head]
    if effect.trigger.effect is not None and _is_left_too(parse, deed, token):
        return True
    if effect.trigger.effect is None or not verb.is_verb:
        return False
    left = token.dep == "xcomp" or (token.dep == "conj" and token.tag == "VBN")  # "leaving two dead and six | injured"
    if left and verb.lemma.lower() == "leave":
        if verb.dep == "acl:relcl":
            return _is_told_by(parse, parse.tokens[deed.head], verb)
        after = (verb.dep == "advcl" and verb.tag == "VBG") or verb.dep == "conj"
        return after and verb.head == anchor and not parse.children(verb.i, "nsubj")
    beside = token.dep == "advcl" and any(m.lower == "with" for m in parse.children(token.i, "mark"))
    told = {i for c in parse.children(verb.i, "nsubj") for i in (c.i, *(k.i for k in parse.children(c.i, "nmod")))}
    return beside and deed.head in told


def _is_left_too(parse: Parse, deed: Found, token: Token) -> bool:
    """ "The attack left eleven men dead and nine guards | wounded |": by the same attack."""
    noun = parse.tokens[token.head]
    dead = parse.tokens[noun.head]
    verb = parse.tokens[dead.head]
    if token.dep != "acl" or noun.dep != "conj" or dead.lower != "dead" or verb.lemma.lower() != "leave":
        return False
    what = [i for c in parse.children(verb.i, "nsubj") for i in (c.i, *(k.i for k in parse.children(c.i, "nmod")))]
    return deed.head in what


def _is_told_by(parse: Parse, deed: Token, clause: Token) -> bool:
    """ "A raid (on Orli) | that left two dead |": it was the deed that did, wherever its place stands."""
    if not deed.is_noun or not any(c.lower in {"that", "which"} for c in parse.children(clause.i, "nsubj")):
        return False
    if any(t.lemma.lower() in _OTHER_DEEDS for t in parse.tokens[deed.i + 1 : clause.i]):
        return False  # "an attack for | airstrikes | that left two dead"
    above = parse.tokens[clause.head]
    while above.i != deed.i and above.dep in {"nmod", "appos", "nmod:unmarked"}:
        above = parse.tokens[above.head]
    return above.i == deed.i


def _that_killed(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Mourns after the strike on the town, | that killed twenty": hung on the verb, told of the strike."""
    token, noun = parse.tokens[effect.head], parse.tokens[deed.head]
    if token.dep != "advcl:relcl" or effect.trigger.effect is None or noun.is_verb or not noun.i < token.i:
        return False
    told = any(c.lower in {"that", "which"} for c in parse.children(token.i, "nsubj"))
    return told and noun.dep in {"obl", "obj", "nmod"} and noun.head == token.head


def _of_wounds(parse: Parse, deed: Found, death: Found) -> bool:
    """ "Died of | wounds suffered in an attack": of that attack."""
    token = parse.tokens[deed.head]
    got = parse.tokens[token.head]
    wounds = parse.tokens[got.head]
    if token.is_verb or case_of(parse, token.i) not in {"in", "during", "from"} or death.trigger.effect != "killed":
        return False
    suffered = got.dep == "acl" and got.lemma.lower() in {"suffer", "sustain", "receive", "incur"}
    return suffered and wounds.lemma.lower() in {"wound", "injury", "burn"} and wounds.head == death.head


def _by_firing(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Rebels | firing mortar rounds | killed three": by firing them."""
    token = parse.tokens[deed.head]
    if token.tag != "VBG" or token.dep != "acl" or effect.trigger.effect is None:
        return False
    doing = token.head in effect.slots.get("subject", ()) and parse.tokens[effect.head].tag in {"VBD", "VBN"}
    return doing and deed.trigger.mode in _SHOOTING and bool(parse.children(effect.head, "obj"))


_REPORTED = frozenset({"say", "believe", "report", "allege", "think", "know", "suspect", "claim"})
_SHOOTING = frozenset({"heavy-weapons", "firearms", "explosives", "aerial", "drone"})


def _that_they_say(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Launched strikes | that it said killed | forty": whose word it is, put between the two."""
    token, noun = parse.tokens[effect.head], parse.tokens[deed.head]
    said = parse.tokens[token.head]
    if noun.is_verb or effect.trigger.effect is None or token.dep != "ccomp" or parse.children(token.i, "nsubj"):
        return False
    hung = said.dep == "acl:relcl" and said.head in {deed.head, *deed.tokens} and said.lemma.lower() in _REPORTED
    that = any(c.lower in {"that", "which"} for c in parse.children(said.i, "obj", "nsubj"))
    return hung and that and not parse.children(token.i, "nsubj:pass", "mark")


_STATE = frozenset({"COERCE", "SANCTION", "ACCUSE", "REJECT", "CONCEDE", "RETREAT", "MOBILIZE", "AID"})


def _spelled_out(parse: Parse, deed: Found, again: Found) -> bool:
    """ "Carried out a swap, | exchanging ninety men each": the same measure, with what it came to."""
    token = parse.tokens[again.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    being = token.tag == "VBN" and any(c.lower == "being" for c in parse.children(token.i, "aux:pass"))
    behind = token.dep == "acl" and parse.tokens[token.i - 1].text == "," and anchor in _above(parse, token.i)
    hung = (token.dep == "advcl" and token.head == anchor) or behind  # "upheld it in a vote, | removing him"
    if not hung or not (token.tag == "VBG" or being):
        return False
    if deed.trigger.event not in _STATE:
        return False
    same = (deed.trigger.event, deed.trigger.mode) == (again.trigger.event, again.trigger.mode)
    marks = {m.lower for m in parse.children(token.i, "mark", "nsubj", "advmod")}
    judged = deed.trigger.mode == "convict" and marks <= {"after"}  # "jails three men | after finding them guilty"
    return same and again.carrier is None and (not marks or judged)


def _above(parse: Parse, i: int) -> set[int]:
    return {a.i for a in list(parse.ancestors(i))[:3]}


def _with_so_many_killed(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Clashes between the army and rebels with six people | killed": killed in them, and no party to them."""
    token, noun = parse.tokens[effect.head], parse.tokens[effect.head - 1]
    killed = effect.trigger.effect in {"killed", "wounded"} and token.tag == "VBN" and token.dep == "acl"
    if not killed or token.head != noun.i or case_of(parse, noun.i) != "with" or deed.trigger.effect is not None:
        return False
    anchor = {deed.head, deed.carrier}
    fought = parse.tokens[deed.head].lemma.lower() in _FOUGHT | {"attack", "strike", "raid", "airstrike", "ambush"}
    return fought and deed.head < noun.i and any(a.i in anchor for a in parse.ancestors(noun.i))


_FOUGHT = frozenset({"battle", "gunfight", "firefight", "shootout", "clash", "fighting", "skirmish"})


def _in_which(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Carried out an attack on a post on Monday | in which two died": hung on the verb or the day."""
    token, noun = parse.tokens[effect.head], parse.tokens[deed.head]
    if effect.trigger.effect is None or token.dep not in {"advcl:relcl", "acl:relcl", "advcl"}:
        return False
    asked = [c for c in parse.children(token.i, "obl", "nmod") if c.lower == "which"]
    if not noun.i < token.i or not any(case_of(parse, c.i) in {"in", "during"} for c in asked):
        return False
    if noun.is_verb:
        return _is_attacking(parse, noun, token)
    above = parse.tokens[token.head]
    if above.lemma.lower() in _FOUGHT and noun.i != above.i:
        return False  # "repels an ambush and kills six in a battle | in which two died": in the battle
    verbs = {deed.carrier, noun.head} - {None}
    beside = above.is_noun and noun.i < above.i and set(verbs | {noun.i}) & {a.i for a in parse.ancestors(above.i)}
    return above.i in verbs or bool(beside)


def _is_attacking(parse: Parse, deed: Token, effect: Token) -> bool:
    """ "Held a man suspected of | attacking a patrol | in which two died": the clause hangs on whatever is near."""
    held = parse.tokens[deed.head]
    near = {deed.i, held.i, held.head, *parse.subtree(deed.i)}
    if any(t.lemma.lower() in _OTHER_DEEDS for t in parse.tokens[deed.i + 1 : min(parse.subtree(effect.i))]):
        return False  # "attacking a baker during | a raid | in which two died"
    gerund = deed.tag == "VBG" and deed.dep in {"advcl", "acl", "ccomp"} and held.tag in {"VBN", "VBD"}
    return gerund and deed.lemma.lower() in _ATTACKING and effect.head in near


_ATTACKING = frozenset({"attack", "raid", "ambush", "storm", "bomb", "shell"})
_OTHER_DEEDS = _FOUGHT | {
    "raid",
    "operation",
    "attack",
    "ambush",
    "protest",
    "riot",
    "war",
    "offensive",
    "strike",
    "airstrike",
}


def _toll_beside(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Marchers clashed with police; | six people were injured": a bare toll right behind the deed."""
    token = parse.tokens[effect.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    if effect.trigger.effect is None or effect.trigger.mode is not None or deed.trigger.effect is not None:
        return False
    if token.dep not in {"parataxis", "conj"} or token.head != anchor or not token.is_verb or token.i < anchor:
        return False
    passive = bool(parse.children(token.i, "nsubj:pass")) or token.lemma.lower() in {"die", "perish"}
    bare = not parse.children(token.i, "obl:agent") and not (effect.slots.get("subject") and token.tag == "VBN")
    below = set(parse.subtree(token.i))
    elsewhere = any(n.label == "place" and n.start in below for n in parse.names)
    elsewhere = elsewhere or any(t.start in below and t.kind in {"date", "time"} for t in parse.times)
    return passive and bare and not elsewhere


def _in_exchange(parse: Parse, deed: Found, other: Found) -> bool:
    """ "Carry out a prisoner swap, handing over forty men in exchange for | the release of ten": the same swap."""
    noun = parse.tokens[other.head]
    if (
        not (deed.trigger.event, deed.trigger.mode)
        == (other.trigger.event, other.trigger.mode)
        == ("RETREAT", "release")
    ):
        return False
    near = list(parse.ancestors(noun.i))[:3]
    swapped = parse.tokens[deed.head].lemma.lower() in {"swap", "exchange"}
    return swapped and deed.head < noun.i and any(a.lemma.lower() in {"exchange", "return"} for a in near)


_TOLD_TOGETHER = frozenset({"killed", "wounded"})


def _toll_after_toll(parse: Parse, one: Found, other: Found) -> bool:
    """ "Nine killed, | six wounded in a raid": two tolls of a headline, taken for a clause and its content."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    effects = {one.trigger.effect, other.trigger.effect}
    if effects != _TOLD_TOGETHER or second.head != first.i or second.dep not in {"ccomp", "parataxis", "appos", "dep"}:
        return False
    bare = all(t.tag == "VBN" and not parse.children(t.i, "aux", "aux:pass", "mark", "obj") for t in (first, second))
    return bare and first.i < second.i


_TAKEN = frozenset({"190", "192"})  # CAMEO's codes of the words for ground that is taken


def _took_by_fighting(parse: Parse, deed: Found, fight: Found) -> bool:
    """ "Captured the town | after heavy fighting": how it was taken, where the fight has no sides of its own."""
    noun = parse.tokens[fight.head]
    if deed.trigger.cameo not in _TAKEN or fight.trigger.event != "ASSAULT" or noun.is_verb:
        return False
    if noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) not in {"after", "following", "in", "during"}:
        return False
    return noun.head == deed.head and not any(fight.slots.get(s) for s in ("between", "by", "poss", "with"))


_CLEARING = frozenset("drive push force chase oust expel dislodge rout flush evict repel eject clear".split())


def _driving_out(parse: Parse, deed: Found, other: Found) -> bool:
    """ "Captured the town, | driving out | the army", "drove the army out, | capturing | the town": one deed."""
    token = parse.tokens[other.head]
    first = parse.tokens[token.head] if token.dep == "conj" and token.tag == "VBG" else token
    if (
        first.dep != "advcl"
        or first.tag != "VBG"
        or first.head != deed.head
        or parse.children(first.i, "mark", "nsubj")
    ):
        return False  # "took the mill, | killing two and driving out | the rest"
    if not deed.trigger.event == other.trigger.event == "ASSAULT" or token.i < deed.head:
        return False
    for taken, cleared in ((deed, other), (other, deed)):
        if taken.trigger.cameo in _TAKEN and parse.tokens[cleared.head].lemma.lower() in _CLEARING:
            return True
    return False


_SET = frozenset({"plant", "place", "leave", "put", "hide", "attach", "install", "conceal"})


def _was_planted(parse: Parse, deed: Found, planting: Found) -> bool:
    """ "Killed by a bomb | planted under a bus", "a blast caused by a bomb | left in a bin": one bomb, one deed."""
    token = parse.tokens[planting.head]
    if token.dep not in {"acl", "acl:relcl"} or token.lemma.lower() not in _SET:
        return False
    if planting.trigger.mode != "explosives" or deed.trigger.event not in {"ASSAULT", "EFFECT"}:
        return False
    above = [a.i for a in parse.ancestors(token.i)][:3]
    return deed.head in above or (deed.carrier is not None and deed.carrier in above)


def _thrown_and_burst(parse: Parse, throwing: Found, bursting: Found) -> bool:
    """ "A grenade | thrown at the gate | failed to explode": one grenade, one deed."""
    token = parse.tokens[throwing.head]
    if token.dep not in {"acl", "acl:relcl"} or not throwing.trigger.mode == bursting.trigger.mode == "explosives":
        return False
    return token.head in bursting.slots.get("subject", ())


def _said_to_have(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "A raid | said to have killed ninety": what the raid is told to have done."""
    token = parse.tokens[effect.head]
    said = parse.tokens[token.head]
    if effect.trigger.effect is None or token.dep not in {"xcomp", "ccomp"} or said.lemma.lower() not in _REPORTED:
        return False
    own = not parse.children(token.i, "nsubj", "nsubj:pass") and any(
        c.lower == "to" for c in parse.children(token.i, "mark")
    )
    return own and said.tag == "VBN" and said.dep in {"acl", "acl:relcl"} and said.head in {deed.head, *deed.tokens}


def _by_such_means(parse: Parse, deed: Found, means: Found) -> bool:
    """ "Attacked a mosque | with a drone strike": what the attack was."""
    noun = parse.tokens[means.head]
    if noun.is_verb or case_of(parse, noun.i) != "with" or not parse.tokens[deed.head].is_verb:
        return False
    own = any(means.slots.get(s) for s in ("by", "poss", "on", "against", "of"))
    near = [a.i for a in parse.ancestors(noun.i)][:2]
    return not own and deed.trigger.event == means.trigger.event == "ASSAULT" and deed.head in near


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _uses,
    _leaves,
    _gathers_for,
    _that_killed,
    _said_to_have,
    _that_they_say,
    _of_wounds,
    _by_firing,
    _spelled_out,
    _was_planted,
    _took_by_fighting,
    _driving_out,
    _in_which,
    _with_so_many_killed,
    _toll_beside,
    _toll_after_toll,
    _in_exchange,
    _thrown_and_burst,
    _by_such_means,
)
