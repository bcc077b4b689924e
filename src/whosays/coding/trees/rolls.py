"""Lists of people, their titles and their towns, joined to the wrong word of the list: set right in the tree."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace


@at("appos")
def _kin_in_list(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "On Ana Ruiz, | her husband Jan |, her son Bo, and X": one more of a list, and no description of the first."""
    head = parse.tokens[token.head]
    if token.dep != "appos" or not head.tag.startswith("NNP") or not token.is_noun or token.tag.startswith("NNP"):
        return
    owned = any(c.lower in {"his", "her", "their"} for c in parse.children(token.i, "nmod:poss"))
    named = any(c.tag.startswith("NNP") for c in parse.children(token.i, "appos", "flat", "nmod"))
    own = (token, *parse.children(token.i, "appos", "flat", "nmod"))  # "her chief of staff Jan | Holub, and X"
    joined = any(parse.children(c.i, "cc") for n in own for c in parse.children(n.i, "conj"))
    if owned and named and joined:
        yield _replace(token, dep="conj")


@at("conj")
def _of_what_convicted(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Convicts a man of murder and | membership |", "to death and | 90 lashes |": of what, and nobody beside him."""
    head = parse.tokens[token.head]
    verb = parse.tokens[head.head]
    laid = verb.lemma.lower() in _COURTS or verb.lemma.lower() == "target"
    if token.dep != "conj" or head.dep != "obj" or not laid or token.tag not in {"NN", "NNS"}:
        return
    if not _is_somebody(parse, head, ontology) or _is_somebody(parse, token, ontology):
        return
    around = (
        verb.i,
        head.i,
        *(c.i for c in parse.children(head.i, "acl", "amod")),
    )  # "firms involved in theft, and | X"
    between = [c for h in around for c in parse.children(h, "obl", "nmod") if head.i < c.i < token.i]
    if between and ontology.nouns.kind_of(token.lemma.lower()) not in {"person", "organisation"}:
        yield _replace(token, head=max(c.i for c in between))


_COURTS = frozenset("convict sentence charge accuse indict jail acquit clear condemn fine".split())


def _is_somebody(parse: Parse, token: Token, ontology: Ontology) -> bool:
    if any(n.start <= token.i < n.end for n in parse.names) or token.tag.startswith("NNP"):
        return True
    return ontology.nouns.kind_of(token.lemma.lower()) in {"person", "organisation"}


@at("conj")
def _office_in_list(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Ana Ruiz, a poet, minister of trade, and | general |": the last of her descriptions, and nobody beside her."""
    head = parse.tokens[token.head]
    if token.dep != "conj" or token.tag != "NN" or not head.tag.startswith("NNP"):
        return
    told = [c for c in parse.children(head.i, "appos") if head.i < c.i < token.i and c.tag == "NN"]
    bare = not parse.children(token.i, "det", "nummod", "nmod:poss", "appos", "flat", "nmod:desc")
    first, last = token.i, max(parse.subtree(token.i))
    bare = bare and not any(n.label == "person" and first < n.start <= last + 1 for n in parse.names)
    bare = bare and not any(parse.tokens[i].dep == "flat" for i in parse.subtree(token.i))
    if told and bare and ontology.nouns.kind_of(token.lemma.lower()) == "person":
        yield _replace(token, dep="appos")


@at("conj")
def _two_trades(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Held Ana Ruiz, | a lawyer and poet |, in May": what she is, and nobody beside her."""
    head = parse.tokens[token.head]
    if token.tag != "NN" or not head.tag.startswith("NNP") or parse.children(token.i, "cc", "nummod"):
        return
    article = [c for c in parse.children(token.i, "det") if c.lower in {"a", "an"}]
    second = [c for c in parse.children(token.i, "conj") if c.tag == "NN" and not parse.children(c.i, "det")]
    if not article or len(second) != 1 or ontology.nouns.kind_of(token.lemma.lower()) != "person":
        return
    before, end = parse.tokens[article[0].i - 1], max(parse.subtree(token.i))
    if before.text == "," and end + 1 < len(parse.tokens) and parse.behind(end).text in {",", "."}:
        yield _replace(token, dep="appos")


@at("appos", "conj")
def _town_of_mayors(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The mayors of Kest, | Arvo | and Orli": one more town that they are of."""
    head = parse.tokens[token.head]
    if token.dep not in {"conj", "appos"} or not token.tag.startswith("NNP") or head.tag != "NNS":
        return
    towns = parse.named("place")
    first = next((c for c in parse.children(head.i, "nmod") if c.i in towns and case_of(parse, c.i) == "of"), None)
    if first is not None and first.i < token.i and token.i in towns and not parse.children(token.i, "case"):
        yield _replace(token, dep="conj", head=first.i)


@at("obl")
def _along_with(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "On a firm that ignores pleas, | along with two men |": beside the firm, and not in what is told of it."""
    clause = parse.tokens[token.head]
    along = [c for c in parse.children(token.i, "case") if c.lower == "along"]
    if token.dep != "obl" or clause.dep != "acl:relcl" or not along or parse.tokens[along[0].i - 1].text != ",":
        return
    if parse.children(clause.i, "obj", "obl:agent") and max(parse.subtree(token.i)) == max(parse.subtree(clause.i)):
        yield _replace(token, dep="conj", head=clause.head)


@at("appos")
def _owner_behind_title(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Extends poet | Ana Ruiz's | detention": a name in the genitive before the object is whose that is."""
    title = parse.tokens[token.head]
    if token.dep != "appos" or title.dep != "obj" or not any(c.tag == "POS" for c in parse.children(token.i, "case")):
        return
    last = max(parse.subtree(token.i))
    later = [c for c in parse.children(title.head, "obj") if c.i > last and min(parse.subtree(c.i)) == last + 1]
    if len(later) != 1:
        return
    yield _replace(token, dep="nmod:poss", head=later[0].i)
    yield _replace(title, dep="nmod:desc", head=token.i)


@at("conj")
def _name_behind_two_titles(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Of mayor and candidate | Ana Ruiz |": the name behind two titles, taken for a third of a list."""
    before = parse.tokens[token.i - 1] if token.i else token
    if token.dep != "conj" or not token.tag.startswith("NNP") or parse.children(token.i, "cc", "punct", "det"):
        return
    title = before.tag == "NN" and before.dep == "conj" and before.head in {token.head, parse.tokens[token.head].i}
    if title and parse.children(before.i, "cc") and ontology.nouns.kind_of(before.lemma.lower()) == "person":
        yield _replace(token, dep="appos", head=before.i)


@at("conj")
def _two_titles(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The arrest of mayor and candidate | Ana Ruiz |": two titles without an article, and one who bears both."""
    first = parse.tokens[token.head]
    if token.dep != "conj" or not token.tag.startswith("NNP") or first.dep not in {"nmod", "obj", "obl"}:
        return
    second = [c for c in parse.children(token.i, "nmod:desc") if c.tag == "NN" and c.i == token.i - 1]
    own = parse.children(first.i, "det", "nummod", "nmod:poss", "appos", "flat", "nmod")
    joined = [c for c in parse.children(token.i, "cc") if c.i > first.i]
    title = first.tag == "NN" and first.text.islower() and ontology.nouns.kind_of(first.lemma.lower()) == "person"
    if not (title and second and joined) or own or len(parse.children(first.i, "conj")) > 1:
        return
    yield _replace(token, dep=first.dep, head=first.head)
    yield _replace(first, dep="dep", head=token.i)
    yield _replace(joined[0], head=first.i)
    for case in parse.children(first.i, "case"):
        yield _replace(case, head=token.i)


@at("conj")
def _behind_last_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Against the cabinet over the arrest of poet Ana Ruiz | and nine others |": joined to her, not across her."""
    if token.dep != "conj" or not token.is_noun or not parse.tokens[token.head].is_noun:
        return
    before = next((c.i - 1 for c in parse.children(token.i, "cc") if c.i < token.i), -1)
    bearers = (n for n in parse.names if n.label in {"person", "organisation"})
    name = next((n for n in bearers if n.start <= before < n.end), None)
    if name is None or name.start < token.head or before in set(parse.subtree(token.head)):
        return
    first = parse.tokens[parse.root_of(name.start, name.end)]
    first = parse.tokens[first.head] if first.dep == "appos" else first
    if first.is_noun and token.head < first.i:
        yield _replace(token, head=first.i)


@at("compound")
def _first_of_two(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| Attorney Ana Ruiz | and five officials resign": the first of two, taken for a word before the second."""
    second = parse.tokens[token.head]
    if token.dep != "compound" or not token.is_noun or second.i < token.i or second.dep == "compound":
        return
    joints = [c for c in parse.children(second.i, "cc") if max(parse.subtree(token.i)) == c.i - 1]
    counted = [c for c in parse.children(second.i, "nummod", "det") if joints and c.i > joints[0].i]
    if not counted or parse.children(second.i, "case"):
        return
    root = second.head == second.i
    yield _replace(token, dep=second.dep, head=token.i if root else second.head)
    yield _replace(second, dep="conj", head=token.i)


@at("appos")
def _two_words_of_owner(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Attorney | General's | Office": two words of whose office it is."""
    owner = parse.tokens[token.head]
    marked = any(c.tag == "POS" for c in parse.children(token.i, "case"))
    if token.dep == "appos" and owner.dep == "nmod:poss" and owner.i == token.i - 1 and marked:
        yield _replace(token, dep="flat")


@at("conj")
def _nation_before_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A Veldian man and an | Orlian | citizen": what the last one is, taken for one more of the list."""
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if not (following.dep == token.dep == "conj" and following.head in {token.head, token.i}):
        return
    nation = any(n.label == "nationality" and n.start <= token.i < n.end for n in parse.names)
    if nation and following.tag in {"NN", "NNS"} and not parse.children(following.i, "cc", "det", "punct"):
        yield _replace(token, dep="amod", head=following.i)
        yield _replace(following, head=token.head)
        for child in parse.children(token.i, "cc", "det", "punct"):
            yield _replace(child, head=following.i)


@at("conj")
def _joined_to_verb(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Sentences Ana Ruiz and | 40 | of her aides": joined to her, for no number goes on from a verb."""
    verb = parse.tokens[token.head]
    joints = [c.i for c in parse.children(token.i, "cc") if c.i < token.i]
    if token.dep != "conj" or not (token.tag == "CD" or token.is_noun) or not verb.is_verb or not joints:
        return
    if parse.children(token.i, "cop", "nsubj", "case") or parse.children(verb.i, "cop"):
        return
    if token.tag == "NNS" and ontology.triggers(token.lower.removesuffix("s"), "verb"):
        return  # "kills eleven people and | wounds | 65"
    before = [c for c in parse.children(verb.i, "obj") if verb.i < c.i and max(parse.subtree(c.i)) == joints[0] - 1]
    if before:
        yield _replace(token, head=before[0].i)


RULES = (
    _nation_before_noun,
    _joined_to_verb,
    _two_words_of_owner,
    _behind_last_name,
    _first_of_two,
    _two_titles,
    _name_behind_two_titles,
    _kin_in_list,
    _of_what_convicted,
    _office_in_list,
    _two_trades,
    _town_of_mayors,
    _along_with,
    _owner_behind_title,
)
