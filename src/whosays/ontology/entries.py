"""What may stand in the ontology's YAML files, key by key; a misspelt key or a wrong kind of value is an error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.ontology.events import Mode
from whosays.ontology.verbal import VerbalCode

T = TypeVar("T")
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"

Words = str | list[str]


class _YamlLoader(_SafeLoader):  # type: ignore[misc]
    """YAML in which only true and false are truth values: ``yes``, ``no``, ``on`` and ``off`` are plain words here."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


_YamlLoader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of what stands in a file: a misspelt key is an error."""


class TriggerEntry(Entry, frozen=True, kw_only=True):
    """One line of ``triggers:``; a list of phrases stands for one trigger each."""

    verb: Words = []
    noun: Words = []
    adjective: Words = []
    mode: str | None = None
    roles: dict[str, str] = {}
    object: Words = []
    subject: Words = []
    compound: Words = []
    where: dict[str, Words] = {}
    among: Words = []  # lemmas; "=hanged" is that very form
    unless: Words = []
    needs: list[str] = []
    effect: str | None = None
    status: str | None = None
    reciprocal: bool = False
    contexts: list[str] = []
    weak: bool = False
    cameo: str | None = None


class ExampleEntry(Entry, frozen=True, kw_only=True):
    """One sentence of ``yes:`` or ``no:``; ``event`` is the class of the file unless it says otherwise."""

    text: str
    event: str | None = None
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    target: str | None = None
    status: str | None = None
    killed: int | None = None


class ClassEntry(Entry, frozen=True, kw_only=True):
    """A file of ``events/``: one PLOVER class."""

    name: str = msgspec.field(name="class")
    cameo: str
    quad: int
    score: float
    about: str
    modes: dict[str, Mode] = {}
    roles: dict[str, dict[str, str]] = {}
    unless: dict[str, Words] = {}
    triggers: list[TriggerEntry]
    yes: list[ExampleEntry]
    no: list[ExampleEntry]


class LightEntry(Entry, frozen=True, kw_only=True):
    """One line of ``light.yaml``."""

    verb: Words
    event: str = "object"
    subject: str | None = "actor"
    roles: dict[str, str] = {}
    status: str | None = None
    only: Words = []


class NounEntry(Entry, frozen=True, kw_only=True):
    """One block of ``nouns.yaml``: nouns of one kind."""

    words: list[str]
    kind: str
    sector: str | None = None
    group: bool = False
    member: bool = False
    mode: str | None = None


class NounFile(Entry, frozen=True, kw_only=True):
    """The file ``nouns.yaml``."""

    nouns: list[NounEntry]
    sets: dict[str, list[str]]


class ContextEntry(Entry, frozen=True, kw_only=True):
    """One context: what it is about, and the lemmas that evoke it."""

    about: str
    words: list[str]


class VerbalEntry(Entry, frozen=True, kw_only=True):
    """One row of ``verbal.yaml``."""

    act: str
    content: Words = []
    mode: str | None = None
    gives: VerbalCode


def read(path: Path, kind: type[T]) -> T:
    """The content of a YAML file as ``kind``.

    Raises:
        KnowledgeError: the file is missing, is no YAML, or does not have the keys and values of ``kind``.
    """
    try:
        raw: Any = yaml.load(path.read_text("utf-8"), Loader=_YamlLoader)
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path.name}: no such file in {path.parent}; the ontology needs it.") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path.name}: not YAML: {error}") from error
    try:
        return msgspec.convert(raw, type=kind)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def listed(words: Words) -> list[str]:
    """One word or many, as a list."""
    return [words] if isinstance(words, str) else words
