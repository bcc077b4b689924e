"""What comes from elsewhere is what its manifest says, and has its licence beside it."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "whosays" / "web" / "static"
MANIFEST = json.loads((STATIC / "vendor" / "MANIFEST.json").read_text(encoding="utf-8"))


def test_every_vendored_file_has_its_hash_version_and_licence() -> None:
    for entry in MANIFEST:
        data = (ROOT / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["file"]
        assert entry["version"]
        assert entry["licence"]


def test_nothing_from_elsewhere_is_there_without_an_entry() -> None:
    listed = {entry["file"] for entry in MANIFEST} | {"src/whosays/web/static/vendor/MANIFEST.json"}
    folders = (STATIC / "vendor", STATIC / "map", ROOT / "tests" / "web" / "vendor")
    there = {str(path.relative_to(ROOT)) for folder in folders for path in folder.iterdir()}
    assert there == listed


def test_every_package_has_its_licence_text_and_is_named_among_the_licences() -> None:
    told = (ROOT / "LICENSES" / "README.md").read_text(encoding="utf-8")
    for package in {entry["package"] for entry in MANIFEST}:
        files = [entry["file"] for entry in MANIFEST if entry["package"] == package]
        assert any(file.endswith("LICENSE") for file in files), package
        assert package in told


def test_the_base_map_is_cut_at_the_antimeridian() -> None:
    world = json.loads((STATIC / "map" / "world.json").read_text(encoding="utf-8"))
    roles = {feature["properties"]["role"]: feature["geometry"]["coordinates"] for feature in world["features"]}
    assert set(roles) == {"land", "borders", "disputed"}
    rings = [ring for polygon in roles["land"] for ring in polygon] + roles["borders"] + roles["disputed"]
    for ring in rings:
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        steps = [abs(a[0] - b[0]) for a, b in pairwise(ring) if max(abs(a[1]), abs(b[1])) < 80]
        assert max(steps, default=0) < 20
