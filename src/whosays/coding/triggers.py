"""Which words of a report tell of deeds: the ontology's triggers, held against the syntax around each word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from whosays.coding.carrying import light_verb, verb_words
from whosays.coding.kinds import real_head
from whosays.coding.mentions import case_of
from whosays.coding.slots import Slots, slot_of_case, slots_of
from whosays.ontology import LightVerb, Ontology, Pos, Trigger, fits, matches
from whosays.ontology.wording import EffectWord, Wording
from whosays.parse import NameLabel, Parse, Token


class Found(msgspec.Struct, frozen=True):
    """A trigger met in the text: its head token, all its tokens, its filled slots, and its light verb if any."""

    trigger: Trigger
    head: int
    tokens: tuple[int, ...]
    slots: dict[str, tuple[int, ...]]
    carrier: int | None = None
    light: LightVerb | None = None


EFFECT = "EFFECT"  # the class of words that tell only what became of people: no deed without another trigger

Companions = Mapping[tuple[str, Pos], Trigger]


@cache
def companions(effects: tuple[EffectWord, ...]) -> Companions:
    """The words of effect as triggers of the class ``EFFECT``, by head lemma and part of speech."""
    found: dict[tuple[str, Pos], Trigger] = {}
    for word in effects:
        pos: Pos = "verb" if word.verb else "noun" if word.noun else "adjective"
        words = tuple((word.verb or word.noun or word.adjective or "").split())
        roles = {word.suffers: "recipient"}
        line = f"effect:{' '.join(words)}"
        head = words[0] if pos == "verb" else words[-1]
        found[head, pos] = Trigger(event=EFFECT, pos=pos, words=words, roles=roles, effect=word.effect, line=line)
    return found


def find_triggers(parse: Parse, ontology: Ontology, wording: Wording) -> tuple[Found, ...]:
    """Every trigger in the report, at most one a word, in the order of the text."""
    labels = labels_of(parse)
    beside = companions(wording.effects)
    found: list[Found] = []
    times = {i for t in parse.times for i in range(t.start, t.end)}
    for token in parse.tokens:
        if token.i in times:  # "in March" is no demonstration
            continue
        hit = _match(parse, token, ontology, labels) or _effect(parse, token, beside)
        if hit is not None:
            found.append(hit)
    inside = {i for f in found for i in f.tokens if i != f.head}
    # "Signed | a ceasefire agreement": what is signed is not agreed on a second time.
    signed = {h for f in found if f.trigger.event == "SUPPORT" for h in f.slots.get("object", ())}
    inside |= {f.head for f in found if f.trigger.event == "AGREE" and f.head in signed}
    broken = {
        h
        for f in found
        if f.trigger.event in {"SANCTION", "REJECT"} and f.slots.get("subject")
        for h in f.slots.get("object", ())
    }
    inside |= {f.head for f in found if f.trigger.event == "CONSULT" and f.head in broken}  # "suspends | negotiations"
    inside |= _laid_down_twice(parse, found, labels)
    return tuple(f for f in found if f.head not in inside)


def _laid_down_twice(parse: Parse, found: list[Found], labels: dict[int, NameLabel]) -> set[int]:
    """ "Announces | a ban on dog racing": one measure, a sanction only where it is laid on some state or body."""
    measures = {f.head: f for f in found if f.trigger.event == "COERCE" and not parse.tokens[f.head].is_verb}
    twice: set[int] = set()
    for one in found:
        if one.trigger.event != "SANCTION" or not parse.tokens[one.head].is_verb:
            continue
        for noun in (h for h in one.slots.get("object", ()) if h in measures):
            below = [i for i in parse.subtree(noun) if i > noun and i in labels and case_of(parse, i) != "in"]
            twice.add(noun if any(labels[i] in _STATES for i in below) else one.head)
    return twice


_STATES = frozenset({"place", "organisation", "nationality", "person"})


def _effect(parse: Parse, token: Token, beside: Companions) -> Found | None:
    """A word that tells what became of people, with those people."""
    pos: Pos = "verb" if token.is_verb else "noun" if token.is_noun else "adjective"
    trigger = beside.get((token.lemma.lower(), pos))
    described = token.is_verb and token.dep == "amod" and not parse.children(token.head, "nummod")  # "captured rebels"
    tokens = _words(parse, token, trigger) if trigger is not None and not described else None
    if trigger is None or tokens is None:
        return None
    return Found(trigger=trigger, head=token.i, tokens=tokens, slots=slots_of(parse, token.i))


def labels_of(parse: Parse) -> dict[int, NameLabel]:
    """Token -> the label of the name that it belongs to; times are left out."""
    return {i: n.label for n in parse.names if n.label != "time" for i in range(n.start, n.end)}


def _match(parse: Parse, token: Token, ontology: Ontology, labels: dict[int, NameLabel]) -> Found | None:
    lemma = token.lemma.lower()
    if token.is_verb:
        if (token.tag == "VBN" and parse.children(token.i, "det")) or _is_title(parse, token):  # "the displaced"
            return None
        triggers = ontology.triggers(lemma, "verb")
        if not triggers and token.tag in {"VBG", "VBN"} and token.dep in {"nsubj", "obj", "nmod"}:
            triggers = ontology.triggers(token.lower, "noun")
    elif token.is_noun:
        named = labels.get(token.i) in {"person", "place"} and token.tag.startswith("NNP")
        named = named or (token.dep == "nmod" and token.tag == "NNP" and labels.get(token.i) == "organisation")
        if named or _names_kind(parse, token, ontology):
            return None
        triggers = ontology.triggers(lemma, "noun") or ontology.triggers(token.lower, "noun")
    elif token.tag.startswith("JJ"):
        triggers = ontology.triggers(lemma, "adjective")
    else:
        return None
    if not triggers:
        return None
    carrier, light = light_verb(parse, token, ontology) if not token.is_verb else (None, None)
    slots = _slots(parse, token, carrier, light)
    for trigger in triggers:
        tokens = _words(parse, token, trigger)
        if tokens is None:
            continue
        wider = _with_attached(parse, trigger, slots, tokens)
        if _holds(parse, trigger, wider, tokens, labels):
            beside = parse.children(token.i, "advmod", "advcl")
            if trigger.effect == "wounded" and any(c.lower in _DEADLY for c in beside):
                trigger = msgspec.structs.replace(trigger, effect="killed")  # noqa: PLW2901 - "fatally | shot"
            return Found(trigger=trigger, head=token.i, tokens=tokens, slots=wider, carrier=carrier, light=light)
    return None


def _is_title(parse: Parse, token: Token) -> bool:
    """ "A director at | Save | the Children": a capital amid small letters begins a name."""
    start, end = parse.sentences[parse.sentence(token.i)]
    if not token.text[:1].isupper() or token.i <= start or not parse.tokens[token.i - 1].text.islower():
        return False
    words = [t.text for t in parse.tokens[start:end] if t.text.isalpha()]
    return 2 * sum(w[0].isupper() for w in words) < len(words) and not token.text.isupper()


def _names_kind(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "A | dialogue | congress", "a | withdrawal | timetable": what sort of thing it is, and no deed told."""
    above = parse.tokens[token.head]
    if token.dep == "nmod" and above.lower in {
        "sidelines",
        "margins",
        "sideline",
    }:
        return True  # "met on the sidelines of | a summit"
    if token.dep != "compound" or not above.is_noun or above.i < token.i:
        return False
    return above.lemma.lower() not in _OF_DEEDS and not ontology.triggers(above.lemma.lower(), "noun")


