"""Which run site is a call?"""

from migrate.verify.workers.sites import Sites


def site(line: int, column: int, outputs: int, end: int | None = None) -> dict[str, object]:
    return {"file": "a.py", "line": line, "column": column, "end_line": end or line, "outputs": [0] * outputs}


def place(line: int, column: int | None = None) -> dict[str, object]:
    return {"file": "a.py", "line": line, "column": column}


def test_a_site_is_found_by_line_and_column() -> None:
    sites = Sites([{"name": "f", "sites": [site(3, 6, 1)]}, {"name": "g", "sites": [site(3, 20, 1)]}])
    assert sites.match(place(3, 20), 1) == ("g", 0)
    assert sites.match(place(3, 6), 1) == ("f", 0)
    assert sites.match(place(4, 6), 1) is None


def test_any_line_of_a_long_call_will_do() -> None:
    sites = Sites([{"name": "f", "sites": [site(3, 6, 2, end=5)]}])
    assert sites.match(place(5), 2) == ("f", 0)


def test_without_columns_the_number_of_fetches_decides_and_then_the_turn() -> None:
    sites = Sites([{"name": "f", "sites": [site(3, 6, 2)]}, {"name": "g", "sites": [site(3, 20, 1), site(3, 40, 1)]}])
    assert sites.match(place(3), 2) == ("f", 0)
    assert [sites.match(place(3), 1) for _ in range(3)] == [("g", 0), ("g", 1), ("g", 0)]


def test_calls_are_counted_by_step() -> None:
    sites = Sites([])
    assert [sites.next_call("f"), sites.next_call("g"), sites.next_call("f")] == [0, 0, 1]


def test_another_run_on_the_line_of_a_known_one_is_none_of_the_plan() -> None:
    sites = Sites([{"name": "energy", "sites": [site(5, 10, 1)]}])
    assert sites.match(place(5, 10), 1) == ("energy", 0)
    assert sites.match(place(5, 30), 1) is None
