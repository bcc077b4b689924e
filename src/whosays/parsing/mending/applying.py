"""Small trees that cannot be right, set right: an auxiliary on an adjective, a verb compounded with its subject.

A small parser now and then hangs a finite verb under its own object ("has consistently expressed alarm" read as an
adjective) or loses it in a relative clause. Each rule here looks for a shape that no right tree has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.parse import Parse, Token, is_forest
from whosays.parsing.mending import (
    aged,
    asides,
    belonging,
    betweentwo,
    charges,
    completing,
    crowds,
    daily,
    fitting,
    kindred,
    listing,
    misreadings,
    mistaken,
    nested,
    offices,
    outcomes,
    outside,
    participles,
    presents,
    presses,
    reduced,
    rehanging,
    rejoining,
    saidso,
    shifted,
    speakerless,
    swallowed,
    tellers,
    verblike,
    victims,
    voices,
)
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_CLAIMED = frozenset({"responsibility", "credit"})
_TO_VERB = frozenset(
    {"nsubj", "nsubj:pass", "aux", "aux:pass", "advmod", "obl", "cc", "mark", "punct", "advcl", "discourse"}
)


_PASSES = 3


def mended(parse: Parse) -> Parse:
    """The parse with such trees set right; the same parse where there is nothing to do.

    What one rule sets right may be what another one waits for, hence the passes, over the sentences that have changed.
    """
    looked_at: Sequence[Token] = parse.tokens
    for _ in range(_PASSES):
        better = _mended_once(parse, looked_at)
        if better is parse:
            break
        moved_in = {parse.sentence(t.i) for t, new in zip(parse.tokens, better.tokens, strict=True) if t is not new}
        looked_at = [t for s in sorted(moved_in) for t in better.tokens[slice(*parse.sentences[s])]]
        parse = better
    return parse


def _mended_once(parse: Parse, looked_at: Sequence[Token]) -> Parse:
    changes: dict[int, Token] = {}
    for token in looked_at:
        for rule in _BY_LABEL.get(token.dep, _FOR_ALL):
            for change in rule.changes(parse, token):
                changes.setdefault(change.i, change)
    if all(change == parse.tokens[i] for i, change in changes.items()):
        return parse
    tokens = tuple(changes.get(t.i, t) for t in parse.tokens)
    return msgspec.structs.replace(parse, tokens=tokens) if is_forest(tokens) else parse


@on("amod")
def _adjective_with_auxiliary(parse: Parse, token: Token) -> Iterator[Token]:
    """ "the bloc has expressed alarm": a participle with an auxiliary of its own is the verb of its noun."""
    if token.tag not in {"VBN", "VBD", "VBG"} or not parse.children(token.i, "aux"):
        return
    noun = parse.tokens[token.head]
    if noun.i < token.i:
        return
    yield moved(token, noun.dep, token.i if noun.head == noun.i else noun.head)
    yield moved(noun, "obj", token.i)
    auxiliary = parse.children(token.i, "aux")[0].i
    for child in parse.children(noun.i):
        if child.i < auxiliary and child.dep in _TO_VERB:
            yield moved(child, child.dep, token.i)


@on("conj", "compound")
def _claim_responsibility(parse: Parse, token: Token) -> Iterator[Token]:
    """ "to conduct and claim responsibility for": no noun is compounded so; it is the second verb."""
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.dep == "conj" and following.lemma.lower() in _CLAIMED and following.head == token.head:
        if token.lemma.lower() == "claim" and following.dep == "obj":
            yield moved(following, "obj", token.i)
        return
    noun = parse.tokens[token.head]
    if token.dep != "compound" or token.lower not in {"claim", "claims"} or noun.lemma.lower() not in _CLAIMED:
        return
    first = parse.tokens[noun.head]
    if noun.dep == "obj" and first.is_verb and parse.tokens[token.i - 1].lower in {"and", "or", "but"}:
        yield moved(token, "conj", first.i, first.tag)
        yield moved(noun, "obj", token.i)


@on("advcl", "conj", "parataxis", "ccomp")
def _verb_below_relative(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Angola, which mediated ..., urged": the verb behind the closing comma is that of the sentence."""
    relative = parse.tokens[token.head]
    if token.tag not in FINITE:
        return
    if relative.dep != "acl:relcl" or parse.children(token.i, *SUBJECTS, "mark", "cc"):
        return
    noun = parse.tokens[relative.head]
    if noun.head != noun.i or not noun.is_noun or parse.children(noun.i, "cop"):
        return
    if parse.tokens[token.i - 1].text != ",":
        return
    yield moved(token, "root", token.i)
    yield moved(noun, "nsubj", token.i)


