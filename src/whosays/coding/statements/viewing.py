"""Speakers brought in by a phrase: "in the mayor's view", "by his own account", "in a survey of farmers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.speakers import as_source, document_owner
from whosays.coding.words.mentions import phrase_range
from whosays.ontology.acts import Acts, Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_VIEWS = {
    "in": frozenset(
        "view mind opinion estimation judgment judgement assessment word telling reckoning reading".split()
    ),
    "by": frozenset("account admission reckoning estimate count calculation tally".split()),
    "to": frozenset("mind".split()),
    "for": frozenset(),
}
_MANY = frozenset("many some others most several millions thousands few".split())
_POLLS = frozenset({"poll", "survey", "questionnaire"})
_SEATS = frozenset({"seat", "constituency", "turnout"})  # what a poll of another kind, an election, is about
_SHARES = frozenset("percent % percentage point majority half third quarter most".split())
_AHEAD = frozenset("lead trail ahead behind percent point edge outpoll sag tie".split())
_SEEMING = frozenset("seem look represent mean feel sound appear amount remain".split())
_SUBJECTS = ("nsubj", "nsubj:pass")
_FOR_WHOM = frozenset({"to", "for"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def viewed(parse: Parse, acts: Acts, nouns: Nouns) -> Iterator[Found]:
    """What is told as somebody's view or as the finding of a survey, by a phrase at an edge of the sentence."""
    for token in parse.tokens:
        if token.lower not in _VIEWS:
            continue
        if not _opens(parse, token.i):
            yield from _found_in(parse, acts, nouns, token)
            continue
        if token.lower in _FOR_WHOM:
            yield from _seems_to(parse, acts, nouns, token)
        noun = _noun_behind(parse, token)
        if noun is not None and noun.lemma.lower() in _VIEWS[token.lower] and (around := _around(parse, token, noun)):
            yield from _as_view(parse, acts, nouns, noun, around)
            continue
        told = _told(parse, token.i, noun) if noun is not None else None
        if noun is None or told is None:
            continue
        if noun.lemma.lower() in _VIEWS[token.lower]:
            yield from _as_view(parse, acts, nouns, noun, told)
        elif token.lower == "in" and noun.lemma.lower() in _POLLS:
            yield from _as_finding(parse, acts, nouns, (token, noun), told)


def _found_in(parse: Parse, acts: Acts, nouns: Nouns, preposition: Token) -> Iterator[Found]:
    """ "Ruiz leads by nine points | in a poll by the institute |": whoever is ahead there, or by how much."""
    noun = parse.tokens[preposition.head]
    if preposition.lower != "in" or preposition.dep != "case" or noun.lemma.lower() not in _POLLS:
        return
    if noun.tag == "NNS" and any(c.lower == "the" for c in parse.children(noun.i, "det")):
        return  # "leads in the polls": in none that is named
    clause = next((a for a in parse.ancestors(noun.i) if parse.children(a.i, *_SUBJECTS)), noun)
    opens = {c.i for c in parse.children(clause.i, "mark", "advmod", "cc") if c.tag in {"IN", "WRB", "CC"}}
    told = [i for i in parse.subtree(clause.i) if i < preposition.i and i not in opens]
    lemmas = {parse.tokens[i].lemma.lower() for i in told}
    ahead = lemmas & _AHEAD or any(t.text == "%" for t in (parse.tokens[i] for i in told))
    finite = any(parse.tokens[i].tag in _FINITE for i in told)
    if not finite or not ahead or lemmas & _SEATS or preposition.i < clause.i:
        return
    source = Source(head=document_owner(parse, nouns, noun.i), relay=(noun.i,))
    report = acts.at("report", "verb")[0]
    content = frozenset(told)
    yield Found(
        cue=report, token=preposition.i, words=(preposition.i,), source=source, content=content,
        content_head=clause.i, rule="according",
    )  # fmt: skip


def _seems_to(parse: Parse, acts: Acts, nouns: Nouns, preposition: Token) -> Iterator[Found]:
    """ "To Ana Ruiz, | the tax is theft |", "for many, it is a farce": for somebody, at the head, something is so."""
    start, _ = parse.sentences[parse.sentence(preposition.i)]
    somebody = _noun_behind(parse, preposition)
    if preposition.i != start or somebody is None or not _is_somebody(parse, nouns, somebody):
        return
    many = [somebody, *parse.children(somebody.i, "amod", "det", "nummod")]
    if preposition.lower == "for" and not any(t.lower in _MANY for t in many):
        return  # "for her coaches, the trip was a homecoming": whom it concerns
    told = _told(parse, preposition.i, somebody)
    head = None if told is None else parse.tokens[parse.root_of(told.start, told.stop)]
    if told is None or head is None or parse.tokens[told.start - 1].text != ",":
        return
    if head.lemma.lower() in _SEEMING or parse.children(head.i, "cop"):
        yield _found(parse, acts.at("think", "verb")[0], (preposition.i,), Source(head=somebody.i), told)


