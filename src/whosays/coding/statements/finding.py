"""Cues in the text: verbs, adjectives and nouns with a speaker, and the content that syntax shows for them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.statements.beside import around
from whosays.coding.statements.chains import is_source_cited, with_relays
from whosays.coding.statements.contents import content_of
from whosays.coding.statements.cuewords import cancelled, names_deed, words_of
from whosays.coding.statements.demands import as_demand, as_refusal, as_threat
from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.gathering import found_with
from whosays.coding.statements.manner import status_of, tried
from whosays.coding.statements.nouncues import noun_cue
from whosays.coding.statements.slots import Content, has_to
from whosays.coding.statements.sourcing import source_of
from whosays.coding.statements.speakers import as_source, is_nobody
from whosays.coding.statements.surrounding import as_quoted
from whosays.coding.words.mentions import phrase_range
from whosays.coding.words.understood import own_subject
from whosays.ontology.acts import Acts, Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token
from whosays.records import StatementStatus

_NO_CLAUSE = frozenset({"amod", "compound", "aux", "aux:pass", "cop", "case", "mark", "det", "fixed", "flat"})
_CARRIERS = frozenset({"NN", "NNS", "JJ"})  # "express *concern* about", "hold *responsible* for"
_TELLING = frozenset({"assert", "report", "confirm", "warn", "predict", "accuse", "concern", "promise"})
_NEEDS = frozenset({"aid", "help", "assistance", "relief", "protection"})
_CROWDS = frozenset({"dozen", "score", "hundred", "thousand", "people"})
_BODIES = frozenset({"country", "state", "nation", "government", "party", "group", "lawmaker", "minister"})
_COPULAS = frozenset({"remain", "become", "feel", "grow", "seem", "sound", "stay"})


def find_cues(parse: Parse, acts: Acts, nouns: Nouns) -> tuple[Found, ...]:
    """Every cue with a speaker, in the order of the text; those without content wait for a quotation."""
    found: list[Found] = []
    for token in parse.tokens:
        if token.is_verb and token.dep not in _NO_CLAUSE:
            found.extend(_verb(parse, acts, nouns, token))
        if token.tag in {"JJ", "VBN", "VBD"}:
            found.extend(_adjective(parse, acts, nouns, token))
        if token.tag in {"NN", "NNS"}:
            found.extend(noun_cue(parse, acts, nouns, token))
    return tuple(_first_of_each(found))


def _first_of_each(found: list[Found]) -> Iterator[Found]:
    """One cue per token, and none for the object of a cue that it belongs to ("expressed *concern*")."""
    taken = {word for f in found for word in f.words if word != f.token}
    seen: set[int] = set()
    for f in found:
        if f.token not in seen and f.token not in taken:
            seen.add(f.token)
            yield f


def _is_said_to(parse: Parse, token: Token) -> bool:
    """ "The militia, | said | to number 10,000, holds on": what others say of it, whatever the tree makes of it."""
    bare = token.lower == "said" and not parse.children(token.i, "aux", "aux:pass", "obl:agent")
    behind = parse.tokens[token.i + 1 : token.i + 3]
    return bare and [t.tag for t in behind] == ["TO", "VB"] and parse.tokens[token.i - 1].text == ","


def _is_its_name(parse: Parse, token: Token) -> bool:
    """ "A group | calling | itself the Front", "a firm, | called | Best Foods": its name, and nothing that it says."""
    if token.lemma.lower() not in {"call", "style"} or token.dep != "acl":
        return False
    if token.tag == "VBN":
        given = [c for c in parse.children(token.i, "obj", "xcomp") if c.i > token.i]
        return bool(given) and given[0].tag.startswith("NNP") and not parse.children(token.i, "obl:agent")
    itself = any(c.lower.endswith(("self", "selves")) for c in parse.children(token.i, "obj"))
    return itself and token.tag == "VBG"


def _is_its_author(parse: Parse, token: Token) -> bool:
    """ "The song “Bread”, | written | by Tim Boll": who made it, and nothing that he says."""
    made = token.lemma.lower() in {"write", "compose", "pen"} and token.tag == "VBN" and token.dep == "acl"
    return made and bool(parse.children(token.i, "obl:agent"))


def _verb(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    waiting: Found | None = None
    for cue in acts.at(token.lemma.lower(), "verb"):
        words = words_of(parse, nouns, cue, token)
        named = _is_said_to(parse, token) or _is_its_name(parse, token) or _is_its_author(parse, token)
        if named or is_source_cited(parse, nouns, cue, token):
            return
        if (
            words is None
            or cancelled(parse, nouns, cue, token)
            or (cue.finite and has_to(parse, token) and not tried(parse, token))
        ):
            continue
        carriers = (token.i, *(w for w in words if parse.tokens[w].tag in _CARRIERS and w != token.i))
        content = content_of(parse, cue, token.i, carriers)
        if cue.deed and (content is None or not names_deed(parse, content.head)):
            continue
        if waiting is not None and content is not None and content.slot == "that" and _is_question(parse, content.head):
            continue  # "He asked: “Is it shut?”" asks; "asked that it be shut" calls for it
        source = source_of(parse, nouns, cue, token, content, words)
        status = _status(parse, cue, token, words)
        if source is None and status is not None and cue.act == "claim" and is_nobody(parse, token.i):
            source, status = Source(), "negated"  # "No group has claimed responsibility": that nobody did is news
        if source is None or status is None or _is_in_need(parse, cue, token, source):
            continue
        if content is not None and (content.head == source.head or not _may_surround(cue, content)):
            content = None
        content = as_quoted(parse, cue, token, None if _is_told_aside(parse, token, content) else content)
        content = _without_speaker(parse, content, source.head, token.i)
        if _is_bare_that(parse, content) and cue.quote and source.head is not None:
            content = _beside(parse, token, source.head)
        if content is None and not (cue.bare or (cue.quote and status != "negated")):
            continue
        meant = as_refusal(parse, as_threat(parse, as_demand(parse, nouns, cue, token, content), content), content)
        made = found_with(parse, meant, token, words, source, content)
        made = msgspec.structs.replace(
            made, status=status, source=with_relays(parse, nouns, cue, token, source, content)
        )
        if content is not None or cue.bare:
            yield made
            return
        waiting = waiting or made
    if waiting is not None:
        yield waiting


def _is_in_need(parse: Parse, cue: Cue, token: Token, source: Source) -> bool:
    """ "Nine farmers were killed while | seeking | food aid": their need, and no word of theirs."""
    if cue.head != "seek" or not cue.object or source.head is None:
        return False
    if not any(c.lemma.lower() in _NEEDS for c in parse.children(token.i, "obj")):
        return False
    who = parse.tokens[source.head]
    many = bool(parse.children(who.i, "nummod")) or who.lemma.lower() in _CROWDS
    named = {who.lemma.lower(), *(c.lemma.lower() for c in parse.children(who.i, "nmod"))}
    return many and who.tag in {"NNS", "NNPS"} and not named & _BODIES


def _is_told_aside(parse: Parse, token: Token, content: Content | None) -> bool:
    """ "Asked about it, he | thought | for a while": that he was asked is nothing that he thought."""
    if content is None or content.slot != "around" or content.head > token.i:
        return False
    asked = parse.tokens[content.head]
    return asked.lower == "asked" and not parse.children(asked.i, "nsubj", "nsubj:pass", "aux", "aux:pass")


def _is_bare_that(parse: Parse, content: Content | None) -> bool:
    """ "Said | that | , because it rained, the mill was shut": no content, for the clause hangs elsewhere."""
    return content is None or (content.slot == "that" and all(parse.tokens[i].tag == "IN" for i in content.tokens))


def _status(parse: Parse, cue: Cue, token: Token, words: tuple[int, ...]) -> StatementStatus | None:
    """The status of the act; "made *no* mention of", "has *no* plans to" are acts not done."""
    status = status_of(parse, cue, token.i)
    none = any(c.lower == "no" for w in words if w != token.i for c in parse.children(w, "det"))
    return "negated" if none and status is not None else status


def _is_question(parse: Parse, head: int) -> bool:
    quotation = next((q for q in parse.quotations if q.open < head < q.close), None)
    if quotation is None:
        return False
    last = parse.tokens[quotation.close - 2 : quotation.close]
    return last[-1].text == "?" or [t.text for t in last] == ["?", ","]  # "“Why now?,” he asked"


def _may_surround(cue: Cue, content: Content) -> bool:
    """Whether the words around a cue may be its content: not "the road was mined, as the army had ordered"."""
    return content.slot != "around" or (cue.act in _TELLING and (cue.quote or not cue.belief))


def _without_speaker(parse: Parse, content: Content | None, speaker: int | None, verb: int) -> Content | None:
    """ "The road is shut, Ana Ruiz, the mayor, said": what stands between speaker and verb is not said."""
    if content is not None and speaker is not None and verb < speaker < content.head and speaker in content.tokens:
        return _parted(parse, content, speaker, verb)
    if content is None or speaker is None or speaker not in content.tokens or not content.head < speaker < verb:
        return content
    first = phrase_range(parse, speaker)[0]
    return msgspec.structs.replace(content, tokens=frozenset(t for t in content.tokens if not first <= t < verb))


def _parted(parse: Parse, content: Content, speaker: int, verb: int) -> Content:
    """ "| The plan |, says Ana Ruiz, the mayor, | is to rebuild": what is said stands on both sides of the speaker."""
    start, _ = parse.sentences[parse.sentence(verb)]
    comma = next((i for i in range(content.head, speaker, -1) if parse.tokens[i].text == ","), None)
    if comma is None or verb - 1 <= start or parse.tokens[verb - 1].text != ",":
        return content
    behind = {i for i in content.tokens if i > comma}
    return msgspec.structs.replace(content, tokens=frozenset({*range(start, verb - 1), *behind}))


def _beside(parse: Parse, token: Token, speaker: int) -> Content | None:
    found = around(parse, token, speaker)
    return Content(found[0], found[1], "beside") if found is not None else None


def _adjective(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    predicate = bool(parse.children(token.i, "cop", "aux:pass")) or (
        token.dep == "xcomp" and parse.tokens[token.head].lemma in _COPULAS
    )
    if not predicate:
        return
    for cue in acts.at(token.lower, "adjective"):
        content = content_of(parse, cue, token.i, (token.i,))
        subject = own_subject(parse, token.i)
        status = status_of(parse, cue, token.i)
        if content is None or status is None or (subject is None and not cue.impersonal):
            continue
        source = Source() if subject is None or cue.impersonal else as_source(parse, nouns, cue, subject)
        if source is not None and source.head != content.head:
            made = found_with(parse, cue, token, (token.i,), source, content)
            unsaid = cue.impersonal and cue.asks and status == "negated"  # "it is not clear whether"
            yield msgspec.structs.replace(made, status="made" if unsaid else status)
            return
