"""The holidays of the United States, from the `holidays` package, without its 250 other countries (8 MB)."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import holidays

MODULE = Path(holidays.__file__).with_name("countries") / "united_states.py"
"""Importing it by name runs the package around it, and that imports every country."""


def load(path: Path) -> Any:
    """The module at `path`."""
    specification = spec_from_file_location("holidays_of_the_united_states", path)
    if specification is None or specification.loader is None:
        raise ImportError(f"there is no module at {path}")
    module = module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


UnitedStates: type[holidays.HolidayBase] = load(MODULE).UnitedStates
