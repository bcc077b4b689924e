"""What stands in a clause itself and takes its deed away: negation, conditions, modals."""

from __future__ import annotations

from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus


def is_no_confidence(parse: Parse, no: Token) -> bool:
    """ "Passed a motion of | no confidence | in the premier": the "no" is part of the name of the deed."""
    behind = (parse.tokens[k].lower for k in (no.i + 1, no.i + 2) if k < len(parse.tokens))
    return no.lower == "no" and "confidence" in behind


def is_negated(parse: Parse, verb: Token, wording: Wording) -> bool:
    """Whether a clause says that its deed was not done: "nobody was hurt", "neither side signed", "no longer sells"."""
    negations = wording.status.negations
    for child in parse.children(verb.i):
        if child.lower == "longer" and parse.tokens[child.i - 1].lower == "no":  # "no longer | supplies them"
            return True
        if child.dep in {"advmod", "cc", "cc:preconj"} and child.lower in negations:
            if parse.behind(child.i).lower in {"only", "just", "merely", "before", "until"}:
                continue  # "not only killed dozens but", "fled, but | not before | they shot a guard"
            return True
        if child.dep in {"nsubj", "nsubj:pass", "obj"}:
            if child.lower in negations:
                # "Nobody was hurt" denies the harm; a toll of nil is read by the tolls.
                return True
            if child.lower == "confidence" and verb.lemma.lower() == "vote":
                continue  # "voted no confidence in the premier"
            # "No group attacked", "neither Britain nor France has signed"
            if any(
                d.lower in {"no", "neither", "not"} and not is_no_confidence(parse, d)
                for d in parse.children(child.i, "det", "cc:preconj", "cc", "advmod")
            ):
                return True
        if child.dep == "mark" and child.lower == "without":
            return True
        if child.dep == "aux" and any(c.lower in negations for c in parse.children(child.i, "advmod")):
            return True  # "did | not, however, | impose them"
    if _is_still_to(parse, verb):
        return True
    if verb.dep == "conj" and parse.tokens[verb.head].is_verb and not parse.children(verb.i, "nsubj", "nsubj:pass"):
        between = parse.tokens[verb.head + 1 : verb.i]
        return any(t.lower in {"nor", "or"} for t in between) and is_negated(parse, parse.tokens[verb.head], wording)
    return False


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_told_beside_denial(parse: Parse, verb: Token) -> bool:
    """ "He was not charged and | was released |", "did not shoot and | withdrew |": no "not" reaches across."""
    first = parse.tokens[verb.head]
    joined = any(c.lower == "and" for c in parse.children(verb.i, "cc"))
    denied = any(c.lower in {"not", "n't", "never"} for c in parse.children(first.i, "advmod"))
    finite = verb.tag in _FINITE or (verb.tag == "VBN" and bool(parse.children(verb.i, "obj")))
    if joined and first.tag == "VBG" and finite:
        return True  # "are saying nothing and | denied | them access"
    if not joined or not denied or not first.is_verb:  # "| nobody | was hurt or was held"
        return False
    if any(c.tag in _FINITE for c in parse.children(verb.i, "aux:pass")):
        return True
    did = first.tag == "VB" and any(c.lemma.lower() == "do" for c in parse.children(first.i, "aux"))
    suffered = first.tag == "VBN" and verb.tag in _FINITE and bool(parse.children(verb.i, "obj"))
    return suffered or (did and verb.tag in {*_FINITE, "VBN"})


def _is_still_to(parse: Parse, verb: Token) -> bool:
    """ "Has yet | to send troops": it has not."""
    above = parse.tokens[verb.head]
    if verb.dep != "xcomp" or above.lemma.lower() not in {"have", "be"}:
        return False
    return any(c.lower == "yet" and above.i < c.i < verb.i for c in parse.children(above.i, "advmod"))


