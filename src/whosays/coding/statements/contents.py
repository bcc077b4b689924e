"""Where the content of a cue stands: the first of its slots that is filled, and what joins on to it."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.statements.clauses import gerund, infinitive, that_clause, whether_clause
from whosays.coding.statements.objects import complement_of, object_of, subject_of, told_noun
from whosays.coding.statements.prepositions import behind_preposition
from whosays.coding.statements.slots import Content, below, has_to
from whosays.coding.words.mentions import conjuncts, phrase_range
from whosays.ontology import owning
from whosays.ontology.acts import Cue
from whosays.parse import Parse, Token

_SHOWN = ("obj", "iobj", "nsubj", "ccomp", "xcomp", "obl", "advcl", "advmod", "conj")
_ON = frozenset({"as", "for", "to", "with", "because", "despite"})
_RETELLING = frozenset({"describe", "recall", "remember", "recount"})


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
        if joined == ("to",) and cue.intends and not cue.object and _takes_object(parse, cue, token):
            continue
        parts = [_slot(parse, slot, token, carriers) for slot in joined[:1]]
        # "accused both sides of shelling": the parser may hang the second part on the first.
        further = (*carriers, *_partners(parse, token, parts[0].head)) if parts[0] is not None else carriers
        parts.extend(_slot(parse, slot, token, further) for slot in joined[1:])
        found = [part for part in parts if part is not None]
        if len(found) == len(parts) and found:
            tokens = frozenset().union(*(part.tokens for part in found))
            # "the mayor for lying", "them as liars": between two parts the preposition belongs to the content.
            tokens |= {part.opener for part in found[1:] if part.opener is not None}
            if len(found) > 1 and cue.act == "deny" and told_noun(parse, parse.tokens[token]):
                return found[0]  # "said they had fled, a claim he dismissed | as false |": that they fled
            slot = found[0].slot if len(found) == 1 else "+".join(joined)
            tokens |= _of_relative(parse, token, slot) | _shown(parse, cue, token, tokens)
            tokens |= _seen_as(parse, token, slot, tokens)
            # "dismissed | the claim | as a lie": what is denied governs, and not what it is called.
            denied = cue.act == "deny" and joined == ("object", "as")
            return Content(tokens, found[0 if denied else -1].head, slot, found[0].opener)
    return None


def _partners(parse: Parse, token: int, part: int) -> tuple[int, ...]:
    """ "Accused | Peru and Chad | of lying", "was accused | by its rivals | of it": on what else it may hang."""
    agents = (c.i for c in parse.children(token, "obl:agent") if c.i > token)
    return (part, *(c for c in conjuncts(parse, part) if c != part), *agents)


def _takes_object(parse: Parse, cue: Cue, token: int) -> bool:
    """ "Seeking | a fee | to receive the captives": the fee is sought, and what it is for is not.

    So it is, where a thing may be meant as well, at any distance: "plan | a march in Orli | to mark the day".
    """
    verb = parse.tokens[token]
    between = [c for c in parse.children(token, "obj") if c.i > token and c.is_noun]
    if ("object",) in cue.content:
        return verb.is_verb and bool(between)
    return verb.is_verb and any(has_to(parse, t) for c in between for t in parse.tokens[c.i + 1 : c.i + 3])


def _shown(parse: Parse, cue: Cue, token: int, told: frozenset[int]) -> frozenset[int]:
    """ "A video showed | soldiers | beating two men", "found Ruiz | ahead in the capital": all that stands behind it.

    So it is with memories: "described the panic | when the shells fell".
    """
    found = set(told)
    if not told or min(told) < token or not {("object",), ("that",)} & set(cue.content):
        return frozenset()
    paper, again = cue.by == "document", cue.head in _RETELLING
    lost = not paper and ("that",) in cue.content and _lacks_subject(parse, told)
    for child in parse.children(token, *_SHOWN):
        whole = parse.subtree(child.i)
        shown = paper or (again and parse.tokens[whole[0]].tag == "WRB")
        named = child.dep in {"obj", "iobj", "nsubj"} and (paper or lost)
        first = named and whole[0] == token + 1 and whole[-1] == min(found) - 1
        if child.dep == "conj" and child.tag != "VBG":
            continue
        # "described seeing | men | enter the house": hung on the first verb by mistake
        going_on = again and child.dep == "ccomp" and not parse.children(child.i, "nsubj", "nsubj:pass", "mark")
        if child.i > token and (first or ((shown or going_on) and whole[0] == max(found) + 1)):
            found.update(whole)
    return frozenset(found)


def _seen_as(parse: Parse, token: int, slot: str, told: frozenset[int]) -> frozenset[int]:
    """ "Raised the raid | as a warning", "backs the general | for taking the port": right behind the object."""
    if slot != "object" or not told or min(told) < token:
        return frozenset()
    for child in parse.children(token, "xcomp"):
        whole = parse.subtree(child.i)
        if child.tag == "VBN" and whole[0] == max(told) + 1:  # "wants the vote | put off until May"
            return frozenset(whole)
    for child in parse.children(token, "xcomp", "ccomp", "advcl"):
        whole = parse.subtree(child.i)  # "does not want voters | thinking about the war"
        if child.tag == "VBG" and whole[0] == child.i == max(told) + 1 and parse.tokens[token].lemma == "want":
            return frozenset(whole)
    for child in parse.children(token, "obl", "advcl"):
        whole = parse.subtree(child.i)
        opener = parse.tokens[whole[0]]
        timed = any(t.start <= child.i < t.end for t in parse.times)
        if whole[0] == max(told) + 1 and opener.lower in _ON and opener.dep in {"case", "mark"} and not timed:
            return frozenset() if parse.children(child.i, "nsubj", "nsubj:pass") else frozenset(whole)
    return frozenset()


def _lacks_subject(parse: Parse, told: frozenset[int]) -> bool:
    """ "Said | the plan to buy two ships | makes no sense": what opens with a verb has its subject before."""
    first = parse.tokens[min(told)]
    return first.tag in {"VBD", "VBZ", "VBP", "MD"} and not parse.children(first.i, "nsubj", "nsubj:pass", "expl")


def _of_relative(parse: Parse, token: int, slot: str) -> frozenset[int]:
    """ "| The bombing |, which they denied | carrying out": what the content's verb lacks stands before "which"."""
    verb = parse.tokens[token]
    lacks = any(c.lower in {"which", "that"} and c.i < token for c in parse.children(token, "obj"))
    if slot not in {"ing", "to"} or verb.dep != "acl:relcl" or not lacks or verb.head > token:
        return frozenset()
    return frozenset(range(*phrase_range(parse, _deed_before(parse, verb.head, token))))


