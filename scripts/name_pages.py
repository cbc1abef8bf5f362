"""The pages of docs/names: what became of every name of TensorFlow 1.15, as `tfmigrate explain` tells it."""

import ast
import re

from codemods.api import surface
from codemods.fates import fate_of

TITLES = {
    "renamed": "Renamed",
    "other arguments": "Other arguments",
    "rewritten": "Rewritten",
    "same name, other behaviour": "Same name, other behaviour",
    "only in tf.compat.v1": "Only in tf.compat.v1",
    "home elsewhere": "tf.contrib with a home",
    "gone": "Gone",
}
OPENINGS = {
    "renamed": "The same function under another name.",
    "other arguments": "The same function with other arguments; what is written so that the behaviour stays.",
    "rewritten": "Becomes another expression, a Keras object, or goes with the session.",
    "same name, other behaviour": "TensorFlow 2 has these names too, for something else; programs with them are kept.",
    "only in tf.compat.v1": "No rule writes these natively; programs that use them are kept. What a person would use:",
    "home elsewhere": "Where the names of tf.contrib are now.",
    "gone": "Nothing has these names any more. Packages with many names share a line. What a person would use:",
}
NATIVE = ("renamed", "other arguments", "rewritten")
LONG = 4  # names of one package with the same advice, from which on they share a line


def pages(note):
    """File name -> text."""
    fates = [fate_of(name) for name in surface.old_names()]
    groups = {word: [fate for fate in fates if fate.fate == word] for word in TITLES}
    same = [fate for fate in fates if fate.fate == "same"]
    found = {f"{file_name(word)}.md": page(word, groups[word], note) for word in TITLES}
    return {"README.md": index(len(fates), same, groups, note), **found}


def file_name(word):
    return re.sub(r"\W+", "-", TITLES[word].lower()).strip("-")


def index(total, same, groups, note):
    rows = [f"| [{TITLES[word]}]({file_name(word)}.md) | {len(group)} |" for word, group in groups.items()]
    plain = sum(fate.name.startswith("tf.raw_ops.") for fate in same)
    text = (
        f"The {total} public names of TensorFlow 1.15, `tf.contrib` and `tf.keras` included, and what becomes of them "
        f"in TensorFlow 2.21. {len(same)} stay as they are ({plain} of them in `tf.raw_ops`) and have no page. "
        "`tfmigrate explain NAME` says the same of one name, with its signature."
    )
    return "\n".join(["# Names", "", note, "", text, "", "| fate | names |", "|---|---|", *rows]) + "\n"


def page(word, group, note):
    head = [f"# {TITLES[word]}", "", note, "", OPENINGS[word], ""]
    if word in ("gone", "only in tf.compat.v1"):
        return "\n".join([*head, "| name | instead |", "|---|---|", *shared(group)]) + "\n"
    if word == "home elsewhere":
        return "\n".join([*head, "| name | kept as |", "|---|---|", *homes(group)]) + "\n"
    column = "native" if word in NATIVE else "instead"
    rows = [f"| `{each.name}` | {code(each.native or each.instead)} | {cell(each.differs)} |" for each in group]
    return "\n".join([*head, f"| name | {column} | differs |", "|---|---|---|", *rows]) + "\n"


def homes(group):
    """Names that re-export inner modules say nothing new."""
    return [f"| `{each.name}` | {code(each.kept)} |" for each in group if each.name.count(".") < 4]


def shared(group):
    """One line for names of a package with the same advice."""
    lines = {}
    for each in group:
        package = (
            ".".join(each.name.split(".")[:3]) if each.name.startswith("tf.contrib.") else each.name.rpartition(".")[0]
        )
        lines.setdefault((package, each.instead), []).append(each.name)
    for (package, instead), names in lines.items():
        if len(names) >= LONG:
            yield f"| `{package}`: {len(names)} names | {cell((instead,))} |"
        else:
            yield from (f"| `{name}` | {cell((instead,))} |" for name in names)


def code(text):
    """Python is marked as such, and so is a name that a sentence begins with."""
    if is_expression(text):
        return cell((f"`{text}`",))
    name, comma, rest = text.partition(", ")
    return cell((f"`{name}`{comma}{rest}" if re.fullmatch(r"\w+\.[\w.]+", name) else text,))


def is_expression(text):
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True


def cell(texts):
    return "; ".join(texts).replace("|", "\\|").replace("\n", " ")
