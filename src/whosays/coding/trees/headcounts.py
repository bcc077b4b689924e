"""Lists of victims with a count in them, "him, two of his aides and a cousin": each set beside the first of the list.

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_ONE_MORE = frozenset({"a", "an", "his", "her", "their", "its"})
_GROUPS = frozenset({"couple", "pair", "team", "group", "family", "crew", "band", "duo", "trio", "majority", "number"})
_THEM = frozenset({"them", "us", "whom"})


@at("appos")
def _count_in_list(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed the mayor, | two | of his aides and a cousin": two more of a list, for one man is not two."""
    first = parse.tokens[token.head]
    if first.tag == "CD" and token.tag == "NN" and _number(parse, first) > 1 and token.i > first.i:
        one_more = parse.children(token.i, "det", "nmod:poss") and any(
            parse.children(c.i, "cc") for w in (token, first) for c in parse.children(w.i, "conj")
        )
        if one_more and _are_them(parse, first):  # "four of them, | the driver and a woman |"
            yield _replace(token, dep="conj")
        return
    another = first.tag == "NNS" and bool(parse.children(first.i, "nummod")) and token.tag in {"NN", "NNP"}
    if another and token.lower not in _GROUPS and any(c.lower in {"a", "an"} for c in parse.children(token.i, "det")):
        joined = [c for w in (first, token) for c in parse.children(w.i, "conj") if c.i > token.i]
        if any(parse.children(c.i, "cc") for c in joined):  # "two cooks, | a Dane | and their guides"
            yield _replace(token, dep="conj")
        return
    if first.tag not in {"NN", "NNP", "PRP"} or _number(parse, token) < 2 or parse.children(first.i, "nummod"):
        return
    opening = min(parse.subtree(token.i))
    if token.i < first.i or "," not in {t.text for t in parse.tokens[opening - 1 : opening + 1]}:
        return
    if token.tag == "CD" and not _owned(parse, token):
        return
    around = (token, *parse.children(token.i, "nmod"))
    later = [c for w in around for c in parse.children(w.i, "conj") if parse.children(c.i, "cc")]
    beside = any(parse.children(c.i, "cc") for c in parse.children(first.i, "conj") if c.i > token.i)
    if later or beside:
        yield _replace(token, dep="conj")


def _number(parse: Parse, token: Token) -> int:
    """One, or two for any larger number."""
    told = [token] if token.tag == "CD" else list(parse.children(token.i, "nummod"))
    return 2 if told and told[0].lower not in {"one", "1"} and (token.tag in {"CD", "NNS"}) else 1


def _are_them(parse: Parse, count: Token) -> bool:
    return any(c.lower in _THEM for c in parse.children(count.i, "nmod"))


def _owned(parse: Parse, count: Token) -> bool:
    """ "Two | of his aides", "four of the guards"."""
    of = [c for c in parse.children(count.i, "nmod") if case_of(parse, c.i) == "of"]
    return len(of) == 1 and of[0].tag == "NNS"


@at("conj")
def _beside_count(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Two of his aides | and a cousin |", "eleven of them | and their driver |": beside them, and not of the lot."""
    lot = parse.tokens[token.head]
    count = parse.tokens[lot.head]
    if lot.dep != "nmod" or count.tag != "CD" or case_of(parse, lot.i) != "of" or not count.i < lot.i < token.i:
        return
    if not token.is_noun or not parse.children(token.i, "cc"):
        return
    article = any(c.lower in _ONE_MORE for c in parse.children(token.i, "det", "nmod:poss"))
    if lot.lower in _THEM or article or parse.children(token.i, "nummod"):
        first = parse.tokens[count.head] if count.dep == "appos" else count
        listed = count.dep == "appos" and first.tag in {"NN", "NNP", "PRP"}
        yield _replace(token, head=first.i if listed else count.i)


@at("conj")
def _beside_editor(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Held the editor of the weekly Kest 8, | a cook and two drivers |": beside the editor, and no third weekly."""
    paper = parse.tokens[token.head]
    editor = parse.tokens[paper.head]
    if paper.dep != "nmod" or not paper.tag.startswith("NNP") or case_of(parse, paper.i) != "of":
        return
    joined = [c for c in parse.children(paper.i, "conj") if c.i > paper.i]
    people = all(c.tag in {"NN", "NNS"} and parse.children(c.i, "nummod", "det", "nmod:poss") for c in joined)
    the = any(c.lower in {"the", "a", "an"} for c in parse.children(editor.i, "det"))
    last = bool(joined) and bool(parse.children(joined[-1].i, "cc"))
    if len(joined) > 1 and people and last and the and editor.tag == "NN" and editor.dep in {"obj", "nsubj:pass"}:
        yield _replace(token, head=editor.i)


@at("conj")
def _behind_one_of_them(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killing five men, one of them a cleric, | and the owner |": beside the five, behind what is told of one."""
    told = parse.tokens[token.head]
    apart = [c for c in parse.children(token.i, "cc") if parse.tokens[c.i - 1].text == ","]
    several = so_many_of(parse, told)
    if apart and token.is_noun and told.i < token.i and several is not None:
        yield _replace(token, head=several.i)


def so_many_of(parse: Parse, told: Token) -> Token | None:
    """The five, where "one of them | a cleric |" tells of one of them."""
    above = parse.tokens[told.head]
    if told.dep in {"nmod", "appos"} and above.tag == "CD" and above.dep == "appos":
        several, counts = parse.tokens[above.head], [above]
    elif told.dep == "appos":
        several, counts = above, [c for c in parse.children(told.i, "nsubj", "appos", "nummod") if c.tag == "CD"]
    else:
        return None
    them = any(w.lower in _THEM for c in counts if c.i < told.i for w in parse.children(c.i, "nmod"))
    return several if them and (several.is_noun or several.tag == "CD") and several.i < told.i else None


@at("compound")
def _one_thing_and_more(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Burning | a church | and grain stores": a noun with its own article is the first of two."""
    second = parse.tokens[token.head]
    article = [c for c in parse.children(token.i, "det") if c.lower in {"a", "an"}]
    joint = parse.behind(token.i)
    if not article or second.tag != "NNS" or joint.dep != "cc" or joint.head != second.i or not joint.i < second.i:
        return
    yield _replace(token, dep=second.dep, head=second.head if second.head != second.i else token.i)
    yield _replace(second, dep="conj", head=token.i)


@at("nsubj:pass", "nsubj")
def _so_many_of_them(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Nine people were killed, | seven of them civilians |, in clashes": what seven of the nine are."""
    verb = parse.tokens[token.head]
    count = [c for c in parse.children(token.i, "nummod") if any(w.lower in _THEM for w in parse.children(c.i, "nmod"))]
    if len(count) != 1 or not verb.i < count[0].i < token.i or parse.tokens[count[0].i - 1].text != ",":
        return
    several = [c for c in parse.children(verb.i, token.dep) if c.i < verb.i]
    if len(several) == 1 and (several[0].is_noun or several[0].tag == "CD"):
        yield _replace(count[0], dep="appos", head=several[0].i)
        yield _replace(token, dep="nmod", head=count[0].i)


RULES = (_beside_editor, _count_in_list, _beside_count, _behind_one_of_them, _one_thing_and_more, _so_many_of_them)
