"""One observed run of a user's program, from the configuration file to the files that hold what was seen."""

from __future__ import annotations

import json
import os
import random
import signal
import sys

from . import program, recording, sites, stopwatch, tutorials


def main(config_path, side):
    """Install the hooks that the configuration asks for, run the program, write what was seen."""
    with open(config_path) as stream:
        config = json.load(stream)
    sys.path.pop(0)
    recorder = recording.Recorder(config, sites.Sites(config["steps"]))
    signal.signal(signal.SIGTERM, lambda *_: recorder.leave({"status": "timeout"}))
    try:
        environment = prepare(config, side, recorder)
    except ImportError as error:
        recorder.leave({"status": "unavailable", "error": f"TensorFlow could not be imported: {error}"})
    recorder.environment = environment
    recorder.leave(program.run(config))


def prepare(config, side, recorder):
    """Import TensorFlow, put the hooks in place, set the seeds; answer what is installed."""
    if side == "old" and config["compat"]:
        from . import legacy

        legacy.install()
    if side == "old":
        tutorials.install(config["compat"])
    import numpy
    import tensorflow

    if config["mode"] == "time":
        stopwatch.install(recorder, side)
    else:
        observe(config, side, recorder)
    random.seed(config["seed"])
    numpy.random.seed(config["seed"] % 2**32)
    return describe(tensorflow, numpy, config)


def observe(config, side, recorder):
    """Everything that recording needs: equal draws, equal initial values, and a look at every run."""
    from . import draws, pinning, sessions

    recorder.draws = draws.Draws(config["seed"], config["counts"])
    pinning.install(recorder)
    if side == "old":
        sessions.install(recorder)
        return
    from . import created, functions

    created.install(recorder)
    functions.install(recorder)
    sessions.install(recorder)


def describe(tensorflow, numpy, config):
    """Versions and device, for the report."""
    if config["compat"]:
        from . import legacy

        version = legacy.real_version()
    else:
        version = tensorflow.__version__
    return {
        "python": ".".join(str(part) for part in sys.version_info[:3]),
        "tensorflow": version,
        "numpy": numpy.__version__,
        "device": find_device(config["device"]),
        "reference": "compat.v1 in graph mode" if config["compat"] else None,
        "oneDNN": os.environ.get("TF_ENABLE_ONEDNN_OPTS", "default"),
    }


def find_device(wanted):
    """`gpu` when TensorFlow sees one and it was not forbidden."""
    if wanted == "cpu":
        return "cpu"
    import tensorflow

    return "gpu" if tensorflow.config.experimental.list_physical_devices("GPU") else "cpu"
