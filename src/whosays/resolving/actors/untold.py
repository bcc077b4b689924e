"""Who is the subject of a sentence near a pronoun, where no deed and no statement has made a mention of him.

"| A baker | lived by the mill. He was arrested": of the baker no deed is told but through the pronoun, which else would
mean nobody. Kept only where a pronoun turns out to mean him.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from whosays.parse import Name, Parse, Token
from whosays.records import Mention, mention_id
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.coreference import SUBJECTS
from whosays.resolving.actors.own import noun_at
from whosays.resolving.actors.pronouns import MADE_BY as OF_PRONOUNS
from whosays.resolving.actors.pronouns import NEUTERS, PERSONS, PLURALS

MADE_BY = "rule:untold@1"
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:desc"})
_LONGEST = 6  # words of an "of"-phrase behind the noun
_NO_ONE = frozenset({"no", "any", "every", "each", "either", "neither", "such", "another", "other"})


def untold(parse: Parse, asked: Sequence[Asked]) -> Iterator[Mention]:
    """A mention for every such subject in the sentence of a pronoun that takes part in something, or the one before."""
    heads = {a.head for a in asked}
    near: dict[int, set[str]] = {}
    for one in asked:
        word = parse.tokens[one.head].lower
        if one.mention.form == "pronoun" and one.mention.made_by != OF_PRONOUNS and word in PERSONS | PLURALS | NEUTERS:
            here = parse.sentence(one.head)
            near.setdefault(here, set()).add(word)
            if here and (word not in NEUTERS or _opens(parse, one.head)):
                near.setdefault(here - 1, set()).add(word)
    for sentence, words in sorted(near.items()):
        start, end = parse.sentences[sentence]
        for token in parse.tokens[start:end]:
            if token.dep in SUBJECTS and token.i not in heads and _may_be_meant(parse, token, words):
                yield _mention(parse, token)


def _opens(parse: Parse, pronoun: int) -> bool:
    """Whether a pronoun is what its sentence is about, or owns it: "| It | was fined", "| Its | owner fled"."""
    token = parse.tokens[pronoun]
    token = parse.tokens[token.head] if token.dep == "nmod:poss" else token
    return token.dep in SUBJECTS and parse.tokens[token.head].dep == "root"


def states_told_of(parse: Parse, taken: Set[int]) -> Iterator[Name]:
    """The states that are the subject of a clause and stand in no mention: "| Orland | named a general. It ..."."""
    for name in parse.names:
        head = parse.root_of(name.start, name.end)
        if name.kind == "state" and head not in taken and parse.tokens[head].dep in SUBJECTS:
            yield name


def _may_be_meant(parse: Parse, token: Token, words: set[str]) -> bool:
    """Whether a subject is somebody of the kind that one of the pronouns means, and is not named or owned."""
    if token.tag not in {"NN", "NNS"} or any(n.start <= token.i < n.end for n in parse.names):
        return False
    noun = noun_at(parse, token.i)
    if (
        noun is None
        or noun.kind not in {"person", "organisation"}
        or noun.lemma not in {token.lower, token.lemma.lower()}
    ):
        return False  # "the number of | fighters |"
    if parse.children(token.i, "nmod:poss", "appos", "flat", "conj") or _NO_ONE & {
        c.lower for c in parse.children(token.i, "det", "amod")
    }:
        return False  # "| his | brother", "the mayor, | Ana Ruiz |": told by another mention
    if noun.kind == "organisation":
        return token.tag == "NN" and bool(words & NEUTERS)
    if token.tag == "NNS" or noun.group:
        return bool(words & PLURALS)
    return bool(words & PERSONS) and bool(parse.children(token.i, "det"))


def _mention(parse: Parse, token: Token) -> Mention:
    start, end = token.i, token.i + 1
    for child in sorted(parse.children(token.i, *_BEFORE), key=lambda c: -c.i):
        if child.i < start and max(parse.subtree(child.i)) == start - 1:
            start = min(parse.subtree(child.i))
    for child in parse.children(token.i, "nmod"):
        inside = parse.subtree(child.i)
        if min(inside) == end and parse.tokens[end].lower == "of" and len(inside) <= _LONGEST:
            end = max(inside) + 1
    span = parse.span(start, end)
    words = " ".join(parse.report.words(span).split())
    return Mention(id=mention_id(span, "actor"), kind="actor", form="nominal", span=span, name=words, made_by=MADE_BY)
