"""What somebody says and what he does beside it, told apart: where the words of a verb of saying begin and end.

A small parser hangs a speaker's second verb on the words that he said ("said the talks will go on and | called for"),
takes a place line for what was said, and loses the subject of what is said round "officials said". Each rule takes a
token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whosays import ontology
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_CITING = frozenset({"cite", "quote"})  # who cites somebody is who reports, and nobody in his report
_STRIKING = frozenset({"fire", "hit", "shoot", "attack"})  # words with a particle ("fired back") and else deeds
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_STOPS = _DASHES | {","}
_BESIDE = frozenset({"despite", "with", "after", "without"})  # what may open a clause with a participle
_VOWING = frozenset({"vow", "pledge", "promise", "threaten", "refuse"})  # nobody is vowed to do anything
_CHANTING = frozenset({"chant", "shout", "yell"})  # "said a crowd had gathered, | chanting | slogans": the crowd
_APPEALING = frozenset({"call", "appeal", "plead", "push", "press"})
_MARKS = frozenset({"“", "”", '"', "''", "``"})


@cache
def _saying() -> frozenset[str]:
    """The verbs that bring somebody's words in a clause of their own."""
    return frozenset(
        cue.head for cue in load_acts().cues if cue.pos == "verb" and not cue.belief and ("that",) in cue.content
    )


@cache
def _saying_of_nouns() -> frozenset[str]:
    """The verbs of speech whose object may be a noun with a clause: "rejected the idea that"."""
    return frozenset(cue.head for cue in load_acts().cues if cue.pos == "verb" and not cue.belief)


def teller_of(parse: Parse, inner: Token) -> Token | None:
    """The verb of saying whose words the clause of ``inner`` is."""
    while inner.dep in {"conj", "xcomp"} and inner.head < inner.i:
        inner = parse.tokens[inner.head]
    teller = parse.tokens[inner.head]
    if inner.dep == "acl" and teller.dep == "obj" and any(m.lower == "that" for m in parse.children(inner.i, "mark")):
        above = parse.tokens[teller.head]  # "rejected the idea that it was so and | said that"
        return above if above.is_verb and above.i < inner.i and above.lemma.lower() in _saying_of_nouns() else None
    told = inner.dep == "ccomp" and teller.i < inner.i and teller.lemma.lower() in _saying()
    return teller if told and teller.is_verb else None


@on("conj")
def _second_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said the talks will go on and | called for calm": two verbs that cannot share a subject's tense."""
    inner = parse.tokens[token.head]
    if not token.is_verb or inner.i > token.i or parse.children(token.i, *SUBJECTS, "aux"):
        return
    teller = teller_of(parse, inner)
    if teller is None or not _alike(teller, token) or _marked_off(parse, teller.i, token.i):
        return
    if parse.children(token.i, "aux:pass") or not _cannot_share(parse, inner, token):
        return
    yield moved(token, "conj", teller.i, "VBD" if token.tag == "VBN" and teller.tag in FINITE else None)
    for agent in parse.children(token.i, "obl:agent") if _calls_for(parse, token) else ():
        yield moved(agent, "nmod", parse.children(token.i, "obl")[0].i)  # "called for action | by the bank |"


def _alike(one: Token, two: Token) -> bool:
    if one.tag == two.tag or {one.tag, two.tag} <= _PAST:
        return True
    # "Say two bodies were found by divers, | but cautioned | that": nobody found cautions.
    return one.tag in _PRESENT and two.tag == "VBD" and two.lemma.lower() in _saying()


def _calls_for(parse: Parse, verb: Token) -> bool:
    """ "Called | for calm": in the passive nothing would follow its preposition."""
    asked = any(c.lower == "for" for o in parse.children(verb.i, "obl")[:1] for c in parse.children(o.i, "case"))
    return verb.lemma.lower() in _APPEALING and asked


def _marked_off(parse: Parse, start: int, end: int) -> bool:
    """Whether a quotation opens between two words and does not close: what stands in it is said."""
    return sum(t.text in _MARKS for t in parse.tokens[start:end]) % 2 == 1


def _cannot_share(parse: Parse, inner: Token, second: Token) -> bool:
    helping = parse.children(inner.i, "aux", "aux:pass", "cop")
    if helping and second.tag in _PAST and _calls_for(parse, second):
        return True  # "was alarmed at the raids | and called for calm"
    if any(h.tag == "MD" for h in helping):
        return second.tag != "VB"
    if any(h.dep == "aux:pass" for h in helping):
        vows = second.lemma.lower() in _VOWING and bool(parse.children(second.i, "xcomp"))
        return vows or bool(parse.children(second.i, "obj", "ccomp"))
    if second.tag == "VBG" and inner.tag != "VBG":  # "acknowledging that he had failed | but warning that"
        return True
    if _high(parse, second):
        return True
    finite = inner.tag if inner.tag in FINITE else next((h.tag for h in helping if h.tag in FINITE), None)
    if any(h.dep == "aux" and h.lemma == "have" for h in helping) or finite is None:
        return False
    if finite in _PRESENT:
        return second.tag in _PAST
    return second.tag in _PAST and second.lemma.lower() in _saying() and not _may_speak(parse, inner)


