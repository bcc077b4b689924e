"""Who says so, set in the middle of what is said or behind it: "the mayor, a lawyer said, had fled".

A small parser takes the first subject for the one who speaks, the speaker for a description of it, or hangs
"they believe" on the noun before. Each rule takes a token and yields the tokens as they should be;
:mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

RELATIVES = frozenset({"who", "which", "that", "whom", "what"})
_OPENERS = frozenset({"that", "if", "whether", "because", "of"})
FEW = 9  # words that "said in a statement to reporters on Monday" has before its comma
_REMARKS = frozenset("figure number toll claim charge accusation move step allegation fact total record rise".split())
_TO_SOMEBODY = frozenset({"tell", "assure", "inform", "remind"})
_THOUGHT = frozenset({"believe", "think", "suspect", "presume", "allege", "say", "know", "report"})
_BARE_SAYING = frozenset("say add note write report announce warn explain".split())


@cache
def holding() -> frozenset[str]:
    """The verbs that bring what somebody says or thinks in a clause of its own."""
    return frozenset(cue.head for cue in load_acts().cues if cue.pos == "verb" and ("that",) in cue.content)


@on("nsubj", "nsubj:pass", "obj", "conj", "appos")
def _said_behind(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two clinics were shelled, | said Freedom House": who stands right behind the verb of saying said it."""
    first = min(parse.subtree(token.i))
    teller = parse.tokens[first - 1]
    if first < 3 or teller.tag not in FINITE or teller.lemma.lower() not in _BARE_SAYING or not token.is_noun:
        return
    above = parse.tokens[teller.head]
    if parse.tokens[teller.i - 1].text != "," or parse.children(teller.i, *SUBJECTS):
        return
    told = teller.dep == "parataxis" and token.head in {above.i, teller.i}
    if told and any(c.i < teller.i for c in parse.children(above.i, *SUBJECTS)):
        yield moved(token, "nsubj", teller.i)


