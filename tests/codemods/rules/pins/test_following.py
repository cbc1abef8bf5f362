"""Files that pin versions, before and after; and what stays as it is."""

from __future__ import annotations

import re

import pytest

from codemods.api.packages import Needed, needed_rows
from codemods.rules.pins.following import check, may_pin
from codemods.rules.pins.pin_file import PinFile
from codemods.source.edits import apply_edits

KERAS = (needed_rows()["tf_keras"],)


def after(path: str, text: str, needed: tuple[Needed, ...] = ()) -> str:
    findings = check(PinFile(path, text, needed))
    return apply_edits(text, [edit for finding in findings for edit in finding.edits])


def told(path: str, text: str) -> list[str]:
    return [finding.message for finding in check(PinFile(path, text)) if not finding.edits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tensorflow==1.15.0", "tensorflow==2.21.0"),
        ("tensorflow==1.15", "tensorflow==2.21"),
        ("tensorflow == 1.4.1  # the old one\n", "tensorflow == 2.21.0  # the old one\n"),
        ("tensorflow==1.*", "tensorflow==2.21.*"),
        ("TensorFlow~=1.14", "TensorFlow~=2.21"),
        ("tensorflow<2", "tensorflow>=2.21,<3"),
        ("tensorflow>=1.4", "tensorflow>=2.21"),
        ("tensorflow>=1.4,<2.0", "tensorflow>=2.21,<3"),
        ("tensorflow>=1.15.2,!=2.6.0,<=2.0", "tensorflow>=2.21,!=2.6.0,<3"),
        ("tensorflow-gpu", "tensorflow"),
        ("tensorflow_gpu==1.12.0; sys_platform != 'darwin'", "tensorflow==2.21.0; sys_platform != 'darwin'"),
        ("tensorflow-gpu==2.0.0", "tensorflow==2.0.0"),
        ("tensorflow==1.4\ntensorflow-gpu==1.4\nsix\n", "tensorflow==2.21\nsix\n"),
        ("\ufeff# π\r\ntensorflow==1.15.0\r\nsix\r\n", "\ufeff# π\r\ntensorflow==2.21.0\r\nsix\r\n"),
        ("tensorflow==1.8\nnumpy==1.14.5\n", "tensorflow==2.21\nnumpy==2.4.6\n"),
        ("tensorflow==1.8\nh5py<3\nprotobuf==3.6.1", "tensorflow==2.21\nh5py>=3.11.0\nprotobuf==7.36.2"),
    ],
)
def test_requirements_follow(old: str, new: str) -> None:
    assert after("requirements.txt", old) == new
    assert after("requirements.txt", new) == new


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tensorflow\nnumpy\n", ""),
        ("tensorflow>=2.4\nnumpy>=1.14\nnumpy<3\nh5py!=2.8\n", ""),
        ("# tensorflow==1.15\n-r other.txt\n--index-url https://x/tensorflow-1.15\n-e .\n", ""),
        ("tensorflow-datasets==1.3.0\ntensorflow-hub==0.7\nmy-tensorflow==1.0\n", ""),
        ("tensorflow==1.15 --hash=sha256:abc\n", "hashes"),
        ("tensorflow==1.15 \\\n    --hash=sha256:abc\nnumpy==1.16 \\\n    --hash=sha256:abc\n", "hashes"),
        ("tensorflow==1.15; python_version < '3.8'\n", "depends on the Python"),
        (
            "https://storage.googleapis.com/tensorflow/linux/cpu/tensorflow-1.4.0-cp36-cp36m-linux_x86_64.whl\n",
            "address",
        ),
        ("tensorflow @ https://x/tensorflow-1.15.0-cp37.whl\n", "address"),
        ("scipy==1.2.1\n", "stays; the first release for this Python is 1.9.2"),
        ("tensorflow=>1.4\n", "not understood"),
        ("tensorflow 1.15\n", "not understood"),
        ("six==1.12\nrequests>=2.18\nwrapt~=1.11\nkeras>=2\n", ""),
        ("numpy==1.26.4\nnumpy<=1.26\nnumpy==1.26\nnumpy~=1.26.0\nprotobuf<8\n", ""),
        ("", ""),
    ],
)
def test_requirements_that_stay(text: str, says: str) -> None:
    assert after("requirements.txt", text) == text
    messages = told("requirements.txt", text)
    assert says in " ".join(messages) and bool(says) == bool(messages)


def test_what_is_needed_now_stands_below_tensorflow() -> None:
    assert after("requirements.txt", "a\ntensorflow==1.15\nb\n", KERAS) == "a\ntensorflow==2.21\ntf_keras==2.21.0\nb\n"
    assert after("requirements.txt", "tensorflow", KERAS) == "tensorflow\ntf_keras"
    assert after("requirements.txt", "tensorflow>=1.4\r\n", KERAS) == "tensorflow>=2.21\r\ntf_keras>=2.21.0\r\n"
    for text in ("numpy\n", "tensorflow\ntf-keras==2.20\n"):
        assert after("requirements.txt", text, KERAS) == text


