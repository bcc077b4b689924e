"""What a charge or report says, where no "that" tells so: "denied claims | it had fled", "charges by X | that it had".

A small parser hangs such a clause on the verb of the denial, or takes it for a relative clause; each rule takes a token
and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.ontology.gainsaying import load
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_ANSWERING = frozenset(
    "deny reject dismiss refute dispute rebut repudiate disprove debunk contradict downplay rubbish counter".split()
)
_OBLIQUE = frozenset({"it", "he", "she", "they", "we", "i"})
_BY = frozenset({"by", "from"})


def _is_said(token: Token) -> bool:
    """ "Charges", "the allegation": a noun for what was said."""
    return token.is_noun and token.lemma.lower() in load().said


def _is_whole(parse: Parse, clause: Token) -> bool:
    """Whether a clause lacks nothing: "it had rejected | an offer |", "he is ill", "she was jailed"; not "he made"."""
    if clause.lower in _OBLIQUE or not parse.children(clause.i, *SUBJECTS):
        return False
    helping = parse.children(clause.i, "aux", "aux:pass", "cop")
    if not (clause.tag in FINITE or any(h.tag in FINITE or h.tag == "MD" for h in helping)):
        return False
    relative = any(c.tag in {"WDT", "WP", "WRB"} for c in parse.children(clause.i))
    filled = parse.children(clause.i, "obj", "xcomp", "ccomp", "cop", "nsubj:pass")
    return not relative and any(c.dep in {"cop", "nsubj:pass"} or c.i > clause.i for c in filled)


def _is_bare(parse: Parse, noun: Token, clause: Token) -> bool:
    """ "Claims | it had rejected an offer": a whole clause right behind the noun, with its subject first."""
    first = min(parse.subtree(clause.i))
    subjects = parse.children(clause.i, *SUBJECTS)
    leads = any(first == min(parse.subtree(s.i)) for s in subjects)
    return first == noun.i + 1 and leads and _is_whole(parse, clause)


@on("ccomp", "advcl", "acl:relcl", "conj", "parataxis")
def _what_is_denied(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Denied claims | it had fled to Veldia", "denied charges by the union | that it had spied on it"."""
    if not token.is_verb and not parse.children(token.i, "cop"):
        return
    noun, by = _said_before(parse, token)
    if noun is None:
        return
    verb = parse.tokens[noun.head]
    if token.head not in {verb.i, noun.i, by.i if by is not None else noun.i}:
        return
    first = parse.tokens[min(parse.subtree(token.i))]
    if first.lower == "that" and first.dep == "mark" and parse.children(token.i, *SUBJECTS):
        if token.head == noun.i and token.dep != "acl:relcl":
            return
    elif by is not None or not _is_bare(parse, noun, token):
        return
    yield moved(token, "acl", noun.i)
    if by is not None and by.head == verb.i:
        yield moved(by, "nmod", noun.i)


def _said_before(parse: Parse, clause: Token) -> tuple[Token | None, Token | None]:
    """The noun for what was said that is denied, right before a clause, and whose word it is, if told between."""
    first = min(parse.subtree(clause.i))
    before = parse.tokens[first - 1] if first else clause
    if _is_denied(parse, before):
        return before, None
    for above in (before, *parse.ancestors(before.i)):
        by = any(c.lower in _BY for c in parse.children(above.i, "case"))
        if not by or above.i >= first or max((i for i in parse.subtree(above.i) if i < first), default=-1) != first - 1:
            continue
        start = min(parse.subtree(above.i))
        noun = parse.tokens[start - 1] if start else above
        if _is_denied(parse, noun) and above.head in {noun.i, noun.head} and not _is_passive(parse, noun):
            return noun, above
    return None, None


def _is_denied(parse: Parse, noun: Token) -> bool:
    verb = parse.tokens[noun.head]
    denied = noun.dep in {"obj", "nsubj:pass"} and verb.is_verb and verb.lemma.lower() in _ANSWERING
    return denied and _is_said(noun) and verb.i < noun.i


def _is_passive(parse: Parse, noun: Token) -> bool:
    return bool(parse.children(noun.head, "aux:pass"))


_GOING_ON = frozenset("accuse say insist blame add call condemn criticise criticize defend describe stress vow".split())


@on("conj")
def _denies_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Denied charges he ran a gang, | and accused | the mayor of it": behind the comma he who denies goes on."""
    inner = parse.tokens[token.head]
    noun = parse.tokens[inner.head]
    if inner.dep != "acl" or not _is_denied(parse, noun) or inner.i > token.i or parse.children(token.i, *SUBJECTS):
        return
    verb = parse.tokens[noun.head]
    if token.lemma.lower() not in _GOING_ON or not _is_whole(parse, inner):
        return  # "claims that it held, | and threatened | to kill, a cook": told of it
    joint = next((c for c in parse.children(token.i, "cc") if c.lower in {"and", "but"}), None)
    past = {"VBD", "VBN"}
    alike = token.tag == verb.tag or {token.tag, verb.tag} <= past
    if joint is not None and parse.tokens[joint.i - 1].text == "," and alike:
        yield moved(token, "conj", verb.i)


RULES = (_what_is_denied, _denies_and)
