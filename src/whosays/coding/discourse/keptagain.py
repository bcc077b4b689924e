"""Who holds or frees those of whom a sentence only tells it: whoever held, freed or raided in the sentence before.

"Peru has freed nine cooks. More than forty were arrested in May": by Peru. Only where one party that keeps order
acts in that sentence, and the outcome names no state, doer or exchange of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.toldon import actors_of
from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import Parse, Token
from whosays.records import Role

_KEEPING = frozenset({"arrest", "seize", "censor", "restrict", "crowd-control", "release"})
_KEEPERS = frozenset({"COP", "MIL", "GOV"})
_BODIES = frozenset({"authority", "authorities", "government", "army", "military", "police", "junta", "force", "troop"})
_SAID = frozenset({"say", "report", "add", "confirm", "state", "announce", "tell"})
_APART = frozenset("separately elsewhere meanwhile exchange return swap abroad neighbouring another".split())
_CAPTIVES = frozenset({"hostage", "captive", "soldier", "policeman", "officer", "police", "troop", "guard", "ransom"})


def with_keepers(parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book) -> tuple[EventDraft, ...]:
    """The events with those who hold and free in the sentence before; the mentions are kept in ``book``."""
    found = list(drafts)
    for at, draft in enumerate(found):
        if _only_tells_it(parse, draft):
            doers = _keepers(parse, draft, found, ontology, book)
            roles = tuple(Role(mention=book.actor(h), part="actor", kind="organisation") for h in doers)
            event = msgspec.structs.replace(draft.event, roles=(*roles, *draft.event.roles))
            found[at] = msgspec.structs.replace(draft, event=event) if doers else draft
    return tuple(found)


def _only_tells_it(parse: Parse, draft: EventDraft) -> bool:
    """ "Forty were arrested", "sources say | that nobody was released |": the sentence is about it, by whomever."""
    event, verb = draft.event, parse.tokens[draft.head]
    if (event.type, event.mode) not in {("COERCE", "arrest"), ("RETREAT", "release")}:
        return False
    if any(r.part == "actor" for r in event.roles) or not verb.is_verb or not is_passive(parse, verb.i):
        return False
    said = verb.dep == "ccomp" and parse.tokens[verb.head].lemma.lower() in _SAID
    if not (said or verb.dep == "root") or parse.sentence(verb.i) == 0:
        return False
    around = {t.lemma.lower() for t in parse.around(verb.i)}
    return not around & (_APART | _CAPTIVES) and not _names_state(parse, verb.i)


def _names_state(parse: Parse, head: int) -> bool:
    first, last = parse.sentences[parse.sentence(head)]
    return any(n.kind == "state" and first <= n.start < last for n in parse.names)


def _keepers(
    parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], ontology: Ontology, book: Book
) -> tuple[int, ...]:
    before = parse.sentence(draft.head) - 1
    acting = [d for d in drafts if parse.sentence(d.head) == before and actors_of(d, book)]
    same = [d for d in acting if d.event.mode == draft.event.mode]  # "is freeing those whom | the bureau had held |"
    acting = same if len(same) == 1 else acting
    doers = {actors_of(d, book) for d in acting}
    keeping = [d for d in acting if d.event.mode in _KEEPING and d.event.status in {"happened", "ongoing"}]
    if len(doers) != 1 or not keeping:
        return ()
    heads = actors_of(keeping[-1], book)
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    told = _speaker(parse, heads[0]) if parse.tokens[heads[0]].lower == "it" else heads[0]
    freed = draft.event.mode == "release" and keeping[-1].event.mode != "release"  # "police held her": a court, maybe
    one = len(heads) == 1 and (told in states or (not freed and _keeps_order(parse.tokens[told], ontology)))
    return (told,) if one and not _may_be_they(parse, draft, told in states) else ()


def _speaker(parse: Parse, pronoun: int) -> int:
    """ "| The army | said it seized a mill": who says so of itself; else the pronoun."""
    verb = parse.tokens[parse.tokens[pronoun].head]
    said = verb.dep == "ccomp" and parse.tokens[verb.head].lemma.lower() in _SAID
    speakers = parse.children(verb.head, "nsubj") if said else ()
    return speakers[0].i if len(speakers) == 1 else pronoun


def _keeps_order(token: Token, ontology: Ontology) -> bool:
    lemma = token.lemma.lower()
    return lemma in _BODIES or ontology.nouns.sector_of(lemma) in _KEEPERS


def _may_be_they(parse: Parse, draft: EventDraft, state: bool) -> bool:
    """ "Soldiers seized a mill. | They | were arrested": maybe the soldiers."""
    subjects = parse.children(draft.head, "nsubj:pass")
    return not state and any(s.tag.startswith("PRP") for s in subjects)
