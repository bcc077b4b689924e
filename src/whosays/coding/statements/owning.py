"""Whose deed it was, in somebody's own words: "said it carried out the attack", "we were not behind it".

What an assertion says so plainly is no mere assertion: of the speaker's own deed it is a claim or a denial, of a
deed that it lays at another's door it is blame. The words are those of ``owning.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays import ontology
from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.propositions import Occurrence
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.coding.words.mentions import Book, case_of, phrase_range
from whosays.ontology.nouns import Nouns
from whosays.ontology.owning import Owning, load
from whosays.parse import Parse, Token

_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NOTHING = frozenset({"no", "nothing", "neither"})
_THERE = frozenset({"it", "this", "that"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "any"})
_FIRST = frozenset({"i", "we"})
_US = frozenset({"us", "we", "me"})
_OURS = frozenset({"our", "my"})
_THEIRS = frozenset({"its", "their", "his", "her"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HABITS = frozenset({"VBZ", "VBP"})
_THEIR_OWN = frozenset({"own", "perhaps"})
_BODIES = frozenset({"government", "army", "police", "state", "rebel", "militia", "opposition", "security"})
_SOME = frozenset({"one", "two", "three", "some", "several", "many"})
_PERHAPS = frozenset({"may", "might", "could"})  # "the Front | may | be responsible for the kidnapping"
_UNREAL = frozenset({"if", "whether", "unless"})


class Said(msgspec.Struct, frozen=True):
    """That a clause lays a deed at somebody's door, or says that it was not theirs."""

    doer: int
    holds: bool


def owned(parse: Parse, nouns: Nouns, book: Book, draft: Draft) -> Draft:
    """The same statement, as a claim, a denial or blame where its words say whose deed it was."""
    if draft.act == "accuse" and draft.party is not None and draft.content_head is not None:
        one = _of_one_deed(parse, load(), parse.tokens[draft.content_head])
        return msgspec.structs.replace(draft, act="blame") if one else draft
    if draft.speaker is None and ((draft.relay and draft.act == "report") or _is_held(parse, draft)):
        return _found(parse, nouns, draft)
    if draft.act not in {"assert", "confirm", "deny"} or draft.status not in {"made", "repeated"}:
        return draft
    if draft.speaker is None or draft.content_head is None or draft.intends or draft.asks:
        return draft
    head = parse.tokens[draft.content_head]
    speaker = book.head(draft.speaker)
    said = _said(parse, load(), head, speaker if head.tag == "VBG" and draft.act != "assert" else None)
    said = _all_denied(parse, load(), head) if said is None and draft.act == "deny" else said
    if said is None or not (draft.holds(said.doer) or said.doer == speaker):
        return draft
    whose = "own" if said.doer == speaker else whose_is(parse, book, draft, said.doer)
    if draft.act == "deny":  # "denied that it was behind the attack", "denied having any role in it"
        return msgspec.structs.replace(draft, own=True) if whose in _THEIR_OWN and said.holds else draft
    if whose == "own" or (whose == "perhaps" and not said.holds):
        return msgspec.structs.replace(draft, act="claim" if said.holds else "deny", own=True)
    if whose == "other" and said.holds and _is_somebody(parse, nouns, said.doer, rheme=said.doer > head.i):
        return msgspec.structs.replace(draft, act="blame", party=said.doer)
    return draft


def _is_held(parse: Parse, draft: Draft) -> bool:
    """ "It is believed that | the Front | was behind it": nobody is told who thinks so, but whom they think of."""
    verb = parse.tokens[draft.cue_token]
    held = draft.act == "assert" and draft.certainty == "probable" and verb.tag == "VBN"
    return held and any(c.lower == "it" for c in parse.children(verb.i, "expl", "nsubj:pass", "nsubj"))


def _found(parse: Parse, nouns: Nouns, draft: Draft) -> Draft:
    """ "An inquiry found that | the state | was responsible for the killing": blame, though a paper lays it."""
    if draft.content_head is None or draft.status not in {"made", "repeated"}:
        return draft
    said = _said(parse, load(), parse.tokens[draft.content_head], None)
    if said is None or not said.holds or not draft.holds(said.doer):
        return draft
    if not _is_somebody(parse, nouns, said.doer, rheme=said.doer > draft.content_head):
        return draft
    return msgspec.structs.replace(draft, act="blame", party=said.doer)


