"""Clauses as content: "that the bridge fell", "whether it fell", "to rebuild it", "rebuilding it"."""

from __future__ import annotations

import msgspec

from whosays import ontology
from whosays.coding.mentions import phrase_range
from whosays.coding.statements.slots import Content, below, has_to
from whosays.coding.statements.surrounding import clause_around, clause_before
from whosays.parse import Parse, Token

_ASIDES = frozenset("when while as after before since because although though who which where".split())


def that_clause(parse: Parse, i: int) -> Content | None:
    """A clause that tells something: below the cue, on its noun, around or before it; None when there is none."""
    token = parse.tokens[i]
    for child in parse.children(i, "ccomp", "csubj", "csubj:pass"):
        infinitive = _is_infinitive(parse, child) and not any(
            m.lower == "that" for m in parse.children(child.i, "mark")
        )
        if not infinitive and not _is_aside(parse, child, i) and not _is_relative(parse, child):
            return _with_antecedent(parse, token, below(parse, child.i, "that"))
    nouns = _told(parse, token) if token.is_verb else (token,)
    for noun in nouns:  # "the claim that"; "told reporters that": hung on the one told by mistake
        for child in parse.children(noun.i, "acl", "acl:relcl"):
            if any(m.lower == "that" for m in parse.children(child.i, "mark")):
                return below(parse, child.i, "that")
    if not token.is_verb:
        return None
    return clause_around(parse, token) or clause_before(parse, token)


def _is_relative(parse: Parse, clause: Token) -> bool:
    """ "Declared a day of mourning for the raid | that killed ten": "that" is who did it, and brings no words."""
    first = parse.tokens[min(parse.subtree(clause.i))]
    return (
        first.lower == "that" and first.dep in {"nsubj", "nsubj:pass"} and first.head == clause.i and first.tag == "WDT"
    )


def _is_aside(parse: Parse, clause: Token, verb: int) -> bool:
    """ "When the clans fled, | they feared", "locals who had come back | say": a clause, and no words."""
    words = [parse.tokens[k] for k in parse.subtree(clause.i) if parse.tokens[k].text[0].isalnum()]
    quoted = any(q.open < clause.i < q.close for q in parse.quotations)
    if not words or quoted:
        return False
    behind_speaker = words[0].i > verb + 1 and words[0].lower == "who"  # "..., say locals | who have come back"
    opens = {words[0].lower, parse.tokens[max(words[0].i - 1, 0)].lower}
    if clause.i > verb and "should" in opens and parse.children(clause.i, "nsubj", "nsubj:pass"):
        return True  # "will recognise it | should the truce not hold"
    return behind_speaker if clause.i > verb else words[0].lower in _ASIDES


def whether_clause(parse: Parse, i: int) -> Content | None:
    """ "Asked | whether the bridge was safe", "asked how many had come"."""
    for child in parse.children(i, "ccomp", "advcl", "csubj", "xcomp"):
        tokens = parse.subtree(child.i)
        first = parse.tokens[min(tokens)]
        before = parse.tokens[first.i - 1]
        if child.i > i and before.lower == "whether" and before.i > i:  # hung on the cue itself
            return Content(frozenset({before.i, *tokens}), child.i, "whether")
        if child.i > i and (first.lower in {"whether", "if"} or first.tag in {"WP", "WRB", "WDT", "WP$"}):
            return below(parse, child.i, "whether")
    return None


def _told(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Who is spoken to: "told | reporters | that"; not "demanded | proof | that"."""
    nouns = ontology.load().nouns
    found = parse.children(verb.i, "obj", "iobj")
    return tuple(
        c
        for c in found
        if c.tag.startswith(("PRP", "NNP")) or nouns.kind_of(c.lemma.lower()) in {"person", "organisation"}
    )


def _with_antecedent(parse: Parse, verb: Token, content: Content) -> Content:
    """ "A truce that | he said | would not last": what the clause says, it says of the noun before it."""
    head = parse.tokens[content.head]
    if verb.dep != "acl:relcl" or head.i < verb.i or (head.tag == "VB" and has_to(parse, head)):
        return content
    if any(c.i > verb.i for c in parse.children(head.i, "nsubj", "nsubj:pass", "expl", "mark")):
        return content
    start, end = phrase_range(parse, verb.head)
    if end > verb.i:
        return content
    return msgspec.structs.replace(content, tokens=content.tokens | frozenset(range(start, end)))


def _is_infinitive(parse: Parse, token: Token) -> bool:
    return token.tag == "VB" and any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def infinitive(parse: Parse, i: int) -> Content | None:
    """An infinitive with "to" behind the cue, wherever it hangs."""
    for child in parse.children(i, "xcomp", "ccomp", "acl", "advcl"):
        if child.i > i and has_to(parse, child) and not (child.dep == "advcl" and _comma_between(parse, i, child.i)):
            return below(parse, child.i, "to")
    for noun in parse.children(i, "obj", "iobj"):  # "urged all parties to lay down": hung on the object by mistake
        for child in parse.children(noun.i, "acl"):
            if parse.tokens[i].is_verb and has_to(parse, child):
                return below(parse, child.i, "to")
    return None


def gerund(parse: Parse, i: int) -> Content | None:
    """A gerund right behind the cue."""
    for child in parse.children(i, "xcomp", "ccomp", "advcl"):
        if (
            (child.tag == "VBG" or any(c.tag == "VBG" for c in parse.children(child.i, "cop")))
            and child.i > i
            and min(parse.subtree(child.i)) <= i + 2
            and not _comma_between(parse, i, child.i)
        ):
            return below(parse, child.i, "ing")
    return None


def _comma_between(parse: Parse, first: int, last: int) -> bool:
    return any(t.text == "," for t in parse.tokens[first:last])
