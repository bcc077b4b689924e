"""Denials without a verb of denying: "called the report a lie", "That is not true", "We did not", "no such offer".

Whoever judges what was said to be untrue denies it. What only answers ("We did not", "No") denies what was asked or
said just before, and is nothing without it. The words are those of ``gainsaying.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.statements.answered import denied_statement
from whosays.coding.statements.drafts import Draft, is_mark, ranges
from whosays.coding.statements.liars import with_liars
from whosays.coding.statements.objects import told_noun
from whosays.coding.statements.unsaid import without_unsaid
from whosays.coding.words.mentions import Book, case_of
from whosays.ontology.gainsaying import Gainsaying, load
from whosays.parse import Parse, Token

_NEGATIVE = frozenset({"not", "n't", "n’t", "never"})
_NONE = frozenset({"no", "nothing", "none", "neither"})
_THERE = frozenset({"it", "this", "that", "these", "those"})
_ACTS = frozenset({"assert", "condemn", "confirm"})


def judged(parse: Parse, draft: Draft) -> Draft:
    """The same statement, as a denial where it judges what was said to be untrue."""
    if draft.act not in _ACTS or draft.status in {"negated", "expected"} or draft.intends or draft.asks:
        return draft
    if draft.content_head is None or draft.speaker is None:
        return draft
    words, head = load(), parse.tokens[draft.content_head]
    claim = _called(parse, words, draft, head)
    if claim is None:
        clause = _that_it_is(parse, words, head)
        if clause is not None and draft.holds(clause):  # "It is not true | that we shelled the camp"
            return msgspec.structs.replace(draft, act="deny", content_head=clause)
        claim = _found_false(parse, words, head)
    if claim is None:
        return draft
    named = parse.tokens[claim].is_noun
    told = told_noun(parse, parse.tokens[draft.cue_token]) and parse.tokens[draft.cue_token].head == claim
    if told:
        return _of_told(parse, draft, claim)
    return msgspec.structs.replace(
        draft, act="deny", gainsaid=claim, content_head=claim if named and draft.holds(claim) else draft.content_head
    )


def _of_told(parse: Parse, draft: Draft, claim: int) -> Draft:
    """ "Said it had won, | a claim they called a lie |": they deny that it had won."""
    before = tuple(r for r in draft.content if r[1] <= draft.cue[0])
    if not before:
        return msgspec.structs.replace(draft, act="deny", gainsaid=claim)
    head = parse.root_of(*before[0])
    return msgspec.structs.replace(draft, act="deny", content=before, content_head=head)


def _called(parse: Parse, words: Gainsaying, draft: Draft, head: Token) -> int | None:
    """ "Called | the report | a lie", "denounced | the charges | as baseless"; what is called so."""
    verb = parse.tokens[draft.cue_token]
    if not verb.is_verb or parse.children(head.i, "cop"):
        return None
    objects = parse.children(verb.i, "obj") or parse.children(verb.i, "nsubj:pass")
    relative = bool(objects) and objects[0].tag in {"WDT", "WP"} and verb.dep == "acl:relcl"
    named = verb.head if relative else objects[0].i if objects else verb.head if told_noun(parse, verb) else None
    if named is None or named == head.i:
        return None
    what = parse.tokens[named]
    wide = what.is_noun and what.lemma.lower() in words.said
    pointing = what.lower in _THERE | {"them"} and what.tag in {"PRP", "DT"}
    return named if (wide or pointing) and _is_false(parse, words, head, wide=wide) else None


def _found_false(parse: Parse, words: Gainsaying, head: Token) -> int | None:
    """ "| The report | was a lie", "| That | is not true", "there is no truth in | it |", "| it | never happened"."""
    subject = next(iter(parse.children(head.i, "nsubj", "nsubj:outer", "nsubj:pass")), None)
    if subject is None:
        return subject
    if any(c.lower == "there" for c in parse.children(head.i, "expl")):
        return _no_truth_in(parse, words, subject)
    what = _what_is_said(parse, words, subject)
    wide = what is not None
    pointing = subject.lower in _THERE and subject.tag in {"PRP", "DT"}
    if not (wide or pointing):
        return None
    claim = subject.i if what is None else what
    if parse.children(head.i, "ccomp", "csubj"):
        return None
    if parse.children(head.i, "cop", "aux:pass"):  # "was false", "was invented"
        false = _is_false(parse, words, head, wide=wide)
        false = false or (
            subject.lower == "that" and head.lemma.lower() in _INVENTED and not _is_negated(parse, head.i)
        )
        if subject.lower in {"none", "neither"}:  # "none of the claims was true"
            false = head.lemma.lower() in words.so
        return claim if false else None
    if head.lemma.lower() == "have":
        objects = parse.children(head.i, "obj")
        none = any(o.lemma.lower() in words.truth and _has_none(parse, o.i) for o in objects)
        return claim if none and wide else None
    return claim if pointing and never_happened(parse, words, head) else None


_INVENTED = frozenset({"invention", "fiction", "concoction", "nonsense", "propaganda", "rubbish"})


def _what_is_said(parse: Parse, words: Gainsaying, subject: Token) -> int | None:
    """ "| The claims |", "none of | the claims |": a noun for what was said."""
    if subject.is_noun and subject.lemma.lower() in words.said:
        return subject.i
    if subject.lower not in {"none", "neither"}:
        return None
    parts = parse.children(subject.i, "nmod")
    return next((c.i for c in parts if c.lemma.lower() in words.said), subject.i if not parts else None)


def _no_truth_in(parse: Parse, words: Gainsaying, subject: Token) -> int | None:
    """ "There was no truth in | the report |", "to | this |"."""
    if not (subject.lemma.lower() in words.truth and _has_none(parse, subject.i)) and not _not_a_word(
        parse, words, subject
    ):
        return None
    for child in (*parse.children(subject.i, "nmod"), *parse.children(subject.head, "obl")):
        said = child.lemma.lower() in words.said or child.lower in _THERE
        if said and case_of(parse, child.i) in {"in", "to", "for"}:
            return child.i
    return None


def _not_a_word(parse: Parse, words: Gainsaying, subject: Token) -> bool:
    """ "There is | not a word of truth | in it", "not a shred of truth"."""
    of = any(c.lemma.lower() in words.truth and case_of(parse, c.i) == "of" for c in parse.children(subject.i, "nmod"))
    none = _is_negated(parse, subject.i) or _has_none(parse, subject.i)
    return of and none and subject.lemma.lower() in {"word", "shred", "grain", "ounce", "iota", "element"}


def never_happened(parse: Parse, words: Gainsaying, head: Token) -> bool:
    """ "Never happened", "did not take place"."""
    place = head.lemma == "take" and any(c.lemma == "place" for c in parse.children(head.i, "obj", "compound:prt"))
    happens = head.is_verb and (place or head.lemma.lower() in words.happening)
    return happens and _is_negated(parse, head.i) and not any(c.tag == "MD" for c in parse.children(head.i, "aux"))


def _that_it_is(parse: Parse, words: Gainsaying, head: Token) -> int | None:
    """ "It is a lie | that they shelled the camp |": what is not so."""
    opens = [c for c in parse.children(head.i, "expl", "nsubj") if c.lower == "it" and c.i < head.i]
    if not opens or not parse.children(head.i, "cop") or not _is_false(parse, words, head, wide=False):
        return None
    for clause in parse.children(head.i, "csubj", "ccomp", "acl", "advcl"):
        if clause.i > head.i and any(m.lower == "that" for m in parse.children(clause.i, "mark")):
            return clause.i
    return None


def _is_false(parse: Parse, words: Gainsaying, head: Token, *, wide: bool) -> bool:
    """Whether a word says that something is untrue; ``wide``: of what was said, of which more words do."""
    negated = _is_negated(parse, head.i)
    lemma = head.lemma.lower()
    if lemma in words.so or head.lower in words.so:
        of_some = any(case_of(parse, c.i) in {"of", "for"} for c in parse.children(head.i, "obl", "nmod"))
        whole = lemma != "case" or any(c.lower == "the" for c in parse.children(head.i, "det"))
        return negated and whole and not of_some
    if negated:
        return False
    if wide and lemma in words.truth and case_of(parse, head.i) == "without":
        return True
    if lemma in words.heaps:
        parts = [c for c in parse.children(head.i, "nmod") if case_of(parse, c.i) == "of"]
        return any(_is_false(parse, words, c, wide=wide) for c in parts)
    known = words.untrue | words.lies | (words.absurd | words.nonsense if wide else frozenset())
    with_it = words.only_with.get(lemma)
    beside = {c.lower for c in parse.children(head.i, "amod", "compound")}
    return (lemma in known or head.lower in known) and (with_it is None or bool(with_it & beside))


def _is_negated(parse: Parse, i: int) -> bool:
    return any(c.lower in _NEGATIVE for c in parse.children(i, "advmod", "neg"))


def _has_none(parse: Parse, i: int) -> bool:
    negated = any(c.lower in _NEGATIVE for c in parse.children(parse.tokens[i].head, "advmod", "neg"))
    return negated or any(c.lower in _NONE for c in parse.children(i, "det"))


_PERSONAL = frozenset({"it", "they", "he", "she", "we", "i"})
_BARE_NOES = frozenset({"of course not", "certainly not", "absolutely not", "definitely not", "not at all"})
_HELPING = frozenset({"do", "have", "be"})
_OTHER_TIMES = frozenset({"since", "before", "until", "for", "during", "ever", "yet"})


class Reply(msgspec.Struct, frozen=True):
    """What only answers what was asked or said just before: yes or no, and the word that points at it."""

    yes: bool
    at: int


def reply(parse: Parse, draft: Draft) -> Reply | None:
    """What an answer says: "We did not", "No", "no such offer had been made"; "They had" says yes."""
    if draft.act != "assert" or draft.status not in {"made", "repeated"} or draft.intends or draft.asks:
        return None
    if draft.content_head is None or draft.speaker is None or not draft.content:
        return None
    start, stop = draft.content[0]
    _, end = parse.sentences[parse.sentence(start)]
    first = [t for t in parse.tokens[start : min(stop, end)] if t.text[0].isalnum() or t.text in {"n't", "n’t"}]
    bare = _bare(parse, first) if first and draft.holds(first[0].i) else None
    return bare or _of_such(parse, draft)


def _bare(parse: Parse, told: list[Token]) -> Reply | None:
    """ "We did not", "No, they had not", "No"; "Yes", "They had"."""
    if len(told) > 1 and told[0].lower in {"no", "yes"} and told[0].tag in {"UH", "DT", "RB"}:
        later = _bare(parse, told[1:])
        return later if later is not None and later.yes == (told[0].lower == "yes") else None
    if " ".join(t.lower for t in told) in _BARE_NOES:
        return Reply(yes=False, at=told[-1].i)
    if len(told) == 1:
        yes = told[0].lower == "yes"
        return Reply(yes, told[0].i) if yes or told[0].lower == "no" else None
    helping = next((t for t in told if t.lemma.lower() in _HELPING and t.tag in {"VBD", "VBZ", "VBP"}), None)
    if helping is None:
        return None
    subject = next(iter(parse.children(helping.i, "nsubj")), None)
    if subject is None or subject.i > helping.i or subject.lower == "there":
        return None
    mine = set(parse.subtree(subject.i))
    rest = [t for t in told if t.i not in mine and t is not helping]
    negatives = [t for t in rest if t.lower in _NEGATIVE]
    if len(rest) != len(negatives) or len(negatives) > 1:
        return None
    personal = subject.lower in _PERSONAL or any(
        c.lower in {"its", "their", "his", "her", "our", "my"} for c in parse.children(subject.i, "nmod:poss")
    )
    return Reply(not negatives, helping.i) if negatives or personal else None


def _of_such(parse: Parse, draft: Draft) -> Reply | None:
    """ "No such offer had been made", "it has done no such thing", "there had been nothing of the sort"."""
    if draft.content_head is None:
        return None
    head = parse.tokens[draft.content_head]
    if any(c.tag == "MD" for c in parse.children(head.i, "aux", "aux:pass")):
        return None
    elsewhen = any(parse.tokens[i].lower in _OTHER_TIMES for i in parse.subtree(head.i))
    if elsewhen:  # "no such attack had happened | since May |"
        return None
    first = draft.content[0][0]
    opens = tuple(t.lower for t in parse.tokens[first : first + 4] if t.lower != "that")
    if opens[:3] == ("nothing", "of", "the") and parse.tokens[first + 3].lower in {"sort", "kind"}:
        return Reply(yes=False, at=first)
    for noun in _parties(parse, head):
        beside = {c.lower for c in parse.children(noun.i, "det", "amod", "advmod")}
        such = "such" in beside and ("no" in beside or ("any" in beside and _is_negated(parse, head.i)))
        sort = noun.lower in {"nothing", "anything"} and any(
            c.lower in {"sort", "kind"} and case_of(parse, c.i) == "of" for c in parse.children(noun.i, "nmod")
        )
        if such or (sort and (noun.lower == "nothing" or _is_negated(parse, head.i))):
            return Reply(yes=False, at=noun.i)
    return None


def _parties(parse: Parse, head: Token) -> Iterator[Token]:
    yield from parse.children(head.i, "nsubj", "nsubj:pass", "obj")


def replies(parse: Parse, book: Book, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The statements, those as denials or confirmations that only answer what stands shortly before them."""
    found = [msgspec.structs.replace(d, act="deny") if _is_of_charge(parse, d, drafts) else d for d in drafts]
    added: list[tuple[int, Draft]] = []
    for number, draft in enumerate(drafts):
        said = reply(parse, draft)
        if said is None:
            continue
        found[number] = msgspec.structs.replace(draft, act="confirm" if said.yes else "deny", gainsaid=said.at)
        meant = denied_statement(parse, found, number, book)
        if meant is None or (said.yes and not found[meant].asks):
            found[number] = draft
            continue
        first, rest = _parted(parse, found[number])
        found[number] = first
        if rest is not None:
            added.append((number, msgspec.structs.replace(rest, act="assert", gainsaid=None)))
    for number, rest in reversed(added):
        found.insert(number + 1, rest)
    return without_unsaid(parse, with_liars(parse, book, found))


def _is_of_charge(parse: Parse, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Orland | accused | Veldia of arming them, which Veldia rejected": what is rejected is a charge, not a wish."""
    rejects = draft.act == "refuse" and parse.tokens[draft.cue_token].lemma.lower() in {"reject", "dismiss"}
    return rejects and any(d.cue_token == draft.content_head and d.act in {"accuse", "blame"} for d in drafts)


def _parted(parse: Parse, draft: Draft) -> tuple[Draft, Draft | None]:
    """ "We did not. | The shells came from Tripoli.": what is told besides the answer is a statement of its own."""
    start, stop = draft.content[0]
    _, end = parse.sentences[parse.sentence(start)]
    rest = [i for a, b in draft.content for i in range(a, b) if i >= end and not is_mark(parse, i)]
    told = ranges(parse, rest)
    if end >= stop or not told:
        return draft, None
    here = ranges(parse, (i for i in range(start, end) if not is_mark(parse, i)))
    first = min(parse.sentences[parse.sentence(told[0][0])][1], told[0][1])
    behind = msgspec.structs.replace(draft, content=told, content_head=parse.root_of(told[0][0], first))
    return msgspec.structs.replace(draft, content=here), behind
