"""Times a training step of LSTM and GRU layers, [32, 100, 64] to 128 units and 8 classes, in PyTorch.

Prints JSON: {"torch VERSION: NAME": {"minimum", "median"}}, on one thread.
"""

import json
import time

import torch
from torch import nn

BATCH, STEPS, FEATURES, UNITS, CLASSES = 32, 100, 64, 128, 8
REPEATS, WARM_UPS = 30, 5

torch.set_num_threads(1)


class Model(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.recurrent = layer(FEATURES, UNITS, batch_first=True)
        self.output = nn.Linear(UNITS, CLASSES)

    def forward(self, x):
        return self.output(self.recurrent(x)[0][:, -1])


def measure(layer):
    torch.manual_seed(0)
    model = Model(layer)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    cross_entropy = nn.CrossEntropyLoss()
    x, y = torch.randn(BATCH, STEPS, FEATURES), torch.arange(BATCH) % CLASSES
    times = []
    for i in range(WARM_UPS + REPEATS):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        loss.item()
        if i >= WARM_UPS:
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {"minimum": times[0], "median": times[len(times) // 2]}


layers = {"lstm": nn.LSTM, "gru": nn.GRU, "simpleRNN": nn.RNN}
print(json.dumps({f"PyTorch {torch.__version__}: {name}": measure(layers[name]) for name in layers}))
