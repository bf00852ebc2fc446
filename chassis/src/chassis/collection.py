"""Garbage collection: what stays as long as the process is nothing that collections need to look at."""

from __future__ import annotations

import gc


def leave_out_what_stays() -> None:
    """Leaves all that is there now out of every later collection: modules, contracts, tables, routes.

    Call it once, when everything is loaded and nothing is served yet: it looks at everything one last time.
    """
    gc.collect()
    gc.freeze()
