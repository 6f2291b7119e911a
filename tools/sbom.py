"""A list of all that the program and the site are made of, as CycloneDX (a "bill of materials").

`python -m tools.sbom [FILE]` writes `dist/sbom.cdx.json`. cyclonedx-py gives the packages of the lock with
their hashes, and those of the environment with their licences; `requirements/licences.yaml` has the rest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.write import put
from tools.licences import LOCK, ROOT, Licences, Vendored, said

Json = dict[str, Any]

VERSION = SchemaVersion.V1_6
OPTIONS = ("--of", "JSON", "--sv", "1.6", "--output-reproducible", "--no-validate")
PROJECT = ROOT / "pyproject.toml"


def listed(*arguments: str | Path) -> Json:
    """What cyclonedx-py says of a lock or an environment. Raises CalledProcessError."""
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *arguments, *OPTIONS]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    found: Json = json.loads(done.stdout)
    return found


def combined(lock: Json, environment: Json, licences: Licences, direct: list[str]) -> Json:
    """One list: what is locked, with its licences and what it needs, and the files of others.

    `direct` are the names of the packages that the program itself asks for.
    """
    known = {str(canonicalize_name(one["name"])): one for one in environment["components"]}
    names = {one["bom-ref"]: name for name, one in known.items()}
    needed = {
        names.get(one["ref"], ""): one.get("dependsOn", []) for one in environment["dependencies"]
    }
    purls: dict[str, list[str]] = {}
    for one in lock["components"]:
        purls.setdefault(str(canonicalize_name(one["name"])), []).append(one["purl"])
    root = lock["metadata"]["component"]["bom-ref"]
    vendored = [_vendored(one) for one in licences.vendored]
    components, needs = [], {root: [one["bom-ref"] for one in vendored]}
    needs[root] += [purl for name in direct for purl in purls[name]]
    for one in lock["components"]:
        name = str(canonicalize_name(one["name"]))
        there = known.get(name, {})
        component = {**one, "bom-ref": one["purl"], "licenses": there.get("licenses", [])}
        component["description"] = there.get("description", "")
        if name in licences.packages:
            component["licenses"] = [{"expression": licences.packages[name]}]
        components.append(component)
        asked = {names[ref] for ref in needed.get(name, []) if ref in names}
        needs[one["purl"]] = [purl for other in sorted(asked) for purl in purls.get(other, [])]
    return {
        **lock,
        "components": sorted([*components, *vendored], key=lambda one: str(one["bom-ref"])),
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(needs.items())
        ],
    }


def _vendored(one: Vendored) -> Json:
    """A part of somebody else's package, whose files are in the repository."""
    return {
        "bom-ref": f"vendored:{one.purl}",
        "type": "library",
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "description": f"In the repository: {one.what}",
        "licenses": [{"expression": one.licence}],
        "components": [
            {
                "bom-ref": f"file:{path}",
                "type": "file",
                "name": path,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
            for path, digest in sorted(one.files.items())
        ],
    }


def text_of(bom: Json) -> str:
    """The list as JSON. Raises ValueError if it is not as the schema of CycloneDX says."""
    text = json.dumps(bom, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    if error := JsonStrictValidator(VERSION).validate_str(text):
        raise ValueError(f"the list is not CycloneDX: {error.data.message}")
    return text


def main(file: str = "dist/sbom.cdx.json") -> None:
    """Write the list."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    direct = [str(canonicalize_name(Requirement(one).name)) for one in project["dependencies"]]
    bom = combined(
        listed("requirements", LOCK, "--pyproject", PROJECT),
        listed("environment", sys.executable),
        said(),
        direct,
    )
    target = ROOT / file
    target.parent.mkdir(exist_ok=True)
    put(text_of(bom), target)


if __name__ == "__main__":
    main(*sys.argv[1:])
