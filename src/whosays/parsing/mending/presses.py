""" "State media | report | three men were shot": the verb of the press, read as a noun.

The rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_PRESS = frozenset({"media", "newspapers", "broadcasters", "outlets", "papers", "agencies", "dailies", "stations"})
_ONE = frozenset({"a", "an", "one", "this", "that", "each", "every", "another", "no", "single"})  # "a media | report |"
_HELPING = ("aux", "aux:pass", "cop")


@on("compound", "nmod:desc", "nsubj", "nsubj:pass", "nmod", "root", "ccomp", "amod")
def _press_reports(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Local media | report | the army has shelled two villages": behind the many who report, with a clause behind."""
    press = parse.tokens[token.i - 1]
    if token.lower != "report" or token.tag != "NN" or token.i == 0 or press.lower not in _PRESS:
        return
    clause = _clause(parse, token)
    if clause is None or any(c.lower in _ONE for t in (press, token) for c in parse.children(t.i, "det", "nummod")):
        return
    if clause.head == token.i:
        yield msgspec.structs.replace(token, tag="VBP")
    else:
        yield moved(token, clause.dep, token.i if clause.dep == "root" else clause.head, "VBP")
    yield moved(press, "nsubj", token.i)
    yield moved(clause, "ccomp", token.i)
    for child in parse.children(token.i):
        if child.i < press.i:
            yield moved(child, child.dep, press.i)


def _clause(parse: Parse, report: Token) -> Token | None:
    """The verb of the clause behind, with a subject of its own behind "report"."""
    _, end = parse.sentences[parse.sentence(report.i)]
    for token in parse.tokens[report.i + 1 : end]:
        own = [c for c in parse.children(token.i, *SUBJECTS) if c.i > report.i]
        helped = any(c.tag in FINITE | {"MD"} for c in parse.children(token.i, *_HELPING))
        if own and own[0].i < token.i and (token.tag in FINITE or helped):
            return token if token.dep == "root" or report.i in {token.head, parse.tokens[token.head].head} else None
        if (token.tag in FINITE and token.dep not in _HELPING) or token.text in {",", ":", ";", "-"}:
            return None
    return None


RULES = (_press_reports,)
