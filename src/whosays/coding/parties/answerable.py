"""Who answers for violence that another phrase tells: charged with it, involved in it, firing what killed.

Each rule sees the deed with the parts found so far and yields those that it adds; none speaks where a doer is told.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.parties.basis import judging
from whosays.coding.parties.bearing import ACCUSED
from whosays.coding.parties.ordering import are_many
from whosays.coding.words.answering import answerer
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import FIGHTING, Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token

_SOMEBODY = frozenset({"person", "organisation"})


def answerable(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The doers of a deed of violence that no slot of its own word holds."""
    if found.trigger.event not in {"ASSAULT", EFFECT}:
        return []
    telling = (parse, found, parts, knowledge)
    if not has_part(parts, "recipient", "target") and (enduring := told_by(_ENDURING, telling)):
        return enduring
    if has_part(parts, "actor"):
        return []
    told = told_by(_DOERS, telling)
    held = told_by(_HELD, telling) if not told and found.trigger.pos == "noun" else []
    told += [msgspec.structs.replace(p, slot=ACCUSED) for p in held if p.kind in _SOMEBODY]
    return [p for p in told if p.kind != "thing" and p.head not in parts]


def _who_is_charged(telling: Telling) -> Iterator[int]:
    """ "Charged | nine people | with the Lima train bombings": whom the verb charges, though a town stands before."""
    parse, found, _, _ = telling
    verb = judging(parse, found)
    if verb is not None:
        heads = slots_of(parse, verb.i).get("object", ())
        held_all = verb.lemma.lower() in {"arrest", "detain"} and are_many(parse, heads)
        yield from heads if len(heads) == 1 and not held_all else ()


def _who_answers(telling: Telling) -> Iterator[int]:
    """ "| The army | denied involvement in raids", "| a guard | was involved in the massacre"."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    own = found.carrier is None or parse.tokens[found.carrier].head == token.i
    head = answerer(parse, token, own_subject) if token.is_noun and own else None
    about = () if head is None else (parse.tokens[head], *parse.children(head))
    if head is not None and not any(c.lower in {"no", "none", "any"} for c in about):
        yield head  # but "no Veldians were involved"


_FIRING = frozenset("fire launch throw hurl lob drop detonate plant".split())


def _who_fired(telling: Telling) -> Iterator[int]:
    """ "| The rebels | fired mortars that killed two": whoever fired what killed."""
    parse, found, parts, _ = telling
    for means in (parse.tokens[h] for h, p in parts.items() if p.part == "instrument"):
        verb = parse.tokens[means.head]
        fired = means.dep == "obj" and verb.i != found.head and verb.lemma.lower() in _FIRING
        if fired and parse.tokens[found.head].head == means.i and not is_passive(parse, verb.i):
            yield from slots_of(parse, verb.i).get("subject", ())


_ATTACKS = frozenset("attack raid ambush shooting bombing strike airstrike assault operation".split())


def _whose_attack(telling: Telling) -> Iterator[int]:
    """ "The murder of a judge in an attack perpetrated by | guerrillas |": whose the attack was."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    if not token.is_noun or found.trigger.effect != "killed":
        return
    around = [*parse.children(token.i, "nmod"), *(_behind(parse, token) if token.dep == "obj" else ())]
    for attack in around:
        if attack.lemma.lower() in _ATTACKS and case_of(parse, attack.i) == "in":
            yield from (c.i for c in parse.children(attack.i, "nmod") if case_of(parse, c.i) == "by")
            done = (c for c in parse.children(attack.i, "acl") if c.tag == "VBN")
            yield from (a.i for c in done for a in parse.children(c.i, "obl:agent"))


def _behind(parse: Parse, token: Token) -> tuple[Token, ...]:
    return tuple(c for c in parse.children(token.head, "obl") if c.i > token.i)


def _who_befalls(telling: Telling) -> Iterator[int]:
    """ "Farmers face shelling and raids by | the army |": hung on the verb, which no "by" goes with."""
    parse, found, _, _ = telling
    verb = parse.tokens[found.carrier] if found.carrier is not None else None
    if verb is None or not verb.is_verb or verb.lemma.lower() not in _BEARING or is_passive(parse, verb.i):
        return
    times = {i for t in parse.times for i in range(t.start, t.end)}
    for by in parse.children(verb.i, "obl", "obl:agent"):
        if case_of(parse, by.i) == "by" and by.i > found.head and by.is_noun and by.i not in times:
            yield by.i


