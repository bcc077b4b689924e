"""Deeds told on from the sentence before: further strikes, the missiles, the other victim, the same ground."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.coding.words.relatives import SUBJECTS
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token
from whosays.records import Event

FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
THE = frozenset({"the", "these", "those"})
_WARDING = frozenset("intercept shoot down repel repulse foil thwart destroy fend fight".split())
_FURTHER = frozenset({"further", "more", "additional", "fresh", "new", "also", "repeated", "subsequent"})


def again(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "Orland launched drone attacks on Kest. Further drone attacks hit a mill": the same kind, told on."""
    token, sentence = parse.tokens[draft.head], parse.sentence(draft.head)
    dated = any(c.text.isdigit() and len(c.text) == 4 for c in parse.children(token.i))  # "the | 1984 | killing"
    definite = any(c.lower in THE for c in parse.children(token.i, "det")) and not token.is_verb and not dated
    by_itself = any(r.part == "instrument" for r in draft.event.roles)  # "drones also hit a depot"
    afar = draft.event.mode in FROM_AFAR and (not token.is_verb or is_passive(parse, token.i) or by_itself)
    carrier = parse.tokens[token.head] if not token.is_verb and token.dep in SUBJECTS else token
    more = {c.lower for c in (*parse.children(token.i), *parse.children(carrier.i, "advmod"))}
    further = bool(more & _FURTHER) and not token.is_verb
    plain = draft.event.status == "happened" and draft.event.type == "ASSAULT" and (afar or definite or further)
    if not plain or any(r.part == "actor" for r in draft.event.roles):
        return ()
    if more & {"another", "separate"} or (not more & _FURTHER and _came_before(parse, token)):
        return ()
    definite = definite or (by_itself and _means_told(parse, token))
    if not (definite or more & _FURTHER or _same_ground(parse, draft, drafts, book)):
        return ()  # "two waves of air strikes on Kest": by whomever
    before = [d for d in drafts if sentence - 1 <= parse.sentence(d.head) <= sentence and d.head < draft.head]
    acting = [d for d in before if any(r.part == "actor" for r in d.event.roles)]
    if definite and not token.is_verb:
        named = _of_that_name(parse, draft, drafts)
        acting, before = (named, named) if named else (acting, before)
    plainly = further or (by_itself and _means_told(parse, token))
    same = [
        d
        for d in acting
        if d.event.status == "happened"
        and (_of_one_kind(d.event, draft.event) or further or (plainly and d.event.mode is None))
    ]
    same = [d for d in same if d.event.type == "ASSAULT"]
    if len(acting) != 1 or len(same) != 1 or len(before) != 1:
        return ()
    if parse.tokens[before[0].head].lemma.lower() in _WARDING or (token.is_verb and token.dep in {"acl", "acl:relcl"}):
        return ()  # "shot down the drones | launched at it"
    return tuple(book.head(r.mention) for r in same[0].event.roles if r.part == "actor" and r.mention is not None)


_LED_TO = frozenset({"after", "following", "over", "since", "before", "despite"})
_ANSWERS = frozenset({"response", "retaliation", "revenge", "reprisal", "reply", "reaction", "answer"})


def _came_before(parse: Parse, noun: Token) -> bool:
    """ "Fired rockets | after the killing | of Omar Badr", "in response | to the killing |": what others had done."""
    cases = {c.lower for c in parse.children(noun.i, "case")}
    return not noun.is_verb and bool(cases & _LED_TO or parse.tokens[noun.head].lemma.lower() in _ANSWERS)


_STRUCK = {"strike": "strike", "airstrike": "strike", "raid": "raid", "bombing": "bomb", "shelling": "shell"}
_FAR = 3  # sentences back


def _of_that_name(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """ "Jets | struck | a mill. The Front claimed the attack before. The | strikes | killed six": what was struck.

    Only where one deed alone was told by that word, by somebody, and the nearest was told by another word.
    """
    noun, here = parse.tokens[draft.head].lemma.lower(), parse.sentence(draft.head)
    near = [d for d in drafts if d.head < draft.head and here - parse.sentence(d.head) <= _FAR]
    near = [d for d in near if d.event.type == "ASSAULT"]
    words = {noun, _STRUCK.get(noun, noun)}
    told = [d for d in near if parse.tokens[d.head].lemma.lower() in words]
    if noun not in _STRUCK or len(told) != 1 or told[0] is max(near, key=lambda d: d.head):
        return []
    return told if any(r.part == "actor" for r in told[0].event.roles) else []


def _means_told(parse: Parse, verb: Token) -> bool:
    """ "Orland's jets struck Kest. | The missiles | struck a barracks": the arms of the deed told before."""
    subjects = parse.children(verb.i, *SUBJECTS)
    return any(c.lower in THE for s in subjects for c in parse.children(s.i, "det"))


def _same_ground(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> bool:
    """ "Orland fired at Kest and Orli. In Orli, drones hit a mill": at a place that was just told to be struck."""
    near = [d for d in drafts if parse.sentence(d.head) == parse.sentence(draft.head) - 1]
    struck = {parse.tokens[h].text for d in near for h in _heads_of(d, book, {"target", "recipient"})}
    start = parse.sentences[parse.sentence(draft.head)][0]
    opening = [n for n in parse.names if start < n.start <= start + 2 and n.label == "place" and n.end < draft.head]
    if any(parse.text(n.start, n.end) in struck and parse.tokens[start].lower in {"in", "at"} for n in opening):
        return True
    onto = [c for h in _heads_of(draft, book, {"target", "recipient"}) for c in parse.children(h, "amod", "nmod:poss")]
    return any(c.text.startswith(name[:-1]) for c in onto for name in struck if len(name) > 3 and c.text[:1].isupper())


def _heads_of(draft: EventDraft, book: Book, parts: set[str]) -> tuple[int, ...]:
    return tuple(book.head(r.mention) for r in draft.event.roles if r.part in parts and r.mention is not None)


def of_the_victims(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "Settlers killed two men. One of the victims was beaten, | the other victim | was shot": by them, too."""
    event = draft.event
    if event.type != "ASSAULT" or event.status != "happened" or any(r.part == "actor" for r in event.roles):
        return ()
    told = [parse.tokens[h] for h in _heads_of(draft, book, {"recipient"})]
    words = {t.lemma.lower() for t in told} | {c.lemma.lower() for t in told for c in parse.children(t.i, "nmod")}
    other = any(t.lower == "other" and any(c.lower == "the" for c in parse.children(t.i, "det")) for t in told)
    if not is_passive(parse, draft.head) or not (words & {"victim"} or other):
        return ()
    here = parse.sentence(draft.head)
    before = [d for d in drafts if d.head < draft.head and here - 1 <= parse.sentence(d.head) and d is not draft]
    acting = [d for d in before if d.event.type == "ASSAULT" and actors_of(d, book)]
    if any(c.lower == "had" for c in parse.children(draft.head, "aux")):
        acting = [d for d in acting if _heads_of(d, book, {"recipient"})]  # "jets struck a camp. The victims | had |"
    return actors_of(acting[0], book) if len(acting) == 1 and acting[0].event.status == "happened" else ()


def _of_one_kind(one: Event, other: Event) -> bool:
    afar = one.mode in FROM_AFAR and other.mode in FROM_AFAR
    return one.type == other.type and (afar or one.mode == other.mode or other.mode is None)


def actors_of(draft: EventDraft, book: Book) -> tuple[int, ...]:
    """The heads of those who do a deed."""
    return tuple(book.head(r.mention) for r in draft.event.roles if r.part == "actor" and r.mention is not None)
