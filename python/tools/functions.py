"""Writes ``slicewise.functions`` from the catalogue.

bin/slicewise metrics --format json | python python/tools/functions.py FOLDER
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

WIDTH = 100
TYPES = {"double": "float", "int": "int", "boolean": "bool", "word": "str", "string": "str"}
MEANINGS = {
    "label": "The observed value",
    "prediction": "The predicted value, probability or score",
    "baseline": "The prediction of another model",
    "sensitive": "The group that a row belongs to",
    "split": "Which side a row is on: reference or current",
    "value": "The value that is looked at",
}
HEAD = '''"""{title}: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = {names}
'''


def name_of(word: str) -> str:
    """A name of the catalogue as one of Python."""
    return word + "_" if keyword.iskeyword(word) else word


def wrapped(text: str, indent: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def item(text: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent="    * ", subsequent_indent=" " * 6, break_on_hyphens=False
    )


def section(title: str, lines: list[str]) -> list[str]:
    return ["", f"    {title}", "    " + "-" * len(title), *lines]


def default(parameter: dict[str, Any]) -> str:
    value = parameter["default"]
    if value is None:
        return "not set unless given"
    shown = str(value).lower() if isinstance(value, bool) else value
    return f"{shown} unless given"


def parameter_text(parameter: dict[str, Any]) -> str:
    allowed = " | ".join(parameter["values"]) or (
        f"in {parameter['range']}" if parameter["range"] else ""
    )
    return (
        "; ".join(filter(None, [parameter["doc"].rstrip("."), allowed, default(parameter)])) + "."
    )


def role_text(role: str, reads: list[str]) -> str:
    shape = next((re.search(r"\((.*)\)", said) for said in reads if said.split()[0] == role), None)
    meaning = MEANINGS.get(role, "The column in this role")
    return f"{meaning}; {shape[1]}." if shape else f"{meaning}; a number or a boolean."


def docstring(
    page: dict[str, Any], parameters: list[dict[str, Any]], name: str, fixed: str
) -> list[str]:
    lines = [wrapped(f'"""{page["summary"]}', "    ")]
    if fixed:
        lines += ["", wrapped(f"This is ``{page['id']}`` with {fixed}.", "    ")]
    body: list[str] = []
    for role in page["roles"]:
        body += [
            f"    {name_of(role)} : Column or str",
            wrapped(role_text(role, page["reads"]), " " * 8),
        ]
    for parameter in parameters:
        kind = TYPES[parameter["type"]]
        body += [
            f"    {name_of(parameter['name'])} : {kind}, optional",
            wrapped(parameter_text(parameter), " " * 8),
        ]
    body += [
        "    weight, profile, **columns",
        "        As for every function: see ``help(slicewise.functions)``.",
    ]
    lines += section("Parameters", body)
    lines += section(
        "Returns",
        ["    pyspark.sql.Column", "        One number for a group; NULL where it is undefined."],
    )
    notes = [("Formula", page["formula"]), ("Range", page["range"]), ("Units", page["units"])]
    notes += [("Better", page["better"]), ("Use", page.get("use", ""))]
    notes += [("Rewards", page.get("elicits", "")), ("Trap", page.get("trap", ""))]
    notes += [("Exactness", page["exactness"]), ("Source", page["source"])]
    notes += [("Edge", edge) for edge in page["edges"]]
    notes += [("Also called", ", ".join(page["aliases"]))]
    body = [item(f"{heading}: {said.rstrip('.')}.") for heading, said in notes if said]
    lines += section("Notes", body)
    call = ", ".join(f'"{role}"' for role in page["roles"])
    lines += section("Examples", [f'    >>> df.groupBy("city").agg(F.{name}({call}))'])
    return [*"\n".join(lines).replace("\\", "\\\\").split("\n"), '    """']


def function(page: dict[str, Any], name: str, fixed: dict[str, str]) -> str:
    """One function: a metric, or one of its presets."""
    roles = [name_of(role) for role in page["roles"]]
    parameters = [each for each in page["parameters"] if each["name"] not in fixed]
    signature = [f"{role}: ColumnOrName" for role in roles] + ["*"]
    signature += [
        f"{name_of(each['name'])}: {TYPES[each['type']]} | None = None" for each in parameters
    ]
    signature += ["weight: ColumnOrName | None = None", "profile: str | None = None"]
    signature.append("**columns: ColumnOrName")
    given = [f'"{each["name"]}": {name_of(each["name"])}' for each in parameters]
    said = ", ".join(f"{key} = {value}" for key, value in fixed.items())
    reads = ", ".join(
        f'"{role}": {variable}' for role, variable in zip(page["roles"], roles, strict=True)
    )
    sql = name if fixed else f"slicewise_{page['id']}"
    return "\n".join(
        [
            f"def {name}(",
            wrapped(", ".join(signature), "    "),
            ") -> Column:",
            *docstring(page, parameters, name, said),
            f"    parameters: Parameters = {{{', '.join(given)}}}",
            f'    return call_metric("{sql}", {{{reads}}}, parameters, weight, profile, columns)',
        ]
    )


def module(title: str, pages: list[dict[str, Any]], taken: set[str]) -> tuple[str, list[str]]:
    """The text of a family's module, and the names in it."""
    parts: list[str] = []
    names: list[str] = []
    for page in pages:
        parts.append(function(page, page["id"], {}))
        names.append(page["id"])
        for preset, fixed in sorted(page["presets"].items()):
            key, value = (part.strip() for part in fixed.split(":"))
            if preset.isidentifier() and preset not in taken:
                parts.append(function(page, preset, {key: value}))
                names.append(preset)
    aliases = [
        (alias, page["id"])
        for page in pages
        for alias in page["aliases"]
        if alias.isidentifier() and alias not in taken and not keyword.iskeyword(alias)
    ]
    names += [alias for alias, _ in aliases]
    listed = "[\n" + "".join(f'    "{name}",\n' for name in sorted(names)) + "]"
    text = HEAD.format(title=title.capitalize(), names=listed)
    text += "".join(f"\n\n{part}\n" for part in parts)
    if aliases:
        text += "\n\n" + "".join(f"{alias} = {target}\n" for alias, target in aliases)
    return text, names


def write(catalogue: list[dict[str, Any]], folder: Path) -> None:
    """Writes one module for each family, and ``__init__`` that has all their names."""
    scalar = [page for page in catalogue if page["scalar"]]
    # A name may be an alias here and a metric of its own there: the metric has it.
    taken = {page["id"] for page in scalar}
    for old in folder.glob("_family_*.py"):
        old.unlink()
    families: dict[str, list[dict[str, Any]]] = {}
    for page in scalar:
        families.setdefault(page["family"], []).append(page)
    imports: list[str] = []
    for title, pages in sorted(families.items()):
        file = "_family_" + re.sub(r"\W+", "_", title)
        text, names = module(title, pages, taken)
        taken |= set(names)
        (folder / f"{file}.py").write_text(text, encoding="utf-8")
        imports.append(f"from slicewise.functions.{file} import *  # noqa: F403")
    imports.append("from slicewise.functions._states import *  # noqa: F403")
    (folder / "__init__.py").write_text(
        '"""Every metric as an aggregate function, and the functions on states.\n\n'
        ">>> from slicewise import functions as F\n"
        '>>> df.groupBy("city").agg(F.rmse("y", "p"), F.roc_auc("y", "p"))\n\n'
        "Columns are given as such or by name; parameters that are not given are the catalogue's,\n"
        "or those of a profile. Every metric takes besides its own parameters:\n\n"
        "weight : Column or str, optional\n"
        "    Of a row, finite and at least 0; without it every row weighs 1.\n"
        "profile : str, optional\n"
        "    Whose conventions parameters follow that are not given: slicewise, sklearn, mllib,\n"
        "    torchmetrics or tfma; else what the session sets as spark.slicewise.profile.\n"
        "**columns : Column or str\n"
        "    Further roles by name, where a parameter makes the metric read them.\n"
        '"""\n\n' + "\n".join(imports) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    write(json.load(sys.stdin), Path(sys.argv[1]))
