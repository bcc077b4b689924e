"""Where somebody's words begin and end: "said two had drowned, | but did not reveal | their names".

A small parser joins what the speaker keeps to himself to what he says, takes the subject of what is said for an object
of the saying, and what is meant to come about for all of it. Each rule takes a token and yields the tokens as they
should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on
from whosays.parsing.mending.tellers import teller_of

_KEEPING = frozenset("refuse decline".split())
_TELLING = frozenset("reveal disclose specify elaborate identify name explain comment clarify divulge describe".split())
_GIVING = frozenset({"give", "provide", "offer", "release", "disclose"})
_GIVEN = frozenset(
    "detail name number reason figure explanation information identity date evidence nationality breakdown cause "
    "timetable specific".split()
)
_SAYING = frozenset({"say", "add", "claim", "argue", "note", "warn", "insist", "explain", "report", "believe"})
_HELPING = ("aux", "aux:pass", "cop")


@on("conj")
def _withheld(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said two men had drowned, | but did not reveal | their names", "but | refused to say | why": the speaker."""
    if not any(c.lower == "but" for c in parse.children(token.i, "cc")) or parse.children(token.i, *SUBJECTS):
        return
    inner = parse.tokens[token.head]
    if inner.i > token.i or not _keeps_back(parse, token) or _is_speech(inner):
        return
    teller = teller_of(parse, inner)
    if teller is None or not _may_be_tellers(parse, teller, token):
        return
    yield moved(token, "conj", teller.i)


def _keeps_back(parse: Parse, verb: Token) -> bool:
    helping = parse.children(verb.i, "aux")
    if verb.lemma.lower() in _KEEPING and verb.tag in {"VBD", "VBN"}:
        return any(_tells(parse, c) for c in parse.children(verb.i, "xcomp"))
    not_done = any(c.lower in {"not", "n't", "n’t"} for c in parse.children(verb.i, "advmod"))
    return not_done and any(c.lemma.lower() in {"do", "have"} for c in helping) and _tells(parse, verb)


def _tells(parse: Parse, verb: Token) -> bool:
    """ "Reveal", "give details", "say why": what tells more, and no deed."""
    lemma = verb.lemma.lower()
    if lemma in _GIVING and any(c.lemma.lower() in _GIVEN for c in parse.children(verb.i, "obj")):
        return True
    behind = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)]
    asked = behind.tag in {"WRB", "WP", "WDT"} or behind.lower in {"whether", "if"}
    return lemma in _TELLING or (lemma == "say" and asked)


def _is_speech(verb: Token) -> bool:
    """ "Said the clerk | had admitted it | but did not say why": either may be meant."""
    cues = load_acts().at(verb.lemma.lower(), "verb")
    return any(("that",) in cue.content and not cue.belief and not cue.object for cue in cues)


def _may_be_tellers(parse: Parse, teller: Token, verb: Token) -> bool:
    """Whether number and tense allow it: no "officials" | has | not said."""
    helping = {c.lower for c in parse.children(verb.i, "aux")}
    for subject in parse.children(teller.i, "nsubj"):
        return not ("has" in helping and subject.tag in {"NNS", "NNPS"})
    return False


def _is_finite(parse: Parse, clause: Token) -> bool:
    return clause.tag in FINITE or any(c.tag in {*FINITE, "MD"} for c in parse.children(clause.i, *_HELPING))


@on("compound")
def _before_its_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A | government | -in-exile says", "the | commander | -in-chief": the first noun is the head."""
    last = parse.tokens[token.head]
    cases = [c for c in parse.children(last.i, "case") if token.i < c.i < last.i]
    if len(cases) != 1 or not token.is_noun or cases[0].i != token.i + 2 or last.i != cases[0].i + 2:
        return
    if parse.tokens[token.i + 1].text != "-" or parse.tokens[last.i - 1].text != "-" or last.lower == "law":
        return  # "his brother-in-law": the coding trees make one noun of it
    verb = parse.tokens[last.head]
    loose = last.dep == "obl" and verb.is_verb  # its "in" was taken for the verb's
    lost = loose and last.i < verb.i and verb.tag in FINITE and not parse.children(verb.i, *SUBJECTS)
    done_to = loose and verb.i < token.i and not parse.children(verb.i, "obj", "ccomp", "xcomp", "nsubj:pass")
    done_to = done_to and all(c.i > token.i for c in parse.children(last.i, "case"))  # "spoke to | the commander"
    dep = "nsubj" if lost else "obj" if done_to else last.dep
    yield moved(token, dep, token.i if last.head == last.i else last.head)
    yield moved(last, "nmod", token.i)
    for child in parse.children(last.i):
        if child.i != token.i and child.i not in {cases[0].i, cases[0].i - 1, last.i - 1}:
            yield moved(child, child.dep, token.i)


