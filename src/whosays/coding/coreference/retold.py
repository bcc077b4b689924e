"""Ties between two verbs or nouns that tell the same deed again: the means, the rest of the toll, the blow itself."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_SENDING = frozenset({"launch", "fire", "drop", "use", "deploy", "hurl", "throw", "lob", "shoot", "detonate", "open"})
_FROM_AFAR = frozenset({"aerial", "explosives", "heavy-weapons", "drone"})
_HARM = frozenset({"killed", "wounded"})
_THEM = frozenset({"him", "her", "them", "it"})


def _by_launching(parse: Parse, deed: Found, means: Found) -> bool:
    """ "Carried out an attack overnight, | launching sixty drones": what the attack was made with."""
    token = parse.tokens[means.head]
    same = deed.trigger.event == means.trigger.event == "ASSAULT" and deed.head < token.i
    if not same or token.tag != "VBG" or token.dep != "advcl" or token.lemma.lower() not in _SENDING:
        return False
    return token.head == _anchor(deed) and not parse.children(token.i, "mark", "nsubj")


_SENT = frozenset(
    "missile rocket bomb shell grenade bullet round canister blast explosion mine device drone truck van car attack "
    "strike airstrike".split()
)
_AIMING = frozenset({*_SENDING, "target", "plant", "place", "aim"})


def _by_what_was_sent(parse: Parse, deed: Found, sending: Found) -> bool:
    """ "A car bomb | targeting a patrol | killed six", "was hit by a shell | fired by police": one blow."""
    token = parse.tokens[sending.head]
    if not deed.trigger.event == sending.trigger.event == "ASSAULT" or token.dep != "acl" or deed.head == token.head:
        return False
    told = token.lemma.lower() in _AIMING and parse.tokens[token.head].lemma.lower() in _SENT
    below = set(parse.subtree(token.i))
    dated = any(t.start in below for t in parse.times if t.kind in {"date", "time"})
    return told and not dated and any(token.head in deed.slots.get(s, ()) for s in ("subject", "by", "in", "with"))


def _what_it_did(parse: Parse, sending: Found, blow: Found) -> bool:
    """ "Planted a bomb | that went off in a mill", "hurled a grenade that killed six": one blow."""
    token = parse.tokens[blow.head]
    verb = parse.tokens[sending.head]
    if token.dep != "acl:relcl" or verb.lemma.lower() not in _AIMING or sending.trigger.event != "ASSAULT":
        return False
    thing = parse.tokens[token.head]
    if blow.trigger.event != "ASSAULT" and blow.trigger.effect is None:
        return False
    sent = thing.lemma.lower() in _SENT and thing.head == verb.i and thing.dep in {"obj", "nsubj:pass"}
    active = any(c.lower in {"that", "which"} for c in parse.children(token.i, "nsubj"))
    return sent and active and not any(c.lower == "not" for c in parse.children(token.i, "advmod"))


def _summed_up(parse: Parse, deed: Found, again: Found) -> bool:
    """ "Rebels attacked a bus in Puno, | an ambush | that killed six": what it was."""
    noun = parse.tokens[again.head]
    if not deed.trigger.event == again.trigger.event == "ASSAULT" or noun.dep != "parataxis" or not noun.is_noun:
        return False
    return noun.head == _anchor(deed) and bool(parse.children(noun.i, "acl:relcl"))


def _leaves_others(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Clashed with police, leaving two dead | and three others injured": the rest of what it left."""
    token = parse.tokens[effect.head]
    leaving = parse.tokens[token.head]
    if effect.trigger.effect is not None and token.dep == "acl" and token.tag == "VBN" and leaving.dep == "obj":
        verb = parse.tokens[leaving.head]  # "kills two | and leaves three others wounded"
        return verb.lemma.lower() == "leave" and verb.dep in {"conj", "advcl"} and verb.head == _anchor(deed)
    if effect.trigger.effect is None or token.dep != "conj" or leaving.lemma.lower() != "leave":
        return False
    bare = token.tag == "VBN" and not parse.children(token.i, "aux", "aux:pass", "obl:agent")
    return bare and leaving.dep == "advcl" and leaving.tag == "VBG" and leaving.head == _anchor(deed)


def _while_others(parse: Parse, one: Found, other: Found) -> bool:
    """ "Two guards were killed | while six were wounded in a raid": one toll, where the first has no own place."""
    first, second = parse.tokens[one.head], parse.tokens[other.head]
    if {one.trigger.effect, other.trigger.effect} != _HARM or second.dep != "advcl" or second.head != first.i:
        return False
    if not any(m.lower in {"while", "whilst"} for m in parse.children(second.i, "mark")):
        return False
    passive = all(parse.children(t.i, "nsubj:pass") and not parse.children(t.i, "obl:agent") for t in (first, second))
    return passive and not [c for c in parse.children(first.i, "obl", "obl:unmarked") if c.i < second.i]


