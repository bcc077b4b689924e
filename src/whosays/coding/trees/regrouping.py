"""Trees in which a verb of the ontology lost its object or its place, set right before events are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from whosays.coding.trees import (
    adjoined,
    admitted,
    afield,
    agents,
    astray,
    clauses,
    cutapart,
    deeds,
    described,
    docket,
    fallen,
    handedon,
    headcounts,
    headlines,
    judgedas,
    loosened,
    misled,
    nextto,
    numbered,
    parleying,
    presents,
    reseating,
    rightbehind,
    rolls,
    seated,
    sides,
    strayed,
    subjects,
    twosides,
    undergone,
)
from whosays.coding.trees.asides import behind_including, behind_particle
from whosays.coding.trees.labelled import at, rules_for, tagged
from whosays.ontology import Ontology
from whosays.parse import Parse, Token, is_forest

Plain = Callable[[Parse, Token], Iterator[Token]]
Knowing = Callable[[Parse, Token, Ontology], Iterator[Token]]

_OF_CLAUSES = (
    *agents.RULES,
    *adjoined.RULES,
    *presents.RULES,
    *clauses.RULES,
    *docket.RULES,
    *undergone.RULES,
    *nextto.RULES,
    *rightbehind.RULES,
    *judgedas.RULES,
    *rolls.RULES,
    *headcounts.RULES,
    *misled.RULES,
    *seated.RULES,
    *afield.RULES,
    *strayed.RULES,
    *cutapart.RULES,
    *described.RULES,
    *twosides.RULES,
    *parleying.RULES,
    *admitted.RULES,
    *handedon.RULES,
)
_SMALL = frozenset({"punct", "det", "cc", "nummod", "aux", "aux:pass", "mark", "cop"})  # no clause hangs on these
_SUBJECTS = ("nsubj", "nsubj:pass")
_TO_VERB = frozenset({"nsubj", "nsubj:pass", "advmod", "obl", "punct", "advcl", "mark", "aux", "cc", "nmod"})


def regrouped(parse: Parse, ontology: Ontology) -> Parse:
    """The parse with such trees set right; the same parse where there is nothing to do."""
    moves: list[tuple[Token, ...]] = []
    for token in parse.tokens:
        if token.dep == "punct":
            continue
        plain, knowing = _rules_for(token.dep, token.tag)
        for rule in plain:
            moves += [move] if (move := tuple(rule(parse, token))) else []
        for known in knowing:
            moves += [move] if (move := tuple(known(parse, token, ontology))) else []
    if not moves:
        return parse
    tokens = _moved(parse, moves)
    if not is_forest(tokens):  # two rules that hang words on one another: the later one gives way
        kept: list[tuple[Token, ...]] = []
        for move in moves:
            kept += [move] if is_forest(_moved(parse, [*kept, move])) else []
        tokens = _moved(parse, kept)
    return msgspec.structs.replace(parse, tokens=tokens)


def _moved(parse: Parse, moves: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The tokens after the moves; the first word on a token counts."""
    changes: dict[int, Token] = {}
    for move in moves:
        for change in move:
            changes.setdefault(change.i, change)
    return tuple(changes.get(t.i, t) for t in parse.tokens)