def is_conditional(parse: Parse, verb: Token, wording: Wording) -> bool:
    """Whether a clause only supposes: "if they attack", "in case they attack"."""
    return (
        is_turned_round(parse, verb)
        or _supposes(parse, verb, wording.status.conditions)
        or any(
            a.is_verb and _supposes(parse, a, frozenset({"if", "unless", "lest", "whether"}))
            for a in _joined_above(parse, verb)
        )
    )


def _supposes(parse: Parse, verb: Token, conditions: frozenset[str]) -> bool:
    marks = parse.children(verb.i, "mark", "advmod")
    told = [s for s in parse.children(verb.i, "nsubj", "nsubj:pass") if verb.dep == "advcl"]  # "in case | rebels come"
    cases = [*marks, *(c for s in told for c in parse.children(s.i, "case"))]
    in_case = any(f.lower == "case" for m in cases if m.lower == "in" for f in parse.children(m.i, "fixed"))
    so_long = verb.dep == "advcl" and parse.tokens[verb.head].lower == "long" and any(m.lower == "as" for m in marks)
    return in_case or so_long or any(c.lower in conditions for c in marks)  # "as long as | they stay"


def is_turned_round(parse: Parse, verb: Token) -> bool:
    """ "| Had Orland | shot it down, it could have faced war", "| should war | break out": a condition without "if"."""
    if not verb.is_verb:
        return False
    for aux in parse.children(verb.i, "aux"):
        if aux.lower not in {"had", "should"} or aux.i >= verb.i:
            continue
        subjects = [s for s in parse.children(verb.i, "nsubj", "nsubj:pass") if aux.i < s.i < verb.i]
        start, end = parse.sentences[parse.sentence(verb.i)]
        opens = aux.i == start or parse.tokens[aux.i - 1].text in {",", "“", '"', "but", "and"} or verb.dep == "advcl"
        if subjects and opens and parse.tokens[end - 1].text != "?":
            return aux.lower == "should" or any(_would(t) for t in parse.tokens[start:end] if t.i > verb.i)
    return False


def _would(token: Token) -> bool:
    return token.lower in {"would", "could", "might", "'d", "’d"}


def _joined_above(parse: Parse, verb: Token) -> list[Token]:
    """The verbs that a verb is joined to or completes: "if she returned | and was charged | and convicted"."""
    found: list[Token] = []
    current = verb
    while current.dep in {"xcomp", "conj"} and current.head != current.i:
        current = parse.tokens[current.head]
        found.append(current)
    return found


