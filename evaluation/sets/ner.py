"""The set ``ner``: names with exact spans, micro over the types that a set and we share."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given
from evaluation.scoring import Tally

_LABELS = Path(__file__).resolve().parent.parent / "labels.yaml"
_BELIEVED = 0.5  # re3d gives each annotation the probability that it is right
Found = tuple[int, int, str]


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From a set's labels, and from ours, to the shared types."""

    gold: dict[str, str]
    ours: dict[str, str]


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a name of a span: words cut off in front, small words that may stay inside, types that count."""

    cut: frozenset[str]
    inside: frozenset[str]
    types: frozenset[str]


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``labels.yaml``."""

    re3d: Labels
    columns: Labels
    names: Named


class Text(msgspec.Struct, frozen=True):
    """A text of a set with its gold names: characters and shared type."""

    id: str
    text: str
    names: frozenset[Found]


def labels() -> Tables:
    """The mappings of ``labels.yaml``."""
    return msgspec.convert(yaml.safe_load(_LABELS.read_text(encoding="utf-8")), Tables)


def named(text: str, spans: frozenset[Found], rules: Named) -> frozenset[Found]:
    """Of a set's spans those that name somebody, without articles and titles; of overlapping ones the longest."""
    kept: list[Found] = []
    cut = (_cut(text, span, rules) for span in spans if span[2] in rules.types)
    for start, end, label in sorted((s for s in cut if s is not None), key=lambda s: (s[0] - s[1], s)):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, label))
    return frozenset(kept)


def _cut(text: str, span: Found, rules: Named) -> Found | None:
    start, end, label = span
    words = [(m.start() + start, m.end() + start, m.group()) for m in _WORD.finditer(text[start:end])]
    if label == "weapon":  # weapons have no capitals
        return words[0][0], words[-1][1], label
    while words and (words[0][2].lower() in rules.cut or words[0][2].islower()):
        words.pop(0)
    while words and words[-1][2].islower():
        words.pop()
    if not words or any(w.islower() and w not in rules.inside for _, _, w in words):
        return None
    return words[0][0], words[-1][1], label


_WORD = re.compile(r"[^\s,;:()\"“”]+")


def run(request: Request) -> Result:
    """Scores the names of every file."""
    found = files(request, "documents.json", "*.iob2", "*.conll", "*.conll.txt")
    mappings = labels()
    total, names, by_type = Tally(), Tally(), defaultdict[str, Tally](Tally)
    per_file: dict[str, Number] = {}
    cases: list[Case] = []
    for path in found:
        mapping, texts = (
            (mappings.re3d, _re3d(path, mappings.re3d))
            if path.suffix == ".json"
            else (mappings.columns, _columns(path, mappings.columns))
        )
        tally = Tally()
        for text in texts:
            ours = names_in(text.text, mapping)
            tally.add(len(ours & text.names), len(ours), len(text.names))
            cases.append(_case(text, ours))
            gold = named(text.text, text.names, mappings.names)
            counted = frozenset(n for n in ours if n[2] in mappings.names.types)
            names.add(len(counted & gold), len(counted), len(gold))
            for label in {n[2] for n in ours | text.names}:
                mine, wanted = ({n for n in each if n[2] == label} for each in (ours, text.names))
                by_type[label].add(len(mine & wanted), len(mine), len(wanted))
        total.add(tally.right, tally.found, tally.gold)
        if len(found) > 1:
            per_file[f"{_name(path)}.f1"] = tally.f1
    keys: dict[str, Number] = {"f1": total.f1, "p": total.p, "r": total.r, "gold": total.gold, "found": total.found}
    keys |= {"named_f1": names.f1, "named_p": names.p, "named_r": names.r}
    keys |= {f"f1_{label}": by_type[label].f1 for label in sorted(by_type)}
    return Result(keys=keys | per_file, cases=tuple(cases), notes={"labels": mappings})


def names_in(text: str, mapping: Labels) -> frozenset[Found]:
    """Our names in a text, with the shared types of a set."""
    parsed = whosays.parse(as_given(text))
    return frozenset(
        (parsed.tokens[n.start].start, parsed.tokens[n.end - 1].end, mapping.ours[n.label])
        for n in parsed.names
        if n.label in mapping.ours
    )


def _case(text: Text, ours: frozenset[Found]) -> Case:
    missed, extra = sorted(text.names - ours), sorted(ours - text.names)
    return Case(
        id=text.id,
        verdict=f"{len(ours & text.names)} right, {len(missed)} missed, {len(extra)} too much",
        gold=tuple(f"{label}: {text.text[start:end]}" for start, end, label in missed),
        found=tuple(f"{label}: {text.text[start:end]}" for start, end, label in extra),
    )


def _name(path: Path) -> str:
    shown = path.parent.name if path.suffix == ".json" else path.name.split(".")[0]
    return shown.replace(" ", "_").lower()


def _re3d(path: Path, mapping: Labels) -> Iterator[Text]:
    """Documents beside their entities: each that is believed, names within names too, once for each type."""
    beside = path.with_name("entities.json")
    if not beside.is_file():
        raise EvaluationError(f"no data: {beside} is not there")
    told: dict[str, set[Found]] = defaultdict(set)
    for row in map(json.loads, beside.read_text(encoding="utf-8").splitlines()):
        if row["type"] in mapping.gold and row["confidence"] >= _BELIEVED:
            told[row["documentId"]].add((row["begin"], row["end"], mapping.gold[row["type"]]))
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        yield Text(row["_id"], row["text"], frozenset(told[row["_id"]]))


def _columns(path: Path, mapping: Labels) -> Iterator[Text]:
    """Sentences of a column file: word and tag in the first two, or, numbered, in the second and third column."""
    number = 0
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# ") and path.suffix == ".iob2":
            continue
        if len(cells) >= 2:
            words.append((cells[1], cells[2]) if path.suffix == ".iob2" else (cells[0], cells[-1]))
        elif words:
            number += 1
            yield _sentence(f"{path.name}:{number}", words, mapping)
            words = []


def _sentence(name: str, words: list[tuple[str, str]], mapping: Labels) -> Text:
    text, last = "", ""
    found: list[Found] = []
    for word, tag in words:
        start, end = len(text), len(text) + len(word)
        text += word + " "
        prefix, _, label = tag.partition("-")
        if label and prefix != "O":
            if found and prefix == "I" and last == label:  # IOB1 files begin a name with I
                found[-1] = (found[-1][0], end, label)
            else:
                found.append((start, end, label))
        last = label
    shared = frozenset((a, b, mapping.gold[label]) for a, b, label in found if label in mapping.gold)
    return Text(name, text.rstrip(), shared)