_OF_DEEDS = frozenset("victim survivor site scene spree wave series campaign rampage injury casualty death".split())
_DEADLY = frozenset({"fatally", "mortally"})


def _with_attached(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    """Prepositions hang on the object as often as on the verb ("imposed sanctions | on Iran"): both are looked at.

    So they do on what a noun demands: "the resumption of ties | between Chile and Peru".
    """
    if trigger.pos != "verb":
        return _with_nested(parse, trigger, _against(parse, trigger, slots, tokens), tokens)
    wider = dict(slots)
    if "object" not in wider and len(tokens) > 1:  # "broke | off relations": a particle taken for a preposition
        cased = [
            c.i for c in parse.children(tokens[0], "obl", "nmod") for k in parse.children(c.i, "case") if k.i in tokens
        ]
        if cased:
            wider["object"] = tuple(cased)
    if trigger.event == "ASSAULT":
        wider |= _beside_town(parse, trigger, wider)
    heads = [h for first in wider.get("object", ()) for h in (first, *(c.i for c in parse.children(first, "conj")))]
    for head in dict.fromkeys((*heads, *tokens[1:])):
        for child in parse.children(head, "nmod", "obl"):
            slot = slot_of_case(case_of(parse, child.i))
            own = slot != "of" or head in tokens or "of" in trigger.where  # "seized control | of", not "a box | of"
            if own and slot in {*trigger.roles, *trigger.needs, *trigger.where} and slot not in slots:
                wider[slot] = tuple(dict.fromkeys((*wider.get(slot, ()), child.i)))
    return wider


def _beside_town(parse: Parse, trigger: Trigger, slots: Slots) -> Slots:
    """ "Exploded in the town of Arvo, | opposite a bank": what stands there, hung on the town."""
    found: Slots = {}
    for town in slots.get("in", ()):
        for child in parse.children(town, "nmod"):
            slot = slot_of_case(case_of(parse, child.i))
            if (
                slot in {"near", "at", "against", "under"}
                and trigger.roles.get(slot) == "recipient"
                and slot not in slots
            ):
                found[slot] = (*found.get(slot, ()), child.i)
    return found


_FALLS = ("against", "on", "at")


def _against(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    """ "The murder committed by rebels | against the rector", "a raid by rebels | on a bank": hung on the doer."""
    clauses = [c for t in tokens for c in parse.children(t, "acl", "acl:relcl")]
    agents = [*slots.get("by", ()), *(c.i for v in clauses for c in parse.children(v.i, "obl:agent"))]
    above = {parse.tokens[t].head for t in tokens if not parse.tokens[t].is_verb and parse.tokens[t].dep == "obl"}
    agents += [c.i for v in above for c in parse.children(v, "obl:agent") if c.i > max(tokens)]
    agents += [c.i for a in agents for c in parse.children(a, "nmod") if case_of(parse, c.i) == "of"]
    wider = dict(slots)
    for slot in _FALLS if trigger.event == "ASSAULT" else _FALLS[:1]:
        if trigger.roles.get(slot) == "recipient" and slot not in slots:
            hit = [c.i for a in agents for c in parse.children(a, "nmod") if case_of(parse, c.i) == slot]
            if slot != "at":  # "killed in an airstrike | on a market": hung on the verb above
                behind = [c.i for v in above for c in parse.children(v, "obl") if c.i > max(tokens)]
                hit += [i for i in behind if case_of(parse, i) == slot]
            wider |= {slot: tuple(hit)} if hit else {}
    return wider


def _with_nested(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...]) -> Slots:
    wider = dict(slots)
    if "by" not in slots and "by" in trigger.roles:  # "the attack on a hospital | by rebels": no hospital is theirs
        fell = ("on", "at", "against", "in", *(("of",) if trigger.roles.get("of") == "recipient" else ()))
        hit = [h for slot in fell for h in slots.get(slot, ()) if _is_hit(parse, h)]
        agents = [c.i for h in hit for c in parse.children(h, "nmod") if case_of(parse, c.i) == "by"]
        if agents:
            wider["by"] = tuple(agents)
    if trigger.event == "ASSAULT" and trigger.roles.get("on") == "recipient" and "on" not in slots:
        aims = [c for t in tokens for c in parse.children(t, "acl") if c.tag == "VBG" and c.lemma.lower() == "target"]
        aimed = [o.i for c in aims for o in parse.children(c.i, "obj")]
        wider |= {"on": tuple(aimed)} if aimed else {}  # "an explosion | targeting a bus"
    if "of" not in slots and trigger.roles.get("of") == "recipient" and trigger.effect is not None:
        where = [h for slot in ("in", "at", "near") for h in slots.get(slot, ())]
        people = {i for n in parse.names if n.label == "person" for i in range(n.start, n.end)}
        victims = [
            c.i for h in where for c in parse.children(h, "nmod") if c.i in people and case_of(parse, c.i) == "of"
        ]
        wider |= {"of": tuple(victims)} if victims else {}  # "the murder in Kest | of Ana Ruiz": no town is hers
    for head in [h for slot in trigger.where for h in slots.get(slot, ())]:
        for child in parse.children(head, "nmod"):
            slot = slot_of_case(case_of(parse, child.i))
            if slot in {"between", "with", "by"} and slot in trigger.roles and slot not in slots:
                wider[slot] = (*wider.get(slot, ()), child.i)
    return wider


_MADE = frozenset("statement report film book song article letter speech decision plan proposal".split())


def _is_hit(parse: Parse, head: int) -> bool:
    return parse.tokens[head].is_noun and parse.tokens[head].lemma.lower() not in _MADE


def _words(parse: Parse, token: Token, trigger: Trigger) -> tuple[int, ...] | None:
    """The tokens of a trigger of several words around its head, None when they are not all there."""
    if len(trigger.words) == 1:
        downed = trigger.words[0] == "shoot" and any(c.lower == "down" for c in parse.children(token.i, "compound:prt"))
        return None if downed else (token.i,)  # "an F-16 was shot | down": nobody was wounded
    if trigger.pos == "verb":
        return verb_words(parse, token, trigger.words[1:])
    found = [token.i]
    at = token.i - 1
    for word in reversed(trigger.words[:-1]):
        while at >= 0 and parse.tokens[at].text in {"-", "‑"}:
            at -= 1
        if at < 0 or word not in {parse.tokens[at].lemma.lower(), parse.tokens[at].lower}:
            return None
        found.append(at)
        at -= 1
    return tuple(sorted(found))


def _slots(parse: Parse, token: Token, carrier: int | None, light: LightVerb | None) -> Slots:
    """The trigger's own slots; those that a light verb lends are read by the roles from ``carrier``."""
    slots = slots_of(parse, token.i)
    if carrier is None or light is None:
        return slots
    lent = slots_of(parse, carrier)
    merged = dict(slots)
    for slot, heads in lent.items():
        if slot in {"subject", "object", "iobj", "by"}:
            continue
        extra = tuple(h for h in heads if h != token.i)
        if extra:
            merged[slot] = tuple(dict.fromkeys((*merged.get(slot, ()), *extra)))
    return merged


_TOLD_BY = ("object", "subject", "compound", "amod", "of")


def _holds(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...], labels: dict[int, NameLabel]) -> bool:
    """Whether the words around satisfy the trigger's constraints."""
    for slot, allowed in (
        ("object", trigger.object), ("subject", trigger.subject), ("compound", trigger.compound)
    ):  # fmt: skip
        heads = [h for h in slots.get(slot, ()) if h not in tokens]
        if slot == "compound":
            heads += [h for h in slots.get("amod", ()) if h not in tokens]
        if allowed and not _any_fits(parse, allowed, _spread(parse, heads), labels):
            return False
    for slot, allowed in trigger.where.items():
        if not _any_fits(parse, allowed, _spread(parse, list(slots.get(slot, ()))), labels):
            return False
    start, end = parse.sentences[parse.sentence(tokens[0])]
    if trigger.among and not any(t.lemma.lower() in trigger.among for t in parse.tokens[start:end]):
        return False
    times = {i for t in parse.times for i in range(t.start, t.end)}  # "fired on 29 August" is fired at nobody
    if any(not [h for h in slots.get(slot, ()) if h not in tokens and h not in times] for slot in trigger.needs):
        return False
    with_whom = ("with",) if trigger.reciprocal else ()  # "clashed | with the minister's view"
    around = [h for s in (*_TOLD_BY, *trigger.needs, *with_whom) for h in slots.get(s, ()) if h not in tokens]
    few = [
        parse.tokens[h].head for h in around if parse.tokens[h].lower in {"few", "many"}
    ]  # "is one of few | released"
    around += [c.i for h in (*around, *few) if parse.tokens[h].tag == "CD" for c in parse.children(h, "nsubj")]
    around += [real_head(parse, h) for h in around]  # "few | of the conditions have been met"
    return not any(matches(trigger.unless, phrase, labels.get(h)) for h in around for phrase in _phrases(parse, h))


