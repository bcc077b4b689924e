"""How many were killed, wounded, held: the tolls that a trigger tells of its participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.words.kinds import real_head
from whosays.coding.words.mentions import case_of, phrase_range
from whosays.coding.words.parts import Part
from whosays.coding.words.quantities import count_of
from whosays.coding.words.relatives import among_those
from whosays.coding.words.triggers import Found
from whosays.ontology import THING_EFFECTS
from whosays.ontology.wording import QuantityWords
from whosays.parse import Parse, Token
from whosays.records import Count, Effect, Toll, TollParty

_NIL = frozenset({"nobody", "none", "nothing"})
_CIVILIANS = frozenset(
    "civilian civilians child children woman women villager villagers resident residents worshipper worshippers "
    "shopper shoppers passenger passengers bystander bystanders journalist journalists student students".split()
)


def tolls_of(parse: Parse, found: Found, parts: Sequence[Part], words: QuantityWords) -> tuple[Toll, ...]:
    """The tolls of one trigger: one for each group of people that it says was killed, wounded ..."""
    if found.trigger.words[0] in words.unharmed:
        return _unharmed(parse, found, parts)
    effect = found.trigger.effect
    if effect is None and found.carrier is not None and parse.tokens[found.carrier].lemma.lower() == "survive":
        return tuple(_not_surviving(parse, found.carrier, words))
    if effect is None or effect in THING_EFFECTS:
        return ()
    tolls = [*_counted(parse, found, words), *_reached(parse, found, words)]
    those = parse.tokens[parse.tokens[found.head].head]
    if those.lower == "those" and among_those(parse, those) is not None:
        return tuple(tolls)  # "| the minister | was among those killed": counted in a sum
    suffering = [p for p in parts if p.part == "recipient" and p.kind != "thing"]
    mixed = len(suffering) > 1 and not any(p.part == "actor" for p in parts)
    for part in suffering:
        if _shares_number(parse, part.head):
            continue
        toll = toll_of(parse, part, _effect(effect), words)
        if toll is not None and not (tolls and _is_bare_plural(parse, part.head)):
            doer = mixed and parse.tokens[real_head(parse, part.head)].lemma.lower() in words.doers
            tolls.append(msgspec.structs.replace(toll, party="actor") if doer else toll)
    return tuple(tolls)


def _not_surviving(parse: Parse, verb: int, words: QuantityWords) -> Iterator[Toll]:
    """ "None of | the eight hostages | survived the raid", "three clerks did not survive it": so many died."""
    undone = any(c.lower in {"not", "n't", "n’t"} for c in parse.children(verb, "advmod"))
    for who in parse.children(verb, "nsubj"):
        of = [c for c in parse.children(who.i, "nmod") if case_of(parse, c.i) == "of" and parse.children(c.i, "nummod")]
        head = who.i if undone else of[0].i if who.lower == "none" and of else None
        toll = None if head is None else toll_of(parse, Part(head, "recipient", "person", "subject"), "killed", words)
        if toll is not None:
            yield toll


def _is_bare_plural(parse: Parse, head: int) -> bool:
    """ "The death toll of | bakers | has reached 90": how many they are is told beside them."""
    return parse.tokens[head].tag in {"NNS", "NNPS", "NNP"} and not parse.children(head, "nummod", "det", "amod")


def _shares_number(parse: Parse, head: int) -> bool:
    """ "Killed 800 men and | boys": the number counts them all, and nobody tells theirs."""
    token = parse.tokens[head]
    first = parse.tokens[token.head]
    counted = (first.tag == "NNS" or first.lower in {"police", "personnel"}) and parse.children(first.i, "nummod")
    if token.dep != "conj" or token.tag != "NNS" or not counted:
        return False
    beside = (c for c in parse.children(first.i, "conj") if c.i != head)
    told = any(parse.children(c.i, "nummod", "det") or c.tag != "NNS" for c in beside)
    return not told and not parse.children(head, "nummod", "det", "nmod:poss", "advmod", "nmod")


def _unharmed(parse: Parse, found: Found, parts: Sequence[Part]) -> tuple[Toll, ...]:
    """ "The governor was unhurt": nobody is wounded, as far as these people go."""
    span = parse.span(found.head, found.head + 1)
    if not any(part.part == "recipient" for part in parts):
        return ()
    return (Toll(effect="wounded", count=Count(low=0, high=0, span=span), span=span, party="recipient"),)


def _counted(parse: Parse, found: Found, words: QuantityWords) -> Iterator[Toll]:
    """ "Two deaths", "no casualties": nouns that are counted themselves."""
    effects = words.outcomes.get(found.trigger.words[-1], ())
    if not effects or not parse.tokens[found.head].is_noun:
        return
    span = parse.span(*phrase_range(parse, found.head))
    if _is_nil(parse, found.head):
        for effect in effects:
            yield Toll(effect=effect, count=Count(low=0, high=0, span=span), span=span, party="all")
    elif len(effects) == 1 and parse.children(found.head, "nummod"):
        count = count_of(parse, found.head, words)
        if count is not None:
            yield Toll(effect=effects[0], count=count, span=span, party="unknown")


def _reached(parse: Parse, found: Found, words: QuantityWords) -> Iterator[Toll]:
    """ "The death toll rose | to 45", "put the death toll | at 12", "reached 40"."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if found.trigger.words[-1] != "toll" or verb.lemma.lower() not in words.reaching:
        return
    for child in parse.children(verb.i, "obl", "obj", "nmod", "obl:unmarked"):
        case = case_of(parse, child.i)
        numbered = child.tag == "CD" or parse.children(child.i, "nummod")
        if child.i > max(verb.i, found.head) and case in {"to", "at", "above", ""} and numbered:
            count = count_of(parse, child.i, words)
            if count is not None:
                yield Toll(
                    effect="killed", count=count, span=parse.span(*phrase_range(parse, child.i)), party="unknown"
                )
                return


