"""`tfmigrate checkpoint` before TensorFlow is asked: which checkpoint is meant, what is refused, what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods import CheckpointMap, KnownOptimizer, KnownVariable
from migrate import checkpoint
from migrate.checkpoint_files import check_target, find_checkpoint, move_checkpoint
from migrate.problems import ExitCode, UserError
from migrate.report.blocks import Line
from migrate.report.checkpoint_blocks import checkpoint_blocks
from migrate.report.model import Json, Record
from migrate.restoring import restoring_call
from migrate.verify.launch import Ended
from tests.migrate.conftest import Run

ADAM = KnownOptimizer(("optimizer",), "Adam", "AdamOptimizer", "Adam", {}, {}, ("w",))


def files(folder: Path, *prefixes: str) -> Path:
    for prefix in prefixes:
        for end in ("index", "data-00000-of-00001", "meta"):
            (folder / f"{prefix}.{end}").write_text(f"{prefix} {end}")
    return folder


def test_a_checkpoint_is_found_by_any_of_its_files(tmp_path: Path) -> None:
    prefix = files(tmp_path, "model.ckpt-7") / "model.ckpt-7"
    for name in ("model.ckpt-7", "model.ckpt-7.index", "model.ckpt-7.meta", "model.ckpt-7.data-00000-of-00001"):
        assert find_checkpoint(tmp_path / name) == prefix
    assert find_checkpoint(tmp_path) == prefix, "it is the only one"
    (tmp_path / "older").write_bytes(b"a checkpoint of version 1 is one file")
    assert find_checkpoint(tmp_path / "older") == tmp_path / "older"


def test_a_folder_means_its_newest_checkpoint(tmp_path: Path) -> None:
    files(tmp_path, "model-1", "model-2")
    with pytest.raises(UserError, match="name one of model-1, model-2"):
        find_checkpoint(tmp_path)
    (tmp_path / "checkpoint").write_text('model_checkpoint_path: "model-1"\nall_model_checkpoint_paths: "model-2"\n')
    assert find_checkpoint(tmp_path) == tmp_path / "model-1"
    (tmp_path / "checkpoint").write_text('model_checkpoint_path: "/gone/elsewhere/model-2"\n')
    assert find_checkpoint(tmp_path) == tmp_path / "model-2"
    saved = tmp_path / "saved"
    (saved / "variables").mkdir(parents=True)
    files(saved / "variables", "variables")
    assert find_checkpoint(saved) == saved / "variables" / "variables"


@pytest.mark.parametrize("named", ["", ".", "..", "/", "model", "gone"])
def test_a_newest_checkpoint_that_is_none(named: str, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "checkpoint").write_text(f'model_checkpoint_path: "{named}"\n')
    with pytest.raises(UserError, match=r"no such checkpoint|there is no checkpoint in it"):
        find_checkpoint(tmp_path)
    if not named:
        files(tmp_path, "model-1")
        assert find_checkpoint(tmp_path) == tmp_path / "model-1"


def test_a_conversion_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "find_spec", lambda name: name)
    monkeypatch.setattr(checkpoint, "launch", lambda *arguments: Ended(None, "", "Terminated\n"))
    files(tmp_path, "model")
    with pytest.raises(UserError, match=r"^the conversion was stopped after 600 seconds; nothing was written$"):
        checkpoint.convert_checkpoint(checkpoint.CheckpointOrder(tmp_path / "model"))


def test_what_is_no_checkpoint_is_refused(tmp_path: Path) -> None:
    files(tmp_path, "model-1")
    with pytest.raises(UserError, match=r"no such checkpoint .*there are model-1"):
        find_checkpoint(tmp_path / "model-3")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="there is no checkpoint in it"):
        find_checkpoint(tmp_path / "empty")


def test_a_checkpoint_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    source = files(tmp_path / "made", "model") / "model"
    target = tmp_path / "new" / "fit-3"
    check_target(target, False)
    move_checkpoint(source, target)
    assert sorted(each.name for each in target.parent.iterdir()) == [
        "fit-3.data-00000-of-00001",
        "fit-3.index",
        "fit-3.meta",
    ]
    assert (target.parent / "fit-3.index").read_text() == "model index"
    with pytest.raises(UserError, match="fit-3 exists"):
        check_target(target, False)
    check_target(target, True)
    with pytest.raises(UserError, match="is a folder"):
        check_target(target.parent, True)


def test_what_cannot_be_written_leaves_the_old_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("new/model", "old/model"):
        (tmp_path / name).parent.mkdir()
        for end in ("index", "data-00000-of-00001"):
            (tmp_path / f"{name}.{end}").write_text(name)

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError, match="No space left"):
        move_checkpoint(tmp_path / "new" / "model", tmp_path / "old" / "model")
    assert {each.name: each.read_text() for each in (tmp_path / "old").iterdir()} == {
        "model.index": "old/model",
        "model.data-00000-of-00001": "old/model",
    }


def test_wrong_use_is_said_in_one_line(tmp_path: Path, run: Run) -> None:
    files(tmp_path, "model")
    (tmp_path / "kept.py").write_text("import tensorflow as tf\nq = tf.FIFOQueue(2, tf.float32)\ntf.Session().run(q)\n")
    (tmp_path / "plain.py").write_text("print(1)\n")
    (tmp_path / "names.json").write_text("[1]")
    model = tmp_path / "model"
    cases = (
        ((tmp_path / "none",), "no such checkpoint"),
        ((model, "--output", tmp_path / "new"), "needs --program FILE"),
        ((model, "--program", tmp_path / "gone.py"), "gone.py: no such file"),
        ((model, "--program", tmp_path), "is a folder"),
        ((model, "--program", tmp_path / "plain.py"), "runs nothing of TensorFlow 1"),
        ((model, "--program", tmp_path / "kept.py"), "stays in graph mode"),
        ((model, "--map", tmp_path / "names.json"), "has to be a JSON object"),
        ((model, "--map", tmp_path / "names.json", "--output", model), "exists"),
    )
    for arguments, said in cases:
        answer = run("checkpoint", *arguments)
        assert answer.code == ExitCode.USAGE and said in answer.err and answer.err.count("\n") == 1, answer.err


def test_the_call_that_loads_it_opens_plain_objects() -> None:
    paths = (("w",), ("layer", "_kernel"), ("layer", "bias"), ("net", "first", "bias"), ("net", "own", "w"), ())
    variables = tuple(KnownVariable("/".join(each), each) for each in paths)
    known = CheckpointMap(variables, (ADAM,), (("net",), ("net", "own")))
    assert restoring_call(known, Path("new/model")) == (
        "tf.train.Checkpoint(w=w, layer=layer, net=tf.train.Checkpoint(first=net.first, "
        'own=tf.train.Checkpoint(w=net.own.w)), optimizer=optimizer).restore("new/model")'
    )


def document(**fields: Json) -> Record:
    tensors: Json = [{"name": "w", "shape": [2], "dtype": "float32"}]
    return Record({"checkpoint": "old", "kind": "names", "tensors": tensors, "restore": "load()", **fields})


def test_nothing_is_dropped_silently() -> None:
    left: Json = [
        {"name": name, "reason": why} for name, why in (("a", None), ("b", "because"), ("c", "so"), ("d", "so"))
    ]
    slots: list[Json] = [{"name": name, "object": "optimizer"} for name in ("w/Adam", "w/Adam_1", "beta1_power")]
    missing: Json = [{"name": "u", "object": "x/_kernel"}, *slots]
    shapes: Json = [{"name": "w", "file": [2], "program": "[3]"}]
    shown = [
        each.text
        for each in checkpoint_blocks(document(left=left, missing=missing, shapes=shapes))
        if isinstance(each, Line)
    ]
    assert any("without a counterpart: a" in each and "--map" in each for each in shown)
    start = shown.index("without a counterpart: 2 tensors (so)")
    assert shown[start + 1 : start + 3] == ["    c", "    d"]
    assert "not in the file: w/Adam and 2 more (optimizer)" in shown
    assert "without a counterpart: b (because)" in shown and "not in the file: u (x/_kernel)" in shown
    assert "other shape: w is [2] in the file, [3] in the program" in shown and shown[-1] == "nothing was written"


def test_what_is_written_is_counted_once() -> None:
    became = {"w": "w", "beta1_power": "optimizer/_iterations", "beta2_power": "optimizer/_iterations"}
    pairs: Json = [{"old": old, "new": new, "exact": old == "w"} for old, new in became.items()]
    shown = [each.text for each in checkpoint_blocks(document(pairs=pairs, output="new")) if isinstance(each, Line)]
    assert "written to new: 2 tensors, 1 of them computed; read back equal bit for bit" in shown


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"pairs": [["a", "b", True]]}, ExitCode.DONE),
        ({"pairs": [["a", "b", True]], "left": [{"name": "c"}]}, ExitCode.INCOMPLETE),
        ({"pairs": [["a", "b", True]], "missing": [{"name": "c"}]}, ExitCode.INCOMPLETE),
        ({"pairs": []}, ExitCode.INCOMPLETE),
        ({"pairs": [["a", "b", True]], "shapes": [{"name": "c"}], "left": [{"name": "d"}]}, ExitCode.DIFFERENT),
        (
            {"pairs": [["a", "b", True]], "left": [{"name": "o/_learning_rate/.ATTRIBUTES/VARIABLE_VALUE"}]},
            ExitCode.DONE,
        ),
    ],
)
def test_exit_codes(answer: dict[str, Json], code: ExitCode) -> None:
    assert checkpoint._code(answer, True) == code
