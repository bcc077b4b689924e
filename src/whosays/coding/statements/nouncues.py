"""Nouns as cues: "the mayor's denial of", "tabled a proposal to", "amid calls for", "is a critic of"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.contents import content_of
from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.gathering import found_with
from whosays.coding.statements.manner import NEGATIONS, status_of
from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import as_source, document_owner
from whosays.coding.words.mentions import case_of, phrase_range
from whosays.coding.words.understood import is_passive, own_subject
from whosays.ontology import owning
from whosays.ontology.acts import Acts, Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token
from whosays.records import Act

_HANDLING = frozenset(
    "issue publish release write make see obtain read raise express voice dismiss reject deny cite send receive".split()
)
# What is said at large, by the preposition behind its noun: "allegations of", "calls for".
_AT_LARGE: dict[Act, frozenset[str]] = {
    "accuse": frozenset({"of"}),
    "condemn": frozenset({"of", "over", "about"}),
    "concern": frozenset({"about", "over", "of"}),
    "warn": frozenset({"of", "about"}),
    "call": frozenset({"for", "to"}),
    "demand": frozenset({"for"}),
}
_ANSWERED = frozenset(
    "answer take ask field dodge duck deflect sidestep avoid pose put have include pepper bombard".split()
)
_RECEIVING = frozenset({"receive", "get", "hear", "see", "have"})
_PRESENTING = frozenset("table unveil present float submit launch draft circulate publish release".split())


_WHERE = frozenset({"stage", "screen", "paper", "camera"})


def noun_cue(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    """ "the mayor's denial of", "a warning by the agency that": only with a speaker and a content."""
    if _leads_up(parse, token) or _is_decision(parse, token):
        return
    for cue in acts.at(token.lemma.lower(), "noun"):
        if cue.belief and _is_open(parse, token):
            continue
        content = _is_that(parse, cue, token.i) or content_of(parse, cue, token.i, (token.i,))
        if content is None or (cue.object and not _is_of(parse, cue, content.head)):
            continue
        if parse.tokens[content.head].lower in _WHERE and not parse.children(content.head, "det"):
            continue  # "her stance | on stage |": where she stood
        if content.slot == "that" and token.lemma.lower() == "call" and not _is_bidden(parse, token, content.head):
            continue
        if cue.predicate:
            yield from _predicate(parse, nouns, cue, token, content)
            continue
        yield from _presented(parse, nouns, cue, token, content)
        if _is_sought(parse, token):
            return
        for owner in _noun_owners(parse, token.i, content.head):
            source = as_source(parse, nouns, cue, owner)
            if source is not None and source.head is not None:
                made = found_with(parse, cue, token, (token.i,), source, content)
                yield made
                return
        if cue.voiceless and _is_said_at_large(parse, (acts, nouns), cue, token, content):
            yield found_with(parse, cue, token, (token.i,), Source(), content)
            return
        if cue.act == "claim":
            yield from _issued(parse, nouns, cue, token, content)


def _is_of(parse: Parse, cue: Cue, head: int) -> bool:
    """Whether what follows a noun is what the cue needs: "a figure | of 45 dead |", "a toll of | nine men |"."""
    counted = parse.tokens[head].tag == "CD" or any(c.tag == "CD" for c in parse.children(head, "nummod"))
    return parse.tokens[head].lemma.lower() in cue.object or ("@number" in cue.object and counted)


def _is_sought(parse: Parse, token: Token) -> bool:
    """ "Rallied | support | from farmers for it", "want a | pledge | from Iran to stop": what they have yet to give."""
    verb = parse.tokens[token.head]
    lemma = verb.lemma.lower()
    if token.dep == "obj":
        sought = lemma in _SEEKING
    else:
        sought = token.dep == "obl" and lemma in _ASKING_FOR and case_of(parse, token.i) == "for"
    return sought and any(case_of(parse, c.i) in {"from", "among"} for c in parse.children(token.i, "nmod"))


_SEEKING = frozenset(
    "seek want need demand request rally drum solicit court await expect lack crave muster enlist lose require".split()
)
_ASKING_FOR = frozenset("ask appeal call push press lobby plead wait look hope campaign beg".split())


def _leads_up(parse: Parse, token: Token) -> bool:
    """ "In its first comment on the raid, the ministry said": what it comments is told behind."""
    verb = parse.tokens[token.head]
    leads = token.dep == "obl" and token.i < verb.i and verb.lemma.lower() in SAYING and verb.is_verb
    return leads and case_of(parse, token.i) == "in" and parse.tokens[token.i].lemma.lower() in _COMMENTS


def _is_decision(parse: Parse, token: Token) -> bool:
    """ "It is the mayor's | call | to make": his to decide, and nothing that he calls for."""
    pointed = any(c.lower in {"it", "that", "this"} for c in parse.children(token.i, "nsubj", "expl"))
    return token.lower == "call" and pointed and bool(parse.children(token.i, "cop"))


def _is_open(parse: Parse, token: Token) -> bool:
    """ "It depends on their | willingness | to talk": whether they are willing is what nobody knows."""
    verb = parse.tokens[token.head]
    return token.dep in {"obl", "obj", "conj"} and verb.is_verb and verb.lemma.lower() in _OPEN


_OPEN = frozenset("depend hinge rest rely test question doubt gauge assess probe".split())


def _is_bidden(parse: Parse, call: Token, head: int) -> bool:
    """ "Calls that he | resign |", "that it | be shut |", "should leave"; not "got a call that he was hurt"."""
    beside = {c.lower for c in parse.children(head, "aux", "aux:pass", "cop")}
    if beside:
        return bool(beside & {"be", "should", "must"})
    return parse.tokens[head].tag in {"VB", "VBP"} and parse.tokens[call.head].lemma.lower() not in _RECEIVING


_COMMENTS = frozenset({"comment", "remark", "statement", "response", "reaction", "message", "acknowledgment"})


def _is_said_at_large(parse: Parse, known: tuple[Acts, Nouns], cue: Cue, token: Token, content: Content) -> bool:
    """ "Amid reports that", "mounting calls for a truce": somebody says so, and nobody says who."""
    acts, _ = known
    governor = parse.tokens[token.head]
    if any(c.lower in {"no", "without", "any"} for c in parse.children(token.i, "det", "case")):
        return False
    the = parse.children(token.i, "det")
    moving = governor.is_noun and case_of(parse, token.i) == "in"  # "a rise in the | demand | for milk"
    if token.lower == "demand" and content.slot == "for" and (moving or not the):
        return False  # "a fall in | demand | for diamonds": what buyers want; not "the demand for a state of its own"
    if token.dep == "obj" and governor.lemma in {"have", "avoid"}:  # "I have hope that": his own
        return False
    if content.slot == "that":
        return not _relative(parse, content.head)
    spoken = token.dep in {"obj", "nsubj:pass"} and bool(acts.at(governor.lemma.lower(), "verb"))
    spoken = spoken and governor.lemma.lower() != "face"  # "| faces | calls to resign": faced, whoever calls
    if cue.head == "question" and (token.tag != "NNS" or (token.dep in {"obj", "obl"} and governor.lemma in _ANSWERED)):
        return False  # "mounting | questions | about his health"; not "was put a question on taxes"
    if cue.act in {"concern", "warn"} and content.slot == "of" and token.tag != "NNS":
        return False  # "amid | fears | of a coup"; not "a fear of heights"
    if cue.act == "report":
        received = not spoken or governor.lemma.lower() in _RECEIVING
        return token.tag == "NNS" and content.slot == "of" and received and _tells_of_deed(parse, known, content.head)
    return content.slot in _AT_LARGE.get(cue.act, ()) and not spoken  # not "denied allegations of"


def _tells_of_deed(parse: Parse, known: tuple[Acts, Nouns], head: int) -> bool:
    """ "Amid reports of | clashes |", "reports of | soldiers fleeing |"; not "the reports of the auditors"."""
    acts, nouns = known
    token = parse.tokens[head]
    lemma = token.lemma.lower()
    going_on = token.tag == "VBG" or any(c.tag == "VBG" for c in parse.children(head, "acl"))
    reported = frozenset().union(*(c.object for c in acts.at("report", "verb")))
    return going_on or lemma in reported or nouns.kind_of(lemma) == "event" or owning.load().is_deed(lemma)


def _presented(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "France | tabled a proposal | to patrol the strait": who brings it forward says it."""
    verb = parse.tokens[token.head]
    if token.dep != "obj" or verb.lemma.lower() not in _PRESENTING or content.slot not in {"to", "that", "for"}:
        return
    subject = own_subject(parse, verb.i) if not is_passive(parse, verb.i) else None
    source = as_source(parse, nouns, cue, subject) if subject is not None else None
    status = status_of(parse, cue, verb.i)
    if source is not None and source.head is not None and status is not None:
        made = found_with(parse, cue, token, (verb.i, token.i), source, content)
        yield msgspec.structs.replace(made, status=status)


