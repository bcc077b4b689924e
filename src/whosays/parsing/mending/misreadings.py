"""Words that the tagger misread and the trees that follow from it: a name taken for an adjective, a verb for a noun.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# Participles that do open a clause: "providing that".
_CONJUNCTIONS = frozenset("provide assume suppose see give regard accord include concern follow consider".split())


def _acronym(parse: Parse, i: int) -> bool:
    """Whether the word can only be a name: capitals in a text that is not all capitals."""
    word = parse.tokens[i].text
    shouted = any(
        t.text.isalpha() and t.text.isupper() for t in (*parse.tokens[max(i - 1, 0) : i], *parse.tokens[i + 1 : i + 2])
    )
    return len(word) > 1 and word.isalpha() and word.isupper() and not shouted


@on("amod", "compound")
def _acronym_as_adjective(parse: Parse, token: Token) -> Iterator[Token]:
    """ "ECOWAS renewed", "JNIM keeps attacking": a name in capitals before a verb is its subject."""
    verb = parse.tokens[token.head]
    if token.i + 1 != verb.i or not _acronym(parse, token.i):
        return
    if parse.children(verb.i, *SUBJECTS) or not token.tag.startswith(("JJ", "NN")):
        return
    runs_on = [c for c in parse.children(verb.i, "acl") if c.i == verb.i + 1 and c.tag == "VBG"]
    if verb.tag == "NNS" and verb.head == verb.i and runs_on:
        yield moved(verb, "root", verb.i, "VBZ")
        yield moved(runs_on[0], "xcomp", verb.i)
    elif verb.tag not in FINITE:
        return
    yield moved(token, "nsubj", verb.i, "NNP")


@on("root")
def _verb_as_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The prosecutors | indict | Ana Ruiz": a small letter in running text begins no name."""
    if token.tag != "NNP" or not token.text.islower() or not token.text.isalpha():
        return
    before = [c for c in parse.children(token.i, "nsubj") if c.i < token.i]
    later = [c for c in parse.children(token.i, "nsubj", "flat", "appos") if c.i > token.i]
    cases = [c for c in parse.children(token.i, "case") if len(before) > 1 and before[0].i < c.i < before[-1].i]
    if not before or parse.children(token.i, "cop", "det") or len(parse.children(token.i, "case")) > len(cases):
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower)
    first = before[0]
    for place in before[1:]:  # "the prosecutors of | Orland | indict": two subjects
        if cases:
            yield moved(place, "nmod", first.i)
            yield moved(cases[0], "case", place.i)
    for noun in later[:1]:
        yield moved(noun, "obj", token.i)


# What fires, and is not fired.
_FIRING = frozenset(
    """aircraft army battery drone fighter force guard gunboat gunman helicopter jet marine militant officer plane
    police policeman rebel ship soldier tank trooper troop vessel warplane warship""".split()
)


