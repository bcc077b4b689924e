"""Which words of a report tell of deeds: the ontology's triggers, held against the syntax around each word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from whosays.coding.words.attached import with_attached
from whosays.coding.words.carrying import light_verb, verb_words
from whosays.coding.words.kinds import real_head
from whosays.coding.words.listings import listed
from whosays.coding.words.slots import Slots, slots_of
from whosays.ontology import LightVerb, Ontology, Pos, Trigger, fits, matches
from whosays.ontology.wording import EffectWord, Wording
from whosays.parse import NameLabel, Parse, Token


class Found(msgspec.Struct, frozen=True):
    """A trigger met in the text: its head token, all its tokens, its filled slots, and its light verb if any."""

    trigger: Trigger
    head: int
    tokens: tuple[int, ...]
    slots: dict[str, tuple[int, ...]]
    carrier: int | None = None
    light: LightVerb | None = None


EFFECT = "EFFECT"  # the class of words that tell only what became of people: no deed without another trigger

Companions = Mapping[tuple[str, Pos], Trigger]


@cache
def companions(effects: tuple[EffectWord, ...]) -> Companions:
    """The words of effect as triggers of the class ``EFFECT``, by head lemma and part of speech."""
    found: dict[tuple[str, Pos], Trigger] = {}
    for word in effects:
        pos: Pos = "verb" if word.verb else "noun" if word.noun else "adjective"
        words = tuple((word.verb or word.noun or word.adjective or "").split())
        roles = {word.suffers: "recipient"}
        line = f"effect:{' '.join(words)}"
        head = words[0] if pos == "verb" else words[-1]
        found[head, pos] = Trigger(event=EFFECT, pos=pos, words=words, roles=roles, effect=word.effect, line=line)
    return found


def find_triggers(parse: Parse, ontology: Ontology, wording: Wording) -> tuple[Found, ...]:
    """Every trigger in the report, at most one a word, in the order of the text; see ``measures.told_once``."""
    labels = labels_of(parse)
    beside = companions(wording.effects)
    found: list[Found] = []
    passed = {i for t in parse.times for i in range(t.start, t.end)} | listed(parse)
    for token in parse.tokens:
        if token.i in passed:  # "in March" is no demonstration, a bar of links no clause
            continue
        hit = _match(parse, token, ontology, labels) or _effect(parse, token, beside)
        if hit is not None:
            found.append(hit)
    inside = {i for f in found for i in f.tokens if i != f.head}
    return tuple(f for f in found if f.head not in inside)


def _effect(parse: Parse, token: Token, beside: Companions) -> Found | None:
    """A word that tells what became of people, with those people."""
    pos: Pos = "verb" if token.is_verb else "noun" if token.is_noun else "adjective"
    trigger = beside.get((token.lemma.lower(), pos))
    described = token.is_verb and token.dep == "amod" and not parse.children(token.head, "nummod")  # "captured rebels"
    tokens = _words(parse, token, trigger) if trigger is not None and not described else None
    if trigger is None or tokens is None:
        return None
    if trigger.effect == "captured" and any(c.lower == "it" for c in parse.children(token.i, "obj")):
        return None  # "captured | it |": a place, and nobody
    return Found(trigger=trigger, head=token.i, tokens=tokens, slots=slots_of(parse, token.i))


def labels_of(parse: Parse) -> dict[int, NameLabel]:
    """Token -> the label of the name that it belongs to; times are left out."""
    return {i: n.label for n in parse.names if n.label != "time" for i in range(n.start, n.end)}


def _in_name(parse: Parse, token: Token) -> bool:
    """ "The Orli | Fighting | Bulls": between two words of a name, in a text that is not set in capitals."""
    if token.tag != "VBG" or not token.text.istitle():
        return False
    around = [parse.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(parse.tokens)]
    title = parse.report.title is not None and token.start < len(parse.report.title)
    return not title and len(around) == 2 and all(t.tag.startswith("NNP") and t.text[:1].isupper() for t in around)


def _of_noun(token: Token, ontology: Ontology) -> tuple[Trigger, ...]:
    lemma = token.lemma.lower()
    found = ontology.triggers(lemma, "noun") or ontology.triggers(token.lower, "noun")
    if found or "-" not in lemma:
        return found
    return ontology.triggers(lemma.replace("-", ""), "noun")  # "a | counter-offensive |"


def _match(parse: Parse, token: Token, ontology: Ontology, labels: dict[int, NameLabel]) -> Found | None:
    lemma = token.lemma.lower()
    if token.is_verb:
        displaced = token.tag == "VBN" and parse.children(token.i, "det")  # "the displaced"
        if displaced or _is_title(parse, token) or _in_name(parse, token):
            return None
        triggers = ontology.triggers(lemma, "verb")
        if not triggers and token.tag in {"VBG", "VBN"} and token.dep in {"nsubj", "obj", "nmod"}:
            triggers = ontology.triggers(token.lower, "noun")
    elif token.is_noun:
        named = labels.get(token.i) in {"person", "place"} and token.tag.startswith("NNP")
        named = named or (token.dep == "nmod" and token.tag == "NNP" and labels.get(token.i) == "organisation")
        if named or _names_kind(parse, token, ontology):
            return None
        triggers = _of_noun(token, ontology)
    elif token.tag.startswith("JJ"):
        triggers = ontology.triggers(lemma, "adjective")
    else:
        return None
    if not triggers:
        return None
    carrier, light = light_verb(parse, token, ontology) if not token.is_verb else (None, None)
    slots = _slots(parse, token, carrier, light)
    for trigger in triggers:
        tokens = _words(parse, token, trigger)
        if tokens is None:
            continue
        wider = with_attached(parse, trigger, slots, tokens)
        if _holds(parse, trigger, wider, tokens, labels):
            beside = parse.children(token.i, "advmod", "advcl")
            if trigger.effect == "wounded" and any(c.lower in _DEADLY for c in beside):
                trigger = msgspec.structs.replace(trigger, effect="killed")  # noqa: PLW2901 - "fatally | shot"
            return Found(trigger=trigger, head=token.i, tokens=tokens, slots=wider, carrier=carrier, light=light)
    return None


def _is_title(parse: Parse, token: Token) -> bool:
    """ "A director at | Save | the Children": a capital amid small letters begins a name."""
    start, end = parse.sentences[parse.sentence(token.i)]
    if not token.text[:1].isupper() or token.i <= start or not parse.tokens[token.i - 1].text.islower():
        return False
    words = [t.text for t in parse.tokens[start:end] if t.text.isalpha()]
    return 2 * sum(w[0].isupper() for w in words) < len(words) and not token.text.isupper()


def _names_kind(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "A | dialogue | congress", "a | withdrawal | timetable": what sort of thing it is, and no deed told."""
    above = parse.tokens[token.head]
    if token.dep == "nmod" and above.lower in {
        "sidelines",
        "margins",
        "sideline",
    }:
        return True  # "met on the sidelines of | a summit"
    if token.dep != "compound" or not above.is_noun or above.i < token.i:
        return False
    if token.lower == "decapitation":  # "| decapitation | strikes": on those who lead, and nobody is beheaded
        return True
    return above.lemma.lower() not in _OF_DEEDS and not ontology.triggers(above.lemma.lower(), "noun")


