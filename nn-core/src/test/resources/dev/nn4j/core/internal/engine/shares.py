# SPDX-License-Identifier: Apache-2.0
"""Writes shares.json: training runs of networks with the layers that tables have, in float64.

    python3 shares.py > shares.json

Made with PyTorch 1.13.0. Its form is that of normalization.json.
"""
import json

import torch
from torch import nn

ACTIVATIONS = {"tanh": torch.tanh, "selu": nn.functional.selu, "softmax": lambda x: torch.softmax(x, -1)}
STEPS = 15


class Scale(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.scale = nn.Parameter(1 + 0.3 * torch.randn(width))

    def forward(self, x):
        return self.scale * x


class Parametric(nn.Module):
    def __init__(self, width, activation):
        super().__init__()
        self.slope = nn.Parameter(1 + 0.3 * torch.randn(width))
        self.activation = ACTIVATIONS[activation]

    def forward(self, x):
        return x + self.slope * (self.activation(x) - x)


class TwoSlopes(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.left = nn.Parameter(0.25 + 0.1 * torch.randn(width))
        self.right = nn.Parameter(1 + 0.1 * torch.randn(width))

    def forward(self, x):
        return torch.where(x < 0, self.left * x, self.right * x)


class Piecewise(nn.Module):
    """e(x) = x·slope + shift + Σ V_t·u_t of some columns, the others behind."""

    def __init__(self, width, columns, edges, size):
        super().__init__()
        self.columns = columns
        self.others = [c for c in range(width) if c not in columns]
        self.edges = torch.tensor(edges, dtype=torch.float64)
        self.table = nn.Parameter(0.5 * torch.randn(len(columns), 2 + len(edges[0]) - 1, size))

    def forward(self, x):
        picked = x[:, self.columns].unsqueeze(-1)
        begins, ends = self.edges[:, :-1], self.edges[:, 1:]
        places = (picked - begins) / (ends - begins)
        first = torch.minimum(places[..., :1], torch.ones(()))
        middle = places[..., 1:-1].clamp(0, 1)
        last = torch.maximum(places[..., -1:], torch.zeros(()))
        places = torch.cat([first, middle, last], -1)
        made = picked * self.table[:, 0] + self.table[:, 1] + torch.einsum("nct,cts->ncs", places, self.table[:, 2:])
        return torch.cat([made.flatten(1), x[:, self.others]], 1)


def network(layers, width):
    """The modules of a row of layers, and the width behind them."""
    modules = []
    for layer in layers:
        kind = layer["type"]
        if kind == "dense":
            modules.append(nn.Linear(width, layer["units"]))
            width = layer["units"]
        elif kind == "scale":
            modules.append(Scale(width))
        elif kind == "parametric":
            modules.append(Parametric(width, layer["activation"]))
        elif kind == "two-slopes":
            modules.append(TwoSlopes(width))
        else:
            modules.append(Piecewise(width, layer["columns"], layer["edges"], layer["size"]))
            width += len(layer["columns"]) * (layer["size"] - 1)
    return nn.Sequential(*modules), width


def flat(net, of):
    numbers = []
    for module in net.modules():
        for name, parameter in module.named_parameters(recurse=False):
            values = of(parameter)
            numbers += (values.t() if values.dim() == 2 else values).reshape(-1).tolist()
    return numbers


def kept(net):
    return [edge for module in net.modules() if isinstance(module, Piecewise) for edge in module.edges.reshape(-1).tolist()]


def single(numbers):
    return numbers.float().double()


def case(seed, rows, inputs, layers, rate, batches):
    torch.manual_seed(seed)
    net, outputs = network(layers, inputs)
    net = net.double()
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(single(parameter))
    x = single(torch.randn(rows, inputs, dtype=torch.float64))
    target = single(torch.randn(rows, outputs, dtype=torch.float64))
    by = torch.optim.SGD(net.parameters(), lr=rate)
    result = {
        "inputs": inputs, "layers": layers, "loss": "mean-squared-error", "optimizer": "gradient-descent", "learningRate": rate,
        "batches": batches, "x": x.tolist(), "target": target.tolist(),
        "initial": flat(net, lambda p: p.detach()) + kept(net), "losses": [],
    }
    for step in range(STEPS):
        first, last = batches[step % len(batches)]
        by.zero_grad()
        value = nn.functional.mse_loss(net(x[first:last]), target[first:last])
        value.backward()
        if step == 0:
            result["firstGradient"] = flat(net, lambda p: p.grad)
        by.step()
        result["losses"].append(value.item())
    result["final"] = flat(net, lambda p: p.detach()) + kept(net)
    result["finalPrediction"] = net(x).tolist()
    return result


def dense(units):
    return {"type": "dense", "units": units, "activation": "identity"}


def parametric(activation):
    return {"type": "parametric", "activation": activation}


scale = {"type": "scale"}
two_slopes = {"type": "two-slopes"}
piecewise = {"type": "piecewise", "columns": [0, 2], "size": 3, "edges": [[-1.5, -0.5, 0, 0.75, 1.5], [-1, -0.25, 0.25, 0.5, 2]]}

print(json.dumps({"source": "PyTorch " + torch.__version__ + ", float64, by shares.py", "cases": [
    case(1, 24, 4, [piecewise, scale, dense(6), parametric("selu"), dense(2)], 0.02, [[0, 12], [12, 24]]),
    case(2, 24, 3, [scale, dense(5), two_slopes, dense(4), parametric("softmax"), two_slopes, dense(1)], 0.05,
         [[0, 8], [8, 24]]),
]}))
