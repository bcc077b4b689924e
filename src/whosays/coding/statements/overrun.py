"""Where what is said runs on too far: a joined verb that is the speaker's own, the writer's remark behind it.

Trees hang such words on the last clause, which is what is said; who says or does them is somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.drafts import Found, is_mark
from whosays.coding.statements.slots import has_to
from whosays.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ"})
_TOLD = _FINITE | {"VBP", "MD"}
_LEADS = frozenset({":", "-", "--", "–", "—"})
_APART = frozenset({",", "-", "--", "–", "—"})  # before the writer's remark: "agreed to go – a move that"
_NEAR = 6  # tokens from the end of a quotation to the verb behind its speaker
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
# What the writer says of a whole sentence behind a comma: "said he would go, | a move that angered the town".
_REMARKS = frozenset(
    "acknowledgment acknowledgement admission reference decision swipe dig jab nod move message development result "
    "claim charge accusation allegation statement stance position assertion remark comment suggestion hint sign point "
    "event reversal shift turnaround contrast departure rebuke retort view sentiment step request demand proposal "
    "warning threat pledge promise offer concession first figure".split()
)
_GOING_ON = frozenset({"but", "though", "although", "while", "yet", "even"})
_MEANS = frozenset("setback blow boost move victory reversal shift rebuke snub sign bid".split())


def overrun(parse: Parse, found: Found, others: Sequence[Found]) -> frozenset[int]:
    """The tokens of a find's content that are not said in it."""
    if not found.content:
        return frozenset()
    cut: set[int] = set()
    for i in found.content:
        token = parse.tokens[i]
        if i <= found.token or _quoted(parse, i):
            continue
        if _says_besides(parse, found, token, others) or _does_besides(parse, found, token):
            joint = min(c.i for c in parse.children(i, "cc"))
            cut |= {j for j in found.content if j >= joint}
        elif any(rule(parse, found, token) for rule in _OUT) or _told_apart(parse, found, token, others):
            cut |= set(parse.subtree(i))
    return frozenset(cut | _before_colon(parse, found) | _behind_words(parse, found))


def _behind_words(parse: Parse, found: Found) -> set[int]:
    """ "Said: “It is safe,” | but in fact it had sunk": behind words that are whole the writer goes on."""
    if parse.tokens[found.token].lemma.lower() not in SAYING:
        return set()
    led = range(found.token + 1, found.token + _NEAR)
    whole = next((q for q in parse.quotations if q.open in led and q.open in found.content), None)
    if whole is None or parse.tokens[whole.open - 1].text not in {":", ","} or whole.close < found.token:
        return set()
    _, end = parse.sentences[parse.sentence(whole.close)]
    if parse.tokens[whole.close - 1].text not in {",", ".", "!", "?"} or whole.close + 1 >= end:
        return set()
    if parse.tokens[whole.close + 1].lower not in _GOING_ON:
        return set()
    return {i for i in found.content if whole.close < i < end}


def _before_colon(parse: Parse, found: Found) -> set[int]:
    """ "| The mayor shrugged: | “We lost,” he said": what leads up to the words quoted is no word of his."""
    if not found.cue.quote or found.rule == "according":
        return set()
    said = [q for q in parse.quotations if q.open in found.content and q.close < found.token <= q.close + _NEAR]
    first = min(found.content)
    if not said or said[-1].open <= first + 1 or parse.tokens[said[-1].open - 1].text not in _LEADS:
        return set()
    before = range(first, said[-1].open)
    led = any(c.i < first for c in parse.children(found.token, *_SUBJECTS))  # its subject, taken for one who speaks
    told = any(parse.tokens[i].tag in _TOLD and (led or parse.children(i, *_SUBJECTS)) for i in before)
    return set(before) if told and not any(_quoted(parse, i) for i in before) else set()


def _when_asked(parse: Parse, found: Found, token: Token) -> bool:
    """ "Answered “Perhaps” | when asked about the border"."""
    marked = any(c.lower == "when" for c in parse.children(token.i, "advmod", "mark"))
    asked = token.lower in {"asked", "pressed", "questioned"} and token.dep == "advcl" and marked
    return asked and not parse.children(token.i, *_SUBJECTS) and not found.cue.asks


def _says_besides(parse: Parse, found: Found, token: Token, others: Sequence[Found]) -> bool:
    """ "Said she was sorry | and vowed to go", "said they had lost | but warned that": it is the speaker's own."""
    other = next((o for o in others if o.token == token.i), None)
    verb = parse.tokens[found.token]
    did = verb.tag == "VB" and any(c.lower == "did" for c in parse.children(verb.i, "aux"))
    alike = token.tag == ("VBD" if did else verb.tag) or (
        verb.tag == "VBD" and token.tag == "VBN" and other is not None
    )
    if other is None or other.cue.belief or token.dep != "conj" or not alike or found.cue.belief:
        return False
    if token.tag != verb.tag and not did and other.source.head != found.source.head:
        return False
    if parse.children(token.i, *_SUBJECTS) or not parse.children(token.i, "cc"):
        return False
    who = other.source.head
    same = who is not None and (who == found.source.head or parse.tokens[who].lower in _PRONOUNS)
    return same and other.cue.act != "claim"


def _quoted(parse: Parse, i: int) -> bool:
    return any(q.open < i < q.close for q in parse.quotations)


def _does_besides(parse: Parse, found: Found, token: Token) -> bool:
    """ "Vowed to hold the port | and attacked the town": no finite verb is joined to an infinitive."""
    head = parse.tokens[token.head]
    if token.dep != "conj" or token.tag not in _FINITE or head.i not in found.content or head.tag != "VB":
        return False
    own = parse.children(token.i, *_SUBJECTS, "aux", "aux:pass", "cop")
    return has_to(parse, head) and not own and bool(parse.children(token.i, "cc")) and found.content_head == head.i


