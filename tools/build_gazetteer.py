"""Builds ``src/whosays/data/gazetteer/`` from the hand-kept lists in ``resources/``.

Usage:
    python -m tools.build_gazetteer           build and write
    python -m tools.build_gazetteer --check   build beside it and compare with the committed hashes (exit code 1)
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

import msgspec
import yaml

from tools.gazetteer.actors import NOT_ACTORS, listed, metonyms, persons, publishers, states
from tools.gazetteer.checks import complaints
from tools.gazetteer.papers import read_papers
from tools.gazetteer.parts import codes, read_parts
from tools.gazetteer.places import all_places
from tools.gazetteer.reading import entries
from tools.gazetteer.writing import Manifest, Map, actors_bytes, count_names, dump_hash, write_places
from whosays.errors import KnowledgeError
from whosays.gazetteer.asking import Gazetteer
from whosays.gazetteer.knowledge import Knowledge, Pattern
from whosays.gazetteer.places import PlaceIndex

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
BUILT = ROOT / "src" / "whosays" / "data" / "gazetteer"
MANIFEST = "manifest.json"


def read_knowledge_lists(resources: Path) -> Knowledge:
    """All actors, patterns and publishers of the lists that a folder holds.

    Raises:
        KnowledgeError: a list is wrong; all complaints in one message.
    """
    actors = list(states(resources / "states.csv"))
    for path in sorted(resources.glob("*.yaml")):
        if path.name not in NOT_ACTORS:
            actors.extend(listed(path))
    if (resources / "offices.csv").exists():
        actors.extend(persons(resources / "offices.csv", actors))
    until = yaml.safe_load((resources / "knowledge.yaml").read_text(encoding="utf-8"))["known_until"]
    patterns, houses = resources / "patterns.yaml", resources / "metonyms.csv"
    papers = resources / "publishers.csv"
    knowledge = Knowledge(
        known_until=str(until),
        actors=tuple(sorted(actors, key=lambda a: a.id)),
        patterns=entries(patterns, Pattern) if patterns.exists() else (),
        publishers=publishers(papers) if papers.exists() else (),
        metonyms=metonyms(houses) if houses.exists() else (),
    )
    found = (*complaints(knowledge), *failed_examples(knowledge))
    if found:
        raise KnowledgeError("the lists cannot be built:\n  " + "\n  ".join(found))
    return knowledge


def failed_examples(knowledge: Knowledge) -> tuple[str, ...]:
    """The patterns' yes and no examples that do not come out as they should, in words."""
    gazetteer = Gazetteer(knowledge, PlaceIndex(BUILT / "gazetteer.sqlite"))
    failed: list[str] = []
    for pattern in knowledge.patterns:
        for example in pattern.yes:
            match = gazetteer.pattern(example.text)
            got = f"{match.pattern} {match.actor.id}" if match else "nothing"
            if got != f"{pattern.id} {example.actor}":
                failed.append(f"pattern {pattern.id}: '{example.text}' gives {got}, not {example.actor}")
        for text in pattern.no:
            match = gazetteer.pattern(text)
            if match is not None and match.pattern == pattern.id:
                failed.append(f"pattern {pattern.id}: '{text}' gives {match.actor.id}, but should not match")
    for metonym in knowledge.metonyms:
        match = gazetteer.pattern(metonym.name)
        if match is None or match.owner != metonym.state:
            failed.append(f"metonym {metonym.name}: no pattern reads '{metonym.meaning}' as of {metonym.state}")
    return tuple(failed)


def build(resources: Path, folder: Path) -> Manifest:
    """Builds the lists of ``resources`` into ``folder``, with a manifest beside them."""
    knowledge = read_knowledge_lists(resources)
    places = all_places(resources)
    folder.mkdir(parents=True, exist_ok=True)
    data = actors_bytes(knowledge)
    (folder / "actors.json").write_bytes(data)
    papers = read_papers(resources / "local_papers.csv")
    built = Map(places=places, parts=codes(read_parts(resources)), papers=papers)
    write_places(folder / "gazetteer.sqlite", built)
    manifest = Manifest(
        known_until=knowledge.known_until,
        actors=len(knowledge.actors),
        places=len(places),
        names=count_names(places),
        actors_sha256=hashlib.sha256(data).hexdigest(),
        places_sha256=dump_hash(folder / "gazetteer.sqlite"),
    )
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    return manifest


def check(resources: Path, folder: Path) -> tuple[str, ...]:
    """What differs between the lists built anew and the built files of a folder, in words; empty when all is well."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = build(resources, Path(scratch))
    kept = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    wrong = [
        f"{field}: committed {getattr(kept, field)}, built {getattr(fresh, field)}"
        for field in Manifest.__struct_fields__
        if getattr(kept, field) != getattr(fresh, field)
    ]
    if hashlib.sha256((folder / "actors.json").read_bytes()).hexdigest() != kept.actors_sha256:
        wrong.append("actors.json is not the file that the manifest names")
    if dump_hash(folder / "gazetteer.sqlite") != kept.places_sha256:
        wrong.append("gazetteer.sqlite is not the file that the manifest names")
    return tuple(wrong)


def main(arguments: list[str]) -> int:
    """The command line: 0 when built or the same, 1 when different or the lists are wrong, 2 for a wrong option."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m tools.build_gazetteer [--check]", file=sys.stderr)
        return 2
    try:
        if arguments:
            wrong = check(RESOURCES, BUILT)
            print("\n".join(wrong) if wrong else "the built gazetteer is that of the lists", file=sys.stderr)
            return 1 if wrong else 0
        manifest = build(RESOURCES, BUILT)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{manifest.actors} actors, {manifest.places} places, {manifest.names} names", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
