"""`apply` on a repository: the branch, and everything that must stay as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.migrate.conftest import Run
from tests.migrate.engine import NEW, OLD
from tests.migrate.repositories import commit, git, make_repository, state, without_branch, write

BRANCH = "tfmigrate/tf2"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    files = {"train.py": OLD, "pkg/model.py": OLD, "data.bin": b"\0\xff\r\n", "notes.py": "x = 1\n"}
    return make_repository(tmp_path / "repository", files)


def test_branch_holds_the_changes_and_nothing_else_moves(repository: Path, run: Run) -> None:
    before = state(repository)
    answer = run("apply", repository)
    assert answer.code == 0, answer.err
    assert without_branch(repository) == before
    assert git(repository, "show", f"{BRANCH}:train.py") == NEW
    assert git(repository, "show", f"{BRANCH}:pkg/model.py") == NEW
    assert git(repository, "diff", "--name-only", "HEAD", BRANCH).split() == ["pkg/model.py", "train.py"]
    assert git(repository, "fsck", "--strict", "--no-dangling") == ""


def test_one_commit_per_rule_group_with_counts_and_trailers(repository: Path, run: Run) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    commits = run("apply", repository, "--json", "-").json["commits"]
    assert [(c["rule_group"], c["files"]) for c in commits] == [("names", 2), ("sessions", 2)]
    listed = git(repository, "log", "--reverse", "--format=%H %s", f"HEAD..{BRANCH}").splitlines()
    assert [line.split()[0] for line in listed] == [c["id"] for c in commits]
    assert listed[0].endswith("tfmigrate: names (2 files)")
    trailers = git(repository, "log", "-1", "--format=%(trailers)", BRANCH)
    assert f"Tfmigrate-Base: {base}" in trailers
    assert "Tfmigrate-Tier: native" in trailers and "Tfmigrate-Optimizers: keras" in trailers


def test_dirty_tree_is_neither_read_nor_touched(repository: Path, run: Run) -> None:
    write(repository, {"train.py": "half = (\n", "new.py": OLD})
    git(repository, "add", "new.py")
    (repository / "pkg/model.py").unlink()
    before = state(repository)
    assert run("apply", repository).code == 0
    assert without_branch(repository) == before
    assert git(repository, "show", f"{BRANCH}:train.py") == NEW
    assert "new.py" not in git(repository, "ls-tree", "-r", "--name-only", BRANCH)


def test_no_hook_runs(repository: Path, run: Run, tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-checkout"):
        write(hooks, {name: f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n"})
        (hooks / name).chmod(0o755)
    git(repository, "config", "core.hooksPath", str(hooks))
    assert run("apply", repository).code == 0
    assert not (tmp_path / "ran").exists()


def test_no_filter_runs_and_line_ends_stay(repository: Path, run: Run, tmp_path: Path) -> None:
    git(repository, "config", "filter.spy.clean", f"touch {tmp_path}/ran; cat")
    git(repository, "config", "filter.spy.smudge", f"touch {tmp_path}/ran; cat")
    git(repository, "config", "core.autocrlf", "true")
    blob = OLD.replace("\n", "\r\n").encode()
    write(repository, {".gitattributes": "*.py filter=spy\n", "windows.py": blob})
    git(repository, "-c", "core.autocrlf=false", "-c", "filter.spy.clean=cat", "add", "-A")
    git(repository, "commit", "-q", "-m", "crlf")
    (tmp_path / "ran").unlink(missing_ok=True)
    assert run("apply", repository).code == 0
    assert not (tmp_path / "ran").exists()
    assert git(repository, "cat-file", "-s", f"{BRANCH}:windows.py").strip() == str(len(NEW.replace("\n", "\r\n")))


def test_locked_index_does_not_matter(repository: Path, run: Run) -> None:
    (repository / ".git/index.lock").touch()
    assert run("apply", repository).code == 0


def test_modes_and_links_stay(repository: Path, run: Run) -> None:
    (repository / "train.py").chmod(0o755)
    (repository / "link.py").symlink_to("train.py")
    commit(repository)
    assert run("apply", repository).code == 0
    listing = git(repository, "ls-tree", "-r", BRANCH)
    assert "100755 blob" in next(line for line in listing.splitlines() if line.endswith("\ttrain.py"))
    assert "120000 blob" in next(line for line in listing.splitlines() if line.endswith("\tlink.py"))


def test_existing_branch_is_refused_unless_forced(repository: Path, run: Run) -> None:
    git(repository, "branch", BRANCH)
    before = state(repository)
    answer = run("apply", repository)
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "exists" in answer.err and state(repository) == before
    assert run("apply", repository, "--force").code == 0
    assert git(repository, "show", f"{BRANCH}:train.py") == NEW


def test_packed_branch_is_seen(repository: Path, run: Run) -> None:
    git(repository, "branch", BRANCH)
    git(repository, "pack-refs", "--all")
    assert run("apply", repository).code == 2
    assert run("apply", repository, "--force").code == 0


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_checked_out_branch_never_moves(repository: Path, run: Run, force: tuple[str, ...]) -> None:
    git(repository, "checkout", "-q", "-b", BRANCH)
    answer = run("apply", repository, *force)
    assert answer.code == 2 and "checked out" in answer.err


def test_branch_of_another_worktree_never_moves(repository: Path, run: Run, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", "-b", BRANCH, str(tmp_path / "other"))
    assert "checked out" in run("apply", repository, "--force").err


def test_from_a_worktree_and_from_a_detached_head(repository: Path, run: Run, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "other"))
    assert run("apply", tmp_path / "other").code == 0
    git(repository, "checkout", "-q", "--detach")
    assert run("apply", repository, "--branch", "second").code == 0
    assert git(repository, "rev-parse", "second^{tree}") == git(repository, "rev-parse", f"{BRANCH}^{{tree}}")


def test_submodule_is_reported_and_migrates_by_itself(repository: Path, run: Run, tmp_path: Path) -> None:
    inner = make_repository(tmp_path / "inner", {"inner.py": OLD})
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub")
    commit(repository)
    files = {file["path"]: file for file in run("apply", repository, "--json", "-").json["files"]}
    assert files["sub"]["status"] == "skipped" and "submodule" in files["sub"]["reason"]
    assert run("apply", repository / "sub").code == 0
    assert git(repository / "sub", "show", f"{BRANCH}:inner.py") == NEW


def test_bare_repository(repository: Path, run: Run, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    assert run("apply", tmp_path / "bare.git").code == 0
    assert git(tmp_path / "bare.git", "show", f"{BRANCH}:train.py") == NEW
    assert run("scan", tmp_path / "bare.git", "--json", "-").json["summary"]["programs"] == 2


def test_folder_and_file_of_a_repository(repository: Path, run: Run) -> None:
    answer = run("apply", repository / "pkg", "--json", "-")
    assert [program["entry"] for program in answer.json["programs"]] == ["model.py"]
    assert git(repository, "diff", "--name-only", "HEAD", BRANCH).split() == ["pkg/model.py"]
    assert run("apply", repository / "train.py", "--branch", "one").code == 0
    assert git(repository, "diff", "--name-only", "HEAD", "one").split() == ["train.py"]


def test_base_is_read_instead_of_head(repository: Path, run: Run) -> None:
    git(repository, "tag", "old")
    write(repository, {"train.py": "x = 1\n"})
    commit(repository)
    assert run("apply", repository, "--base", "old").code == 0
    assert git(repository, "show", f"{BRANCH}:train.py") == NEW
    assert git(repository, "merge-base", BRANCH, "HEAD") == git(repository, "rev-parse", "old")


def test_nothing_to_change_writes_no_branch(tmp_path: Path, run: Run) -> None:
    repository = make_repository(tmp_path / "new", {"train.py": NEW})
    before = state(repository)
    answer = run("apply", repository)
    assert answer.code == 0 and "no branch was written" in answer.out
    assert state(repository) == before and not (repository / ".git/tfmigrate").exists()


def test_second_apply_on_the_branch_changes_nothing(repository: Path, run: Run) -> None:
    run("apply", repository)
    answer = run("apply", repository, "--base", BRANCH, "--branch", "again")
    assert answer.code == 0 and "no branch was written" in answer.out


@pytest.mark.parametrize("name", ["-x", "a..b", "with space", "x.lock"])
def test_invalid_branch_name(repository: Path, run: Run, name: str) -> None:
    answer = run("apply", repository, f"--branch={name}")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)


def test_branch_that_collides_with_a_folder_of_branches(repository: Path, run: Run) -> None:
    git(repository, "branch", "tfmigrate")
    answer = run("apply", repository)
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)


def test_identity_of_the_repository_or_a_fixed_one(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    run("apply", repository, "--branch", "first")
    assert git(repository, "log", "-1", "--format=%an <%ae>", "first").strip() == "tfmigrate <tfmigrate@localhost>"
    git(repository, "config", "user.name", "Grace")
    git(repository, "config", "user.email", "grace@example.org")
    run("apply", repository, "--branch", "second")
    assert git(repository, "log", "-1", "--format=%an <%ae>", "second").strip() == "Grace <grace@example.org>"
