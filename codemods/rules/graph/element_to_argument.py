"""What it does
    Turns the iterators of `tf.data` into Python iterators: what `get_next()` gave the graph becomes an argument of the
    steps that need it, and each call takes one element, as each run did. Queues that hand out arrays in their order
    (`slice_input_producer(..., shuffle=False)` and `tf.train.batch` with one thread) become such iterators; their
    threads and coordinators go.

Why
    A run that reached `get_next()` consumed an element, one that did not reach it left the iterator alone. The same
    holds for the calls. `iterator.get_next()` of TensorFlow 2 raises the same `tf.errors.OutOfRangeError` at the end.

Example
    `x, y = iterator.get_next()` becomes `x_spec, y_spec = iterator.element_spec`, and `sess.run(train)` becomes
    `train_step(*iterator.get_next())`; an initializable iterator is made where it was initialized, by `iter(dataset)`,
    and so is one for several datasets: `sess.run(test_init)` becomes `iterator = iter(test_data)`.

When it declines
    Datasets that are made of placeholders, if these are not fed with arrays that stay as they are where the iterator is
    initialized, once; datasets that call generators or Python functions, or whose functions read variables
    or tensors of the graph; iterators of several sessions, or with several names, or whose structure is not that
    of a dataset with a name; initializers that a condition chooses or that lists hold; elements that are fetched
    themselves or fed in part; what is shuffled from a seed and begun again. Queues that
    shuffle, that have several threads, or whose elements are changed before they are gathered to batches.
"""

from codemods.emit.around import ITERATOR_RULE as RULE

__all__ = ["RULE"]
