"""Who answers for a deed in the report's own words: "was responsible for the massacre", "was the work of the Front".

Whoever is said to answer for it did it; "the army's responsibility for the raid" is an accusation whose accuser is not
told. What a speaker says of it, a claim, a denial or blame, is read by the statements; the words are those of
``owning.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.statements.pointing import nearest
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.triggers import labels_of
from whosays.coding.words.understood import own_subject
from whosays.ontology import Ontology, owning
from whosays.parse import Parse, Token
from whosays.records import Role, RoleBasis, RoleKind

_REAL = frozenset({"happened", "ongoing", "attempted", "habitual"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none"})
_UNREAL = frozenset({"if", "whether", "unless"})
_FOR = frozenset({"for", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Verbs of which "responsibility" is the object: whose word it is, the statements say.
_HELD = frozenset({"believe", "suspect", "think", "allege", "presume", "assume", "fear"})
_SPOKEN = frozenset("claim deny accept assume take acknowledge admit reject disclaim disavow disown".split())


class _Answer(msgspec.Struct, frozen=True):
    """That somebody is said to answer for a deed: the head tokens of both, and how sure the words are."""

    doer: int
    deed: int
    basis: RoleBasis


def with_answerable(
    parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book
) -> tuple[EventDraft, ...]:
    """The events with those who are said to answer for them; the mentions are kept in ``book``."""
    found = list(drafts)
    for token in parse.tokens:
        answer = _answer(parse, token)
        if answer is None:
            continue
        at = _deed(parse, found, answer.deed)
        if at is not None:
            found[at] = _with_doers(parse, found[at], answer, ontology, book)
    return tuple(found)


def _answer(parse: Parse, token: Token) -> _Answer | None:
    """What the word at ``token`` says of a deed and its doer, None when it says nothing of the kind."""
    if token.lemma.lower() == "responsibility":
        return _responsibility(parse, token)
    if token.tag == "VBN" and token.lemma.lower() in _CARRYING:
        return _carried_out(parse, token)
    if not parse.children(token.i, "cop") or _is_unsure(parse, token):
        return None
    subject = own_subject(parse, token.i)
    if subject is None:
        return None
    above = parse.tokens[token.head]
    held = token.dep in {"ccomp", "xcomp"} and above.lemma.lower() in _HELD  # "suspect that | the Front was behind it"
    basis: RoleBasis = "suspected" if held else "fact"
    if token.lower == "responsible":
        return next((_Answer(subject, d, basis) for d in _for_what(parse, token)), None)
    if case_of(parse, token.i) == "behind":
        return _Answer(subject, token.i, basis)
    if token.lemma.lower() in owning.load().work:
        return next((_Answer(o, subject, "fact") for o in _owners(parse, token)), None)
    return None


_CARRYING = frozenset({"carry", "perpetrate", "commit", "mount"})


def _carried_out(parse: Parse, token: Token) -> _Answer | None:
    """ "A bomber killed nine cooks. | It | was carried out by the Front": the deed told just before."""
    deed = [c for c in parse.children(token.i, "nsubj:pass") if c.lower in {"it", "this"}]
    if not deed or _is_unsure(parse, token) or deed[0].i > token.i:
        return None
    doers = [c.i for c in parse.children(token.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
    return _Answer(doers[0], deed[0].i, "fact") if doers else None


def _responsibility(parse: Parse, token: Token) -> _Answer | None:
    """ "The army's responsibility for the raid", "the responsibility of the state in the killing"."""
    governor = parse.tokens[token.head]
    if token.dep in {"obj", "nsubj:pass"} and governor.lemma.lower() in _SPOKEN:
        return None
    if any(c.lower in _NEGATIVE for c in parse.children(token.i, "det")):
        return None
    owner = next(_owners(parse, token), None)
    deed = next(_for_what(parse, token), None)
    return _Answer(owner, deed, "accused") if owner is not None and deed is not None else None


def _owners(parse: Parse, token: Token) -> Iterator[int]:
    for child in parse.children(token.i, "nmod:poss", "nmod"):
        if child.dep == "nmod:poss" or case_of(parse, child.i) == "of":
            yield child.i


def _for_what(parse: Parse, token: Token) -> Iterator[int]:
    """The deeds that somebody answers "for": nouns, and what was done ("for | killing the mayor")."""
    around = (token.i, *(c.i for c in parse.children(token.i, "nmod:poss", "nmod")))
    for head in around:
        for child in parse.children(head, "obl", "nmod", "advcl", "acl"):
            marked = {c.lower for c in parse.children(child.i, "mark")} | {case_of(parse, child.i)}
            if marked & (_FOR if token.is_noun else {"for"}):
                yield child.i


def _is_unsure(parse: Parse, token: Token) -> bool:
    """Whether it is denied, only possible, or asked: "may be behind", "whether they were responsible"."""
    if any(c.lower in _NEGATIVE for c in parse.children(token.i, "advmod", "neg", "cc:preconj", "nsubj")):
        return True
    if any(c.tag == "MD" for c in parse.children(token.i, "aux")):
        return True
    last = parse.tokens[parse.sentences[parse.sentence(token.i)][1] - 1]
    return last.text == "?" or any(m.lower in _UNREAL for m in parse.children(token.i, "mark"))


def _deed(parse: Parse, drafts: Sequence[EventDraft], head: int) -> int | None:
    """The event that a deed's word tells of, or points back at where it is definite."""
    for at, draft in enumerate(drafts):
        if head in draft.tokens:
            return at if _is_assault(draft) else None
    token = parse.tokens[head]
    definite = any(c.lower in _DEFINITE for c in parse.children(head, "det"))
    pointing = token.lower in {"it", "this"} and token.tag in {"PRP", "DT"}
    if not pointing and (not definite or not owning.load().is_deed(token.lemma.lower())):
        return None
    meant = nearest(parse, token, drafts, forward=False)
    return next((i for i, d in enumerate(drafts) if d is meant and _is_assault(d)), None)


def _is_assault(draft: EventDraft) -> bool:
    return draft.event.type == "ASSAULT" and draft.event.status in _REAL


def _with_doers(parse: Parse, draft: EventDraft, answer: _Answer, ontology: Ontology, book: Book) -> EventDraft:
    labels = labels_of(parse)
    event = draft.event
    known = {r.mention for r in event.roles}
    added: list[Role] = []
    for head in conjuncts(parse, answer.doer):
        kind = kind_of(parse, head, ontology, labels)
        somebody = kind in {"person", "organisation"} or (kind == "place" and labels.get(head) == "place")
        token = parse.tokens[head]
        if not somebody or token.tag.startswith(("PRP", "WP", "WDT", "CD", "DT")) or head in draft.tokens:
            continue
        role_kind: RoleKind = "person" if kind == "person" else "organisation"
        mention = book.actor(head)
        if mention not in known:
            added.append(Role(mention=mention, part="actor", kind=role_kind, basis=answer.basis))
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*added, *event.roles)))