def _who_endures(telling: Telling) -> Iterator[int]:
    """ "| Farmers | are facing shelling by the army": taken for what they do."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if token.tag == "VBG" and token.dep == "xcomp" and verb.lemma.lower() in _BEARING and not is_passive(parse, verb.i):
        yield from slots_of(parse, verb.i).get("subject", ())


_STRIKING = frozenset("shoot stab beat hit attack wound injure strike knife torture poison".split())


def _who_struck_him(telling: Telling) -> Iterator[int]:
    """ "| A guard | shot the miller, who later died of his wounds": whoever struck him killed him."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    victim = parse.tokens[token.head]
    blow = parse.tokens[victim.head]
    if token.dep != "acl:relcl" or token.lemma.lower() not in {"die", "succumb"} or blow.lemma.lower() not in _STRIKING:
        return
    if blow.is_verb and (victim.dep == "obj" or (victim.dep == "nsubj:pass" and is_passive(parse, blow.i))):
        yield from slots_of(parse, blow.i).get("subject", ())


_FIGHTS = frozenset("clash battle firefight shootout shoot-out gunfight skirmish fighting gunbattle".split())
_ERUPTING = frozenset({"erupt", "break", "start", "begin", "ensue", "occur", "follow", "happen", "flare"})


def _who_fought(telling: Telling) -> Iterator[int]:
    """ "| Troops | inflicted losses on | rebels | in a clash", "a clash that erupted as | soldiers | searched it"."""
    parse, found, _, _ = telling
    token = parse.tokens[found.head]
    if token.lemma.lower() not in _FIGHTS or not token.is_noun:
        return
    verb = parse.tokens[token.head]
    if token.dep == "obl" and case_of(parse, token.i) in {"in", "during"} and verb.lemma.lower() == "inflict":
        around = slots_of(parse, verb.i)
        yield from (*around.get("subject", ()), *around.get("on", ()))
    carrier = () if found.carrier is None else (parse.tokens[found.carrier],)  # "a clash | broke out | as police"
    for clause in dict.fromkeys((*parse.children(token.i, "acl:relcl"), *carrier)):
        if clause.lemma.lower() in _ERUPTING:
            yield from _who_came(parse, clause)


def _who_came(parse: Parse, erupting: Token) -> Iterator[int]:
    for clause in parse.children(erupting.i, "advcl"):
        if any(m.lower in {"as", "when", "after", "while"} for m in parse.children(clause.i, "mark", "advmod")):
            subjects = parse.children(clause.i, "nsubj")
            yield from (s.i for s in subjects if s.lemma.lower() in _COMING and not is_passive(parse, clause.i))


def _who_is_thanked(telling: Telling) -> Iterator[int]:
    """ "Thanked | the troops | for their role in the assault": whoever is thanked for a share in it."""
    parse, found, _, _ = telling
    share = parse.tokens[parse.tokens[found.head].head]
    thanks = parse.tokens[share.head]
    if share.lemma.lower() not in {"role", "part", "participation"} or case_of(parse, share.i) != "for":
        return
    if thanks.lemma.lower() in _THANKING and case_of(parse, found.head) == "in":
        passive = is_passive(parse, thanks.i)
        thanked = parse.children(thanks.i, "nsubj:pass" if passive else "obj")
        yield from (c.i for c in thanked if c.is_noun)


_THANKING = frozenset({"thank", "praise", "honour", "honor", "commend", "decorate", "credit", "hail", "congratulate"})
_PICTURES = frozenset("video videotape tape photo photograph footage image picture film clip recording".split())
_SHOWING = frozenset({"release", "post", "publish", "issue", "send", "upload", "circulate"})


def _who_shows_them(telling: Telling) -> Iterator[int]:
    """ "| Rebels | released a video of two nuns being held hostage": whoever shows his captives has taken them."""
    parse, found, _, (ontology, _) = telling
    if found.trigger.mode != "abduct":
        return
    for picture in parse.ancestors(found.head):
        verb = parse.tokens[picture.head]
        shown = picture.lemma.lower() in _PICTURES and picture.dep == "obj" and verb.lemma.lower() in _SHOWING
        if shown and not is_passive(parse, verb.i):
            doers = slots_of(parse, verb.i).get("subject", ())
            yield from (h for h in doers if h in parse.armed or ontology.nouns.is_armed(parse.tokens[h].lemma.lower()))
            return


_COMING = FIGHTING | frozenset("soldier troop police policeman officer army force guard gunman fighter patrol".split())
_BEARING = frozenset("face suffer endure sustain withstand undergo experience".split())
_DOERS: tuple[Rule, ...] = (
    (_who_is_charged, "by", "actor"),
    (_who_is_thanked, "by", "actor"),
    (_who_fired, "by", "actor"),
    (_who_struck_him, "by", "actor"),
    (_who_fought, "by", "actor"),
    (_whose_attack, "by", "actor"),
    (_who_befalls, "by", "actor"),
    (_who_shows_them, "subject", "actor"),
)
_ENDURING: tuple[Rule, ...] = ((_who_endures, "object", "recipient"),)
_HELD: tuple[Rule, ...] = ((_who_answers, "by", "actor"),)
