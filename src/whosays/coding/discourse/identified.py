"""Who the victims were, told a sentence later: "The dead were identified as X and Y", "Those kidnapped are X, Y".

Also some of them: "The dead included two nurses", "Among those killed was a judge".
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.included import is_particular
from whosays.coding.events import EventDraft
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.triggers import labels_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token
from whosays.records import Role

_NAMING = frozenset({"identify", "name"})
_REACH = 6  # sentences: further back other victims have been told of
_OF_ALL = frozenset({"victim", "casualty"})
# What a word says of victims; None: what the deed did to them.
_SAID: dict[str, str | None] = {
    "dead": "killed", "killed": "killed", "murdered": "killed", "slain": "killed", "deceased": "killed",
    "assassinated": "killed", "wounded": "wounded", "injured": "wounded", "hurt": "wounded", "kidnapped": "captured",
    "abducted": "captured", "hostage": "captured", "hostages": "captured", "body": "killed", "bodies": "killed",
}  # fmt: skip
_HARMED = frozenset({"killed", "wounded", "captured"})


class _Naming(msgspec.Struct, frozen=True):
    """Words that name victims: the heads of the names, the sentence, and what is said of those named."""

    heads: tuple[int, ...]
    sentence: int
    effect: str | None
    reach: int
    some: bool = False  # of several: "among those killed"


def with_names(parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book) -> tuple[EventDraft, ...]:
    """The events with the victims that later sentences name; the mentions are kept in ``book``."""
    found = list(drafts)
    for token in parse.tokens:
        naming = _naming(parse, token, ontology)
        if naming is None:
            continue
        at = _deed(parse, found, naming, book)
        if at is not None:
            found[at] = _named(found[at], naming, book)
    return tuple(found)


def _naming(parse: Parse, token: Token, ontology: Ontology) -> _Naming | None:
    """The victims that the predicate ``token`` names, None where it names none."""
    subjects = parse.children(token.i, "nsubj", "nsubj:pass")
    some = _some_of(parse, token, ontology)
    if some is not None or not subjects:
        return some
    if token.lemma.lower() in _NAMING and token.tag == "VBN":
        said_as = [c for c in parse.children(token.i, "obl") if case_of(parse, c.i) == "as"]
        heads = conjuncts(parse, said_as[0].i) if said_as else ()
    elif parse.children(token.i, "cop") and token.is_noun:
        heads = conjuncts(parse, token.i)
    else:
        return None
    labels = labels_of(parse)
    heads = tuple(h for h in heads if parse.tokens[h].is_noun and _is_named(parse, h, labels.get(h)))
    told = _told_of(parse, subjects[0])
    if not heads or told is None:
        return None
    effect, reach = told
    kinds = {ontology.nouns.kind_of(parse.tokens[h].lemma.lower()) for h in heads}
    return None if kinds & {"thing", "event"} else _Naming(heads, parse.sentence(token.i), effect, reach)


def _some_of(parse: Parse, token: Token, ontology: Ontology) -> _Naming | None:
    """ "The dead | included | two nurses", "Among those killed was | a judge |": counted already with the others."""
    if token.lemma.lower() == "include" and token.is_verb:
        whole, first = [*parse.children(token.i, "nsubj")], [*parse.children(token.i, "obj")]
    elif token.is_noun and parse.children(token.i, "cop"):
        whole = [c for c in parse.children(token.i, "obl", "nmod") if c.i < token.i and case_of(parse, c.i) == "among"]
        first = [token]
    else:
        return None
    told = _told_of(parse, whole[0]) if len(whole) == 1 and len(first) == 1 else None
    if told is None:
        return None
    labels = labels_of(parse)
    people = [h for h in conjuncts(parse, first[0].i) if parse.tokens[h].is_noun]
    people = [h for h in people if kind_of(parse, h, ontology, labels) == "person" and is_particular(parse, h)]
    return _Naming(tuple(people), parse.sentence(token.i), *told, some=True) if people else None


def _is_named(parse: Parse, head: int, label: str | None) -> bool:
    """A person's name, alone or behind a noun: "X", "citizen X"."""
    names = parse.children(head, "flat", "appos", "nmod:desc")
    return label == "person" or any(labels_of(parse).get(c.i) == "person" for c in names)


def _told_of(parse: Parse, subject: Token) -> tuple[str | None, int] | None:
    """What a subject says of those it stands for, and how far back they may stand; None where it is no victims."""
    if subject.lower in {"they", "he", "she"}:
        return (None, 1) if subject.lower == "they" else None
    inner = [c for c in parse.children(subject.i, "nmod") if case_of(parse, c.i) in {"of", "among"}]
    clauses = parse.children(subject.i, "amod", "acl", "acl:relcl")
    for word in (subject, *inner, *clauses):
        if word.lower in _SAID and not parse.children(word.i, "obj"):  # "those who | killed nine men | were farmers"
            return _SAID[word.lower], _REACH
    return (None, _REACH) if subject.lemma.lower() in _OF_ALL else None


def _deed(parse: Parse, drafts: Sequence[EventDraft], naming: _Naming, book: Book) -> int | None:
    """The nearest attack told before that did such harm."""
    best: tuple[int, int] | None = None
    for at, draft in enumerate(drafts):
        event = draft.event
        away = naming.sentence - parse.sentence(draft.head)
        if event.type != "ASSAULT" or event.status != "happened" or not 0 <= away <= naming.reach:
            continue
        effects = {r.effect for r in event.roles} & _HARMED
        fits = naming.effect in effects if naming.effect else bool(effects)
        if naming.some and _is_of_one(parse, draft, naming.effect, book):
            continue
        if fits and (best is None or away <= best[0]):
            best = (away, at)
    return best[1] if best is not None else None


def _is_of_one(parse: Parse, draft: EventDraft, effect: str | None, book: Book) -> bool:
    """ "Killed nine clerks. The gunman was killed by guards. | Among those killed | was Ana Ruiz": not with him."""
    event = draft.event
    harmed = [r for r in event.roles if r.part == "recipient" and (r.effect == effect or effect is None)]
    several = any((t.count.low or 0) > 1 or t.count.high != 1 for t in event.tolls if effect in {None, t.effect})
    several = several or any(r.number is not None and (r.number.low or 0) > 1 for r in harmed)
    if len(harmed) != 1 or several or harmed[0].mention is None:
        return False
    head = parse.tokens[book.head(harmed[0].mention)]
    return head.tag in {"NN", "NNP", "PRP"} and head.lower not in {"them", "number", "group", "family"}


def _named(draft: EventDraft, naming: _Naming, book: Book) -> EventDraft:
    event = draft.event
    effects = [r.effect for r in event.roles if r.effect in _HARMED]
    effect = naming.effect or (effects[0] if len(set(effects)) == 1 else None)
    known = {r.mention for r in event.roles}
    named = [book.actor(h) for h in naming.heads]
    added = tuple(Role(mention=m, part="recipient", kind="person", effect=effect) for m in named if m not in known)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *added)))
