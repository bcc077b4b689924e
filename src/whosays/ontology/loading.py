"""The ontology's YAML files, checked to the last key and turned into :class:`whosays.ontology.events.Ontology`.

A file that is wrong raises KnowledgeError naming the file and the entry; nothing is guessed or skipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from whosays.errors import KnowledgeError
from whosays.ontology import events
from whosays.ontology.entries import (
    ClassEntry,
    ContextEntry,
    ExampleEntry,
    LightEntry,
    NounEntry,
    NounFile,
    TriggerEntry,
    VerbalEntry,
    Words,
    listed,
    read,
)
from whosays.ontology.events import EventClass, Example, LightVerb, Ontology, Trigger
from whosays.ontology.nouns import ARMED_SECTORS, KINDS, SECTORS, Noun, NounKind, Nouns
from whosays.ontology.verbal import VerbalCode, VerbalTable
from whosays.records import Act

DATA_FOLDER = Path(__file__).parent.parent / "data" / "ontology"


def read_ontology(folder: Path) -> Ontology:
    """The ontology that stands in ``folder``.

    Raises:
        KnowledgeError: a file is missing, or an entry in it is wrong; both are named.
    """
    contexts = {
        name: frozenset(entry.words) for name, entry in read(folder / "contexts.yaml", dict[str, ContextEntry]).items()
    }
    raw = _read_classes(folder)
    nouns = _read_nouns(folder, raw)
    classes = {name: _event_class(path, entry, nouns, frozenset(contexts)) for name, (path, entry) in raw.items()}
    return Ontology(
        classes=classes,
        light=_read_light(folder / "light.yaml", nouns),
        nouns=nouns,
        contexts=contexts,
        verbal=read_verbal(folder, classes),
    )


def read_verbal(folder: Path, classes: Mapping[str, EventClass]) -> VerbalTable:
    """The table of verbal events; every act has a row for any content."""
    path = folder / "verbal.yaml"
    rows: dict[tuple[str, str | None, str | None], VerbalCode] = {}
    for entry in read(path, list[VerbalEntry]):
        where = f"{entry.act} x {entry.content or 'any'}"
        _check(entry.act in get_args(Act), path, where, f"no such act: {entry.act}")
        for name in (*listed(entry.content), *([entry.gives.plover] if entry.gives.plover else [])):
            _check(name in classes, path, where, f"no such class: {name}")
        if entry.gives.mode is not None:
            modes = classes[entry.gives.plover].modes if entry.gives.plover else {}
            _check(entry.gives.mode in modes, path, where, f"no such mode: {entry.gives.mode}")
        contents: list[str | None] = [*listed(entry.content)] or [None]
        for content in contents:
            if content and entry.mode:
                _check(entry.mode in classes[content].modes, path, where, f"no such mode: {entry.mode}")
            key = (entry.act, content, entry.mode)
            _check(key not in rows, path, where, "the row stands there twice")
            rows[key] = entry.gives
    missing = [act for act in get_args(Act) if (act, None, None) not in rows]
    _check(not missing, path, "the table", f"no row for any content of: {', '.join(missing)}")
    return VerbalTable(rows=rows)


def _check(fine: bool, path: Path, entry: str, wrong: str) -> None:
    if not fine:
        raise KnowledgeError(f"{path.name}, entry '{entry}': {wrong}.")


# -- nouns --------------------------------------------------------------------------------------


def _read_nouns(folder: Path, classes: Mapping[str, tuple[Path, ClassEntry]]) -> Nouns:
    """The lexicon; a set ``@CLASS`` holds the noun triggers of each class, ``@KIND`` the nouns of each kind."""
    path = folder / "nouns.yaml"
    file = read(path, NounFile)
    nouns: dict[str, Noun] = {}
    for entry in file.nouns:
        for word in entry.words:
            _check(word not in nouns, path, word, "the noun stands there twice")
            nouns[word] = _noun(path, word, entry)
    raw: dict[str, list[str]] = {name.lower(): _noun_heads(entry) for name, (_, entry) in classes.items()}
    raw |= {kind: [word for word, noun in nouns.items() if noun.kind == kind] for kind in KINDS}
    raw["weapon"] = [word for word, noun in nouns.items() if noun.mode]
    raw["armed"] = [word for word, noun in nouns.items() if noun.sector in ARMED_SECTORS]
    for name in file.sets:
        _check(name not in raw, path, name, "the name of this set is taken by a kind of noun or a class")
    raw |= file.sets
    return Nouns(nouns, {name: _members(path, name, raw, ()) for name in raw})


def _noun(path: Path, word: str, entry: NounEntry) -> Noun:
    kinds: dict[str, NounKind] = {kind: kind for kind in KINDS}
    _check(entry.kind in kinds, path, word, f"no such kind: {entry.kind}")
    _check(entry.sector is None or entry.sector in SECTORS, path, word, f"no such sector: {entry.sector}")
    _check(word == word.lower(), path, word, "nouns are lower-case lemmas")
    return Noun(
        lemma=word, kind=kinds[entry.kind], sector=entry.sector, group=entry.group, member=entry.member, mode=entry.mode
    )


def _noun_heads(entry: ClassEntry) -> list[str]:
    return [word for trigger in entry.triggers for word in listed(trigger.noun)]


def _members(path: Path, name: str, raw: Mapping[str, list[str]], above: tuple[str, ...]) -> frozenset[str]:
    _check(name not in above, path, name, "the set holds itself")
    found: set[str] = set()
    for word in raw[name]:
        if word.startswith("@") and word not in events.MARKERS:
            _check(word[1:] in raw, path, name, f"no such set: {word}")
            found |= _members(path, word[1:], raw, (*above, name))
        else:
            found.add(word)
    return frozenset(found)


def _heads(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns and the heads of those of several words: a "request" may be an "extradition request"."""
    return nouns | {_apart(noun).split()[-1] for noun in nouns}


