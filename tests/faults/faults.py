"""The faults: mistakes that a migration could make, each as one replacement in a migrated program of the corpus."""

from __future__ import annotations

from tests.faults.planting import Fault

OPTIMIZERS = (
    Fault("learning-rate-one-percent-off", "softmax_regression", "SGD(0.5)", "SGD(0.495)", shows="Variable"),
    Fault(
        "learning-rate-a-thousandth-off",
        "main_function",
        "default=0.003,",
        "default=0.003003,",
        shows="hidden/Variable",
    ),
    Fault("epsilon-off", "dropout_mlp", "epsilon=1e-08", "epsilon=1e-06", shows="Variable"),
    Fault(
        "beta-off",
        "gan",
        "D_optimizer = tf.keras.optimizers.Adam(learning_rate=2e-4, beta_1=0.5",
        "D_optimizer = tf.keras.optimizers.Adam(learning_rate=2e-4, beta_1=0.51",
        shows="D_W2",
    ),
    Fault("momentum-off", "noisy_training", "momentum=0.5", "momentum=0.45"),
    Fault(
        "accumulator-starts-elsewhere",
        "nested_fetches",
        "Adagrad(0.05",
        "Adagrad(0.05, initial_accumulator_value=0.11",
        shows="body/bias",
    ),
    Fault("nesterov-forgotten", "optimizer_race", ", nesterov=True", ""),
    Fault("second-beta-off", "optimizer_race", "beta_2=0.99", "beta_2=0.995"),
    Fault(
        "decay-off",
        "autoencoder",
        "RMSPropOptimizer(learning_rate)",
        "RMSPropOptimizer(learning_rate, decay=0.89)",
        shows="Variable",
    ),
    Fault("fed-rate-ignored", "scoped_regression", "    rate_variable.assign(rate)\n", "", shows="head/b"),
    Fault(
        "clipped-otherwise", "scoped_regression", "tf.clip_by_norm(g, 1.0)", "tf.clip_by_norm(g, 1.001)", shows="head/b"
    ),
)

UPDATES = (
    Fault(
        "biases-left-out",
        "dropout_mlp",
        "[*weights.values(), *biases.values()]",
        "[*weights.values()]",
        shows="Variable_3",
    ),
    Fault(
        "wrong-network-trained",
        "gan",
        "tape.gradient(G_loss, theta_G)\n    G_optimizer.apply_gradients(zip(gradients, theta_G))",
        "tape.gradient(G_loss, theta_D)\n    G_optimizer.apply_gradients(zip(gradients, theta_D))",
        shows="D_W1",
    ),
    Fault(
        "counter-not-advanced",
        "ratings",
        "global_step.assign_add(1)",
        "pass",
        shows="epoch 0: rmse 1.7679 after 69 steps",
    ),
    Fault("average-decays-otherwise", "noisy_training", "0.9 * average", "0.91 * average"),
    Fault("stale-target-network", "dqn", "        t.assign(e)\n", "        t.assign(t)\n", shows="q_next/w1"),
    Fault(
        "target-network-copied-in-part",
        "dqn",
        "zip(t_params, e_params)",
        "zip(t_params[1:], e_params[1:])",
        shows="q_next/w1",
    ),
    Fault("copied-the-wrong-way", "dqn", "        t.assign(e)\n", "        e.assign(t)\n", shows="q/w1"),
)

