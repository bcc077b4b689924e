"""From triggers to events: words that tell of one deed are joined, generic talk is left out, records are made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.coreference.dealings import as_dealing
from whosays.coding.coreference.joining import VAGUE, join
from whosays.coding.coreference.measures import told_once
from whosays.coding.coreference.once import without_repeats
from whosays.coding.coreference.onedeed import is_heard
from whosays.coding.coreference.thinner import fuller_of
from whosays.coding.coreference.visiting import with_hosts
from whosays.coding.factuality.asarule import is_regular, is_wont
from whosays.coding.factuality.mayhavedied import is_known_of, is_only_feared
from whosays.coding.factuality.outlook import as_most, was_made
from whosays.coding.factuality.regarded import is_unprevented
from whosays.coding.factuality.ruled import as_ruled
from whosays.coding.factuality.status import status_of
from whosays.coding.parties.protested import harmed_there
from whosays.coding.parties.roles import effect_on, parts_of, role_of
from whosays.coding.parties.superfluous import spots, without_seats
from whosays.coding.parties.warding import own_fallen, with_dispersed, without_foes, without_repellers, without_warders
from whosays.coding.sifting.accidents import is_accident
from whosays.coding.sifting.answeredfor import as_killing, is_answered_for
from whosays.coding.sifting.captures import as_lawful
from whosays.coding.sifting.failing import is_failed_accord
from whosays.coding.sifting.idle import is_idle
from whosays.coding.sifting.namesakes import without_namesakes
from whosays.coding.sifting.policing import is_search
from whosays.coding.sifting.rescues import is_rescue_from_mishap
from whosays.coding.sifting.riots import without_dead
from whosays.coding.sifting.spaceflight import is_spaceflight
from whosays.coding.sifting.telling import DEFINITE, Coded, tells
from whosays.coding.sifting.testfiring import is_test_firing
from whosays.coding.sifting.titles import without_titles
from whosays.coding.words.kinds import real_head
from whosays.coding.words.mentions import Book, phrase_range
from whosays.coding.words.tolls import tolls_of, without_parts
from whosays.coding.words.triggers import EFFECT, Found, find_triggers, labels_of
from whosays.ontology import Ontology, Trigger
from whosays.ontology.nominals import load as load_nominals
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Event, EventStatus, Role, Span, Toll, event_id

MADE_BY = "rule:trigger@1"
_WEAPON_MODES_OF = "ASSAULT"
_PLAIN = frozenset({"happened", "ongoing", "habitual"})
_UNDONE = frozenset({"hypothetical", "planned", "demanded", "threatened", "attempted", "negated"})
_TAKEN = "190"  # CAMEO's code of the words for ground that is taken
_BLASTS = frozenset({"explosives", "primitive", "targeted"})
_TAKEN_IN = frozenset({"captured", "arrested"})
_CARRIERS = frozenset({"aerial", "heavy-weapons", "explosives"})
_WEAK = 0.6  # the confidence of words that mean a deed only at times
_SUFFERING = frozenset({"recipient", "target"})


class EventDraft(msgspec.Struct, frozen=True):
    """An event with the tokens it rests on: ``head`` and ``tokens`` of its trigger words.

    ``words`` are those beside its trigger that tell of it: "a bomb exploded, | killing | nine".
    """

    event: Event
    head: int
    tokens: tuple[int, ...]
    words: tuple[Span, ...] = ()


Loose = Sequence[Coded]  # words of effect that were joined to no deed, with those whom they tell of


def find_events(
    parse: Parse, ontology: Ontology, wording: Wording, book: Book
) -> tuple[tuple[EventDraft, ...], tuple[Loose, ...]]:
    """The deeds that a report tells of, in the order of its text; mentions are kept in ``book``.

    With them the words of effect that tell of no deed ("nobody was hurt").

    A definite noun that only points back ("the attack", "this incident") becomes an event mention, not an event.
    """
    labels = labels_of(parse)
    found = without_namesakes(parse, find_triggers(parse, ontology, wording), ontology)
    found = without_titles(parse, without_repeats(parse, told_once(parse, found)))
    coded = [Coded(f, parts_of(parse, f, ontology, labels)) for f in found]
    groups = join(parse, [c.found for c in coded])
    drafts: list[EventDraft] = []
    loose: list[Loose] = []
    untold: list[Loose] = []
    taken: set[int] = set()
    parted = [without_dead(as_killing(parse, [coded[i] for i in group])) for group in groups]
    for members, in_riot in ((as_lawful(parse, part), len(parts) > 1) for parts in parted for part in parts):
        if all(m.found.trigger.event == EFFECT for m in members):
            loose.append(members)
            continue
        taken.update(t for m in members for t in m.found.tokens)
        deeds = [m.found for m in members if m.found.trigger.event != EFFECT]
        if not in_riot and (all(is_accident(parse, f, ontology) for f in deeds) or _are_of_space(parse, deeds)):
            continue
        if all(is_rescue_from_mishap(parse, f, ontology) for f in deeds):
            continue
        if tells(parse, members, labels, wording):
            draft = _draft(parse, members, ontology, wording, book)
            if not is_idle(parse, members, draft.event):
                drafts.append(draft)
        else:
            untold.append(members)
            _point_back(parse, members[0].found.head, book)
    if not any(d.event.type == "ASSAULT" for d in drafts):
        answered = next((m for m in untold if is_answered_for(parse, m)), None)
        drafts += [] if answered is None else [_draft(parse, answered, ontology, wording, book)]
    _other_pointers(parse, ontology, book, taken)
    drafts.sort(key=lambda d: d.head)
    fuller = fuller_of(parse, [(d.event, d.head) for d in drafts])
    return tuple(drafts[at] for at in fuller), tuple(loose)


def _are_of_space(parse: Parse, deeds: Sequence[Found]) -> bool:
    """ "The explosion of a rocket on its pad | killed nine": a launch or a blast, and no more than its harm."""
    flights = [f for f in deeds if is_spaceflight(parse, f)]
    return bool(flights) and all(f in flights or f.trigger.effect is not None for f in deeds)


def _point_back(parse: Parse, head: int, book: Book) -> None:
    token = parse.tokens[head]
    if token.is_noun and any(c.lower in DEFINITE for c in parse.children(head, "det")):
        book.mention("event", head)


def _other_pointers(parse: Parse, ontology: Ontology, book: Book, taken: set[int]) -> None:
    """ "This incident", "the launch": nouns of happening that are no triggers."""
    deeds = load_nominals().events
    for token in parse.tokens:
        if not token.is_noun or token.i in taken:
            continue
        if token.lemma.lower() in deeds or ontology.nouns.kind_of(token.lemma.lower()) == "event":
            _point_back(parse, token.i, book)


def _draft(parse: Parse, members: Sequence[Coded], ontology: Ontology, wording: Wording, book: Book) -> EventDraft:
    members = without_repellers(parse, without_foes(parse, without_warders(parse, members)))
    members = with_hosts(parse, with_dispersed(parse, members))
    spared = _spared(parse, members, wording)
    kept = [m for m in members if m.found.head not in spared]
    deeds = [m for m in kept if m.found.trigger.event != EFFECT]
    primary = next((m for m in deeds if _takes_up(parse, m, deeds)), None) or max(_blows(parse, deeds), key=_telling)
    trigger = primary.found.trigger
    tokens = tuple(sorted({i for m in members for i in m.found.tokens}))
    roles = _roles(parse, [_unhurt(m) if m.found.head in spared else m for m in members], primary, (wording, book))
    tolls = _tolls(parse, kept, wording)
    status = _status(parse, kept, wording, tolls)
    if _are_feared(parse, kept):
        status = _status(parse, [m for m in kept if not _is_feared(parse, m)], wording, ())
        tolls = tuple(t for t in tolls if t.count.low is None)  # "as many as 40"
    if status in _UNDONE:  # "to kill the remaining fighters": nobody has been killed
        tolls = tuple(t for t in tolls if t.count.high == 0)
    span = _joined_span(parse, primary.found.tokens)
    type_, mode = trigger.event, _mode(trigger.mode, _weapon_mode(parse, members, ontology))
    if type_ == "ASSAULT" and is_search(parse, members):
        type_, mode = "COERCE", "seize"
    if type_ == "ASSAULT" and is_test_firing(parse, members):
        type_, mode, roles = "MOBILIZE", "weapons", tuple(r for r in roles if r.part in {"actor", "instrument"})
    if type_ == "AGREE" and status == "attempted" and is_failed_accord(parse, members):
        type_, mode, status = "REJECT", None, "happened"
    event = Event(
        id=event_id(span, type_),
        type=type_,
        mode=mode,
        contexts=_contexts(parse, primary, ontology),
        status=status,
        roles=roles,
        tolls=tolls,
        trigger=span,
        evidence=(_evidence(parse, members),),
        confidence=_WEAK if all(m.found.trigger.weak or _is_hearsay(parse, m.found) for m in members) else 0.9,
        made_by=MADE_BY,
    )
    beside = (m.found for m in kept if not set(m.found.tokens) & set(primary.found.tokens))
    words = tuple(sorted({_joined_span(parse, f.tokens) for f in beside}))
    return EventDraft(event=event, head=primary.found.head, tokens=tokens, words=words)


def _is_feared(parse: Parse, member: Coded) -> bool:
    effect = member.found.trigger.effect in _HARM and member.found.trigger.pos == "verb"
    return effect and is_only_feared(parse, parse.tokens[member.found.head])


def _are_feared(parse: Parse, members: Sequence[Coded]) -> bool:
    """ "As many as 40 may have been | killed | in the | blast |": a blast there was."""
    feared = [m for m in members if _is_feared(parse, m)]
    blows = [m for m in members if is_known_of(parse, parse.tokens[m.found.head])]
    return bool(feared) and bool(blows) and len(feared) + len(blows) == len(members)


def _spared(parse: Parse, members: Sequence[Coded], wording: Wording) -> frozenset[int]:
    """ "The premier was not | hurt | in the attack": heads of the words of harm that are denied beside a deed."""
    if all(_is_harm(m) or m.found.trigger.event == EFFECT for m in members):
        return frozenset()
    return frozenset(
        m.found.head
        for m in members
        if _is_harm(m)
        and any(p.part == "recipient" for p in m.parts)
        and all(t.count.high != 0 for t in tolls_of(parse, m.found, m.parts, wording.quantities))
        and status_of(parse, m.found.head, wording, m.found.carrier) == "negated"
    )


def _unhurt(member: Coded) -> Coded:
    """The same words without the harm: whoever was spared was still struck at."""
    replace = msgspec.structs.replace
    return replace(member, found=replace(member.found, trigger=replace(member.found.trigger, effect=None)))


def _is_harm(member: Coded) -> bool:
    trigger = member.found.trigger
    return trigger.effect == "wounded" and trigger.mode is None and trigger.pos == "verb"


def _blows(parse: Parse, deeds: Sequence[Coded]) -> Sequence[Coded]:
    """ "| Explosions | are reported after a drone strike": the strike, and not what was heard of it."""
    blows = [m for m in deeds if not is_heard(parse, m.found)]
    return blows if any(m.found.trigger.effect is None for m in blows) else deeds


def _telling(member: Coded) -> tuple[bool, bool, int]:
    """How much of a deed its words tell: the means, else at least a mode; the first of them before later ones."""
    mode = member.found.trigger.mode
    return mode not in VAGUE, mode not in {None, "destroy", "demo"}, -member.found.head


def _takes_up(parse: Parse, member: Coded, deeds: Sequence[Coded]) -> bool:
    """ "Four sailors were killed | in the attack.": a bare definite noun, which tells of the deed told before."""
    token = parse.tokens[member.found.head]
    if token.tag != "NN" or token.dep not in {"obl", "obl:agent"} or parse.sentence(token.i) == 0 or member.parts:
        return False
    definite = any(c.lower in DEFINITE for c in parse.children(token.i, "det"))
    bare = not parse.children(token.i, "nmod", "nmod:poss", "acl", "acl:relcl", "compound", "amod", "nummod")
    return definite and bare and all(m is member or _only_harms(parse, m) for m in deeds)


def _only_harms(parse: Parse, member: Coded) -> bool:
    trigger = member.found.trigger
    return parse.tokens[member.found.head].is_verb and trigger.mode in VAGUE and trigger.effect is not None


_HEARD = frozenset({"believe", "think", "suspect", "allege", "presume", "understand", "suppose", "rumour", "rumor"})
_HEARSAY = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly", "seemingly"})


def _is_hearsay(parse: Parse, found: Found) -> bool:
    """ "The men | are believed to have | shot": told, but not as known."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if any(c.lower in _HEARSAY for c in parse.children(verb.i, "advmod")):
        return True
    return verb.dep == "xcomp" and parse.tokens[verb.head].lemma.lower() in _HEARD


