"""Words whose kind a small tagger mistakes, where the tree or the words around tell better.

Nouns in -ing taken for verbs ("wounded in a mass shooting", "the border crossing"), and verbs taken for names or
nouns ("China vetoed the draft", "the agency, which cooperates with").
"""

from __future__ import annotations

import msgspec

from whosays.ontology import Ontology
from whosays.parse import Parse, Token, is_forest

_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "another", "each", "every", "any", "one"})
_BETWEEN = ("NN", "JJ", "HYPH", "CD", "IN")
_IRREGULAR = {"shot": "shoot", "struck": "strike", "fought": "fight", "blew": "blow", "took": "take", "held": "hold",
              "retook": "retake"}  # fmt: skip
_REACH = 4  # "a fatal drive - by | shooting"
_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "nmod"})
_AS_NOUN = {"advcl": "obl", "acl": "nmod", "xcomp": "obl", "ccomp": "obl", "advmod": "obl", "compound:prt": "obj"}


def settled(parse: Parse, ontology: Ontology) -> Parse:
    """The parse in which such words are nouns, with the labels that nouns and their prepositions bear."""
    nouns = {t.i for t in parse.tokens if _is_noun(parse, t, ontology)}
    nouns |= {t.i for t in parse.tokens if _is_particle_noun(parse, t, ontology) or _is_no_clause(parse, t)}
    verbs = {t.i: found for t in parse.tokens for found in [_verb_of(parse, t, ontology)] if found is not None}
    if nouns or verbs:
        tokens = tuple(verbs.get(t.i) or _settled(parse, t, nouns) for t in parse.tokens)
        parse = msgspec.structs.replace(parse, tokens=tokens) if is_forest(tokens) else parse
    prefixes = {t.i for t in parse.tokens if _is_prefix(parse, t)}
    if not prefixes:
        return parse
    freed = tuple(_freed(parse, t, prefixes) for t in parse.tokens)
    return msgspec.structs.replace(parse, tokens=freed) if is_forest(freed) else parse


def _is_prefix(parse: Parse, token: Token) -> bool:
    """ "test | -fired": a noun that makes one verb with what follows the hyphen."""
    if not token.is_noun or token.i + 2 >= len(parse.tokens) or token.head != token.i + 2:
        return False
    return parse.behind(token.i).text == "-" and parse.tokens[token.i + 2].is_verb


def _freed(parse: Parse, token: Token, prefixes: set[int]) -> Token:
    """The name before such a prefix is the verb's subject, and no part of a compound."""
    if token.i in prefixes:
        return msgspec.structs.replace(token, dep="compound")
    if token.head in prefixes and token.dep == "compound" and token.is_noun:
        return msgspec.structs.replace(token, dep="nsubj", head=parse.tokens[token.head].head)
    return token


def _verb_of(parse: Parse, token: Token, ontology: Ontology) -> Token | None:
    """The token as a verb where it has a subject and an object as only verbs have, and a verb's ending."""
    if token.is_verb:
        if token.lower in _IRREGULAR and token.lemma.lower() == token.lower:  # no form that the lemmatiser knows
            return msgspec.structs.replace(token, lemma=_IRREGULAR[token.lower], tag="VBD")
        if token.tag in {"VBD", "VBN"} and not ontology.triggers(token.lemma.lower(), "verb"):
            lemma = _lemma(token.lower, ontology)
            return msgspec.structs.replace(token, lemma=lemma) if lemma else None
        return None
    if not token.is_noun or parse.children(token.i, "cop", "case"):
        return None
    if parse.children(token.i, "det", "amod") and token.lower not in _IRREGULAR:
        return None
    has_subject = bool(parse.children(token.i, "nsubj", "nsubj:pass"))
    if (
        token.lower in _IRREGULAR
        and parse.children(token.i, "obj")
        and not parse.children(token.i, "nmod", "nmod:poss")
    ):
        return msgspec.structs.replace(token, lemma=_IRREGULAR[token.lower], tag="VBD")
    if token.lower.endswith("ing") and parse.children(token.i, "obj"):  # "on suspicion of | bombing a church"
        stem = token.lower.removesuffix("ing")
        lemma = next((w for w in (stem, stem + "e") if ontology.triggers(w, "verb")), None)
        return msgspec.structs.replace(token, lemma=lemma, tag="VBG") if lemma else None
    if _goes_on(parse, token) and ontology.triggers(token.lower, "verb"):
        return msgspec.structs.replace(token, lemma=token.lower, tag=parse.tokens[token.head].tag)
    relative = token.dep == "acl:relcl" and has_subject
    # "The junta | pardons | and releases forty men": what goes on in a verb has been one
    goes_on = has_subject and any(c.tag in {"VBZ", "VBD", "VBP"} for c in parse.children(token.i, "conj"))
    if not relative and not goes_on and not (has_subject and parse.children(token.i, "obj")):
        return None
    if ontology.triggers(token.lower, "verb") and not relative:  # "Gunfire and airstrikes | kill six"
        return msgspec.structs.replace(token, lemma=token.lower, tag="VBP")
    lemma = _lemma(token.lower, ontology)
    if lemma is None:
        return None
    return msgspec.structs.replace(token, lemma=lemma, tag="VBZ" if token.lower.endswith("s") else "VBD")


