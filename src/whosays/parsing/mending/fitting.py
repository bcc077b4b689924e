"""Clauses that fit one word alone: by who may do it, by its number, by the verb that wants it, by the marks between.

A small parser hangs what is said of somebody on the noun that stands nearest. Each rule takes a token and yields the
tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# Verbs that charge somebody "of" something.
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "clear"})
_OPENS_ASIDE = frozenset({"who", "which", "whose", "where", "whom"})
_SAYING = frozenset({"say", "add", "note", "write", "explain", "ask"})
_MANY = frozenset({"they", "we", "you", "i"})
_ONE = frozenset({"it", "he", "she", "this", "that"})


@on("advcl", "acl", "obl", "nmod")
def _charge_behind_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused Ankara, which holds the town, | of backing them": no charge of the town's, but of Ankara."""
    of = next((c for c in parse.children(token.i, "case", "mark") if c.lower == "of" and c.i < token.i), None)
    if of is None or parse.tokens[of.i - 1].text != "," or (token.tag != "VBG" and not token.is_noun):
        return
    verb = next((a for a in parse.ancestors(token.i) if a.lemma.lower() in _CHARGING and a.is_verb), None)
    if verb is None or verb.i in {token.i, token.head} or verb.i > token.i:
        return
    accused = next((c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.i < of.i), None)
    start = verb.i if accused is None else max(accused.i, verb.i)
    aside = next((i for i in range(start + 1, of.i - 1) if parse.tokens[i].text == ","), None)
    if accused is None or aside is None or parse.behind(aside).lower not in _OPENS_ASIDE:
        return
    yield moved(token, "advcl" if token.tag == "VBG" else "obl", verb.i)
    for clause in parse.children(verb.i, "ccomp"):  # "accused Peru, | whose navy patrols it |, of": told of Peru
        if aside < min(parse.subtree(clause.i)) <= aside + 1 and clause.i < of.i:
            yield moved(clause, "acl:relcl", accused.i)


