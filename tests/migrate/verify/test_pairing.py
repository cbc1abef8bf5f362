"""Which new variable is which old one."""

from migrate.verify.workers.pairing import Named, normalise, pair

KERNEL, BIAS = (3, 4), (4,)


def named(*pairs: tuple[str, tuple[int, ...]]) -> list[Named]:
    return [Named(name, shape, "float32") for name, shape in pairs]


def test_names_are_spelled_alike() -> None:
    assert normalise("Generator/dense/kernel:0") == normalise("Generator_dense/kernel")


def test_unique_names_pair_whatever_the_order() -> None:
    old = named(("a:0", BIAS), ("b:0", BIAS), ("net/dense/kernel:0", KERNEL))
    new = named(("net_dense/kernel", KERNEL), ("b", BIAS), ("a", BIAS))
    assert pair(old, new) == [2, 1, 0]


def test_a_name_with_another_shape_is_another_variable() -> None:
    assert pair(named(("w:0", BIAS)), named(("w:0", KERNEL))) == [None]


def test_anonymous_variables_pair_by_order_within_a_form() -> None:
    old = named(("Variable:0", KERNEL), ("Variable_1:0", BIAS), ("Variable_2:0", KERNEL), ("Variable_3:0", BIAS))
    new = named(("Variable:0", KERNEL), ("Variable:0", KERNEL), ("Variable:0", BIAS), ("Variable:0", BIAS))
    assert pair(old, new) == [0, 2, 1, 3]


def test_an_anonymous_variable_leaves_named_ones_to_their_partners() -> None:
    old = named(("Variable:0", BIAS), ("w:0", BIAS))
    assert pair(old, named(("Variable:0", BIAS), ("w:0", BIAS))) == [0, 1]
    assert pair(old, named(("w:0", BIAS), ("Variable:0", BIAS))) == [1, 0]


def test_layers_renumbered_pair_by_last_word_and_order() -> None:
    old = named(("dense/kernel:0", KERNEL), ("dense/bias:0", BIAS), ("dense_1/kernel:0", KERNEL))
    new = named(("dense_5/kernel", KERNEL), ("dense_5/bias", BIAS), ("dense_6/kernel", KERNEL))
    assert pair(old, new) == [0, 1, 2]


def test_superfluous_variables_have_no_partner() -> None:
    assert pair(named(("w:0", BIAS)), named(("w:0", BIAS), ("w_1:0", BIAS))) == [0, None]


def test_dtype_separates() -> None:
    assert pair([Named("n", (), "int64")], [Named("n", (), "float32")]) == [None]


def test_pairing_while_variables_are_made_agrees_with_the_final_one() -> None:
    old = named(("Variable:0", KERNEL), ("Variable_1:0", BIAS), ("dense/kernel:0", KERNEL), ("dense/bias:0", BIAS))
    new = named(("Variable:0", KERNEL), ("Variable:0", BIAS), ("dense/kernel", KERNEL), ("dense/bias", BIAS))
    assert [pair(old, new[: i + 1])[-1] for i in range(len(new))] == pair(old, new)