@on("compound")
def _subject_as_compound(parse: Parse, token: Token) -> Iterator[Token]:
    """A name cannot be compounded with a finite verb: it is its subject."""
    verb = parse.tokens[token.head]
    if verb.tag not in FINITE or token.i > verb.i or not token.is_noun:
        return
    if not parse.children(verb.i, *SUBJECTS):
        yield moved(token, "nsubj", verb.i)
        for child in parse.children(verb.i, "acl"):
            if child.i == verb.i + 1 and child.tag == "VBG":
                yield moved(child, "xcomp", verb.i)


@on("acl")
def _noun_without_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The pope called for an end.": a sentence that is a noun and a bare participle is a clause."""
    noun = parse.tokens[token.head]
    above = parse.tokens[noun.head]
    alone = noun.head == noun.i or (above.head == above.i and above.start < parse.report.body <= noun.start)
    if token.tag not in {"VBN", "VBD"} or not alone or not noun.is_noun:
        return
    if parse.children(token.i, "obl:agent", "aux", "aux:pass", "mark") or parse.children(noun.i, "cop", *SUBJECTS):
        return
    start, end = parse.sentences[parse.sentence(token.i)]
    others = any(t.tag in FINITE or t.tag == "MD" for t in parse.tokens[start : token.i])
    if others or parse.tokens[end - 1].text != "." or parse.tokens[token.i - 1].text == ",":
        return
    yield moved(token, "root", token.i, "VBD")
    yield moved(noun, "nsubj", token.i)
    for child in parse.children(noun.i, "punct"):
        yield moved(child, "punct", token.i)


@on("obj")
def _time_and_again(parse: Parse, token: Token) -> Iterator[Token]:
    """ "has time and again sounded the alarm": the idiom stands between the auxiliary and its verb."""
    have = parse.tokens[token.head]
    words = tuple(t.lower for t in parse.tokens[token.i : token.i + 3])
    if words != ("time", "and", "again") or have.lemma.lower() != "have":
        return
    for verb in parse.children(have.i, "conj"):
        if verb.tag not in {"VBN", "VBD"} or verb.i != token.i + 3:
            continue
        yield moved(verb, have.dep, verb.i if have.head == have.i else have.head, "VBN")
        yield moved(have, "aux", verb.i)
        yield moved(token, "obl:npmod", verb.i)
        for child in parse.children(have.i):
            if child.i not in {verb.i, token.i}:
                yield moved(child, child.dep, verb.i)


@on("nsubj")
def _subject_with_preposition(parse: Parse, token: Token) -> Iterator[Token]:
    """ "For two years, the bloc has": of two subjects the one behind a preposition is none."""
    if not any(c.tag == "IN" and c.i < token.i for c in parse.children(token.i, "case")):
        return
    if len(parse.children(token.head, "nsubj")) > 1:
        yield moved(token, "obl", token.head)


@on("nsubj")
def _title_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The militant group al-Shabaab claimed": of two subjects side by side the first describes the second."""
    if not token.is_noun:
        return
    for other in parse.children(token.head, "nsubj"):
        if other.i > token.i and other.tag.startswith("NNP") and min(parse.subtree(other.i)) == token.i + 1:
            yield moved(token, "nmod:desc", other.i)


@on("acl")
def _clause_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A bomb killed ten men, an officer said": of two subjects the first, with its participle, is what was said."""
    noun = parse.tokens[token.head]
    if token.tag not in {"VBN", "VBD"} or noun.dep != "nsubj" or token.i != noun.i + 1:
        return
    after = max(i for i in parse.subtree(noun.i) if parse.tokens[i].dep != "punct") + 1
    others = [c for c in parse.children(noun.head, "nsubj") if c.i > after]
    if others and after < len(parse.tokens) and parse.tokens[after].text == ",":
        yield moved(token, "ccomp", noun.head, "VBD")
        yield moved(noun, "nsubj", token.i)
    elif others and after < others[0].i and parse.tokens[after].tag == "CC" and parse.tokens[after].head == noun.head:
        yield moved(token, "conj", noun.head, "VBD")  # "two jets | fired at a mill and a drone struck it"
        yield moved(noun, "nsubj", token.i)


_IN_NAME = frozenset({"flat", "compound", "nmod:poss", "goeswith", "flat:foreign"})