@on("ccomp", "acl:relcl")
def _blamed_what_happened(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Blamed what happened | on thugs |": it happened on nobody, and "what" is a noun with a clause on it."""
    if token.lemma.lower() not in _HAPPENING or token.i < 2:
        return
    above = parse.tokens[token.head]
    what, verb = (above, parse.tokens[above.head]) if token.dep == "acl:relcl" else (None, above)
    what = what or next(iter(parse.children(token.i, "nsubj")), None)
    if (
        verb.lemma.lower() != "blame"
        or not verb.is_verb
        or what is None
        or (what.lower, what.i) != ("what", verb.i + 1)
    ):
        return
    whom = [
        c
        for c in parse.children(token.i, "obl")
        if any(m.lower == "on" for m in parse.children(c.i, "case")) and not _in_time(parse, c.i)
    ]
    if whom:
        yield moved(what, "obj", verb.i)
        yield moved(token, "acl:relcl", what.i)
        yield moved(whom[-1], "obl", verb.i)


def _in_time(parse: Parse, i: int) -> bool:
    return any(t.start <= i < t.end for t in parse.times)


_HAPPENING = frozenset({"happen", "occur", "unfold"})


@on("conj")
def _keeps_silent_himself(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Confirmed that he had signed it | but would not discuss | it": who confirms keeps silent on the rest."""
    inner = parse.tokens[token.head]
    teller = parse.tokens[inner.head]
    if token.lemma.lower() not in _WITHHOLDING or token.tag != "VB" or inner.dep != "ccomp" or not teller.is_verb:
        return
    if not any(c.lower == "but" for c in parse.children(token.i, "cc")) or parse.children(token.i, *SUBJECTS):
        return
    helping = [c.lower for c in parse.children(token.i, "aux")]
    silent = bool({"would", "did"} & set(helping)) and any(
        c.lower in {"not", "n't", "n’t"} for c in parse.children(token.i, "advmod")
    )
    told = teller.lemma.lower() in _OWNING_UP or (teller.lemma.lower() == "say" and _says_nothing(parse, inner))
    if silent and told and teller.i < inner.i < token.i and teller.tag in FINITE:
        yield moved(token, "conj", teller.i)


def _says_nothing(parse: Parse, verb: Token) -> bool:
    """ "Said | talks | were under way but would not say where": the talks say nothing; of a man one cannot tell."""
    subject = next(iter(parse.children(verb.i, *SUBJECTS, "expl")), None)
    if subject is None or not (subject.tag in {"NN", "NNS"} or subject.lower in {"it", "there"}):
        return False
    parleys = subject.lemma.lower() in {"talk", "talks", "negotiation", "investigation", "inquiry", "search"}
    known = ontology.load().nouns.kind_of(subject.lemma.lower())
    return subject.tag in {"PRP", "EX"} or parleys or known in {"abstract", "thing", "document"}


_OWNING_UP = frozenset({"confirm", "admit", "acknowledge", "concede"})
_WITHHOLDING = frozenset("say comment discuss disclose identify specify elaborate reveal name give provide".split())


@on("ccomp")
def _turned_rival(parse: Parse, token: Token) -> Iterator[Token]:
    """ "His ally | turned rival |, Jan Holub, said so": what he was and has become, and no clause that is said."""
    verb = parse.tokens[token.head]
    was, become = parse.tokens[token.i - 1], parse.behind(token.i)
    if token.lower != "turned" or not token.i < verb.i or parse.children(verb.i, *SUBJECTS) or verb.tag not in FINITE:
        return
    if (was.dep, was.head, was.tag) != ("nsubj", token.i, "NN") or (become.head, become.tag) != (token.i, "NN"):
        return
    yield moved(was, "nsubj", verb.i)
    yield moved(token, "acl", was.i, "VBN")
    yield moved(become, "xcomp", token.i)
    for name in parse.children(become.i, "appos"):
        yield moved(name, "appos", was.i)
    for mark in parse.children(token.i, "punct"):
        yield moved(mark, "punct", was.i)


@on("ccomp")
def _denied_before_saying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Denied | that they were ill, | and said that": what stands before "and" is no word of the second verb."""
    second = parse.tokens[token.head]
    joint = next((c for c in parse.children(second.i, "cc") if c.i > token.i), None)
    first = parse.tokens[second.head]
    if joint is None or second.dep != "conj" or not first.is_verb or not first.i < token.i < second.i:
        return
    if not parse.children(first.i, "ccomp") and any(m.lower == "that" for m in parse.children(token.i, "mark")):
        yield moved(token, "ccomp", first.i)


@on("advmod")
def _closing_teller(parse: Parse, token: Token) -> Iterator[Token]:
    """ "They ran a ring, prosecutors | allege |.": who says all that stands before."""
    main = parse.tokens[token.head]
    subjects = parse.children(token.i, "nsubj")
    if token.tag not in FINITE or main.dep != "root" or not main.i < token.i or len(subjects) != 1:
        return
    first = min(i for i in parse.subtree(subjects[0].i) if parse.tokens[i].text != ",")
    last = parse.behind(token.i).text in {".", "…"}
    if last and parse.tokens[first - 1].text == "," and subjects[0].is_noun and subjects[0].i == token.i - 1:
        yield moved(token, "root", token.i)
        yield moved(main, "ccomp", token.i)


@on("acl", "nmod", "advcl")
def _accused_of_doing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused soldiers at a checkpoint | of looking on |": no checkpoint looks on."""
    place = parse.tokens[token.head]
    of = next((c for c in parse.children(token.i, "mark", "case") if c.lower == "of" and c.i < token.i), None)
    verb = next((a for a in (parse.tokens[place.head], *parse.ancestors(place.head)) if a.is_verb), place)
    if of is None or token.tag != "VBG" or verb.lemma.lower() not in _CHARGING or not place.is_noun:
        return
    accused = next((c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.i < place.i), None)
    if accused is None or place.dep not in {"obl", "nmod"} or not place.i < of.i:
        return
    yield moved(token, "advcl", verb.i)
    if place.head == verb.i and verb.i < accused.i:
        yield moved(place, "nmod", accused.i)


@on("obl")
def _restraint_on_both(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Called for restraint | on both sides |": whose restraint it is."""
    verb = parse.tokens[token.head]
    opens = [c for c in parse.children(token.i, "case") if c.lower in {"on", "by", "from", "between"}]
    if (
        token.lemma.lower() not in {"side", "party"}
        or not opens
        or verb.lemma.lower() not in {"call", "urge", "appeal"}
    ):
        return
    asked = [c for c in parse.children(verb.i, "obl", "obj") if c.i == opens[0].i - 1 and c.is_noun]
    if asked:
        yield moved(token, "nmod", asked[0].i)


@on("conj")
def _denied_and_accused(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said that was nonsense, | and accused | the minister of it": no nonsense accuses."""
    inner = parse.tokens[token.head]
    teller = parse.tokens[inner.head]
    subjects = parse.children(inner.i, "nsubj")
    plain = inner.dep == "ccomp" and bool(parse.children(inner.i, "cop")) and bool(subjects)
    own = parse.children(token.i, *SUBJECTS, "aux", "aux:pass")
    if not plain or own or subjects[0].lower not in {"that", "this", "it"}:
        return
    if token.tag == teller.tag == "VBD" and token.lemma.lower() in _CHARGING | {"blame", "call", "urge", "say"}:
        yield moved(token, "conj", teller.i)


@on("acl:relcl")
def _main_behind_relative(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A noise that scattered them | was caused | by a weapon": a clause without "that" is the main one."""
    noun = parse.tokens[token.head]
    first = next((c for c in parse.children(noun.i, "acl:relcl") if noun.i < c.i < token.i), None)
    helping = [c for c in parse.children(token.i, "aux:pass") if c.tag in FINITE]
    if noun.dep != "root" or not noun.is_noun or first is None or not helping or token.tag != "VBN":
        return
    own = (
        parse.children(token.i, *SUBJECTS) or parse.children(noun.i, *SUBJECTS, "cop") or parse.children(token.i, "cc")
    )
    if not own and helping[0].i > first.i and parse.children(first.i, "nsubj", "nsubj:pass"):
        yield moved(token, "root", token.i)
        yield moved(noun, "nsubj:pass", token.i)
        for other in parse.children(noun.i, "parataxis", "punct"):
            if other.i > token.i:
                yield moved(other, other.dep, token.i)


@on("nmod")
def _warned_of_quoted(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Warned the police | of strange smells |", "the court | of “delays” |": of what somebody is warned."""
    person = parse.tokens[token.head]
    verb = parse.tokens[person.head]
    if person.dep not in {"obj", "nsubj:pass"} or verb.lemma.lower() not in {"warn", "inform", "notify", "remind"}:
        return
    of = next((c for c in parse.children(token.i, "case") if c.lower == "of" and c.i < token.i), None)
    if of is None or not verb.is_verb or verb.i > of.i:
        return
    of_place = token.tag.startswith("NNP") or ontology.load().nouns.kind_of(token.lemma.lower()) == "place"
    if parse.behind(of.i).text in _QUOTE_MARKS or (person.lemma.lower() in _WARNED and not of_place):
        yield moved(token, "obl", verb.i)


_QUOTE_MARKS = frozenset({"“", '"', "``", "‘"})
_WARNED = frozenset(
    "police authority court public army resident voter ally passenger neighbour neighbor colleague".split()
)


@on("nsubj")
def _told_the_meeting(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Told | the meeting | there is a risk": before "there" stands whom he told."""
    clause = parse.tokens[token.head]
    verb = parse.tokens[clause.head]
    if parse.behind(token.i).tag != "EX" or clause.dep != "ccomp" or not verb.i < token.i < clause.i:
        return
    if verb.lemma.lower() in {"tell", "inform"}:
        yield moved(token, "iobj", verb.i)


@on("acl:relcl")
def _who_is_somebody(parse: Parse, token: Token) -> Iterator[Token]:
    """ "An official at the ministry, | who asked not to be named |": the official, since no ministry is a "who"."""
    who = next((c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.lower == "who"), None)
    thing = parse.tokens[token.head]
    nouns = ontology.load().nouns
    body = thing.tag in {"NN", "NNS"} and nouns.kind_of(thing.lemma.lower()) in {"organisation", "place", "abstract"}
    if who is None or not body or parse.tokens[who.i - 1].text != "," or thing.i > who.i:
        return
    for above in parse.ancestors(thing.i):
        if above.is_verb and above.dep not in {"acl", "amod"}:
            return
        if above.is_noun and above.i < thing.i and nouns.kind_of(above.lemma.lower()) == "person":
            if max((i for i in parse.subtree(above.i) if i < who.i - 1), default=-1) == who.i - 2:
                yield moved(token, "acl:relcl", above.i)
            return


@on("conj")
def _agrees_with_many(parse: Parse, token: Token) -> Iterator[Token]:
    """ "They are fine with how it goes | but want | it over": what it does would be "wants"."""
    first = parse.tokens[token.head]
    if token.tag != "VBP" or first.tag != "VBZ" or parse.children(token.i, *SUBJECTS, "expl", "aux", "cop"):
        return
    if not any(c.lower in _ONE for c in parse.children(first.i, "nsubj")):
        return
    for above in parse.ancestors(first.i):
        for verb in (above, *parse.children(above.i, "ccomp")):
            being = (verb, *parse.children(verb.i, "cop", "aux"))
            plural = any(c.lower in _MANY and c.i < verb.i for c in parse.children(verb.i, "nsubj"))
            if plural and verb.i < first.i and any(v.tag == "VBP" for v in being):
                yield moved(token, "conj", verb.i)
                if first.head == above.i != verb.i:
                    yield moved(first, "advcl", verb.i)
                return


@on("nsubj")
def _speaks_outside_marks(parse: Parse, token: Token) -> Iterator[Token]:
    """ "... That is Ana Ruiz,” said the man | who led them": who is named inside the marks does not say it."""
    verb = parse.tokens[token.head]
    marks = next((q for q in parse.quotations if q.open < token.i < q.close < verb.i <= q.close + 2), None)
    if marks is None or verb.lemma.lower() not in _SAYING or verb.tag not in FINITE:
        return
    speakers = [c for c in parse.children(verb.i, "obj", "iobj") if c.i > verb.i]
    if len(speakers) == 1 and min(parse.subtree(speakers[0].i)) == verb.i + 1:
        yield moved(token, "ccomp", verb.i)
        yield moved(speakers[0], "nsubj", verb.i)


_ASKED = frozenset({"call", "demand", "appeal", "request", "plea"})
_TOLD = _ASKED | frozenset({"claim", "warning", "accusation", "allegation", "threat", "promise", "pledge", "complaint"})
_FOR = frozenset("ministry minister department office secretary bureau movement group committee agency fund".split())


@on("nmod", "obl")
def _asked_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A call from the rebels | for their release |": what the call is for, and no rebels for it."""
    who = parse.tokens[token.head]
    word = next((c for c in parse.children(token.i, "case") if c.lower == "for"), None)
    if word is None or who.lemma.lower() in _FOR or (who.tag == "NNP" and token.tag == "NNP"):
        return
    asking = _whose_word(parse, who, _ASKED)
    if asking is not None and word.i == min(parse.subtree(token.i)) > who.i:
        yield moved(token, "nmod", asking.i)


@on("acl:relcl")
def _told_that(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A call by the rebels | that it leave |", "a call | that it leave |": what the call says, and no rebels."""
    that = next((c for c in parse.children(token.i, "mark") if c.lower == "that"), None)
    if that is None or that.i != min(parse.subtree(token.i)) or not parse.children(token.i, *SUBJECTS):
        return
    above = parse.tokens[token.head]
    asking = above if above.is_noun and above.lemma.lower() in _TOLD else _whose_word(parse, above, _TOLD)
    if asking is not None:
        yield moved(token, "acl", asking.i)


@on("ccomp")
def _told_by_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ignored a call by the rebels | that it leave |": what the call says, since nobody ignores "that"."""
    verb = parse.tokens[token.head]
    start = min(parse.subtree(token.i))
    if parse.tokens[start].lower != "that" or verb.lemma.lower() not in _ANSWERING:
        return
    said = next((c for c in parse.children(verb.i, "obj") if max(parse.subtree(c.i)) == start - 1), None)
    if said is not None and said.lemma.lower() in _TOLD:
        yield moved(token, "acl", said.i)


_ANSWERING = frozenset("ignore reject dismiss face defy rebuff resist accept heed repeat renew spurn receive".split())


@on("nmod")
def _of_what_by_court(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Found guilty by a jury | of murder |": of what he is, and no jury of murder; but "by a court of appeal"."""
    court = parse.tokens[token.head]
    verdict = parse.tokens[court.head]
    of = any(c.lower == "of" for c in parse.children(token.i, "case"))
    if not of or court.dep != "obl:agent" or court.lemma.lower() not in _JUDGING or token.tag.startswith("NNP"):
        return
    if token.lemma.lower() in _KINDS_OF_COURT or min(parse.subtree(token.i)) != court.i + 1:
        return
    if verdict.lemma.lower() == "find":
        verdict = next((c for c in parse.children(verdict.i, "xcomp") if c.i < court.i), verdict)
    if verdict.lemma.lower() in {"guilty", "innocent", *_CHARGING} and verdict.i < court.i:
        yield moved(token, "obl", verdict.i)


_JUDGING = frozenset({"jury", "court", "judge", "tribunal", "panel", "magistrate"})
_KINDS_OF_COURT = frozenset("appeal cassation justice inquiry judge peer arbitration instance man woman".split())


def _whose_word(parse: Parse, who: Token, words: frozenset[str]) -> Token | None:
    """The call or claim "by" or "from" somebody."""
    asking = parse.tokens[who.head]
    by = any(c.lower in {"by", "from"} for c in parse.children(who.i, "case"))
    return asking if by and who.dep == "nmod" and asking.is_noun and asking.lemma.lower() in words else None


RULES = (
    _asked_for,
    _told_that,
    _told_by_noun,
    _of_what_by_court,
    _charge_behind_aside,
    _blamed_what_happened,
    _keeps_silent_himself,
    _turned_rival,
    _denied_and_accused,
    _main_behind_relative,
    _denied_before_saying,
    _closing_teller,
    _accused_of_doing,
    _restraint_on_both,
    _warned_of_quoted,
    _told_the_meeting,
    _who_is_somebody,
    _agrees_with_many,
    _speaks_outside_marks,
)
