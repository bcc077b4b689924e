"""Links to actors in Markdown pages: what they are called, where they lead, and what kind of actor that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import msgspec
import yaml
from babel import Locale

from whosays.records import Value

KINDS = ("armed-group", "body", "state", "office", "leader")
_LINK = re.compile(
    r"\[([^\]]*)\]\(https?://en\.wikipedia\.org/wiki/((?:[^()\s\"]|\([^()]*\))*)(?:\s+\"((?:[^\"\\]|\\.)*)\")?\)"
)
_ANY_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\)")
_ABSENT = " (page does not exist)"


class Link(Value, frozen=True, kw_only=True):
    """A link as it stands in the text: the page's title, the words that are linked, the kind of actor."""

    title: str
    words: str
    kind: str


class Rules(Value, frozen=True, kw_only=True):
    """How the kind is told; see ``kinds.yaml``."""

    topics: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    groups: tuple[str, ...]
    titles: tuple[str, ...]
    named: dict[str, str]


class Sorter:
    """Tells the kind of a title by the rules."""

    def __init__(self, rules: Rules) -> None:
        self._named = rules.named
        self._titles = frozenset(rules.titles)
        self._topics = _either(rules.topics)
        self._by_words = (
            ("office", _either(rules.offices)),
            ("body", _either(rules.bodies)),
            ("armed-group", _either(rules.groups)),
        )
        territories = Locale("en").territories
        self._states = frozenset(name for code, name in territories.items() if len(code) == 2 and code.isalpha())

    def kind(self, title: str, before: str) -> str | None:
        """The kind of actor that a page is about, None for none; ``before`` are the words in front of the link."""
        if title in self._named:
            return self._named[title]
        bare = without_bracket(title)
        if bare in self._states:
            return "state"
        if self._topics.search(bare):
            return None
        for kind, expression in self._by_words:
            if expression.search(bare):
                return kind
        last = before.split()[-1:]
        titled = bool(last) and last[0].lower().strip(",") in self._titles
        return "leader" if titled and " " in title and title[:1].isupper() else None


def _either(expressions: Sequence[str]) -> re.Pattern[str]:
    """One expression; a flag at the beginning of a part holds for that part."""
    parts = [f"(?i:{e.removeprefix('(?i)')})" if e.startswith("(?i)") else f"(?:{e})" for e in expressions]
    return re.compile("|".join(parts))


def without_bracket(title: str) -> str:
    """A title without what tells it from namesakes: "Labour Party (UK)"."""
    return re.sub(r" \([^)]*\)$", "", title)


def bracket(title: str) -> str | None:
    """What stands in a title's bracket."""
    found = re.search(r" \(([^)]*)\)$", title)
    return found.group(1) if found else None


def read_rules(path: Path) -> Rules:
    """The rules of a YAML file."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Rules)


def links_in(path: Path, rules: Rules) -> Iterator[Link]:
    """The links to actors of one page."""
    sorter = Sorter(rules)
    for line in path.read_text(encoding="utf-8").splitlines():
        for found in _LINK.finditer(line):
            title = (found[3] or unquote(found[2]).replace("_", " ")).removesuffix(_ABSENT)
            kind = sorter.kind(title, _ANY_LINK.sub(r"\1", line[: found.start()]))
            if kind is not None:
                yield Link(title=title, words=found[1], kind=kind)
