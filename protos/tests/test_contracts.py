"""The contracts are well formed, their generated code is fresh, and nobody who relies on them is broken."""

from __future__ import annotations

import filecmp
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROTOS = Path(__file__).parents[1]


def buf(*arguments: str) -> None:
    command = Path(sys.executable).parent / "buf"
    done = subprocess.run([str(command), *arguments], cwd=PROTOS, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def generated_by(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.glob("**/*") if path.suffix in {".py", ".pyi"}}


def test_generated_code_is_what_the_contracts_say(tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("generate", PROTOS / "generate.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    module.generate(tmp_path)
    fresh = generated_by(tmp_path)
    assert fresh == generated_by(PROTOS / "gen")
    _, stale, missing = filecmp.cmpfiles(tmp_path, PROTOS / "gen", [str(path) for path in fresh], shallow=False)
    assert (stale, missing) == ([], []), "run `make protos`"


@pytest.mark.parametrize("check", [["lint"], ["format", "--diff", "--exit-code"]], ids=["lint", "format"])
def test_contracts_keep_the_style(check: list[str]) -> None:
    buf(*check)


def test_no_contract_breaks_what_is_released() -> None:
    buf("breaking", "--against", "baseline.binpb")


def test_rules_look_at_nothing_but_the_message() -> None:
    """Services remember which questions were right, so no rule may depend on the clock."""
    contracts = [path.read_text() for path in (PROTOS / "totetaxi").rglob("*.proto")]
    assert contracts
    assert [text for text in contracts if re.search(r"\b(lt_now|gt_now|within|cel|now)\b\s*[=:(]", text)] == []