def _any_fits(parse: Parse, allowed: frozenset[str], heads: list[int], labels: dict[int, NameLabel]) -> bool:
    if any(fits(allowed, phrase, labels.get(h)) for h in heads for phrase in _phrases(parse, h)):
        return True
    return _REBEL in allowed and not parse.armed.isdisjoint(heads)  # a movement's name stands for its fighters


_REBEL = "rebel"


def _phrases(parse: Parse, head: int) -> tuple[str, ...]:
    """The noun alone and with the word before it: "wave", "heat wave"; of "cease-fire" the whole.

    "Storm Claudia" is a storm.
    """
    *before, alone = parse.words_to(head, 2)
    first = parse.tokens[head - 1] if head else None
    titled = first is not None and first.head == head and parse.tokens[head].tag.startswith("NNP")
    return (alone, f"{before[0]} {alone}", *(before if titled else ())) if before else (alone,)


_KIN = frozenset(
    "wife husband widow child son daughter mother father parent brother sister relative family orphan friend "
    "supporter victim critic opponent enemy".split()
)


def _spread(parse: Parse, heads: list[int]) -> list[int]:
    """Heads and the nouns that quantity words hide: "dozens of people" is people."""
    found: list[int] = []
    for head in heads:
        found.append(head)
        if parse.tokens[head].lemma.lower() not in _KIN:  # "wives | of rebels" are no rebels
            found.extend(
                c.i for c in parse.children(head, "nmod") if any(k.lower == "of" for k in parse.children(c.i, "case"))
            )
        found.extend(c.i for c in parse.children(head, "conj", "nmod:desc"))  # "President | Boric" is a president
        if parse.tokens[head].tag == "CD" and parse.children(head, "cop"):  # "the video is one | released by them"
            found.extend(c.i for c in parse.children(head, "nsubj"))
    return found


def _lemma(parse: Parse, i: int) -> str:
    return parse.tokens[i].lemma.lower()
