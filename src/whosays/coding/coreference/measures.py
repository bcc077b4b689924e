"""One measure told by two words is one: "imposes a travel ban", "sentenced and jailed", "lifts the ban on"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.coding.coreference.sofar import only_adding
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found, labels_of
from whosays.parse import NameLabel, Parse

_LAID_DOWN = frozenset({"SANCTION", "COERCE", "ACCUSE"})
_LOCKING = frozenset({"jail", "imprison", "incarcerate"})
_STATES = frozenset({"place", "organisation", "nationality", "person"})


def told_once(parse: Parse, found: Sequence[Found]) -> tuple[Found, ...]:
    """The triggers without those that only repeat, undo or complete the measure that another one tells."""
    labels = labels_of(parse)
    twice = _signed_or_broken(found) | _held_in(parse, found) | _laid_down_twice(parse, found, labels)
    twice |= _jailed_twice(parse, found) | _undone(parse, found) | _spelled_out(parse, found)
    twice |= _first_of_all(parse, found) | _overturned(parse, found)
    twice |= _first_time(parse, found) | _done_by_it(parse, found) | _widened(parse, found)
    twice |= only_adding(parse, found)
    return tuple(f for f in found if f.head not in twice)


def _signed_or_broken(found: Sequence[Found]) -> set[int]:
    # "Signed | a ceasefire agreement": what is signed is not agreed on a second time.
    signed = {h for f in found if f.trigger.event == "SUPPORT" for h in f.slots.get("object", ())}
    twice = {f.head for f in found if f.trigger.event == "AGREE" and f.head in signed}
    breaking = [f for f in found if f.trigger.event in {"SANCTION", "REJECT"} and f.slots.get("subject")]
    sought = {h for f in found if f.trigger.event == "REQUEST" for h in f.slots.get("object", ())}
    twice |= {f.head for f in found if f.trigger.event == "COOPERATE" and f.head in sought}  # "seeks | the extradition"
    broken = {h for f in breaking for h in f.slots.get("object", ())}
    return twice | {f.head for f in found if f.trigger.event == "CONSULT" and f.head in broken}  # "suspends | talks"


def _laid_down_twice(parse: Parse, found: Sequence[Found], labels: dict[int, NameLabel]) -> set[int]:
    """ "Announces | a ban on dog racing": one measure, a sanction only where it is laid on some state or body."""
    measures = {f.head: f for f in found if f.trigger.event == "COERCE" and not parse.tokens[f.head].is_verb}
    penalties = {f.head for f in found if f.trigger.event == "SANCTION" and f.carrier is not None}
    # "imposing | too much censorship": the noun tells it
    carrying = {f.carrier for f in measures.values() if f.carrier is not None and parse.tokens[f.head].dep == "obj"}
    twice: set[int] = {f.head for f in found if f.trigger.event == "COERCE" and f.head in carrying}
    for one in found:
        if one.trigger.event == "COERCE" and penalties & {*one.slots.get("object", ())}:
            twice.add(one.head)  # "imposes | a travel ban on"
        if one.trigger.event != "SANCTION" or not parse.tokens[one.head].is_verb:
            continue
        for noun in (h for h in one.slots.get("object", ()) if h in measures):
            below = [i for i in parse.subtree(noun) if i > noun and i in labels and case_of(parse, i) != "in"]
            twice.add(noun if any(labels[i] in _STATES for i in below) else one.head)
    return twice


def _held_in(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Ordered him into five months of | detention": the noun is a word of the verb."""
    into = [h for f in found if "into" in f.trigger.where for h in f.slots.get("into", ())]
    below = {i for h in into for i in parse.subtree(h)}
    return {f.head for f in found if f.trigger.event == "COERCE" and f.head in below and f.trigger.pos == "noun"}


