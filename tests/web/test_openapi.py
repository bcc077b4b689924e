"""The description of the JSON is whole, and what the desk answers fits it."""

import json
import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.web.test_pages import addresses
from whosays.web.openapi import description
from whosays.web.routes import PAGES

SPEC = json.loads(json.dumps(description()))


def resolved(reference: str) -> Any:
    found: Any = SPEC
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def fits(value: Any, shape: dict[str, Any]) -> bool:
    """Whether a value fits a shape, as far as the desk's shapes go."""
    if "$ref" in shape:
        return fits(value, resolved(shape["$ref"]))
    if "anyOf" in shape:
        return any(fits(value, one) for one in shape["anyOf"])
    if "enum" in shape:
        return value in shape["enum"]
    match shape.get("type"):
        case "object":
            known = shape.get("properties", {})
            required = set(shape.get("required", ()))
            return (
                isinstance(value, dict)
                and required <= set(value) <= set(known)
                and all(fits(value[name], known[name]) for name in value)
            )
        case "array":
            return isinstance(value, list) and all(fits(one, shape.get("items", {})) for one in value)
        case "string":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
    return True


def test_every_page_is_described_and_every_reference_resolves() -> None:
    assert set(SPEC["paths"]) == {re.sub(r":path", "", page.twin) for page in PAGES}
    references = re.findall(r'"\$ref": "([^"]+)"', json.dumps(SPEC))
    assert len(references) > 100
    for reference in references:
        assert resolved(reference)
    names = [item["get"]["operationId"] for item in SPEC["paths"].values()]
    assert len(names) == len(set(names))


def test_the_answers_fit_their_description(visitor: TestClient, examples: Path) -> None:
    for path, address in addresses(examples).items():
        page = next(page for page in PAGES if page.path == path)
        answer = visitor.get(address, headers={"accept": "application/json"}).json()
        told = SPEC["paths"][re.sub(r":path", "", page.twin)]["get"]["responses"]["200"]
        assert fits(answer, told["content"]["application/json"]["schema"]), path
        assert not fits({**answer, "more": 1}, told["content"]["application/json"]["schema"])


def test_the_desk_shows_its_description_without_the_network(visitor: TestClient) -> None:
    assert visitor.get("/openapi.json").json() == SPEC
    text = visitor.get("/api").text
    assert "GET /incidents/{id}.json" in text
    assert "http://" not in text