def _of_one_deed(parse: Parse, words: Owning, head: Token) -> bool:
    """ "accused them of the bombing", "of carrying out the ambush", "of being behind it": blame for one deed."""
    if head.is_noun:
        return case_of(parse, head.i) in {"of", "behind"} and _is_deed(parse, words, head.i)
    objects = parse.children(head.i, "obj")
    return head.lemma.lower() in words.doing and any(_is_deed(parse, words, c.i) for c in objects)


def denies_deed(parse: Parse, book: Book, draft: Draft, inside: Sequence[Occurrence]) -> Draft:
    """ "We did not fire on the ferry", "said it had not shelled the camp": a violent deed, not the speaker's."""
    if draft.act != "assert" or draft.speaker is None or draft.content_head is None:
        return draft
    if draft.status not in {"made", "repeated"} or draft.intends or draft.asks or draft.certainty == "possible":
        return draft
    head = parse.tokens[draft.content_head]
    deed = any(o.event.type == "ASSAULT" and head.i in o.tokens for o in inside)
    past = any(c.lower in {"did", "had", "has", "have"} for c in parse.children(head.i, "aux"))
    doer = _subject(parse, head)
    if not (deed and past and head.is_verb and doer is not None and _is_negated(parse, head)):
        return draft
    if whose_is(parse, book, draft, doer) not in _THEIR_OWN:
        return draft
    return msgspec.structs.replace(draft, act="deny", own=True)


def claims_deed(parse: Parse, book: Book, draft: Draft, inside: Sequence[Occurrence]) -> Draft:
    """ "Confessed to killing the judge", "admitted that its men had shelled the camp": a violent deed, and his own."""
    if _claims_to_have(parse, book, draft, inside):
        return msgspec.structs.replace(draft, act="claim", own=True)
    if draft.act != "confirm" or draft.speaker is None or draft.status not in {"made", "repeated"} or draft.intends:
        return draft
    words = {parse.tokens[i].lemma.lower() for i in range(*draft.cue)}
    if not words & _OWNING_UP or draft.content_head is None:
        return draft
    head = parse.tokens[draft.content_head]
    deed = _deed_of(parse, head)
    deeds = [o for o in inside if o.event.type == "ASSAULT" and deed.i in o.tokens]
    if not deeds or not (head.is_verb or words & _PLEADING):  # "acknowledged the killing of": that it took place
        return draft
    doer = _subject(parse, head) if head.is_verb else None
    own = doer is None or whose_is(parse, book, draft, doer) == "own" or _is_he(parse, book, draft, doer)
    passive = head.is_verb and bool(parse.children(head.i, "aux:pass"))
    if not own or passive or _is_negated(parse, head):
        return draft
    return msgspec.structs.replace(draft, act="claim", own=True)


_ARMIES = frozenset({"army", "force", "military", "ministry", "navy", "police", "guard", "government"})


def _claims_to_have(parse: Parse, book: Book, draft: Draft, inside: Sequence[Occurrence]) -> bool:
    """ "The Front claimed | to have planted | the bomb": its deed; an army that says so boasts of a battle."""
    verb = parse.tokens[draft.cue_token]
    if draft.act != "assert" or draft.speaker is None or draft.content_head is None or verb.lemma.lower() != "claim":
        return False
    if draft.status not in {"made", "repeated"} or draft.intends or draft.asks:
        return False
    head = parse.tokens[draft.content_head]
    perfect = head.dep == "xcomp" and any(c.lemma == "have" for c in parse.children(head.i, "aux"))
    if not perfect or parse.children(head.i, "aux:pass") or _is_negated(parse, head):
        return False
    side = [parse.tokens[i] for i in parse.subtree(book.head(draft.speaker))]
    state = {ontology.load().nouns.sector_of(t.lemma.lower()) for t in side} & {"MIL", "GOV", "COP"}
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    if state or any(t.lemma.lower() in _ARMIES or t.i in states for t in side):
        return False
    return any(o.event.type == "ASSAULT" and head.i in o.tokens for o in inside)


def _is_he(parse: Parse, book: Book, draft: Draft, doer: int) -> bool:
    """ "The gunman admitted that | he | had shot them": nobody owns up to what another man did."""
    speaker = parse.tokens[book.head(draft.speaker)] if draft.speaker is not None else None
    one = speaker is not None and speaker.tag in {"NN", "NNP", "PRP"} and speaker.lower not in {"it", "they", "we"}
    return one and parse.tokens[doer].lower in {"he", "she"}


