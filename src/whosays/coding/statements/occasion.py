"""When and in what something is said is no part of what is said, wherever the tree hangs it.

"The mill will close, the mayor said | on Monday |, if the rains fail", "said it would pay | in a post on its page |".
"""

from __future__ import annotations

from whosays.coding.statements.beside import SAYING, is_time
from whosays.coding.statements.drafts import Found, is_mark
from whosays.parse import Parse, Token

_LONGEST = 9  # tokens from the verb of speech to the comma behind its time
_IN = frozenset({"in", "on", "via", "through"})
_CLAIMED_IN = frozenset("statement video message post letter recording interview tweet audio communique email".split())
_PAPERS = frozenset("statement tweet post release email blog communique".split())
# Who does one of these in a paper does it there: "said it had apologised | in a statement |".
_IN_PAPERS = frozenset(
    """accuse admit allege announce apologise apologize appear ask attack blame boast brand call claim condemn
    confess confirm congratulate criticise criticize declare defend demand denounce deny describe disclose
    dismiss explain express find hint identify insist insult issue label learn make mention note pledge praise
    promise publish quote read refer reject release reveal say see show signal speak state suggest tell thank
    threaten use voice vow warn welcome write""".split()
)


def without_time(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "The mill will close, the mayor said | on Monday |, if the rains fail": between the verb and the next comma."""
    if not content or not _says(parse, found):
        return content
    verb = parse.tokens[found.token]
    _, end = parse.sentences[parse.sentence(verb.i)]
    behind = range(verb.i + 1, min(verb.i + _LONGEST, end))
    comma = next((i for i in behind if parse.tokens[i].text == ","), None)
    around = min(content) < verb.i < max(content)
    if not around or comma is None or comma == verb.i + 1 or not is_time(parse, verb.i + 1, comma):
        return content
    return content - frozenset(range(verb.i + 1, comma + 1))


def without_paper(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "Said it would pay | in a post on its page |", "claimed the attack | in a video |": at the end of it."""
    words = [i for i in content if parse.tokens[i].text[0].isalnum()]
    claims = found.cue.act == "claim"
    if not words or not (claims or (_says(parse, found) and min(words) > found.token)):
        return content
    for paper in (parse.tokens[i] for i in words):
        opens = [c.i for c in parse.children(paper.i, "case") if c.lower in _IN]
        if not opens or max(parse.subtree(paper.i)) < max(words):
            continue
        if _is_of_claim(paper) if claims else _is_of_speech(parse, paper, content):
            return frozenset(i for i in content if i < opens[0])
    return content


def _says(parse: Parse, found: Found) -> bool:
    verb = parse.tokens[found.token]
    return verb.lemma.lower() in SAYING and verb.is_verb and not found.cue.belief


def _is_of_claim(paper: Token) -> bool:
    return paper.dep == "nmod" and paper.lemma.lower() in _CLAIMED_IN


def _is_of_speech(parse: Parse, paper: Token, content: frozenset[int]) -> bool:
    if paper.dep not in {"obl", "nmod"} or paper.lemma.lower() not in _PAPERS:
        return False
    article = any(c.lower in {"a", "an"} for c in parse.children(paper.i, "det"))
    first = min(parse.subtree(paper.i))
    apart = first > min(content) + 2 and not is_mark(parse, first - 1)
    return article and apart and not _does_it_there(parse, parse.tokens[paper.head], content)


def _does_it_there(parse: Parse, head: Token, content: frozenset[int]) -> bool:
    """ "Said he had | apologised | in a statement", "found it | in a post": a verb of words, or a noun of them."""
    while head.i in content:
        if head.lemma.lower() in _IN_PAPERS:
            return True
        if head.is_verb or head.head == head.i:
            return False
        head = parse.tokens[head.head]
    return False
