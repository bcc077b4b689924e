"""When and in what something is said is no part of what is said, wherever the tree hangs it.

"The mill will close, the mayor said | on Monday |, if the rains fail", "said it would pay | in a post on its page |".
"""

from __future__ import annotations

from whosays.coding.statements.beside import SAYING, is_time
from whosays.coding.statements.drafts import Found, is_mark
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_LONGEST = 9  # tokens from the verb of speech to the comma behind its time
_PAPERS = frozenset("statement tweet post release email blog communique".split())
# Who does one of these in a paper does it there: "said it had apologised | in a statement |".
_IN_PAPERS = frozenset(
    """accuse admit allege announce apologise apologize appear ask attack blame boast brand call claim condemn
    confess confirm congratulate criticise criticize declare defend demand denounce deny describe disclose
    dismiss explain express find hint identify insist insult issue label learn make mention note pledge praise
    promise publish quote read refer reject release reveal say see show signal speak state suggest tell thank
    threaten use voice vow warn welcome write""".split()
)


def without_occasion(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """A content without the time, behind its speaker's verb, and the paper, at its end, that it is said in."""
    verb = parse.tokens[found.token]
    if not content or verb.lemma.lower() not in SAYING or not verb.is_verb or found.cue.belief:
        return content
    return _without_paper(parse, verb, content - _time(parse, verb, content))


def _time(parse: Parse, verb: Token, content: frozenset[int]) -> frozenset[int]:
    """ "The mill will close, the mayor said | on Monday |, if the rains fail": between the verb and the next comma."""
    _, end = parse.sentences[parse.sentence(verb.i)]
    behind = range(verb.i + 1, min(verb.i + _LONGEST, end))
    comma = next((i for i in behind if parse.tokens[i].text == ","), None)
    around = min(content) < verb.i < max(content)
    if not around or comma is None or comma == verb.i + 1 or not is_time(parse, verb.i + 1, comma):
        return frozenset()
    return frozenset(range(verb.i + 1, comma + 1))


def _without_paper(parse: Parse, verb: Token, content: frozenset[int]) -> frozenset[int]:
    words = [i for i in content if parse.tokens[i].text[0].isalnum()]
    if not words or min(words) < verb.i:
        return content
    for paper in (parse.tokens[i] for i in words):
        if paper.lemma.lower() not in _PAPERS or paper.dep not in {"obl", "nmod"}:
            continue
        below = parse.subtree(paper.i)
        article = any(c.lower in {"a", "an"} for c in parse.children(paper.i, "det"))
        head = parse.tokens[paper.head]
        last = max(below) >= max(words) and case_of(parse, paper.i) in {"in", "on", "via"}
        if not article or not last or min(below) <= min(words) + 2 or is_mark(parse, min(below) - 1):
            continue
        if not _does_it_there(parse, head, content):
            return frozenset(i for i in content if i < min(below))
    return content


def _does_it_there(parse: Parse, head: Token, content: frozenset[int]) -> bool:
    """ "Said he had | apologised | in a statement", "found it | in a post": a verb of words, or a noun of them."""
    while head.i in content:
        if head.lemma.lower() in _IN_PAPERS:
            return True
        if head.is_verb or head.head == head.i:
            return False
        head = parse.tokens[head.head]
    return False
