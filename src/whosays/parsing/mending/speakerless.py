"""Verbs of saying that lost their speaker or their words: "the cause, miners say, is the tax", "the poll found".

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.asides import FEW, RELATIVES, holding, set_off
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_SEEING = frozenset("see witness watch film photograph observe spot hear notice catch record".split())
_TELLING = frozenset({"tell", "assure", "inform", "remind", "warn"})
_SAYING = frozenset("say claim argue insist warn add suggest assert allege tell declare complain predict".split())
_PRIVY = frozenset({("familiar", "with"), ("close", "to"), ("privy", "to"), ("briefed", "on")})


@on("parataxis")
def _speaker_before(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The source of the anger, | miners and farmers | say, is the tax": who stands between a comma and the verb."""
    behind = parse.behind(token.i).text if token.i + 1 < len(parse.tokens) else ""
    if token.tag not in FINITE or token.lemma.lower() not in holding() or behind != ",":
        return
    if parse.children(token.i, *SUBJECTS):
        return
    for above in (parse.tokens[token.i - 1], *parse.ancestors(token.i - 1)):
        if above.i >= token.i or max(parse.subtree(above.i)) != token.i - 1:
            return
        own = above.dep in {"nmod", "conj", "appos"} and not parse.children(above.i, "case")
        if own and set_off(parse, above):
            yield moved(above, "nsubj", token.i)
            return


@on("nsubj")
def _speaker_after_quotation(parse: Parse, token: Token) -> Iterator[Token]:
    """ "“We have a lot to do,” | the chairman, Ana Ruiz, | said": no subject of a verb inside the marks."""
    verb = parse.tokens[token.head]
    if verb.i > token.i or not any(verb.i < q.close < token.i and q.open < verb.i for q in parse.quotations):
        return
    last = max(i for i in parse.subtree(token.i))
    teller = next((t for t in parse.tokens[last + 1 : last + 3] if t.is_verb), None)
    if teller is None or teller.tag not in FINITE or teller.lemma.lower() not in holding():
        return
    if not parse.children(teller.i, *SUBJECTS):
        yield moved(token, "nsubj", teller.i)


@on("parataxis")
def _speaker_in_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "There are mills in Peru and | the minister, Ana Ruiz, | rejected it": joined to Peru, but with a verb."""
    if token.tag not in FINITE or parse.children(token.i, *SUBJECTS, "cc", "mark", "aux:pass"):
        return
    if parse.tokens[token.i - 1].text != "," or token.head > token.i:
        return
    name = next((a for a in (parse.tokens[token.i - 2], *parse.ancestors(token.i - 2)) if a.dep == "appos"), None)
    speaker = parse.tokens[name.head] if name is not None else token
    joint = parse.children(speaker.i, "cc")
    place = parse.tokens[speaker.head]
    if speaker.dep != "conj" or not joint or ontology.load().nouns.kind_of(speaker.lemma.lower()) != "person":
        return
    if not token.head < speaker.i < token.i or not _is_place(parse, place):
        return
    yield moved(speaker, "nsubj", token.i)
    yield moved(joint[0], "cc", token.i)
    yield moved(token, "conj", token.head)


def _is_place(parse: Parse, token: Token) -> bool:
    return any(n.label == "place" and n.start <= token.i < n.end for n in parse.names)


@on("root", "conj", "parataxis")
def _speakers_behind_comma(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A raid hit a mill, killing six bakers, | police and a witness | said": those two say it, and live."""
    if token.tag not in FINITE or token.lemma.lower() != "say" or parse.children(token.i, *SUBJECTS, "mark", "cc"):
        return
    last = next((a for a in (parse.tokens[token.i - 1], *parse.ancestors(token.i - 1)) if a.dep == "conj"), None)
    joint = parse.children(last.i, "cc") if last is not None else []
    if last is None or len(joint) != 1 or max(parse.subtree(last.i)) != token.i - 1:
        return
    above = parse.tokens[last.head]
    nouns = [c for c in parse.children(above.i, "conj") if c.i < joint[0].i]
    first = nouns[0] if nouns else above
    listed = parse.tokens[first.head]
    verb = parse.tokens[listed.head]
    within = [i for i in parse.subtree(first.i) if i < joint[0].i]
    if not within or parse.behind(max(within)) != joint[0]:
        return
    if first.dep != "conj" or len(nouns) > 1 or parse.children(first.i, "cc"):
        return
    if listed.dep not in {"obj", "obl", "nmod", *SUBJECTS} or not verb.i < listed.i or not set_off(parse, first):
        return
    yield moved(first, "nsubj", token.i)
    yield moved(last, "conj", first.i)
    if token.dep == "conj" and token.head < first.i:
        yield moved(token, "parataxis", token.head)


