"""What somebody says that others say: who passes it on, and which deeds are then no word of his own.

"The envoy said that Orland had told him that nine were killed": Orland says so, and the envoy vouches for no dead.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.statements.drafts import Draft
from whosays.coding.words.mentions import Book
from whosays.parse import Parse, Token
from whosays.records import Act

_PASSING: frozenset[Act] = frozenset({"assert", "report", "confirm"})
# Whose content is true for them alone; who says that others condemn a deed tells of the deed as well.
_OWN: frozenset[Act] = frozenset(
    {"assert", "report", "claim", "deny", "blame", "accuse", "warn", "predict", "threaten", "promise", "demand", "call"}
)
_ASIDE = frozenset({"acl:relcl", "parataxis", "appos"})
_ALONE = frozenset({"he", "she", "it", "i", "his", "her", "its"})
_OF_OTHERS = frozenset({"he", "she", "they"})
_TOLD = frozenset({"ccomp", "conj", "xcomp"})


def relayed(parse: Parse, book: Book, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """What somebody reports that others said carries the reporter as its outermost relay."""
    found: list[Draft] = []
    for draft in drafts:
        outer = tuple(
            who
            for d in drafts
            if d is not draft and d.speaker is not None and d.holds(draft.cue_token) and _passes(parse, book, d, draft)
            for who in (*d.relay, d.speaker)
        )
        outer = tuple(o for o in dict.fromkeys(outer) if o != draft.speaker and not _is_known(parse, book, o, draft))
        found.append(msgspec.structs.replace(draft, relay=(*outer, *draft.relay)) if outer else draft)
    return tuple(found)


def _passes(parse: Parse, book: Book, outer: Draft, inner: Draft) -> bool:
    """ "Reported that", and straight out: "said that | Orland had told him"; not "said so before Orland denied it"."""
    if outer.act == "report":
        return True
    if outer.act not in _PASSING or outer.status not in {"made", "repeated"} or inner.speaker is None:
        return False
    speaker = parse.tokens[book.head(inner.speaker)]
    quoted = speaker.lower in _OF_OTHERS and _is_quoted(parse, outer, inner)
    named = not speaker.tag.startswith("PRP") or quoted
    path = _path(parse, inner.cue_token, outer.content_head)
    straight = all(t.dep in _TOLD or (quoted and t.dep == "root") for t in path)
    return named and inner.speaker != outer.speaker and straight


def _is_quoted(parse: Parse, outer: Draft, inner: Draft) -> bool:
    """ "“| They | called it a victory,” she said": who speaks of himself in a quotation says "I"."""
    held = (q for q in parse.quotations if q.open < inner.cue_token < q.close)
    return any(not q.open < outer.cue_token < q.close for q in held)


def _is_known(parse: Parse, book: Book, who: str, draft: Draft) -> bool:
    """Whether somebody is told to carry the words already, if by the same pronoun ("it said that it was told")."""
    word = parse.tokens[book.head(who)]
    alike = (parse.tokens[book.head(r)] for r in draft.relay)
    return who in draft.relay or any(word.tag == "PRP" and word.lower == other.lower for other in alike)


def _path(parse: Parse, token: int, above: int | None) -> tuple[Token, ...]:
    """The tokens on the way from one up to another, which is left out; to the root where that is not above it."""
    found: list[Token] = []
    current = parse.tokens[token]
    while current.i != above:
        found.append(current)
        if current.head == current.i:
            break
        current = parse.tokens[current.head]
    return tuple(found)


def of_others(parse: Parse, book: Book, draft: Draft, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The statements of others in what somebody only asserts."""
    if draft.act not in _PASSING:
        return ()
    inside = (d for d in drafts if d is not draft and d.act in _OWN and draft.holds(d.cue_token))
    return tuple(d for d in inside if _is_other(parse, book, draft, d))


def _is_other(parse: Parse, book: Book, outer: Draft, inner: Draft) -> bool:
    if inner.speaker is None or outer.speaker is None:
        return bool(inner.relay) and inner.relay != outer.relay
    if inner.speaker == outer.speaker:
        return False
    speaker, other = parse.tokens[book.head(outer.speaker)], parse.tokens[book.head(inner.speaker)]
    if other.tag.startswith("NN"):
        return True
    return speaker.tag in {"NNS", "NNPS"} and other.lower in _ALONE


def is_aside(parse: Parse, outer: Draft, inner: Draft) -> bool:
    """ "Saw him go, | after he had published a story alleging that": told in passing, and nothing that they say."""
    return any(
        t.dep in _ASIDE or (t.dep == "advcl" and bool(parse.children(t.i, "mark", "nsubj", "nsubj:pass")))
        for t in _path(parse, inner.cue_token, outer.content_head)
    )
