"""Deeds that a statement only mentions by the way: when, why, or by whom something else was done.

"Denied that it had broken the truce | after the raid": the raid is not denied; "threatened to shell the port | if its
men are arrested": nobody threatens to arrest; "claimed the blast | in revenge for the killing of two men".

And figures by which only a deed is known: "said the raid, | which killed six, | came from the east" says whence.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.ontology import owning
from whosays.parse import Parse, Token
from whosays.records import Act, Span

# What else may stand beside what is denied or claimed; whoever condemns someone for a deed may tell it any way.
_STRICT: frozenset[Act] = frozenset(
    {"deny", "claim", "blame", "accuse", "demand", "call", "promise", "threaten", "agree", "predict", "warn", "refuse"}
)
# What somebody is to do about words is not what the words tell.
_ASKED: frozenset[Act] = frozenset({"demand", "call", "promise", "agree", "threaten", "warn", "refuse"})
_SAID = frozenset({"allegation", "accusation", "claim", "report", "charge", "rumour", "rumor"})
_LAYING: frozenset[Act] = frozenset({"claim", "blame", "accuse"})
_MEANS = frozenset({"bomb", "rocket", "missile", "shell", "mortar", "grenade", "mine", "drone"})
_OPENERS = frozenset("after before since following amid until because although though despite if unless once".split())
_ANSWERS = frozenset("response retaliation revenge reprisal answer reaction retribution vengeance".split())


def is_by_the_way(parse: Parse, act: Act, content: int | None, deed: int) -> bool:
    """Whether the deed at token ``deed`` stands in a content with head ``content`` only beside what the act is about.

    Args:
        parse: the report.
        act: what is done by saying so.
        content: the token that governs the content.
        deed: the token of the deed.
    """
    if act not in _STRICT or content is None or deed == content:
        return False
    below = parse.tokens[deed]
    while below.i != content:
        if _is_aside(parse, below, act):
            return _hangs_on(parse, below, content)
        if below.head == below.i:
            return False
        below = parse.tokens[below.head]
    return False


def _hangs_on(parse: Parse, token: Token, content: int) -> bool:
    return any(above.i == content for above in parse.ancestors(token.i))


def _is_aside(parse: Parse, token: Token, act: Act) -> bool:
    """ "After the raid", "if its men are arrested", "in revenge for it", "the men | who shelled it"."""
    noun = parse.tokens[token.head]
    if token.dep == "acl" and noun.lemma.lower() in _SAID:  # "urged them to look into | allegations | that it shelled"
        return act in _ASKED and any(m.lower == "that" for m in parse.children(token.i, "mark"))
    if token.dep == "compound" and noun.lemma.lower() in _SAID | {"complaint"}:
        return act in {"accuse", "blame"}  # "accused the police of ignoring | abuse | claims"
    if token.dep == "acl:relcl":
        deed = owning.load().is_deed(noun.lemma.lower())
        deed = deed or (act in _LAYING and noun.lemma.lower() in _MEANS)  # "blamed it for the bomb | that killed nine"
        return token.i > token.head and not deed
    if token.dep == "nmod" and parse.tokens[token.head].lemma.lower() == "number":
        return True  # "disputed the number | of protesters killed"
    if _is_hushed(parse, token):
        return True
    if token.dep in {"obl", "nmod"}:
        opener = case_of(parse, token.i)
        if opener in {"for", "to"} and token.dep == "nmod" and noun.lemma.lower() in _ANSWERS:
            return True  # "the raid, a reprisal | for an ambush |"
        return opener in _OPENERS or (opener == "in" and token.lemma.lower() in _ANSWERS)
    if token.dep == "advcl" and noun.lower == "long" and any(m.lower == "as" for m in parse.children(token.i, "mark")):
        return True  # "refused to talk as long as | sanctions | remained"
    return token.dep == "advcl" and any(m.lower in _OPENERS for m in parse.children(token.i, "mark", "case"))


def _is_hushed(parse: Parse, token: Token) -> bool:
    """ "Accused them of lying about | the massacre |", "of covering up | the raid |": of what came of it, not of it."""
    verb = parse.tokens[token.head]
    if token.dep == "obl" and verb.lemma.lower() in {"lie", "mislead"}:
        return case_of(parse, token.i) in {"about", "over"}
    up = verb.lemma.lower() == "cover" and any(c.lower == "up" for c in parse.children(verb.i, "compound:prt"))
    return token.dep == "obj" and (up or verb.lemma.lower() in _HUSHING)


_HUSHING = frozenset({"conceal", "hide", "downplay", "understate", "underreport", "inflate", "exaggerate", "minimise"})


def is_known_by(parse: Parse, figure: Span, content: Sequence[Span], *, whole: bool = False) -> bool:
    """Whether a figure only tells which deed is meant: "said | the shells which killed 17 people | came from afar".

    The report knows the deed by it; the speaker counts nobody. Not so of "a strike | that killed 12 |", which is news.

    Args:
        parse: the report.
        figure: the words of the figure.
        content: what is said.
        whole: whether the deed may be all that is said ("blamed him for | the raid that killed six |").
    """
    token = parse.tokens[parse.root_of(*parse.tokens_of(figure))]
    for clause in (token, *parse.ancestors(token.i)):
        noun = parse.tokens[clause.head]
        if clause.dep != "acl:relcl" or noun.i >= clause.i or not _covers(parse, content, noun):
            continue
        if not whole and any(parse.root_of(*parse.tokens_of(span)) == noun.i for span in content):
            return False  # "confirmed | the strike that killed 12 |"
        while whole and noun.dep == "nmod" and _covers(parse, content, parse.tokens[noun.head]):
            noun = parse.tokens[noun.head]  # "the shelling of a market in Kest | that killed 17 |"
        definite = any(c.lower in _DEFINITE for c in parse.children(noun.i, "det"))
        if definite or parse.children(noun.i, "nmod:poss"):
            return noun.is_noun and noun.lemma.lower() not in _COUNTS
    return False


def _covers(parse: Parse, content: Sequence[Span], token: Token) -> bool:
    return any(span.covers(parse.span(token.i, token.i + 1)) for span in content)


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_COUNTS = frozenset({"toll", "number", "figure", "count", "tally", "total"})  # "the toll, which stands at 12"
