"""A process that has imported TensorFlow and forks a child for each worker that verification starts: what takes most
of a worker's time is done once for all. Children get the folder and the files that `launch` would give them."""

import gc
import json
import os
import runpy
import signal
import sys


def serve() -> None:
    """A request per line; the answer is the exit code of the child when it has ended."""
    if os.environ.get("TF_USE_LEGACY_KERAS"):
        import tf_keras  # noqa: F401
    import tensorflow  # noqa: F401

    gc.freeze()  # collecting garbage in a child would look at all of TensorFlow, and copy its memory
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if pid == 0:
            work(request)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def work(request: dict[str, object]) -> None:
    """Become the worker; never return."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    command, out = request["command"], request["log"]
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, (file, flags) in enumerate(
        [(os.devnull, os.O_RDONLY), (f"{out}/stdout.txt", written), (f"{out}/stderr.txt", written)]
    ):
        os.dup2(os.open(file, flags), number)
    os.chdir(request["cwd"])
    sys.argv = command
    sys.path[0] = os.path.dirname(command[0])
    try:
        runpy.run_path(command[0], run_name="__main__")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