def _roles(parse: Parse, members: Sequence[Coded], primary: Coded, keeping: tuple[Wording, Book]) -> tuple[Role, ...]:
    wording, book = keeping
    heads: dict[int, Role] = {}
    for member in members:
        for part in without_seats(parse, member, primary):
            effect = member.found.trigger.effect
            if part.head not in heads:
                heads[part.head] = role_of(parse, part, book, wording, member.found)
            elif effect is not None and part.part in _SUFFERING and heads[part.head].part in _SUFFERING:
                known = heads[part.head].effect or effect_on(part, member.found)
                heads[part.head] = msgspec.structs.replace(heads[part.head], effect=known)
    for head in [h for h in heads if _is_repeated(parse, h, heads, members)]:
        del heads[head]
    if primary.found.trigger.event == "PROTEST":
        for head in harmed_there(members) & set(heads):
            del heads[head]
    if len(members) > 1 and primary.found.trigger.event == "ASSAULT":
        heads = {h: r for h, r in heads.items() if h not in own_fallen(parse, heads) | spots(parse, heads)}
    tokens = {i for m in members for i in m.found.tokens}
    if len(members) > 1 and members[0].found.trigger.event == "CONSULT":
        acting = [h for h, r in heads.items() if parse.tokens[h].tag.startswith("NNP") and r.part == "actor"]
        again = {h for h in heads if parse.tokens[h].lower in {"he", "she", "they"} and any(n < h for n in acting)}
        heads = {h: r for h, r in heads.items() if h not in again}  # "Ruiz visited Orli, where | he | met the king"
    order = {"actor": 0, "recipient": 1, "target": 2, "instrument": 3, "participant": 4}
    # "a | grenade | attack" tells both, and so does "was held in a | police | raid"
    own = {h for h, r in heads.items() if h in tokens and r.part not in {"instrument", "actor"}}
    own -= {h for h in own if heads[h].effect in _TAKEN_IN and parse.children(h, "nummod")}  # "took | 30 hostages |"
    kept = [(order[r.part], h, r) for h, r in heads.items() if h not in own and not _is_nobody(parse, h)]
    return tuple(r for _, _, r in sorted(kept, key=lambda k: k[:2]))