def _is_nil(parse: Parse, head: int) -> bool:
    """ "No injuries", "no reports of injuries"."""
    above = parse.tokens[parse.tokens[head].head]
    told = [head, above.i] if parse.tokens[head].dep == "nmod" and above.lemma.lower() == "report" else [head]
    if any(c.lower == "no" for i in told for c in parse.children(i, "det")):
        return True
    if any(c.lower == "without" for i in told for c in parse.children(i, "case")):
        return True
    verb = parse.tokens[parse.tokens[told[-1]].head]
    if not verb.is_verb or parse.tokens[told[-1]].dep not in {"obj", "nsubj:pass"}:
        return False
    undone = {c.lower for c in parse.children(verb.i, "mark", "advmod")}  # "did not cause | injuries"
    return bool(undone & {"without", "not", "n't", "n’t", "never"}) and verb.lemma.lower() in _BRINGING


_BRINGING = frozenset({"cause", "report", "leave", "inflict", "claim", "produce", "result", "record", "suffer"})


_FIGHTERS = frozenset(
    "militant rebel gunman insurgent guerrilla guerilla fighter terrorist separatist jihadist bandit attacker".split()
)
_OTHERS = _CIVILIANS | frozenset(
    "soldier soldiers marine marines trooper troopers policeman policemen officer officers guard guards "
    "hostage captive pupil tourist pilgrim teacher".split()
)


def _of_other_side(parse: Parse, one: Toll, other: Toll) -> bool:
    """ "Killed five | rebels | in a clash in which three | marines | died": no part of the five."""
    nouns = [_nouns_in(parse, toll) for toll in (one, other)]
    return any(a & _FIGHTERS and b & _OTHERS and not a & _OTHERS for a, b in (nouns, nouns[::-1]))


