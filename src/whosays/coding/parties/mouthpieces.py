"""Whose deed it is that a spokesman owns up to: of the body that he speaks for, and not his own."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "mouthpiece"})
_OWN = frozenset({"its", "their"})


def in_whose_name(parse: Parse, speaker: int) -> int:
    """ "| Aro Front | spokesman Jan Holub claimed the raid", "| its | spokesman claimed it": the Front.

    The speaker himself where he speaks for no body that is named.
    """
    head = parse.tokens[speaker]
    beside = parse.children(speaker, "nmod:desc", "compound", "appos")
    office = next((t for t in (head, *beside) if t.lemma.lower() in _SPOKESMEN), None)
    if office is None:
        return speaker
    bodies = [c for c in parse.children(office.i, "compound", "nmod:poss", "nmod", "flat") if _is_body(parse, c)]
    bodies += [c for c in parse.children(speaker, "nmod:poss", "compound") if _is_body(parse, c)]
    return bodies[0].i if bodies else speaker


def _is_body(parse: Parse, word: Token) -> bool:
    if word.lower in _OWN:
        return word.dep == "nmod:poss"
    if word.dep == "nmod" and case_of(parse, word.i) not in {"for", "of"}:
        return False
    named = next((n for n in parse.names if n.start <= word.i < n.end), None)
    return named is not None and named.label == "organisation"
