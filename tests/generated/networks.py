"""Networks from the rows of `x` to rows of numbers, as people wrote them; each says where its variables are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.generated.script import WIDTH, Script

Found = tuple[str, tuple[str, ...]]  # the output, and the scopes that hold all of its variables
ACTIVATIONS = ("tf.nn.relu", "tf.tanh", "tf.nn.sigmoid", "tf.nn.elu", "None")


def constant(script: Script) -> str:
    return f"tf.constant_initializer({script.one(('0.1', '0.3', '-0.2'))})"


def activated(script: Script, text: str) -> str:
    return f"{script.one(ACTIVATIONS[:-1])}({text})" if script.happens(0.6) else text


def add_network(script: Script) -> None:
    """One more network, and what the script knows of its output."""
    kind = script.one(tuple(KINDS))
    source = script.one(script.outputs) if script.outputs and script.happens(0.2) else "x"
    width = WIDTH if source != "x" else 3
    below, reached = script.scopes.get(source, ()), script.reached.get(source, ())
    known = len(script.trainable)
    output, scopes = KINDS[kind](script, source, width)
    output = touched(script, output)
    script.outputs.append(output)
    script.scopes[output] = (*below, *scopes)
    script.reached[output] = (*reached, *script.trainable[known:])


def touched(script: Script, tensor: str) -> str:
    """The tensor, sometimes with something done to it."""
    name = tensor if script.happens(0.3) else script.name(f"{tensor}_then")
    forms = {
        "scaled": f"{name} = {tensor} * {script.one(('0.5', 'factor', 'settings[0]'))}",
        "rows": f"{name} = tf.reshape({tensor}, [-1, {WIDTH}])",
        "conditional": f"{name} = {tensor} if factor > 0.1 else tf.exp({tensor})",
        "cond": f"{name} = tf.cond(tf.reduce_sum({tensor}) > 0.3, lambda: {tensor} * 0.5, lambda: {tensor} - 0.1)",
        "stopped": f"{name} = {tensor} + 0.1 * tf.stop_gradient({tensor})",
        "looped": f"{name} = {tensor} + tf.add_n([{tensor} * each for each in settings])",
    }
    if "keep" in script.inputs.values() and script.happens(0.4):
        script.write(f"{name} = tf.nn.dropout({tensor}, {placeholder(script, 'keep')})")
        return name
    if script.happens(0.5):
        return tensor
    script.write(forms[script.one(tuple(forms))])
    return name


def placeholder(script: Script, kind: str) -> str:
    return next(name for name, each in script.inputs.items() if each == kind)


def dense_layers(script: Script, source: str, width: int) -> Found:
    """A chain of `tf.layers.dense`, in a scope or not."""
    scope = script.name(script.one(("generator", "critic", "model"))) if script.happens(0.6) else ""
    with script.block(f"with tf.variable_scope('{scope}'):" if scope else None):
        tensor = source
        for units in (4, WIDTH)[script.one((0, 0, 1)) :]:
            above = script.name(script.one(("hidden", "net", "fc")))
            named = f", name='{above}_layer'" if script.happens(0.4) else ""
            bias = script.one(("", ", use_bias=False", f", bias_initializer={constant(script)}"))
            activation = script.one((script.one(ACTIVATIONS), f"activation={script.one(ACTIVATIONS)}"))
            options = f"{activation}, kernel_initializer={constant(script)}{bias}{named}"
            script.write(f"{above} = tf.layers.dense({tensor}, {units}, {options})")
            if "training" in script.inputs.values() and script.happens(0.5):
                training = placeholder(script, "training")
                script.write(f"{above} = tf.layers.dropout({above}, rate=0.0, training={training})")
            tensor = above
    return tensor, (scope,) if scope else ()


def plain_variables(script: Script, source: str, width: int) -> Found:
    """Weights and biases with names."""
    w, b, out = script.name("w"), script.name("b"), script.name("out")
    script.write(
        f"{w} = tf.Variable(tf.fill([{width}, {WIDTH}], 0.2){script.one(('', f', name={w!r}'))})",
        f"{b} = {script.one((f'tf.Variable(tf.zeros([{WIDTH}]))', f'tf.Variable([0.1] * {WIDTH}, dtype=tf.float32)'))}",
        f"{out} = {activated(script, f'tf.matmul({source}, {w}) + {b}')}",
    )
    script.variables |= {w: f"[{width}, {WIDTH}]", b: f"[{WIDTH}]"}
    script.trainable += [w, b]
    return out, ()


def variables_in_dictionaries(script: Script, source: str, width: int) -> Found:
    """Weights in a dictionary, used by a function."""
    weights, net, out = script.name("weights"), script.name("network"), script.name("guess")
    script.write(
        f"{weights} = {{",
        f"    'hidden': tf.Variable(tf.fill([{width}, 4], 0.1)),",
        f"    'out': tf.Variable(tf.ones([4, {WIDTH}]) * 0.3),",
        "}",
    )
    with script.block(f"def {net}(inputs):"):
        script.write(f"hidden = {activated(script, f'''tf.matmul(inputs, {weights}['hidden'])''')}")
        script.write(f"return tf.matmul(hidden, {weights}['out'])")
    script.write(f"{out} = {net}({source})")
    return out, ()


def scoped_variables(script: Script, source: str, width: int) -> Found:
    """`tf.get_variable` below one or two scopes."""
    scope, out = script.name(script.one(("actor", "policy", "encoder"))), script.name("score")
    with script.block(f"with tf.variable_scope('{scope}'):"):
        with script.block(
            f"with tf.variable_scope('{script.one(('first', 'top'))}'):" if script.happens(0.5) else None
        ):
            kernel = script.name("kernel")
            script.write(
                f"{kernel} = tf.get_variable('w', [{width}, {WIDTH}], initializer={constant(script)})",
                f"{out} = {activated(script, f'tf.matmul({source}, {kernel})')}",
            )
        script.variables[kernel] = f"[{width}, {WIDTH}]"
        script.trainable.append(kernel)
        if script.happens(0.4):
            shift = script.name("shift")
            script.write(
                f"{shift} = tf.get_variable('b', shape=[{WIDTH}], initializer=tf.zeros_initializer())",
                f"{out} = {out} + {shift}",
            )
    return out, (scope,)


def list_of_variables(script: Script, source: str, width: int) -> Found:
    """Layers in a loop over a list of variables."""
    matrices, top, out = script.name("matrices"), script.name("last"), script.name("folded")
    script.write(
        f"{matrices} = [tf.Variable(tf.eye({width}) * {script.one(('0.5', 'value'))}) for value in settings]",
        f"{top} = tf.Variable(tf.ones([{width}, {WIDTH}]))",
        f"{out} = {source}",
    )
    with script.block(f"for matrix in {matrices}:"):
        script.write(f"{out} = {activated(script, f'tf.matmul({out}, matrix)')}")
    script.write(f"{out} = tf.matmul({out}, {top})")
    script.unlisted = True
    script.trainable += [f"*{matrices}", top]
    return out, ()


def builder_function(script: Script, source: str, width: int) -> Found:
    """A function that makes a variable, called twice."""
    builder, first, out = script.name("weight_variable"), script.name("inner"), script.name("answer")
    with script.block(f"def {builder}(shape, value=0.1):"):
        script.write("initial = tf.constant(value, shape=shape)", "return tf.Variable(initial)")
    script.write(
        f"{first} = {builder}([{width}, 4])",
        f"{out}_weights = {builder}([4, {WIDTH}], value=0.4)",
        f"{out} = tf.matmul({activated(script, f'tf.matmul({source}, {first})')}, {out}_weights)",
    )
    script.unlisted = True
    script.trainable += [first, f"{out}_weights"]
    script.variables |= {first: f"[{width}, 4]", f"{out}_weights": f"[4, {WIDTH}]"}
    return out, ()


def shared_towers(script: Script, source: str, width: int) -> Found:
    """The same layers on two inputs."""
    name, out = script.name("shared"), script.name("pair")
    call = f"tf.layers.dense({{}}, {WIDTH}, name='{name}', kernel_initializer={constant(script)}{{}})"
    script.write(f"{out}_a = {call.format(source, '')}")
    script.write(f"{out}_b = {call.format(f'{source} * 0.5', ', reuse=True')}")
    script.write(f"{out} = {out}_a - {out}_b")
    return out, ()


def reused_scope(script: Script, source: str, width: int) -> Found:
    """A variable that is got twice under one scope."""
    scope, out = script.name("tied"), script.name("twin")
    got = f"tf.get_variable('v', [{width}, {WIDTH}], initializer={constant(script)})"
    with script.block(f"with tf.variable_scope('{scope}'):"):
        script.write(f"{out}_v = {got}", f"{out} = tf.matmul({source}, {out}_v)")
    again = f"'{scope}', reuse={script.one(('True', 'True', 'True', 'True', 'True', 'tf.AUTO_REUSE'))}"
    with script.block(f"with tf.variable_scope({again}):"):
        script.write(f"{out}_again = {got}")
    script.write(f"{out} = {out} + tf.matmul({source} * 0.1, {out}_again)")
    return out, (scope,)


def recurrent(script: Script, source: str, width: int) -> Found:
    """A recurrent cell over the columns, as steps of a sequence."""
    cell, out = script.name("cell"), script.name("remembered")
    api = script.one(("GRUCell({}, kernel_initializer={})", "LSTMCell({}, initializer={})"))
    scope = script.name("rnn_part")
    script.write(f"{cell} = tf.nn.rnn_cell.{api.format(WIDTH, constant(script))}")
    with script.block(f"with tf.variable_scope('{scope}'):"):
        script.write(f"{out}, _ = tf.nn.dynamic_rnn({cell}, tf.reshape({source}, [-1, {width}, 1]), dtype=tf.float32)")
    last = script.name("latest")
    script.write(f"{last} = {out}[:, -1]")
    return last, (scope,)


def embedding(script: Script, source: str, width: int) -> Found:
    """Rows of a table, looked up for what the inputs round to, beside the inputs."""
    table, out = script.name("table"), script.name("found")
    script.write(
        f"{table} = tf.get_variable('{table}', [4, {WIDTH}], initializer={constant(script)})",
        f"{out} = tf.nn.embedding_lookup({table}, tf.cast(tf.abs({source}[:, 0]), tf.int32)) + {source}[:, :{WIDTH}]",
    )
    script.variables[table] = f"[4, {WIDTH}]"
    script.trainable.append(table)
    return out, ()


Kind = Callable[[Script, str, int], Found]
KINDS: Mapping[str, Kind] = {
    each.__name__: each
    for each in (
        dense_layers,
        plain_variables,
        variables_in_dictionaries,
        scoped_variables,
        list_of_variables,
        builder_function,
        shared_towers,
        reused_scope,
        recurrent,
        embedding,
    )
}