def _high(parse: Parse, second: Token) -> bool:
    """ "Argued that the rebels grew stronger | , but suggested that": a comma before it, and a clause of its own."""
    joint = parse.children(second.i, "cc")
    set_off = bool(joint) and parse.tokens[joint[0].i - 1].text == "," and joint[0].lower in {"but", "and"}
    return set_off and second.lemma.lower() in _saying() and bool(parse.children(second.i, "ccomp"))


def _may_speak(parse: Parse, verb: Token) -> bool:
    """Whether the subject of a verb can be somebody: "the plan was too late and | charged that" cannot share."""
    for subject in parse.children(verb.i, *SUBJECTS):
        kind = ontology.load().nouns.kind_of(subject.lemma.lower())
        return (
            not subject.tag.startswith("NN")
            or subject.tag.startswith("NNP")
            or kind in {"person", "organisation", None}
        )
    return True


@on("acl", "advcl")
def _telling_on(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Hailed the vote to leave, | telling reporters": behind a comma the speaker goes on, not the infinitive."""
    head = parse.tokens[token.head]
    citing = token.lemma.lower() in _CITING or _points_to(parse, token)
    if token.tag != "VBG" or not (citing or token.lemma.lower() in _saying() - _CHANTING):
        return
    before = token.i - 1
    while before > 0 and (parse.tokens[before].tag == "RB" or parse.tokens[before].text in _MARKS):
        before -= 1
    if before <= head.i or parse.tokens[before].text not in _STOPS or parse.children(token.i, *SUBJECTS, "mark"):
        return
    full = head.tag in FINITE or bool(parse.children(head.i, *SUBJECTS))
    if not citing and full and head.lemma.lower() in _saying_of_nouns() - _STRIKING:
        return
    if full and not citing and _is_doers_own(parse, token, head):
        return
    for above in parse.ancestors(head.i):
        tells = above.lemma.lower() in (_saying_of_nouns() if full else _saying()) or not (citing or full)
        if above.is_verb and tells and parse.children(above.i, *SUBJECTS):
            if above.i < token.i and not _marked_off(parse, above.i, token.i):
                yield moved(token, "advcl", above.i)
            return


def _points_to(parse: Parse, verb: Token) -> bool:
    """ "Said the embargo hurts, | pointing to empty quays": what one's words rest on; not "pointing at the door"."""
    meant = (c.lower for o in parse.children(verb.i, "obl") for c in parse.children(o.i, "case"))
    return verb.lemma.lower() == "point" and "to" in meant


# What is shouted in doing something, by who does it: "fired at the crowd, shouting that"; not "was shot, ...".
_IN_DOING = frozenset("threaten shout yell chant sing scream order command".split())
_RESOLVING = frozenset({"vow", "pledge", "promise", "swear", "offer"})


def _is_doers_own(parse: Parse, token: Token, head: Token) -> bool:
    """ "Said that gunmen stormed the mill, | threatening to kill all", "said he fired, | saying he had to"."""
    lemma, teller = token.lemma.lower(), parse.tokens[head.head]
    if head.dep != "ccomp" or not parse.children(head.i, "nsubj") or head.tag not in FINITE | {"VBN"}:
        return False
    again = lemma == teller.lemma.lower()
    return again or lemma in _IN_DOING or (lemma in _RESOLVING and bool(parse.children(token.i, "xcomp")))


@on("acl")
def _despite_saying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Sees thieves in them despite | the millers | saying so": who says it stands right before it."""
    if token.tag != "VBG" or token.lemma.lower() not in _saying():
        return
    before = parse.tokens[token.i - 1]
    noun = next((a for a in (before, *parse.ancestors(before.i)) if max(parse.subtree(a.i)) < token.i), before)
    opens = {c.lower for c in parse.children(noun.i, "case")} & _BESIDE
    own = noun.head <= token.head or parse.tokens[noun.head].dep == "acl:relcl"  # "men who stay despite the millers"
    if noun.i == token.head or not opens or not before.tag.startswith(("NN", "PRP")) or not own:
        return
    if noun.dep in {"nmod", "obl"}:
        yield moved(noun, "nsubj", token.i)
        yield moved(token, "advcl", token.head)


@on("ccomp", "obj", "nsubj")
def _place_line(parse: Parse, token: Token) -> Iterator[Token]:
    """ "OSLO - | The harbour is shut, officials said": the place before the dash is not what they said."""
    if not token.tag.startswith("NNP") or token.head < token.i:
        return
    start, _ = parse.sentences[parse.sentence(token.i)]
    last = max(parse.subtree(token.i), default=token.i)
    dash = next((t for t in parse.tokens[token.i : token.i + 8] if t.text in _DASHES), None)
    if dash is None or last > dash.i or parse.children(token.i, "cop", "nsubj"):
        return
    if all(t.tag.startswith("NNP") or not t.text.isalpha() for t in parse.tokens[start : dash.i]):
        yield moved(token, "parataxis", token.head)


@on("nsubj:pass")
def _calling_on(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Lawmakers called on the government to act": nobody is "called on" without a "was"."""
    if parse.tokens[token.head].tag not in _PAST or token.i > token.head:
        return
    verb = parse.tokens[token.head]
    behind = parse.behind(verb.i).lower if verb.i + 1 < len(parse.tokens) else ""
    if (
        verb.lemma.lower() == "call"
        and behind in {"on", "for", "upon"}
        and not parse.children(verb.i, "aux", "aux:pass")
    ):
        yield moved(token, "nsubj", verb.i)
        yield moved(verb, verb.dep, verb.head, "VBD")


# Verbs whose object is to do something: what they are asked for is told by the infinitive.
_BIDDING = frozenset(
    "urge ask tell order instruct call press beg implore invite encourage persuade force compel direct command "
    "request advise remind pressure".split()
)
_ONTO = frozenset({"on", "upon"})


def _is_onto(parse: Parse, token: Token) -> bool:
    return any(c.lower in _ONTO for c in parse.children(token.i, "case"))


@on("xcomp", "advcl", "acl")
def _bidden_behind_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Urged the ministry, which runs the mills, | to raise wages": the ministry is to, whatever it is said to be."""
    marks = parse.children(token.i, "mark")
    if token.tag != "VB" or len(marks) != 1 or marks[0].lower != "to" or parse.tokens[marks[0].i - 1].text != ",":
        return
    bid = next((a for a in parse.ancestors(token.i) if a.lemma.lower() in _BIDDING and a.is_verb), None)
    if bid is None or bid.i > token.i or any(c.i != token.i for c in parse.children(bid.i, "xcomp", "ccomp")):
        return
    on_whom = [c for c in parse.children(bid.i, "obj") if c.i < token.i]
    on_whom += [c for c in parse.children(bid.i, "obl") if c.i < token.i and _is_onto(parse, c)]
    if len(on_whom) != 1:
        return
    phrase = set(parse.subtree(on_whom[0].i)) - set(parse.subtree(token.i))
    between = range(on_whom[0].i, marks[0].i - 1)
    if any(parse.tokens[i].text == "," for i in between) and all(
        i in phrase or parse.tokens[i].text == "," for i in between
    ):
        yield moved(token, "xcomp", bid.i)


_TOLD = frozenset({"tell", "inform", "assure", "notify", "warn", "remind"})


@on("nsubj", "nsubj:pass")
def _whom_and_of_whom(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Told its | allies | Ruiz was freed": the allies are told, and Ruiz was freed."""
    verb = parse.tokens[token.head]
    above = parse.tokens[verb.head]
    beside = (*parse.children(token.i, "appos", "flat"), *parse.children(verb.i, "nsubj", "nsubj:pass"))
    named = [c for c in beside if c.i == token.i + 1 and c.tag.startswith("NNP")]
    plural = token.tag in {"NNS", "NNPS"} and token.text.islower()
    if not plural or len(named) != 1 or verb.dep != "ccomp" or above.lemma.lower() not in _TOLD:
        return
    between = parse.tokens[above.i + 1 : min(parse.subtree(token.i))]
    if not between and not parse.children(above.i, "obj", "iobj"):
        yield moved(token, "iobj", above.i)
        yield moved(named[0], token.dep, verb.i)


_AHEAD = frozenset({"will", "would", "'d", "’d", "'ll", "’ll"})


@on("nsubj")
def _told_beside_pronoun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland told | Veldia | it would leave": who was told, beside the subject of what he was told."""
    verb = parse.tokens[token.head]
    above = parse.tokens[verb.head]
    second = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.tag == "PRP" and c.i == token.i + 1]
    ahead = any(c.lower in _AHEAD for c in parse.children(verb.i, "aux"))  # "told Orland | it must leave": Orland
    told = above.lemma.lower() in _TOLD and verb.dep == "ccomp" and token.is_noun and ahead
    starts = min(parse.subtree(token.i)) == above.i + 1
    if told and starts and second and not parse.children(above.i, "obj", "iobj"):
        yield moved(token, "iobj", above.i)


@on("nsubj")
def _agreed_with(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Orland agreed with | Veldia | to reopen its mills": whom it agreed with, and not who alone reopens them."""
    verb = parse.tokens[token.head]
    above = parse.tokens[verb.head]
    agreed = above.lemma.lower() == "agree" and verb.dep == "xcomp" and above.i < token.i < verb.i
    if agreed and [c.lower for c in parse.children(token.i, "case")] == ["with"]:
        yield moved(token, "obl", above.i)


RULES = (
    _whom_and_of_whom,
    _told_beside_pronoun,
    _agreed_with,
    _bidden_behind_aside,
    _calling_on,
    _second_verb,
    _telling_on,
    _despite_saying,
    _place_line,
)
