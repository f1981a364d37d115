"""Times a training step of the reference CNN, batch 64, in PyTorch and Keras.

Those that are not installed are left out.

Prints JSON: {"stepMilliseconds": {name: {"minimum", "median"}}, "missing": {name: reason}}.
"""

import json
import os
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

BATCH, REPEATS, WARM_UPS = 64, 25, 5


def measure(step):
    times = []
    for i in range(WARM_UPS + REPEATS):
        start = time.perf_counter()
        step()
        if i >= WARM_UPS:
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


def pytorch():
    import torch
    from torch import nn

    def block(channels_in, channels_out, kernel, dropout, pool):
        layers = [nn.Conv1d(channels_in, channels_out, kernel, padding="same"), nn.ReLU()]
        layers.append(nn.BatchNorm1d(channels_out, eps=1e-3, momentum=0.01))
        if dropout:
            layers.append(nn.Dropout(dropout))
        if pool:
            layers.append(nn.MaxPool1d(pool, ceil_mode=True))
        return layers

    torch.manual_seed(0)
    model = nn.Sequential(
        *block(1, 128, 5, 0, 4),
        *block(128, 256, 5, 0, 4),
        *block(256, 128, 3, 0.3, 4),
        *block(128, 64, 3, 0.3, 0),
        nn.AdaptiveAvgPool1d(1),
        nn.Flatten(),
        nn.Linear(64, 64),
        nn.ReLU(),
        nn.Dropout(0.4),
        nn.Linear(64, 8),
    )
    kernels = [layer.weight for layer in model if isinstance(layer, nn.Conv1d)]
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    cross_entropy = nn.CrossEntropyLoss()
    x, y = torch.randn(BATCH, 1, 162), torch.arange(BATCH) % 8

    def step():
        optimizer.zero_grad()
        loss = cross_entropy(model(x), y) + 1e-4 * sum((kernel**2).sum() for kernel in kernels)
        loss.backward()
        optimizer.step()
        return loss.item()

    name = f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads"
    return name, measure(step)


def keras():
    import keras
    import numpy as np
    from keras import layers

    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((162, 1))])
    for filters, kernel, dropout, pool in [
        (128, 5, 0, 4),
        (256, 5, 0, 4),
        (128, 3, 0.3, 4),
        (64, 3, 0.3, 0),
    ]:
        penalty = keras.regularizers.L2(1e-4)
        options = {"padding": "same", "activation": "relu", "kernel_regularizer": penalty}
        model.add(layers.Conv1D(filters, kernel, **options))
        model.add(layers.BatchNormalization())
        if dropout:
            model.add(layers.Dropout(dropout))
        if pool:
            model.add(layers.MaxPooling1D(pool, padding="same"))
    model.add(layers.GlobalAveragePooling1D())
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dropout(0.4))
    model.add(layers.Dense(8, activation="softmax"))
    assert model.count_params() == 294920
    model.compile(keras.optimizers.Adam(1e-3), "categorical_crossentropy")
    x = np.random.default_rng(0).standard_normal((BATCH, 162, 1)).astype("float32")
    y = np.eye(8, dtype="float32")[np.arange(BATCH) % 8]
    name = f"Keras {keras.__version__} on {keras.backend.backend()}, {os.cpu_count()} cores"
    return name, measure(lambda: model.train_on_batch(x, y))


result = {"stepMilliseconds": {}, "missing": {}}
for label, peer in [("PyTorch", pytorch), ("Keras", keras)]:
    try:
        name, timing = peer()
        result["stepMilliseconds"][name] = timing
    except ImportError as error:
        result["missing"][label] = str(error)
print(json.dumps(result))
