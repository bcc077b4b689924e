"""Who fights whom, where only the words around a noun of fighting tell: "clashes went on with", "under attack by"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.parties.owners import is_the_states
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, noun_of, told_by
from whosays.coding.words.mentions import FIGHTERS, case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token


def opponents(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The parties of fighting that no slot of its noun holds, each as what it takes part in it."""
    if found.trigger.event == "COERCE" and found.trigger.words[-1] in _ENCLOSING:
        return told_by(_OF_ENCLOSING, (parse, found, parts, knowledge))
    if found.trigger.event != "ASSAULT":
        return []
    return told_by(_RULES if found.trigger.pos == "noun" else _OF_VERBS, (parse, found, parts, knowledge))


_GOING_ON = frozenset("erupt break continue resume rage begin ensue intensify escalate persist go carry drag".split())


def _with_further_on(telling: Telling) -> Iterator[int]:
    """ "Clashes continued | with the rebels |": whoever they are with is a side of them."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if not found.trigger.reciprocal or noun.dep != "nsubj" or verb.lemma.lower() not in _GOING_ON:
        return
    for foe in parse.children(verb.i, "obl"):
        if case_of(parse, foe.i) == "with" and foe.i > verb.i:
            yield foe.i


_CAUGHT = frozenset({"lock", "engage", "embroil", "involve", "involved", "engaged", "embroiled"})


def _who_is_locked_in(telling: Telling) -> Iterator[int]:
    """ "| The army and the rebels | were locked in fighting", "| Rebels | were involved in clashes with troops"."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    caught = noun.dep == "obl" and case_of(parse, noun.i) == "in" and verb.lemma.lower() in _CAUGHT
    before = any(head < noun.i and told.part == "actor" for head, told in parts.items())
    if found.trigger.reciprocal and caught and not before:
        yield from (c.i for c in parse.children(verb.i, "nsubj", "nsubj:pass"))


_ENCLOSING = frozenset({"blockade", "siege", "lockdown", "curfew", "embargo"})
_BEING = frozenset({"remain", "come", "stay", "be"})
_ENDURING = frozenset({"live", "suffer", "languish", "struggle"})  # "| they | live under a siege by the army"


