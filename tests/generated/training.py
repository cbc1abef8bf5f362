"""Losses, optimizers in the forms in which people wrote them, and other operations that change variables."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generated.networks import placeholder
from tests.generated.script import Loss, Script

PER_OUTPUT = (
    "tf.reduce_mean(tf.square({} - y))",
    "tf.losses.mean_squared_error(y, {})",
    "tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits={}))",
    "tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits={}))",
    "tf.reduce_mean(tf.reduce_sum(tf.abs(y - {}), 1))",
)
OPTIMIZERS = (
    "GradientDescentOptimizer({})",
    "AdamOptimizer({})",
    "AdamOptimizer({}, beta1=0.5)",
    "MomentumOptimizer({}, 0.9)",
    "MomentumOptimizer({}, momentum=0.5, use_nesterov=True)",
    "RMSPropOptimizer({})",
    "AdagradOptimizer({})",
    "AdadeltaOptimizer({})",
)
PENALTY = "0.01 * tf.add_n([tf.nn.l2_loss(v) for v in {}])"


def add_losses(script: Script) -> None:
    for output in script.outputs:
        if script.losses and script.happens(0.3):
            continue
        name = script.name(script.one(("loss", "cost", "error")))
        comment = script.one(("", "", "  # to be made smaller"))
        script.write(f"{name} = {script.one(PER_OUTPUT).format(output)}{comment}")
        script.losses.append(Loss(name, True, script.scopes[output], script.reached[output]))
    if len(script.losses) > 1 and script.happens(0.4):
        script.write(f"total = {' + '.join(loss.name for loss in script.losses)}")
        reached = dict.fromkeys(each for loss in script.losses for each in loss.variables)
        script.losses.append(Loss("total", True, (), tuple(reached)))
    if script.happens(0.2):
        script.write(
            f"penalized = {script.losses[-1].name} + {PENALTY.format(all_variables(script, script.trainable))}"
        )
        script.losses.append(Loss("penalized", False, (), script.losses[-1].variables))
    script.numbers += [loss.name for loss in script.losses]


def all_variables(script: Script, named: Sequence[str]) -> str:
    """A list of what is trained: mostly in a form that can be read from the source."""
    if named and (script.unlisted or script.happens(0.3)) and script.happens(0.9):
        return f"[{', '.join(named)}]"
    return "tf.trainable_variables()"


def add_trainings(script: Script) -> None:
    for _ in range(script.one((1, 1, 1, 2, 3))):
        loss = script.one(script.losses)
        rate = script.one(("0.05", "learning_rate", "learning_rate=0.02"))
        if "rate" in script.inputs.values():
            rate = placeholder(script, "rate")
        optimizer = f"tf.train.{script.one(OPTIMIZERS)}".format(rate)
        if rate == "learning_rate=0.02":
            optimizer = optimizer.replace(", 0.9)", ", momentum=0.9)")
        name = script.name(script.one(("train", "train_op", "step_op")))
        script.one(FORMS)(script, name, optimizer, loss)
        script.trainings.append((name, loss))


def counted(script: Script) -> str:
    """The argument for a counter of steps, which is made where there is none."""
    if not script.happens(0.25):
        return ""
    if "global_step" not in script.taken:
        script.taken.add("global_step")
        made = "tf.Variable(0, trainable=False, name='global_step')"
        form = "tf.train.get_or_create_global_step()" if script.happens(0.1) else made
        script.write(f"global_step = {form}")
        script.variables["global_step"] = "[]"
    return ", global_step=global_step"


def chosen_variables(script: Script, loss: Loss) -> str:
    """The argument that says what is trained: nothing, or the variables of a scope."""
    if not loss.scopes or not script.happens(0.5):
        return ""
    scope = script.one(loss.scopes)
    by_scope = (f"tf.trainable_variables('{scope}')", f"tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, '{scope}')")
    by_name = f"[v for v in tf.trainable_variables() if v.name.startswith('{scope}')]"
    form = script.one((*by_scope, *by_scope, *by_scope, by_name))
    if script.happens(0.5):
        return f", var_list={form}"
    name = script.name("trained")
    script.write(f"{name} = {form}")
    return f", var_list={name}"


def minimized(script: Script, name: str, optimizer: str, loss: Loss) -> None:
    arguments = chosen_variables(script, loss) + counted(script)
    if script.happens(0.4):
        holder = script.name("optimizer")
        script.write(f"{holder} = {optimizer}")
        optimizer = holder
    script.write(f"{name} = {optimizer}.minimize({loss.name}{arguments})")


def clipped(script: Script, name: str, optimizer: str, loss: Loss) -> None:
    chosen, count = chosen_variables(script, loss), counted(script)
    holder, pairs = script.name("optimizer"), script.name("gradients")
    clip = script.one(("tf.clip_by_value(g, -0.5, 0.5)", "tf.clip_by_norm(g, 1.0)"))
    script.write(
        f"{holder} = {optimizer}",
        f"{pairs} = {holder}.compute_gradients({loss.name}{chosen})",
        f"clipped_{pairs} = [({clip}, v) for g, v in {pairs} if g is not None]",
        f"{name} = {holder}.apply_gradients(clipped_{pairs}{count})",
    )


def clipped_one_by_one(script: Script, name: str, optimizer: str, loss: Loss) -> None:
    count = counted(script)
    holder, pairs, index = script.name("optimizer"), script.name("gradients"), script.name("i")
    script.write(f"{holder} = {optimizer}", f"{pairs} = {holder}.compute_gradients({loss.name})")
    with script.block(f"for {index}, (g, v) in enumerate({pairs}):"), script.block("if g is not None:"):
        script.write(f"{pairs}[{index}] = (tf.clip_by_norm(g, 1.0), v)")
    script.write(f"{name} = {holder}.apply_gradients({pairs}{count})")


def clipped_by_global_norm(script: Script, name: str, optimizer: str, loss: Loss) -> None:
    count, variables, found = counted(script), script.name("variables"), script.name("grads")
    script.write(
        f"{variables} = {all_variables(script, loss.variables)}",
        f"{found}, _ = tf.clip_by_global_norm(tf.gradients({loss.name}, {variables}), 1.0)",
        f"{name} = {optimizer}.apply_gradients(zip({found}, {variables}){count})",
    )


FORMS = (*[minimized] * 24, *[clipped] * 12, *[clipped_by_global_norm] * 8, clipped_one_by_one)


def add_updates(script: Script) -> None:
    """A variable that is assigned, a counter, or one variable copied to another."""
    if script.happens(0.3):
        count, op = script.name("count"), script.name("increment")
        script.write(f"{count} = tf.Variable(0.0, trainable=False)")
        script.write(script.one((f"{op} = tf.assign_add({count}, 1.0)", f"{op} = tf.assign({count}, {count} + 1.0)")))
        script.variables[count] = "[]"
        script.updates.append(op)
    kernels = [name for name in script.variables if name.startswith(("kernel", "w", "inner"))]
    if kernels and script.happens(0.3):
        source, copy, op = script.one(kernels), script.name("copy"), script.name("follow")
        shape = script.variables[source]
        start = f"{source}.initialized_value()" if script.happens(0.1) else f"tf.zeros({shape})"
        script.write(
            f"{copy} = tf.Variable({start}, trainable=False)",
            f"{op} = {copy}.assign({script.one((source, f'0.9 * {copy} + 0.1 * {source}'))})",
        )
        script.variables[copy] = shape
        script.updates.append(op)


def add_measures(script: Script) -> None:
    """Numbers beside the losses."""
    output = script.one(script.outputs)
    if script.happens(0.5):
        script.write(
            f"correct = tf.equal({output} > 0.3719, y > 0.5)",
            "accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))",
        )
        script.numbers.append("accuracy")
    if script.happens(0.3):
        with script.block("with tf.name_scope('measures'):"):
            script.write(f"largest = tf.reduce_max({output})")
        script.numbers.append("largest")