def _apart(phrase: str) -> str:
    """A phrase as it is cut into words: "sit-in" is "sit", a hyphen and "in"."""
    return phrase.replace("-", " ")


def _words(path: Path, entry: str, words: Words, nouns: Nouns) -> frozenset[str]:
    found: set[str] = set()
    for word in listed(words):
        if word.startswith("@") and word not in events.MARKERS:
            _check(word[1:] in nouns.sets, path, entry, f"no such set: {word}")
            found |= nouns.sets[word[1:]]
        else:
            found.add(word)
    return _kept(frozenset(found))


@cache
def _kept(words: frozenset[str]) -> frozenset[str]:
    """The same set for the same words: thousands of triggers share a few dozen, which together would take 27 MB."""
    return words


# -- classes ------------------------------------------------------------------------------------


def _read_classes(folder: Path) -> dict[str, tuple[Path, ClassEntry]]:
    found: dict[str, tuple[Path, ClassEntry]] = {}
    for path in sorted((folder / "events").glob("*.yaml")):
        entry = read(path, ClassEntry)
        _check(entry.name not in found, path, entry.name, "another file describes this class")
        found[entry.name] = (path, entry)
    if not found:
        raise KnowledgeError(f"events/*.yaml: no class in {folder}; the ontology needs one file for each.")
    return found


def _event_class(path: Path, entry: ClassEntry, nouns: Nouns, contexts: frozenset[str]) -> EventClass:
    _check(entry.quad in {1, 2, 3, 4}, path, entry.name, f"no such quad: {entry.quad}")
    for pos, roles in entry.roles.items():
        _check(pos in {"verb", "noun", "adjective"}, path, entry.name, f"roles of no part of speech: {pos}")
        _check_roles(path, entry.name, roles)
    triggers = [trigger for line in entry.triggers for trigger in _triggers(path, entry, line, nouns)]
    for trigger in triggers:
        _check_trigger(trigger, path, contexts)
    examples = [_example(path, entry, example, True) for example in entry.yes]
    examples += [_example(path, entry, example, False) for example in entry.no]
    return EventClass(
        name=entry.name,
        cameo=entry.cameo,
        quad=entry.quad,
        score=entry.score,
        about=entry.about,
        modes=entry.modes,
        triggers=tuple(triggers),
        examples=tuple(examples),
    )