def _is_remark(parse: Parse, found: Found, token: Token) -> bool:
    """ "Said it would pay, | an admission that it had erred": at the end, and beside no noun of its like."""
    if token.dep not in {"appos", "parataxis", "obl", "obl:unmarked", "nmod", "conj", "dep"} or token.tag != "NN":
        return False
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum()]
    first = parse.tokens[min(below)]
    apart = parse.tokens[first.i - 1].text in _APART
    if first.lower not in {"a", "an"} or not apart or parse.children(token.i, "cc", "case"):
        return False
    return token.lemma.lower() in _REMARKS and max(below) >= _last(parse, found.content)


def _what_it_means(parse: Parse, found: Found, token: Token) -> bool:
    """ "Refused the request, | in a setback for the mill": what the writer holds it for."""
    case = [c.i for c in parse.children(token.i, "case") if c.lower == "in" and c.i < token.i]
    if token.lemma.lower() not in _MEANS or not case or parse.tokens[case[0] - 1].text != ",":
        return False
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum()]
    return any(c.lower == "a" for c in parse.children(token.i, "det")) and max(below) >= _last(parse, found.content)


def _glosses(parse: Parse, found: Found, token: Token) -> bool:
    """ "Refused to sign the pact, | which his rival opposed", "cited a poll, | which was held in May": added to it.

    What is asked, meant or named is an infinitive or a noun; a clause goes on as its speaker likes.
    """
    head = None if found.content_head is None else parse.tokens[found.content_head]
    if head is None or token.i <= head.i or token.dep not in {"acl:relcl", "advcl"}:
        return False
    meant = head.tag == "VB" and has_to(parse, head)
    if not meant and (not head.is_noun or parse.children(head.i, "cop", "nsubj")):
        return False
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum()]
    first = parse.tokens[min(below)]
    named = parse.tokens[token.head].tag.startswith("NNP")
    of_noun = first.lower in {"which", "who"} or (first.lower == "where" and named)
    beside = first.tag == "VBG" or (first.lower == "not" and parse.behind(first.i).tag == "VBG")
    opens = of_noun if token.dep == "acl:relcl" else meant and beside
    apart = parse.tokens[first.i - 1].text == "," and min(found.content) < first.i - 1
    return opens and apart and max(below) >= _last(parse, found.content)


def _on_whose_word(parse: Parse, found: Found, token: Token) -> bool:
    """ "Refused to sign the pact, | according to two envoys": behind a comma it tells on whose word all of it is."""
    according = [c.i for c in parse.children(token.i, "case", "mark") if c.lower == "according"]
    if found.rule == "according" or not according or not found.token < according[0] < token.i:
        return False
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum()]
    return parse.tokens[according[0] - 1].text == "," and max(below) >= _last(parse, found.content)


def _without_name(parse: Parse, found: Found, token: Token) -> bool:
    """ "Confirmed the meeting | on condition of anonymity": how it is told, and no part of it."""
    opens = any(c.lower in {"on", "under"} for c in parse.children(token.i, "case"))
    unnamed = any(c.lemma.lower() == "anonymity" for c in parse.children(token.i, "nmod"))
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum()]
    return token.lower == "condition" and opens and unnamed and max(below) >= _last(parse, found.content)


def _last(parse: Parse, content: frozenset[int]) -> int:
    return max((i for i in content if parse.tokens[i].text[0].isalnum() or is_mark(parse, i)), default=-1)


def _told_apart(parse: Parse, found: Found, token: Token, others: Sequence[Found]) -> bool:
    """ "Cited a tax, | which he said had failed": a clause with a speaker and a verb of its own is told apart."""
    if token.dep != "acl:relcl" or parse.tokens[token.head].i not in found.content:
        return False
    first = next(parse.tokens[i] for i in parse.subtree(token.i) if parse.tokens[i].text[0].isalnum())
    if first.lower not in {"which", "who"} or parse.tokens[first.i - 1].text != ",":
        return False
    told = {o.token for o in others if not o.cue.belief and o.source.head is not None and o.source.head > first.i}
    return token.i in told or any(c.i in told for c in parse.children(token.i, "ccomp", "parataxis"))


def _leaves_out(parse: Parse, found: Found, token: Token) -> bool:
    """ "Said it would respond, | without giving details", "said three had died, | but gave no names": the writer's."""
    lemma = token.lemma.lower()
    if token.tag not in {"VBG", "VBD"} or lemma not in _GIVING | _TELLING:
        return False
    if parse.tokens[found.token].lemma.lower() not in SAYING or parse.children(token.i, *_SUBJECTS):
        return False
    if max(i for i in (token.i, *parse.subtree(token.i)) if parse.tokens[i].text[0].isalnum()) < _last(
        parse, found.content
    ):
        return False
    if token.tag == "VBG":
        opens = next((c.i for c in parse.children(token.i, "mark", "case") if c.lower == "without"), None)
        before = "" if opens is None else parse.tokens[opens - 1].text
        return opens is not None and (before == "," or is_mark(parse, opens - 1) or lemma in _NO_MORE)
    none = any(d.lower == "no" for c in parse.children(token.i, "obj") for d in parse.children(c.i, "det"))
    return lemma in _GIVING and none and any(c.lower == "but" for c in parse.children(token.i, "cc"))


_GIVING = frozenset({"give", "offer", "provide", "supply", "present", "cite"})
_TELLING = frozenset("say name specify elaborate identify explain disclose mention detail comment add clarify".split())
_NO_MORE = frozenset({"elaborate", "specify", "comment"})
_OUT = (_leaves_out, _when_asked, _is_remark, _what_it_means, _glosses, _on_whose_word, _without_name)
