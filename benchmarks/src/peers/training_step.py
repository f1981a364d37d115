"""A training step of the reference CNN and of the frame model in PyTorch and Keras.

`OMP_NUM_THREADS` says on how many threads.
"""

import os

THREADS = int(os.environ["OMP_NUM_THREADS"])
DISTRIBUTIONS = ("torch", "keras", "tensorflow", "tensorflow-cpu")
CNN, FRAMES = "reference CNN, batch 64", "frame model, batch 32"
DILATIONS = (1, 2, 4, 8, 1, 2, 4, 8)
# tfjs' epsilon; its momentum of 0.99 is what PyTorch calls 0.01.
EPSILON = 1e-3


def torch_step(model, x, penalised=()):
    import torch
    from torch import nn

    torch.set_num_threads(THREADS)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    cross_entropy = nn.CrossEntropyLoss()
    y = torch.arange(len(x)) % 8

    def step():
        optimizer.zero_grad()
        loss = cross_entropy(model(x), y) + 1e-4 * sum((each**2).sum() for each in penalised)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def torch_cnn():
    import torch
    from torch import nn

    def block(channels_in, channels_out, kernel, dropout, pool):
        layers = [nn.Conv1d(channels_in, channels_out, kernel, padding="same"), nn.ReLU()]
        layers.append(nn.BatchNorm1d(channels_out, eps=EPSILON, momentum=0.01))
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
    return torch_step(model, torch.randn(64, 1, 162), kernels)


def torch_frames(filters=96, narrow=24, dropout=0.2):
    import torch
    from torch import nn

    class Block(nn.Module):
        def __init__(self, dilation):
            super().__init__()
            self.conv = nn.Conv1d(filters, filters, 3, padding="same", dilation=dilation)
            self.norm = nn.BatchNorm1d(filters, eps=EPSILON, momentum=0.1)
            self.squeeze, self.excite = nn.Linear(filters, narrow), nn.Linear(narrow, filters)
            self.dropout = nn.Dropout(dropout)

        def forward(self, x):
            y = torch.relu(self.norm(self.conv(x)))
            gate = torch.sigmoid(self.excite(torch.relu(self.squeeze(y.mean(2)))))
            return x + self.dropout(y * gate.unsqueeze(2))

    class FrameModel(nn.Module):
        def __init__(self):
            super().__init__()
            self.stem = nn.Conv1d(64, filters, 3, padding="same")
            self.stem_norm = nn.BatchNorm1d(filters, eps=EPSILON, momentum=0.1)
            self.blocks = nn.Sequential(*(Block(dilation) for dilation in DILATIONS))
            self.attention = nn.Conv1d(filters, 1, 1)
            self.pooled_norm = nn.BatchNorm1d(2 * filters, eps=EPSILON, momentum=0.1)
            self.dropout = nn.Dropout(0.4)
            self.scores = nn.Linear(2 * filters, 8)

        def forward(self, x):
            x = self.blocks(torch.relu(self.stem_norm(self.stem(x))))
            weights = torch.softmax(self.attention(x), 2)
            means = [(weights * each).sum(2) for each in (x, x * x)]
            return self.scores(self.dropout(self.pooled_norm(torch.cat(means, 1))))

    torch.manual_seed(0)
    return torch_step(FrameModel(), torch.randn(32, 64, 160))


def keras_cnn():
    import keras
    import numpy as np
    from keras import layers

    if keras.backend.backend() == "tensorflow":
        import tensorflow

        tensorflow.config.threading.set_intra_op_parallelism_threads(THREADS)
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
    model.compile(keras.optimizers.Adam(1e-3), "categorical_crossentropy")
    x = np.random.default_rng(0).standard_normal((64, 162, 1)).astype("float32")
    y = np.eye(8, dtype="float32")[np.arange(64) % 8]
    return lambda: model.train_on_batch(x, y)


def rows(signals):
    return {
        f"PyTorch, {CNN}": torch_cnn,
        f"PyTorch, {FRAMES}": torch_frames,
        f"Keras, {CNN}": keras_cnn,
    }