def _triggers(path: Path, entry: ClassEntry, line: TriggerEntry, nouns: Nouns) -> list[Trigger]:
    given: tuple[tuple[events.Pos, Words], ...] = (
        ("verb", line.verb), ("noun", line.noun), ("adjective", line.adjective),
    )  # fmt: skip
    kinds = [(pos, listed(words)) for pos, words in given if words]
    _check(len(kinds) == 1, path, entry.name, f"a trigger is a verb, a noun or an adjective: {line}")
    ((pos, phrases),) = kinds
    _check(line.mode is None or line.mode in entry.modes, path, phrases[0], f"no such mode: {line.mode}")
    roles = {**entry.roles.get(pos, {}), **line.roles}
    _check_roles(path, phrases[0], roles)
    unless = _words(path, phrases[0], line.unless, nouns) | _words(path, entry.name, entry.unless.get(pos, []), nouns)
    return [
        Trigger(
            event=entry.name,
            mode=line.mode,
            pos=pos,
            words=tuple((_apart(phrase) if pos == "noun" else phrase).split()),
            roles={slot: part for slot, part in roles.items() if part != "none"},
            object=_words(path, phrase, line.object, nouns),
            subject=_words(path, phrase, line.subject, nouns),
            compound=_words(path, phrase, line.compound, nouns),
            where={slot: _words(path, phrase, allowed, nouns) for slot, allowed in line.where.items()},
            among=_words(path, phrase, line.among, nouns),
            unless=unless,
            needs=tuple(line.needs),
            effect=line.effect,
            status=line.status,
            reciprocal=line.reciprocal,
            contexts=tuple(line.contexts),
            weak=line.weak,
            cameo=line.cameo or (entry.modes[line.mode].cameo if line.mode else None),
            line=f"{entry.name}:{phrase}",
        )
        for phrase in phrases
    ]


def _check_roles(path: Path, entry: str, roles: Mapping[str, str]) -> None:
    for slot, part in roles.items():
        _check(slot in events.SLOTS, path, entry, f"no such slot: {slot}")
        _check(part in events.PARTS | {"none"}, path, entry, f"no such part: {part}")


def _check_trigger(trigger: Trigger, path: Path, contexts: frozenset[str]) -> None:
    entry = " ".join(trigger.words)
    _check(bool(trigger.words) and entry == entry.lower(), path, entry, "words are lower-case lemmas")
    _check(trigger.effect is None or trigger.effect in events.EFFECTS, path, entry, f"no such effect: {trigger.effect}")
    _check_status(path, entry, trigger.status)
    for slot in (*trigger.needs, *trigger.where):
        _check(slot in events.SLOTS, path, entry, f"no such slot: {slot}")
    for context in trigger.contexts:
        _check(context in contexts, path, entry, f"no such context: {context}")


def _check_status(path: Path, entry: str, status: str | None) -> None:
    _check(status is None or status in events.STATUSES, path, entry, f"no such status: {status}")


def _example(path: Path, entry: ClassEntry, example: ExampleEntry, wanted: bool) -> Example:
    event = example.event or entry.name
    _check(example.mode is None or example.mode in entry.modes, path, example.text, f"no such mode: {example.mode}")
    _check_status(path, example.text, example.status)
    return Example(
        text=example.text,
        event=event,
        wanted=wanted,
        mode=example.mode,
        actor=example.actor,
        recipient=example.recipient,
        target=example.target,
        status=example.status,
        killed=example.killed,
        line=f"{entry.name}:{example.text}",
    )


# -- light verbs --------------------------------------------------------------------------------


def _read_light(path: Path, nouns: Nouns) -> list[LightVerb]:
    found: list[LightVerb] = []
    for entry in read(path, list[LightEntry]):
        for phrase in listed(entry.verb):
            _check(phrase == phrase.lower(), path, phrase, "words are lower-case lemmas")
            _check(entry.event in events.SLOTS, path, phrase, f"no such slot: {entry.event}")
            _check_status(path, phrase, entry.status)
            _check_roles(path, phrase, {**entry.roles, **({"subject": entry.subject} if entry.subject else {})})
            found.append(
                LightVerb(
                    words=tuple(phrase.split()),
                    event=entry.event,
                    subject=entry.subject,
                    roles=entry.roles,
                    status=entry.status,
                    only=_heads(_words(path, phrase, entry.only, nouns)),
                    line=f"light:{phrase}",
                )
            )
    return found
