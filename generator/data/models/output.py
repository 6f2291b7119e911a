"""What every part of the data has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Output(BaseModel):
    """What every part of the data has in common: never changed, and no field left out."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, validate_by_name=True)