@on("nsubj:pass")
def _fired_upon(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Tanks fired | at the town", "troops fired | on a post": nothing is fired there by nobody."""
    verb = parse.tokens[token.head]
    if token.lemma.lower() not in _FIRING or verb.lemma.lower() != "fire" or verb.tag not in {"VBD", "VBN"}:
        return
    upon = [c for o in parse.children(verb.i, "obl") for c in parse.children(o.i, "case") if c.i == verb.i + 1]
    if upon and upon[0].lower in {"at", "on", "upon"} and not parse.children(verb.i, "aux", "aux:pass"):
        yield moved(token, "nsubj", verb.i)
        yield msgspec.structs.replace(verb, tag="VBD")


# Verbs whose past is like their present; with a plural subject only the words around tell which it is.
_SAME_PAST = frozenset("set put hit cut shut hurt burst split cast shed spread thrust beat quit shot".split())


@on("root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis")
def _past_like_present(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Bandits | set | fire to a mill on Sunday.": news tells of what was done, unless something says otherwise."""
    if token.tag not in {"VBP", "VB"} or token.lower not in _SAME_PAST or parse.children(token.i, "aux", "mark"):
        return
    told = parse.around(token.i)
    stated = told[-1].text == "." and any(c.is_noun for c in parse.children(token.i, *SUBJECTS))
    if stated and not any(t.tag in {"VBZ", "VBP", "MD"} for t in told if t.i != token.i):
        yield msgspec.structs.replace(token, tag="VBD")


@on("amod")
def _past_as_adjective(parse: Parse, token: Token) -> Iterator[Token]:
    """ ": JNIM claimed responsibility": a verb in the past between a name and a noun is no adjective."""
    noun, name = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.tag != "VBD" or token.i == 0 or noun.i < token.i or name.head != noun.i:
        return
    if not (name.tag.startswith("NNP") or _acronym(parse, name.i)) or name.dep not in {"amod", "compound", "nmod"}:
        return
    outer = "parataxis" if noun.dep == "obj" else noun.dep
    yield moved(token, outer, token.i if noun.head == noun.i else noun.head)
    yield moved(noun, "obj", token.i)
    yield moved(name, "nsubj", token.i, "NNP")


@on()
def _verb_with_article(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The militia denied it": no verb has an article; the word between the two is the subject."""
    if token.tag not in {"VBN", "VBD"}:
        return
    articles = [c for c in parse.children(token.i, "det") if c.i < token.i]
    noun = parse.tokens[token.i - 1]
    if not articles or noun.head != token.i or noun.dep not in {"amod", "compound"}:
        return
    said = [c for c in parse.children(token.i, "obj", "xcomp", "ccomp") if c.i > token.i]
    if said and not parse.children(token.i, *SUBJECTS, "aux", "aux:pass"):
        yield moved(token, token.dep, token.head, "VBD")
        yield moved(noun, "nsubj", token.i, "NN" if noun.tag.startswith("JJ") else noun.tag)
        for article in articles:
            yield moved(article, "det", noun.i)


@on("advcl")
def _said_of_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A bomb went off, killing six, police said": the participle is the first verb's, and all of it is said."""
    subjects = parse.children(token.i, "nsubj")
    if token.tag not in FINITE or token.head > token.i or not subjects:
        return
    if parse.children(token.i, "mark") or any(c.tag == "WRB" for c in parse.children(token.i, "advmod")):
        return
    for clause in parse.children(token.i, "ccomp"):
        if clause.tag == "VBG" and token.head < clause.i < subjects[0].i and parse.tokens[clause.i - 1].text == ",":
            yield moved(clause, "advcl", token.head)
            yield moved(token, "parataxis", token.head)


@on("mark")
def _participle_as_mark(parse: Parse, token: Token) -> Iterator[Token]:
    """ ", insisting that nobody is left": the participle is a verb and the clause behind it what it says."""
    clause = parse.tokens[token.head]
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.tag != "VBG" or token.lemma.lower() in _CONJUNCTIONS:
        return
    if following.lower == "that" and following.head == clause.i and clause.head != clause.i:
        yield moved(token, "advcl", clause.head)
        yield moved(clause, "ccomp", token.i)


@on("xcomp", "advcl", "ccomp")
def _noun_as_clause(parse: Parse, token: Token) -> Iterator[Token]:
    """ "reopened the border crossing": what has an article and a word compounded with it is a noun."""
    compound = parse.children(token.i, "compound")
    if token.tag != "VBG" or not compound:
        return
    fixed = [c for i in (token.i, compound[0].i) for c in parse.children(i, "det", "nmod:poss")]
    if fixed and not parse.children(token.i, *SUBJECTS, "obj", "aux"):
        yield msgspec.structs.replace(moved(token, "obj", token.head, "NN"), lemma=token.lower)


@on("obl")
def _counted_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "killed between eight and ten soldiers", "at least six people": the preposition belongs to the number."""
    verb = parse.tokens[token.head]
    if not verb.is_verb or parse.children(token.i, "case") or parse.children(verb.i, "obj"):
        return
    numbers = [
        n for n in parse.children(token.i, "nummod") if any(parse.tokens[i].tag == "IN" for i in parse.subtree(n.i))
    ]
    if numbers and verb.i < numbers[0].i and not parse.children(verb.i, "aux:pass", "nsubj:pass"):
        yield moved(token, "obj", verb.i)


@on("amod")
def _said_of_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "shot dead six farmers", "shot | dead | dozens": before a number or an article it belongs to the verb."""
    noun, verb, following = parse.tokens[token.head], parse.tokens[token.i - 1], parse.tokens[token.i + 1 :][:1]
    if not verb.is_verb or noun.head != verb.i or noun.dep != "obj" or not following:
        return
    shot = verb.lemma.lower() == "shoot" and token.lower == "dead"
    if shot or (following[0].head == noun.i and following[0].dep in {"nummod", "det", "nmod:poss"}):
        yield moved(token, "xcomp", verb.i)


@on("nsubj")
def _second_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "the ministry blamed the militia": right behind an active verb with a subject stands its object."""
    verb = parse.tokens[token.head]
    if token.i < verb.i or not verb.is_verb or parse.children(verb.i, "obj", "aux:pass"):
        return
    before = [c for c in parse.children(verb.i, "nsubj") if c.i < verb.i]
    if before and min(parse.subtree(token.i)) == verb.i + 1:
        yield moved(token, "obj", verb.i)


@on("obl")
def _range_before_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "between 12 and 15 soldiers were killed": both numbers count the noun behind them."""
    others = parse.children(token.i, "conj")
    if token.tag != "CD" or not parse.children(token.i, "case") or not others:
        return
    noun = parse.tokens[min(others[-1].i + 1, len(parse.tokens) - 1)]
    if others[-1].tag == "CD" and noun.is_noun and noun.head == token.head:
        yield moved(token, "nummod", noun.i)


@on("nummod")
def _counted_by_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "three were killed and five wounded": a number before a participle is whom it is said of."""
    verb = parse.tokens[token.head]
    if token.tag != "CD" or token.i > verb.i or verb.tag != "VBN" or verb.dep != "conj":
        return
    if parse.children(verb.head, "aux:pass") and not parse.children(verb.i, *SUBJECTS):
        yield moved(token, "nsubj:pass", verb.i)


_RANK = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+th")


@on("xcomp")
def _first_to_do(parse: Parse, token: Token) -> Iterator[Token]:
    """ "became the first officer to be arrested": what the noun is the first to do belongs to the noun."""
    clause = parse.children(token.i, "mark")
    if not clause or clause[0].lower != "to":
        return
    noun = parse.tokens[clause[0].i - 1]
    while noun.dep == "nmod" and noun.head != token.head:  # "the first president of the country | to be arrested"
        noun = parse.tokens[noun.head]
    first = any(
        c.lower in {"first", "second", "last", "latest", "only", "next"} or _RANK.fullmatch(c.lower)
        for c in parse.children(noun.i, "amod")
    )
    if first and noun.is_noun and noun.head == token.head and noun.dep != "obl:agent":
        yield moved(token, "acl", noun.i)


@on("conj")
def _past_in_a_row(parse: Parse, token: Token) -> Iterator[Token]:
    """ "shot six farmers and kidnapped 14 students": behind a past tense a participle with an object is one, too."""
    first = parse.tokens[token.head]
    if token.tag != "VBN" or first.tag != "VBD" or not parse.children(token.i, "obj"):
        return
    if not parse.children(token.i, "aux", "aux:pass") and not parse.children(first.i, "aux:pass"):
        yield moved(token, token.dep, token.head, "VBD")


@on("iobj")
def _only_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "petitioned the dean for": an object for whom nothing is given or told is the object."""
    if not parse.children(token.head, "obj", "ccomp", "xcomp"):
        yield moved(token, "obj", token.head)


@on("compound")
def _compound_over_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "who defied the curfew | lit candles": no noun is compounded over a finite verb; each has its own object."""
    noun = parse.tokens[token.head]
    if noun.i < token.i or not token.is_noun:
        return
    verb = next((t for t in parse.tokens[token.i + 1 : noun.i] if t.tag in FINITE), None)
    if verb is None or noun.i in {verb.head, noun.head}:  # "the rebels | seized control": the verb's own rule
        return
    if noun.head != verb.i and not parse.children(verb.i, "obj"):
        yield moved(token, noun.dep, noun.head)
        yield moved(noun, "obj", verb.i)


@on("nsubj", "obj")
def _subject_of_first_clause(parse: Parse, token: Token) -> Iterator[Token]:
    """ "As the ministry put it, delegates attended": behind the comma stands the subject of the verb that follows."""
    clause = parse.tokens[token.head]
    main = parse.tokens[clause.head]
    if clause.dep != "advcl" or not clause.i < token.i < main.i:
        return
    if token.dep == "obj" and len(parse.children(clause.i, "obj")) == 1:
        return
    first = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    if parse.tokens[first - 1].text != "," or parse.children(main.i, *SUBJECTS):
        return
    yield moved(token, "nsubj", main.i)


_OPENERS = frozenset("as after before since until because while although though if when".split())


@on("obl")
def _opened_clause(parse: Parse, token: Token) -> Iterator[Token]:
    """ "after the ministry had blamed them": before a finite verb without a subject the word opens the clause."""
    clause, opener = parse.tokens[token.head], parse.children(token.i, "case")
    finite = clause.tag in FINITE or any(c.tag in FINITE or c.tag == "MD" for c in parse.children(clause.i, "aux"))
    if not finite or token.i > clause.i or clause.head == clause.i:
        return
    if len(opener) != 1 or opener[0].lower not in _OPENERS or parse.children(clause.i, *SUBJECTS, "mark"):
        return
    yield moved(token, "nsubj", clause.i)
    yield moved(opener[0], "mark", clause.i)
    if clause.dep == "ccomp" and clause.i > clause.head and parse.children(clause.head, "obj"):
        yield moved(clause, "advcl", clause.head)


@on("conj")
def _plural_present(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Rebels advance on the town and | capture a bridge": joined to a finite verb it is no infinitive."""
    first = parse.tokens[token.head]
    bare = token.tag == "VB" and not parse.children(token.i, "aux", "mark", *SUBJECTS)
    finite = first.tag == "VBP" and not parse.children(first.i, "aux", "mark")
    if bare and finite and first.i < token.i:
        yield moved(token, "conj", first.i, "VBP")


@on()
def _wound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "killed six and | wound nine": nobody is wound but up or down."""
    if token.lemma != "wind" or token.lower != "wound" or not parse.children(token.i, "obj"):
        return
    following = parse.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].lower not in {"up", "down", "through", "around", "its", "his", "her", "their"}:
        yield msgspec.structs.replace(token, lemma="wound", tag="VBP")


@on()
def _so_many_more(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Three were killed and 29 more | injured": the number is who, not how much."""
    if token.tag != "CD":
        return
    more, numbers = parse.tokens[token.head], parse.tokens[token.i + 1 : token.i + 2]
    verb = parse.tokens[more.head]
    if not numbers or numbers[0] is not more or more.lower not in {"more", "others"}:
        return
    if more.dep == "advmod" and verb.tag == "VBN" and verb.i == more.i + 1 and not parse.children(verb.i, *SUBJECTS):
        yield moved(token, "nsubj:pass", verb.i)
        yield moved(more, "amod", token.i)


_HURT = {"injured": "injure", "wounded": "wound", "hurt": "hurt"}


@on("nummod", "conj", "nmod")
def _so_many_hurt(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two are killed and | 18 | injured, four of them badly": so many are who was hurt, behind those killed."""
    hurt = parse.tokens[token.head]
    between = parse.tokens[token.i + 1 : hurt.i]
    killed = parse.tokens[hurt.head]
    if token.tag != "CD" or hurt.lower not in _HURT or any(t.lower not in {"more", "others"} for t in between):
        return
    if hurt.dep != "conj" or not killed.i < token.i < hurt.i or not parse.children(killed.i, "nsubj:pass"):
        return
    yield msgspec.structs.replace(moved(hurt, "conj", killed.i, "VBN"), lemma=_HURT[hurt.lower])
    yield moved(token, "nsubj:pass", hurt.i)
    for more in between:
        yield moved(more, "amod", token.i)
    for some in parse.children(hurt.i, *SUBJECTS):  # "four of them badly"
        if some.i > hurt.i:
            yield moved(some, "parataxis", hurt.i)


_OF_SOMETHING = frozenset("accuse suspect convict acquit rob strip deprive absolve".split())


@on("nmod")
def _charge_with_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused the colonel of | torture": the charge goes with the verb, it is no colonel of that kind."""
    held = parse.tokens[token.head]
    verb = parse.tokens[held.head]
    if token.tag not in {"NN", "NNS", "VBG"} or held.dep not in {"obj", "nsubj:pass"}:
        return
    if verb.lemma.lower() in _OF_SOMETHING and any(c.lower == "of" for c in parse.children(token.i, "case")):
        yield moved(token, "obl", verb.i)


@on("amod", "det")
def _word_of_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A | Orlian | drone breaches": what stands before the subject belongs to it, and to no verb."""
    verb = parse.tokens[token.head]
    subjects = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if token.i < c.i < verb.i]
    if verb.tag not in FINITE or not subjects or not subjects[0].is_noun or parse.children(subjects[0].i, "det"):
        return
    between = parse.tokens[token.i + 1 : subjects[0].i]
    if all(t.tag.startswith(("JJ", "NN", "CD")) and t.head in {verb.i, subjects[0].i} for t in between):
        yield moved(token, token.dep, subjects[0].i)


@on("amod")
def _a_national(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ana Ruiz, a UK | national |, was shot": who she is; no word with an article describes what stands before it."""
    articles = [c for c in parse.children(token.i, "det") if c.lower in {"a", "an", "the"}]
    named = parse.tokens[token.head]
    if token.tag != "JJ" or not named.is_noun or not named.i < token.i or len(articles) != 1:
        return
    if parse.tokens[articles[0].i - 1].text == "," and min(parse.subtree(token.i)) >= articles[0].i - 1:
        yield moved(token, "appos", named.i, "NN")


RULES = (
    _a_national,
    _verb_as_name,
    _word_of_subject,
    _wound,
    _so_many_more,
    _so_many_hurt,
    _plural_present,
    _charge_with_object,
    _noun_as_clause,
    _counted_object,
    _said_of_object,
    _second_subject,
    _range_before_noun,
    _counted_by_verb,
    _first_to_do,
    _past_in_a_row,
    _only_object,
    _compound_over_verb,
    _subject_of_first_clause,
    _opened_clause,
    _acronym_as_adjective,
    _past_as_adjective,
    _fired_upon,
    _past_like_present,
    _participle_as_mark,
    _verb_with_article,
    _said_of_participle,
)