SETUP = """\
from setuptools import setup
extras = {"gpu": ["tensorflow-gpu>=1.4,<2"]}  # fast
setup(name="x", install_requires=['tensorflow==1.15.0', "numpy"], extras_require=extras, python_requires="%s")
"""


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            "setup.py",
            SETUP % ">=2.7,<3.8",
            SETUP.replace("tensorflow-gpu>=1.4,<2", "tensorflow>=2.21,<3").replace("==1.15.0", "==2.21.0") % ">=3.10",
        ),
        (
            "setup.cfg",
            "[options]\npython_requires = ~=3.6.0\ninstall_requires =\n    tensorflow<2  # x\n    six\n",
            "[options]\npython_requires = >=3.10\ninstall_requires =\n    tensorflow>=2.21,<3  # x\n    six\n",
        ),
        (
            "setup.cfg",
            "[options.extras_require]\ngpu =\n  tensorflow-gpu==1.15\n",
            "[options.extras_require]\ngpu =\n  tensorflow==2.21\n",
        ),
        (
            "pyproject.toml",
            '[project]\nrequires-python = "<3.8"\ndependencies = [\n  "tensorflow==1.15.5", # x\n  "six",\n]\n',
            '[project]\nrequires-python = ">=3.10"\ndependencies = [\n  "tensorflow==2.21.0", # x\n  "six",\n]\n',
        ),
        (
            "pyproject.toml",
            '[tool.poetry.dependencies]\npython = "~3.6"\ntensorflow-gpu = "^1.15"\n',
            '[tool.poetry.dependencies]\npython = ">=3.10"\ntensorflow = "^2.21"\n',
        ),
        (
            "Pipfile",
            '[packages]\ntensorflow = "==1.13.1"\n[requires]\npython_version = "3.6"\n',
            '[packages]\ntensorflow = "==2.21.0"\n[requires]\npython_version = "3.11"\n',
        ),
        (
            "tox.ini",
            "[tox]\nenvlist = py36, lint\n[testenv]\nbasepython = python3.6\ndeps =\n    tensorflow==1.15\n",
            "[tox]\nenvlist = py311, lint\n[testenv]\nbasepython = python3.11\ndeps =\n    tensorflow==2.21\n",
        ),
        (
            "environment.yml",
            "dependencies:\n  - python=3.6\n  - tensorflow-gpu=1.15.0  # x\n  - numpy=1.16\n",
            "dependencies:\n  - python=3.11\n  - tensorflow=2.21.0  # x\n  - numpy=2.4.6\n",
        ),
        (
            "environment.yml",
            "dependencies:\n- python=3.7.*\n- pip:\n  - tensorflow==1.15\n  - six\n",
            "dependencies:\n- python=3.11\n- pip:\n  - tensorflow==2.21\n  - six\n",
        ),
        ("Dockerfile", "FROM tensorflow/tensorflow:1.15.0-gpu-py3\n", "FROM tensorflow/tensorflow:2.21.0-gpu\n"),
        ("Dockerfile", "FROM tensorflow/tensorflow:1.4.1 AS x\n", "FROM tensorflow/tensorflow:2.21.0 AS x\n"),
        (
            "docker/Dockerfile.gpu",
            "FROM python:3.6.9-slim\nRUN apt-get update && \\\n  pip3 install -U \\\n  tensorflow==1.4 'six<2' && ls\n",
            "FROM python:3.11-slim\nRUN apt-get update && \\\n  pip3 install -U \\\n  tensorflow==2.21 'six<2' && ls\n",
        ),
        (
            ".travis.yml",
            'language: python\npython:\n  - "2.7"\n  - "3.6" # new\ninstall:\n  - pip install tensorflow==1.15\n',
            'language: python\npython:\n  - "3.11" # new\ninstall:\n  - pip install tensorflow==2.21\n',
        ),
        (".travis.yml", "python: [2.7, 3.6]\n", "python: [3.11]\n"),
        (".travis.yml", "python: 3.6\n", "python: 3.11\n"),
        (
            ".github/workflows/test.yml",
            "      matrix:\n        python-version: ['3.6', '3.7', '3.12']\n",
            "      matrix:\n        python-version: ['3.11', '3.12']\n",
        ),
        (
            ".github/workflows/test.yml",
            '        with:\n          python-version: "3.7"\n      - run: pip install "tensorflow>=1.4,<2"\n',
            '        with:\n          python-version: "3.11"\n      - run: pip install "tensorflow>=2.21,<3"\n',
        ),
    ],
)
def test_other_files_follow(path: str, old: str, new: str) -> None:
    assert after(path, old) == new
    assert after(path, new) == new


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("setup.py", SETUP.replace("-gpu>=1.4,<2", "").replace("==1.15.0", "") % ">=3.5", ""),
        ("setup.py", 'VERSION = "1.15"\nsetup(install_requires=["tensorflow==" + VERSION])\n', "not understood"),
        ("setup.py", 'x = ["tensorflow==1.15"]\nprint("tensorflow==1.15 is old")\n', "not understood"),
        ("setup.py", "print 'x'\n", ""),
        (
            "setup.cfg",
            "[metadata]\nname = tensorflow\n[x]\nmax = 1.15\n[options]\ninstall_requires = tensorflow\n",
            "",
        ),
        ("pyproject.toml", '[project]\nrequires-python = ">=3.6"\ndependencies = ["tensorflow"]\n', ""),
        ("pyproject.toml", '[tool.other]\ntensorflow = "1.15"\n', "not understood"),
        ("Pipfile", '[packages]\ntensorflow = "*"\n', "not understood"),
        ("Pipfile.lock", '{"tensorflow": {"version": "==1.15"}}', "lock"),
        ("tox.ini", "[tox]\nenvlist = py27,py36\n", "stay"),
        ("tox.ini", "[tox]\nenvlist = py{27,36}-tf{114,115}\n", ""),
        ("environment.yml", "dependencies:\n  - python>=3.6\n  - tensorflow\n", ""),
        ("environment.yml", "dependencies:\n" + "  - a=1.0=py36_0\n" * 5 + "  - tensorflow=1.15=mkl\n", "exported"),
        ("environment.yml", "tensorflow: 1.15\n", ""),
        ("Dockerfile", "FROM tensorflow/tensorflow:latest-gpu\nFROM python:3\nFROM python:3.12-alpine\n", ""),
        ("Dockerfile", "FROM tensorflow/tensorflow:1.15.0-devel\n", "no such image"),
        ("Dockerfile", "FROM python:3.6-alpine\n", "stays"),
        ("Dockerfile", "FROM ubuntu:16.04\nRUN pip install tensorflow\n", "stays"),
        ("Dockerfile", "ARG TF_VERSION=1.15\nRUN pip install tensorflow==$TF_VERSION\n", "variable"),
        ("Dockerfile", "# pip install tensorflow==1.15\nRUN echo tensorflow\n", ""),
        (".travis.yml", "python:\n  - 3.12\n  - 'nightly'\n", ""),
        (
            ".travis.yml",
            'python: # two\n - 2.7\n - 3.6\nscript: if [ "$TRAVIS_PYTHON_VERSION" == "2.7" ]; then ls; fi\n',
            "combination",
        ),
        ("Dockerfile", "RUN pip install https://x/tensorflow-1.0.0a0-cp27-none-linux_x86_64.whl\n", "address"),
        (".gitlab-ci.yml", "image: python:3.12\n", ""),
        (".gitlab-ci.yml", "image: python:3.6\n", "old Python"),
        (".travis.yml", "matrix:\n  include:\n    - python: 3.6\n      env: TF=1\n", "combination"),
        (".github/workflows/a.yml", "python-version: ${{ matrix.python }}\npython-version: 3.x\n", ""),
    ],
)
def test_other_files_that_stay(path: str, text: str, says: str) -> None:
    assert after(path, text) == text
    messages = told(path, text)
    assert says in " ".join(messages) and bool(says) == bool(messages)


