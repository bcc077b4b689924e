"""Prepared documents to the windows that the network is trained on: numbers in place of words, tags and names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from spacy.tokens import Doc

from whosays.parsing.network.pieces import SETTINGS, Form, Integers, Pieces, arranged, windows

STOPS = frozenset({".", "!", "?"})
UNKNOWN = -100  # what nothing is learnt from
UPPER_SHARE, LOWER_SHARE, TITLE_SHARE, OPEN_SHARE = 0.14, 0.10, 0.05, 0.08


@dataclass(frozen=True)
class Inventory:
    """The tags, the labels of arcs, and the name labels (``B-`` and ``I-`` of each, behind ``O``), in a fixed order."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]

    def sizes(self) -> dict[str, int]:
        """How many there are of each."""
        return {"tags": len(self.tags), "labels": len(self.labels), "names": len(self.names)}

    def save(self, path: Path) -> None:
        """Write the inventory as JSON."""
        table = {"tags": self.tags, "labels": self.labels, "names": self.names}
        path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def load_inventory(path: Path) -> Inventory:
    """Read an inventory."""
    return Inventory(**{key: tuple(values) for key, values in json.loads(path.read_text(encoding="utf-8")).items()})


def inventory(syntax: Iterable[Doc], names: Iterable[Doc]) -> Inventory:
    """All that the training documents hold."""
    tags: set[str] = set()
    labels: set[str] = set()
    for doc in syntax:
        tags.update(token.tag_ for token in doc)
        labels.update("root" if token.head is token else token.dep_ for token in doc)
    kinds = sorted({name.label_ for doc in names for name in doc.ents})
    marks = [f"{prefix}-{kind}" for kind in kinds for prefix in "BI"]
    return Inventory(tuple(sorted(tags)), tuple(sorted(labels)), ("O", *marks))


@dataclass(frozen=True)
class Window:
    """One window: P pieces, W words.

    ``pieces``, ``settings`` (P); ``first`` (W): where each word's first piece stands; ``heads`` (W): the governor in
    the window, W for a root; ``tags``, ``labels``, ``names``, ``starts`` (W). UNKNOWN stands where nothing is known.
    """

    pieces: Integers
    settings: Integers
    first: Integers
    single: Integers  # whether the word is one letter
    tags: Integers
    heads: Integers
    labels: Integers
    starts: Integers
    names: Integers


class Maker:
    """Makes windows of documents."""

    def __init__(self, pieces: Pieces, kept: Inventory) -> None:
        self.pieces = pieces
        self._tags = {tag: i for i, tag in enumerate(kept.tags)}
        self._labels = {label: i for i, label in enumerate(kept.labels)}
        self._names = {name: i for i, name in enumerate(kept.names)}

    def windows(self, docs: Iterable[Doc]) -> Iterator[Window]:
        """The windows of documents, in order."""
        for doc in docs:
            words = [token.text for token in doc]
            forms = [self.pieces.of(word) for word in words]
            for bounds in windows([len(form.pieces) for form in forms], _starts(doc)):
                yield self._window(doc, forms, bounds)

    def _window(self, doc: Doc, forms: list[Form], bounds: tuple[int, int]) -> Window:
        start, end = bounds
        tokens = doc[start:end]
        blanks = [i == 0 or bool(doc[i - 1].whitespace_) for i in range(start, end)]
        pieces, set_as, first = arranged(forms[start:end], blanks, self.pieces.opening)
        parsed = doc.has_annotation("DEP")
        return Window(
            pieces=pieces,
            settings=set_as,
            first=first,
            single=np.array([len(t) == 1 for t in tokens], dtype=np.int32),
            tags=_numbers(self._tags[t.tag_] if parsed else UNKNOWN for t in tokens),
            heads=_numbers(_head(t.i, t.head.i, bounds) if parsed else UNKNOWN for t in tokens),
            labels=_numbers(self._labels["root" if t.head.i == t.i else t.dep_] if parsed else UNKNOWN for t in tokens),
            starts=_numbers(int(bool(t.is_sent_start)) if parsed else UNKNOWN for t in tokens),
            names=_numbers(UNKNOWN if parsed else self._name(t.ent_iob_, t.ent_type_) for t in tokens),
        )

    def _name(self, mark: str, label: str) -> int:
        if mark in {"B", "I"}:
            return self._names[f"{mark}-{label}"]
        return self._names["O"] if mark == "O" else UNKNOWN


def _starts(doc: Doc) -> list[bool]:
    """Where a sentence certainly starts: by the gold, or, where that is silent, behind a stop."""
    if doc.has_annotation("SENT_START"):
        return [bool(token.is_sent_start) for token in doc]
    return [True, *[token.text in STOPS for token in doc][:-1]]


def _numbers(values: Iterable[int]) -> Integers:
    return np.fromiter(values, dtype=np.int32)


def _head(i: int, head: int, bounds: tuple[int, int]) -> int:
    start, end = bounds
    if head == i:
        return end - start
    return head - start if start <= head < end else UNKNOWN


def _recased(kind: str) -> Integers:
    """For each setting and blank, the setting after the change."""
    after = {"lower": kind, "title": kind, "upper": kind, "mixed": kind, "initial": kind}
    if kind == "title":
        after = {"lower": kind}
    numbers = [SETTINGS.index(after.get(name, name)) for name in SETTINGS]
    return np.array([2 * number + blank for number in numbers for blank in (0, 1)], dtype=np.int32)


_CHANGES = {kind: _recased(kind) for kind in ("upper", "lower", "title")}
_INITIAL = 2 * SETTINGS.index("initial")


def varied(window: Window, random: Random, stop: int) -> Window:
    """The window or, for a share of calls, as it would be set in capitals, small letters, as a headline, without stop.

    Args:
        window: What to vary.
        random: Where chance comes from.
        stop: The number of the piece ".".
    """
    set_as, draw = window.settings, random.random()
    shares = (("upper", UPPER_SHARE), ("lower", LOWER_SHARE), ("title", TITLE_SHARE))
    for kind, share in shares:
        if draw < share:
            set_as = _CHANGES[kind][set_as]
            if kind == "upper":
                lone = window.first[(window.single == 1) & (set_as[window.first] // 2 == SETTINGS.index("upper"))]
                set_as[lone] = _INITIAL + set_as[lone] % 2
            break
        draw -= share
    changed = Window(**{**window.__dict__, "settings": set_as})
    last = len(window.first) - 1
    if random.random() < OPEN_SHARE and last > 1 and window.pieces[-1] == stop and not (window.heads == last).any():
        return _without_last(changed)
    return changed


def _without_last(window: Window) -> Window:
    count = len(window.first) - 1
    heads = np.where(window.heads == count + 1, count, window.heads)
    return Window(
        pieces=window.pieces[:-1],
        settings=window.settings[:-1],
        first=window.first[:-1],
        single=window.single[:-1],
        tags=window.tags[:-1],
        heads=heads[:-1],
        labels=window.labels[:-1],
        starts=window.starts[:-1],
        names=window.names[:-1],
    )


def batches(made: list[Window], pieces: int, random: Random) -> Iterator[list[Window]]:
    """Shuffled batches of windows of like length, of about ``pieces`` pieces with what is filled up."""
    order = sorted(made, key=lambda w: len(w.pieces) + random.random() * 12)
    found: list[list[Window]] = []
    batch: list[Window] = []
    for window in order:
        if batch and (len(batch) + 1) * len(window.pieces) > pieces:
            found.append(batch)
            batch = []
        batch.append(window)
    if batch:
        found.append(batch)
    random.shuffle(found)
    yield from found