def modal_of(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """What the modal of a verb, or of the verb that it is joined to, makes of the deed; None where there is none."""
    holder: Token | None = verb
    while holder is not None:
        auxiliaries = [c for c in parse.children(holder.i, "aux") if c.tag == "MD"]
        for auxiliary in auxiliaries:
            if auxiliary.lower in {"would", "could", "might"} and _perfect(parse, holder):
                return "hypothetical"
            if auxiliary.lower == "will" and _perfect(parse, holder) and _already(parse, holder):
                return None  # "will already have | shared the files"
            often = any(c.lower in wording.status.habits for c in parse.children(holder.i, "advmod"))
            if auxiliary.lower == "would" and (often or _remembered(parse, holder)):
                return "habitual"  # "would often | shell the town"
            if auxiliary.lower == "would" and _foretold(parse, holder) and holder.lemma.lower() not in _CAUSING:
                return "planned"
            return wording.modal(auxiliary.lower) or "hypothetical"
        shares = holder.dep == "conj" and not parse.children(holder.i, "nsubj", "nsubj:pass", "aux")
        holder = parse.tokens[holder.head] if shares and parse.tokens[holder.head].is_verb else None
    return None


def is_open(parse: Parse, verb: Token) -> bool:
    """ "The court | may not recognise it": whether it will is left open, and no denial."""
    modals = [c for c in parse.children(verb.i, "aux") if c.tag == "MD"]
    return any(c.lower in {"may", "might"} for c in modals)


def is_unreal(parse: Parse, verb: Token) -> bool:
    """ "They | would not dare to come if he left": nothing is denied where all is supposed."""
    would = any(c.lower in {"would", "could", "'d", "’d"} for c in parse.children(verb.i, "aux"))
    clauses = parse.children(verb.i, "advcl")
    clauses = (*clauses, *(k for c in parse.children(verb.i, "xcomp") for k in parse.children(c.i, "advcl")))
    return would and any(m.lower in {"if", "unless"} for c in clauses for m in parse.children(c.i, "mark"))


def modal_above(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "It will be shown | when they meet": the present of a clause below a future."""
    if _is_awaited(parse, verb):
        return "hypothetical"
    if verb.dep == "conj" and verb.tag in {"VBZ", "VBP"} and parse.tokens[verb.head].tag == verb.tag:
        return modal_above(parse, parse.tokens[verb.head], wording)  # "until it opens the gate and | withdraws"
    governor = parse.tokens[verb.head]
    done = verb.tag == "VBN" and any(c.lower in {"has", "have"} for c in parse.children(verb.i, "aux"))
    awaited = done and any(
        m.lower in {"once", "when", "until", "after"} for m in parse.children(verb.i, "mark", "advmod")
    )
    # "can stand trial | once arrested"
    awaited = awaited or (
        verb.tag == "VBN" and any(m.lower == "once" for m in parse.children(verb.i, "mark", "advmod"))
    )
    then = verb.tag == "VBG" and any(m.lower == "before" for m in parse.children(verb.i, "mark"))
    if verb.dep != "advcl" or not (awaited or then or verb.tag in {"VBZ", "VBP"}) or not governor.is_verb:
        return None  # "will visit Orli | before meeting the king": both lie ahead
    return modal_of(parse, governor, wording)


def _is_awaited(parse: Parse, verb: Token) -> bool:
    """ "There is no hope until they force him | to withdraw |": what is waited for has not come."""
    while verb.dep == "xcomp" and parse.tokens[verb.head].is_verb:
        verb = parse.tokens[verb.head]
    if verb.dep not in {"advcl", "acl"} or verb.tag not in {"VBZ", "VBP"}:
        return False
    return any(m.lower == "until" for m in parse.children(verb.i, "mark"))


_CAUSING = frozenset({"spark", "trigger", "provoke", "cause", "fuel", "ignite", "unleash", "inflame"})
_SAYING = frozenset({"say", "announce", "add", "declare", "tell"})


def _foretold(parse: Parse, verb: Token) -> bool:
    """ "It announced that the council | would hold a meeting": the future, seen from the past; no condition."""
    saying = parse.tokens[verb.head]
    if saying.tag == "VBG" and saying.lemma.lower() in _SAYING and saying.dep in {"advcl", "acl", "conj"}:
        saying = parse.tokens[saying.head]  # "left the talks, saying it | would cut its aid"
    if verb.dep != "ccomp" or saying.tag not in {"VBD", "VBN"}:
        return False
    clauses = parse.children(verb.i, "advcl")
    return not any(m.lower in {"if", "unless"} for c in clauses for m in parse.children(c.i, "mark"))


_REMEMBERING = frozenset({"recall", "remember", "recount", "describe", "relate"})


def _remembered(parse: Parse, verb: Token) -> bool:
    """ "Told me how armed men | would raid homes": what they used to do."""
    above = parse.tokens[verb.head]
    if verb.dep != "ccomp" or not above.is_verb:
        return False
    how = any(c.lower == "how" and c.i < verb.i for c in parse.children(verb.i, "advmod", "mark"))
    return (how and above.lemma.lower() in {"tell", "say", "explain"}) or above.lemma.lower() in _REMEMBERING


def _already(parse: Parse, verb: Token) -> bool:
    return any(c.lower == "already" for c in parse.children(verb.i, "advmod"))


def _perfect(parse: Parse, verb: Token) -> bool:
    return any(c.lemma.lower() == "have" for c in parse.children(verb.i, "aux"))
