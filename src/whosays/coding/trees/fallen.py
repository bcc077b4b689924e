"""Numbers and fates beside each other that a tree joins wrongly: "shot dead six", "left two and five dead".

Each rule takes a word and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.parse import Parse, Token


@at("amod")
def _dead_before_number(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Gunmen shot | dead six farmers": what became of them, and no word of theirs."""
    before = parse.tokens[token.i - 1] if token.i else token
    if (
        token.lower == "dead"
        and token.dep == "amod"
        and token.head > token.i
        and before.i == parse.tokens[token.head].head
    ):
        yield msgspec.structs.replace(token, dep="xcomp", head=before.i)


@at("obl")
def _whom_to_death(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A boy stabbed to death | a teacher |": right behind the outcome, with no preposition, stands whom it befell."""
    verb = parse.tokens[token.head]
    if not token.is_noun or parse.children(token.i, "case") or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass"):
        return
    start = min(parse.subtree(token.i))
    outcome = parse.tokens[start - 1] if start > 2 else token
    if outcome.lower == "death" and outcome.head == verb.i and parse.tokens[start - 2].lower == "to":
        yield msgspec.structs.replace(token, dep="obj")


_LEFT = frozenset({"dead", "wounded", "injured", "missing", "homeless"})
_UNTOUCHED = frozenset({"unharmed", "unhurt", "uninjured", "unscathed"})


@at("advmod", "amod")
def _dead_after_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "left two soldiers and five rebels | dead", "escaped | unharmed": what became of them, and no word of theirs."""
    if token.lower in _UNTOUCHED and token.dep == "advmod" and parse.tokens[token.head].is_verb:
        yield msgspec.structs.replace(token, dep="xcomp", tag="JJ", lemma=token.lower)
    noun = parse.tokens[token.head]
    if token.lower not in _LEFT or token.dep != "amod" or noun.i > token.i:
        return
    while noun.dep == "conj":
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    if noun.dep == "obj" and verb.lemma.lower() == "leave":
        yield msgspec.structs.replace(token, dep="xcomp", head=verb.i)


@at("acl")
def _wounded_after_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A raid that left two officers | wounded |": what became of them, as if it were "dead"."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    left = noun.dep == "obj" and verb.lemma.lower() == "leave" and noun.i < token.i
    if left and token.tag == "VBN" and token.lemma.lower() in _HURT and not parse.children(token.i, "obl:agent"):
        yield msgspec.structs.replace(token, dep="xcomp", head=verb.i)


_HURT = frozenset({"wound", "injure", "hurt", "maim"})


@at("conj")
def _verb_after_number(parse: Parse, token: Token) -> Iterator[Token]:
    """ "killed three and | wounded | 14": a second verb taken for a word beside the first number."""
    number, following = parse.tokens[token.head], parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.tag not in {"VBN", "VBD"} or token.dep != "conj" or number.tag != "CD" or number.dep != "obj":
        return
    beside = following.head == number.head and following.dep in {"obl:unmarked", "obj"}
    beside = beside or (following.head == number.i and following.dep == "conj")
    if following.tag == "CD" and beside:
        yield msgspec.structs.replace(token, head=number.head, tag="VBD")
        yield msgspec.structs.replace(following, dep="obj", head=token.i)
        for child in parse.children(number.i, "nmod"):
            if child.i > following.i:  # "killed two and wounded 14, | including three children"
                yield msgspec.structs.replace(child, head=following.i)


_HARMING = frozenset({"wound", "injure", "displace", "maim", "hurt"})
_ROUND = frozenset({"dozen", "score", "hundred", "thousand", "ten", "million"})


@at("amod", "conj")
def _harm_behind_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed six people and | wounded dozens |", "killed nine and | hurt | 12": a second verb, with its number."""
    joint = parse.tokens[token.i - 1] if token.i else token
    if joint.lower != "and" or token.lemma.lower() not in _HARMING or token.tag not in {"VBN", "VBD", "JJ"}:
        return
    first = parse.tokens[token.head]
    if first.is_verb:
        yield from _number_behind(parse, token, first)
        return
    noun = first if token.dep == "amod" else parse.tokens[first.head]  # "nine and wounded | scores |"
    numbered = noun.lemma.lower() in _ROUND or any(c.i > token.i for c in parse.children(noun.i, "nummod"))
    if noun.i < token.i or not numbered or (token.dep == "conj" and (first.tag != "CD" or first.dep != "nummod")):
        return
    verb = next((a for a in parse.ancestors(noun.i) if a.is_verb and a.i != token.i), None)
    if verb is None or verb.lemma.lower() != "kill" or verb.i > joint.i or parse.children(verb.i, "aux:pass"):
        return
    yield msgspec.structs.replace(token, dep="conj", head=verb.i, tag="VBD")
    yield msgspec.structs.replace(noun, dep="obj", head=token.i)
    yield msgspec.structs.replace(joint, dep="cc", head=token.i)
    if token.dep == "conj":
        yield msgspec.structs.replace(first, dep="obj", head=verb.i)


@at("amod")
def _verb_behind_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Closed two airports and | scrambled | jets": the second thing done, and no word of the jets."""
    joint = parse.tokens[token.i - 1] if token.i else token
    noun = parse.tokens[token.head]
    first = parse.tokens[noun.head]
    if joint.lower != "and" or token.tag not in {"VBN", "VBD"} or token.lemma.lower() not in _DONE:
        return
    if noun.dep == "obj":  # hung on the verb beside the first object
        first = next((c for c in parse.children(noun.head, "obj") if c.i < joint.i), noun)
    verb = parse.tokens[first.head]
    if noun.dep not in {"conj", "obj"} or first.dep != "obj" or first.i > token.i:
        return
    if verb.tag not in {"VBD", "VBZ", "VBP"} or parse.children(noun.i, "det", "nmod:poss"):
        return
    yield msgspec.structs.replace(token, dep="conj", head=verb.i, tag="VBD")
    yield msgspec.structs.replace(noun, dep="obj", head=token.i)
    yield msgspec.structs.replace(joint, dep="cc", head=token.i)


_DONE = frozenset("scramble deploy summon recall expel impose arrest torch loot raid storm evacuate".split())


def _number_behind(parse: Parse, token: Token, first: Token) -> Iterator[Token]:
    """ "Killed six people and wounded | dozens |, police said": right behind the verb, and no more of the killed."""
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    above = parse.tokens[following.head]
    listed = following.dep == "conj" and above.dep == "obj" and above.head == first.i
    if listed and following.lemma.lower() in _ROUND and not parse.children(token.i, "obj", "aux:pass"):
        yield msgspec.structs.replace(following, dep="obj", head=token.i)


_FEARED = frozenset({"feared", "believed", "presumed", "thought"})
_TAKEN = frozenset("kidnap abduct capture kill murder execute seize hijack drown".split())


@at("conj", "ccomp", "xcomp")
def _feared_taken(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two nurses are missing and | feared kidnapped |": they are, and nobody who says so took them."""
    fear = parse.tokens[token.i - 1] if token.i > 2 else token
    missing = parse.tokens[token.i - 3]
    if token.lemma.lower() not in _TAKEN or token.tag not in {"VBN", "VBD"} or fear.lower not in _FEARED:
        return
    gone = missing.tag == "JJ" or missing.lower == "missing"
    if parse.tokens[token.i - 2].lower != "and" or not gone or fear.dep != "conj":
        return
    if parse.children(fear.i, "nsubj", "aux", "aux:pass") or parse.children(token.i, "obj", "nsubj"):
        return
    top = fear.i if missing.dep == "root" else missing.head
    yield msgspec.structs.replace(fear, head=top, dep=missing.dep, tag="VBN")
    yield msgspec.structs.replace(missing, head=fear.i, dep="conj")
    yield msgspec.structs.replace(token, head=fear.i, dep="xcomp", tag="VBN")
    for child in parse.children(missing.i, "nsubj", "cop", "aux", "nsubj:pass", "aux:pass"):
        passive = "nsubj:pass" if child.dep.startswith("nsubj") else "aux:pass"
        yield msgspec.structs.replace(child, head=fear.i, dep=passive)


@at("obl")
def _number_as_oblique(parse: Parse, token: Token) -> Iterator[Token]:
    """ "As many as | 90 | people": the number of the noun, taken for a phrase below "many"."""
    many = parse.tokens[token.head]
    if token.tag == "CD" and token.dep == "obl" and many.lower in {"many", "few"} and many.head == token.i + 1:
        yield msgspec.structs.replace(token, dep="nummod", head=many.head)


RULES = (
    _dead_before_number,
    _whom_to_death,
    _dead_after_noun,
    _wounded_after_noun,
    _verb_after_number,
    _harm_behind_and,
    _verb_behind_and,
    _feared_taken,
    _number_as_oblique,
)
