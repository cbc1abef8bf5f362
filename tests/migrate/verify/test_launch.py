"""Child processes: output, exit codes, time limits, nothing left behind."""

import os
import sys
import time
from pathlib import Path

from migrate.verify.launch import launch


def run(code: str, tmp_path: Path, timeout: float = 30.0):  # type: ignore[no-untyped-def]
    return launch([sys.executable, "-c", code], tmp_path, dict(os.environ), tmp_path, timeout)


def test_output_and_exit_code(tmp_path: Path) -> None:
    ended = run("import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)", tmp_path)
    assert (ended.code, ended.stdout, ended.stderr) == (3, "out\n", "err\n")
    assert not ended.timed_out


def test_time_limit_stops_the_whole_group(tmp_path: Path) -> None:
    child = "import time; open('child', 'w').write(str(__import__('os').getpid())); time.sleep(60)"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    started = time.monotonic()
    ended = run(code, tmp_path, timeout=2.0)
    assert ended.timed_out and time.monotonic() - started < 20
    pid = int((tmp_path / "child").read_text())
    assert wait_until_gone(pid)


def wait_until_gone(pid: int) -> bool:
    for _ in range(50):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_text_that_is_not_utf8_is_kept_readable(tmp_path: Path) -> None:
    assert "a" in run("import sys; sys.stdout.buffer.write(b'a\\xff')", tmp_path).stdout
