"""The words of a cue in the text: its particles and its object, and what beside it makes it mean something else."""

from __future__ import annotations

from whosays.coding.statements.manner import NEGATIONS
from whosays.coding.statements.slots import has_to
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.ontology import owning
from whosays.ontology.acts import Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token


def words_of(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> tuple[int, ...] | None:
    """The tokens of the cue's words and object, None when one of them or the subject is missing."""
    if cue.subject and not any(c.lemma.lower() in cue.subject for c in parse.children(token.i, "nsubj", "nsubj:pass")):
        return None
    found = [token.i]
    for word in cue.words[1:]:
        at = _companion(parse, token.i, word)
        if at is None:
            return None
        found.append(at)
    if cue.object:
        at = _object(parse, nouns, cue, token)
        if at is None:
            return None
        slots = {slot for joined in cue.content for slot in joined}
        adjective = parse.tokens[at].tag == "JJ" and "complement" not in slots
        if adjective or not {"object", "complement"} & slots:
            found.append(at)
    return tuple(sorted(set(found)))


def names_deed(parse: Parse, head: int) -> bool:
    """Whether a content names a deed that somebody may own up to: "the bombing", "it", "killing the judge"."""
    token = parse.tokens[head]
    return token.lower in {"it", "this", "that"} or token.tag == "VBG" or owning.load().is_deed(token.lemma.lower())


def cancelled(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> bool:
    """Whether the object says that the verb means something else: "denied bail", "denied them entry"."""
    if not cue.unless:
        return False
    deps = ("nsubj:pass", "nsubj") if is_passive(parse, token.i) else ("obj", "iobj", "xcomp")
    described = [parse.tokens[token.head]] if token.dep == "acl" and is_passive(parse, token.i) else []
    called = cue.act == "call" and any(has_to(parse, c) for c in parse.children(token.i, "xcomp", "advcl"))
    if called and cue.words[0] == "call":  # "called for | Ruiz to resign"; not "called for Ruiz"
        return False
    elected = [
        c for c in parse.children(token.i, "obl") if cue.words == ("vote", "for") and case_of(parse, c.i) == "for"
    ]
    if "@post" in cue.unless and _to_office(parse, nouns, token):
        return True
    for child in (*parse.children(token.i, *deps), *described, *elected):  # "vote for | a new parliament"
        if "@office" in cue.unless and child.dep != "xcomp" and _from_office(parse, nouns, token, child):
            return True
        if child.lemma.lower() in cue.unless or f"@{nouns.kind_of(child.lemma.lower())}" in cue.unless - {"@person"}:
            return True
        if (
            "@person" in cue.unless
            and child.dep != "xcomp"
            and kind_of_speaker(parse, nouns, child.i) == "person"
            and child.lower != "it"
        ):
            return True
    return False


def _from_office(parse: Parse, nouns: Nouns, token: Token, somebody: Token) -> bool:
    """ "dismissed the minister as mayor": behind "as" an office without an article."""
    named = [c for c in parse.children(token.i, "obl", "xcomp", "advcl") if case_of(parse, c.i) == "as"]
    office = any(c.tag == "NN" and not parse.children(c.i, "det") and nouns.kind_of(c.lemma) == "person" for c in named)
    return office and kind_of_speaker(parse, nouns, somebody.i) == "person"


def _to_office(parse: Parse, nouns: Nouns, token: Token) -> bool:
    """ "Named Ana Ruiz | as his new envoy |", "as judge": what she becomes; not "as a suspect", "as the killer"."""
    named = [c for c in parse.children(token.i, "obl", "xcomp", "advcl") if case_of(parse, c.i) == "as"]
    for noun in named:
        if noun.tag != "NN" or nouns.kind_of(noun.lemma.lower()) != "person":
            continue
        fresh = any(c.lower in {"new", "next", "acting", "interim"} for c in parse.children(noun.i, "amod"))
        if fresh or parse.children(noun.i, "nmod:poss") or not parse.children(noun.i, "det"):
            return True
    return False


def _companion(parse: Parse, i: int, word: str) -> int | None:
    if word == "not" and parse.tokens[parse.tokens[i].head].lemma == "have" and parse.tokens[i].dep == "xcomp":
        yet = [c.i for c in parse.children(parse.tokens[i].head, "advmod") if c.lower == "yet"]
        if yet:  # "has yet to comment"
            return yet[0]
    for child in parse.children(i):
        if child.i > i and word in {child.lower, child.lemma.lower()}:
            return child.i
        if word == "not":
            negatives = [c for c in (child, *parse.children(child.i, "advmod")) if c.lower in NEGATIONS]
            if negatives and (child in negatives or child.dep == "xcomp"):
                return negatives[0].i
        for opener in parse.children(child.i, "case", "mark"):
            when = word == "after" and child.dep == "advcl"  # "went missing | after | calling for help"
            hung = child.dep in {"obl", "nmod", "advcl", "obl:agent", "obj"} and not when
            if opener.lower == word and opener.i > i and hung:
                return opener.i
        if word == "about" and child.dep in {"obl", "obj"} and child.i > i:  # "talked to voters | about the war"
            for noun in parse.children(child.i, "nmod"):
                for opener in parse.children(noun.i, "case"):
                    if opener.lower == word:
                        return opener.i
    return None


def _object(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> int | None:
    passive = is_passive(parse, token.i)
    deps = ("nsubj:pass", "nsubj") if passive else ("obj", "xcomp")
    candidates = [c.i for c in parse.children(token.i, *deps)]
    # "held the rebels responsible": an adjective behind the object says what the object is said to be.
    candidates += [a.i for o in parse.children(token.i, "obj") for a in parse.children(o.i, "amod", "acl") if a.i > o.i]
    if passive and token.dep in {"acl", "acl:relcl"}:
        candidates.append(token.head)
    objects = parse.children(token.i, "obj")
    relative = any(c.lower in {"that", "which"} and c.i < token.i for c in objects) and token.dep.startswith("acl")
    relative = relative and not parse.children(token.i, "ccomp", "xcomp")  # "a raid | which they claimed | was over"
    left_out = token.dep == "acl:relcl" and not objects
    if not passive and (relative or left_out):  # "a claim | they call | false", "an accusation | that | they reject"
        candidates.append(token.head)
    if not passive and not candidates and token.dep != "acl:relcl":
        # "conduct and claim responsibility": the parser may hang the object on either verb.
        candidates.extend(c.i for later in parse.children(token.i, "conj") for c in parse.children(later.i, "obj"))
    for candidate in candidates:
        head = parse.tokens[candidate]
        names = [head, *parse.children(candidate, "conj")]
        for name in names:
            if _is_meant(parse, nouns, cue, name):
                return name.i
    return None


def _is_meant(parse: Parse, nouns: Nouns, cue: Cue, name: Token) -> bool:
    """Whether a cue may have this object: by its lemma, by the kind of its noun, or as somebody by name."""
    lemma = name.lemma.lower()
    if lemma in cue.object or name.lower in cue.object:
        return True
    if "@named" in cue.object:
        person = any(n.start <= name.i < n.end and n.label == "person" for n in parse.names)
        if person or name.lower in {"him", "her"}:
            return True
    if "@number" in cue.object and name.tag == "CD":
        return True  # "doctors counted | 23 |"
    kind = nouns.kind_of(lemma)
    return name.tag in {"NN", "NNS"} and kind is not None and f"@{kind}" in cue.object
