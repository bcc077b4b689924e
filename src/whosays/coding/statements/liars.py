"""Whoever is called a liar: "They are lying", "he lied to the court", "those who say so are liars".

It denies what they have said, where that is told; else it accuses them. "They are wrong" only denies.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.statements.answered import denied_statement
from whosays.coding.statements.drafts import Draft
from whosays.coding.words.mentions import Book, case_of
from whosays.parse import Parse, Token

_THEY = frozenset({"they", "he", "she", "you", "who", "those", "them", "him", "her"})
_LYING_IN = frozenset({"in", "on", "at", "under", "beside", "near", "with", "ahead", "behind"})
_WRONG = frozenset({"wrong", "mistaken"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "hardly"})
_STEM = 4


def with_liars(parse: Parse, book: Book, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The statements, those that call somebody a liar as denials of what he said, or as accusations."""
    found = list(drafts)
    for number, draft in enumerate(drafts):
        whom = _who_lies(parse, draft)
        if whom is None or draft.content_head is None:
            continue
        found[number] = msgspec.structs.replace(draft, act="deny", gainsaid=whom.i)
        meant = denied_statement(parse, found, number, book)
        if meant is None or not _is_theirs(parse, book, whom, drafts[meant]):
            wrong = parse.tokens[draft.content_head].lower in _WRONG
            charged = msgspec.structs.replace(draft, act="accuse", addressee=book.actor(whom.i))
            found[number] = draft if wrong else charged
    return tuple(found)


def _who_lies(parse: Parse, draft: Draft) -> Token | None:
    """ "| They | are lying", "| the general | is a liar", "| you | are wrong"; None where nobody is called so."""
    if draft.act != "assert" or draft.status not in {"made", "repeated"} or draft.intends or draft.asks:
        return None
    if draft.content_head is None or draft.speaker is None or not draft.holds(draft.content_head):
        return None
    head = parse.tokens[draft.content_head]
    beside = parse.children(head.i, "advmod", "aux", "neg", "mark")
    if any(c.lower in _NEGATIVE or c.tag == "MD" or c.lower in {"if", "whether"} for c in beside):
        return None
    verb = parse.tokens[draft.cue_token]
    named = head.lemma.lower() == "liar" and verb.lemma.lower() in {"call", "brand"}  # "called | them | liars"
    subject = next(iter(parse.children(verb.i, "obj") if named else parse.children(head.i, "nsubj")), None)
    somebody = subject is not None and (subject.lower in _THEY or subject.is_noun) and draft.holds(subject.i)
    return subject if somebody and (named or _is_so_called(parse, head)) else None


def _is_so_called(parse: Parse, head: Token) -> bool:
    being = any(c.lemma.lower() == "be" for c in parse.children(head.i, "cop", "aux"))
    if head.lemma.lower() == "liar":
        return being
    if head.lower in _WRONG:  # "wrong | to trust him |" is of something else
        return being and not parse.children(head.i, "xcomp", "advcl", "csubj", "obl")
    lying = (head.lower == "lying" and being) or head.lower == "lied"
    return lying and not any(case_of(parse, c.i) in _LYING_IN for c in parse.children(head.i, "obl"))


def _is_theirs(parse: Parse, book: Book, whom: Token, said: Draft) -> bool:
    """ "| The opposition | is lying": what it has said, and nobody else; whom a pronoun means has spoken last."""
    if said.speaker is None:
        return False
    if whom.lower in _THEY:
        many = parse.tokens[book.head(said.speaker)].tag in {"NNS", "NNPS"}
        return whom.lower not in {"he", "she", "him", "her"} or not many
    names = {parse.tokens[i].lemma.lower()[:_STEM] for i in parse.subtree(book.head(said.speaker))}
    return whom.lemma.lower()[:_STEM] in names