@on("acl", "acl:relcl", "ccomp", "advcl", "conj")
def _teller_at_end(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Farmers have a low view of the plan, | the survey | found": at the end of a sentence, it tells of all of it."""
    start, end = parse.sentences[parse.sentence(token.i)]
    root = next((t for t in parse.tokens[start:end] if t.head == t.i), None)
    speakers = parse.children(token.i, *SUBJECTS)
    if token.lemma.lower() not in holding() or root is None or len(speakers) != 1 or root.i >= speakers[0].i:
        return
    speaker = speakers[0]
    adjacent = speaker.i < token.i and max(i for i in parse.subtree(speaker.i)) >= token.i - 1
    if not adjacent or not set_off(parse, speaker) or speaker.lower in RELATIVES:
        return
    if parse.children(token.i, "mark", "cc", "aux", "aux:pass", "ccomp", "xcomp", "obj", "advmod:relcl"):
        return
    if end - token.i <= FEW and not any(t.is_verb or t.text == "," for t in parse.tokens[token.i + 1 : end]):
        yield moved(token, "parataxis", root.i, "VBD" if token.tag == "VBN" else None)


@on("acl", "acl:relcl")
def _main_before_teller(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The anger that shook the town | could spread, the envoy warned": a verb with a modal needs a subject."""
    noun = parse.tokens[token.head]
    modal = [c.i for c in parse.children(token.i, "aux") if c.tag == "MD"]
    if not modal or noun.i > modal[0] or parse.children(token.i, *SUBJECTS, "mark", "obj:relcl"):
        return
    speaker = parse.tokens[noun.head]
    teller = parse.tokens[speaker.head]
    told = speaker.dep in SUBJECTS and noun.i < speaker.i < teller.i and teller.lemma.lower() in holding()
    relative = any(c.tag in {"WDT", "WP"} for c in parse.children(token.i))
    if not told or relative or parse.children(teller.i, "ccomp"):
        return
    between = parse.tokens[max((i for i in parse.subtree(token.i) if i < speaker.i), default=token.i) + 1 : speaker.i]
    if any(t.text == "," for t in between):
        yield moved(token, "ccomp", teller.i)
        yield moved(noun, "nsubj:pass" if parse.children(token.i, "aux:pass") else "nsubj", token.i)


@on("obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj")
def _familiar_with(parse: Parse, token: Token) -> Iterator[Token]:
    """ "An executive | familiar with the talks": who is familiar is the noun before, read as an adjective."""
    noun = parse.tokens[token.i - 1]
    behind = parse.behind(token.i).lower if token.i + 1 < len(parse.tokens) else ""
    if (token.lower, behind) not in _PRIVY or noun.head != token.i or noun.dep not in {"amod", "compound"}:
        return
    yield moved(noun, token.dep, token.head if token.head != token.i else noun.i, "NN" if noun.tag == "JJ" else None)
    yield moved(token, "amod", noun.i, "JJ")
    for child in parse.children(token.i):
        if child.i < noun.i:
            yield moved(child, child.dep, noun.i)


@on("advcl", "acl")
def _with_one_saying(parse: Parse, token: Token) -> Iterator[Token]:
    """ "They said so, with | a clerk, Ana Ruiz, | claiming that": whom "with" brings in says it, and not they."""
    if token.tag != "VBG" or token.lemma.lower() not in _SAYING or parse.children(token.i, *SUBJECTS):
        return
    near = parse.tokens[token.i - 1]
    near = parse.tokens[token.i - 2] if near.text == "," else near
    for noun in (near, *parse.ancestors(near.i)):
        cases = [c for c in parse.children(noun.i, "case") if c.lower == "with"]
        last = max((i for i in parse.subtree(noun.i) if i < token.i), default=-1)
        if not noun.is_noun or last < token.i - 2:
            return
        if cases and parse.tokens[cases[0].i - 1].text == "," and noun.dep in {"obl", "nmod"}:
            above = parse.tokens[noun.head] if token.head == noun.i else parse.tokens[token.head]
            yield moved(token, "advcl", above.i)
            yield moved(noun, "nsubj", token.i)
            yield moved(cases[0], "mark", token.i)
            return


@on("advcl")
def _with_speaker(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Shelled it despite | the ministry | claiming a truce": who stands between the preposition and the verb."""
    if token.tag != "VBG" or token.lemma.lower() not in holding() or parse.children(token.i, *SUBJECTS):
        return
    for noun in parse.children(token.head, "obl"):
        cases = [c for c in parse.children(noun.i, "case") if c.lower in {"despite", "amid", "amidst"}]
        if cases and max(parse.subtree(noun.i)) == token.i - 1:
            yield moved(noun, "nsubj", token.i)
            yield moved(cases[0], "mark", token.i)


@on("ccomp")
def _who_is_seen(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A reporter saw armed men | looting and burning shops": they loot, whoever sees it."""
    seeing = parse.tokens[token.head]
    if token.tag != "VBG" or seeing.lemma.lower() not in _SEEING or parse.children(token.i, *SUBJECTS, "mark"):
        return
    seen = [c for c in parse.children(seeing.i, "obj", "iobj") if seeing.i < c.i < token.i and c.is_noun]
    if len(seen) == 1 and max(i for i in parse.subtree(seen[0].i)) == token.i - 1:
        yield moved(token, "acl", seen[0].i)


@on("ccomp")
def _who_is_told(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Told soldiers | wounded in the raid | that they would go": who is told is described, and says nothing."""
    teller = parse.tokens[token.head]
    if token.tag not in {"VBD", "VBN"} or teller.lemma.lower() not in _TELLING or not teller.i < token.i:
        return
    told = [c for c in parse.children(teller.i, "ccomp") if c.i > token.i]
    if not any(m.lower == "that" for c in told for m in parse.children(c.i, "mark")) or parse.children(token.i, "mark"):
        return
    nouns = [*parse.children(teller.i, "iobj", "obj"), *parse.children(token.i, "nsubj")]
    whom = [
        n
        for n in nouns
        if max((i for i in parse.subtree(n.i) if i < token.i), default=-1) == token.i - 1 and n.i > teller.i
    ]
    if len(whom) == 1 and whom[0].is_noun and not parse.children(token.i, "aux", "aux:pass", "obj"):
        yield moved(token, "acl", whom[0].i, "VBN")
        yield moved(whom[0], "iobj", teller.i)


@on("nsubj")
def _first_of_two(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Rebels | burned nine mills before dawn, officials said": the first of two subjects is of what is said."""
    teller = parse.tokens[token.head]
    if token.i > teller.i or teller.lemma.lower() not in holding():
        return
    told = [c for c in parse.children(teller.i, "ccomp") if token.i < c.i < teller.i]
    speakers = [c for c in parse.children(teller.i, "nsubj") if c.i != token.i]
    if len(told) != 1 or len(speakers) != 1 or not told[0].i < speakers[0].i < teller.i:
        return
    if parse.children(told[0].i, *SUBJECTS, "mark") or not set_off(parse, speakers[0]):
        return
    yield moved(token, "nsubj:pass" if parse.children(told[0].i, "aux:pass") else "nsubj", told[0].i)


@on("compound")
def _speaker_as_compound(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed nine, including a cook, | the U.N. | said": a name does not describe a noun that stands before it."""
    if token.head > token.i or not token.tag.startswith("NNP") or token.i + 1 >= len(parse.tokens):
        return
    teller = parse.behind(token.i)
    tells = teller.tag in FINITE and teller.lemma.lower() in holding() and not parse.children(teller.i, *SUBJECTS)
    if tells and set_off(parse, token):
        yield moved(token, "nsubj", teller.i)


@on("ccomp")
def _who_is_heard(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Said they had heard | officials | say that": a bare verb behind whom somebody heard is what he heard."""
    before = parse.tokens[token.i - 1]
    hearing = parse.tokens[before.head]
    bare = token.tag in {"VB", "VBP"} and not parse.children(token.i, *SUBJECTS, "mark", "aux")
    if bare and before.dep == "obj" and before.is_noun and hearing.lemma.lower() in {"hear", "see", "watch"}:
        yield moved(token, "ccomp", hearing.i, "VB")
        yield moved(before, "nsubj", token.i)


@on("ccomp", "csubj", "advcl")
def _described_by_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Say that | captured | fighters have told them": what was done to them describes the subject, which was lost."""
    verb = parse.tokens[token.head]
    if token.tag != "VBN" or not token.i < verb.i or parse.children(verb.i, *SUBJECTS):
        return
    objects = [c for c in parse.children(token.i, "obj") if c.is_noun and c.i > token.i]
    helping = parse.children(verb.i, "aux", "aux:pass")
    if len(objects) != 1 or not helping or parse.children(token.i, *SUBJECTS, "aux", "aux:pass", "obl"):
        return
    noun, first = objects[0], min(parse.subtree(objects[0].i))
    if first == token.i + 1 and max(parse.subtree(noun.i)) == helping[0].i - 1 and helping[0].tag != "VBG":
        yield moved(noun, "nsubj:pass" if parse.children(verb.i, "aux:pass") else "nsubj", verb.i)
        yield moved(token, "amod", noun.i)
        for mark in parse.children(token.i, "mark"):
            yield moved(mark, "mark", verb.i)


@on("compound")
def _who_is_told_first(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Told | Congress | the army had warned": before an article stands no part of the noun, but who is told."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    teller = parse.tokens[verb.head]
    article = any(c.i == token.i + 1 for c in parse.children(noun.i, "det", "nmod:poss"))
    if not article or not token.tag.startswith("NNP") or noun.dep not in SUBJECTS or verb.dep != "ccomp":
        return
    if teller.lemma.lower() in _TELLING and min(parse.subtree(token.i)) == teller.i + 1:
        yield moved(token, "iobj", teller.i)


@on("obj", "obl", "nmod", "appos", "conj", "obl:unmarked")
def _described_at_end(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Nine men died, | the mayor, who was inside, | said": whoever is described between commas speaks."""
    if not token.is_noun or parse.children(token.i, "case", "cc"):
        return
    below = [i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct"]
    told = [c for c in parse.children(token.i, "acl:relcl") if any(w.lower == "who" for w in parse.children(c.i))]
    if not told or parse.tokens[min(below) - 1].text != "," or max(below) + 2 >= len(parse.tokens):
        return
    comma, verb = parse.tokens[max(below) + 1], parse.tokens[max(below) + 2]
    said = verb.tag in FINITE and verb.lemma.lower() in _SAYING and not parse.children(verb.i, *SUBJECTS, "obj")
    if comma.text == "," and said and parse.behind(verb.i).tag in {".", ",", "IN", "NNP", ""}:
        yield moved(token, "nsubj", verb.i)


_SHARES = frozenset("percent % third half quarter majority most many some few two-thirds three-quarters".split())


@on("obl", "obl:unmarked", "obl:npmod", "obl:tmod", "advmod")
def _share_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Only | 32 percent | call her fit", "| most | oppose it": a share right before a verb."""
    verb = parse.tokens[token.head]
    bare = verb.tag in {"VBP", "VBD", "VBZ"} or (verb.tag == "VB" and verb.head == verb.i)
    if token.lower not in _SHARES or token.i > verb.i or not bare:
        return
    if parse.children(verb.i, *SUBJECTS, "expl", "csubj", "aux", "aux:pass", "mark") or parse.children(token.i, "case"):
        return
    whole = parse.subtree(token.i)
    between = parse.tokens[max(whole) + 1 : verb.i]
    first = parse.tokens[min(whole) - 1] if min(whole) else None
    opens = first is None or not first.text[0].isalnum() or first.dep in {"cc", "mark"}
    if opens and all(t.tag == "RB" and t.head == verb.i for t in between):
        yield moved(token, "nsubj", verb.i, "JJS" if token.tag == "RBS" else None)
        if verb.tag == "VB":
            yield moved(verb, verb.dep, verb.head, "VBP")


RULES = (
    _described_at_end,
    _who_is_heard,
    _with_one_saying,
    _described_by_participle,
    _who_is_told_first,
    _first_of_two,
    _speaker_as_compound,
    _speaker_before,
    _speaker_after_quotation,
    _speaker_in_list,
    _speakers_behind_comma,
    _teller_at_end,
    _main_before_teller,
    _familiar_with,
    _with_speaker,
    _who_is_told,
    _who_is_seen,
    _share_as_subject,
)