def _who_is_under_it(telling: Telling) -> Iterator[int]:
    """ "| The militias | are under assault from Orland", "met | leaders | under attack by the army"."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if case_of(parse, noun.i) != "under" or has_part(parts, "recipient", "target"):
        return
    cases = [c.i for c in parse.children(noun.i, "case")]
    governor = parse.tokens[noun.head]
    if parse.children(noun.i, "cop"):
        yield from (c.i for c in parse.children(noun.i, "nsubj"))
    elif noun.dep == "nmod" and governor.is_noun and governor.i < noun.i:
        yield governor.i
    elif noun.dep == "obl" and governor.lemma.lower() in (_BEING | _ENDURING if has_part(parts, "actor") else _BEING):
        yield from (c.i for c in parse.children(governor.i, "nsubj"))
    elif noun.dep == "obl":  # hung on the verb: "met leaders | under attack"
        yield from (c.i for c in parse.children(governor.i, "obj") if _ends_before(parse, c, min(cases)))


def _from_whom_it_is(telling: Telling) -> Iterator[int]:
    """ "Met leaders under assault | from Orland |", hung on the verb: who makes it stands right behind."""
    parse, found, parts, (_, labels) = telling
    noun = parse.tokens[found.head]
    if case_of(parse, noun.i) != "under" or noun.dep not in {"nmod", "obl"} or has_part(parts, "actor"):
        return
    verb = noun.head if noun.dep == "obl" else parse.tokens[noun.head].head
    for source in parse.children(verb, "obl"):
        cases = [c.i for c in parse.children(source.i, "case") if c.lower == "from"]
        if cases == [noun.i + 1] and (labels.get(source.i) or source.i in parse.armed):
            yield source.i


def _ends_before(parse: Parse, phrase: Token, word: int) -> bool:
    return max(parse.subtree(phrase.i)) + 1 == word


def _who_led_it(telling: Telling) -> Iterator[int]:
    """ "Killed in a | Orlian | -led airstrike": whoever leads it strikes."""
    parse, found, parts, (_, labels) = telling
    if has_part(parts, "actor"):
        return
    for led in parse.children(found.head, "amod"):
        if led.lower == "led" and parse.tokens[led.i - 1].text in {"-", "‑"}:
            if parse.behind(led.i).lower in {"coalition", "alliance"}:
                continue  # those whom it leads strike, too
            leader = parse.tokens[led.i - 2]
            known = labels.get(leader.i) in {"nationality", "place", "organisation"} or is_the_states(leader)
            yield from (leader.i,) if known else ()


_WAGED = frozenset("offensive assault operation campaign attack push advance raid".split())


def _who_spearheads_it(telling: Telling) -> Iterator[int]:
    """ "Launched an offensive, | spearheaded by rebels |": whoever leads it, beside those who have it made."""
    parse, found, _, _ = telling
    if found.trigger.words[-1] not in _WAGED:
        return
    noun = noun_of(parse, found)
    verb = found.head if found.carrier is None else found.carrier
    clauses = [c for c in (*parse.children(noun.i, "acl"), *parse.children(verb, "advcl")) if c.i > noun.i]
    for led in clauses:
        if led.tag == "VBN" and led.lemma.lower() in {"spearhead", "lead"}:
            yield from (a.i for a in parse.children(led.i, "obl:agent"))


_BLOWS = frozenset("attack strike airstrike raid bombing shooting shootings stabbing shelling killing ambush".split())


def _by_whom_the_second(telling: Telling) -> Iterator[int]:
    """ "Killed in bombings and shootings | by the Front |": the first were its own, too."""
    parse, found, parts, _ = telling
    if has_part(parts, "actor"):
        return
    for second in parse.children(found.head, "conj"):
        if second.is_noun and second.lemma.lower() in _BLOWS:
            below = parse.children(second.i, "nmod", "obl")
            yield from (c.i for c in below if case_of(parse, c.i) == "by" and c.i > second.i)


def _taken_from(telling: Telling) -> Iterator[int]:
    """ "The town was retaken by the army | from the Front": however the tree hangs who held it."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.roles.get("from") != "recipient" or has_part(parts, "recipient"):
        return
    struck = [h for h, p in parts.items() if p.part in {"target", "actor"} and h > found.head]
    for head in struck:
        for below in (head, *(c.i for c in parse.children(head, "nmod"))):
            for held in parse.children(below, "nmod"):
                known = labels.get(held.i) == "organisation" or held.i in parse.armed
                if case_of(parse, held.i) == "from" and (known or held.lemma.lower() in FIGHTERS | _ARMIES):
                    yield held.i


_ARMIES = frozenset("army military force troop militia separatist islamist".split())


_FALLING = frozenset({"rain", "land", "fall", "slam", "crash", "burst"})


def _where_it_fell(telling: Telling) -> Iterator[int]:
    """ "Shells fired by the army rained down | on the rebels |"."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    above = parse.tokens[parse.tokens[verb.head].head]
    fired = verb.tag == "VBN" and verb.dep == "acl" and parse.tokens[verb.head].dep == "nsubj"
    if not fired or above.lemma.lower() not in _FALLING or has_part(parts, "recipient", "target"):
        return
    for hit in parse.children(above.i, "obl"):
        if case_of(parse, hit.i) in {"on", "at", "into", "in", "onto"} and hit.i > above.i:
            yield hit.i


_PEACE = frozenset("ceasefire cease-fire truce armistice peace war fighting hostility conflict".split())
_MAKING_PEACE = frozenset("agree sign reach accept conclude strike end".split())
_SPANS = frozenset({"hour", "day", "week", "month", "year", "decade", "night"})


def _who_make_peace(telling: Telling) -> Iterator[int]:
    """ "| The army and the rebels | agreed to a truce after a week of clashes that killed 80": they had fought."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if noun.is_verb:  # "to end a war | that has killed 80"
        noun = parse.tokens[noun.head] if noun.dep == "acl:relcl" else noun
    if noun.lemma.lower() not in _FOUGHT or has_part(parts, "actor"):
        return
    if noun.dep in {"nmod", "acl"} and parse.tokens[noun.head].lemma.lower() in _SPANS:
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    after = noun.dep in {"obl", "nmod"} and case_of(parse, noun.i) == "after"
    if after and verb.is_noun and verb.lemma.lower() in _PEACE:
        verb = parse.tokens[verb.head]
    ended = noun.dep == "obj" and verb.lemma.lower() == "end"
    if ended and verb.dep in {"xcomp", "advcl", "acl"} and not verb.is_noun:
        verb = parse.tokens[verb.head]
    below = {t.lemma.lower() for i in parse.subtree(verb.i) if (t := parse.tokens[i]).is_noun}
    if not (after or ended) or verb.lemma.lower() not in _MAKING_PEACE or not below & _PEACE:
        return
    subjects = parse.children(verb.i, "nsubj")
    pacts = [verb, *(c for c in parse.children(verb.i, "obj", "obl") if c.lemma.lower() in _PEACE)]
    partners = [c for p in pacts for c in parse.children(p.i, "obl", "nmod") if case_of(parse, c.i) == "with"]
    if len(subjects) == 1 and (partners or parse.children(subjects[0].i, "conj")):
        yield subjects[0].i
        yield from (c.i for c in partners)


