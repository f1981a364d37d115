"""Writes packages/model/fixtures/keras-training.golden.json: runs of Keras' `fit`, and what its
callbacks make of given figures.

    pip install -r tools/parity/requirements.txt
    KERAS_BACKEND=jax python tools/parity/keras_training_golden.py

The runs have several epochs of several batches, the last of them short. The order of the examples
in each epoch is that of `fit` with seed 7, which a test holds against these numbers.
"""

import json
import os
import platform
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras
import numpy as np
from keras import layers, regularizers

ORDERS = [
    [5, 9, 7, 1, 4, 0, 2, 3, 8, 6],
    [9, 0, 4, 2, 7, 8, 1, 5, 3, 6],
    [6, 0, 3, 9, 8, 5, 1, 2, 4, 7],
]
BATCH_SIZE = 4
CLASS_WEIGHT = [0.5, 1.0, 2.0]

rng = np.random.default_rng(1)
x = rng.normal(size=(10, 6, 1)).astype(np.float32)
y = np.array([0, 1, 2, 0, 1, 2, 0, 0, 1, 2])
validation_x = rng.normal(size=(5, 6, 1)).astype(np.float32)
validation_y = np.array([0, 1, 2, 2, 1])


def one_hot(labels):
    return keras.utils.to_categorical(labels, 3)


def build():
    """The same weights each time."""
    keras.utils.set_random_seed(0)
    l2 = regularizers.L2(1e-2)
    return keras.Sequential(
        [
            keras.Input((6, 1)),
            layers.Conv1D(4, 3, padding="same", activation="relu", kernel_regularizer=l2),
            layers.BatchNormalization(momentum=0.9),
            layers.MaxPooling1D(4, padding="same"),
            layers.GlobalAveragePooling1D(),
            layers.Dense(5, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


def weights(model):
    """In the order of tfjs' getWeights: trainable ones, then moving averages."""
    return [
        {"shape": list(w.shape), "data": np.asarray(w).ravel().tolist()}
        for w in model.trainable_weights + model.non_trainable_weights
        if "seed_generator" not in w.path
    ]


def train(optimizer, class_weight=None, label_smoothing=0.0):
    """The figures of each epoch, and the weights in the end."""
    model = build()
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=label_smoothing)
    unsmoothed = keras.metrics.CategoricalCrossentropy(name="unsmoothed")
    model.compile(optimizer, loss, metrics=["accuracy", unsmoothed])
    history = []
    for order in ORDERS:
        run = model.fit(
            x[order],
            one_hot(y[order]),
            batch_size=BATCH_SIZE,
            shuffle=False,
            class_weight=class_weight and dict(enumerate(class_weight)),
            validation_data=(validation_x, one_hot(validation_y)),
            verbose=0,
        )
        epoch = {name: values[0] for name, values in run.history.items()}
        # Keras smooths the labels of the validation examples too, which `fit` takes as they are.
        epoch["val_loss"] = epoch["val_unsmoothed"] + float(sum(model.losses))
        names = ["loss", "accuracy", "val_loss", "val_accuracy"]
        history.append({name: epoch[name] for name in names})
    return {"history": history, "after": weights(model)}


class Model:
    """What a callback sees of a model: its learning rate, and weights that are the epoch."""

    def __init__(self):
        self.optimizer = keras.optimizers.SGD(1.0)
        self.stop_training = False
        self.epoch = 0

    def get_weights(self):
        return self.epoch

    def set_weights(self, weights):
        self.epoch = weights


def replay(callback, figures):
    """How many epochs ran, the rate after each, and the epoch whose weights there are in the end."""
    model = Model()
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, figure in enumerate(figures):
        model.epoch = epoch
        callback.on_epoch_end(epoch, {callback.monitor: figure})
        rates.append(float(np.float32(np.asarray(model.optimizer.learning_rate))))
        if model.stop_training:
            break
    callback.on_train_end()
    return {"epochsRun": len(rates), "rates": rates, "weightsOf": model.epoch}


# Losses that fall, with noise; in 32nds, so that sums and differences are exact.
FIGURES = [(2 - np.arange(12) / 16 + rng.integers(-8, 9, size=12) / 32).tolist() for _ in range(4)]
NAMES = {"valLoss": "val_loss", "valAccuracy": "val_accuracy"}


def cases(make, variants, **fixed):
    """Each variant of a callback over each list of figures. Options have Keras' names in camelCase."""
    for options in variants:
        for monitor, keras_name in NAMES.items():
            for losses in FIGURES:
                # Accuracies rise as losses fall.
                figures = [2.5 - loss for loss in losses] if monitor == "valAccuracy" else losses
                callback = make(
                    monitor=keras_name,
                    mode="max" if monitor == "valAccuracy" else "min",
                    **fixed,
                    **{KERAS_OPTIONS[name]: value for name, value in options.items()},
                )
                yield {
                    "options": {"monitor": monitor, **options},
                    "figures": figures,
                    **replay(callback, figures),
                }


KERAS_OPTIONS = {
    "patience": "patience",
    "minDelta": "min_delta",
    "cooldown": "cooldown",
    "factor": "factor",
    "minLr": "min_lr",
}
EARLY_STOPPING = [
    {},
    {"patience": 1},
    {"patience": 3},
    {"patience": 2, "minDelta": 0.25},
    {"patience": 3, "minDelta": 0.125},
]
REDUCE_LR = [
    {"patience": 1, "factor": 0.5},
    {"patience": 2, "factor": 0.25, "minDelta": 0.25},
    {"patience": 1, "factor": 0.5, "cooldown": 1},
    {"patience": 2, "factor": 0.5, "cooldown": 3},
    {"patience": 1, "factor": 0.25, "minLr": 0.125},
    # Keras' own factor and least improvement.
    {"patience": 2},
]

golden = {
    "generator": "tools/parity/keras_training_golden.py",
    "versions": {"keras": keras.__version__, "python": platform.python_version()},
    "backend": keras.backend.backend(),
    "x": x.ravel().tolist(),
    "y": y.tolist(),
    "validation": {"x": validation_x.ravel().tolist(), "y": validation_y.tolist()},
    "batchSize": BATCH_SIZE,
    "classWeight": CLASS_WEIGHT,
    "orders": ORDERS,
    "before": weights(build()),
    "runs": {
        "plain": train(keras.optimizers.Adam()),
        "weighted": train(keras.optimizers.Adam(1e-2), CLASS_WEIGHT),
        "decayed": train(
            keras.optimizers.AdamW(
                keras.optimizers.schedules.CosineDecay(2e-2, decay_steps=9, alpha=0.1),
                weight_decay=0.1,
                global_clipnorm=0.5,
            ),
            CLASS_WEIGHT,
            0.1,
        ),
    },
    "earlyStopping": list(
        cases(keras.callbacks.EarlyStopping, EARLY_STOPPING, restore_best_weights=True)
    ),
    "reduceLrOnPlateau": list(cases(keras.callbacks.ReduceLROnPlateau, REDUCE_LR)),
}

path = Path(__file__).parents[2] / "packages/model/fixtures/keras-training.golden.json"
path.write_text(json.dumps(golden) + "\n")
print(path, [run["history"][-1] for run in golden["runs"].values()])
