"""What ties two words to one deed: each rule sees the deed and what may be its effect, in the syntax between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.coreference import dyingthere, onedeed, parleys, retold, sequels
from whosays.coding.coreference.apart import (
    DYING,
    are_the_others,
    does_its_own,
    is_contrast,
    is_mutual,
    of_old_wounds,
    past_others,
    some_time_after,
)
from whosays.coding.parties.bystanders import is_only_meanwhile
from whosays.coding.words.kinds import real_head
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import THING_EFFECTS
from whosays.parse import Parse, Token

_WITHIN = frozenset(
    {"in", "during", "amid", "amidst", "by", "from", "of", "with", "at", "after", "following", "as", "when", "on", "to"}
)
_NOT_DONE = frozenset({"attempted", "foiled", "failed", "thwarted", "planned", "abortive"})
_LATER = frozenset({"after", "following"})
_ADVERBIAL_MARKS = frozenset({"when", "after", "as", "while", "where"})


def _is_subject(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The bombing | killed twelve", "a bombing | that killed": one stands in the other's slot."""
    if (parse.tokens[deed.head].is_verb and not deed.carrier) or _is_not_done(parse, parse.tokens[deed.head]):
        return False
    if _is_yet_to_begin(parse, deed) or _is_suspected_of(parse, deed.head):
        return False
    slots = ("subject", "object", "in", "by", "from", "during", "at", "with", "of", "as")
    if effect.trigger.effect is not None and deed.trigger.effect is None and deed.head in effect.slots.get("after", ()):
        # "died after an attack"; not "clashes broke out after a murder", "after an attack rebels killed six"
        return not _long_after(parse, deed.head) and not _does_it(parse, effect)
    return any(deed.head in _counted(parse, effect.slots.get(slot, ())) for slot in slots)


def _is_suspected_of(parse: Parse, noun: int) -> bool:
    """ "Police kill two suspects in | the murder of a judge |": another deed, and theirs."""
    return parse.tokens[noun].dep == "nmod" and parse.tokens[parse.tokens[noun].head].lemma.lower() == "suspect"


def _does_it(parse: Parse, effect: Found) -> bool:
    """Whether somebody is told to do the harm: "rebels | killed six"."""
    token = parse.tokens[effect.head]
    return token.is_verb and bool(effect.slots.get("subject")) and bool(parse.children(token.i, "obj"))


_LONG = frozenset({"year", "month", "week", "decade"})
_UNITS = _LONG | {"day", "hour", "minute"}


def _long_after(parse: Parse, noun: int) -> bool:
    """ "Dies two years | after the attack": of something else."""
    beside = parse.children(noun, "nmod:unmarked", "obl:unmarked", "obl:npmod", "nmod:npmod", "advmod", "nmod")
    above = parse.tokens[parse.tokens[noun].head]
    if parse.tokens[noun].dep == "nmod" and above.lemma.lower() in _LONG:  # "less than a | month | after the attack"
        return True
    return any(c.lemma.lower() in _LONG and c.i < noun for c in beside)


def _counted(parse: Parse, heads: Sequence[int]) -> list[int]:
    """ "A series | of airstrikes killed": the deeds behind a word of number."""
    return [i for h in heads for i in (h, real_head(parse, h))]


def _is_described(parse: Parse, deed: Found, effect: Found) -> bool:
    """A participle or relative clause on the deed: "an attack | killing six", "a raid | in which six died"."""
    token = parse.tokens[effect.head]
    if any(m.lower == "to" for m in parse.children(token.i, "mark")):  # "an offensive | to free the province"
        return False
    return token.is_verb and token.dep in {"acl", "acl:relcl"} and token.head in {deed.head, *deed.tokens}


