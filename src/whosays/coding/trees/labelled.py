"""Rules on trees that look at words of a few labels or tags only, so that no other word is shown to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

_LABELS: dict[object, frozenset[str]] = {}
_TAGS: dict[object, frozenset[str]] = {}
Rule = TypeVar("Rule", bound=Callable[..., object])


def at(*labels: str) -> Callable[[Rule], Rule]:
    """Says of a rule that it is about words with one of these labels."""

    def marked(rule: Rule) -> Rule:
        _LABELS[rule] = frozenset(labels)
        return rule

    return marked


def tagged(*tags: str) -> Callable[[Rule], Rule]:
    """Says of a rule that it is about words with one of these part-of-speech tags."""

    def marked(rule: Rule) -> Rule:
        _TAGS[rule] = frozenset(tags)
        return rule

    return marked


def of_table(table: Mapping[str, Sequence[Rule]]) -> tuple[Rule, ...]:
    """The rules of a table by label, each once and each at the labels under which it stands."""
    rules = tuple(dict.fromkeys(rule for several in table.values() for rule in several))
    for rule in rules:
        _LABELS[rule] = frozenset(label for label, several in table.items() if rule in several)
    return rules


def rules_for(rules: Sequence[Rule], label: str, tag: str) -> tuple[Rule, ...]:
    """Those of the rules that may have to do with a word of this label and tag, in their order."""
    return tuple(r for r in rules if label in _LABELS.get(r, (label,)) and tag in _TAGS.get(r, (tag,)))
