"""Rules on trees that look at words of a few labels only, so that no other word is shown to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_LABELS: dict[object, frozenset[str]] = {}
Rule = TypeVar("Rule", bound=Callable[..., object])


def at(*labels: str) -> Callable[[Rule], Rule]:
    """Says of a rule that it is about words with one of these labels."""

    def marked(rule: Rule) -> Rule:
        _LABELS[rule] = frozenset(labels)
        return rule

    return marked


def for_label(rules: Sequence[Rule], label: str) -> tuple[Rule, ...]:
    """Those of the rules that may have to do with a word of this label, in their order."""
    return tuple(rule for rule in rules if rule not in _LABELS or label in _LABELS[rule])