_JUDGED = frozenset({"SANCTION", "COERCE", "ACCUSE"})


def _is_repeated(parse: Parse, head: int, heads: dict[int, Role], members: Sequence[Coded]) -> bool:
    """ "Found Ana Ruiz guilty and sentenced | her": told before in the same breath."""
    token, role = parse.tokens[head], heads[head]
    if token.lower == "they" and len(members) > 1 and role.part == "actor":
        by = [h for h, r in heads.items() if r.part == "actor" and parse.tokens[h].dep == "obl:agent" and h < head]
        if by:
            return True  # "killed by gunmen after | they | stormed a mill"
    if token.lower in {"him", "her"} and len(members) > 1 and role.part == "recipient":
        told = [h for h, r in heads.items() if h < head and r.part == "recipient" and r.kind == "person"]
        if len(told) == 1 and parse.tokens[told[0]].tag in {"NN", "NNP"}:
            return True  # "a judge is killed after a man shoots | him"
    if token.lower == "them" and len(members) > 1 and role.part == "recipient":
        told = [h for h, r in heads.items() if h < head and r.part == "recipient" and r.kind == "person"]
        if told and all(parse.tokens[h].tag in {"NNS", "NNPS", "CD"} for h in told):
            return True  # "two bakers are hurt when a man attacks | them"
    if token.tag != "PRP" or len(members) == 1 or any(m.found.trigger.event not in _JUDGED for m in members):
        return False
    return any(h < head and r.part == role.part and not parse.tokens[h].tag.startswith("PRP") for h, r in heads.items())


