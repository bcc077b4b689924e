"""Clauses that go with what is said though the tree hangs them on the verb of speech.

"| If the rains fail |, the mayor said, | the mill will close", "said he was tired | but he would not give in".
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.drafts import Found
from whosays.parse import Parse, Token

_CONDITIONS = frozenset({"if", "unless", "because", "until", "once", "when", "although", "though", "since"})
_LIMITING = frozenset({"even", "only", "especially", "particularly", "but"})  # "but only if it rains"
_OF_SPEAKER = frozenset({"he", "she", "they", "it", "we", "i"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")


def conditioned(parse: Parse, found: Found, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """A content with the clause before its speaker on which it depends, and with the one that goes on with it."""
    verb = parse.tokens[found.token]
    if not content or verb.lemma.lower() not in SAYING or not verb.is_verb or found.cue.belief:
        return content
    before = _condition(parse, found, verb, content, others)
    return before | _condition_behind(parse, verb, content, others) | _going_on(parse, found, verb, content, others)


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


def _condition_behind(parse: Parse, verb: Token, content: frozenset[int], others: Sequence[Found]) -> frozenset[int]:
    """ "The mill will close, the mayor said, | if the rains fail |"."""
    if any(i > verb.i and parse.tokens[i].text[0].isalnum() for i in content):
        return content
    for clause in parse.children(verb.i, "advcl", "conj"):
        own = parse.subtree(clause.i)
        words = [parse.tokens[i] for i in own if parse.tokens[i].text != ","]
        first = next((t for t in words if t.lower not in _LIMITING), words[0])  # "but only | if the list is right"
        apart = words[0].i > verb.i and parse.tokens[words[0].i - 1].text == ","
        if apart and first.lower in {"if", "unless"} and not any(o.token in own for o in others):
            return content | frozenset(t.i for t in words)
    return content


def _going_on(
    parse: Parse, found: Found, verb: Token, content: frozenset[int], others: Sequence[Found]
) -> frozenset[int]:
    """ "Said he was tired | but he would not give in": by the same pronoun, and in the manner of words retold."""
    head = parse.tokens[found.content_head] if found.content_head is not None else verb
    if head.i <= verb.i:
        return _going_on_behind(parse, verb, content, others)
    for clause in parse.children(verb.i, "conj"):
        own = parse.subtree(clause.i)
        beliefs = _in_present(parse, verb, head, clause)
        if min(own) > max(content) + 2 or any(o.token in own and not (beliefs and o.cue.belief) for o in others):
            continue
        told_on = _same_speaks_on(parse, verb, head, clause) or _goes_on(parse, verb, clause)
        if beliefs or told_on or _runs_on(parse, verb, clause):
            return content | frozenset(range(max(content) + 1, max(own) + 1))
    return content


def _same_speaks_on(parse: Parse, verb: Token, head: Token, clause: Token) -> bool:
    """ "Said he was tired | but he would not give in", "said it was lost, | but that would change"."""
    of_first, subjects = parse.children(head.i, *_SUBJECTS), parse.children(clause.i, *_SUBJECTS)
    same = bool(subjects and of_first) and subjects[0].lower == of_first[0].lower and subjects[0].tag == "PRP"
    same = same or (bool(subjects) and subjects[0].lower in {"this", "that"} and verb.tag == "VBD")
    return same and any(c.tag == "MD" for c in parse.children(clause.i, "aux", "aux:pass"))


def _in_present(parse: Parse, verb: Token, head: Token, clause: Token) -> bool:
    """ "Said the town | prides | itself on its wells, and farmers | see | it so": the writer tells in the past."""
    joined = [c.lower for c in parse.children(clause.i, "cc")] == ["and"]
    if verb.tag != "VBD" or not joined or not parse.children(clause.i, *_SUBJECTS):
        return False
    return _finite(parse, head) in _PRESENT and _finite(parse, clause) in _PRESENT


def _runs_on(parse: Parse, verb: Token, clause: Token) -> bool:
    """ "The rebels say they lost two men and others are hurt": in the present, and with no comma to close it."""
    joint = parse.children(clause.i, "cc")
    subjects = parse.children(clause.i, *_SUBJECTS)
    if verb.tag not in _PRESENT or [c.lower for c in joint] != ["and"] or not subjects:
        return False
    return subjects[0].i > joint[0].i and parse.tokens[joint[0].i - 1].text != "," and bool(_finite(parse, clause))


def _finite(parse: Parse, verb: Token) -> str:
    """The tag of the verb's own form or of what helps it: "has been a help" tells in the present."""
    helping = parse.children(verb.i, "aux", "aux:pass", "cop")
    return next((t.tag for t in (*helping, verb) if t.tag in _TENSED), "")


def _goes_on(parse: Parse, verb: Token, clause: Token) -> bool:
    """ "Said the dam was a help, | and farmers would need it", "argued it should not be cut | but propped up"."""
    if verb.tag != "VBD":
        return False
    joint = {c.lower for c in parse.children(clause.i, "cc")}
    helping = {c.lower for c in parse.children(clause.i, "aux", "aux:pass")}
    subjects = parse.children(clause.i, *_SUBJECTS)
    if clause.tag == "VBN" and not helping and not subjects:
        return joint <= {"but", "and", "or"} and bool(joint)  # no verb of the speaker's: a participle alone
    return bool(subjects) and joint == {"and"} and bool(helping & _RETOLD)


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
_PRESENT = frozenset({"VBZ", "VBP"})
_TENSED = _PRESENT | {"VBD", "MD"}