def _goes_on(parse: Parse, token: Token) -> bool:
    """ "Seize arms and | arrest | two men": a bare noun with an object, joined to a verb of the same form."""
    governor = parse.tokens[token.head]
    joined = token.dep == "conj" and governor.is_verb and governor.tag in {"VBP", "VB"}
    return joined and bool(parse.children(token.i, "obj")) and not parse.children(token.i, "det")


def _lemma(word: str, ontology: Ontology) -> str | None:
    """The verb of the ontology that a form in -ed or -s belongs to."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    ends = (("ied", "y"), ("ed", ""), ("ed", "e")) if word.endswith("ed") else (("ies", "y"), ("es", ""), ("s", ""))
    forms = [word[: -len(end)] + put for end, put in ends if word.endswith(end)]
    return next((f for f in forms if len(f) > 2 and ontology.triggers(f, "verb")), None)


def _is_noun(parse: Parse, token: Token, ontology: Ontology) -> bool:
    if (
        token.tag != "VBG"
        or not token.text.islower()
        or not (token.dep in _NOMINAL or ontology.triggers(token.lower, "noun"))
    ):
        return False
    if _owns_what_follows(parse, token, ontology) or _is_owned(parse, token, ontology):
        return True
    if _goes_on_for(parse, token, ontology):
        return True
    if parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "compound:prt"):
        return False
    for i in range(token.i - 1, max(-1, token.i - 2 - _REACH), -1):
        before = parse.tokens[i]
        if before.lower in _DETERMINERS and before.tag in {"DT", "CD"}:
            return token.i - i > 1 or before.tag == "DT"
        stands_for_somebody = ontology.nouns.kind_of(before.lemma.lower()) in {"person", "organisation"}
        if not before.tag.startswith(_BETWEEN) or stands_for_somebody:
            return False
        if before.tag == "IN" and parse.tokens[i - 1].tag != "HYPH":
            return False
    return False


_IN_WHICH = frozenset({"in", "by", "from", "during", "after", "following", "amid"})


def _is_no_clause(parse: Parse, token: Token) -> bool:
    """ "Left the town after heavy | fighting | with the army": a noun, hung as if it were a clause."""
    if token.dep != "advcl" or token.tag != "NN" or not token.lower.endswith("ing"):
        return False
    marks = {c.lower for c in parse.children(token.i, "mark")}
    described = bool(parse.children(token.i, "amod"))  # not "after | meeting | for an hour"
    return (
        described
        and bool(marks & _IN_WHICH)
        and not parse.children(token.i, "nsubj", "nsubj:pass", "aux", "cop", "obj")
    )


def _owns_what_follows(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "Were wounded in | shelling | of the town by rebels": no verb has what it is done to behind "of"."""
    if token.i == 0 or token.i + 1 >= len(parse.tokens) or not ontology.triggers(token.lower, "noun"):
        return False
    around = (parse.tokens[token.i - 1].lower, parse.behind(token.i).lower)
    bare = not parse.children(token.i, "aux", "aux:pass", "obj", "compound:prt", "nsubj:pass")
    return around[0] in _IN_WHICH and around[1] == "of" and bare