def _tolls(parse: Parse, members: Sequence[Coded], wording: Wording) -> tuple[Toll, ...]:
    told = [tolls_of(parse, m.found, m.parts, wording.quantities) for m in members]
    found: list[Toll] = []
    for toll in without_parts(parse, told):
        if not any(t.effect == toll.effect and t.span.overlaps(toll.span) for t in found):
            found.append(toll)
    return tuple(found)


# "Tanks fired at the town": no rifle fire.
_FIRED = frozenset(
    {("aerial", "drone"), ("explosives", "aerial"), *(("firearms", by) for by in ("heavy-weapons", "aerial", "drone"))}
)


def _mode(told: str | None, means: str | None) -> str | None:
    """What the words tell wins over the means, but a drone in the air is a drone, and poison is no plain shell."""
    narrower = (told, means) in _FIRED or (told in _CARRIERS and means == "unconventional")
    narrower = narrower or (means == "suicide-attack" and told in _BLASTS)  # "a suicide bomber | rammed his van"
    return means if told is None or narrower or (told == "destroy" and means is not None) else told


def _weapon_mode(parse: Parse, members: Sequence[Coded], ontology: Ontology) -> str | None:
    """The means tells the mode where the verb does not: "a car bomb killed", "a suicide bomber struck"."""
    if all(m.found.trigger.event != _WEAPON_MODES_OF for m in members):
        return None
    told = (p for m in members for p in m.parts if p.part in {"instrument", "actor"})
    heads = [real_head(parse, p.head) for p in told]
    known = ((h, ontology.nouns.longest(parse.words_to(h, 3))) for h in heads)
    mode = next(((h, noun.mode) for h, noun in known if noun is not None and noun.mode is not None), None)
    if mode is not None and mode[1] == "suicide-attack":  # "an | abandoned | suicide belt went off"
        return "explosives" if any(c.lower in _ABANDONED for c in parse.children(mode[0], "amod")) else mode[1]
    return None if mode is None else mode[1]