_OF_DEEDS = frozenset("victim survivor site scene spree wave series campaign rampage injury casualty death".split())
_DEADLY = frozenset({"fatally", "mortally"})


def _words(parse: Parse, token: Token, trigger: Trigger) -> tuple[int, ...] | None:
    """The tokens of a trigger of several words around its head, None when they are not all there."""
    if len(trigger.words) == 1:
        downed = trigger.words[0] == "shoot" and any(c.lower == "down" for c in parse.children(token.i, "compound:prt"))
        return None if downed else (token.i,)  # "an F-16 was shot | down": nobody was wounded
    if trigger.pos == "verb":
        words = verb_words(parse, token, trigger.words[1:])
        beside = {c.i for c in parse.children(token.i, "conj") if c.tag in {"VBD", "VBZ", "VBP"}}
        # "they met and | demanded | peace" meets no demand; "shot and | killed |" is one deed in two verbs
        return None if words is None or (beside & set(words) and token.lemma.lower() == "meet") else words
    found = [token.i]
    at = token.i - 1
    for word in reversed(trigger.words[:-1]):
        while at >= 0 and parse.tokens[at].text in {"-", "‑"}:
            at -= 1
        if at < 0 or word not in {parse.tokens[at].lemma.lower(), parse.tokens[at].lower}:
            return None
        found.append(at)
        at -= 1
    return tuple(sorted(found))


def _slots(parse: Parse, token: Token, carrier: int | None, light: LightVerb | None) -> Slots:
    """The trigger's own slots; those that a light verb lends are read by the roles from ``carrier``."""
    slots = slots_of(parse, token.i)
    times = {i for t in parse.times for i in range(t.start, t.end)}
    if carrier is None or light is None:
        return slots
    lent = slots_of(parse, carrier)
    merged = dict(slots)
    for slot, heads in lent.items():
        if slot in {"subject", "object", "iobj", "by"}:
            continue
        extra = tuple(h for h in heads if h != token.i and h not in times)
        if extra:
            merged[slot] = tuple(dict.fromkeys((*merged.get(slot, ()), *extra)))
    return merged


