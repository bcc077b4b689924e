"""Names swapped for others of their kind in training texts, so that what surrounds a name teaches, not the name alone.

How a text is set (capitals, small letters, headlines) is varied in ``material``, where it costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from spacy.tokens import Doc, Span

SWAP_SHARE = 0.25  # of the documents with names; in these, half of the names
SWAPPED = ("person", "organisation", "organisation:armed-group", "place", "place:city", "place:state")

Pool = dict[str, list[str]]  # label to distinct names


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