def _jailed_twice(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Was sentenced to nine years | and jailed", "jailed | after being convicted": one judgement."""
    judged = {f.head: f for f in found if (f.trigger.event, f.trigger.mode) == ("SANCTION", "convict")}
    twice: set[int] = set()
    for one in found:
        token = parse.tokens[one.head]
        if one.head in judged and (_is_found_guilty(parse, one.head) or _is_penalty_of(parse, one, judged)):
            twice.add(one.head)
        if one.trigger.event != "COERCE" or one.trigger.words[0] not in _LOCKING or token.dep not in {"conj", "advcl"}:
            continue
        judgement = judged.get(token.head)
        if judgement is not None and {*judgement.slots.get("object", ())} & {*one.slots.get("object", ())}:
            twice.add(one.head)
    return twice


def _is_penalty_of(parse: Parse, one: Found, judged: Mapping[int, Found]) -> bool:
    """ "Convicts Ana Ruiz of theft | and imposes a nine-year sentence": what it came to, on nobody else."""
    verb = parse.tokens[one.carrier if one.carrier is not None else one.head]
    told = any(one.slots.get(slot) for slot in ("on", "to", "against", "iobj", "of"))
    return verb.lemma.lower() in {"impose", "hand"} and verb.dep == "conj" and not told and verb.head in judged


_SENTENCING = frozenset({"sentence", "jail", "imprison", "fine"})


def _is_found_guilty(parse: Parse, head: int) -> bool:
    """ "Sentences her to nine years | after finding her guilty": the verdict before the sentence, told with it."""
    token = parse.tokens[head]
    after = any(m.lower == "after" for m in parse.children(head, "mark"))
    if token.dep != "advcl" or not after or parse.children(head, "nsubj", "nsubj:pass", "obl:agent"):
        return False
    guilty = [c for x in parse.children(head, "xcomp") for c in parse.children(x.i, "nsubj", "nmod:poss")]
    told = all(c.tag.startswith("PRP") for c in (*parse.children(head, "obj", "iobj"), *guilty))
    above = list(parse.ancestors(head))[:2]  # "sentences him to life | imprisonment | after finding"
    return told and any(a.is_verb and a.lemma.lower() in _SENTENCING for a in above)


def _spelled_out(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Imposed sanctions on three men, | freezing their assets", "| barring them": what the sanctions are."""
    laid = {i for f in found if f.trigger.event == "SANCTION" for i in (f.head, f.carrier) if i is not None}
    return {
        f.head
        for f in found
        if f.trigger.event in {"COERCE", "THREATEN"}  # "expelled him, | giving him a day to leave"
        and parse.tokens[f.head].tag == "VBG"
        and parse.tokens[f.head].dep == "advcl"
        and parse.tokens[f.head].head in laid
        and any(parse.tokens[h].tag in {"PRP$", "PRP"} for s in ("poss", "object", "iobj") for h in f.slots.get(s, ()))
    }


def _undone(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Overturned | the conviction of", "lifted | the ban on": what is undone is not laid down a second time."""
    lifted = {
        h
        for f in found
        if f.trigger.event == "CONCEDE" and parse.tokens[f.head].is_verb
        for h in f.slots.get("object", ())
    }
    told = {c.i for h in lifted for c in parse.children(h, "acl", "acl:relcl")}  # "the ban | that was imposed in May"
    dated = {i for t in parse.times for i in range(t.start, t.end) if parse.tokens[i].lower != "now"}
    return {
        f.head
        for f in found
        if f.trigger.event in _LAID_DOWN
        and (f.head in lifted or (f.head in told and not dated & set(parse.subtree(f.head))))
    }


_WIDENING = frozenset({"expand", "extend", "widen", "broaden", "tighten", "toughen"})


def _widened(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "| Expands | a travel ban by barring Orlians": what it comes to is told with those whom it is laid on."""
    by = {
        next((a.i for a in parse.ancestors(f.head) if a.is_verb), f.head)
        for f in found
        if f.trigger.event in _LAID_DOWN
        and not f.trigger.weak
        and parse.tokens[f.head].tag == "VBG"
        and any(m.lower == "by" for m in parse.children(f.head, "mark"))
    }
    begun = {f.head for f in found if _is_of_measure(parse, f)}
    return begun | {
        f.head
        for f in found
        if f.trigger.event == "SANCTION"
        and any(_is_widening(parse, verb) and verb in by for verb in (f.head, parse.tokens[f.head].head))
        and not any(f.slots.get(slot) for slot in ("on", "against", "to"))
    }


def _is_of_measure(parse: Parse, one: Found) -> bool:
    """ "Announced tariffs on tea | that take effect | in May": what is said of a measure that is told."""
    verb = parse.tokens[one.head]
    begins = one.trigger.event == "SANCTION" and one.trigger.words[-1] in {"effect", "force"}
    return begins and verb.is_verb and verb.dep == "acl:relcl"


def _is_widening(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].lemma.lower() in _WIDENING and parse.tokens[verb].is_verb


_RANKS = frozenset({"first", "second", "third", "only", "latest"})


def _first_of_all(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Is arrested, becoming the first premier | to be arrested": told once; "making it the first state | to"."""
    twice: set[int] = set()
    for one in found:
        verb = parse.tokens[one.head]
        if one.trigger.event not in _LAID_DOWN or verb.dep != "acl" or verb.tag not in {"VB", "VBN"}:
            continue
        noun = parse.tokens[verb.head]
        above = parse.tokens[noun.head]
        ranked = any(c.lower in _RANKS for c in parse.children(noun.i, "amod"))
        summed = above.tag == "VBG" and above.dep == "advcl" and above.lemma.lower() in {"become", "make", "be"}
        told = {f.head for f in found if f.trigger.event == one.trigger.event and f.head != one.head}
        if ranked and summed and noun.dep in {"xcomp", "obj"} and above.head in told:
            twice.add(one.head)
    return twice


_OVERTURNING = frozenset({"overturn", "annul", "quash", "nullify", "void", "invalidate", "reverse", "rescind"})


def _overturned(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Overturns an order | placing her under house arrest": what an undone order says is not laid down."""
    undone: set[int] = set()
    for one in found:
        verb = parse.tokens[one.head]
        above = parse.tokens[verb.head]
        tried = one.trigger.event == "ACCUSE" and verb.dep == "obj" and verb.lemma.lower() == "trial"
        if tried and above.lemma.lower() in _OVERTURNING:  # "nullifies | the trial of"
            undone.add(one.head)
        if one.trigger.event not in _LAID_DOWN or verb.dep != "acl" or verb.tag not in {"VBG", "VB"}:
            continue
        ruling = parse.tokens[verb.head]
        if ruling.dep == "obj" and parse.tokens[ruling.head].lemma.lower() in _OVERTURNING:
            undone.add(one.head)
    return undone


_REACH = 2  # sentences back


def _told_before(parse: Parse, one: Found, found: Sequence[Found]) -> list[Found]:
    here = parse.sentence(one.head)
    return [f for f in found if f.head < one.head and here - parse.sentence(f.head) <= _REACH]


def _first_time(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Orland expelled an envoy. It was the first time that Orland | expelled | one since 1990": told before."""
    twice: set[int] = set()
    for one in found:
        verb = parse.tokens[one.head]
        noun = parse.tokens[verb.head]
        if verb.dep not in {"acl", "acl:relcl", "ccomp"} or noun.lower != "time":
            continue
        ranked = any(c.lower in _RANKS or c.lower.endswith("th") for c in parse.children(noun.i, "amod"))
        summed = any(c.lower in {"it", "this", "that"} for c in parse.children(noun.i, "expl", "nsubj"))
        kind = (one.trigger.event, one.trigger.mode)
        if ranked and summed and kind in {(f.trigger.event, f.trigger.mode) for f in _told_before(parse, one, found)}:
            twice.add(one.head)
    return twice


_MEASURES = frozenset("sanction measure move step restriction penalty decision embargo".split())


def _done_by_it(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Orland put sanctions on six bakers. The measures | freeze | their assets": as was told."""
    twice: set[int] = set()
    for one in found:
        if one.trigger.event not in _LAID_DOWN or not parse.tokens[one.head].is_verb:
            continue
        doers = [parse.tokens[h] for h in one.slots.get("subject", ())]
        again = any(
            d.lemma.lower() in _MEASURES
            and d.i < one.head
            and {c.lower for c in parse.children(d.i, "det")} & {"the", "these", "this"}
            and not parse.children(d.i, "acl", "nmod", "amod", "nmod:poss", "compound")
            for d in doers
        )
        if again and any(f.trigger.event == "SANCTION" for f in _told_before(parse, one, found)):
            twice.add(one.head)
    return twice
