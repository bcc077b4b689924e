"""spaCy's way of cutting English into words, done from the same rules but without spaCy.

The rules lie in the model's own file ``tokenizer``, as spaCy wrote them. To import spaCy for nothing but this costs
more than a second and near a hundred megabytes; ``tests/parsing/test_cutting.py`` holds the two against each other.
What a run of letters is cut into is remembered, so most of a text is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from whosays.errors import KnowledgeError

_ORTH = 65  # spaCy's number for how a part of a special case is spelt
_REMEMBERED = 50_000  # forms, so that no long run grows without bound
_CHUNK = re.compile(r"\S+")
_NEVER = re.compile(r"(?!)")


class Word(NamedTuple):
    """A word and where it stands in the text that was cut."""

    text: str
    start: int
    end: int


class Rules(msgspec.Struct, frozen=True):
    """What spaCy keeps of a tokenizer: patterns, and how special forms are cut (a dict for each part).

    Where ``faster_heuristics`` holds, special forms without affixes are looked for as a whole chunk only.
    """

    prefix_search: str | None = None
    suffix_search: str | None = None
    infix_finditer: str | None = None
    token_match: str | None = None
    url_match: str | None = None
    exceptions: dict[str, list[dict[int, str]]] = {}
    faster_heuristics: bool = True


class _Span(NamedTuple):
    """Neighbouring words that look like the parts of a special form."""

    start: int
    end: int


class Cutter:
    """Cuts texts into words; blanks are none."""

    def __init__(self, rules: Rules) -> None:
        self._prefix, self._suffix = _pattern(rules.prefix_search), _pattern(rules.suffix_search)
        self._infix = _pattern(rules.infix_finditer)
        self._token, self._url = _pattern(rules.token_match), _pattern(rules.url_match)
        self._special = {form: tuple(part[_ORTH] for part in parts) for form, parts in rules.exceptions.items()}
        self._known: dict[str, tuple[str, ...]] = {}
        self._split: dict[str, list[tuple[str, ...]]] = {}  # special forms as they are cut by affixes, by first word
        for form in self._special:
            if not form.isspace() and (not rules.faster_heuristics or self._has_affix(form)):
                parts = tuple(self._affixes(form, {}))
                self._split.setdefault(parts[0], []).append(parts)

    def __call__(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of a stretch of a text, in order."""
        found: list[Word] = []
        for chunk in _CHUNK.finditer(text, start, len(text) if end is None else end):
            at = chunk.start()
            for word in self._words(chunk.group()):
                found.append(Word(word, at, at + len(word)))
                at += len(word)
        spans = [
            span for i, word in enumerate(found) if word.text in self._split for span in self._spans(found, i, text)
        ]
        return self._recut(found, spans, text) if spans else found

    def _words(self, chunk: str) -> tuple[str, ...]:
        """The words of a run of characters without blanks."""
        known = self._known.get(chunk)
        if known is None:
            known = self._special.get(chunk) or tuple(self._affixes(chunk, self._special))
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[chunk] = known
        return known

    def _has_affix(self, form: str) -> bool:
        at_ends = _length(self._prefix, form) or _length(self._suffix, form)
        return bool(at_ends or self._infix.search(form) or " " in form)

    def _affixes(self, chunk: str, special: dict[str, tuple[str, ...]]) -> Iterator[str]:
        """Take marks off both ends of a chunk until nothing comes off, or a special form is left."""
        before: list[str] = []
        behind: list[str] = []
        size = 0
        while chunk and len(chunk) != size and chunk not in special and not self._token.match(chunk):
            size = len(chunk)
            first = _length(self._prefix, chunk)
            if first and chunk[first:] in special:
                before.append(chunk[:first])
                chunk = chunk[first:]
                break
            last = _length(self._suffix, chunk[first:])
            if last and chunk[:-last] in special:
                behind.append(chunk[-last:])
                chunk = chunk[:-last]
                break
            if first and last and first + last > size:
                last = 0
            if first:
                before.append(chunk[:first])
            if last:
                behind.append(chunk[size - last :])
            chunk = chunk[first : size - last]
        yield from before
        if chunk:
            yield from special.get(chunk) or self._infixes(chunk)
        yield from reversed(behind)

    def _infixes(self, chunk: str) -> Iterator[str]:
        """Cut a chunk without affixes at the marks inside it, unless it is an address."""
        if self._token.match(chunk) or self._url.match(chunk):
            yield chunk
            return
        start = 0
        for match in self._infix.finditer(chunk):
            if match.start() == 0:
                continue
            if match.start() != start:
                yield chunk[start : match.start()]
            if match.group():
                yield match.group()
            start = match.end()
        if start < len(chunk):
            yield chunk[start:]

    def _spans(self, words: Sequence[Word], i: int, text: str) -> Iterator[_Span]:
        """Where the words from the ``i``-th on are those of a special form, over single blanks, too."""
        for parts in self._split[words[i].text]:
            run = words[i : i + len(parts)]
            near = all(text[one.end : two.start] in {"", " "} for one, two in pairwise(run))
            if near and tuple(word.text for word in run) == parts:
                yield _Span(i, i + len(parts))

    def _recut(self, words: Sequence[Word], spans: list[_Span], text: str) -> list[Word]:
        """Cut special forms that their neighbours hid, the longest and first of those that overlap."""
        taken: set[int] = set()
        chosen: dict[int, _Span] = {}
        for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
            if span.start not in taken and span.end - 1 not in taken:
                chosen[span.start] = span
            taken.update(range(span.start, span.end))
        found: list[Word] = []
        i = 0
        while i < len(words):
            end = chosen[i].end if i in chosen else i + 1
            at = words[i].start
            parts = self._special.get(text[at : words[end - 1].end]) if i in chosen else None
            if parts is None:
                found.extend(words[i:end])
            else:
                for part in parts:
                    found.append(Word(part, at, at + len(part)))
                    at += len(part)
            i = end
        return found


def read(rules: bytes) -> Cutter:
    """A cutter by what ``to_bytes`` of spaCy's tokenizer gives.

    Raises:
        msgspec.MsgspecError, KeyError, re.error: These are no such rules.
    """
    return Cutter(msgspec.msgpack.decode(rules, type=Rules))


def load(path: Path) -> Cutter:
    """Read the rules of a model.

    Raises:
        KnowledgeError: The file is missing or holds no such rules.
    """
    try:
        return read(path.read_bytes())
    except (OSError, msgspec.MsgspecError, KeyError, re.error) as error:
        raise KnowledgeError(
            f"The language model's rules {path.name} cannot be read ({error}). Install Whosays anew"
        ) from error


def _pattern(source: str | None) -> re.Pattern[str]:
    return _NEVER if source is None else re.compile(source)


def _length(pattern: re.Pattern[str], chunk: str) -> int:
    match = pattern.search(chunk)
    return 0 if match is None else match.end() - match.start()