def _told_of_agent(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "A massacre by troops | that killed forty": whoever did it killed them by doing it."""
    token = parse.tokens[effect.head]
    aims = token.dep == "acl" and token.lemma.lower() == "target"  # "an attempt by militants | targeting the premier"
    kills = token.dep == "acl:relcl" and effect.trigger.effect is not None
    if not (aims or kills) or parse.tokens[deed.head].is_verb:
        return False
    agents = [*deed.slots.get("by", ())]
    for clause in parse.children(deed.head, "acl"):  # "a massacre | committed by troops"
        agents += [c.i for c in parse.children(clause.i, "obl:agent")]
    agents = _counted(parse, agents)  # "an attack by a swarm | of drones targeting the base"
    return deed.head < token.i and token.head in agents and not parse.children(token.i, "aux:pass")


# What somebody is killed with or out of; whoever is killed by people that attacked may have been so at another time.
_MEANS = frozenset(
    "aircraft bomb boat bullet car device drone grenade gunship helicopter jet landmine lorry mine missile mortar "
    "munition plane projectile rocket round shell tank truck van vehicle warplane".split()
)


def _told_of_means(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Three were killed by a drone | that struck a store": it killed them by striking."""
    token = parse.tokens[deed.head]
    means = parse.tokens[token.head]
    if effect.trigger.effect is None or not token.is_verb or token.dep != "acl:relcl" or token.tag != "VBD":
        return False
    agents = (*effect.slots.get("subject", ()), *effect.slots.get("by", ()))  # of a passive, its agent is the subject
    told = means.dep in {"obl:agent", "obl"} and means.i in agents and means.lemma.lower() in _MEANS
    return told and any(c.lower in {"which", "that"} for c in parse.children(token.i, "nsubj"))


def _told_of_place(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The attack on a church in Lagos | which killed four": no church kills; the clause tells of the attack."""
    token, noun = parse.tokens[effect.head], parse.tokens[deed.head]
    if token.dep != "acl:relcl" or effect.trigger.effect is None or noun.is_verb or not noun.i < token.i:
        return False
    if not any(c.lower in {"which", "that"} for c in parse.children(token.i, "nsubj")):
        return False
    current = parse.tokens[token.head]
    while current.dep in {"nmod", "appos", "nmod:unmarked"} and case_of(parse, current.i) != "by":
        current = parse.tokens[current.head]
        if current.i == noun.i:
            return True
    # Trees hang what follows the noun on the verb above both: "claimed | the attack | at a post that killed 60".
    above = {a.i for a in parse.ancestors(noun.i) if a.is_verb}
    return current.dep == "obl" and current.head in above and case_of(parse, current.i) in {"at", "in", "on", "near"}


def _follows(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "attacked the convoy | , wounding six", "opened fire | and killed"."""
    token = parse.tokens[effect.head]
    if _is_contrast(parse, token, deed, effect):
        return False
    strikes = token.lemma.lower() in _STRIKING and deed.trigger.event == effect.trigger.event
    if not token.is_verb or (effect.trigger.effect is None and not strikes):
        return False
    if deed.light is not None and deed.light.subject == "recipient" and (token.tag == "VBG" or token.dep == "conj"):
        return False  # "repelled the attack, | killing six": whom it was meant for killed them
    anchor = deed.carrier if deed.carrier is not None else deed.head
    if token.head != anchor and not _goes_on_in(parse, token, anchor):
        first = _first_of(parse, token)
        return first is not token and first.head == anchor and first.dep == "advcl"
    if deed.trigger.event == EFFECT and deed.trigger.pos == "adjective" and is_contrast(parse, token):
        return False  # "the mayor was unharmed, | while two gunmen were killed"
    if token.dep == "advcl":
        if _is_nearby(parse, token) or of_old_wounds(parse, token):
            return False
        if any(m.lower in {"before", "until"} for m in parse.children(token.i, "mark")):
            return False  # "attacked passengers before being shot": another deed
        marks = {m.lower for m in parse.children(token.i, "mark", "advmod")}
        if deed.carrier is not None and parse.tokens[anchor].lemma.lower() in _ENDING and marks & _ADVERBIAL_MARKS:
            return False  # "the siege | ended | when troops killed two gunmen": how it ended is another deed
        if token.tag == "VBG" and "for" in marks:
            return False  # "was hanged | for killing a cook": what he was hanged for
        if marks & {"after", "since"} and parse.children(token.i, "nsubj", "nsubj:pass"):
            return False  # "shot a man, two days after a guard was hurt by a mine": that had been before
        return token.tag in {"VBG", "VBN"} or bool(marks & _ADVERBIAL_MARKS)
    subjects = parse.children(token.i, "nsubj", "nsubj:pass")
    spared = any(_is_nil(parse, s.i) for s in subjects)  # "opened fire | but nobody was hurt"
    return token.dep in {"conj", "parataxis"} and (not subjects or spared)


_ENDING = frozenset({"end", "conclude", "finish"})


def _is_contrast(parse: Parse, clause: Token, one: Found, other: Found) -> bool:
    """ "Six died in the city, | while three were killed on the coast": two tellings side by side, of two deeds."""
    both = one.trigger.effect is not None and other.trigger.effect is not None
    if does_its_own(parse, clause):
        return True
    if one.trigger.effect != other.trigger.effect and are_the_others(parse, clause):
        return False  # "nine were killed | while ten others are abducted in a raid": in one raid
    told_of = parse.children(clause.i, "nsubj", "nsubj:pass")
    return both and bool(told_of) and any(m.lower == "while" for m in parse.children(clause.i, "mark", "advmod"))


# "Launched drones at the city, | striking two blocks": where the deed told before came down.
_STRIKING = frozenset({"strike", "hit", "target", "damage", "destroy", "sink"})


def _is_nil(parse: Parse, head: int) -> bool:
    return parse.tokens[head].lower in _NOBODY or any(c.lower == "no" for c in parse.children(head, "det"))


_NOBODY = frozenset({"nobody", "none"})


def _first_of(parse: Parse, participle: Token) -> Token:
    """ "launched drones, | hitting a market and | killing two": the first of the participles that are joined."""
    first = participle
    while first.dep == "conj" and first.tag == "VBG" and parse.tokens[first.head].tag == "VBG":
        first = parse.tokens[first.head]
    return first


def _goes_on_in(parse: Parse, participle: Token, anchor: int) -> bool:
    """ "moved tanks and | shelled the village, | killing two": trees hang the participle on the first verb."""
    later = [c.i for c in parse.children(participle.head, "conj") if c.is_verb and c.i < participle.i]
    subject = parse.children(anchor, "nsubj", "nsubj:pass")
    return participle.dep == "advcl" and bool(later) and later[-1] == anchor and not subject


def _on_purpose(parse: Parse, deed: Found, meant: Found) -> bool:
    """ "Burst teargas shells | to disperse the crowd": what the force was for, of the same kind, was done by it."""
    token = parse.tokens[meant.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    below = {"advcl", "xcomp", "acl"} if deed.trigger.event == "PROTEST" else {"advcl", "xcomp"}
    anchors = {anchor, deed.head} if deed.trigger.event == "PROTEST" else {anchor}
    if not token.is_verb or token.dep not in below or token.head not in anchors or meant.trigger.effect:
        return False
    marked = any(c.lower == "to" for c in parse.children(token.i, "mark"))
    if marked and deed.trigger.event == meant.trigger.event == "PROTEST":
        return True  # "began a hunger strike | to protest his trial"
    return marked and deed.trigger.mode is not None and deed.trigger.mode == meant.trigger.mode


def _is_his(parse: Parse, verb: Token, fate: int) -> bool:
    """ "| A man | was shot by police after | opening | fire", "after | he | opened fire": his deed, and then theirs."""
    by = parse.children(fate, "obl:agent")
    whom = parse.children(fate, "nsubj:pass")
    if not by or not whom:
        return False
    subjects = parse.children(verb.i, "nsubj", "nsubj:pass")
    if not subjects:
        return verb.tag == "VBG"
    many = [t.tag in {"NNS", "NNPS"} or t.lemma.lower() == "police" for t in (whom[0], by[0])]
    if subjects[0].lower in {"he", "she"}:
        return not many[0] and many[1]
    return subjects[0].lower == "they" and many[0] and not many[1]


def _frames(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Twelve were killed | when a bomber struck"."""
    token = parse.tokens[deed.carrier if deed.carrier is not None else deed.head]
    if token.lemma.lower() == "target" and token.tag == "VBG":  # "hurt after rebels launch shells | targeting a mill"
        token = next((a for a in parse.ancestors(token.i) if a.is_verb), token)
    while token.dep == "conj" and parse.tokens[token.head].dep == "advcl" and deed.trigger.effect is None:
        token = parse.tokens[token.head]  # "killed when a man enters a bakery and | attacks the staff"
    if effect.trigger.effect is None or not token.is_verb or token.dep != "advcl":
        return False
    above = past_others(parse, parse.tokens[token.head])
    found = parse.tokens[effect.head]
    if found.dep == "xcomp" and found.head == above.i and not found.is_verb:  # "was found | dead after being abducted"
        above = found
    if above.i != effect.head and not (above.dep == "conj" and above.head == effect.head and above.tag == "VBN"):
        return False
    marks = {m.lower for m in parse.children(token.i, "mark", "advmod")}
    if _is_nearby(parse, token) or ("after" in marks and _is_his(parse, token, effect.head)):
        return False
    himself = any(parse.tokens[h].lower in {"him", "her", "them"} for h in deed.slots.get("object", ()))
    himself = himself or any(is_mutual(parse, c) for c in parse.children(token.i, "obl", "obj"))
    if some_time_after(parse, token) and not himself and parse.tokens[effect.head].lemma.lower() not in DYING:
        return False
    himself = himself and not parse.children(effect.head, "obl:agent") and is_passive(parse, effect.head)
    hurt = deed.trigger.effect is not None and deed.trigger.effect not in THING_EFFECTS
    if "after" in marks and hurt and parse.tokens[effect.head].is_verb and not himself:
        return False  # "shot three men | after a guard was killed": he was killed before, and not by that
    if deed.head < token.i and parse.tokens[deed.head].dep == "nsubj":  # "injured | after an attack | hits a school"
        marks |= {c.lower for c in parse.children(deed.head, "case")}
    if _is_contrast(parse, token, deed, effect) or is_only_meanwhile(parse, deed, effect):
        return False
    afters = [m.i for m in parse.children(token.i, "mark") if m.lower == "after"]
    if afters and afters[0] and parse.tokens[afters[0] - 1].lemma.lower() in _UNITS:
        return False  # "killed him, | hours after the other side launched a drone": that had been before
    if token.tag == "VBG" and "while" in marks:  # "was killed by a mine | while fighting the rebels": what he did
        return False
    dying = "since" in marks and parse.tokens[effect.head].lemma.lower() in DYING
    # "nine have died | since a bomb went off"
    return bool(marks & _ADVERBIAL_MARKS) or (dying and deed.trigger.mode == "explosives")


def _is_nearby(parse: Parse, clause: Token) -> bool:
    """ "Killed two men, | near where a general was killed": another place, and another deed."""
    where = [*parse.children(clause.i, "advmod", "mark"), *parse.children(clause.i, "obl")]
    return any(case_of(parse, c.i) == "near" and c.tag in {"WRB", "IN", "RB"} for c in where)


_HURTING = frozenset({"injure", "wound", "hurt"})


def _alike(parse: Parse, one: Found, other: Found) -> bool:
    """ "Two were killed | and six wounded in the raid", "was stormed | and looted": one clause goes on in the other."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if other.trigger.pos == "adjective" and one.trigger.effect not in {None, other.trigger.effect}:
        told_of = [parse.tokens[h] for h in other.slots.get("subject", ())]
        return any(t.dep == "conj" and t.head == first.i for t in told_of)  # "were killed and five | wounded"
    if second.dep == "acl" and first.dep == "acl" and parse.tokens[second.head].dep == "conj":
        return parse.tokens[second.head].head == first.head  # "46 killed and 165 others | injured"
    if parse.tokens[second.head].tag in {"CD", "NN"} and second.dep == "acl":  # "were killed and none | wounded"
        second = parse.tokens[second.head]
    if second.dep != "conj" or second.head != first.i or not (first.is_verb or one.trigger.pos == "adjective"):
        return False
    if one.trigger.effect is not None and other.trigger.effect is not None:
        actors = (one.slots.get("subject", ()), other.slots.get("subject", ()))
        told_last = (
            not actors[0] and other.trigger.words[0] in _HURTING
        )  # "six are killed and ten injured | by gunfire"
        apart = bool(actors[1]) and actors[0] != actors[1]
        if one.trigger.effect == "arrested" and parse.children(second.i, "nsubj:pass", "nsubj"):
            return False  # "ninety were arrested | and nine guards were hurt": not by those who arrest
        if {one.trigger.effect, other.trigger.effect} <= THING_EFFECTS:  # "was razed and five | damaged by bombs"
            return not (apart and actors[0])
        return one.trigger.effect != other.trigger.effect and (told_last or not apart)
    arms = {*one.slots.get("object", ())} & {*other.slots.get("subject", ())}
    if arms and one.trigger.mode == other.trigger.mode == "explosives":  # "grenades were thrown | and exploded"
        return True
    objects = [one.slots.get("object", ()), other.slots.get("object", ())]
    shared = set(objects[0]) & set(objects[1])
    if objects[0] and other.trigger.mode is not None and other.trigger.mode == one.trigger.mode:
        shared |= {h for h in objects[1] if parse.tokens[h].tag == "PRP"}  # "convicted Ana Ruiz and | jailed her"
    return bool(shared) and not parse.children(second.i, "nsubj", "nsubj:pass")


def side_by_side(parse: Parse, one: Found, other: Found) -> bool:
    """ "Gunfire | and airstrikes killed 21": two nouns that one verb tells of."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if first.is_verb or second.is_verb or second.dep != "conj" or second.head != first.i:
        return False
    own = {"poss"} if parse.children(second.i, "nmod:poss") else {case_of(parse, c.i) for c in parse.children(second.i)}
    if one.trigger.event == "SANCTION" and not {case_of(parse, c.i) for c in parse.children(first.i, "nmod")} & _ONTO:
        own -= _ONTO  # "imposed sanctions | and travel bans on four men": both were on them
    articles = [parse.children(t.i, "det") for t in (first, second)]
    if articles[0] and not articles[1] and first.tag == second.tag == "NN":  # "a bombing and | shooting | at a post"
        return one.trigger.event == other.trigger.event and "poss" not in own
    return one.trigger.event == other.trigger.event and not own & {"of", "on", "against", "in", "at", "poss"}


_ONTO = frozenset({"on", "against", "of"})


def _results(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The attack left five people | dead": what the verb that carries the deed made of its object."""
    noun = parse.tokens[deed.head]
    above = parse.tokens[noun.head]
    carrier = deed.carrier
    if carrier is None and noun.dep == "nsubj" and above.lemma.lower() == "leave":
        carrier = above.i  # "| riots | left six dead"
    if carrier is None:
        return False
    left = parse.tokens[effect.head]
    if left.tag == "VBN" and left.dep == "xcomp" and left.head == carrier and effect.trigger.effect is not None:
        return parse.tokens[carrier].lemma.lower() == "leave"  # "left a guard and a cook | wounded"
    if effect.trigger.pos != "adjective":
        return False
    for head in effect.slots.get("subject", ()):
        told_of = parse.tokens[head]
        if told_of.dep == "nummod" and told_of.head == effect.head:  # "left six | dead"
            told_of = parse.tokens[effect.head]
        if told_of.head == carrier and told_of.dep in {"obj", "xcomp"}:
            return True
    return False


def _first_time(parse: Parse, one: Found, other: Found) -> bool:
    """ "Was jailed, | becoming the first judge to be jailed": told again for its rank."""
    token = parse.tokens[other.carrier if other.carrier is not None else other.head]
    noun = parse.tokens[token.head]
    become = parse.tokens[noun.head]
    if token.dep != "acl" or noun.dep != "xcomp" or become.lemma.lower() != "become" or become.head != one.head:
        return False
    return become.dep in {"advcl", "conj"} and one.trigger.event == other.trigger.event


_CAUSING = frozenset({"cause", "result", "leave", "inflict", "claim", "produce", "be", "report", "record", "bring"})


def _causes(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "The raid | caused | no casualties", "exploded but caused no injuries", "there were no deaths in the attack"."""
    token = parse.tokens[effect.head]
    if effect.trigger.event != EFFECT or not token.is_noun:
        return False
    above = token
    while above.dep in {"nmod", "conj"}:  # "no reports | of injuries"
        above = parse.tokens[above.head]
    verb = parse.tokens[above.head]
    if not verb.is_verb or verb.lemma.lower() not in _CAUSING:
        return False
    anchor = deed.carrier if deed.carrier is not None else deed.head
    if verb.dep in {"conj", "advcl", "parataxis"} and verb.head == anchor:
        return True
    return any(c.i == deed.head for c in parse.children(verb.i, "nsubj", "obl")) and above.i != deed.head


def _within(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "killed | in an attack", "the killing | of six in a raid": the deed stands in the effect's phrase."""
    token = parse.tokens[deed.head]
    if token.is_verb or (not _harms(effect) and parse.tokens[effect.head].is_verb):
        return False
    if _is_not_done(parse, token) or _is_yet_to_begin(parse, deed) or _is_suspected_of(parse, token.i):
        return False
    current = token
    while current.dep == "conj" and parse.tokens[current.head].is_noun and current.i > current.head:
        current = parse.tokens[current.head]  # "in a ramming and shooting | attack"
    for _ in range(2):
        if current.dep not in {"obl", "nmod", "obl:agent"} or case_of(parse, current.i) not in _WITHIN:
            return False
        before = parse.tokens[min(parse.subtree(current.i)) - 1].lemma.lower()
        if {parse.tokens[current.head].lemma.lower(), before} & _PUTTING_DOWN:
            return False  # "killed in a crackdown | on protests": not by the protests
        led_to = not _harms(effect) or deed.trigger.effect is not None or _long_after(parse, current.i)
        led_to = led_to or _does_it(parse, effect)
        if (
            case_of(parse, current.i) in {"amid", "amidst"}
            and is_passive(parse, effect.head)
            and effect.slots.get("subject")
        ):
            return False  # "shot by the clan | amid shootouts with the Front": what went on around it
        if case_of(parse, current.i) in _LATER and led_to:
            return False  # "clashes broke out after the assassination": one led to the other
        if current.head in {effect.head, *effect.tokens} or _beside(parse, effect, current.head):
            return True
        current = parse.tokens[current.head]
        whom = _first_joined(parse, current)  # "killed a guard and six others | in an attack"
        if whom.dep in {"obj", "nsubj:pass"} and whom.head == effect.head and _harms(effect):
            return True  # "wounds six others | in an attack on the town"
        if current.dep == "xcomp":  # "set ablaze | in an attack", "reported missing | in one"
            current = parse.tokens[current.head]
        own = [c for c in parse.children(effect.head, "obl") if case_of(parse, c.i) not in {"including", "among"}]
        if current.dep == "conj" and current.head == effect.head and not own:
            return True  # "thirty were killed and ten houses burnt | in an attack": both were
    return False


_PUTTING_DOWN = frozenset({"crackdown", "repression", "suppression", "clampdown"})


def _first_joined(parse: Parse, noun: Token) -> Token:
    while noun.dep == "conj" and parse.tokens[noun.head].is_noun and noun.head < noun.i:
        noun = parse.tokens[noun.head]
    return noun


def _is_yet_to_begin(parse: Parse, deed: Found) -> bool:
    """ "Spoke by telephone, with talks | to begin on Friday": the talks come later."""
    told = deed.trigger.event == "CONSULT"
    return told and any(
        c.tag == "VB" and c.lemma.lower() in {"begin", "start", "follow", "open"}
        for c in parse.children(deed.head, "acl")
    )


def _harms(found: Found) -> bool:
    return found.trigger.effect is not None or found.trigger.mode == "destroy"


def _is_not_done(parse: Parse, token: Token) -> bool:
    """ "Killed in air strikes during an attempted assault": not what killed them."""
    return any(c.lower in _NOT_DONE for c in parse.children(token.i, "amod"))


def _beside(parse: Parse, effect: Found, verb: int) -> bool:
    """ "escaped | unharmed | from the ambush": an adjective below the verb that the phrase hangs on."""
    token = parse.tokens[effect.head]
    return effect.trigger.pos == "adjective" and token.dep == "xcomp" and token.head == verb


def _renames(parse: Parse, deed: Found, effect: Found) -> bool:
    """An apposition or a compound: "the attack, a drone strike"; "a shooting attack"."""
    token = parse.tokens[effect.head]
    return token.dep in {"appos", "compound"} and token.head == deed.head


def _is_called(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "It was the deadliest attack": no; "the bombing was an attack on the mosque": yes."""
    return any(c.i == effect.head for c in parse.children(deed.head, "nsubj")) and bool(
        parse.children(deed.head, "cop")
    )


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    *sequels.RULES,
    *parleys.RULES,
    *retold.RULES,
    *onedeed.RULES,
    *dyingthere.RULES,
    _is_subject,
    _is_described,
    _told_of_agent,
    _told_of_means,
    _told_of_place,
    _on_purpose,
    _follows,
    _frames,
    _alike,
    _results,
    _first_time,
    _causes,
    side_by_side,
    _within,
    _renames,
    _is_called,
)