_VERBAL = frozenset({"attack", "assault", "onslaught"})
_TOLD_BY = ("object", "subject", "compound", "amod", "of")


def _holds(parse: Parse, trigger: Trigger, slots: Slots, tokens: tuple[int, ...], labels: dict[int, NameLabel]) -> bool:
    """Whether the words around satisfy the trigger's constraints."""
    for slot, allowed in (
        ("object", trigger.object), ("subject", trigger.subject), ("compound", trigger.compound)
    ):  # fmt: skip
        heads = [h for h in slots.get(slot, ()) if h not in tokens]
        if slot == "compound":
            heads += [h for h in slots.get("amod", ()) if h not in tokens]
        if slot == "subject" and allowed:
            own = [h for h in heads if _does(parse, h, tokens, trigger)]
            heads += [h for first in own for h in _who_says_it(parse, first, trigger)]
        if allowed and not _any_fits(parse, allowed, _spread(parse, heads), labels):
            return False
    for slot, allowed in trigger.where.items():
        if not _any_fits(parse, allowed, _spread(parse, list(slots.get(slot, ()))), labels):
            return False
    start, end = parse.sentences[parse.sentence(tokens[0])]
    if trigger.among and not any(
        t.lemma.lower() in trigger.among or f"={t.lower}" in trigger.among for t in parse.tokens[start:end]
    ):
        return False
    times = {i for t in parse.times for i in range(t.start, t.end)}  # "fired on 29 August" is fired at nobody
    if any(not [h for h in slots.get(slot, ()) if h not in tokens and h not in times] for slot in trigger.needs):
        return False
    if trigger.event == "ASSAULT" and _is_trial(parse, tokens[0]):
        return False
    # "clashed | with the minister's view"; "launched an attack | on the press"
    with_whom: tuple[str, ...] = ("with",) if trigger.reciprocal else ()
    with_whom += ("under",) if trigger.mode == "visit" else ()  # "came | under fire | for a meeting"
    with_whom += ("on", "against") if trigger.words[-1] in _VERBAL and trigger.pos == "noun" else ()
    # "were captured | in the clash": taken in battle, and not by the police
    with_whom += ("in", "during") if trigger.effect == "arrested" and trigger.weak else ()
    around = [h for s in (*_TOLD_BY, *trigger.needs, *with_whom) for h in slots.get(s, ()) if h not in tokens]
    few = [
        parse.tokens[h].head for h in around if parse.tokens[h].lower in {"few", "many"}
    ]  # "is one of few | released"
    around += [c.i for h in (*around, *few) if parse.tokens[h].tag == "CD" for c in parse.children(h, "nsubj")]
    around += [real_head(parse, h) for h in around]  # "few | of the conditions have been met"
    # "a | wave | of missiles" is none of the sea
    around = [h for h in around if parse.tokens[h].lemma.lower() != "wave" or not parse.children(h, "nmod")]
    # "killed fifty Tamil | Tigers |": a body by its name, and no beasts
    around = [h for h in around if parse.tokens[h].tag != "NNPS" or labels.get(h) != "organisation"]
    return not any(matches(trigger.unless, phrase, labels.get(h)) for h in around for phrase in _phrases(parse, h))


def _is_trial(parse: Parse, verb: int) -> bool:
    """ "Test- | fired | a missile toward Orland": tried, and at nobody."""
    return verb > 1 and parse.tokens[verb - 1].tag == "HYPH" and parse.tokens[verb - 2].lower == "test"


def _any_fits(parse: Parse, allowed: frozenset[str], heads: list[int], labels: dict[int, NameLabel]) -> bool:
    if any(fits(allowed, phrase, labels.get(h)) for h in heads for phrase in _phrases(parse, h)):
        return True
    return _REBEL in allowed and not parse.armed.isdisjoint(heads)  # a movement's name stands for its fighters


_SELF = frozenset({"it", "they"})
_ASKED = frozenset({"demand", "call", "request", "appeal", "plea", "ultimatum", "order", "condition"})
_ANSWERING = frozenset(
    "reject ignore dismiss accept heed defy rebuff face receive spurn resist refuse meet turn brush consider "
    "welcome answer oppose denounce condemn".split()
)
_OF_FORCES = frozenset({"ASSAULT", "RETREAT", "MOBILIZE"})


