"""Verbs in the present tense read as plural nouns: "Police | detain | Ana Ruiz", "the court | sentences | two men".

A tagger that has read little of that style takes the verb for the last half of a compound, and the sentence loses its
verb. No noun has an article or a number right behind it, with nothing to join the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, moved, on

# Verbs of deeds whose present tense looks like a noun.
_LIKE_NOUNS = frozenset(
    "arrest attack bomb charge fine fire hand jail kill launch murder raid release sanction search sentence shell "
    "shoot strike target wound detain kidnap seize deport expel capture storm free execute suspend ban torpedo".split()
)
_BELOW = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis"})
_HOLDING = frozenset({"compound", "nsubj", "nmod:poss", "flat", "amod", "nmod:desc"})


@on("root")
def _present_as_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court | sentences two men": the verb of the sentence, right between its subject and its object."""
    if token.tag not in {"NN", "NNS", "NNPS"} or not token.text.islower() or not token.i:
        return
    named = any(n.start <= token.i < n.end for n in parse.names)
    if token.lemma.lower() not in _LIKE_NOUNS or named or _has_verb(parse, token):
        return
    name = parse.tokens[token.i - 1]
    behind = parse.tokens[token.i + 1 : token.i + 3]
    if name.head != token.i or name.dep not in _HOLDING or not name.is_noun or len(behind) < len(("a", "man")):
        return
    over = token.lemma.lower() == "hand" and behind[0].lower == "over"
    first = behind[1] if over else behind[0]
    counted = first.tag in {"DT", "CD", "PRP$"} or (token.lemma.lower() == "detain" and first.tag.startswith("NNP"))
    taken = _under(parse, first, token)
    if not counted or taken is None:
        return
    yield moved(token, "root", token.i, "VBZ" if token.tag.endswith("S") else "VBP")
    yield moved(name, "nsubj", token.i)
    yield moved(taken, "obj", token.i)
    if over:
        yield moved(behind[0], "compound:prt", token.i, "RP")
    for child in parse.children(token.i):
        if child.i < name.i and child.dep in {"det", "amod", "compound", "nmod:poss", "nummod"}:
            yield moved(child, child.dep, name.i)


def _has_verb(parse: Parse, root: Token) -> bool:
    """Whether the sentence has a finite verb that is not below another clause."""
    for token in parse.around(root.i):
        if token.tag not in FINITE and token.tag != "MD":
            continue
        above = [token, *parse.ancestors(token.i)]
        if token.i < root.i or not any(a.dep in _BELOW for a in above):
            return True
    return False


def _under(parse: Parse, first: Token, root: Token) -> Token | None:
    """The head of the phrase that begins with ``first``: the word of it that hangs on the root."""
    for word in (first, *parse.ancestors(first.i)):
        if word.head == root.i and word.i > root.i and word.is_noun:
            return word
        if word.head == word.i or word.i < root.i:
            break
    return None


@on("conj")
def _second_present(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Convicts three men and | acquits five others": the second verb, taken for one of the men."""
    beside = parse.tokens[token.head]
    verb = parse.tokens[beside.head]
    joined = parse.tokens[token.i - 1].lower == "and" and token.i + 1 < len(parse.tokens)
    if not joined or token.tag != "NNS" or verb.tag != "VBZ" or beside.dep != "obj" or not token.text.islower():
        return
    if token.lemma.lower() not in _LIKE_NOUNS | {"acquit"} or parse.behind(token.i).tag not in {"CD", "DT", "PRP$"}:
        return
    taken = next((c for c in parse.children(beside.i, "conj") if c.i > token.i), None)
    taken = taken or next((c for c in parse.children(token.i, "nmod", "appos", "dep", "conj") if c.i > token.i), None)
    if taken is None:
        return
    yield moved(token, "conj", verb.i, "VBZ")
    yield moved(parse.tokens[token.i - 1], "cc", token.i)
    yield moved(taken, "obj", token.i)


_GOING = frozenset("collapse stall falter fail end begin start resume conclude erupt escalate intensify".split())


@on("nmod", "advcl", "conj", "obl")
def _end_of_talks(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Talks held in Orli between Veldia and Kest | collapse": what becomes of them, and no noun."""
    firsts = [c for c in parse.children(token.i, "nsubj", "nmod") if c.i < token.i and _is_between(parse, c)]
    if token.tag != "NN" or token.lower not in _GOING or len(firsts) != 1:
        return
    first = firsts[0]
    pairs = parse.children(first.i, "conj")
    start, _ = parse.sentences[parse.sentence(token.i)]
    talks = next((t for t in reversed(parse.tokens[start : first.i]) if t.tag == "NNS"), None)
    if len(pairs) != 1 or pairs[0].i != token.i - 1 or talks is None or talks.head > token.i:
        return
    verb = parse.tokens[talks.head]  # "held", or the talks themselves where the sentence has no verb
    if verb.i != talks.i and not (verb.head == verb.i and talks.dep.startswith("nsubj")):
        return
    if verb.i == talks.i and parse.children(talks.i, "acl"):
        return  # "talks held": another rule makes a clause of the two, and this one looks again
    yield moved(token, "root", token.i, "VBP")
    yield moved(talks, "nsubj", token.i)
    yield moved(first, "nmod", talks.i)
    if verb.i != talks.i:
        yield moved(verb, "acl", talks.i, "VBN")
    for child in parse.children(verb.i):
        if child.i > token.i:
            yield moved(child, child.dep, token.i)


def _is_between(parse: Parse, token: Token) -> bool:
    return any(c.lower == "between" for c in parse.children(token.i, "case"))


RULES = (_present_as_noun, _second_present, _end_of_talks)