def test_keras_stays_where_it_is_imported() -> None:
    text = "tensorflow==1.15\nkeras==2.2.4\n"
    assert after("requirements.txt", text) == "tensorflow==2.21\nkeras==3.15.1\n"
    findings = check(PinFile("requirements.txt", text, imported=frozenset({"keras"})))
    assert [bool(finding.edits) for finding in findings] == [True, False]


def test_needed_packages_of_conda_go_to_pip() -> None:
    old = "dependencies:\n  - tensorflow=1.15\n  - pip:\n    - six\n"
    new = "dependencies:\n  - tensorflow=2.21\n  - pip:\n    - tf_keras==2.21.0\n    - six\n"
    assert after("environment.yml", old, KERAS) == new
    findings = check(PinFile("environment.yml", "dependencies:\n  - tensorflow\n", KERAS))
    assert not findings[0].edits and "add tf_keras" in findings[0].message


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a/requirements-dev.txt", True),
        ("requirements/base.in", True),
        ("conda_env/environment-gpu.yaml", True),
        ("docker/gpu.Dockerfile", True),
        (".github/workflows/ci.yml", True),
        ("poetry.lock", True),
        ("notes.txt", False),
        ("train.py", False),
        ("config.yml", False),
        ("a/.github/workflows/ci.yml", False),
        ("DockerfileReader.java", False),
        ("requirements.md", False),
    ],
)
def test_names_of_files(path: str, wanted: bool) -> None:
    assert may_pin(path) is wanted


def test_a_message_says_why() -> None:
    (finding,) = check(PinFile("requirements.txt", "six\ntensorflow==1.15\n"))
    assert (finding.place.line, finding.place.column) == (2, 10)
    assert re.fullmatch(r"verified with tensorflow 2\.\d+\.\d+", finding.message)