_PLEADING = frozenset({"confess", "plead", "own"})
_OWNING_UP = _PLEADING
_TAKING_PART = frozenset({"order", "help", "plan", "plot", "take", "participate", "guilty"})


def _deed_of(parse: Parse, head: Token) -> Token:
    """ "To | ordering | the massacre", "guilty to | stabbing | them": the deed in what he owns up to."""
    for child in parse.children(head.i, "obj", "advcl", "xcomp", "obl") if head.lemma.lower() in _TAKING_PART else ():
        if child.i > head.i:
            return child
    return head


def _said(parse: Parse, words: Owning, head: Token, understood: int | None) -> Said | None:
    """What the clause of ``head`` says of a deed's doer, None when it says nothing of the kind.

    ``understood`` is who does it where no subject stands: "admitted | carrying out the attack".
    """
    if any(m.lower in _UNREAL for m in parse.children(head.i, "mark")):
        return None
    modals = [c for c in parse.children(head.i, "aux", "aux:pass") if c.tag == "MD"]
    if modals and not (head.lower == "responsible" and modals[0].lower in _PERHAPS):
        return None
    doer = _subject(parse, head)
    doer = understood if doer is None else doer
    if doer is None:
        return None
    return _did(parse, words, head, doer) or _was(parse, words, head, doer) or _had_part(parse, words, head, doer)


