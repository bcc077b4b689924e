"""The sets by name. Each has one function from a request to a result."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from evaluation.request import Request, Result
from evaluation.sets import (
    case2021,
    claims,
    coreference,
    dates,
    ecbplus,
    examples,
    factuality,
    golden,
    groups,
    muc4,
    ner,
    newscluster,
    plover,
    police,
    polnear,
    quads,
    questions,
    roles,
    rows,
    shortcuts,
    speed,
    toponyms,
    treebank,
    wikievents,
)


class Entry(msgspec.Struct, frozen=True):
    """A set: how it is run, and what it is about in a line."""

    run: Callable[[Request], Result]
    about: str


SETS: dict[str, Entry] = {
    "parse": Entry(treebank.run, "tags, syntax and sentences against treebanks (*.conllu)"),
    "ner": Entry(ner.run, "names against re3d folders, *.iob2, *.conll, *.conll.txt"),
    "plover": Entry(plover.run, "events against coded sentences (*.jsonl)"),
    "factuality": Entry(factuality.run, "did it happen, against UDS on a treebank (*.zip, --ewt FILE)"),
    "polnear": Entry(polnear.run, "who says what, against PolNeAR (SPLIT/text, SPLIT/attributions)"),
    "wikievents": Entry(wikievents.run, "triggers, classes, arguments and victims of events (*.jsonl)"),
    "india-police": Entry(police.run, "what the police did, sentence by sentence (docs*.jsonl, sents*.jsonl)"),
    "claims": Entry(claims.run, "who denies, claims and blames: the project's own passages (evaluation/gold/claims)"),
    "muc4": Entry(muc4.run, "templates for the MUC-4 scorer (--responses FILE)"),
    "muc4-roles": Entry(roles.run, "role fillers of attacks, against GRIT's files (processed/*.json)"),
    "cameo": Entry(quads.run, "sentences by quad class, source and target (*.tsv, *.txt)"),
    "case2021": Entry(case2021.run, "snippets by the sub-type of their event (*.tsv)"),
    "giveme5w1h": Entry(questions.run, "who, what, when and where of an article (*.json)"),
    "coreference": Entry(coreference.run, "the same person, organisation or place, against UD GUM (*.conllu)"),
    "ecbplus": Entry(ecbplus.run, "words in many reports that tell of one event, against ECB+ (topic folders)"),
    "news-cluster": Entry(newscluster.run, "articles grouped by what they are about (*.json with newsCluster)"),
    "toponyms": Entry(toponyms.run, "places on the map, against LGL, TR-News, GeoVirus (*.xml)"),
    "dates": Entry(dates.run, "time expressions and their values, against TimeML (*.tml)"),
    "rows": Entry(rows.run, "event rows against a person's verdicts; over anything readable, and daily lists (*.md)"),
    "speed": Entry(speed.run, "words and reports per second on one core, over any readable input"),
    "shortcuts": Entry(shortcuts.run, "records with and without the short cuts of parsing, over any readable input"),
    "groups": Entry(groups.run, "incidents, conflicts and origins: the project's own groups (evaluation/gold/groups)"),
    "golden": Entry(golden.run, "the project's own reports against what must come out (tests/golden)"),
    "examples": Entry(examples.run, "the ontology's own yes and no sentences"),
}