_ABANDONED = frozenset({"abandoned", "discarded", "unexploded", "forgotten", "leftover", "dropped"})


def _status(parse: Parse, members: Sequence[Coded], wording: Wording, tolls: Sequence[Toll]) -> EventStatus:
    """The weakest claim that any of the joined words makes; a toll of nil does not undo the deed itself."""
    told: list[tuple[EventStatus, Coded]] = []
    if any(_is_nobody(parse, p.head) for m in members for p in m.parts if p.part == "actor"):
        return "negated"
    heads = {i for m in members for i in (m.found.carrier, m.found.head)}
    for member in members:
        trigger = member.found.trigger
        token = parse.tokens[member.found.head]
        verb = parse.tokens[member.found.carrier if member.found.carrier is not None else member.found.head]
        if verb.is_verb and verb.tag == "VB" and verb.dep in _PURPOSES and verb.head in heads - {token.i}:
            continue  # "burst shells | to disperse the crowd", "the battle | to retake the port": what it was for
        own = status_of(parse, member.found.head, wording, member.found.carrier)
        if own == "happened" and trigger.event == "AID" and token.tag == "VBZ" and token.dep in {"acl:relcl", "conj"}:
            own = "habitual" if _describes(parse, token) else own
        own = as_ruled(parse, as_dealing(parse, own, (trigger, verb), wording), (trigger, token, verb))
        if own == "habitual" and trigger.cameo == _TAKEN:
            own = "happened"  # "seizes villages": ground is taken once
        if own == "ongoing" and token.tag == "VBZ" and trigger.event == "COERCE" and trigger.mode in _DECREED:
            own = "happened"  # "searches the offices", "blocks access to"
        regular = is_regular(parse, verb) or as_most(parse, verb) or is_wont(parse, verb, wording)
        if own == "habitual" and _is_done_once(trigger) and not regular:
            own = "happened"  # "imposes restrictions": said in the present tense, done once
        if own == "attempted" and trigger.words[0] == "clash" and token.dep == "conj":
            own = "happened"  # "try to storm the palace and | clash with police": nobody only tries to clash
        unprevented = member.found.light is None or is_unprevented(parse, token)
        light = member.found.light.status if member.found.light is not None and not unprevented else None
        if light == "planned" and own == "happened" and was_made(parse, token, verb):
            light = None
        preset = trigger.status or light
        told.append((preset if preset is not None and own in _PLAIN else own, member))  # type: ignore[arg-type]
    statuses = [status for status, _ in told]
    nil = bool(tolls) and all(t.count.high == 0 for t in tolls)
    harmed = [m.found.trigger.effect for s, m in told if s == "happened" and m.found.trigger.effect in _HARM]
    if _is_arrest(told) or (harmed and _was_done_all_the_same(statuses, killed="killed" in harmed)):
        return "happened"
    if any(s in {"happened", "attempted"} for s, m in told if m.found.trigger.event != EFFECT):
        told = [(s, m) for s, m in told if not (s == "negated" and _is_nil(parse, m))]
        statuses = [s for s, _ in told]  # "attacked the embassy, | causing no damage": attacked it was
    if harmed and "happened" in statuses:
        statuses = [s for s in statuses if s != "habitual"]  # "killed when a man | attacks shoppers": done once
    plain = [s for s in statuses if s != "happened" and not (nil and s == "negated" and len(members) > 1)]
    return plain[0] if plain else "happened"


