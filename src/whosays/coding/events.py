"""From triggers to events: words that tell of one deed are joined, generic talk is left out, records are made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.accidents import is_accident
from whosays.coding.background import is_background, is_placed
from whosays.coding.joining import VAGUE, join
from whosays.coding.mentions import Book, phrase_range
from whosays.coding.roles import Part, effect_on, parts_of, role_of
from whosays.coding.status import status_of
from whosays.coding.tolls import tolls_of, without_parts
from whosays.coding.triggers import EFFECT, Found, find_triggers, labels_of
from whosays.ontology import THING_EFFECTS, Ontology, Trigger
from whosays.ontology.wording import Wording
from whosays.parse import NameLabel, Parse, Token
from whosays.records import Event, EventStatus, Role, Span, Toll, event_id

MADE_BY = "rule:trigger@1"
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_WEAPON_MODES_OF = "ASSAULT"
_PLAIN = frozenset({"happened", "ongoing", "habitual"})
_CARRIERS = frozenset({"aerial", "heavy-weapons", "explosives"})
_WEAK = 0.6  # the confidence of words that mean a deed only at times
_SUFFERING = frozenset({"recipient", "target"})
_SOMEBODY = ("er", "or", "ist", "ant", "ian", "man", "men", "woman", "women", "ee")  # "owner", "tenant", "trustee"


class EventDraft(msgspec.Struct, frozen=True):
    """An event with the tokens it rests on: ``head`` and ``tokens`` of its trigger words."""

    event: Event
    head: int
    tokens: tuple[int, ...]


class _Coded(msgspec.Struct, frozen=True):
    """A trigger with its participants, before joining."""

    found: Found
    parts: tuple[Part, ...]


def find_events(parse: Parse, ontology: Ontology, wording: Wording, book: Book) -> tuple[EventDraft, ...]:
    """The deeds that a report tells of, in the order of its text; mentions are kept in ``book``.

    A definite noun that only points back ("the attack", "this incident") becomes an event mention, not an event.
    """
    labels = labels_of(parse)
    coded = [_Coded(f, parts_of(parse, f, ontology, labels)) for f in find_triggers(parse, ontology, wording)]
    groups = join(parse, [c.found for c in coded])
    drafts: list[EventDraft] = []
    taken: set[int] = set()
    for group in groups:
        members = [coded[i] for i in group]
        if all(m.found.trigger.event == EFFECT for m in members):
            continue
        taken.update(t for m in members for t in m.found.tokens)
        if all(is_accident(parse, m.found, ontology) for m in members):
            continue
        if _tells(parse, members, labels, wording):
            draft = _draft(parse, members, ontology, wording, book)
            if not (draft.event.status == "hypothetical" and all(m.found.trigger.weak for m in members)):
                drafts.append(draft)
        else:
            _point_back(parse, members[0].found.head, book)
    _other_pointers(parse, ontology, book, taken)
    return tuple(sorted(drafts, key=lambda d: d.head))


def _point_back(parse: Parse, head: int, book: Book) -> None:
    token = parse.tokens[head]
    if token.is_noun and any(c.lower in _DEFINITE for c in parse.children(head, "det")):
        book.mention("event", head)


def _other_pointers(parse: Parse, ontology: Ontology, book: Book, taken: set[int]) -> None:
    """ "This incident", "the violence": nouns of happening that are no triggers."""
    for token in parse.tokens:
        if token.is_noun and token.i not in taken and ontology.nouns.kind_of(token.lemma.lower()) == "event":
            _point_back(parse, token.i, book)


def _tells(parse: Parse, members: Sequence[_Coded], labels: dict[int, NameLabel], wording: Wording) -> bool:
    """Whether the words tell of a deed, and not of deeds in general ("the threat of terrorist attacks")."""
    if is_background(parse, [(m.found, m.parts) for m in members], labels):
        return False
    outcomes = [m for m in members if m.found.trigger.event == EFFECT]
    if any(m.parts or tolls_of(parse, m.found, m.parts, wording.quantities) for m in outcomes):
        return True
    deeds = [m for m in members if m.found.trigger.event != EFFECT]
    if len(deeds) > 1 and any(m.parts and parse.tokens[m.found.head].is_verb for m in deeds):
        return True  # "the school was destroyed | in a missile strike": two words for one deed
    return any(_tells_alone(parse, m, labels) for m in members)


def _tells_alone(parse: Parse, coded: _Coded, labels: dict[int, NameLabel]) -> bool:
    found, trigger = coded.found, coded.found.trigger
    people = [p for p in coded.parts if p.part in {"actor", "recipient"}]
    blast = trigger.mode == "explosives" and trigger.pos == "noun"  # "an explosion at the bank": where a thing stands
    if blast or (trigger.effect in THING_EFFECTS and any(p.part == "instrument" for p in coded.parts)):
        people += [p for p in coded.parts if p.part == "target"]
    token = parse.tokens[found.head]
    if trigger.weak and not (people and (trigger.effect or any(p.kind != "unknown" for p in people))):
        return False
    if token.is_verb:
        if trigger.subject and "subject" not in trigger.roles and not trigger.weak:  # "the talks collapsed"
            return True
        return any(
            p.kind != "unknown" or _is_certain(parse, p.head) or _suffers(parse, p, trigger) for p in coded.parts
        )
    if trigger.pos == "adjective":
        return bool(people)
    if found.carrier is not None:
        definite = any(c.lower in _DEFINITE for c in parse.children(found.head, "det"))
        itself = found.light is not None and found.light.event == "subject" and not definite  # "riots broke out"
        if itself or coded.parts or is_placed(parse, found, labels) or _is_single(parse, token):
            return True
    return _noun_tells(parse, coded, labels)


def _suffers(parse: Parse, part: Part, trigger: Trigger) -> bool:
    """Whoever is killed or held is somebody, though no list knows the word: "a tavern owner was shot dead"."""
    token = parse.tokens[part.head]
    clauses = parse.children(part.head, "acl:relcl")
    if any(c.lower in {"who", "whom"} for clause in clauses for c in parse.children(clause.i)):
        return True
    return trigger.effect is not None and part.part == "recipient" and token.lower.rstrip("s").endswith(_SOMEBODY)


def _is_single(parse: Parse, token: Token) -> bool:
    return any(c.lower in {"a", "an", "another"} for c in parse.children(token.i, "det")) or bool(
        parse.children(token.i, "nummod")
    )


def _noun_tells(parse: Parse, coded: _Coded, labels: dict[int, NameLabel]) -> bool:
    """A noun alone tells of a deed when it says who suffered, or who acted and where or when."""
    found = coded.found
    token = parse.tokens[found.head]
    suffering = [p for p in coded.parts if p.part in {"recipient", "target"} and _is_somebody(parse, p)]
    acting = [p for p in coded.parts if p.part == "actor" and _is_somebody(parse, p)]
    counted = bool(parse.children(found.head, "nummod"))
    determined = any(c.lower in _DEFINITE for c in parse.children(found.head, "det"))
    if found.trigger.reciprocal and found.trigger.event == "ASSAULT" and len(acting) > 1:  # "clashes between A and B"
        return True
    if token.tag in {"NNS", "NNPS"} and not counted:
        owners = parse.children(found.head, "nmod:poss")
        pointed = any(c.tag == "PRP$" for c in owners)  # "the army ... its air strikes on the town"
        return (determined or bool(owners)) and bool(suffering) and (bool(acting) or pointed)
    if suffering and not acting and not determined and _is_generic(parse, found.head, suffering, labels):
        return False
    if suffering or (acting and found.trigger.reciprocal) or (acting and _is_judged(parse, token)):
        return True
    if token.tag in {"NNS", "NNPS"} and not acting:  # "two attacks in the north": more than one deed
        return False
    if determined and not acting:  # "the fighting in the north": what was told before, or nothing in particular
        return False
    return (bool(acting) or counted or token.tag in {"NN", "NNP"}) and is_placed(parse, found, labels)


def _is_generic(parse: Parse, head: int, suffering: Sequence[Part], labels: dict[int, NameLabel]) -> bool:
    """ "Violence | against women and children": nobody in particular, nowhere, at no time."""
    if parse.children(head, "det", "nummod", "nmod:poss") or any(p.part == "target" for p in suffering):
        return False
    counted = [parse.children(p.head, "det", "nummod", "nmod:poss", "amod", "nmod") for p in suffering]
    bare = all(parse.tokens[p.head].tag == "NNS" and labels.get(p.head) is None for p in suffering)
    times = {i for t in parse.times for i in range(t.start, t.end)}
    return bare and not any(counted) and not any(i in times for i in parse.subtree(head))


_JUDGING = frozenset({"condemn", "denounce", "deplore", "decry", "slam", "criticise", "criticize", "welcome", "praise"})


def _is_judged(parse: Parse, token: Token) -> bool:
    """ "Condemned | an attack by soldiers": what is judged was done."""
    governor = parse.tokens[token.head]
    return token.dep in {"obj", "nsubj:pass"} and governor.is_verb and governor.lemma.lower() in _JUDGING


def _is_somebody(parse: Parse, part: Part) -> bool:
    """Somebody or something that can be told from others: no bare pronoun, no noun that nothing is known of."""
    token = parse.tokens[part.head]
    return not token.tag.startswith("PRP") and (part.kind != "unknown" or token.tag.startswith("NNP"))


def _is_certain(parse: Parse, head: int) -> bool:
    """A name or pronoun that no list knows may be somebody; a common noun that none knows ("the weather") is not."""
    return parse.tokens[head].tag.startswith(("NNP", "PRP"))


def _draft(parse: Parse, members: Sequence[_Coded], ontology: Ontology, wording: Wording, book: Book) -> EventDraft:
    deeds = [m for m in members if m.found.trigger.event != EFFECT]
    primary = max(deeds, key=_telling)
    trigger = primary.found.trigger
    tokens = tuple(sorted({i for m in members for i in m.found.tokens}))
    roles = _roles(parse, members, wording, book)
    tolls = _tolls(parse, members, wording)
    span = _joined_span(parse, primary.found.tokens)
    event = Event(
        id=event_id(span, trigger.event),
        type=trigger.event,
        mode=_mode(trigger.mode, _weapon_mode(parse, members, ontology)),
        contexts=_contexts(parse, primary, ontology),
        status=_status(parse, members, wording, tolls),
        roles=roles,
        tolls=tolls,
        trigger=span,
        evidence=(_evidence(parse, members),),
        confidence=_WEAK if all(m.found.trigger.weak or _is_hearsay(parse, m.found) for m in members) else 0.9,
        made_by=MADE_BY,
    )
    return EventDraft(event=event, head=primary.found.head, tokens=tokens)


def _telling(member: _Coded) -> tuple[bool, bool, int]:
    """How much of a deed its words tell: the means, else at least a mode; the first of them before later ones."""
    mode = member.found.trigger.mode
    return mode not in VAGUE, mode is not None, -member.found.head


_HEARD = frozenset({"believe", "think", "suspect", "allege", "presume", "understand", "suppose", "rumour", "rumor"})
_HEARSAY = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly", "seemingly"})


def _is_hearsay(parse: Parse, found: Found) -> bool:
    """ "The men | are believed to have | shot": told, but not as known."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if any(c.lower in _HEARSAY for c in parse.children(verb.i, "advmod")):
        return True
    return verb.dep == "xcomp" and parse.tokens[verb.head].lemma.lower() in _HEARD


