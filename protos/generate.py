"""Generates the Python code of the contracts into a folder (default: protos/gen); run it when a contract changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROTOS = Path(__file__).parent
INCLUDES = (PROTOS, PROTOS / "third_party")


def contracts() -> list[str]:
    """Every .proto file, relative to its include folder."""
    own = [path.relative_to(PROTOS) for path in PROTOS.glob("totetaxi/**/*.proto")]
    third_party = [path.relative_to(PROTOS / "third_party") for path in (PROTOS / "third_party").glob("**/*.proto")]
    return sorted(str(path) for path in own + third_party)


def generate(folder: Path) -> None:
    """Writes messages, stubs and their types; raises CalledProcessError when a contract does not compile."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = [f"--{kind}_out={folder}" for kind in ("python", "pyi", "grpc_python", "mypy_grpc")]
    includes = [f"-I{include}" for include in INCLUDES]
    plugin = f"--plugin=protoc-gen-mypy_grpc={Path(sys.executable).parent / 'protoc-gen-mypy_grpc'}"
    command = [sys.executable, "-W", "ignore", "-m", "grpc_tools.protoc", plugin, *includes, *outputs, *contracts()]
    subprocess.run(command, check=True)  # noqa: S603 - our own compiler
    drop_empty_stubs(folder)


def drop_empty_stubs(folder: Path) -> None:
    """Files without a service get no gRPC module."""
    for module in folder.glob("**/*_pb2_grpc.py"):
        if "add_" not in module.read_text():
            module.unlink()
            module.with_suffix(".pyi").unlink(missing_ok=True)


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else PROTOS / "gen")
