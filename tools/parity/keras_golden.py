"""Writes packages/model/fixtures/keras.golden.json: five steps in Keras, with Adam and with AdamW.

The AdamW run also clips the gradients' common norm and smooths the labels.

    pip install -r tools/parity/requirements.txt
    KERAS_BACKEND=jax python tools/parity/keras_golden.py

The network is small. It has every kind of layer of the reference CNN but dropout, which each
framework draws in its own way.
"""

import json
import os
import platform
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras
import numpy as np
from keras import layers, regularizers

rng = np.random.default_rng(0)
l2 = regularizers.L2(1e-2)


def build():
    """The same weights each time."""
    keras.utils.set_random_seed(0)
    return keras.Sequential(
        [
            keras.Input((12, 1)),
            layers.Conv1D(4, 5, padding="same", activation="relu", kernel_regularizer=l2),
            layers.BatchNormalization(momentum=0.9),
            layers.MaxPooling1D(4, padding="same"),
            layers.Conv1D(3, 3, padding="same", activation="relu", kernel_regularizer=l2),
            layers.BatchNormalization(momentum=0.9),
            layers.GlobalAveragePooling1D(),
            layers.Dense(5, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


x = rng.normal(size=(10, 12, 1)).astype(np.float32)
y = rng.integers(0, 3, size=10)
class_weight = [0.5, 1.0, 2.0]
targets = keras.utils.to_categorical(y, 3)
sample_weight = np.array(class_weight, np.float32)[y]


def weights(model):
    """In the order of tfjs' getWeights: trainable ones, then moving averages."""
    return [
        {"shape": list(w.shape), "data": np.asarray(w).ravel().tolist()}
        for w in model.trainable_weights + model.non_trainable_weights
        if "seed_generator" not in w.path
    ]


def train(optimizer, label_smoothing=0.0):
    """Losses of five steps on the whole batch, and the weights after them."""
    model = build()
    model.compile(optimizer, keras.losses.CategoricalCrossentropy(label_smoothing=label_smoothing))
    losses = []
    for _ in range(5):
        # Without this Keras returns the mean over all calls so far.
        model.reset_metrics()
        losses.append(float(model.train_on_batch(x, targets, sample_weight=sample_weight)))
    return {"losses": losses, "after": weights(model)}


golden = {
    "generator": "tools/parity/keras_golden.py",
    "versions": {"keras": keras.__version__, "python": platform.python_version()},
    "backend": keras.backend.backend(),
    "x": x.ravel().tolist(),
    "y": y.tolist(),
    "classWeight": class_weight,
    "before": weights(build()),
    "scores": build().predict(x, verbose=0).ravel().tolist(),
    "adam": train(keras.optimizers.Adam(1e-2)),
    "adamW": train(keras.optimizers.AdamW(1e-2, weight_decay=0.1, global_clipnorm=0.5), 0.1),
}

path = Path(__file__).parents[2] / "packages/model/fixtures/keras.golden.json"
path.parent.mkdir(exist_ok=True)
path.write_text(json.dumps(golden) + "\n")
print(path, golden["adam"]["losses"], golden["adamW"]["losses"])