def _roles(parse: Parse, members: Sequence[_Coded], wording: Wording, book: Book) -> tuple[Role, ...]:
    heads: dict[int, Role] = {}
    for member in members:
        for part in member.parts:
            effect = member.found.trigger.effect
            if part.head not in heads:
                heads[part.head] = role_of(parse, part, book, wording, member.found)
            elif effect is not None and part.part in _SUFFERING and heads[part.head].part in _SUFFERING:
                known = heads[part.head].effect or effect_on(part, member.found)
                heads[part.head] = msgspec.structs.replace(heads[part.head], effect=known)
    tokens = {i for m in members for i in m.found.tokens}
    order = {"actor": 0, "recipient": 1, "target": 2, "instrument": 3, "participant": 4}
    kept = [(order[r.part], h, r) for h, r in heads.items() if h not in tokens and not _is_nobody(parse, h)]
    return tuple(r for _, _, r in sorted(kept, key=lambda k: k[:2]))


def _tolls(parse: Parse, members: Sequence[_Coded], wording: Wording) -> tuple[Toll, ...]:
    told = [tolls_of(parse, m.found, m.parts, wording.quantities) for m in members]
    found: list[Toll] = []
    for toll in without_parts(told):
        if not any(t.effect == toll.effect and t.span.overlaps(toll.span) for t in found):
            found.append(toll)
    return tuple(found)


