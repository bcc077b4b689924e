"""Where the content of a cue stands: complement clauses, infinitives, objects, prepositional phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays import ontology
from whosays.coding.mentions import phrase_range
from whosays.coding.understood import antecedent, is_passive
from whosays.ontology.acts import Cue
from whosays.parse import Parse, Token

_ASIDES = frozenset("when while as after before since because although though who which where".split())
_RELATIVES = frozenset({"who", "which", "that", "whom"})


class Content(msgspec.Struct, frozen=True):
    """The tokens of a content, the token that governs it, and the slot that it was found in."""

    tokens: frozenset[int]
    head: int
    slot: str
    opener: int | None = None  # the preposition that led to it


def content_of(parse: Parse, cue: Cue, token: int, carriers: tuple[int, ...]) -> Content | None:
    """The content of the cue at ``token``: the first of the cue's slots that is filled.

    Args:
        parse: the report taken apart.
        cue: what was found.
        token: where its head stands.
        carriers: the tokens whose dependents may be content: the head and, for "express concern", its object.
    """
    what = _what(parse, cue, token)
    if what is not None:
        return what
    for joined in cue.content:
        parts = [_slot(parse, slot, token, carriers) for slot in joined[:1]]
        # "accused both sides of shelling": the parser may hang the second part on the first.
        further = (*carriers, parts[0].head) if parts[0] is not None else carriers
        parts.extend(_slot(parse, slot, token, further) for slot in joined[1:])
        found = [part for part in parts if part is not None]
        if len(found) == len(parts) and found:
            tokens = frozenset().union(*(part.tokens for part in found))
            # "the mayor for lying", "them as liars": between two parts the preposition belongs to the content.
            tokens |= {part.opener for part in found[1:] if part.opener is not None}
            slot = found[0].slot if len(found) == 1 else "+".join(joined)
            return Content(tokens | _of_relative(parse, token, slot), found[-1].head, slot, found[0].opener)
    return None


def _of_relative(parse: Parse, token: int, slot: str) -> frozenset[int]:
    """ "| The bombing |, which they denied | carrying out": what the content's verb lacks stands before "which"."""
    verb = parse.tokens[token]
    lacks = any(c.lower in {"which", "that"} and c.i < token for c in parse.children(token, "obj"))
    if slot not in {"ing", "to"} or verb.dep != "acl:relcl" or not lacks or verb.head > token:
        return frozenset()
    return frozenset(range(*phrase_range(parse, verb.head)))


def _what(parse: Parse, cue: Cue, token: int) -> Content | None:
    """ "In | what | police called | a targeted attack", "what he described as | a plot"."""
    verb = parse.tokens[token]
    what = parse.tokens[verb.head]
    if verb.dep != "acl:relcl" or what.lower != "what" or what.i > token or not verb.is_verb:
        return None
    if ("that",) in cue.content and parse.tokens[token + 1].lemma == "be":
        return _what_was(parse, what, parse.tokens[token + 1])
    found: Content | None = None
    if ("object", "complement") in cue.content:
        for child in parse.children(token, "obj", "xcomp"):
            found = _subtree(parse, child.i, "complement") if child.i > token else found
    elif ("object", "as") in cue.content:
        found = _preposition(parse, "as", token)
    return found


def _what_was(parse: Parse, what: Token, being: Token) -> Content:
    """ "In | what | officials said | was a targeted attack"."""
    head = being.head if being.dep in {"cop", "aux", "aux:pass"} else being.i
    behind = {i for i in parse.subtree(head) if i >= being.i}
    return Content(frozenset(behind | {what.i, being.i}), head, "complement")


def slot_head(parse: Parse, slot: str, token: int, carriers: tuple[int, ...]) -> int | None:
    """The head of what fills one slot, None when it is empty."""
    found = _slot(parse, slot, token, carriers)
    return found.head if found else None


def joined_clauses(parse: Parse, token: int, content: Content) -> frozenset[int]:
    """ "said X and that Y": a further that-clause that the parser hung on the verb of speech."""
    found: set[int] = set()
    if content.slot != "that":
        return frozenset()
    for child in parse.children(token, "conj", "ccomp", "advcl"):
        marked = any(m.lower == "that" for m in parse.children(child.i, "mark"))
        if marked and child.i > content.head and child.i not in content.tokens:
            found |= set(parse.subtree(child.i))
    return frozenset(found)


