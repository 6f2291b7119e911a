"""The base of all data."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Output(BaseModel):
    """The base of all data: it can't be changed, and no field is left out.

    Its serializer is built only when data is first made, because most classes are only parts of
    others.
    """

    model_config = ConfigDict(
        frozen=True, serialize_by_alias=True, validate_by_name=True, defer_build=True
    )
