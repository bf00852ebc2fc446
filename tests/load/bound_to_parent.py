"""`python bound_to_parent.py …` becomes `python …`, and ends with whoever started it.

The parent has gRPC running: with a function to call between fork and exec (`preexec_fn`) it would have to fork all of
itself, which can hang (grpc#41768). Without one it forks nothing of its own.
"""

import os
import sys

from local_stack.postgres import die_with_parent

if __name__ == "__main__":
    die_with_parent()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])  # noqa: S606 - our own programs
