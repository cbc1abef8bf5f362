"""Numbers in what programs print."""

from migrate.verify.printed import compare_printed


def compare(old: str, new: str, again: str | None = None) -> int:
    return len(compare_printed(old, new, old if again is None else again, 0).failures)


def test_equal_text() -> None:
    result = compare_printed("loss 0.25\nacc 0.5", "loss 0.25\nacc 0.5", "loss 0.25\nacc 0.5", 0)
    assert (result.lines, result.numbers, result.same_lines, result.failures) == (2, 2, True, ())


def test_other_numbers_are_a_difference() -> None:
    assert compare("loss 0.25 acc 0.90", "loss 0.90 acc 0.25") == 2


def test_rounding_of_the_last_printed_place_is_not() -> None:
    assert compare("loss 0.25", "loss 0.26") == 0
    assert compare("loss 1.2345678", "loss 1.2345681") == 0


def test_numbers_that_the_old_program_varies_do_not_count() -> None:
    assert compare("seed 123.5", "seed 999.5", again="seed 456.5") == 0


def test_lines_about_time_do_not_count() -> None:
    assert compare("took 1.5 sec", "took 9.5 sec") == 0
    assert compare("elapsed: 3.0", "elapsed: 9.0") == 0


def test_lines_with_other_words_are_not_compared() -> None:
    result = compare_printed("warning: old\nloss 0.5", "loss 0.5", "warning: old\nloss 0.5", 0)
    assert (result.lines, result.numbers, result.same_lines) == (1, 1, False)


def test_whole_numbers_are_exact() -> None:
    assert compare("step 10", "step 11") == 1
