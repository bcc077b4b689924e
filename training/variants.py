"""Variants of training texts: the letters as a wire service, a headline or a word processor would set them.

A variant keeps the words' number, so that every annotation of the text stays valid.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from spacy.tokens import Doc, Span

UPPER_SHARE = 0.10
LOWER_SHARE = 0.04
CURLY_SHARE = 0.40
OPEN_SHARE = 0.06
SWAP_SHARE = 0.25  # of the documents with names; in these, half of the names
SWAPPED = ("person", "organisation", "place")

Pool = dict[str, list[str]]  # label to distinct names


def vary(doc: Doc, random: Random) -> Doc:
    """Return ``doc`` or, for a share of calls, a variant of it: other case, curly marks, no last stop."""
    words = [token.text for token in doc]
    draw = random.random()
    if draw < UPPER_SHARE:
        words = [_same_length(word, word.upper()) for word in words]
    elif draw < UPPER_SHARE + LOWER_SHARE:
        words = [_same_length(word, word.lower()) for word in words]
    if random.random() < CURLY_SHARE:
        words = curly(words)
    end = len(words)
    if random.random() < OPEN_SHARE and end > 2 and words[-1] == "." and not _governs(doc, end - 1):
        end -= 1
    if end == len(doc) and words == [token.text for token in doc]:
        return doc
    return rebuild(doc, words[:end])


def pool(docs: Iterable[Doc]) -> Pool:
    """The distinct names of the labels that may be swapped, in a fixed order."""
    found: dict[str, set[str]] = {label: set() for label in SWAPPED}
    for doc in docs:
        for name in doc.ents:
            if name.label_ in found and name.text[:1].isupper():
                found[name.label_].add(name.text)
    return {label: sorted(names) for label, names in found.items()}


def swap(doc: Doc, names: Pool, random: Random) -> Doc:
    """Return ``doc`` or, for a share of calls, a copy in which some names gave way to others of their kind.

    So the model learns what surrounds a name, and not only the names of its corpora. Only for documents that carry
    names and nothing else.
    """
    if not doc.ents or random.random() >= SWAP_SHARE:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    entities: list[tuple[int, int, str]] = []
    unknown: list[int] = []
    position = 0
    for name in [*doc.ents, None]:
        for token in doc[position : name.start if name else len(doc)]:
            if token.ent_iob == 0:
                unknown.append(len(words))
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        if name is None:
            break
        chosen = name.text
        if names.get(name.label_) and random.random() < 0.5:
            chosen = random.choice(names[name.label_])
        start = len(words)
        words.extend(chosen.split())
        spaces.extend([True] * (len(words) - start - 1) + [bool(name[-1].whitespace_)])
        entities.append((start, len(words), name.label_))
        position = name.end
    copy = Doc(doc.vocab, words=words, spaces=spaces)
    spans = [Span(copy, start, end, label=label) for start, end, label in entities]
    copy.set_ents(spans, missing=[copy[i : i + 1] for i in unknown], default="outside")
    return copy


def curly(words: list[str]) -> list[str]:
    """The words with straight marks set as curly ones, opening and closing by turns, and dashes as dashes."""
    inside = False
    result = []
    for word in words:
        if word in {'"', "``", "''"}:
            inside = word == "``" or (word == '"' and not inside)
            result.append("“" if inside else "”")
        elif word == "--":
            result.append("—")
        else:
            result.append(word.replace("'", "’") if len(word) > 1 else word)
    return result


def rebuild(doc: Doc, words: list[str]) -> Doc:
    """A copy of the first ``len(words)`` tokens of ``doc`` with other word forms and the same annotation."""
    kept = list(doc)[: len(words)]
    syntax = doc.has_annotation("DEP")
    copy = Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in kept],
        tags=[token.tag_ for token in kept] if doc.has_annotation("TAG") else None,
        heads=[token.head.i for token in kept] if syntax else None,
        deps=[token.dep_ for token in kept] if syntax else None,
        sent_starts=[bool(token.is_sent_start) for token in kept] if syntax else None,
    )
    if doc.has_annotation("ENT_IOB"):
        entities = [Span(copy, e.start, e.end, label=e.label_) for e in doc.ents if e.end <= len(words)]
        missing = [copy[t.i : t.i + 1] for t in kept if t.ent_iob == 0]
        copy.set_ents(entities, missing=missing, default="outside")
    return copy


def _same_length(word: str, changed: str) -> str:
    return changed if len(changed) == len(word) else word


def _governs(doc: Doc, position: int) -> bool:
    return any(t.head.i == position and t.i != position for t in doc) or any(e.end > position for e in doc.ents)