def _slot(parse: Parse, slot: str, token: int, carriers: tuple[int, ...]) -> Content | None:
    if slot == "quote":
        return None
    finder = _FINDERS.get(slot)
    for carrier in carriers:
        found = finder(parse, carrier) if finder else _preposition(parse, slot, carrier)
        if found is not None and found.head != token and found.head not in carriers:
            return found
    return None


def _subtree(parse: Parse, head: int, slot: str, opener: int | None = None) -> Content:
    """All below ``head``, without the preposition that opened it and what hangs before it."""
    tokens = set(parse.subtree(head))
    opening = [m.i for m in parse.children(head, "mark") if m.lower == "that"]
    before = [parse.tokens[t] for t in tokens if opening and t < opening[0]]
    if slot == "that" and before and (before[-1].text == "," or all(t.tag == "RB" for t in before)):
        tokens = {t for t in tokens if t >= opening[0]}  # "said, | for the first time, | that he would go"
    for clause in parse.children(head, "acl"):  # "denied the raid, insisting that": the speaker insists, not the raid
        if clause.tag == "VBG" and parse.tokens[clause.i - 1].text == ",":
            tokens -= set(parse.subtree(clause.i))
    if opener is not None:
        tokens = {t for t in tokens if t > opener}
    return Content(frozenset(tokens), head, slot, opener)


def _that(parse: Parse, i: int) -> Content | None:
    token = parse.tokens[i]
    for child in parse.children(i, "ccomp", "csubj", "csubj:pass"):
        infinitive = _is_infinitive(parse, child) and not any(
            m.lower == "that" for m in parse.children(child.i, "mark")
        )
        if not infinitive and not _is_aside(parse, child, i) and not _is_relative(parse, child):
            return _with_antecedent(parse, token, _subtree(parse, child.i, "that"))
    nouns = _told(parse, token) if token.is_verb else (token,)
    for noun in nouns:  # "the claim that"; "told reporters that": hung on the one told by mistake
        for child in parse.children(noun.i, "acl", "acl:relcl"):
            if any(m.lower == "that" for m in parse.children(child.i, "mark")):
                return _subtree(parse, child.i, "that")
    if not token.is_verb:
        return None
    return _around(parse, token) or _before(parse, token)


def _is_relative(parse: Parse, clause: Token) -> bool:
    """ "Declared a day of mourning for the raid | that killed ten": "that" is who did it, and brings no words."""
    first = parse.tokens[min(parse.subtree(clause.i))]
    return (
        first.lower == "that" and first.dep in {"nsubj", "nsubj:pass"} and first.head == clause.i and first.tag == "WDT"
    )


def _is_aside(parse: Parse, clause: Token, verb: int) -> bool:
    """ "When the clans fled, | they feared", "locals who had come back | say": a clause, and no words."""
    words = [parse.tokens[k] for k in parse.subtree(clause.i) if parse.tokens[k].text[0].isalnum()]
    quoted = any(q.open < clause.i < q.close for q in parse.quotations)
    if not words or quoted:
        return False
    behind_speaker = words[0].i > verb + 1 and words[0].lower == "who"  # "..., say locals | who have come back"
    opens = {words[0].lower, parse.tokens[max(words[0].i - 1, 0)].lower}
    if clause.i > verb and "should" in opens and parse.children(clause.i, "nsubj", "nsubj:pass"):
        return True  # "will recognise it | should the truce not hold"
    return behind_speaker if clause.i > verb else words[0].lower in _ASIDES


def _whether(parse: Parse, i: int) -> Content | None:
    """ "Asked | whether the bridge was safe", "asked how many had come"."""
    for child in parse.children(i, "ccomp", "advcl"):
        first = parse.tokens[min(parse.subtree(child.i))]
        if child.i > i and (first.lower in {"whether", "if"} or first.tag in {"WP", "WRB", "WDT", "WP$"}):
            return _subtree(parse, child.i, "whether")
    return None


