"""Reconciling the corpora's labels with ours: one flat set of names per text, titles stripped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from training.corpora import Marked, Text

PATH = Path(__file__).with_name("labels.yaml")
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "del", "la", "bin", "ibn", "al", "el", "-", "'s", "’s"})
STARTERS = frozenset({"al", "el", "bin", "ibn", "de", "van", "von", "da", "ad", "ash", "an", "as"})


@dataclass(frozen=True)
class Labels:
    """What ``labels.yaml`` says, ready to ask."""

    corpora: dict[str, dict[str, str]]
    unmarked: dict[str, list[str]]
    titles: frozenset[str]
    ranks: frozenset[str]
    not_persons: frozenset[str]
    pronouns: frozenset[str]
    facilities: frozenset[str]
    weapon_nouns: frozenset[str]
    weapon_before: frozenset[str]
    weapon_alone: frozenset[str]
    times: frozenset[str]

    @cached_property
    def weapon_words(self) -> frozenset[str]:
        """The nouns for weapons in both numbers."""
        return self.weapon_nouns | {_plural(noun) for noun in self.weapon_nouns}


def load(path: Path = PATH) -> Labels:
    """Read the label table."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    weapons = table["weapons"]
    return Labels(
        corpora=table["corpora"],
        unmarked=table["unmarked"],
        titles=frozenset(table["titles"]),
        ranks=frozenset(table["ranks"]),
        not_persons=frozenset(table["not persons"]),
        pronouns=frozenset(table["pronouns"]),
        facilities=frozenset(table["facilities"]),
        weapon_nouns=frozenset(weapons["nouns"]),
        weapon_before=frozenset(weapons["before"]),
        weapon_alone=frozenset(weapons["alone"]),
        times=frozenset(table["times"]),
    )


@dataclass(frozen=True)
class Names:
    """The names of one text in our labels, none overlapping, and the words on which nothing is known."""

    names: tuple[Marked, ...]
    unknown: tuple[int, ...]


@dataclass(frozen=True)
class Known:
    """What one corpus teaches about words, for use on the others: nationalities and places, lower-cased."""

    demonyms: frozenset[str]
    places: frozenset[str]


def reconcile(text: Text, corpus: str, labels: Labels, known: Known) -> Names:
    """Turn a corpus's marks into our names.

    Args:
        text: The words and what the corpus marked on them.
        corpus: Its key in ``labels.yaml``.
        labels: The label table.
        known: Nationalities and places, for corpora that do not mark them or mark them otherwise.
    """
    unmarked = labels.unmarked.get(corpus, [])
    names = _flat([name for mark in text.marked for name in _clean(text, mark, corpus, labels, known)])
    taken = {i for name in names for i in range(name.start, name.end)}
    added = list(_filled(text, unmarked, taken, labels, known))
    taken |= {i for name in added for i in range(name.start, name.end)}
    unknown: tuple[int, ...] = ()
    if "time" in unmarked:
        unknown = tuple(i for i in range(len(text.words)) if i not in taken and _timely(text.words[i], labels))
    return Names(tuple(sorted([*names, *added], key=lambda n: n.start)), unknown)


def _clean(text: Text, mark: Marked, corpus: str, labels: Labels, known: Known) -> Iterator[Marked]:
    """Our name for one mark, or nothing when the words are no name."""
    label = labels.corpora[corpus].get(mark.label)
    words = text.words
    start, end = mark.start, _before_note(words, mark.start, mark.end)
    if label is None or words[start].startswith("@") or words[start].lower() in labels.pronouns:
        return
    if label in {"time", "weapon"}:
        start += words[start].lower() in {"a", "an", "the"} and end - start > 1
        yield Marked(start, end, label)
    elif (
        label == "nationality"
        or all(word.lower() in known.demonyms for word in words[start:end])
        or (corpus == "gmb" and mark.label == "gpe" and text.tags[end - 1] in {"JJ", "NNS", "NNPS"})
    ):
        yield Marked(start, end, "nationality")
    elif label != "other":
        if corpus in {"gmb", "gum", "re3d"}:
            start, end = _trim(words, start, end)
        if start < end and (corpus != "re3d" or _named(words[start:end])):
            yield from _kind(words, Marked(start, end, label), labels, known)


def _before_note(words: tuple[str, ...], start: int, end: int) -> int:
    """The end without the rest of a footnote mark that a corpus took in."""
    return next((i for i in range(start + 1, end) if "[" in words[i]), end)