@on("parataxis", "acl:relcl", "acl", "appos", "dep", "conj")
def _inserted(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Such raids, | they believe, | will end": between a subject and its verb somebody is said to say or think so."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    if token.tag not in FINITE or not (noun.i < token.i < verb.i) or noun.dep not in SUBJECTS:
        return
    if token.lemma.lower() not in holding() or not (verb.is_verb or parse.children(verb.i, "cop")):
        return
    speakers = list(parse.children(token.i, *SUBJECTS))
    below = (c for c in parse.children(noun.i, "appos", "nmod", "conj") if noun.i < c.i < token.i)
    beside = () if speakers else (c for c in below if not parse.children(c.i, "case", "cc"))
    speakers = [*speakers, *(c for c in beside if max(parse.subtree(c.i)) == token.i - 1)]
    if len(speakers) != 1 or speakers[0].lower in RELATIVES:
        return
    if speakers[0].i > token.i:  # "the contrast, | said Ruiz and others, | would be clear"
        last = max(parse.subtree(speakers[0].i)) + 1
        closed = min(parse.subtree(speakers[0].i)) == token.i + 1 and parse.tokens[last].text == ","
        if closed and parse.tokens[token.i - 1].text == "," and token.lemma.lower() in _BARE_SAYING:
            yield moved(token, "parataxis", verb.i)
        return
    if set_off(parse, speakers[0]) and _comma_behind(parse, token) is not None:
        yield moved(token, "parataxis", verb.i)
        yield moved(speakers[0], "nsubj", token.i)


def set_off(parse: Parse, noun: Token) -> bool:
    """Whether a comma stands before a noun's phrase, wherever the parser hung it."""
    first = min(parse.subtree(noun.i))
    return "," in {parse.tokens[first].text, parse.tokens[first - 1].text}


@on("root")
def _told_of_alone(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The offer, | diplomats warned on Friday, | could fall through": what is told of is no sentence by itself."""
    if not token.is_noun or parse.children(token.i, *SUBJECTS, "cop"):
        return
    for teller in parse.children(token.i, "parataxis"):
        speakers = parse.children(teller.i, *SUBJECTS)
        words = [c for c in parse.children(teller.i, "ccomp") if c.i > teller.i]
        if teller.lemma.lower() not in holding() or len(speakers) != 1 or not words or teller.i < token.i:
            continue
        comma = _comma_behind(parse, teller)
        opens = comma is not None and min(parse.subtree(words[0].i)) > comma
        if opens and set_off(parse, speakers[0]) and not parse.children(words[0].i, *SUBJECTS, "mark"):
            yield moved(teller, "root", teller.i)
            yield moved(token, "nsubj:pass" if parse.children(words[0].i, "aux:pass") else "nsubj", words[0].i)
            return


@on("compound", "nmod", "nmod:desc", "flat", "nmod:unmarked")
def _day_before_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "On Tuesday | Tearfund said": the day is no part of the name that stands behind it without a comma."""
    name = parse.tokens[token.head]
    verb = parse.tokens[name.head]
    time = next((t for t in parse.times if t.start <= token.i < t.end), None)
    if time is None or not time.end <= name.i or not name.tag.startswith("NN") or name.dep not in SUBJECTS:
        return
    case = next((c for c in parse.children(name.i, "case") if c.i < token.i), None)
    opens = case.i if case is not None else time.start
    if not verb.is_verb or (parse.sentences[parse.sentence(token.i)][0] != opens):
        return
    yield moved(token, "obl", verb.i)
    if case is not None:
        yield moved(case, "case", token.i)


@on("nsubj", "nsubj:outer")
def _told_of(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The report, | officials said on Monday, names the mayor": the first of two subjects is that of the words said.

    So is the first of "The mayor, | a lawyer | said, had fled", taken for one person.
    """
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in holding() or token.i > verb.i:
        return
    speakers = [c for c in parse.children(verb.i, "nsubj") if token.i < c.i < verb.i]
    if not speakers:
        below = (parse.tokens[i] for i in parse.subtree(token.i))
        speakers = [c for c in below if c.dep == "appos" and max(parse.subtree(c.i)) == verb.i - 1]
    words = [c for c in parse.children(verb.i, "ccomp") if c.i > verb.i]
    if not words and verb.dep == "parataxis" and verb.head > verb.i:
        words = [parse.tokens[verb.head]]
    if len(speakers) != 1 or not words or parse.children(words[0].i, *SUBJECTS, "mark"):
        return
    comma = _comma_behind(parse, verb)
    if comma is None or not set_off(parse, speakers[0]):
        return
    passive = parse.children(words[0].i, "aux:pass")
    yield moved(token, "nsubj:pass" if passive else "nsubj", words[0].i)
    if speakers[0].dep == "appos":
        yield moved(speakers[0], "nsubj", verb.i)
    for child in parse.children(words[0].i, "obl", "obl:unmarked", "obl:tmod"):
        if child.i < comma:  # "the ministry said | in a statement, | had not fired"
            yield moved(child, child.dep, verb.i)


def _comma_behind(parse: Parse, verb: Token) -> int | None:
    """The comma that closes "officials said", "the ministry said in a statement on Monday": nothing else between."""
    _, end = parse.sentences[parse.sentence(verb.i)]
    comma = next((i for i in range(verb.i + 1, min(verb.i + FEW, end)) if parse.tokens[i].text == ","), None)
    if comma is None or comma == verb.i + 1:
        return comma
    between = parse.tokens[verb.i + 1 : comma]
    told = verb.lemma.lower() in _TO_SOMEBODY and between[0].tag in {"NNS", "NNP", "PRP", "DT"}
    loose = told or between[0].tag in {"IN", "RB"} or any(t.start <= verb.i + 1 < t.end for t in parse.times)
    return comma if loose and between[0].lower not in _OPENERS and not any(t.is_verb for t in between) else None


@on("obl", "nmod")
def _as_somebody_said(parse: Parse, token: Token) -> Iterator[Token]:
    """ "It spread | as a number of writers | suggested": who stands behind "as" and before a verb is its subject."""
    last = max(parse.subtree(token.i)) + 1
    verb = parse.tokens[min(last, len(parse.tokens) - 1)]
    cases = [c for c in parse.children(token.i, "case") if c.lower in {"as", "after", "before"}]
    if verb.dep != "advcl" or verb.tag not in FINITE or verb.head != token.head or not cases:
        return
    if not parse.children(verb.i, *SUBJECTS, "mark"):
        yield moved(token, "nsubj", verb.i)
        yield moved(cases[0], "mark", verb.i)


@on("ccomp")
def _said_of_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The force | she argues | is needed": what is said of a noun behind a verb of saying is that verb's."""
    first = parse.tokens[min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")]
    teller = parse.tokens[first.i - 1]
    if first.i < 2 or teller.dep != "acl:relcl" or teller.lemma.lower() not in holding() or token.head == teller.i:
        return
    finite = first.tag in FINITE or first.tag == "MD"
    if finite and parse.children(teller.i, *SUBJECTS) and not parse.children(token.i, *SUBJECTS, "mark"):
        yield moved(token, "ccomp", teller.i)


@on("ccomp")
def _behind_citing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "TASS reported, | citing the ministry, | that the army had left": who reported it said it."""
    citing = parse.tokens[token.head]
    teller = parse.tokens[citing.head]
    if citing.tag != "VBG" or citing.dep not in {"advcl", "acl"} or not citing.i < token.i:
        return
    told = teller.lemma.lower() in holding() and teller.i < citing.i and not parse.children(teller.i, "ccomp")
    marks = [m.i for m in parse.children(token.i, "mark") if m.lower == "that"]
    if told and marks and {parse.tokens[marks[0] - 1].text, parse.tokens[citing.i - 1].text} == {","}:
        yield moved(token, "ccomp", teller.i)


@on("root", "ccomp", "advcl", "acl:relcl", "conj", "parataxis")
def _thought_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A man | thought to have planned it | was killed": he does not think; others think so of him."""
    behind = parse.tokens[token.i + 1 : token.i + 2]
    if token.tag != "VBD" or token.lemma.lower() not in _THOUGHT or not behind or behind[0].lower != "to":
        return
    subjects = [c for c in parse.children(token.i, *SUBJECTS) if c.is_noun and c.i == token.i - 1]
    below = (c for c in parse.children(token.i, "ccomp", "conj", "parataxis", "xcomp") if c.i > behind[0].i + 1)
    main = [c for c in below if not parse.children(c.i, *SUBJECTS) and _is_finite(parse, c)]
    if len(subjects) != 1 or not main:
        return
    passive = parse.children(main[0].i, "aux:pass")
    yield moved(main[0], token.dep, main[0].i if token.head == token.i else token.head)
    yield moved(subjects[0], "nsubj:pass" if passive else "nsubj", main[0].i)
    yield moved(token, "acl", subjects[0].i, "VBN")


def _is_finite(parse: Parse, verb: Token) -> bool:
    return verb.tag in FINITE or any(c.tag in FINITE | {"MD"} for c in parse.children(verb.i, "aux", "aux:pass", "cop"))


@on("nsubj", "nsubj:pass", "obj")
def _figure_behind(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Six people have died | , a figure the army disputes": what is said of it all, and nobody who died."""
    verb = parse.tokens[token.head]
    articles = [c.i for c in parse.children(token.i, "det") if c.lower in {"a", "an"}]
    behind = token.i > verb.i and bool(articles) and parse.tokens[articles[0] - 1].text == ","
    if behind and token.lemma.lower() in _REMARKS and parse.children(token.i, "acl:relcl", "acl"):
        yield moved(token, "parataxis", verb.i)


RULES = (
    _figure_behind,
    _said_behind,
    _inserted,
    _told_of_alone,
    _told_of,
    _day_before_name,
    _as_somebody_said,
    _said_of_noun,
    _behind_citing,
    _thought_to,
)