_FOUGHT = frozenset({"fighting", "clash", "war", "battle", "conflict", "hostility"})

_OF_VERBS: tuple[Rule, ...] = (
    (_taken_from, "object", "recipient"),
    (_where_it_fell, "on", "target"),
    (_who_spearheads_it, "by", "actor"),
    (_who_make_peace, "by", "actor"),
)
_OF_ENCLOSING: tuple[Rule, ...] = ((_who_is_under_it, "object", "target"),)
_LOSSES = frozenset({"casualty", "loss", "damage", "death", "defeat"})


def _losses_there(telling: Telling) -> Token | None:
    """ "Inflicted losses on the army | in an ambush |": the verb that tells of the losses."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) not in {"in", "during"}:
        return None
    above = parse.tokens[noun.head]
    while noun.dep == "nmod" and above.dep in {"nmod", "obl", "obj"} and not above.is_verb and above.head != above.i:
        above = parse.tokens[above.head]
    told = (
        above.is_verb and above.lemma.lower() in {"inflict", "suffer", "sustain"} and not has_part(parts, "recipient")
    )
    if told and above.dep == "acl" and above.tag == "VBN":  # "losses | inflicted | on the guard in an ambush"
        return above if parse.tokens[above.head].lemma.lower() in _LOSSES else None
    return above if told and any(c.lemma.lower() in _LOSSES for c in parse.children(above.i, "obj")) else None


def _who_lost_there(telling: Telling) -> Iterator[int]:
    """ "Inflicted losses | on the army | in an ambush", "| the army | suffered losses in an ambush"."""
    parse = telling[0]
    verb = _losses_there(telling)
    if verb is None:
        return
    if verb.lemma.lower() == "inflict":
        below = (verb.i, *(c.i for c in parse.children(verb.i, "obj")))
        yield from (c.i for b in below for c in parse.children(b, "obl", "nmod") if case_of(parse, c.i) == "on")
    else:
        yield from (c.i for c in parse.children(verb.i, "nsubj"))


def _who_won_there(telling: Telling) -> Iterator[int]:
    """ "| The rebels | inflicted losses on the army in an ambush": theirs."""
    parse, _, parts, _ = telling
    verb = _losses_there(telling) if not has_part(parts, "actor") else None
    if verb is not None and verb.lemma.lower() == "inflict" and not is_passive(parse, verb.i):
        yield from (c.i for c in parse.children(verb.i, "nsubj"))


_RULES: tuple[Rule, ...] = (
    (_who_lost_there, "object", "recipient"),
    (_who_won_there, "by", "actor"),
    (_with_further_on, "with", "actor"),
    (_who_is_locked_in, "by", "actor"),
    (_from_whom_it_is, "by", "actor"),
    (_who_led_it, "by", "actor"),
    (_who_spearheads_it, "by", "actor"),
    (_by_whom_the_second, "by", "actor"),
    (_who_is_under_it, "object", "recipient"),
    (_who_make_peace, "by", "actor"),
)
