"""Verbs in the present tense read as plural nouns: "Police | detain | Ana Ruiz", "the court | sentences | two men".

A tagger that has read little of that style takes the verb for the last half of a compound, and the sentence loses its
verb. No noun has an article or a number right behind it, with nothing to join the two.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

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


@on("conj")
def _votes_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The senate rejects the plan and | votes | to impeach him": what it does, too, and nothing it rejects."""
    if token.lower != "votes" or token.tag != "NNS" or parse.tokens[token.i - 1].lower not in {"and", "but"}:
        return
    behind = parse.tokens[token.i + 1 : token.i + 3]
    if [t.tag for t in behind] != ["TO", "VB"] or parse.tokens[token.head].lemma.lower() in {"seat", "number"}:
        return
    verb = next((a for a in parse.ancestors(token.i) if a.tag == "VBZ"), None)
    if verb is None or verb.i > token.i:
        return
    yield moved(token, "conj", verb.i, "VBZ")
    yield moved(parse.tokens[token.i - 1], "cc", token.i)
    yield moved(behind[1], "advcl", token.i)


@on("root")
def _body_votes(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The senate | votes | 60 to 38 to ban it": what one body does, and no votes of its."""
    body = parse.tokens[token.i - 1]
    if token.lower != "votes" or token.tag != "NNS" or token.i == 0 or body.lower not in _VOTING:
        return
    behind = parse.tokens[token.i + 1 : token.i + 6]
    first = next((t for t in behind if t.tag == "TO" and parse.behind(t.i).tag == "VB"), None)
    if first is None or any(t.tag not in {"CD", "TO", "RB", "HYPH", ","} for t in behind if t.i < first.i):
        return
    yield moved(body, "nsubj", token.i)
    yield moved(token, "root", token.i, "VBZ")
    for child in parse.children(token.i):
        if child.i < body.i and child.dep != "punct":
            yield moved(child, child.dep, body.i)


_VOTING = frozenset("parliament senate assembly council congress house knesset duma committee cabinet board".split())
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


_ARMS = frozenset("missile rocket drone shell projectile mortar".split())
_SENT = frozenset({"launch", "fire", "shoot", "lob"})


@on("obl", "nmod", "obj")
def _arms_hit(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A rocket launched from Veldia | hits | near a mill, wounding two": what it does, and not where it is from."""
    sent = parse.tokens[token.head]
    arms = parse.children(sent.i, *SUBJECTS)
    if token.lower not in {"hits", "strikes", "lands"} or token.tag != "NNS" or parse.behind(token.i).tag != "IN":
        return
    if sent.tag != "VBN" or sent.lemma.lower() not in _SENT or sent.i > token.i or len(arms) != 1:
        return
    lone = arms[0].lemma.lower() in _ARMS and not parse.children(sent.i, "aux", "aux:pass", "mark")
    named = [c for c in parse.children(token.i, "compound", "nmod", "amod") if sent.i < c.i < token.i]
    if not lone or sent.dep != "root" or len(named) != 1 or parse.children(token.i, "det", "nummod"):
        return
    yield moved(token, "root", token.i, "VBZ")
    yield moved(arms[0], "nsubj", token.i)
    yield moved(sent, "acl", arms[0].i)
    yield moved(named[0], "obl", sent.i)
    for child in parse.children(token.i, "case"):
        if child.i < named[0].i:
            yield moved(child, "case", named[0].i)
    for child in parse.children(sent.i):
        if child.i > token.i:
            yield moved(child, child.dep, token.i)


_BENCHES = frozenset("court judge jury tribunal police authority authorities prosecutor prosecutors".split())
_BY_LAW = frozenset("arrest charge detain jail sentence free release convict indict deport fine acquit".split())
_DESCRIBING = frozenset({"NN", "JJ", "VB", "VBP", "NNP"})  # as "nurse" or "judge" may be read
_WHO = 4  # words at most from the verb to the name: "sentences former army nurse | Ana Ruiz"


@on("root")
def _bench_in_place(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court in Orli, Veldia, | sentences | nurse Ana Ruiz": the verb behind a place, before somebody's name."""
    bench, verb = _bench_before(parse, token)
    if bench is None or verb is None or verb.dep == "root":
        return
    name = next((n for n in parse.names if n.label == "person" and verb.i + 1 < n.start <= verb.i + _WHO), None)
    words = parse.tokens[verb.i + 1 : name.start] if name else ()
    if name is None or not all(t.text.islower() and t.tag in _DESCRIBING for t in words):
        return
    own = {bench.i, verb.i, *(t.i for t in words), *range(name.start, name.end)}
    if token.i not in own:
        return  # "police in Orli | arrest reporter Ana Ruiz | say": another verb holds the sentence
    plural = bench.tag in {"NNS", "NNPS"} or bench.lower == "police"
    yield moved(verb, "root", verb.i, "VBP" if plural else "VBZ")
    yield moved(bench, "nsubj", verb.i)
    yield moved(parse.tokens[name.start], "obj", verb.i)
    for word in words:
        yield moved(word, "nmod:desc", name.start, "NN")
    for i in range(name.start + 1, name.end):
        yield moved(parse.tokens[i], "flat", name.start)
    for i in (i for i in own if i != bench.i):
        for child in parse.children(i):
            if child.i not in own and child.i >= name.end:
                yield moved(child, _LOOSENED.get(child.dep, child.dep), verb.i)
            elif child.i not in own and child.i < bench.i:
                yield moved(child, child.dep, bench.i)
    for child in parse.children(bench.i):
        if child.i >= name.end:
            yield moved(child, child.dep, verb.i)


def _bench_before(parse: Parse, root: Token) -> tuple[Token | None, Token | None]:
    """ "| A court | in Orli, Veldia, | sentences |": who opens the sentence, and the word right behind the place."""
    start, end = parse.sentences[parse.sentence(root.i)]
    bench = next((t for t in parse.tokens[start : min(start + _OPENING, end)] if t.lower in _BENCHES), None)
    if bench is None or bench.i + 2 >= end or parse.tokens[bench.i + 1].lower != "in":
        return None, None
    at, places = bench.i + 2, {i for n in parse.names if n.label == "place" for i in range(n.start, n.end)}
    if at not in places:
        return None, None
    while at < end and (at in places or (parse.tokens[at].text == "," and at - bench.i <= _FAR)):
        at += 1
    verb = parse.tokens[at] if at < end else None
    if verb is None or verb.lower not in {w for v in _BY_LAW for w in (v, f"{v}s")}:
        return None, None
    return bench, verb


_OPENING, _FAR = 4, 9  # words
_LOOSENED = {"nmod": "obl", "xcomp": "obl", "acl": "advcl"}


@on("compound")
def _whom_behind(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A court acquits | former mayor | Ana Ruiz": behind the verb stands whom it is done to."""
    verb = parse.tokens[token.head]
    if token.i < verb.i or verb.tag not in {"VBZ", "VBP"} or not token.is_noun or not verb.is_verb:
        return
    if not parse.children(verb.i, "obj", "ccomp", "iobj") and min(parse.subtree(token.i)) == verb.i + 1:
        yield moved(token, "obj", verb.i)


@on("root", "ccomp", "conj", "advcl", "acl:relcl", "parataxis")
def _present_as_past(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The king | regrets | the deaths": no past tense ends in an s."""
    lemma = token.lower.removesuffix("s")
    if token.tag != "VBD" or lemma == token.lower or lemma.endswith(("s", "i", "wa")):
        return
    if load_acts().at(lemma, "verb") and parse.children(token.i, *SUBJECTS):
        yield msgspec.structs.replace(moved(token, token.dep, token.head, "VBZ"), lemma=lemma)


@on("root")
def _reports_that(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The Kest news service | reports | that sales rose": a word of saying before "that", and no noun."""
    that = parse.behind(token.i)
    clause = parse.tokens[that.head]
    if token.tag != "NNS" or that.lower != "that" or that.dep != "mark" or clause.head != token.i:
        return
    lemma = token.lower.removesuffix("s")
    teller = parse.tokens[token.i - 1] if token.i else token
    if teller.head != token.i or teller.dep not in {"compound", "nsubj"} or not load_acts().at(lemma, "verb"):
        return
    yield msgspec.structs.replace(moved(token, "root", token.i, "VBZ"), lemma=lemma)
    yield moved(teller, "nsubj", token.i)
    yield moved(clause, "ccomp", token.i)
    for child in parse.children(token.i, "det", "amod", "compound"):
        if child.i < teller.i:
            yield moved(child, child.dep, teller.i)


RULES = (
    _reports_that,
    _present_as_past,
    _arms_hit,
    _present_as_noun,
    _second_present,
    _votes_to,
    _body_votes,
    _end_of_talks,
    _bench_in_place,
    _whom_behind,
)