def _mode(told: str | None, means: str | None) -> str | None:
    """What the words tell wins over the means, but a drone in the air is a drone, and poison is no plain shell."""
    narrower = (told, means) == ("aerial", "drone") or (told in _CARRIERS and means == "unconventional")
    return means if told is None or narrower else told


def _weapon_mode(parse: Parse, members: Sequence[_Coded], ontology: Ontology) -> str | None:
    """The means tells the mode where the verb does not: "a car bomb killed", "a suicide bomber struck"."""
    if all(m.found.trigger.event != _WEAPON_MODES_OF for m in members):
        return None
    told = (p for m in members for p in m.parts if p.part in {"instrument", "actor"})
    known = (ontology.nouns.longest(parse.words_to(p.head, 3)) for p in told)
    return next((noun.mode for noun in known if noun is not None and noun.mode is not None), None)


def _status(parse: Parse, members: Sequence[_Coded], wording: Wording, tolls: Sequence[Toll]) -> EventStatus:
    """The weakest claim that any of the joined words makes; a toll of nil does not undo the deed itself."""
    told: list[tuple[EventStatus, _Coded]] = []
    if any(_is_nobody(parse, p.head) for m in members for p in m.parts if p.part == "actor"):
        return "negated"
    heads = {m.found.carrier if m.found.carrier is not None else m.found.head for m in members}
    for member in members:
        trigger = member.found.trigger
        token = parse.tokens[member.found.head]
        if token.is_verb and token.tag == "VB" and token.dep in {"advcl", "xcomp"} and token.head in heads:
            continue  # "burst shells | to disperse the crowd": what it was for
        own = status_of(parse, member.found.head, wording, member.found.carrier)
        if own == "habitual" and trigger.event in _DONE_ONCE:
            own = "happened"  # "imposes restrictions": said in the present tense, done once
        light = member.found.light.status if member.found.light is not None else None
        preset = trigger.status or light
        told.append((preset if preset is not None and own in _PLAIN else own, member))  # type: ignore[arg-type]
    statuses = [status for status, _ in told]
    nil = bool(tolls) and all(t.count.high == 0 for t in tolls)
    harmed = any(s == "happened" and m.found.trigger.effect in {"killed", "wounded"} for s, m in told)
    if harmed and {s for s in statuses if s != "happened"} == {"hypothetical"}:
        return "happened"  # "killed in a suspected car bombing": that they were killed is no suspicion
    plain = [s for s in statuses if s != "happened" and not (nil and s == "negated" and len(members) > 1)]
    return plain[0] if plain else "happened"