def _does(parse: Parse, subject: int, tokens: tuple[int, ...], trigger: Trigger) -> bool:
    """ "It said it was ready to | send | food"; but not "it would wait for a mission to | investigate |"."""
    doing = parse.tokens[subject].head
    if trigger.event == "COERCE" and any(c.lower in {"not", "n't", "never"} for c in parse.children(doing, "advmod")):
        return False  # "said they did not plan to close the road"
    if trigger.event == "ASSAULT":
        return True
    joined = frozenset({"conj"}) if trigger.event == "MOBILIZE" else frozenset({"conj", "xcomp"})
    for at in tokens:
        verb = parse.tokens[at]
        while verb.i != doing and verb.dep in joined:
            verb = parse.tokens[verb.head]
        if verb.i == doing:
            return True
    return False


def _who_says_it(parse: Parse, head: int, trigger: Trigger) -> list[int]:
    """ "| The army | says it has taken the town", "| Orland | said it would send food": who tells of itself.

    Also whom the sentence before was about: "| Orland | condemned the coup. It also sent food".
    """
    pronoun, harm = parse.tokens[head], trigger.event == "ASSAULT"
    verb = parse.tokens[pronoun.head]
    told = _SELF if trigger.event in _OF_FORCES else {*_SELF, "he", "she", "we"}  # "he wanted to | pull back"
    if pronoun.dep != "nsubj" or pronoun.lower not in told:
        return []
    if harm and any(c.tag == "MD" for c in parse.children(verb.i, "aux")):
        return []  # "said they would march on the town": who knows how
    if verb.dep == "ccomp":
        saying = parse.tokens[verb.head]
        while saying.dep in {"conj", "advcl"} and not parse.children(saying.i, "nsubj"):
            saying = parse.tokens[saying.head]  # "left the talks, saying it would cut its aid"
        return [c.i for c in parse.children(saying.i, "nsubj") if c.i < head or pronoun.lower == "we"]
    asking = parse.tokens[verb.head]
    if verb.dep == "acl" and pronoun.lower in _SELF and asking.lemma.lower() in _ASKED and not harm:
        answering = parse.tokens[asking.head]  # "| the army | rejected a demand that it leave the town"
        asked = answering.lemma.lower() in _ANSWERING
        return [c.i for c in parse.children(answering.i, "nsubj") if asked and c.i < asking.i]
    here = parse.sentence(head)
    if harm or here == 0 or verb.dep != "root" or pronoun.lower == "we" or verb.tag in {"VBZ", "VBP"}:
        return []  # "the bank ... It also lends to farmers": its trade
    roots = [t for t in parse.tokens[slice(*parse.sentences[here - 1])] if t.dep == "root"]
    return [c.i for t in roots for c in parse.children(t.i, "nsubj")]


_REBEL = "rebel"


def _phrases(parse: Parse, head: int) -> tuple[str, ...]:
    """The noun alone and with the word before it: "wave", "heat wave"; of "cease-fire" the whole.

    "Storm Claudia" is a storm; the "Security Council" is no security.
    """
    *before, alone = parse.words_to(head, 2)
    first = parse.tokens[head - 1] if head else None
    titled = first is not None and first.head == head and parse.tokens[head].tag.startswith("NNP")
    titled = titled and head - 1 not in parse.named("organisation")
    return (alone, f"{before[0]} {alone}", *(before if titled else ())) if before else (alone,)


_KIN = frozenset(
    "wife husband widow child son daughter mother father parent brother sister relative family orphan friend "
    "supporter victim critic opponent enemy".split()
)


def _spread(parse: Parse, heads: list[int]) -> list[int]:
    """Heads and the nouns that quantity words hide: "dozens of people" is people."""
    found: list[int] = []
    for head in heads:
        found.append(head)
        if parse.tokens[head].lemma.lower() not in _KIN:  # "wives | of rebels" are no rebels
            found.extend(
                c.i for c in parse.children(head, "nmod") if any(k.lower == "of" for k in parse.children(c.i, "case"))
            )
        # "President | Boric" is a president, "the Orli, | a tanker" is a tanker
        found.extend(c.i for c in parse.children(head, "conj", "nmod:desc"))
        if parse.tokens[head].tag.startswith("NNP"):
            found.extend(c.i for c in parse.children(head, "appos") if c.tag in {"NN", "NNS"})
        if parse.tokens[head].tag == "CD" and parse.children(head, "cop"):  # "the video is one | released by them"
            found.extend(c.i for c in parse.children(head, "nsubj"))
    return found


def _lemma(parse: Parse, i: int) -> str:
    return parse.tokens[i].lemma.lower()