NETWORKS = (
    Fault(
        "dropout-missing", "dropout_mlp", "    layer_2 = tf.nn.dropout(layer_2, rate=1 - keep)\n", "", shows="loss_op"
    ),
    Fault("keep-probability-as-rate", "dropout_mlp", "layer_1, rate=1 - keep", "layer_1, rate=keep", shows="loss_op"),
    Fault(
        "dropout-off-in-training",
        "layers_convnet",
        "compute_flat_and_output(tf_x, True)",
        "compute_flat_and_output(tf_x, False)",
        shows="loss",
    ),
    Fault(
        "another-activation",
        "layers_convnet",
        "hidden_layer = tf.keras.layers.Dense(64, tf.nn.relu)",
        "hidden_layer = tf.keras.layers.Dense(64, tf.nn.elu)",
        shows="loss",
    ),
    Fault(
        "activation-missing",
        "main_function",
        "tf.nn.relu(tf.matmul(h1, w2) + b2)",
        "tf.matmul(h1, w2) + b2",
        shows="accuracy",
    ),
    Fault(
        "slope-off",
        "noisy_training",
        "tf.nn.leaky_relu(dense(noisy, w_in, b_in))",
        "tf.nn.leaky_relu(dense(noisy, w_in, b_in), alpha=0.21)",
    ),
    Fault("average-pooling", "raw_convnet", "tf.nn.max_pool(", "tf.nn.avg_pool("),
    Fault("bias-missing", "ratings", " + tf.gather(user_bias, user)", ""),
    Fault(
        "noise-of-another-distribution",
        "noisy_training",
        "tf.random.normal(tf.shape(clean))",
        "tf.random.uniform(tf.shape(clean), -1.7, 1.7)",
    ),
)

LOSSES = (
    Fault("wrong-axis", "softmax_regression", "axis=[1]", "axis=[0]", shows="cross_entropy"),
    Fault("mean-over-another-count", "linear_regression", "/(2*n_samples)", "/(2.01*n_samples)", shows="bias"),
    Fault(
        "labels-smoothed",
        "gan",
        "labels=tf.ones_like(D_logit_real)",
        "labels=0.99 * tf.ones_like(D_logit_real)",
        shows="D_loss",
    ),
    Fault("penalty-missing", "ratings", "tf.square(guess - rating)) + penalty", "tf.square(guess - rating))"),
    Fault("weight-of-a-loss-off", "nested_fetches", "0.5 * demand_loss", "0.501 * demand_loss", shows="total"),
    Fault("discount-off", "dqn", "GAMMA * tf.reduce_max", "0.99 * GAMMA * tf.reduce_max", shows="loss"),
    Fault("maximum-for-mean", "dqn", "tf.reduce_max(q_next, axis=1)", "tf.reduce_mean(q_next, axis=1)", shows="loss"),
    Fault("regularization-off", "run_sites", "1e-4 * l2", "1.1e-4 * l2", shows="w1"),
    Fault(
        "class-weights-exchanged",
        "run_sites",
        "class_weight[0] * (1. - t) + class_weight[1] * t",
        "class_weight[1] * (1. - t) + class_weight[0] * t",
        shows="b1",
    ),
)

CALLS = (
    Fault(
        "fetches-swapped",
        "nested_fetches",
        "return ([price_loss, demand_loss], total)",
        "return ([demand_loss, price_loss], total)",
        shows="demand_loss",
    ),
    Fault("evaluated-with-dropout", "raw_convnet", "accuracy(test_x, test_y, 1.0)", "accuracy(test_x, test_y, 0.5)"),
    Fault(
        "a-step-too-many",
        "softmax_regression",
        "    train_step(batch_xs, batch_ys)\n",
        "    train_step(batch_xs, batch_ys)\n    train_step(batch_xs, batch_ys)\n",
        shows="Variable",
    ),
    Fault(
        "another-default",
        "run_sites",
        "loss_and_recall(valid_f_tensor, valid_t_tensor, 0.5)",
        "loss_and_recall(valid_f_tensor, valid_t_tensor, 0.4)",
        shows="recall",
    ),
    Fault(
        "fed-in-the-wrong-place", "autoencoder", "decoder_2(between)", "decoder_2(0.99 * between)", shows="decoder_op"
    ),
)

FAULTS = (*OPTIMIZERS, *UPDATES, *NETWORKS, *LOSSES, *CALLS)