def _and_damaged(parse: Parse, hurt: Found, damaged: Found) -> bool:
    """ "A family is hurt | and nine houses are damaged in a strike": what it did to people, and to things."""
    first, second = parse.tokens[hurt.head], parse.tokens[damaged.head]
    things = damaged.trigger.mode == "destroy" or damaged.trigger.effect in {"damaged", "destroyed"}
    if hurt.trigger.effect not in _HARM or not things or second.dep != "conj" or second.head != first.i:
        return False
    passive = all(parse.children(t.i, "nsubj:pass") and not parse.children(t.i, "obl:agent") for t in (first, second))
    asides = {c.i for c in parse.children(first.i, "obl") if any(k.lower == "including" for k in parse.children(c.i))}
    own = [c for c in parse.children(first.i, "obl", "obl:unmarked") if c.i < second.i and c.i not in asides]
    return passive and not own


def _struck_dead(parse: Parse, blow: Found, death: Found) -> bool:
    """ "Was killed | after a gunman shot him twice": the blow that killed him."""
    token = parse.tokens[blow.head]
    killed = death.trigger.effect == "killed" and parse.tokens[death.head].is_verb
    if not killed or blow.trigger.effect != "wounded" or token.dep != "advcl" or token.head != death.head:
        return False
    told = [c for c in parse.children(token.i, "obj") if c.lower in _THEM]
    marks = {m.lower for m in parse.children(token.i, "mark")}
    return bool(told) and "after" in marks and bool(parse.children(death.head, "nsubj:pass", "nsubj"))


def _whom_she_stabbed(parse: Parse, killing: Found, blow: Found) -> bool:
    """ "For the murder of a pupil | whom she stabbed at school": how he was killed."""
    token, noun = parse.tokens[blow.head], parse.tokens[killing.head]
    if noun.is_verb or killing.trigger.effect != "killed" or blow.trigger.effect != "wounded":
        return False
    if token.dep != "acl:relcl" or token.head not in killing.slots.get("of", ()) or token.i < noun.i:
        return False
    return any(c.lower in {"whom", "who", "that"} for c in parse.children(token.i, "obj", "nsubj:pass"))


_FALLING_ON = frozenset({"open", "fire", "shoot", "attack", "storm", "ambush", "raid"})


def _by_those_who(parse: Parse, attack: Found, death: Found) -> bool:
    """ "Were killed by soldiers | who opened fire on the crowd": how they killed them, where no other time is told.

    A day without a year is that of both: "killed by rebels | who attacked their base on Sunday".
    """
    token = parse.tokens[attack.head]
    who = parse.tokens[token.head]
    if (
        death.trigger.effect not in _HARM
        or token.dep != "acl:relcl"
        or who.dep != "obl:agent"
        or who.head != death.head
    ):
        return False
    if attack.trigger.words[0] not in _FALLING_ON or token.tag == "VBN" or parse.children(token.i, "aux"):
        return False
    below = set(parse.subtree(token.i))
    apart = set(parse.subtree(death.head)) - below
    times = [t for t in parse.times if t.kind in {"date", "time"}]
    days = [t for t in times if t.start in below]
    if not days:
        return True
    plain = all(parse.tokens[i].lower in _DAYS for t in days for i in range(t.start, t.end))
    return plain and not any(t.start in apart for t in times)


_DAYS = frozenset(
    "on monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night late".split()
)
_SHOWING = frozenset({"chant", "wave", "carry", "shout", "block", "burn", "sing", "demand", "march", "wear"})


def _marched_chanting(parse: Parse, deed: Found, again: Found) -> bool:
    """ "Took to the streets, | chanting slogans": one march."""
    token = parse.tokens[again.head]
    if not deed.trigger.event == again.trigger.event == "PROTEST" or token.dep not in {"advcl", "xcomp", "acl"}:
        return False
    if token.dep == "acl":
        return token.lemma.lower() in _SHOWING and token.head in deed.slots.get("subject", ())
    if token.tag != "VBG" or token.lemma.lower() not in _SHOWING or parse.children(token.i, "mark", "nsubj"):
        return False
    return token.head == _anchor(deed)


def _first_of_kind(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Was shot dead in an ambush, | the third to be killed this year": told again for its rank."""
    token = parse.tokens[effect.head]
    noun = parse.tokens[token.head]
    if token.dep not in {"acl", "acl:relcl"} or noun.dep not in {"appos", "parataxis", "advcl"}:
        return False
    ranked = {c.lower for c in (noun, *parse.children(noun.i, "amod"))} & _RANKS
    return bool(ranked) and deed.trigger.event == effect.trigger.event and deed.head < noun.i


_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "latest", "last", "only"})


def _held_talks(parse: Parse, deed: Found, talks: Found) -> bool:
    """ "Met his counterpart, | holding talks on trade": one meeting."""
    if not deed.trigger.event == talks.trigger.event == "CONSULT" or deed.head > talks.head:
        return False
    verb = parse.tokens[_anchor(talks)]
    apart = any(c.lower in {"before", "after"} for c in parse.children(verb.i, "mark", "case"))
    return verb.tag == "VBG" and verb.dep == "advcl" and verb.head == _anchor(deed) and not apart


