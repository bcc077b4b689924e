"""Which sector somebody belongs to: police, army, rebels, government ... by the codes of the lists, and by the noun."""

from __future__ import annotations

import re

from whosays import ontology
from whosays.records import Actor, CodedReport


def sectors(record: CodedReport, mention: str | None) -> set[str]:
    """The sectors of whom a mention stands for: by the actor's codes, and by the noun that the mention names."""
    entity, words = record.entity(mention), record.mention(mention)
    found = {c.code for c in entity.codes} if isinstance(entity, Actor) else set()
    noun = noun_sector(words.name) if words else None
    return found | ({noun} if noun else set())


_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]?")


def noun_sector(words: str) -> str | None:
    """The sector of the longest noun that a phrase ends with, before any "of"."""
    nouns = ontology.load().nouns
    told = [w for w in re.split(r"[^\w'-]+", _BRACKETS.sub(" ", words).lower()) if w]
    head = told[: told.index("of")] if "of" in told else told
    for form in (head, [*head[:-1], singular(head[-1])] if head else []):
        noun = nouns.longest(form) if form else None
        if noun is not None and noun.sector:
            return noun.sector
    return None


def singular(word: str) -> str:
    """A noun's singular, by its ending."""
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