def _nouns_in(parse: Parse, toll: Toll) -> frozenset[str]:
    first, last = parse.tokens_of(toll.span)
    return frozenset(t.lemma.lower() for t in parse.tokens[first:last] if t.is_noun)


def without_parts(parse: Parse, told: Sequence[Sequence[Toll]]) -> list[Toll]:
    """The tolls of joined words, without those that only take a total apart.

    "Five were killed when he shot his four sisters and mother": five, and not five and four and one.
    """
    told = [[t for t in group if not _spared(t, told)] for group in told]
    kept: list[Toll] = []
    for i, group in enumerate(told):
        for effect in dict.fromkeys(t.effect for t in group):
            own = [t for t in group if t.effect == effect]
            total = sum(t.count.low or t.count.high or 0 for t in own)
            others = [t for j, g in enumerate(told) if j != i for t in g if t.effect == effect]
            others = [t for t in others if not all(_of_other_side(parse, o, t) for o in own)]
            if not any(
                (t.count.low or 0) > total or ((t.count.low or 0) == total and (len(own) > 1 or t in kept))
                for t in others
            ):
                kept += own
    return kept


def _spared(toll: Toll, told: Sequence[Sequence[Toll]]) -> bool:
    """ "The governor was unhurt but two guards were wounded": who was spared counts only where nobody was hurt."""
    if toll.count.high != 0 or toll.party != "recipient":
        return False
    return any(t.effect == toll.effect and t.count.high != 0 for group in told for t in group)


def _effect(name: str) -> Effect:
    return name  # type: ignore[return-value]  # the ontology's loader has checked it


def toll_of(parse: Parse, part: Part, effect: Effect, words: QuantityWords) -> Toll | None:
    """How many a participant stands for, as the toll of an effect; None where nobody says."""
    token = parse.tokens[part.head]
    span = parse.span(*phrase_range(parse, part.head))
    nil = token.lower in _NIL or (
        token.lower in {"one", "people", "person", "casualties", "injuries"}
        and any(d.lower == "no" for d in parse.children(part.head, "det"))
    )
    if nil:
        return Toll(effect=effect, count=Count(low=0, high=0, span=span), span=span, party="all")
    if token.tag.startswith("PRP"):
        if token.lower in {"he", "she", "him", "her"}:
            return Toll(effect=effect, count=Count(low=1, high=1, span=span), span=span, party="recipient")
        if token.lower in {"himself", "herself"}:
            return Toll(effect=effect, count=Count(low=1, high=1, span=span), span=span, party="actor")
        return None
    count = count_of(parse, part.head, words)
    if count is None or (part.kind == "organisation" and count.high == 1 and not _is_one(parse, token)):
        return None  # "killed the Taliban": how many nobody says
    return Toll(
        effect=effect,
        count=count,
        span=span,
        party=_party(parse, part.head),
        includes_attacker=_includes_attacker(parse, part.head, words),
    )


def _is_one(parse: Parse, name: Token) -> bool:
    """ "| A | Marine was killed": one of those who bear the name."""
    one = any(c.lower in {"a", "an", "one", "another"} for c in parse.children(name.i, "det", "nummod"))
    return one and name.tag == "NNP"


def _party(parse: Parse, head: int) -> TollParty:
    token = parse.tokens[real_head(parse, head)]
    return "civilian" if token.lower in _CIVILIANS or token.lemma.lower() in _CIVILIANS else "recipient"


def _includes_attacker(parse: Parse, head: int, words: QuantityWords) -> bool:
    """ "12 people, including the attacker": the words that follow the phrase in its own sentence."""
    end = parse.sentences[parse.sentence(head)][1]
    following = parse.tokens[head + 1 : min(end, head + 8)]
    for i, token in enumerate(following):
        if token.lower in {"including", "among"} or token.text == "(":
            rest = {t.lemma.lower() for t in following[i + 1 : i + 5]}
            return bool(rest & words.attackers) and "excluding" not in rest
    return False
