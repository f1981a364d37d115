"""A training step of a recurrent layer with what decides behind it, in PyTorch.

`OMP_NUM_THREADS` says on how many threads.
"""

import os

THREADS = int(os.environ["OMP_NUM_THREADS"])
DISTRIBUTIONS = ("torch",)
BATCH, FRAMES, FEATURES, UNITS, CLASSES = 32, 100, 64, 128, 8


def step_of(name):
    import torch
    from torch import nn

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.recurrent = getattr(nn, name)(FEATURES, UNITS, batch_first=True)
            self.scores = nn.Linear(UNITS, CLASSES)

        def forward(self, x):
            return self.scores(self.recurrent(x)[0][:, -1])

    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    model = Model()
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    cross_entropy = nn.CrossEntropyLoss()
    x, y = torch.randn(BATCH, FRAMES, FEATURES), torch.arange(BATCH) % CLASSES

    def step():
        optimizer.zero_grad()
        loss = cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def rows(signals):
    return {
        "lstm": lambda: step_of("LSTM"),
        "gru": lambda: step_of("GRU"),
        "simpleRNN": lambda: step_of("RNN"),
    }