def _who_threw(parse: Parse, deed: Found, again: Found) -> bool:
    """ "Clashes between police and protesters, | who threw stones": what one side did in them."""
    token = parse.tokens[again.head]
    if not deed.trigger.event == again.trigger.event == "PROTEST":
        return False
    while token.dep == "conj" and parse.tokens[token.head].is_verb and not parse.children(token.i, "nsubj"):
        token = parse.tokens[token.head]  # "who burned cars | and threw stones"
    return token.dep == "acl:relcl" and token.head in {h for heads in deed.slots.values() for h in heads}


def _turned(parse: Parse, deed: Found, turning: Found) -> bool:
    """ "Protesters clashed with police | after a march turned violent": one march."""
    token = parse.tokens[turning.head]
    if not deed.trigger.event == turning.trigger.event == "PROTEST" or turning.trigger.words[0] not in _TURNING:
        return False
    clash = parse.tokens[_anchor(deed)]  # "a march turned violent, | as police and protesters clashed"
    if clash.dep == "advcl" and clash.head == token.i:
        return any(m.lower in {"as", "when", "after", "while"} for m in parse.children(clash.i, "mark", "advmod"))
    marks = {m.lower for m in parse.children(token.i, "mark", "advmod")}
    return token.dep == "advcl" and token.head == _anchor(deed) and bool(marks & {"after", "when", "as"})


_TURNING = frozenset({"turn", "descend", "spill"})


def _where_they_talked(parse: Parse, deed: Found, talks: Found) -> bool:
    """ "Welcomed the king to Orli, | where the two leaders held talks": one meeting."""
    if not deed.trigger.event == talks.trigger.event == "CONSULT" or deed.head > talks.head:
        return False
    verb, anchor = parse.tokens[_anchor(talks)], _anchor(deed)
    where = any(c.lower == "where" for c in parse.children(verb.i, "advmod", "mark"))
    if not where or verb.dep not in {"acl:relcl", "advcl:relcl", "advcl"}:
        return False
    told = [c for c in parse.children(verb.i, "nsubj") if _are_the_two(parse, c.i)]
    return bool(told) and verb.head in {anchor, *(c.i for c in parse.children(anchor, "obj", "obl"))}


def _are_the_two(parse: Parse, head: int) -> bool:
    words = {c.lower for c in (parse.tokens[head], *parse.children(head, "det", "nummod"))}
    return bool(words & {"they", "he", "she", "both", "two", "pair"})


_ADVANCING = frozenset({"offensive", "counteroffensive", "counter-offensive", "operation"})
_TAKEN = frozenset({"190", "192"})  # CAMEO's codes of the words for ground that is taken


def _took_by_offensive(parse: Parse, deed: Found, taking: Found) -> bool:
    """ "Launched an offensive | and captured the town": what the offensive took, where its aim is not told."""
    token = parse.tokens[taking.head]
    words = {parse.tokens[i].lemma.lower() for i in (deed.head, *deed.tokens)}
    if taking.trigger.cameo not in _TAKEN or not words & _ADVANCING or deed.head > token.i:
        return False
    if any(deed.slots.get(s) for s in ("on", "against", "into")) or parse.children(token.i, "nsubj"):
        return False
    while token.dep == "conj" and token.tag == "VBG" and parse.tokens[token.head].tag == "VBG":
        token = parse.tokens[token.head]  # ", killing forty | and seizing three towns"
    going = token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG")
    return going and token.head == _anchor(deed)


def _anchor(deed: Found) -> int:
    return deed.carrier if deed.carrier is not None else deed.head


def agree(one: Found, other: Found) -> bool:
    """Whether two words of one class may be told of one deed though their modes differ: a march, and its chants."""
    if one.trigger.event == other.trigger.event == "ASSAULT" and other.trigger.words[0] in _SENDING:
        return {one.trigger.mode, other.trigger.mode} <= _FROM_AFAR  # "bombed the port, | dropping barrel bombs"
    if one.trigger.event == other.trigger.event == "ASSAULT" and any(_is_blast(f) for f in (one, other)):
        return {one.trigger.mode, other.trigger.mode} <= _FROM_AFAR  # "explosions are reported after a drone strike"
    words = {one.trigger.words[0], other.trigger.words[0]}
    return one.trigger.event == other.trigger.event == "PROTEST" and not words.isdisjoint(_IN_MARCHES)


def _is_blast(found: Found) -> bool:
    return found.trigger.pos == "noun" and found.trigger.words[-1] in {"explosion", "blast"}


_IN_MARCHES = frozenset({"chant", "throw", "hurl", "burn", "torch"})


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _by_launching,
    _by_what_was_sent,
    _what_it_did,
    _summed_up,
    _leaves_others,
    _while_others,
    _and_damaged,
    _struck_dead,
    _by_those_who,
    _whom_she_stabbed,
    _marched_chanting,
    _first_of_kind,
    _held_talks,
    _who_threw,
    _turned,
    _where_they_talked,
    _took_by_offensive,
)