_SPANS = frozenset("day week month year hour night weekend decade outbreak bout wave spate round".split())


def _goes_on_for(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "Died in three days of | fighting | between them": what filled the days, and nothing that days do."""
    span = parse.tokens[token.head]
    if token.dep != "acl" or span.lemma.lower() not in _SPANS or not ontology.triggers(token.lower, "noun"):
        return False
    of = any(c.lower == "of" and span.i < c.i for c in parse.children(token.i, "mark", "case"))
    return of and not parse.children(token.i, "obj", "nsubj", "aux", "compound:prt", "xcomp")


def _is_owned(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "The mayor | 's | killing | by the rebels": no verb has a subject that owns it."""
    owned = any(_owns(parse, c) for c in parse.children(token.i, "nsubj"))
    if not owned or not ontology.triggers(token.lower, "noun"):
        return False
    return not parse.children(token.i, "aux", "aux:pass", "obj", "compound:prt")


def _owns(parse: Parse, owner: Token) -> bool:
    return owner.tag == "WP$" or any(c.tag == "POS" and c.i > owner.i for c in parse.children(owner.i, "case"))


def _is_particle_noun(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "stage a sit | -in", "a walk | -out": the second half of a noun, taken for a particle of the verb."""
    if token.tag not in {"RB", "RP", "IN"} or token.i < 2 or parse.tokens[token.i - 1].text != "-":
        return False
    first = parse.tokens[token.i - 2]
    halves = (first.lower, token.lower)
    return first.is_noun and any(t.words[-2:] == halves for t in ontology.triggers(token.lower, "noun"))


def _settled(parse: Parse, token: Token, nouns: set[int]) -> Token:
    if token.i in nouns:
        moved = msgspec.structs.replace(token, tag="NN", lemma=token.lower, dep=_AS_NOUN.get(token.dep, token.dep))
        holder = parse.tokens[token.head]
        if token.dep == "acl" and token.head < token.i and holder.head != holder.i and _is_before(parse, holder, token):
            # "in a mass stabbing": what stands before it describes it, and it takes that word's place
            return msgspec.structs.replace(moved, dep=holder.dep, head=holder.head)
        return moved
    if token.head in nouns and token.dep == "nsubj" and _owns(parse, token):
        return msgspec.structs.replace(token, dep="nmod:poss")
    if token.head in nouns and token.i > token.head and token.dep in {"nsubj", "obl", "obl:agent"} and token.is_noun:
        return msgspec.structs.replace(token, dep="nmod")  # "shelling of the town | by rebels"
    if token.head in nouns and token.i < token.head:
        governor = parse.tokens[token.head]
        if token.dep == "mark" and governor.i - token.i <= _REACH + 1:
            return msgspec.structs.replace(token, dep="case")
    taken = next((n for n in nouns if _gives_way(parse, token, parse.tokens[n])), None)
    if taken is not None:
        return msgspec.structs.replace(token, dep="compound", head=taken)
    lost = next((n for n in nouns if _gives_way(parse, parse.tokens[token.head], parse.tokens[n])), None)
    if lost is not None and token.i < lost and token.dep in {"case", "det", "amod", "nummod", "compound"}:
        return msgspec.structs.replace(token, head=lost)
    return token


def _gives_way(parse: Parse, holder: Token, noun: Token) -> bool:
    return (
        noun.dep == "acl"
        and noun.head == holder.i
        and holder.i < noun.i
        and holder.head != holder.i
        and _is_before(parse, holder, noun)
    )


def _is_before(parse: Parse, holder: Token, noun: Token) -> bool:
    return all(parse.tokens[i].tag in {"HYPH", "NN", "JJ"} for i in range(holder.i, noun.i))
