"""What the tree of a sentence says of a pronoun: who speaks of himself, what is loosely hung, what is a part only."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.resolving.actors.coreference import ARGUMENTS, HE, SHE, Met
from whosays.resolving.actors.own import noun_at

_ACCUSING = frozenset({"accuse", "charge", "suspect", "blame", "praise", "call", "order", "urge", "tell", "warn"})
# Nouns of one word for several: "a group of men | ... | They | fled".
_SEVERAL = frozenset("group band crowd handful number dozen gang pair couple team mob bunch crew squad".split())
_CALLING = {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "plead": frozenset({"with"})}
_CONCEDING = frozenset({"while", "although", "though", "whereas"})


def is_many(parse: Parse, head: int) -> bool:
    """Whether a noun stands for several: "men", "a small | group | of men"."""
    token = parse.tokens[head]
    if token.tag in {"NNS", "NNPS"}:
        return True
    if token.lemma.lower() not in _SEVERAL:
        return False
    below = (c for c in parse.children(head, "nmod") if c.tag == "NNS" and c.i > head)
    return any(t.lower == "of" for c in below for t in parse.children(c.i, "case"))


def is_of_several(parse: Parse, head: int) -> bool:
    """ "| Spokesmen | said", "called | several media |": more than one by its form or the word of number before it."""
    token = parse.tokens[head]
    men = token.lower.endswith(("smen", "omen", "emen", "nmen")) and token.lemma.lower() != "yemen"
    return (men and token.lower != "yemen") or any(c.lower in _SO_MANY for c in parse.children(head, "amod", "det"))


_SO_MANY = frozenset({"several", "many", "few", "both", "various", "numerous"})


def joined_to_name(parse: Parse, pronoun: Token) -> int | None:
    """ "The arrest of | Ana Ruiz | and her son": the name that "and his" or "and her" stands behind."""
    noun = parse.tokens[pronoun.head]
    first = parse.tokens[noun.head]
    if pronoun.dep != "nmod:poss" or noun.dep != "conj" or not first.tag.startswith("NNP") or first.i > pronoun.i:
        return None
    person = any(n.label == "person" and n.start <= first.i < n.end for n in parse.names)
    return first.i if person else None


def named_ahead(parse: Parse, pronoun: Token) -> int | None:
    """ "While police charged | him |, | Jan Holub | denied it": the name that a clause in front speaks of already."""
    clause = parse.tokens[pronoun.head]
    if pronoun.dep not in {"obj", "nsubj:pass", "nsubj"} or clause.dep != "advcl" or clause.head < clause.i:
        return None
    if not {c.lower for c in parse.children(clause.i, "mark")} & _CONCEDING:
        return None
    subjects = parse.children(clause.head, "nsubj", "nsubj:pass")
    single = len(subjects) == 1 and not parse.children(subjects[0].i, "conj")
    return subjects[0].i if single and subjects[0].i > clause.i and subjects[0].tag == "NNP" else None


def says_of_itself(parse: Parse, pronoun: Token, subject: Token) -> bool:
    """ "Both countries claim that | they | shot down a jet": the doer of what several say themselves."""
    clause = parse.tokens[pronoun.head]
    told = clause.dep == "ccomp" and clause.head == subject.head and pronoun.dep in {"nsubj", "nsubj:pass"}
    return told and pronoun.lower == "they" and subject.tag == "NNS"


def is_loose(parse: Parse, verb: Token) -> bool:
    """ "Arrested Ruiz, head of the club, | accusing | him of fraud": hung on the name, and said of who arrested."""
    comma = verb.i > 0 and parse.tokens[verb.i - 1].text == ","
    return verb.tag == "VBG" and verb.dep == "acl" and comma and verb.lemma.lower() in _ACCUSING


def asked_in(parse: Parse, verb: Token, clause: Token) -> list[Token]:
    """Who is asked to do what a clause tells: "urged | Orland | to withdraw its troops", "called on | Orland | to"."""
    if clause.dep == "xcomp":
        return [c for c in parse.children(verb.i, "obj") if c.i < clause.i]
    cases = _CALLING.get(verb.lemma.lower())
    told = clause.dep in {"advcl", "ccomp"} and clause.tag == "VB"
    if cases is None or not told or not any(m.lower == "to" for m in parse.children(clause.i, "mark")):
        return []
    return [c for c in parse.children(verb.i, "obl") if verb.i < c.i < clause.i and case_at(parse, c.i) in cases]


def case_at(parse: Parse, head: int) -> str:
    """The preposition before a noun, as the tree tells it; empty where there is none."""
    return next((c.lower for c in parse.children(head, "case")), "")


def is_portion(parse: Parse, head: int, others: Sequence[int]) -> bool:
    """ "Ten villagers, including | two women |, ... they": the whole is meant where it is told of, too."""
    token = parse.tokens[head]
    while token.dep == "conj":
        token = parse.tokens[token.head]
    including = any(c.lower in {"including", "among"} for c in parse.children(token.i, "case"))
    return including and token.head in others


def same_clause(parse: Parse, pointer: int, other: int) -> bool:
    """Subject and object of one verb are two ("it attacked the group")."""
    a, b = parse.tokens[pointer], parse.tokens[other]
    return a.head == b.head and a.dep != b.dep and {a.dep, b.dep} <= ARGUMENTS


def is_trade_of(parse: Parse, noun: Token) -> bool:
    """ "Ana Ruiz, | a lawyer and poet |, was held": what she is, and nobody beside her."""
    head, bare = parse.tokens[noun.head], not parse.children(noun.i, "det")
    if noun.dep != "conj" or noun.tag != "NN":
        return False
    if head.dep in {"appos", "conj"}:
        return bare and (head.dep == "appos" or is_trade_of(parse, head))
    second = any(not parse.children(c.i, "det") and c.tag == "NN" for c in parse.children(noun.i, "conj"))
    articles = (c.i for c in parse.children(noun.i, "det") if c.lower in {"a", "an"})
    return head.tag.startswith("NNP") and second and any(parse.tokens[i - 1].text == "," for i in articles)


def is_one_person(parse: Parse, met: Met) -> bool:
    """ "| An Orlian man | was held. He ...": one of a people, an army or the press, kept with all of them."""
    if met.form == "pronoun" and met.name.lower() in HE | SHE:
        return met.actor.kind in {"people", "force", "armed-group", "media"}
    if (
        met.actor.kind not in {"people", "force", "armed-group", "media", "government"}
        or met.form != "nominal"
        or parse.tokens[met.head].tag != "NN"
    ):
        return False
    noun = noun_at(parse, met.head)
    return noun is not None and noun.kind == "person" and not noun.group


_PRESS = frozenset("television tv media radio newspaper channel broadcaster daily".split())
_TELLING = frozenset({"say", "tell", "report", "add", "confirm", "note"})


def in_passing(parse: Parse, head: int, pronoun: Token) -> bool:
    """ "Ruiz will travel to Orli, | a source | said. She is to meet the king": a source nobody speaks of further.

    So of the press: "| state television | reported. It is to recall its envoys". Not where whoever is meant speaks in
    turn: "a source said. | She | added that".
    """
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma.lower() not in _TELLING or not token.is_noun:
        return False
    if parse.sentence(head) == parse.sentence(pronoun.i) or parse.tokens[pronoun.head].lemma.lower() in _TELLING:
        return False
    before = [c for c in parse.children(verb.i, "ccomp") if c.i < head]
    opening = {parse.tokens[i].lower for i in parse.subtree(head) if i < head}
    return bool(before) and (
        token.lemma.lower() in _PRESS or (token.tag == "NN" and not {"a", "an"}.isdisjoint(opening))
    )


def is_interviewer(parse: Parse, other: int, pronoun: Token) -> bool:
    """ "In an interview with | Radio Azul |, she said": whom she spoke with there is not who speaks."""
    token = parse.tokens[other]
    lead = parse.tokens[token.head]
    with_whom = token.dep == "nmod" and any(c.lower in {"with", "to"} for c in parse.children(other, "case"))
    spoke = with_whom and lead.lemma.lower() in {"interview", "conversation", "call", "statement", "message"}
    return spoke and pronoun.dep in {"nsubj", "nsubj:pass"} and lead.head == pronoun.head and other < pronoun.i


def goes_on_as_other(parse: Parse, speaker: int, pronoun: Token) -> bool:
    """ "The clerk, Kaya Omo, said that | she | had fled. | He | said ...": he is the clerk, and she is not.

    Only where the sentence tells of nobody else whom the next one's pronoun could mean.
    """
    here = parse.sentence(pronoun.i)
    speaker = parse.tokens[speaker].head if parse.tokens[speaker].dep == "appos" else speaker
    if parse.sentence(speaker) != here or here + 1 >= len(parse.sentences) or pronoun.lower not in _EITHER_SEX:
        return False
    start, end = parse.sentences[here]
    opening = parse.tokens[parse.sentences[here + 1][0]]
    told = parse.tokens[parse.tokens[speaker].head].dep == "root" and parse.tokens[speaker].dep == "nsubj"
    again = opening.lower in _EITHER_SEX and opening.lower != pronoun.lower and opening.dep == "nsubj"
    if not told or not again or parse.tokens[opening.head].lemma.lower() not in {"say", "add", "tell"}:
        return False
    own = set(parse.subtree(speaker))
    nouns = (t for t in parse.tokens[start:end] if t.tag in {"NN", "NNP"} and t.i not in own and t.dep != "compound")
    people = {i for n in parse.names if n.label == "person" for i in range(n.start, n.end)}
    return not any(t.i in people or ((n := noun_at(parse, t.i)) is not None and n.kind == "person") for t in nouns)


_EITHER_SEX = frozenset({"he", "she"})
