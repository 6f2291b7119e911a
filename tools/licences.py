"""The licences of the packages that the program needs, and of the files of others in the repository.

`requirements/licences.yaml` says what their metadata leave out, and which licences are allowed.
"""

from __future__ import annotations

import hashlib
import re
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import yaml
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements/run.txt"
SAID = "requirements/licences.yaml"


class Vendored(NamedTuple):
    """A part of somebody else's package, with the sha256 of each file by its path."""

    name: str
    version: str
    purl: str
    licence: str
    what: str
    files: dict[str, str]


class Licences(NamedTuple):
    """What `requirements/licences.yaml` says."""

    allowed: frozenset[str]
    packages: dict[str, str]
    vendored: tuple[Vendored, ...]


def said(root: Path = ROOT) -> Licences:
    """Read the file. Raises KeyError or TypeError if a field is missing or unknown."""
    read = yaml.safe_load((root / SAID).read_text(encoding="utf-8"))
    vendored = tuple(Vendored(**one) for one in read["vendored"])
    return Licences(frozenset(read["allowed"]), read["packages"], vendored)


def locked(lock: Path = LOCK) -> list[str]:
    """The names of the packages in a lock file."""
    found = re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return sorted({str(canonicalize_name(name)) for name in found})


def licence_of(package: str, licences: Licences) -> str | None:
    """The licence of an installed package in the words of SPDX, or None if nobody says it so."""
    if package in licences.packages:
        return licences.packages[package]
    try:
        told = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return None
    for field in ("License-Expression", "License"):
        try:
            return str(canonicalize_license_expression((told.get_all(field) or [""])[0]))
        except InvalidLicenseExpression:
            continue
    return None


def allowed(licence: str, licences: Licences) -> bool:
    """Whether one of the choices that a licence gives is allowed, in all its parts."""
    choices = (choice.split(" AND ") for choice in licence.split(" OR "))
    return any(licences.allowed.issuperset(choice) for choice in choices)


def faults(packages: list[str], licences: Licences) -> list[str]:
    """What is wrong with the licences of these packages, and what to do about each."""
    found = []
    for package in packages:
        licence = licence_of(package, licences)
        if licence is None:
            found.append(
                f"{package}: no licence is known; read the licence file of the package, and write its SPDX "
                f"name under `packages` in {SAID}"
            )
        elif not allowed(licence, licences):
            found.append(
                f"{package}: {licence} is not among the allowed licences; use another package, or add the "
                f"licence to `allowed` in {SAID} if it goes with MIT and with LICENSE-DATA"
            )
    found += [
        f"{name}: is no longer in the lock; remove it from {SAID}"
        for name in sorted(licences.packages.keys() - set(packages))
    ]
    return found


def vendored_faults(licences: Licences, root: Path = ROOT) -> list[str]:
    """What is wrong with the files of others, and what to do about each."""
    found = []
    for one in licences.vendored:
        if not allowed(one.licence, licences):
            found.append(f"{one.name}: {one.licence} is not among the allowed licences of {SAID}")
        for path, digest in one.files.items():
            file = root / path
            if not file.is_file():
                found.append(f"{path}: is missing; remove it from {SAID}")
            elif (now := hashlib.sha256(file.read_bytes()).hexdigest()) != digest:
                found.append(
                    f"{path}: has changed; if that was meant, write its version and {now} in {SAID}"
                )
    return found
