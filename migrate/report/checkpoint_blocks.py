"""What a person is shown of a checkpoint: its tensors, their counterparts, and all that has none."""

from __future__ import annotations

from collections.abc import Iterator

from migrate.report.blocks import Block, Line, Table
from migrate.report.model import Record

_KINDS = {"names": "names of TensorFlow 1", "objects": "objects (tf.train.Checkpoint)"}


def checkpoint_blocks(document: Record) -> Iterator[Block]:
    """The tensors, then what was done with them."""
    pairs = document.records("pairs")
    tensors = document.records("tensors")
    yield Line(f"{document.text('checkpoint')}: {len(tensors)} tensors under {_KINDS[document.text('kind')]}")
    if not document.text("restore") and not pairs and not document.records("missing"):
        yield Table(("tensor", "shape", "dtype"), tuple(_tensor(each) for each in tensors))
        return
    if pairs:
        rows = ((each.text("old"), each.text("new"), "" if each.flag("exact") else "computed") for each in pairs)
        yield Table(("tensor", "becomes", ""), tuple(rows))
    yield from _problems(document)
    yield from _outcome(document)


def _tensor(tensor: Record) -> tuple[str, str, str]:
    shape = tensor.fields.get("shape")
    return tensor.text("name"), str(shape), tensor.text("dtype")


def _problems(document: Record) -> Iterator[Line]:
    for each in document.records("shapes"):
        yield Line(f"other shape: {each.text('name')} is {each.fields.get('file')} in the file, "
                   f"{each.text('program')} in the program", "red")  # fmt: skip
    for name in document.texts("different"):
        yield Line(f"not equal after it was written: {name}", "red")
    yield from _left(document)
    missing: dict[str, list[str]] = {}
    for each in document.records("missing"):
        missing.setdefault(each.text("object") or "", []).append(each.text("name"))
    for where, names in missing.items():
        shown = names if not where else [f"{names[0]} and {len(names) - 1} more" if names[1:] else names[0]]
        yield from (Line(f"not in the file: {name}{f' ({where})' if where else ''}", "yellow") for name in shown)


def _left(document: Record) -> Iterator[Line]:
    """Tensors without a counterpart, below the reason that they share."""
    names: dict[str, list[str]] = {}
    for each in document.records("left"):
        reason = each.text("reason") or "nothing in the program is known to be it; --map FILE can say what is"
        names.setdefault(reason, []).append(each.text("name"))
    for reason, found in names.items():
        if len(found) == 1:
            yield Line(f"without a counterpart: {found[0]} ({reason})", "yellow")
        else:
            yield Line(f"without a counterpart: {len(found)} tensors ({reason})", "yellow")
            yield from (Line(f"    {name}", "yellow") for name in found)


def _outcome(document: Record) -> Iterator[Line]:
    output = document.text("output")
    if output:
        written = {each.text("new"): each.flag("exact") for each in document.records("pairs")}
        computed = sum(not exact for exact in written.values())
        how = f", {computed} of them computed" if computed else ""
        yield Line(f"written to {output}: {len(written)} tensors{how}; read back equal bit for bit")
        if document.text("restore"):
            yield Line(f"load it with: {document.text('restore')}")
    elif document.records("shapes") or document.texts("different"):
        yield Line("nothing was written")