@on("appos", "conj")
def _description_beside_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "a raid that killed Konaté, the junta's minister": a description belongs to the name right before its comma."""
    listed = token.dep == "conj" and not parse.children(token.i, "cc") and _last_listed(parse, token)
    if not (token.dep == "appos" or listed) or not token.is_noun:
        return
    first = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    if first < 2 or parse.tokens[first - 1].text != "," or not parse.tokens[first - 2].tag.startswith("NNP"):
        return
    name = parse.tokens[first - 2]
    while name.dep in _IN_NAME and parse.tokens[name.head].tag.startswith("NNP"):
        name = parse.tokens[name.head]
    if token.head < name.i < token.i and name.head != token.i and not _is_holder(parse, token, name):
        yield moved(token, "appos", name.i)


def _is_holder(parse: Parse, person: Token, name: Token) -> bool:
    """ "The head of the Agency, | Jan Holub |": no agency or town is called so, and no description is a person."""
    labels = {n.label for n in parse.names if n.start <= name.i < n.end}
    return bool(labels) and "person" not in labels and person.i in parse.named("person")


def _last_listed(parse: Parse, token: Token) -> bool:
    """A list ends with "and": a last conjunct without one is no conjunct."""
    return not any(c.i > token.i for c in parse.children(token.head, "conj"))


@on("acl")
def _finite_as_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "As the ministry put it, delegates of the EU and others attended the session": a past tense is no participle."""
    if token.tag != "VBD" or not parse.children(token.i, "obj"):
        return
    subject = parse.tokens[token.head]
    while subject.dep == "conj" and parse.tokens[subject.head].is_noun:
        subject = parse.tokens[subject.head]
    if subject.dep not in {"vocative", "dislocated", "list", "obl:unmarked"} or subject.i > token.i:
        return
    yield moved(token, "parataxis", subject.head)
    yield moved(subject, "nsubj", token.i)


@on("obl", "obl:unmarked", "nmod")
def _time_beside_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "claimed the raid that killed six men on Friday": a last time belongs to the last verb in the past."""
    if not any(t.start <= token.i < t.end for t in parse.times):
        return
    first = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    low = next(
        (
            t
            for t in reversed(parse.tokens[token.head + 1 : first])
            if t.is_verb and t.dep == "acl:relcl" and t.tag in {"VBD", "VBN"}
        ),
        None,
    )
    if low is None or low.i == token.head or token.head > low.i:
        return
    last = max(i for i in parse.subtree(low.i) if parse.tokens[i].dep != "punct")
    if all(parse.tokens[i].dep == "punct" for i in range(last + 1, first)) and not _timed(parse, low):
        yield moved(token, "obl", low.i)


@on("obl", "obl:unmarked")
def _time_of_second(parse: Parse, token: Token) -> Iterator[Token]:
    """ "shot six on Wednesday and kidnapped ten on Thursday": the second time is the second verb's."""
    if not any(t.start <= token.i < t.end for t in parse.times):
        return
    for second in parse.children(token.head, "conj"):
        between = token.head < second.i < token.i and second.is_verb and not _timed(parse, second)
        if between and _timed(parse, parse.tokens[token.head], second.i):
            yield moved(token, "obl", second.i)


def _timed(parse: Parse, verb: Token, before: int | None = None) -> bool:
    """Whether a time hangs on the verb (and stands before a word)."""
    times = {i for t in parse.times for i in range(t.start, t.end)}
    return any(c.i in times for c in parse.children(verb.i) if before is None or c.i < before)


_RULES = (
    _description_beside_name,
    _time_beside_verb,
    _time_of_second,
    _finite_as_participle,
    _adjective_with_auxiliary,
    _claim_responsibility,
    _verb_below_relative,
    *shifted.RULES,
    *misreadings.RULES,
    *crowds.RULES,
    *rehanging.RULES,
    *presents.RULES,
    *presses.RULES,
    *rejoining.RULES,
    *swallowed.RULES,
    *listing.RULES,
    *saidso.RULES,
    *tellers.RULES,
    *verblike.RULES,
    *participles.RULES,
    *reduced.RULES,
    *aged.RULES,
    *asides.RULES,
    *betweentwo.RULES,
    *charges.RULES,
    *daily.RULES,
    *speakerless.RULES,
    *mistaken.RULES,
    *nested.RULES,
    *outcomes.RULES,
    *completing.RULES,
    *offices.RULES,
    *kindred.RULES,
    *fitting.RULES,
    *belonging.RULES,
    *outside.RULES,
    *voices.RULES,
    *victims.RULES,
    _subject_as_compound,
    _noun_without_verb,
    _time_and_again,
    _subject_with_preposition,
    _title_as_subject,
    _clause_as_subject,
)
# Each label with its rules, so that hardly a word is shown to more than a dozen of them.
_BY_LABEL = {label: tuple(r for r in _RULES if not r.labels or label in r.labels) for r in _RULES for label in r.labels}
_FOR_ALL = tuple(rule for rule in _RULES if not rule.labels)
