"""The module that stands for the tutorials' loader of MNIST: arrays, splits, and the order of its batches."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codemods.tutorial_data import template

np = pytest.importorskip("numpy")
TRAIN, TEST = 130, 40


@pytest.fixture(scope="module")
def loader() -> ModuleType:
    module = ModuleType("input_data")
    exec(compile(template(), "input_data.py", "exec"), module.__dict__)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("mnist")
    for name, size in (("train", TRAIN), ("t10k", TEST)):
        images, labels = data(size)
        with gzip.open(found / f"{name}-images-idx3-ubyte.gz", "wb") as file:
            file.write(struct.pack(">4I", 2051, size, 28, 28) + images.tobytes())
        with gzip.open(found / f"{name}-labels-idx1-ubyte.gz", "wb") as file:
            file.write(struct.pack(">2I", 2049, size) + labels.tobytes())
    return found


def data(size: int) -> Any:
    numbers = np.random.RandomState(size)
    return numbers.randint(0, 256, (size, 28, 28)).astype(np.uint8), numbers.randint(0, 10, size).astype(np.uint8)


def test_arrays_and_splits(loader: ModuleType, folder: Path) -> None:
    images, labels = data(TRAIN)
    found = loader.read_data_sets(str(folder), validation_size=30)
    assert [part.num_examples for part in found] == [100, 30, TEST]
    assert found._fields == ("train", "validation", "test")
    expected = images.reshape(TRAIN, 784).astype(np.float32) * np.float32(1.0 / 255.0)
    assert found.train.images.dtype == np.float32
    assert (found.validation.images == expected[:30]).all() and (found.train.images == expected[30:]).all()
    assert (found.train.labels == labels[30:]).all() and found.train.labels.dtype == np.uint8


def test_shapes_types_and_one_hot(loader: ModuleType, folder: Path) -> None:
    found = loader.read_data_sets(str(folder), one_hot=True, dtype=np.uint8, reshape=False, validation_size=0)
    assert found.train.images.shape == (TRAIN, 28, 28, 1) and found.train.images.dtype == np.uint8
    assert found.validation.images.shape == (0, 28, 28, 1)
    assert found.test.labels.shape == (TEST, 10) and found.test.labels.dtype == np.float64
    assert (found.test.labels.argmax(1) == data(TEST)[1]).all() and (found.test.labels.sum(1) == 1).all()


@pytest.mark.parametrize("batches", [[30, 30, 50, 60, 7], [100], [64, 64, 64], [100, 1], [250]])
def test_batches_follow_the_shuffled_epochs(loader: ModuleType, folder: Path, batches: list[int]) -> None:
    """Rows come in the order of one permutation an epoch; the rest of an epoch is followed by the start of the next."""
    train = loader.read_data_sets(str(folder), validation_size=30).train
    start = train.labels.copy(), train.images.copy()
    np.random.seed(5)
    got = [train.next_batch(size) for size in batches]
    np.random.seed(5)
    order = np.arange(100)
    np.random.shuffle(order)
    epochs, position, expected = 0, 0, []
    for size in batches:
        rows = order[position : position + size]
        position += size
        if position > 100:
            following = np.arange(100)
            np.random.shuffle(following)
            order, position, epochs = order[following], position - 100, epochs + 1
            rows = np.concatenate((rows, order[:position]))
        expected.append(rows)
    for (images, labels), rows in zip(got, expected, strict=True):
        assert (labels == start[0][rows]).all() and (images == start[1][rows]).all()
    assert train.epochs_completed == epochs


def test_batches_without_shuffling(loader: ModuleType, folder: Path) -> None:
    train = loader.read_data_sets(str(folder), validation_size=30).train
    first, again = train.images[:60].copy(), train.images.copy()
    assert (train.next_batch(60, shuffle=False)[0] == first).all()
    images, _ = train.next_batch(60, shuffle=False)
    assert (images == np.concatenate((again[60:], again[:20]))).all()


def test_a_seed_starts_numpys_random_numbers(loader: ModuleType, folder: Path) -> None:
    batches = [loader.read_data_sets(str(folder), validation_size=30, seed=3).train.next_batch(9)[1] for _ in range(2)]
    assert (batches[0] == batches[1]).all()


def test_fake_data(loader: ModuleType) -> None:
    found = loader.read_data_sets("", fake_data=True, one_hot=True)
    assert found.train.num_examples == 10000
    assert found.train.next_batch(2, fake_data=True) == ([[1] * 784] * 2, [[1] + [0] * 9] * 2)


def test_wrong_arguments(loader: ModuleType, folder: Path) -> None:
    with pytest.raises(TypeError):
        loader.read_data_sets(str(folder), dtype=np.int32, validation_size=0)
    with pytest.raises(ValueError, match="validation_size"):
        loader.read_data_sets(str(folder), validation_size=TRAIN + 1)


@pytest.mark.tensorflow
def test_keras_gives_the_data_where_no_files_are(loader: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    import tensorflow as tf

    monkeypatch.setattr(tf.keras.datasets.mnist, "load_data", lambda: (data(TRAIN), data(TEST)))
    found = loader.read_data_sets("nowhere", dtype=tf.float32, validation_size=30)
    assert (found.test.images * 255).round().astype(np.uint8).reshape(TEST, 28, 28).tolist() == data(TEST)[0].tolist()