# What is decided, signed or laid down is done once, however many are the things that it concerns.
_DONE_ONCE = frozenset({"SANCTION", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "CONCEDE", "THREATEN", "COERCE"})


def _is_nobody(parse: Parse, head: int) -> bool:
    """ "No one who met him": nobody did."""
    token = parse.tokens[head]
    return token.lower in {"nobody", "none"} or (
        token.lower in {"one", "group", "party"} and any(d.lower == "no" for d in parse.children(head, "det"))
    )


def _contexts(parse: Parse, primary: _Coded, ontology: Ontology) -> tuple[str, ...]:
    start, end = parse.sentences[parse.sentence(primary.found.head)]
    words = [t.lemma.lower() for t in parse.tokens[start:end]]
    whole = [w for i in range(start, end) for w in parse.words_to(i, 1) if "-" in w]  # "pro-democracy", "same-sex"
    evoked = {*ontology.contexts_of(words), *(c for w in whole for c in ontology.contexts_of((w,)))}
    told = (c for c in ontology.contexts if c in evoked)
    return tuple(dict.fromkeys((*primary.found.trigger.contexts, *told)))


def _joined_span(parse: Parse, tokens: Sequence[int]) -> Span:
    return parse.span(tokens[0], tokens[-1] + 1)


def _evidence(parse: Parse, members: Sequence[_Coded]) -> Span:
    """From the first to the last word that the event rests on: triggers and participants, within one sentence."""
    start, end = parse.sentences[parse.sentence(members[0].found.head)]
    first = min(i for m in members for i in m.found.tokens)
    last = max(i for m in members for i in m.found.tokens) + 1
    for member in members:
        if not parse.tokens[member.found.head].is_verb:
            phrase = phrase_range(parse, member.found.head)
            first, last = min(first, phrase[0]), max(last, phrase[1])
        for part in member.parts:
            phrase = phrase_range(parse, part.head)
            if start <= phrase[0] and phrase[1] <= end:
                first, last = min(first, phrase[0]), max(last, phrase[1])
    return parse.span(first, last)
