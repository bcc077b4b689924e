"""The pronouns of a report that may mean somebody, and which of them are alike."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse
from whosays.records import Mention, mention_id
from whosays.resolving.actors.coreference import HE, SHE
from whosays.resolving.actors.narrator import SINGULAR

MADE_BY = "rule:antecedents@1"
EITHER = "whoever"  # in the place of words that tell nothing of "he" or "she"
PERSONS = HE | SHE | {EITHER}
NEUTERS = frozenset({"it", "its", "itself"})
PLURALS = frozenset({"they", "them", "their", "theirs", "themselves"})


def pronouns(parse: Parse, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """The pronouns that no mention stands on yet: those of the third person, and "I" and "our" in quotations."""
    quoted = {i for q in parse.quotations for i in range(q.open, q.close)}
    standing = {parse.root_of(*parse.tokens_of(m.span)) for m in taken if m.form == "pronoun"}
    found = []
    for token in parse.tokens:
        if token.i in standing or not token.tag.startswith("PRP") or token.dep == "expl":
            continue
        if token.lower in PERSONS | NEUTERS | PLURALS or (token.lower in SINGULAR | {"our"} and token.i in quoted):
            span = parse.span(token.i, token.i + 1)
            found.append(
                Mention(
                    id=mention_id(span, "actor"), kind="actor", form="pronoun", span=span, name=token.text,
                    made_by=MADE_BY,
                )
            )  # fmt: skip
    return tuple(found)


def alike(pronoun: str, other: str) -> bool:
    """Whether two pronouns may mean one and the same: "he" and "his"."""
    return any({pronoun, other} <= like for like in (HE, SHE, PLURALS, NEUTERS))
