"""The desk's JSON described: OpenAPI 3.1 made from the one list of pages, and the same for reading."""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from whosays.web.asked import View
from whosays.web.routes import PAGES, Page

Json = dict[str, Any]  # a description is JSON; it is made here and sent, and nothing reads it on the way
_PARTS = re.compile(r"\{(\w+)(?::path)?\}")


class Parameter(View, frozen=True, kw_only=True):
    """One thing that can be asked of a page."""

    name: str
    where: str
    kind: str


class Operation(View, frozen=True, kw_only=True):
    """One page as JSON."""

    path: str
    summary: str
    answer: str
    told: str
    parameters: tuple[Parameter, ...]


class ApiView(View, frozen=True, kw_only=True):
    """All pages as JSON."""

    operations: tuple[Operation, ...]


@functools.cache
def description() -> Json:
    """The OpenAPI description."""
    shapes, components = msgspec.json.schema_components(
        [kind for page in PAGES for kind in (page.view, page.query)], ref_template="#/components/schemas/{name}"
    )
    from whosays import __version__  # noqa: PLC0415 - the front door is asked for its version only

    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Whosays desk",
            "version": __version__,
            "summary": "What happened, and who says so: every page of the desk as JSON.",
        },
        "paths": {
            _PARTS.sub(r"{\1}", page.twin): {"get": _operation(page, shapes[2 * n], components, shapes[2 * n + 1])}
            for n, page in enumerate(PAGES)
        },
        "components": {"schemas": dict(components)},
    }


def _operation(page: Page, answer: Json, components: Json, query: Json) -> Json:
    asked = components[query["$ref"].rpartition("/")[2]]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARTS.findall(page.path)
    ]
    parameters += [
        {"name": name, "in": "query", "required": name in asked.get("required", ()), "schema": shape}
        for name, shape in asked.get("properties", {}).items()
    ]
    error = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    wrong = {"description": "What is wrong, and what to do", "content": {"application/json": {"schema": error}}}
    return {
        "operationId": page.template.removesuffix(".html"),
        "summary": page.summary,
        "parameters": parameters,
        "responses": {
            "200": {
                "description": (page.view.__doc__ or "").strip().replace("``", ""),
                "content": {"application/json": {"schema": answer}},
            },
            "400": wrong,
            "404": wrong,
        },
    }


def overview() -> ApiView:
    """The same for reading."""
    found = []
    for path, item in description()["paths"].items():
        operation = item["get"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        parameters = (
            Parameter(name=p["name"], where=p["in"], kind=_kind(p["schema"])) for p in operation["parameters"]
        )
        found.append(
            Operation(
                path=path,
                summary=operation["summary"],
                answer=schema["$ref"].rpartition("/")[2],
                told=operation["responses"]["200"]["description"].partition("\n")[0],
                parameters=tuple(parameters),
            )
        )
    return ApiView(operations=tuple(found))


def _kind(shape: Json) -> str:
    """A parameter's shape in a few words."""
    for one in shape.get("anyOf", (shape,)):
        if "enum" in one:
            return " | ".join(map(str, one["enum"]))
        if one.get("pattern", "").startswith(r"^\d{4}-"):
            return "day"
        if one.get("type") not in (None, "null"):
            return str(one["type"])
    return "text"