@on("xcomp")
def _said_in_order_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "He said | to open a mill | , foreigners must pay": what it takes to do so is what he said."""
    verb = parse.tokens[token.head]
    marks = parse.children(token.i, "mark")
    if token.tag != "VB" or verb.lemma.lower() not in _SAYING or [m.lower for m in marks] != ["to"]:
        return
    if marks[0].i != verb.i + 1 or not parse.children(verb.i, "nsubj"):
        return
    for clause in parse.children(verb.i, "parataxis", "ccomp", "conj"):
        subjects = parse.children(clause.i, *SUBJECTS, "expl")
        if clause.i < token.i or not subjects or parse.children(clause.i, "cc", "mark"):
            continue
        first = min(parse.subtree(subjects[0].i))
        if (
            _is_finite(parse, clause)
            and parse.tokens[first - 1].text == ","
            and max(parse.subtree(token.i)) in {first - 1, first - 2}
        ):
            yield moved(clause, "ccomp", verb.i)
            yield moved(token, "advcl", clause.i)
            return


@on("obj")
def _subject_of_said(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Experts say | heavy rain |, along with a lack of seed, hurt the crop": what is said to have done so."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _SAYING or token.i < verb.i or not token.is_noun:
        return
    if min(parse.subtree(token.i)) != verb.i + 1 or parse.children(token.i, "acl:relcl"):
        return
    loose = parse.children(verb.i, "parataxis") if parse.children(token.i, "nmod") else ()
    for clause in (*parse.children(verb.i, "ccomp"), *loose):
        whole = _is_finite(parse, clause) and not parse.children(clause.i, *SUBJECTS, "expl", "mark")
        if clause.i < token.i or not whole:
            continue
        if clause.dep == "parataxis":
            yield moved(clause, "ccomp", verb.i)
        passive = bool(parse.children(clause.i, "aux:pass"))
        yield moved(token, "nsubj:pass" if passive else "nsubj", clause.i)
        return


@on("ccomp")
def _whoever_does(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Saying | whoever wrecks the pact | must be stopped": a clause that is the subject of another."""
    first = parse.tokens[min(parse.subtree(token.i))]
    verb = parse.tokens[token.head]
    if first.lower not in {"whoever", "whatever", "whichever"} or first.head != token.i or first.i < verb.i:
        return
    above = parse.tokens[verb.head]  # "quoted her as | saying | whoever wrecks it must be stopped": below that
    inverted = verb.dep == "advcl" and above.i > token.i
    for clause in (above,) if inverted else parse.children(verb.i, "ccomp", "parataxis"):
        whole = _is_finite(parse, clause) and not parse.children(clause.i, *SUBJECTS, "expl", "mark")
        helping = [c.i for c in parse.children(clause.i, *_HELPING)]
        if whole and max(parse.subtree(token.i)) < min([clause.i, *helping]):
            passive = bool(parse.children(clause.i, "aux:pass"))
            if inverted:
                yield moved(verb, "advcl", clause.head)
            yield moved(clause, "ccomp", verb.i)
            yield moved(token, "csubj:pass" if passive else "csubj", clause.i)
            return


_BRINGING = frozenset({"lead", "prompt", "force", "compel", "cause"})


@on("advcl")
def _led_to_say(parse: Parse, token: Token) -> Iterator[Token]:
    """ "It led some | to speculate | that he was ill": what they were led to do, and no aim of what led them."""
    verb = parse.tokens[token.head]
    marks = parse.children(token.i, "mark")
    objects = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i]
    if token.tag != "VB" or verb.lemma.lower() not in _BRINGING or len(objects) != 1 or len(marks) != 1:
        return
    if marks[0].lower != "to" or marks[0].i != max(parse.subtree(objects[0].i)) + 1:
        return
    if not load_acts().at(token.lemma.lower(), "verb"):
        return
    yield moved(token, "xcomp", verb.i)
    for clause in parse.children(verb.i, "ccomp"):
        if any(m.lower == "that" and m.i == token.i + 1 for m in parse.children(clause.i, "mark")):
            yield moved(clause, "ccomp", token.i)


