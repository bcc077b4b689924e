"""The news that people read the record of, public-domain or open: GMB, re3d, GUM, MUC-4's development reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import whosays
from evaluation.sets.muc4 import split
from training import corpora
from training.corpora import Text

SENTENCES = 7  # of GMB in a text: about one report


def texts(folder: Path, paths: Mapping[str, str]) -> Iterator[str]:
    """The news, from the corpora of these keys: GMB, re3d, GUM (its news), MUC-4 (development)."""
    yield from gmb(folder / paths["gmb"])
    yield from (document.text for document in corpora.re3d(folder / paths["re3d"]))
    yield from corpora.gum_news(folder / paths["gum"])
    for path in sorted((folder / paths["muc4"]).glob("dev-*")):
        for message in split(path):
            try:
                yield whosays.read_text(message.text).text
            except whosays.UnreadableError:
                continue


def gmb(path: Path) -> Iterator[str]:
    """The news of GMB's table, seven sentences at a time, as English is set."""
    waiting: list[str] = []
    for sentence in corpora.gmb(path):
        waiting.append(_plain(sentence))
        if len(waiting) == SENTENCES:
            yield " ".join(waiting)
            waiting = []


def _plain(sentence: Text) -> str:
    return "".join(w + " " * blank for w, blank in zip(sentence.words, sentence.spaces, strict=True)).strip()