def _is_arrest(told: Sequence[tuple[EventStatus, Coded]]) -> bool:
    """ "Was arrested and | is being held |"."""
    return {s for s, _ in told} == {"happened", "ongoing"} and all(m.found.trigger.mode == "arrest" for _, m in told)


def _is_nil(parse: Parse, member: Coded) -> bool:
    """ "Causing no damage", "| hurting no one | else": nobody suffered that, whatever else was done."""
    if member.found.trigger.event == EFFECT:
        return True
    objects = parse.children(member.found.head, "obj") if member.found.trigger.effect in _HARM else ()
    return any(_is_nobody(parse, o.i) or o.lower in {"no-one", "noone"} for o in objects)


_PURPOSES = frozenset({"advcl", "xcomp", "acl"})
_HARM = frozenset({"killed", "wounded"})


def _was_done_all_the_same(statuses: Sequence[EventStatus], *, killed: bool) -> bool:
    """ "Killed in a suspected car bombing", "in ongoing clashes", "in an assassination attempt": killed they were."""
    others = {s for s in statuses if s != "happened"}
    return others in ({"hypothetical"}, {"ongoing"}) or (killed and others == {"attempted"})


def _is_done_once(trigger: Trigger) -> bool:
    return trigger.event in _DONE_ONCE or trigger.mode in {"release", "resign", "withdraw", "access"}


def _describes(parse: Parse, verb: Token) -> bool:
    """ "The office, which runs the camps and | provides food": what it is there for."""
    while verb.dep == "conj" and parse.tokens[verb.head].is_verb:
        verb = parse.tokens[verb.head]
    return verb.dep == "acl:relcl" and verb.tag == "VBZ"


# What is decided, signed or laid down is done once, however many are the things that it concerns.
_DECREED = frozenset({"seize", "censor", "restrict"})
_DONE_ONCE = frozenset(
    {"SANCTION", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "CONCEDE", "THREATEN", "COERCE", "MOBILIZE", "PROTEST"}
)


def _is_nobody(parse: Parse, head: int) -> bool:
    """ "No one who met him": nobody did."""
    token = parse.tokens[head]
    return token.lower in {"nobody", "none"} or (
        token.lower in {"one", "group", "party"} and any(d.lower == "no" for d in parse.children(head, "det"))
    )


def _contexts(parse: Parse, primary: Coded, ontology: Ontology) -> tuple[str, ...]:
    start, end = parse.sentences[parse.sentence(primary.found.head)]
    words = [t.lemma.lower() for t in parse.tokens[start:end]]
    whole = [w for i in range(start, end) for w in parse.words_to(i, 1) if "-" in w]  # "pro-democracy", "same-sex"
    evoked = {*ontology.contexts_of(words), *(c for w in whole for c in ontology.contexts_of((w,)))}
    told = (c for c in ontology.contexts if c in evoked)
    return tuple(dict.fromkeys((*primary.found.trigger.contexts, *told)))


def _joined_span(parse: Parse, tokens: Sequence[int]) -> Span:
    return parse.span(tokens[0], tokens[-1] + 1)


def _evidence(parse: Parse, members: Sequence[Coded]) -> Span:
    """From the first to the last word that the event rests on: triggers and participants, within one sentence."""
    start, end = parse.sentences[parse.sentence(members[0].found.head)]
    first = min(i for m in members for i in m.found.tokens)
    last = max(i for m in members for i in m.found.tokens) + 1
    for member in members:
        if not parse.tokens[member.found.head].is_verb:
            phrase = phrase_range(parse, member.found.head)
            first, last = min(first, phrase[0]), max(last, phrase[1])
        named = member.found.slots.get("object", ()) if member.found.trigger.object else ()
        for head in (*named, *(p.head for p in member.parts)):  # "| the meeting | was postponed", and those who met
            phrase = phrase_range(parse, head)
            if start <= phrase[0] and phrase[1] <= end:
                first, last = min(first, phrase[0]), max(last, phrase[1])
    return parse.span(first, last)