def _told(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Who is spoken to: "told | reporters | that"; not "demanded | proof | that"."""
    nouns = ontology.load().nouns
    found = parse.children(verb.i, "obj", "iobj")
    return tuple(
        c
        for c in found
        if c.tag.startswith(("PRP", "NNP")) or nouns.kind_of(c.lemma.lower()) in {"person", "organisation"}
    )


def _with_antecedent(parse: Parse, verb: Token, content: Content) -> Content:
    """ "A truce that | he said | would not last": what the clause says, it says of the noun before it."""
    head = parse.tokens[content.head]
    if verb.dep != "acl:relcl" or head.i < verb.i or (head.tag == "VB" and _has_to(parse, head)):
        return content
    if any(c.i > verb.i for c in parse.children(head.i, "nsubj", "nsubj:pass", "expl", "mark")):
        return content
    start, end = phrase_range(parse, verb.head)
    if end > verb.i:
        return content
    return msgspec.structs.replace(content, tokens=content.tokens | frozenset(range(start, end)))


def _around(parse: Parse, token: Token) -> Content | None:
    """ "The talks failed, officials said": the content is the clause that the cue hangs on."""
    governor = parse.tokens[token.head]
    loose = token.dep == "conj" and not parse.children(token.i, "cc")  # "..., a spokeswoman said, and"
    inserted = token.dep == "parataxis" or loose or (token.dep == "advcl" and _as_clause(parse, token))
    agents = parse.children(token.i, "obl:agent") if inserted and _as_clause(parse, token) else ()  # "as told by"
    if not inserted or governor.i == token.i or not (parse.children(token.i, "nsubj", "nsubj:pass") or agents):
        return None
    if not (governor.is_verb or parse.children(governor.i, "cop", "nsubj", "nsubj:pass")):
        return None
    if token.i < governor.i and token.dep == "parataxis" and not _closed_off(parse, token.i):
        return None
    if token.i > governor.i and not loose:
        governor = _main(parse, governor)
    own = set(parse.subtree(token.i))
    tokens = frozenset(t for t in parse.subtree(governor.i) if t not in own)
    opening = {c.i for c in parse.children(governor.i, "cc") if c.i == min(tokens)}
    return Content(tokens - opening, governor.i, "around")


def _as_clause(parse: Parse, token: Token) -> bool:
    """ "..., as officials said"; not "as the agency warned | of a famine", which tells itself what was warned of."""
    if not any(m.lower == "as" for m in parse.children(token.i, "mark", "advmod")):
        return False
    further = (k.lower for c in parse.children(token.i, "obl") if c.i > token.i for k in parse.children(c.i, "case"))
    return not {"of", "about", "against"} & set(further)


def _main(parse: Parse, clause: Token) -> Token:
    """ "A bomb went off, killing six, police said": all of the sentence is said, not its last participle alone."""
    while clause.dep in {"advcl", "acl", "acl:relcl"} and clause.head < clause.i:
        above = next((a for a in parse.ancestors(clause.i) if a.is_verb), None)
        if above is None or above.i > clause.i:
            break
        clause = above
    return clause


def _before(parse: Parse, token: Token) -> Content | None:
    """ "The pilot had logged 900 hours, the airline said": a finite clause before the cue, whatever its label."""
    for child in parse.children(token.i, "advcl", "dep", "parataxis"):
        finite = child.tag in {"VBD", "VBZ", "VBP"} or parse.children(child.i, "aux")
        marked = parse.children(child.i, "mark") or any(c.tag == "WRB" for c in parse.children(child.i, "advmod"))
        end = max(parse.subtree(child.i)) + 1
        if child.i < token.i and finite and not marked and parse.tokens[min(end, token.i)].text == ",":
            return _subtree(parse, child.i, "around")
    return None


def _closed_off(parse: Parse, i: int) -> bool:
    last = max(parse.subtree(i))
    return any(t.text in {",", ":", "“", '"', "``", "''"} for t in parse.tokens[last : last + 2])


def _is_infinitive(parse: Parse, token: Token) -> bool:
    return token.tag == "VB" and any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def _has_to(parse: Parse, token: Token) -> bool:
    return any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def _to(parse: Parse, i: int) -> Content | None:
    for child in parse.children(i, "xcomp", "ccomp", "acl", "advcl"):
        if child.i > i and _has_to(parse, child) and not (child.dep == "advcl" and _comma_between(parse, i, child.i)):
            return _subtree(parse, child.i, "to")
    for noun in parse.children(i, "obj", "iobj"):  # "urged all parties to lay down": hung on the object by mistake
        for child in parse.children(noun.i, "acl"):
            if parse.tokens[i].is_verb and _has_to(parse, child):
                return _subtree(parse, child.i, "to")
    return None


def _ing(parse: Parse, i: int) -> Content | None:
    for child in parse.children(i, "xcomp", "ccomp", "advcl"):
        if (
            (child.tag == "VBG" or any(c.tag == "VBG" for c in parse.children(child.i, "cop")))
            and child.i > i
            and min(parse.subtree(child.i)) <= i + 2
            and not _comma_between(parse, i, child.i)
        ):
            return _subtree(parse, child.i, "ing")
    return None


def _comma_between(parse: Parse, first: int, last: int) -> bool:
    return any(t.text == "," for t in parse.tokens[first:last])


def _object(parse: Parse, i: int) -> Content | None:
    token = parse.tokens[i]
    if not token.is_verb:
        return None
    passive = is_passive(parse, i)
    objects = (
        parse.children(i, "nsubj:pass", "nsubj") if passive else parse.children(i, "obj") or parse.children(i, "iobj")
    )
    for child in objects:
        if child.lower in _RELATIVES and child.tag in {"WDT", "WP", "IN", "DT"}:
            head = _whom(parse, child) if child.lower == "whom" else antecedent(parse, i)
            if child.lower == "which" and head is not None and _is_untold(parse, head):
                return _clause_before(parse, token)
            return _phrase(parse, head) if head is not None else None
        if _is_time(parse, child.i):
            continue
        return _subtree(parse, child.i, "object")
    if not objects and told_noun(parse, token):
        return _clause_before(parse, parse.tokens[token.head])  # "said it had won, a claim | they denied"
    for child in parse.children(i, "obl:unmarked", "xcomp"):
        if not passive and child.i > i and child.is_noun and not _is_time(parse, child.i):
            return _subtree(parse, child.i, "object")
    if passive and token.dep in {"acl", "acl:relcl"}:
        return _phrase(parse, token.head)
    return None


def _is_untold(parse: Parse, head: int) -> bool:
    """Whether nobody can deny or accept it: somebody, a place, what is done by "spying"."""
    token = parse.tokens[head]
    named = any(n.start <= head < n.end and n.label in {"person", "nationality", "place"} for n in parse.names)
    return named or token.is_verb or ontology.load().nouns.kind_of(token.lemma.lower()) in {"person", "place"}


_TOLD = frozenset("claim accusation allegation charge assertion statement report suggestion".split())


def told_noun(parse: Parse, verb: Token) -> bool:
    """ "A claim | they denied": whether the clause is on a noun for what was said."""
    return verb.dep == "acl:relcl" and parse.tokens[verb.head].lemma.lower() in _TOLD


def _clause_before(parse: Parse, verb: Token) -> Content | None:
    """ "Said there was a plot against the farmers, | which | he denied": the plot, not the farmers."""
    own = set(parse.subtree(verb.i))
    clause = next(
        (a for a in parse.ancestors(verb.i) if a.i < verb.i and parse.children(a.i, "nsubj", "nsubj:pass")), None
    )
    if clause is None:
        return None
    return Content(frozenset(t for t in parse.subtree(clause.i) if t not in own), clause.i, "object")


def _whom(parse: Parse, pronoun: Token) -> int | None:
    """ "Ties to the prince, | whom | they accuse": somebody, the noun nearest before, wherever the clause hangs."""
    last = pronoun.i - 1
    while last > 0 and not parse.tokens[last].text[0].isalnum():
        last -= 1
    name = next((n for n in parse.names if n.start <= last < n.end), None)
    if name is not None:
        return parse.root_of(name.start, name.end)
    return next((a.i for a in (parse.tokens[last], *parse.ancestors(last)) if a.is_noun and a.i <= last), None)


def _subject(parse: Parse, i: int) -> Content | None:
    """Of whom something seems to be so: "| the rebels | seem to have left"."""
    for child in parse.children(i, "nsubj"):
        if child.lower in _RELATIVES:
            head = antecedent(parse, i)
            return _phrase(parse, head) if head is not None else None
        return _subtree(parse, child.i, "subject")
    return None


def _phrase(parse: Parse, head: int) -> Content:
    start, end = phrase_range(parse, head)
    return Content(frozenset(range(start, end)), head, "object")


def _complement(parse: Parse, i: int) -> Content | None:
    """What an object is said to be: "called the plan a trick", "deemed it safe"."""
    objects = parse.children(i, "obj", "nsubj:pass")
    for child in parse.children(i, "xcomp", "obj", "obl"):
        if child in objects[:1] or child.i < i:
            continue
        if child.dep == "obl" and parse.children(child.i, "case"):
            continue
        if child.dep == "xcomp" and _has_to(parse, child):
            continue
        return _subtree(parse, child.i, "complement")
    for noun in objects[:1]:  # "called the deal “a first step”", "the tax “unfair”": hung on the object by mistake
        for child in parse.children(noun.i, "appos", "amod"):
            if child.i > noun.i and parse.tokens[min(parse.subtree(child.i))].text != ",":
                return _subtree(parse, child.i, "complement")
        end = phrase_range(parse, noun.i)[1]
        behind = parse.tokens[end] if noun.i > i and end < len(parse.tokens) else None
        if behind is not None and behind.tag in {"JJ", "VBN"} and behind.head != noun.i:  # "calls Ruiz unfit"
            return _subtree(parse, behind.i, "complement")
    return None


def _preposition(parse: Parse, slot: str, i: int) -> Content | None:
    word = "to" if slot == "to-noun" else slot
    for child, opener in _prepositional(parse, i):
        if parse.tokens[opener].lower == word and not _is_time(parse, child):
            if slot == "as" and parse.children(child, "nsubj", "nsubj:pass"):
                continue  # "has seen a rise | as jets bombed the hills": when, not what it is seen as
            if slot == "to-noun" and _has_to(parse, parse.tokens[child]):
                continue
            found = _subtree(parse, child, slot, opener)
            return _with_infinitive(parse, i, found) if slot == "for" else found
    return None


def _with_infinitive(parse: Parse, verb: int, content: Content) -> Content:
    """ "Called for | the rebels | to leave the town": what they are to do is part of it, wherever it hangs."""
    last = max(content.tokens)
    for child in parse.children(verb, "advcl", "xcomp", "ccomp"):
        below = parse.subtree(child.i)
        if _has_to(parse, child) and min(below) == last + 1:
            return msgspec.structs.replace(content, tokens=content.tokens | frozenset(below))
    return content


def _prepositional(parse: Parse, i: int) -> Iterator[tuple[int, int]]:
    for child in parse.children(i, "obl", "nmod", "advcl", "obl:agent", "xcomp", "ccomp", "acl"):
        if child.i < i:
            continue
        openers = [t for t in parse.children(child.i, "case", "mark") if t.i < child.i and t.tag in {"IN", "TO", "RP"}]
        if openers:
            yield child.i, openers[0].i
            yield from _about(parse, i, child)
        if openers and _is_time(parse, child.i):
            # "showed worry these two years about the raids": hung on the years by mistake.
            yield from _prepositional(parse, child.i)


def _about(parse: Parse, verb: int, noun: Token) -> Iterator[tuple[int, int]]:
    """ "Asked at a briefing | about the ships": hung on the briefing, but asked of the verb."""
    if not parse.tokens[verb].is_verb or noun.dep != "obl":
        return
    for child in parse.children(noun.i, "nmod"):
        for opener in parse.children(child.i, "case"):
            if opener.lower == "about":
                yield child.i, opener.i


def _is_time(parse: Parse, i: int) -> bool:
    return any(t.start <= i < t.end for t in parse.times)


_FINDERS: dict[str, Callable[[Parse, int], Content | None]] = {
    "that": _that,
    "whether": _whether,
    "to": _to,
    "ing": _ing,
    "object": _object,
    "subject": _subject,
    "complement": _complement,
}
