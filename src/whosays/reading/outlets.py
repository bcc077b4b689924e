"""Which words name an outlet: the knowledge of ``data/reading/outlets.yaml``, asked."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORD = re.compile(r"[^\W\d_][\w.&'’-]*|\d[\w-]*")
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "el", "al", "du", "in", "&"})


class Outlets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of the knowledge file; what each is for stands in the file."""

    wires: dict[str, tuple[str, ...]]
    outlets: tuple[str, ...]
    last_words: frozenset[str]
    first_words: frozenset[str]
    never_last: tuple[str, ...]
    labels: frozenset[str]
    initials: frozenset[str]


@cache
def knowledge() -> Outlets:
    """The lists, read once."""
    text = (resources.files("whosays") / "data" / "reading" / "outlets.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=_LOADER), Outlets)


def wire(words: str) -> str | None:
    """The wire agency that signs with ``words``, by the name we keep; None if it is none that we know."""
    return _forms().get(_key(words))


def outlet(words: str) -> str | None:
    """The publisher that ``words`` name as a whole ("RASC News Agency"), or None.

    Only capitalised words that are listed, or that end (before an "of ...") or begin as names of outlets do.
    """
    words = " ".join(words.split())
    parts = words.split()
    if (
        not 1 <= len(parts) <= 6
        or words.lower() in knowledge().labels
        or words.lower().endswith(knowledge().never_last)
    ):
        return None
    if wire(words) or words in knowledge().outlets:
        return words
    named = [bool(_WORD.fullmatch(part)) and (part[0].isupper() or part[0].isdigit()) for part in parts]
    if not all(capital or part in _SMALL for capital, part in zip(named, parts, strict=True)) or not named[0]:
        return None
    head = parts[: parts.index("of")] if "of" in parts else parts
    told = head[-1] in knowledge().last_words or parts[0] in knowledge().first_words or _compound(words)
    return words if told and (len(parts) > 1 or _compound(words)) else None


def _compound(words: str) -> bool:
    """A name written in one that ends as an outlet's does: "TOLOnews", "IranWire", "News18"."""
    return re.fullmatch(r"[A-Z]\w+?(?:news|News|Wire|TV|Press|Post|Times|Online)|News\d+", words) is not None


@cache
def _forms() -> dict[str, str]:
    return {_key(form): name for name, forms in knowledge().wires.items() for form in (name, *forms)}


def _key(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 4 else words.lower()
