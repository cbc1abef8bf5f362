"""Every reason why a program may stay below native, as data: what it is, and the smallest edit that would unlock it.

The names are words because people search for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from codemods.rule import Obstacle, Place


@dataclass(frozen=True)
class ObstacleKind:
    """A kind of obstacle. `reason` is one sentence; `advice` is what to do about it."""

    id: str
    reason: str
    advice: str


_ALL = (
    ObstacleKind(
        "rebound-tensor",
        "This name denotes different tensors at different places, so it is not clear which one a run means.",
        "Give each tensor a name of its own.",
    ),
    ObstacleKind(
        "state-in-dynamic-loop",
        "Variables or layers are created in a loop whose number of rounds is not known before the program runs.",
        "Loop over a literal range or list, or create them before the loop and keep them in a list.",
    ),
    ObstacleKind(
        "named-symbol",
        "A name of the program stands for this symbol of TensorFlow 1, which TensorFlow 2 does not have, and it is not "
        "known to stand for it wherever it is read.",
        "Write the symbol itself where the name is read, or bind the name once, where its scope begins.",
    ),
    ObstacleKind(
        "partial-run",
        "A run is continued later, with more feeds and from the tensors of before (partial_run).",
        "Fetch all at once, or fetch what comes first and feed it to the second run.",
    ),
    ObstacleKind(
        "session-escapes",
        "The session is stored or handed to code that is not followed, so some of its runs are not seen.",
        "Call session.run where the graph is built, or hand over a function that runs it instead of the session.",
    ),
    ObstacleKind(
        "foreign-builder",
        "This call builds graph in code that is not part of the repository and not in the tables.",
        "Write the layers it builds with tf.layers or tf.nn, or move the call behind a function of your own.",
    ),
    ObstacleKind(
        "internal-failure",
        "tfmigrate itself failed on this file; nothing of it was changed.",
        "Report the file and the message, please.",
    ),
    ObstacleKind(
        "cell-border",
        "The change would reach over the border of a notebook's cells, or touch a line that is not Python.",
        "Move what belongs together into one cell, and magics and shell lines into a cell of their own.",
    ),
    ObstacleKind(
        "left-alone",
        "A comment or an option asks to leave this as it is, and a program is migrated as a whole or not at all.",
        "Remove the comment or the option.",
    ),
    ObstacleKind(
        "graph-across-functions",
        "The graph is built in one function or at module level and run in another.",
        "Build and run the graph in one place, or pass the built tensors' inputs instead of the tensors.",
    ),
    ObstacleKind(
        "python-effect-in-graph-code",
        "This statement has an effect in Python amid tensor computations; inside a function it would happen per trace.",
        "Move the print, append or write away from the statements that build the graph.",
    ),
    ObstacleKind(
        "unknown-api",
        "No table says what this TensorFlow symbol becomes.",
        "Replace it by a symbol of the public API, or add a row to the tables.",
    ),
    ObstacleKind(
        "no-native-equivalent",
        "TensorFlow 2 has nothing that computes the same as this symbol.",
        "Express it with basic operations, or leave this program in graph mode.",
    ),
    ObstacleKind(
        "recurrent-cell",
        "No definition is known for this recurrent cell, or for what is done with it.",
        "Use BasicRNNCell, BasicLSTMCell, LSTMCell or GRUCell with their plain options and tuples as states, and run "
        "them with dynamic_rnn, static_rnn or their bidirectional forms, or by calling a cell that has a name.",
    ),
    ObstacleKind(
        "cell-in-computation",
        "A recurrent cell is made amid a computation that runs again and again, so its variables would be made again.",
        "Make the cell outside and pass it on, or make it at the top of a function that is called once.",
    ),
    ObstacleKind(
        "dynamic-feed",
        "The keys of this feed are not known from the source.",
        "Write the feed as a dict literal with the placeholders as keys.",
    ),
    ObstacleKind(
        "dynamic-fetch",
        "What this run fetches is not known from the source.",
        "Write the fetches as names, or as a list, tuple or dict literal of names.",
    ),
    ObstacleKind(
        "view-beside-update",
        "A run updates variables and fetches what shares the buffer of one: TensorFlow 1 gives it as it is afterwards.",
        "Fetch the variable itself, or fetch this in a run of its own.",
    ),
    ObstacleKind(
        "initializer-rerun",
        "The variables are initialized again after the program has run, which restarts them from new values.",
        "Initialize once, or build the model in a function that is called for each restart.",
    ),
    ObstacleKind(
        "several-graphs",
        "The program builds more than one graph, or resets the default graph and builds again.",
        "Put each graph into a module or function of its own.",
    ),
    ObstacleKind(
        "variable-scope-dynamic",
        "The name of this variable scope is not known from the source, so neither are the names of its variables.",
        "Use a literal scope name, or pass it as a literal from every call.",
    ),
    ObstacleKind(
        "variable-reuse-dynamic",
        "Whether variables are reused here depends on a value that is not known from the source.",
        "Use reuse=tf.AUTO_REUSE, or a literal True or False.",
    ),
    ObstacleKind(
        "saver",
        "Checkpoints are written or read in a way that has no counterpart yet.",
        "Save with one tf.train.Saver() over all variables, or move saving out of this program.",
    ),
    ObstacleKind(
        "summary",
        "Summaries are collected or written in a way that has no counterpart yet.",
        "Make each summary once, at the level of the graph, under a literal name that nothing else has; "
        "write it with a statement of its own.",
    ),
    ObstacleKind(
        "flags",
        "TensorFlow 1 parses the command line when a flag is first read, and it is not certain when that is.",
        "Start main with tf.app.run, or define all flags at the top of the started file and only read them below.",
    ),
    ObstacleKind(
        "queue-runner",
        "Input queues and their threads exist only in graph mode.",
        "Read the input with tf.data.",
    ),
    ObstacleKind(
        "dataset-iterator",
        "This iterator is used in a way that has no counterpart outside of a graph.",
        "Use one iterator per dataset, and fetch its element only through tensors computed from it.",
    ),
    ObstacleKind(
        "control-flow-in-graph",
        "Control flow inside the graph (tf.cond, tf.while_loop, …) reaches state that cannot be moved with it.",
        "Create variables and updates outside of the branches and the loop body.",
    ),
    ObstacleKind(
        "control-dependencies",
        "What waits under tf.control_dependencies has no one order in which it is certain to see what it saw.",
        "Give what is waited for names, make only operations under it, and read the changed variables in a later run.",
    ),
    ObstacleKind(
        "graph-under-if",
        "Graph is built under a condition that is not a fixed Python value, so it is not known which graph runs.",
        "Decide before building, from a value that does not change afterwards.",
    ),
    ObstacleKind(
        "graph-in-loop",
        "Graph is built in a loop that also does other things, so the loop cannot be moved as a whole.",
        "Separate the building from the rest: first a loop that builds, then a loop that runs.",
    ),
    ObstacleKind(
        "class-scope",
        "The graph is held by the attributes of a class, which is not handled yet.",
        "Build and run in a module body or in one function.",
    ),
    ObstacleKind(
        "unsupported-statement",
        "This kind of statement among graph-building code is not handled.",
        "Rewrite it with plain assignments and calls.",
    ),
    ObstacleKind(
        "arg-scope",
        "It is not certain which arguments this scope gives to which calls.",
        "Write the arguments into the calls of the layer functions, and take the scope away.",
    ),
    ObstacleKind(
        "contrib-gone",
        "This symbol of tf.contrib has left TensorFlow and has no home in any package that works with TensorFlow 2.",
        "Replace it by code of your own or by another library, then run tfmigrate again.",
    ),
    ObstacleKind(
        "symbol-gone",
        "This symbol has left TensorFlow, tf.compat.v1 included.",
        "Replace it by code of your own or by another library, then run tfmigrate again.",
    ),
    ObstacleKind(
        "removed-name",
        "Python or a library dropped this name, and nothing else means quite the same.",
        "Replace it by code of your own.",
    ),
    ObstacleKind(
        "ragged-array",
        "An array is made of zipped values. If they differ in length, NumPy refuses where it used to make objects.",
        "Write dtype=object if the values differ in length.",
    ),
    ObstacleKind(
        "dead-reference",
        "The TensorFlow that the migrated program runs on has nothing of this name.",
        "Use what stands beside it, or what tfmigrate explain says of the name.",
    ),
    ObstacleKind(
        "refused-arguments",
        "TensorFlow has this function, but it does not take these arguments any more, or not in this order.",
        "Give it what it takes today, by keyword; tfmigrate explain says which arguments differ.",
    ),
    ObstacleKind(
        "tutorial-data",
        "TensorFlow no longer contains the loaders of its tutorials.",
        "Add a loader of your own under this name, or load the same data with tf.keras.datasets.",
    ),
    ObstacleKind(
        "private-module",
        "This import reaches into the inside of TensorFlow, which moves without notice.",
        "Import the same symbol from the public API.",
    ),
    ObstacleKind(
        "batch-norm-state",
        "The moving averages of this batch normalization are updated in a way that no Keras layer reproduces here.",
        "Run the update operations together with the training operation, under tf.control_dependencies.",
    ),
    ObstacleKind(
        "metrics-state",
        "This streaming metric keeps its state in local variables that are read or reset by name.",
        "Compute the metric from fetched values, or fetch its value and its update only.",
    ),
    ObstacleKind(
        "collection-query",
        "What this collection holds cannot be listed from the source.",
        "Name the variables or tensors explicitly.",
    ),
    ObstacleKind(
        "tensor-escapes",
        "This tensor is stored or handed to code that is not followed.",
        "Keep tensors in plain names of the scope that builds and runs them.",
    ),
    ObstacleKind(
        "placeholder-not-fed",
        "This run needs a placeholder that it does not feed; the old program fails here too.",
        "Feed it, or remove the run.",
    ),
    ObstacleKind(
        "sibling-not-fed",
        "One statement makes several tensors together and reads a placeholder that this run does not feed.",
        "Make these tensors in statements of their own, or feed the placeholder here too.",
    ),
    ObstacleKind(
        "moving-average",
        "This moving average is read or restored in a way that TensorFlow 2 does not offer.",
        "Read the averages through ema.average(variable).",
    ),
    ObstacleKind(
        "optimizer-not-exact",
        "No Keras optimizer computes the same as this one with these arguments.",
        "Allow the tf.compat.v1.train optimizer, or choose another optimizer.",
    ),
    ObstacleKind(
        "python-2-syntax",
        "The file is Python 2 and cannot be converted as a whole, so nothing of it was changed.",
        "Write this line as Python 3 has it; the rest is converted then.",
    ),
    ObstacleKind(
        "unreadable-module",
        "A module of this program cannot be read.",
        "Repair the file; the report names the reason.",
    ),
    ObstacleKind(
        "unresolved-star",
        "A star import may supply the names used here, so it is not known what they denote.",
        "Import the names one by one.",
    ),
    ObstacleKind(
        "string-tensor-name",
        "A tensor or operation is looked up by its name in the graph.",
        "Use the Python variable that holds the tensor.",
    ),
    ObstacleKind(
        "dynamic-import",
        "TensorFlow or a part of it is imported by a computed name.",
        "Use an import statement.",
    ),
)

KINDS: Mapping[str, ObstacleKind] = MappingProxyType({kind.id: kind for kind in _ALL})


def obstacle(kind_id: str, place: Place, symbol: str, detail: str = "") -> Obstacle:
    """An obstacle of a known kind. `detail` says more about this one; it follows the general reason."""
    kind = KINDS[kind_id]
    return Obstacle(kind.id, place, symbol, f"{kind.reason} {detail}".rstrip(), kind.advice)