def _did(parse: Parse, words: Owning, head: Token, doer: int) -> Said | None:
    """ "carried out the attack", "did it"; "the attack was carried out by"."""
    if not head.is_verb or head.lemma.lower() not in words.doing:
        return None
    negated = _is_negated(parse, head)
    passive = parse.children(head.i, "nsubj:pass", "aux:pass")
    if passive:
        deed = any(_is_deed(parse, words, c.i) for c in parse.children(head.i, "nsubj:pass"))
        agents = [c.i for c in parse.children(head.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
        return Said(agents[0], not negated) if deed and agents else None
    if head.tag in _HABITS and not parse.children(head.i, "aux"):
        return None
    objects = parse.children(head.i, "obj")
    had = any(c.lemma == "have" for c in parse.children(head.i, "aux"))
    if (
        head.lemma == "do" and had and not negated
    ):  # "to defeat them; we have done | that": done with, no deed owned up to
        objects = tuple(c for c in objects if c.lower != "that")
    if head.lemma == "do" and _did_otherwise(parse, words, head):
        return None
    deed = any(_is_deed(parse, words, c.i) for c in objects)
    return Said(doer, not negated) if deed else None


def _did_otherwise(parse: Parse, words: Owning, head: Token) -> bool:
    """ "... that Iran had exaggerated. He said Tehran | had done this": what was just told of it, no attack."""
    at = parse.sentence(head.i)
    start, end = parse.sentences[at - 1] if at else (0, 0)
    clauses = [t for t in parse.tokens[start:end] if t.tag in _FINITE or parse.children(t.i, "aux", "aux:pass")]
    last = next((t for t in reversed(clauses) if t.dep in {"root", "conj", "ccomp"} and t.is_verb), None)
    below = [parse.tokens[i] for i in parse.subtree(last.i)] if last is not None else []
    if not any(t.tag.startswith("NNP") and t.dep == "nsubj" for t in below):
        return False
    known = ontology.load()
    deeds = any(t.is_verb and any(k.event == "ASSAULT" for k in known.triggers(t.lemma.lower(), "verb")) for t in below)
    return not deeds and not any(t.is_noun and t.dep != "compound" and words.is_deed(t.lemma.lower()) for t in below)


def _was(parse: Parse, words: Owning, head: Token, doer: int) -> Said | None:
    """ "was behind the attack", "was responsible for it", "the attack was the work of"."""
    if not parse.children(head.i, "cop"):
        return None
    holds = not _is_negated(parse, head)
    if case_of(parse, head.i) == "behind" and _is_deed(parse, words, head.i):
        return Said(doer, holds)
    to_blame = head.lower == "blame" and head.tag in {"VB", "NN"}
    if (head.lower == "responsible" or to_blame) and _in_deed(parse, words, head, "for"):
        return Said(doer, holds)
    himself = parse.tokens[doer].lower in {"he", "she", "i"}  # "said he was responsible": in charge, it may be
    if (head.lower == "responsible" or to_blame) and holds and not himself and _is_all(parse, head):
        return Said(doer, holds=True)  # "A bomb went off. The mayor said | the Front | was responsible"
    if is_us(head) and parse.tokens[doer].lower in _THERE:  # "It was not us"
        return Said(head.i, holds)
    if head.lemma.lower() in words.work and _is_deed(parse, words, doer):
        whose = [c.i for c in parse.children(head.i, "nmod") if case_of(parse, c.i) == "of"]
        whose += [c.i for c in parse.children(head.i, "nmod:poss")]
        return Said(whose[0], holds) if whose else None
    if head.lower in words.involved and not holds and (_in_deed(parse, words, head, "in") or _is_all(parse, head)):
        return Said(doer, holds=False)
    if head.lower == "responsible" and _is_all(parse, head):  # "We are not responsible", "the Front was responsible"
        past = any(c.tag == "VBD" for c in parse.children(head.i, "cop")) and not parse.children(head.i, "cc")
        return Said(doer, holds) if past or not holds else None
    return None


def _all_denied(parse: Parse, words: Owning, head: Token) -> Said | None:
    """ "Denied that its men | were involved |", "that it was responsible": in what, is told before."""
    doer = _subject(parse, head)
    part = head.lower in words.involved or head.lower == "responsible"
    was = bool(parse.children(head.i, "cop", "aux:pass"))
    return Said(doer, holds=True) if doer is not None and part and was and _is_all(parse, head) else None


def _is_all(parse: Parse, head: Token) -> bool:
    """ "Our men were not involved": in what, is told before."""
    joined = head.dep == "conj" or bool(parse.children(head.i, "conj", "cc"))  # "was kind and responsible"
    return not joined and not parse.children(head.i, "obl", "nmod", "advcl", "acl", "ccomp", "xcomp")


def _had_part(parse: Parse, words: Owning, head: Token, doer: int) -> Said | None:
    """ "had nothing to do with it", "played no part in the bombing", "was not involved in it"; or any, to be denied."""
    if head.lower in words.involved and _is_negated(parse, head) and _in_deed(parse, words, head, "in"):
        return Said(doer, holds=False)
    if head.lemma.lower() not in words.taking:
        return None
    for thing in parse.children(head.i, "obj"):
        none = thing.lower in _NOTHING or any(c.lower in _NOTHING for c in parse.children(thing.i, "det"))
        none = none or _is_negated(parse, head)
        some = thing.lower == "anything" or any(c.lower in {"any", "a"} for c in parse.children(thing.i, "det"))
        in_it = any(_in_deed(parse, words, t, "in") for t in (thing, head))
        if thing.lemma.lower() in words.part and (none or some) and in_it:
            return Said(doer, holds=not none)
        do = [c for c in parse.children(thing.i, "acl", "acl:relcl") if c.lemma == "do"]
        with_it = any(_in_deed(parse, words, c, "with") for c in (*do, thing, head))
        if thing.lower in {"nothing", "anything"} and (none or some) and do and with_it:
            return Said(doer, holds=not none)
    return None


def is_us(token: Token) -> bool:
    """ "Us", "me", and not the US; "It was not | us |" is often read as an adjective."""
    return token.lower in _US and (token.tag == "PRP" or token.text in {"us", "me"})


def _in_deed(parse: Parse, words: Owning, head: Token, word: str) -> bool:
    found = parse.children(head.i, "obl", "nmod")
    return any(case_of(parse, c.i) == word and _is_deed(parse, words, c.i) for c in found)


def _is_deed(parse: Parse, words: Owning, i: int) -> bool:
    """A deed that is told of: "it", "the attack", "Monday's raid"; not attacks at large."""
    token = parse.tokens[i]
    if token.lower in _THERE and token.tag in {"PRP", "DT"}:
        return True
    if not (token.is_noun and words.is_deed(token.lemma.lower())):
        return False
    if any(c.lower in _DEFINITE for c in parse.children(i, "det")):
        return True
    return bool(parse.children(i, "nmod:poss"))


def _subject(parse: Parse, head: Token) -> int | None:
    found = parse.children(head.i, "nsubj", "nsubj:pass", "nsubj:outer")
    return found[0].i if found else None


def _is_negated(parse: Parse, head: Token) -> bool:
    return any(c.lower in _NEGATIVE for c in parse.children(head.i, "advmod", "neg", "cc:preconj"))


def whose_is(parse: Parse, book: Book, draft: Draft, doer: int) -> str | None:
    """Whether the doer is the speaker's side (``own``, ``perhaps``), somebody else (``other``) or who knows (None)."""
    words = load()
    token = parse.tokens[doer]
    speaker = parse.tokens[book.head(draft.speaker)] if draft.speaker is not None else None
    if speaker is None:
        return None
    quoted = any(q.open < doer < q.close for q in parse.quotations)
    if is_us(token) or (token.lower in _FIRST | _OURS and token.tag.startswith("PRP")):
        return "own" if quoted or speaker.lower in _FIRST else None
    if quoted and token.tag == "PRP":
        return None
    if token.tag in {"PRP", "PRP$"}:
        return _pronoun(parse, words, speaker, token)
    if token.lower in _SOME:  # "one | of its fighters", "two of our men"
        doer = next((c.i for c in parse.children(doer, "nmod") if case_of(parse, c.i) == "of"), doer)
        token = parse.tokens[doer]
    owners = {c.lower for c in parse.children(doer, "nmod:poss")}
    if owners & (_OURS if quoted else _THEIRS | _OURS):
        neutral = speaker.lemma.lower() in words.neutral
        return None if neutral or token.lemma.lower() not in words.own else "own"
    if owners & (_OURS | _THEIRS):
        return None
    return _by_name(parse, words, speaker, doer)


def _pronoun(parse: Parse, words: Owning, speaker: Token, token: Token) -> str | None:
    """ "The rebels said they": themselves; "police said they": somebody, but who?"""
    if speaker.lemma.lower() in words.neutral or token.lower not in {"it", "they", "he", "she", "its", "their"}:
        return None
    label = next((n.label for n in parse.names if n.start <= speaker.i < n.end), None)
    one = speaker.lower in {"he", "she"} or (label == "person" and speaker.tag.startswith("NNP"))
    if token.lower in {"he", "she"}:
        return "own" if one else None
    if token.lower in {"it", "its"} and one:  # "Lavrov said it": a minister denies for his country
        return "perhaps"
    return "own"


def _by_name(parse: Parse, words: Owning, speaker: Token, doer: int) -> str | None:
    """ "A spokesman for the Front said the Front": the name that is in the speaker's phrase is the speaker's side."""
    named = {t.text for t in parse.tokens[slice(*phrase_range(parse, doer))] if t.tag.startswith("NNP")}
    side = {parse.tokens[i].text for i in parse.subtree(speaker.i) if parse.tokens[i].tag.startswith("NNP")}
    lemma = parse.tokens[doer].lemma.lower()
    alike = lemma == speaker.lemma.lower()
    if named and named <= side and (alike or parse.tokens[doer].tag.startswith("NNP")):
        return "own"
    if not named and (alike or (lemma in words.sides and speaker.lemma.lower() in words.voices)):
        return "own"
    return "other" if not named & side else None


def _is_somebody(parse: Parse, nouns: Nouns, doer: int, *, rheme: bool = False) -> bool:
    """Whether a party is told: a name or "the police"; "gunmen" and "a leak" are nobody in particular.

    Where they are what is new (``rheme``: "was the work of | drug traffickers"), it need not be one of them.
    """
    token = parse.tokens[doer]
    if kind_of_speaker(parse, nouns, doer) != "person" or token.tag in {"PRP", "CD", "WP", "WDT"}:
        return False
    phrase = parse.tokens[slice(*phrase_range(parse, doer))]
    named = any(t.tag.startswith("NNP") for t in phrase)
    if token.lemma.lower() in load().nobody and not named:
        return False
    whose = [c for c in parse.children(doer, "compound", "amod") if c.lower in _BODIES or c.text[0].isupper()]
    forces = token.tag == "NNS" and bool(whose)  # "government troops", "Orlandese soldiers"
    if forces or (rheme and token.tag == "NNS"):
        return True
    definite = any(c.lower in {"the", "this", "that"} for c in parse.children(doer, "det"))
    return named or definite or bool(parse.children(doer, "nmod:poss")) or token.lower == "police"
