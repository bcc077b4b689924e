"""States of mind that only the writer tells: "she knew that", "had hoped to", "were not aware of", "decided to flee".

What somebody thinks or means is kept as theirs where they make it known ("believes that", "plans to"). What a story
tells of a mind long after, or of what was not in it, nobody has said.
"""

from __future__ import annotations

from whosays.coding.statements.drafts import Found
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_KNOWING = frozenset("know realize realise understand learn aware notice discover".split())
_UNHAD = _KNOWING | {"interest", "idea", "interested", "care"}
_MEANING = frozenset("hope want wish plan intend aim seek decide mean look long dream consider".split())
_DECIDING = frozenset({"decide", "decision"})
_OFFICES = frozenset({"GOV", "LEG", "JUD", "PTY", "MIL", "COP", "REB", "UAF", "OPP", "IGO", "NGO", "BUS", "EUR", "UNO"})
_THINGS = frozenset({"it", "that", "this", "them", "something", "anything", "everything", "nothing", "more", "one"})
_ONE = frozenset({"he", "she", "they", "his", "her", "their", "who", "i", "we", "my", "our"})


def only_told(parse: Parse, nouns: Nouns, found: Found) -> bool:
    """Whether a thought or wish is the writer's telling, and no statement of whose it is."""
    if not found.cue.belief or found.source.head is None or _in_their_words(parse, found):
        return False
    word = parse.tokens[found.token]
    if word.tag == "VBG" and parse.tokens[word.i - 1].lower == "of" and parse.tokens[word.head].is_verb:
        return True  # "two men suspected of | planning the raid |": what they are charged with
    meant = {parse.tokens[i].lemma.lower() for i in (found.token, *found.words)}
    if _points_on(parse, found):
        return True
    if found.status == "negated":
        did = any(c.lower == "did" for c in parse.children(word.i, "aux"))  # "did not want to go"
        return bool(meant & _UNHAD) or (did and found.cue.act == "assert" and bool(meant & _MEANING))
    if found.cue.act != "assert" or _is_told_by_another(parse, word):
        return False
    if _is_pluperfect(parse, word):
        return bool(meant & (_MEANING | _KNOWING))
    if not meant & (_KNOWING | _DECIDING):
        return False
    if meant & _DECIDING:
        own = (word.is_noun or word.tag == "VBD") and not _is_clause(parse, found)  # not "decided | it was at risk |"
        return own and _is_anybody(parse, nouns, parse.tokens[found.source.head])
    past = word.tag == "VBD" or any(c.tag == "VBD" for c in parse.children(word.i, "cop", "aux"))
    return past and _is_clause(parse, found)  # not "understood | the cost |"


def _points_on(parse: Parse, found: Found) -> bool:
    """ "What she wants | to do |", "never wanted | it |": what that is, other words tell."""
    told = [parse.tokens[i].lower for i in sorted(found.content) if parse.tokens[i].text[0].isalnum()]
    wanted = parse.tokens[found.token].lemma.lower() in {"want", "plan", "intend", "hope", "decide"}
    empty = told[told[:1] == ["what"] :] in (["to", "do"], ["to", "be"], ["to", "say"])
    return wanted and (empty or (len(told) == 1 and told[0] in _THINGS))


def _in_their_words(parse: Parse, found: Found) -> bool:
    """ "Knew that it was “a lost cause”": something of it is quoted."""
    return any(q.open in found.content or q.open < found.token < q.close for q in parse.quotations)


def _is_clause(parse: Parse, found: Found) -> bool:
    head = found.content_head
    return head is not None and bool(parse.children(head, "nsubj", "nsubj:pass", "expl"))


def _is_told_by_another(parse: Parse, word: Token) -> bool:
    """ "Said | that they had hoped to go |": somebody's word, and no telling of the writer's."""
    return word.dep in {"ccomp", "parataxis"} or (word.dep == "conj" and parse.tokens[word.head].dep == "ccomp")


def _is_pluperfect(parse: Parse, word: Token) -> bool:
    helping = parse.children(word.i, "aux", "cop")
    return word.tag in {"VBN", "VBG", "JJ"} and any(c.lower in {"had", "'d", "’d"} for c in helping)


def _is_anybody(parse: Parse, nouns: Nouns, who: Token) -> bool:
    """A person by name or pronoun, or no officer: a body's decision is made known, a woman's to flee is told."""
    if who.lower in _ONE:
        return True
    label = next((n.label for n in parse.names if n.start <= who.i < n.end), None)
    office = any(nouns.sector_of(c.lemma.lower()) in _OFFICES for c in parse.children(who.i, "compound", "appos"))
    if label is not None:
        return label == "person" and not office
    lemma = who.lemma.lower()
    return nouns.kind_of(lemma) == "person" and nouns.sector_of(lemma) not in _OFFICES
