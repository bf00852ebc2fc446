"""Programs that end with whoever started them, and are no part of it otherwise.

A function to call between fork and exec (`preexec_fn`) would do the same, but has to fork all of its parent, and where
gRPC runs that can hang (grpc#41768). This way nothing but the new program runs in the child.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import sys
from collections.abc import Sequence

PARENT_DEATH_SIGNAL = 1
"""prctl(PR_SET_PDEATHSIG), Linux."""


def bound_to_parent(command: Sequence[str], user: pwd.struct_passwd | None = None) -> list[str]:
    """`command` as to be started, if it is to be sent SIGINT once this process is gone; as `user` when given."""
    drop = ["--as", str(user.pw_uid), str(user.pw_gid)] if user else []
    return [sys.executable, "-S", "-E", __file__, str(os.getpid()), *drop, *command]


def become(parent: int, command: list[str]) -> None:
    """Turns this process into `command`, which begins with an absolute path, unless the parent is gone already."""
    if command[0] == "--as":
        user, group, command = int(command[1]), int(command[2]), command[3:]
        os.setgroups([])
        os.setgid(group)
        os.setuid(user)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # shells let what they start in the background ignore it
    libc = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):  # after the change of user, which would undo it
        libc.prctl(PARENT_DEATH_SIGNAL, signal.SIGINT)
    if os.getppid() != parent:
        sys.exit(f"{command[0]}: whoever started this is gone")
    os.execv(command[0], command)  # noqa: S606 - our own programs


if __name__ == "__main__":
    become(int(sys.argv[1]), sys.argv[2:])
