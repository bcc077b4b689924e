"""Copies are not corroboration: reports of nearly the same words have one origin."""

from __future__ import annotations

import hashlib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from whosays.gazetteer import Gazetteer
from whosays.merging.facts import family_of, moment
from whosays.merging.pages import Page

_SHINGLE = 5  # words
_COPY = 0.5  # the share of the shorter text's shingles that the other holds
_KEPT = 64  # the smallest hashes of a text's shingles: enough to find every copy, cheap to keep
_SHARED = 6  # of those: a copy shares a third and more, a common footer or a quoted sentence a few
_WORD = re.compile(r"[^\W_]+")


def origins(pages: Sequence[Page], gazetteer: Gazetteer) -> dict[str, str]:
    """Report id -> origin. Copies share the origin of the earliest among them."""
    shingles = {p.record.report.id: _shingles(p.record.report.text[p.record.report.body :]) for p in pages}
    holders: dict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for page in sorted(pages, key=_when):
        identifier = page.record.report.id
        sketch = heapq.nsmallest(_KEPT, shingles[identifier])
        shared = Counter(other for value in sketch for other in holders[value])
        near = sorted(o for o, number in shared.items() if number >= min(_SHARED, len(sketch)))
        copied = next((o for o in near if _is_copy(shingles[identifier], shingles[o])), None)
        found[identifier] = found[copied] if copied is not None else family_of(page, gazetteer)
        for value in sketch:
            holders[value].append(identifier)
    return found


def _when(page: Page) -> tuple[str, str]:
    return (moment(page.record.report.published) or "9999", page.record.report.id)


def _shingles(text: str) -> frozenset[int]:
    words = [w.lower() for w in _WORD.findall(text)]
    return frozenset(_hash(" ".join(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))


def _hash(words: str) -> int:
    """The same on every machine and run, which Python's own hash is not."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big")


def _is_copy(one: frozenset[int], two: frozenset[int]) -> bool:
    shorter = min(len(one), len(two))
    return shorter > 0 and len(one & two) >= _COPY * shorter