def _is_somebody(parse: Parse, nouns: Nouns, token: Token) -> bool:
    person = any(n.start <= token.i < n.end and n.label == "person" for n in parse.names)
    return person or token.lower in _MANY or nouns.kind_of(token.lemma.lower()) == "person"


def _opens(parse: Parse, i: int) -> bool:
    start, _ = parse.sentences[parse.sentence(i)]
    return i == start or parse.tokens[i - 1].text == "," or (i == start + 1 and parse.tokens[start].tag == "CC")


def _noun_behind(parse: Parse, preposition: Token) -> Token | None:
    """The noun that governs the phrase behind the preposition, wherever the parser hung the two."""
    governor = parse.tokens[preposition.head]
    if preposition.dep == "case" and governor.i > preposition.i and (governor.is_noun or governor.lower in _MANY):
        return governor
    return None


def _told(parse: Parse, opener: int, noun: Token) -> range | None:
    """The clause beside the phrase: behind its comma, or before it where the phrase ends the sentence."""
    start, end = parse.sentences[parse.sentence(noun.i)]
    last = max(parse.subtree(noun.i)) + 1
    while last < end and parse.tokens[last - 1].text == ",":
        last -= 1
    while end > start and not parse.tokens[end - 1].text[0].isalnum():
        end -= 1
    if opener <= start + 1:
        comma = next((i for i in range(phrase_range(parse, noun.i)[1], end) if parse.tokens[i].text == ","), None)
        told = range(comma + 1, end) if comma is not None else None
    else:
        told = range(start, opener - 1) if last >= end else None
    if told is None or not any(parse.tokens[i].tag in _FINITE for i in told):
        return None
    return told


def _around(parse: Parse, preposition: Token, noun: Token) -> tuple[int, ...]:
    """ "| The war |, in the mayor's words, | is a farce |": the clause that the phrase stands in, between commas."""
    start, end = parse.sentences[parse.sentence(noun.i)]
    last = max(i for i in parse.subtree(noun.i) if parse.tokens[i].text != "," and i < phrase_range(parse, noun.i)[1])
    shut = last + 1 < end and parse.tokens[last + 1].text == ","
    if preposition.i <= start + 1 or not shut or parse.tokens[preposition.i - 1].text != ",":
        return ()
    above = parse.tokens[noun.head]
    clause = parse.tokens[above.head] if above.dep in _SUBJECTS else above  # hung on "war" by mistake
    if not parse.children(clause.i, *_SUBJECTS):
        return ()
    apart = {i for c in parse.children(clause.i, "conj", "parataxis") for i in parse.subtree(c.i)}
    apart |= {c.i for c in parse.children(clause.i, "cc")} | set(range(preposition.i, last + 1))
    told = tuple(i for i in parse.subtree(clause.i) if i not in apart)
    finite = any(parse.tokens[i].tag in _FINITE for i in told)
    subject = min(c.i for c in parse.children(clause.i, *_SUBJECTS))
    return told if finite and subject < preposition.i and max(told) > last else ()


def _as_view(parse: Parse, acts: Acts, nouns: Nouns, noun: Token, told: Sequence[int]) -> Iterator[Found]:
    say, think = acts.at("say", "verb")[0], acts.at("think", "verb")[0]
    owners = [c.i for c in parse.children(noun.i, "nmod:poss")]
    owners += [c.i for c in parse.children(noun.i, "nmod") if any(k.lower == "of" for k in parse.children(c.i, "case"))]
    for owner in owners:
        cue = think if noun.lemma.lower() in {"view", "opinion", "mind", "judgment", "judgement"} else say
        source = as_source(parse, nouns, say, owner)
        if source is not None and source.head is not None:
            yield _found(parse, cue, (noun.i,), source, told)
            return


def _as_finding(parse: Parse, acts: Acts, nouns: Nouns, words: tuple[Token, Token], told: range) -> Iterator[Found]:
    """ "In a survey by the institute, a third said": a share of those asked is told, so the poll was no election."""
    preposition, noun = words
    words_told = {parse.tokens[i].lemma.lower() for i in told}
    if not words_told & _SHARES or words_told & _SEATS:
        return
    source = Source(head=document_owner(parse, nouns, noun.i), relay=(noun.i,))
    yield _found(parse, acts.at("report", "verb")[0], (preposition.i,), source, told)


def _found(parse: Parse, cue: Cue, words: tuple[int, ...], source: Source, told: Sequence[int]) -> Found:
    return Found(
        cue=cue,
        token=words[0],
        words=words,
        source=source,
        content=frozenset(told),
        content_head=parse.root_of(min(told), max(told) + 1),
        rule="according",
    )