def _kind(words: tuple[str, ...], mark: Marked, labels: Labels, known: Known) -> Iterator[Marked]:
    """A person behind his titles; a place by what GMB knows; a facility by its last word."""
    start, end, label = mark.start, mark.end, mark.label
    if label == "organisation" and words[start].lower() in labels.ranks and end - start > 1:
        label = "person"
    if label == "person":
        start = _behind_titles(words, start, end, labels, known)
        if start < end and words[start].lower() not in labels.not_persons:
            yield Marked(start, end, label)
        return
    if label == "organisation" and " ".join(words[start:end]).lower() in known.places:
        label = "place"
    if end - start > 1 and words[end - 1].lower() in labels.facilities:
        label = "facility"
    yield Marked(start, end, label)


def _trim(words: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
    """Drop articles and lower-case words from both ends: "the northern Iraq" to "Iraq"."""
    while start < end and _lowly(words[start]) and words[start] not in STARTERS:
        start += 1
    while start < end and (words[start] == "The" or not any(c.isalnum() for c in words[start])):
        start += 1
    while start < end and (_lowly(words[end - 1]) or words[end - 1] in {"'s", "’s"}):
        end -= 1
    return start, end


def _lowly(word: str) -> bool:
    return word.islower() and not word.startswith(("al-", "el-", "ash-", "an-"))


def _named(words: tuple[str, ...]) -> bool:
    return all(word[:1].isupper() or word.lower() in SMALL or not word[:1].isalpha() for word in words) and any(
        word[:1].isupper() for word in words
    )


def _behind_titles(words: tuple[str, ...], start: int, end: int, labels: Labels, known: Known) -> int:
    """Where the name proper begins: behind titles and nationalities. ``end`` when there is nothing else.

    What stands behind "of" ("King of Jordan") is no name of the person, so that counts as nothing else, too.
    """
    first = start
    while start < end and (words[start].lower() in labels.titles or words[start].lower() in known.demonyms):
        start += 1
    return end if start > first and words[start - 1].lower() == "of" else start


def _flat(marks: list[Marked]) -> list[Marked]:
    """The longest of overlapping marks, earlier ones first among equals."""
    kept: list[Marked] = []
    taken: set[int] = set()
    for mark in sorted(set(marks), key=lambda m: (m.start - m.end, m.start, m.label)):
        if mark.end > mark.start and taken.isdisjoint(range(mark.start, mark.end)):
            kept.append(mark)
            taken.update(range(mark.start, mark.end))
    return kept


def _filled(text: Text, unmarked: list[str], taken: set[int], labels: Labels, known: Known) -> Iterator[Marked]:
    """Nationalities and weapons by word, in corpora that do not mark them."""
    position = 0
    words = text.words
    while position < len(words):
        end = position + 1
        if position in taken:
            pass
        elif "nationality" in unmarked and words[position][:1].isupper() and words[position].lower() in known.demonyms:
            yield Marked(position, end, "nationality")
        elif "weapon" in unmarked and (stop := _weapon(text, position, taken, labels)):
            yield Marked(position, stop, "weapon")
            end = stop
        position = end


def _weapon(text: Text, start: int, taken: set[int], labels: Labels) -> int:
    """Where a weapon that begins here ends, or 0: qualifying words, then a noun for a weapon tagged as a noun."""
    end = start
    while end < len(text.words) and end not in taken and end - start < 4:
        word = text.words[end].lower()
        following = text.words[end + 1].lower() if end + 1 < len(text.words) else ""
        if word in labels.weapon_words and following not in labels.weapon_words:
            return end + 1 if _sure_weapon(text, start, end) else 0
        if word not in labels.weapon_before and word != "-" and word not in labels.weapon_words:
            return 0
        end += 1
    return 0


def _sure_weapon(text: Text, start: int, end: int) -> bool:
    """Nouns with two meanings (mine, shell, jet, tank ...) count only where a tag says noun, or behind another word."""
    tag = text.tags[end]
    return (tag.startswith("NN") and (end > start or text.words[end].lower() not in {"mine", "jet", "time"})) or (
        end > start and not tag
    )


def _timely(word: str, labels: Labels) -> bool:
    lower = word.lower()
    return lower in labels.times or lower.rstrip("s") in labels.times or any(c.isdigit() for c in word)


def _plural(noun: str) -> str:
    return "knives" if noun == "knife" else noun + "s"
