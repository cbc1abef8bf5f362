"""Questions about a TF1 graph: what does a run reach, is it an initialization, which variables are there?"""

from __future__ import annotations

from . import frames

INITIALIZING = ("MakeIterator", "LookupTableImport", "InitializeTable")


def leaves(fetches):
    """The single fetches of a nested structure, in the order in which they are written."""
    if isinstance(fetches, dict):
        return [leaf for value in fetches.values() for leaf in leaves(value)]
    if isinstance(fetches, (list, tuple)) and not is_composite(fetches):
        return [leaf for value in fetches for leaf in leaves(value)]
    return [fetches]


def paired_leaves(fetches, results):
    """Results beside fetches, flattened alike."""
    if isinstance(fetches, dict):
        return [leaf for key in fetches for leaf in paired_leaves(fetches[key], results[key])]
    if isinstance(fetches, (list, tuple)) and not is_composite(fetches):
        return [leaf for one, result in zip(fetches, results) for leaf in paired_leaves(one, result)]  # noqa: B905
    return [results]


def is_composite(value):
    """A sparse tensor or slices: one fetch, though some versions make it a tuple."""
    return type(value).__name__ in ("SparseTensorValue", "IndexedSlicesValue")


def elements(graph, fetch):
    """The operations behind one fetch, which may be a tensor, an operation, a variable, slices or a name."""
    if type(fetch).__name__ in ("IndexedSlices", "SparseTensor"):
        return [fetch.values.op, fetch.indices.op]
    try:
        element = graph.as_graph_element(fetch)
    except (TypeError, ValueError, KeyError):
        return []
    return [element if is_operation(element) else element.op]


def is_operation(element):
    return hasattr(element, "outputs") and hasattr(element, "control_inputs")


def reached(operations):
    """All operations that run when these are fetched (feeding aside)."""
    seen = set()
    waiting = list(operations)
    while waiting:
        operation = waiting.pop()
        if operation in seen:
            continue
        seen.add(operation)
        waiting.extend(tensor.op for tensor in operation.inputs)
        waiting.extend(operation.control_inputs)
    return seen


def all_variables(graph):
    """Every variable of the graph that some collection knows, each once, in order of creation."""
    found = {}
    for collection in ("variables", "local_variables", "trainable_variables", "model_variables", "metric_variables"):
        for variable in graph.get_collection(collection):
            if hasattr(variable, "initializer") and variable.initializer is not None:
                found.setdefault(variable.name, variable)
    return sorted(found.values(), key=lambda variable: variable.initializer._id)


def is_initialization(operations, variables):
    """Do these fetches only give variables, tables and iterators their first values?"""
    initializers = {variable.initializer for variable in variables}
    waiting = list(operations)
    found = False
    while waiting:
        operation = waiting.pop()
        if operation in initializers:
            found = True
        elif operation.type == "NoOp":
            waiting.extend(operation.control_inputs)
        elif operation.type.startswith(INITIALIZING):
            found = True
        else:
            return False
    return found or all(operation.type == "NoOp" for operation in operations)


def is_slot(variable):
    """Does the variable belong to an optimizer (or to a random generator), not to the program?"""
    files = creation_files(variable)
    return frames.made_by_optimizer(files) or frames.made_by_seed_generator(files)


def creation_files(variable):
    """Files on the stack when the variable was made; frames are tuples in TF 1.15."""
    trace = variable.op.traceback or []
    return [frame.filename if hasattr(frame, "filename") else frame[0] for frame in trace]


def is_local(graph, variable):
    """Is it a metric's or another run's scratch variable?"""
    names = {other.name for other in graph.get_collection("variables")}
    return variable.name not in names


def is_trainable(graph, variable):
    return any(other is variable for other in graph.get_collection("trainable_variables"))