@at("acl:relcl")
def _object_of_relative(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A strike that killed | three workers | was condemned": the second subject is the inner object."""
    if not token.is_verb or token.dep != "acl:relcl" or parse.children(token.i, "obj", "aux:pass", "xcomp"):
        return
    noun = parse.tokens[token.head]
    if noun.dep not in _SUBJECTS or not parse.children(token.i, "nsubj"):
        return
    for other in parse.children(noun.head, *_SUBJECTS):
        first = min(parse.subtree(other.i))
        if other.i > token.i and first == token.i + 1 and other.i < noun.head:
            yield msgspec.structs.replace(other, dep="obj", head=token.i)


@at("nsubj")
def _list_behind_colon(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Soldiers killed three men on Monday: | Ali, Omar and Said": a second subject there lists the object."""
    verb = parse.tokens[token.head]
    first = min(parse.subtree(token.i)) if token.dep == "nsubj" else 0
    if not first or token.i < verb.i or ":" not in {t.text for t in parse.tokens[first - 1 : first + 1]}:
        return
    subjects = [c for c in parse.children(verb.i, *_SUBJECTS) if c.i < verb.i]
    objects = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < first]
    if subjects and objects:
        yield msgspec.structs.replace(token, dep="appos", head=objects[-1].i)


@at(*_SUBJECTS)
def _subject_behind_place(parse: Parse, token: Token) -> Iterator[Token]:
    """ "At the depot, the largest in town, | four clerks were killed": a place behind a preposition is no subject."""
    if token.dep not in _SUBJECTS or not parse.tokens[token.head].is_verb:
        return
    if parse.tokens[min(parse.subtree(token.i))].lower not in {"at", "in", "near", "outside"}:
        return
    counted = [c for c in parse.children(token.i, "parataxis", "appos", "nsubj") if parse.children(c.i, "nummod")]
    if counted and token.i < counted[-1].i < token.head and counted[-1].tag == "NNS":
        yield msgspec.structs.replace(counted[-1], dep=token.dep, head=token.head)
        yield msgspec.structs.replace(token, dep="obl")


@at("nsubj:pass")
def _active_with_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Rebels | kidnapped two mayors": a past tense with an object is no passive."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj:pass" or verb.tag != "VBD" or token.i > verb.i:
        return
    behind = any(c.i > verb.i for c in parse.children(verb.i, "obj"))
    if behind and not parse.children(verb.i, "aux:pass", "aux", "obl:agent", "nsubj"):
        yield msgspec.structs.replace(token, dep="nsubj")


@at("acl:relcl")
def _done_to_some(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ana Ruiz, one of the six clerks | murdered in May, had": what was done to the clerks, and not by her."""
    if token.dep != "acl:relcl" or token.tag not in {"VBD", "VBN"} or parse.children(token.i, *_SUBJECTS, "aux", "obj"):
        return
    noun = parse.tokens[token.i - 1]
    one = parse.tokens[noun.head]
    if noun.tag != "NNS" or noun.dep != "nmod" or one.tag != "CD" or token.head == noun.i or token.head > one.i:
        return
    yield msgspec.structs.replace(token, dep="acl", head=noun.i, tag="VBN")


@at("ccomp", "csubj", "advcl")
def _told_about(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two officials | briefed on the talks | said": the participle describes them, and they are who said it."""
    verb = parse.tokens[token.head]
    loose = token.dep in {"ccomp", "csubj", "advcl"} and token.tag in {"VBN", "VBD"}
    if not loose or verb.i < token.i or verb.tag not in {"VBD", "VBZ", "VBP"} or parse.children(verb.i, *_SUBJECTS):
        return
    subjects = [c for c in parse.children(token.i, *_SUBJECTS) if c.i < token.i]
    whole = parse.subtree(token.i)
    beside = bool(subjects) and max(parse.subtree(subjects[0].i)) == token.i - 1 and whole[-1] == verb.i - 1
    if len(subjects) != 1 or not beside or parse.children(token.i, "aux", "aux:pass", "mark", "obj", "advmod"):
        return
    if token.lower in _TOLD_ABOUT:
        yield msgspec.structs.replace(subjects[0], dep="nsubj", head=verb.i)
        yield msgspec.structs.replace(token, dep="acl", head=subjects[0].i, tag="VBN")


_TOLD_ABOUT = frozenset(
    "briefed involved based quoted interviewed reached contacted asked wounded injured arrested detained held captured "
    "accused suspected charged".split()
)


@at("xcomp", "advcl")
def _word_before_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "sent | riot police", "by | masked men": a word that describes what follows, taken for a verb above it."""
    finite = token.tag in {"VBP", "VBZ"} and token.dep == "xcomp"
    cases = parse.children(token.i, "case")
    phrase = not token.is_verb and token.dep == "advcl" and bool(cases)
    objects = [c for c in parse.children(token.i, "obj") if c.i == token.i + 1]
    if not (finite or phrase) or not objects or parse.children(token.i, "mark", "aux", *_SUBJECTS):
        return
    noun = objects[0]
    agent = phrase and cases[0].lower == "by"
    yield msgspec.structs.replace(
        token, dep="compound" if finite else "amod", head=noun.i, tag="NN" if finite else "JJ", lemma=token.lower
    )
    yield msgspec.structs.replace(noun, dep="obj" if finite else "obl:agent" if agent else "obl", head=token.head)
    for child in parse.children(token.i):
        if child.i != noun.i:
            yield msgspec.structs.replace(child, head=noun.i if child.dep == "case" else token.head)


@at("obl")
def _object_behind_bound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Displaced | at least 40,000 people": the "at" of a number, taken for the preposition of the object."""
    verb = parse.tokens[token.head]
    if (
        token.dep != "obl"
        or not (token.is_noun or token.tag == "CD")
        or verb.tag not in {"VBD", "VBZ", "VBP", "VB", "VBN"}
    ):
        return
    if parse.children(token.i, "case") or parse.children(verb.i, "obj", "nsubj:pass", "ccomp", "xcomp"):
        return
    first = min(parse.subtree(token.i))
    if first == verb.i + 1 and parse.tokens[first].lower in {"at", "up", "between", "around", "about", "over"}:
        yield msgspec.structs.replace(token, dep="obj")


@at("obl")
def _object_behind_particle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Handed over | the bodies of two men": a phrase without a preposition, right behind the verb's particle."""
    verb = parse.tokens[token.head]
    if token.dep != "obl" or not token.is_noun or not verb.is_verb or parse.children(token.i, "case"):
        return
    if parse.children(verb.i, "obj", "nsubj:pass", "aux:pass", "ccomp", "xcomp"):
        return
    particles = {c.i for c in parse.children(verb.i, "compound:prt")}
    timed = any(t.start <= token.i < t.end for t in parse.times)
    if not timed and min(parse.subtree(token.i)) - 1 in particles:
        yield msgspec.structs.replace(token, dep="obj")


@tagged("VBD")
def _subject_as_compound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "When a gunman | shot": a verb has a subject, and no first half of a compound."""
    if token.tag != "VBD" or parse.children(token.i, *_SUBJECTS) or not parse.children(token.i, "obj"):
        return
    halves = [c for c in parse.children(token.i, "compound") if c.is_noun and c.i == token.i - 1]
    for noun in halves:
        yield msgspec.structs.replace(noun, dep="nsubj")
        for child in parse.children(token.i, "det", "amod", "compound"):
            if child.i < noun.i:
                yield msgspec.structs.replace(child, head=noun.i)


@at("compound")
def _verb_as_compound(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The militants | kidnap fishermen": a noun with a subject, and before it a verb taken for half a compound."""
    governor = parse.tokens[token.head]
    if token.dep != "compound" or token.tag not in {"NN", "NNS"} or not governor.is_noun:
        return
    subjects = parse.children(governor.i, *_SUBJECTS)
    if parse.children(governor.i, "cop") or not any(s.i < token.i for s in subjects):
        return
    lemma = next((w for w in _forms(token) if ontology.triggers(w, "verb")), None)
    between = parse.tokens[token.i + 1 : governor.i]
    if lemma is None or any(t.dep == "punct" for t in between):
        return
    root = governor.head == governor.i
    yield msgspec.structs.replace(
        token,
        lemma=lemma,
        tag="VBZ" if token.lower != lemma else "VBP",
        dep=governor.dep,
        head=token.i if root else governor.head,
    )
    yield msgspec.structs.replace(governor, dep="obj", head=token.i)
    for child in parse.children(governor.i):
        before = child.i < token.i
        if child.dep in _TO_VERB and child.i != token.i and (before or child.dep in {"punct", "obl", "advcl", "nmod"}):
            yield msgspec.structs.replace(child, head=token.i, dep="obl" if child.dep == "nmod" else child.dep)


@at("amod")
def _verb_as_adjective(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "A bomb | killed | 12 people": a past tense with its own subject, taken for a word that describes the object."""
    noun = parse.tokens[token.head]
    if token.tag not in {"VBN", "VBD"} or token.dep != "amod" or noun.i < token.i or not noun.is_noun:
        return
    if parse.tokens[token.i - 1].tag == "HYPH" or parse.tokens[token.i - 1].text == "-":  # "US-backed units"
        return
    actors = [c for c in parse.children(token.i, "obl:unmarked", "nsubj", "compound") if c.is_noun and c.i < token.i]
    if not actors or parse.children(noun.i, *_SUBJECTS, "cop") or not ontology.triggers(token.lemma.lower(), "verb"):
        return
    if not parse.children(actors[0].i, "det") and not actors[0].tag.startswith("NNP"):
        return
    root = noun.head == noun.i
    yield msgspec.structs.replace(token, tag="VBD", dep=noun.dep, head=token.i if root else noun.head)
    yield msgspec.structs.replace(noun, dep="obj", head=token.i)
    yield msgspec.structs.replace(actors[0], dep="nsubj")
    for child in parse.children(noun.i, "punct", "advcl", "obl"):
        if child.i > noun.i:
            yield msgspec.structs.replace(child, head=token.i)


@at("compound")
def _phrase_as_compound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The murder of | politician | Jan Holub": a phrase behind the noun, taken for a word before it."""
    if token.dep == "compound" and token.i > token.head and parse.children(token.i, "case"):
        yield msgspec.structs.replace(token, dep="nmod")


@at("nmod")
def _name_behind_title(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The release of teacher | Ana Ruiz": the name of whoever stands right before it."""
    before = parse.tokens[token.i - 1] if token.i else token
    if token.dep != "nmod" or not token.tag.startswith("NNP") or parse.children(token.i, "case", "det"):
        return
    if before.tag == "NN" and before.dep == "nmod" and before.head == token.head and before.i != token.i:
        yield msgspec.structs.replace(token, dep="appos", head=before.i)


@at("appos")
def _appos_of_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Sanctions | former premier Jan Holub": a name right behind a verb stands beside nothing else."""
    verb = parse.tokens[token.head]
    if token.dep != "appos" or not verb.is_verb or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass", "ccomp"):
        return
    if min(parse.subtree(token.i)) == verb.i + 1 and parse.children(verb.i, "nsubj"):
        yield msgspec.structs.replace(token, dep="obj")


@at("nsubj", "obj")
def _object_before_of(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accuses | the rebels | of seeking power": whom the first verb charges, hung on the second."""
    later = parse.tokens[token.head]
    first = parse.tokens[later.head]
    if token.dep not in {"obj", "nsubj"} or later.tag != "VBG" or later.dep not in {"advcl", "xcomp", "ccomp"}:
        return
    marks = [m for m in parse.children(later.i, "mark", "case") if m.lower in {"of", "for", "from"} and m.i > token.i]
    beside = first.is_verb and first.i < token.i < later.i and min(parse.subtree(token.i)) == first.i + 1
    if marks and beside and not parse.children(first.i, "obj", "nsubj:pass"):
        yield msgspec.structs.replace(token, dep="obj", head=first.i)


@at("obj")
def _object_before_mark(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Expels | the envoy | after Orli accused": an object that a later clause has taken to itself."""
    later = parse.tokens[token.head]
    first = parse.tokens[later.head]
    if token.dep != "obj" or later.dep not in {"ccomp", "advcl"} or not first.is_verb:
        return
    if not first.i < token.i < later.i:
        return
    marks = [
        m for m in parse.children(later.i, "mark") if token.i < m.i and m.lower in {"after", "before", "as", "when"}
    ]
    subjects = [c for c in parse.children(later.i, *_SUBJECTS) if c.i > token.i]
    if marks and subjects and not parse.children(first.i, "obj") and min(parse.subtree(token.i)) == first.i + 1:
        yield msgspec.structs.replace(token, head=first.i)
        yield msgspec.structs.replace(later, dep="advcl")


@at("nsubj")
def _second_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Prosecutors indict | former premier Jan Holub": what stands right behind a verb that has its subject."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or not verb.is_verb or token.i < verb.i or verb.dep == "acl:relcl":
        return
    first = [c for c in parse.children(verb.i, "nsubj") if c.i < verb.i and c.is_noun]
    if not first or min(parse.subtree(token.i)) != verb.i + 1:
        return
    yield msgspec.structs.replace(token, dep="obj")
    for other in parse.children(verb.i, "obj"):
        if other.i > token.i:
            yield msgspec.structs.replace(other, dep="parataxis")


def _non_grata(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Declared the envoy | persona non grata": what he is declared, beside whom."""
    if token.lower != "persona" or token.i < 2 or parse.tokens[min(token.i + 1, len(parse.tokens) - 1)].lower != "non":
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    noun = parse.tokens[token.i - 1]
    if verb is None or verb.lemma.lower() != "declare" or not noun.is_noun or verb.i > noun.i:
        return
    while noun.dep in {"flat", "nmod"} and verb.i < noun.head < noun.i:
        noun = parse.tokens[noun.head]
    yield msgspec.structs.replace(token, dep="xcomp", head=verb.i, tag="NN")
    if noun.head == token.i:
        yield msgspec.structs.replace(noun, dep="obj", head=verb.i)
    for child in parse.children(token.i, "det", "amod", "nummod", "nmod:poss", "compound"):
        if child.i < noun.i:
            yield msgspec.structs.replace(child, head=noun.i)


@at("conj")
def _participle_behind_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "They are Jan Holub and Ana Ruiz, | jailed for years": told of the last name, and no second predicate."""
    if token.tag != "VBN" or token.dep != "conj" or token.i < 2 or parse.tokens[token.i - 1].text != ",":
        return
    if parse.children(token.i, "aux", "aux:pass", "mark", "cc", *_SUBJECTS):
        return
    name = next((n for n in parse.names if n.label == "person" and n.end == token.i - 1), None)
    if name is None:
        return
    head = parse.tokens[parse.root_of(name.start, name.end)]
    if head.dep == "conj" and head.head == token.head:
        yield msgspec.structs.replace(token, dep="acl", head=head.i)


@at(*_SUBJECTS)
def _participle_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Expelled | lawmaker Ana Ruiz will be tried": a word that describes the subject, taken for the subject."""
    if token.tag != "VBN" or token.dep not in _SUBJECTS or parse.children(token.i, "aux", "aux:pass", *_SUBJECTS):
        return
    nouns = [c for c in parse.children(token.i, "obj") if c.i > token.i]
    if not nouns or min(parse.subtree(nouns[0].i)) != token.i + 1:
        return
    noun = nouns[0]
    yield msgspec.structs.replace(token, dep="amod", head=noun.i)
    yield msgspec.structs.replace(noun, dep=token.dep, head=token.head)
    for child in parse.children(token.i):
        if child.i != noun.i:
            yield msgspec.structs.replace(child, head=noun.i)


@at("flat")
def _name_before_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Jails Ana | Ruiz | and Jan Holub": the first of two names, taken for a part of the second."""
    second = parse.tokens[token.head]
    verb = parse.tokens[second.head]
    if token.dep != "flat" or second.i < token.i or second.dep != "conj" or not verb.is_verb or verb.i > token.i:
        return
    between = parse.tokens[token.i + 1 : second.i]
    if any(t.dep == "cc" for t in between) and not parse.children(verb.i, "obj", "nsubj:pass"):
        yield msgspec.structs.replace(token, dep="obj", head=verb.i)
        yield msgspec.structs.replace(second, head=token.i)


def _forms(token: Token) -> tuple[str, ...]:
    word = token.lower
    return (word, word.removesuffix("s"), word.removesuffix("es")) if word.endswith("s") else (word,)


_RULES = (
    *loosened.RULES,
    *astray.RULES,
    behind_particle,
    behind_including,
    _list_behind_colon,
    _subject_behind_place,
    _active_with_object,
    _done_to_some,
    _object_of_relative,
    _told_about,
    _object_before_of,
    _word_before_object,
    *fallen.RULES,
    _object_behind_bound,
    _object_behind_particle,
    _appos_of_verb,
    _object_before_mark,
    _second_subject,
    _non_grata,
    _participle_behind_name,
    _phrase_as_compound,
    _name_behind_title,
    _name_before_and,
    _participle_as_subject,
    _subject_as_compound,
)
_KNOWING = (
    _verb_as_compound,
    _verb_as_adjective,
    *reseating.RULES,
    *sides.RULES,
    *deeds.RULES,
    *headlines.RULES,
    *numbered.RULES,
    *subjects.RULES,
    cutapart.of_town_and_state,
)
_ALL = (*_KNOWING, *_OF_CLAUSES)


@cache
def _rules_for(label: str, tag: str) -> tuple[tuple[Plain, ...], tuple[Knowing, ...]]:
    """The rules that may have to do with a word of these marks: those of the tree alone, and those of the ontology."""
    return rules_for(_RULES, label, tag), rules_for(_KNOWING if label in _SMALL else _ALL, label, tag)