def _deed_before(parse: Parse, noun: int, clause: int) -> int:
    """ "A plan on | the raid | in Taiz, which they denied ordering", "the killing | of two monks": what can be done."""
    deeds = owning.load()
    which = next((i for i in range(clause - 1, noun, -1) if parse.tokens[i].lower in {"which", "that"}), noun)
    held = [c.i for c in parse.ancestors(noun) if parse.tokens[noun].dep == "nmod" and c.is_noun and c.i < noun]
    near = [i for i in (*range(which - 1, noun - 1, -1), *held[:1]) if parse.tokens[i].is_noun]
    return next((i for i in near if deeds.is_deed(parse.tokens[i].lemma.lower())), noun)


def _what(parse: Parse, cue: Cue, token: int) -> Content | None:
    """ "In | what | police called | a targeted attack", "what he described as | a plot"."""
    verb = parse.tokens[token]
    what = parse.tokens[verb.head]
    if verb.dep != "acl:relcl" or what.lower != "what" or what.i > token or not verb.is_verb:
        return None
    if ("that",) in cue.content and token + 1 < len(parse.tokens) and parse.behind(token).lemma == "be":
        return _what_was(parse, what, parse.behind(token))
    found: Content | None = None
    if ("object", "complement") in cue.content:
        for child in parse.children(token, "obj", "xcomp"):
            found = below(parse, child.i, "complement") if child.i > token else found
    elif ("object", "as") in cue.content:
        found = behind_preposition(parse, "as", token)
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
        opening = min(parse.subtree(child.i))
        of_another = parse.tokens[opening - 1].tag == "VBG"  # "said Ruiz, suggesting | that": not what was said
        if (marked or _and_on(parse, child, content)) and child.i > content.head and not of_another:
            found |= set(parse.subtree(child.i)) if child.i not in content.tokens else set()
    return frozenset(found)


def _and_on(parse: Parse, clause: Token, content: Content) -> bool:
    """ "Report that nine died | and 40 have fallen ill |": a second clause with its own subject, right behind."""
    joins = parse.children(clause.i, "cc")
    subject = parse.children(clause.i, "nsubj", "nsubj:pass")
    near = bool(joins) and joins[0].lower == "and" and joins[0].i == max(content.tokens) + 1
    return near and bool(subject) and subject[0].i > joins[0].i and clause.dep == "ccomp" and clause.i > content.head


def _slot(parse: Parse, slot: str, token: int, carriers: tuple[int, ...]) -> Content | None:
    if slot == "quote":
        return None
    finder = _FINDERS.get(slot)
    for carrier in carriers:
        found = finder(parse, carrier) if finder else behind_preposition(parse, slot, carrier)
        if found is not None and found.head != token and found.head not in carriers:
            return found
    return None


def _manner_of(parse: Parse, i: int) -> Content | None:
    """ "View the treaty | unfavourably |": how somebody judges it."""
    for child in parse.children(i, "advmod"):
        if child.i > i and child.lower in _JUDGED:
            return below(parse, child.i, "manner")
    return None


def _named_before(parse: Parse, i: int) -> Content | None:
    """ "Jan Holub is a | Ruiz | supporter": whose, by a name right before the noun."""
    for child in parse.children(i, "compound"):
        named = any(n.start <= child.i < n.end <= i and n.label in _WHOSE for n in parse.names)
        if named and max(parse.subtree(child.i)) == i - 1:
            return below(parse, child.i, "compound")
    return None


_WHOSE = frozenset({"person", "organisation"})
_JUDGED = frozenset(
    "favorably favourably unfavorably unfavourably positively negatively sceptically skeptically sympathetically "
    "warily suspiciously critically dimly differently similarly".split()
)
_FINDERS: dict[str, Callable[[Parse, int], Content | None]] = {
    "that": that_clause,
    "whether": whether_clause,
    "to": infinitive,
    "ing": gerund,
    "object": object_of,
    "subject": subject_of,
    "complement": complement_of,
    "manner": _manner_of,
    "compound": _named_before,
}