@on("advcl")
def _suggesting_that(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Mocked the tax, | suggesting | that it was unwise": the clause behind "that" is what is suggested."""
    clause = parse.tokens[token.head]
    marked = any(m.lower == "that" and m.i == token.i + 1 for m in parse.children(clause.i, "mark"))
    if token.tag != "VBG" or clause.i < token.i or not marked or clause.head == clause.i:
        return
    above = parse.tokens[clause.head]
    if not above.is_verb or above.i > token.i or not load_acts().at(token.lemma.lower(), "verb"):
        return
    yield moved(token, "advcl", above.i)
    yield moved(clause, "ccomp", token.i)


@on("nsubj", "obj")
def _object_before_comma(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Mayor slams | Holub |, praises Moss": one comma never stands between a subject and its verb."""
    second = parse.tokens[token.head]
    first = parse.tokens[second.head]
    if not token.is_noun or second.tag != "VBZ" or first.tag != "VBZ" or second.dep not in {"ccomp", "parataxis"}:
        return
    last = max(parse.subtree(token.i))
    plain = all(parse.tokens[i].dep != "punct" for i in parse.subtree(token.i))
    apart = token.i < second.i == last + 2 and parse.tokens[last + 1].text == ","
    if not plain or not apart or not first.i < token.i or first.lemma.lower() in _SAYING:
        return
    if parse.children(first.i, "obj", "xcomp") or parse.children(second.i, "mark", "aux"):
        return
    yield moved(token, "obj", first.i)
    yield moved(second, "conj", first.i)


@on("advcl")
def _reports_that(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Comes after a string of | reports | that trials had failed": no clause of time or cause opens with "that"."""
    opens = [m for m in parse.children(token.i, "mark") if m.lower == "that"]
    if not opens or token.i < parse.tokens[token.head].i or not parse.children(token.i, *SUBJECTS, "expl"):
        return
    noun = parse.tokens[opens[0].i - 1]
    between = parse.tokens[token.head : opens[0].i]
    said = any(("that",) in cue.content for cue in load_acts().at(noun.lemma.lower(), "noun"))
    if noun.is_noun and said and not any(t.lower in {"so", "such"} for t in between):
        yield moved(token, "acl", noun.i)


@on("parataxis")
def _of_which_he_said(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Cut rules | he said | are a burden": behind a noun, with no subject for what is said: of the noun."""
    subjects = parse.children(token.i, "nsubj")
    if token.lemma.lower() not in _SAYING or len(subjects) != 1 or subjects[0].tag != "PRP":
        return
    noun = parse.tokens[subjects[0].i - 1]
    said = [c for c in parse.children(token.i, "ccomp") if c.i > token.i]
    if not noun.is_noun or len(said) != 1 or parse.children(said[0].i, *SUBJECTS, "expl", "mark"):
        return
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    if {c.lower for c in parse.children(noun.i, "case")} & {"on", "in", "at", "from", "to"}:
        return  # "a tape posted on | the net | it says shows a raid": of the tape
    if subjects[0].i + 1 == token.i and (behind.tag in {*FINITE, "MD"} or behind.tag == "RB"):
        yield moved(token, "acl:relcl", noun.i)


@on("appos")
def _not_closed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In a tirade about the banker, | Ana Ruiz | called him a thief": what is set beside a noun ends in a comma."""
    last = max(parse.subtree(token.i))
    verb = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else token
    opening = parse.tokens[token.head]
    if (
        not token.tag.startswith("NNP")
        or verb.tag not in FINITE
        or parse.children(verb.i, *SUBJECTS, "expl", "aux:pass")
    ):
        return
    first = min(parse.subtree(token.i))
    start, _ = parse.sentences[parse.sentence(token.i)]
    above = next((a for a in (opening, *parse.ancestors(opening.i)) if a.head == verb.i), None)
    opens = above is not None and above.dep == "obl" and min(parse.subtree(above.i)) == start
    if opens and parse.tokens[first - 1].text == ",":
        yield moved(token, "nsubj", verb.i)


@on("conj")
def _beside_saying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Turned down the plan, saying it costs too much, | and accused | them of greed": who turned it down."""
    inner = parse.tokens[token.head]
    joints = parse.children(token.i, "cc")
    if token.tag not in {"VBD", "VBN"} or inner.i > token.i or len(joints) != 1 or not _is_speech_of_any(token):
        return
    teller = teller_of(parse, inner)
    if teller is None or teller.tag != "VBG" or teller.dep != "advcl" or parse.tokens[joints[0].i - 1].text != ",":
        return
    main = parse.tokens[teller.head]
    having = main.tag == "VBN" and any(c.lemma.lower() == "have" for c in parse.children(main.i, "aux"))
    helped = parse.children(token.i, *SUBJECTS, "aux", "aux:pass", "obl:agent")
    if main.i < teller.i and (main.tag == "VBD" or having) and not helped and parse.children(main.i, "nsubj"):
        yield moved(token, "conj", main.i, "VBD")


def _is_speech_of_any(verb: Token) -> bool:
    return any(not cue.belief for cue in load_acts().at(verb.lemma.lower(), "verb"))


@on("nsubj:pass")
def _shot_back(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The paper | shot back | in a letter": nobody is shot back."""
    verb = parse.tokens[token.head]
    behind = parse.tokens[verb.i + 1] if verb.i + 1 < len(parse.tokens) else verb
    if verb.lemma.lower() not in {"shoot", "fire", "hit"} or behind.lower != "back" or verb.dep in {"acl", "amod"}:
        return
    if token.i < verb.i and not parse.children(verb.i, "aux", "aux:pass", "obl:agent"):
        yield moved(token, "nsubj", verb.i)
        yield moved(verb, verb.dep, verb.head, "VBD")


RULES = (
    _withheld,
    _before_its_phrase,
    _said_in_order_to,
    _subject_of_said,
    _whoever_does,
    _led_to_say,
    _suggesting_that,
    _object_before_comma,
    _reports_that,
    _of_which_he_said,
    _shot_back,
    _not_closed,
    _beside_saying,
)