def _relative(parse: Parse, verb: int) -> bool:
    """ "The report | that the ministry issued": a clause that lacks its object tells of the paper, not what it says."""
    return parse.tokens[verb].lemma in _HANDLING and not parse.children(verb, "obj", "nsubj:pass", "ccomp")


def _is_that(parse: Parse, cue: Cue, i: int) -> Content | None:
    """ "The ministry's position is | that the border is shut", "her advice was | to wait"."""
    opener = {slot[0] for slot in cue.content} & {"that", "to"}
    behind = phrase_range(parse, i)[1]
    _, end = parse.sentences[parse.sentence(i)]
    if behind + 2 < end and parse.tokens[behind].lemma == "have" and parse.behind(behind).lower == "been":
        behind += 1  # "the hope has been | that"
    if (
        behind + 2 >= end
        or parse.tokens[behind].lemma not in {"be", "remain"}
        or parse.behind(behind).lower not in opener
    ):
        return None
    while not parse.tokens[end - 1].text[0].isalnum():
        end -= 1
    told = range(behind + 1, end)
    return Content(frozenset(told), parse.root_of(told.start, told.stop), "that") if len(told) > 1 else None


def _predicate(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "She is a critic of the tax", "he is no fan of the deal": what somebody is tells what he thinks."""
    subject = own_subject(parse, token.i) if parse.children(token.i, "cop") else _beside_or_in(parse, token, content)
    source = as_source(parse, nouns, cue, subject) if subject is not None else None
    status = status_of(parse, cue, token.i)
    if source is None or source.head is None or status is None:
        return
    if any(c.lower == "no" for c in parse.children(token.i, "det")):
        status = "negated"
    yield msgspec.structs.replace(found_with(parse, cue, token, (token.i,), source, content), status=status)


def _beside_or_in(parse: Parse, token: Token, content: Content) -> int | None:
    acting = _acts_in(parse, token.i)
    adjoins = content.opener == token.i + 1  # not "Holub, a | Ruiz | supporter": which Holub it is
    return acting if acting is not None else _set_beside(parse, token) if adjoins else None


def _set_beside(parse: Parse, token: Token) -> int | None:
    """ "Ana Ruiz, | a critic of the tax |", "Ruiz, a judge and | critic of the tax |": somebody by name."""
    beside = parse.tokens[token.head] if token.dep == "conj" else token
    name = parse.tokens[beside.head]
    return name.i if beside.dep == "appos" and name.tag == "NNP" and name.i < token.i else None


def _issued(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "There was no claim of responsibility", "the group issued a claim of responsibility"."""
    if any(c.lower == "no" for c in parse.children(token.i, "det")):
        made = found_with(parse, cue, token, (token.i,), Source(), content)
        yield msgspec.structs.replace(made, status="negated")
        return
    owner = document_owner(parse, nouns, token.i)
    if owner is not None and not any(c.lower in NEGATIONS for c in parse.children(token.head, "advmod")):
        yield found_with(parse, cue, token, (token.i,), Source(head=owner), content)


def _noun_owners(parse: Parse, i: int, content: int) -> Iterator[int]:
    acting = _acts_in(parse, i)
    if acting is not None:
        yield acting
    for child in parse.children(i, "nmod:poss"):
        if child.tag.startswith(("NN", "PRP", "WP")):
            yield child.i
    for child in parse.children(i, "compound", "amod"):  # "| U.S. | criticism of the plan", "| Orlian | threats to"
        named = any(n.label in _WHOSE and n.start <= child.i < n.end == i for n in parse.names)
        if named and parse.tokens[i].lower not in _NOT_THEIRS:
            yield child.i
    for child in parse.children(i, "nmod"):
        whose = {"by", "from", "of", "among"} if content > max(parse.subtree(child.i)) else {"by", "from"}
        if case_of(parse, child.i) in whose and child.i != content:
            yield child.i


def _acts_in(parse: Parse, i: int) -> int | None:
    """ "Met him | in the hope of | a deal", "spoke | in favour of | it": who does so hopes and favours."""
    token = parse.tokens[i]
    verb = parse.tokens[token.head]
    asking = token.lemma.lower() in _ASKED_IN and any(c.lower in {"a", "an"} for c in parse.children(i, "det"))
    asking = asking and case_of(parse, i) == "in" and token.dep == "obl"  # "struck | in a demand for | higher pay"
    acted = asking or (case_of(parse, i), token.lemma.lower()) in _ACTED_IN
    if not acted or token.dep not in {"obl", "nmod"} or not verb.is_verb:
        return None
    if verb.lemma.lower() in _FAVOURING:  # "voted in favour of it": a deed; "turned the tide in favour of them"
        return None
    if token.i < verb.i or is_passive(parse, verb.i) or status_of(parse, _MADE, verb.i) != "made":
        return None
    return own_subject(parse, verb.i)


_WHOSE = frozenset({"place", "nationality"})
_NOT_THEIRS = frozenset({"demand", "report", "reports", "policy", "position", "account", "accounts"})
_ACTED_IN = frozenset(
    {("in", "hope"), ("in", "favour"), ("in", "favor"), ("in", "belief"), ("for", "fear"), ("with", "aim")}
)
_ASKED_IN = frozenset({"demand", "call", "appeal", "plea"})
_FAVOURING = frozenset("vote rule turn tilt swing shift tip skew weigh rig stack find decide".split())
_MADE = Cue(act="assert", pos="verb", words=("do",), bare=True)
