"""Clauses that go with what is said though the tree hangs them on the verb of speech.

"| If the rains fail |, the mayor said, | the mill will close", "said he was tired | but he would not give in".
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.drafts import Found
from whosays.parse import Parse, Token

_CONDITIONS = frozenset({"if", "unless", "because", "until", "once", "when", "although", "though", "since"})
_OF_SPEAKER = frozenset({"he", "she", "they", "it", "we", "i"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")


def conditioned(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """A content with the clause before its speaker on which it depends, and with the one that goes on with it."""
    verb = parse.tokens[found.token]
    if not content or verb.lemma.lower() not in SAYING or not verb.is_verb or found.cue.belief:
        return content
    return _condition(parse, found, verb, content, others) | _going_on(parse, found, verb, content, others)


def _condition(
    parse: Parse, found: Found, verb: Token, content: frozenset[int], others: Sequence[Found]
) -> frozenset[int]:
    """ "| If the rains fail |, the mayor said, the mill will close": set before a speaker and verb between commas."""
    first = min(content)
    between = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)].text == ","
    if not verb.i < first <= verb.i + 3:
        return content
    for clause in parse.children(verb.i, "advcl"):
        own = parse.subtree(clause.i)
        opening = parse.tokens[own[0]]
        subjects = parse.children(clause.i, *_SUBJECTS)
        marks = _CONDITIONS if between else {"if", "unless"}  # "If the rains fail, the farmers say they will go"
        if opening.lower not in marks or own[-1] >= verb.i or not subjects:
            continue
        if "," not in {parse.tokens[own[-1]].text, parse.behind(own[-1]).text}:
            continue  # "if he goes | and she says it fell"
        # "When he left, the mayor said, the hall was full": his leaving may be the writer's word
        his = opening.lower == "when" and subjects[0].lower in _OF_SPEAKER
        if not his and not any(o.token in own for o in others if o is not found):
            return content | frozenset(i for i in own if parse.tokens[i].text != "," or i < own[-1])
    return content


def _going_on(
    parse: Parse, found: Found, verb: Token, content: frozenset[int], others: Sequence[Found]
) -> frozenset[int]:
    """ "Said he was tired | but he would not give in": by the same pronoun, and in the manner of words retold."""
    head = parse.tokens[found.content_head] if found.content_head is not None else verb
    if head.i <= verb.i:
        return _going_on_behind(parse, verb, content, others)
    of_first = parse.children(head.i, *_SUBJECTS)
    for clause in parse.children(verb.i, "conj"):
        own = parse.subtree(clause.i)
        subjects = parse.children(clause.i, *_SUBJECTS)
        retold = any(c.tag == "MD" for c in parse.children(clause.i, "aux", "aux:pass"))
        same = bool(subjects and of_first) and subjects[0].lower == of_first[0].lower and subjects[0].tag == "PRP"
        same = same or (bool(subjects) and subjects[0].lower in {"this", "that"} and verb.tag == "VBD")
        if not same or not retold or min(own) > max(content) + 2 or any(o.token in own for o in others):
            continue
        return content | frozenset(range(max(content) + 1, max(own) + 1))
    return content


def _going_on_behind(parse: Parse, verb: Token, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "The bridge was shut, the mayor said, | and it would stay so": in the manner of words retold, behind a comma."""
    comma = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)]
    last = max(i for i in content if parse.tokens[i].text[0].isalnum() or i == min(content))
    if comma.text != "," or verb.tag != "VBD" or last > verb.i:
        return content
    for clause in parse.children(verb.i, "conj"):
        own = parse.subtree(clause.i)
        retold = any(c.lower in _RETOLD for c in parse.children(clause.i, "aux", "aux:pass"))
        joined = bool(parse.children(clause.i, "cc")) and min(own) in {comma.i, comma.i + 1}
        if retold and joined and parse.children(clause.i, *_SUBJECTS) and not any(o.token in own for o in others):
            return content | frozenset(i for i in own if i > comma.i)
    return content


_RETOLD = frozenset({"would", "could", "might", "should"})
