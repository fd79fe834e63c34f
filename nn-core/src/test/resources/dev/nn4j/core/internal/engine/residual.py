# SPDX-License-Identifier: Apache-2.0
"""Writes residual.json: training runs of networks with residual blocks in float64.

    python3 residual.py > residual.json

Made with PyTorch 1.13.0. Its form is that of normalization.json; a block has its layers in a list.
"""
import json

import torch
from torch import nn

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "silu": nn.SiLU}
STEPS = 15


class Residual(nn.Module):
    def __init__(self, block):
        super().__init__()
        self.block = block

    def forward(self, x):
        return x + self.block(x)


def network(layers, width):
    """The modules of a row of layers, and the width behind them."""
    modules = []
    for layer in layers:
        kind = layer["type"]
        if kind == "dense":
            modules.append(nn.Linear(width, layer["units"]))
            width = layer["units"]
            if layer["activation"] in ACTIVATIONS:
                modules.append(ACTIVATIONS[layer["activation"]]())
        elif kind == "activation":
            modules.append(ACTIVATIONS[layer["activation"]]())
        elif kind == "batch-normalization":
            modules.append(nn.BatchNorm1d(width, eps=layer["epsilon"], momentum=layer["momentum"]))
        elif kind == "layer-normalization":
            modules.append(nn.LayerNorm(width, eps=layer["epsilon"]))
        else:
            block, after = network(layer["layers"], width)
            assert after == width
            modules.append(Residual(block))
    return nn.Sequential(*modules), width


def flat(net, of):
    numbers = []
    for module in net.modules():
        for name, parameter in module.named_parameters(recurse=False):
            values = of(parameter)
            numbers += (values.t() if values.dim() == 2 else values).reshape(-1).tolist()
    return numbers


def statistics(net):
    numbers = []
    for module in net.modules():
        if isinstance(module, nn.BatchNorm1d):
            numbers += module.running_mean.tolist() + module.running_var.tolist()
    return numbers


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
        "initial": flat(net, lambda p: p.detach()) + statistics(net), "losses": [],
    }
    net.train()
    for step in range(STEPS):
        first, last = batches[step % len(batches)]
        by.zero_grad()
        value = nn.functional.mse_loss(net(x[first:last]), target[first:last])
        value.backward()
        if step == 0:
            result["firstGradient"] = flat(net, lambda p: p.grad)
        by.step()
        result["losses"].append(value.item())
    net.eval()
    result["final"] = flat(net, lambda p: p.detach()) + statistics(net)
    result["finalPrediction"] = net(x).tolist()
    return result


def dense(units, activation="identity"):
    return {"type": "dense", "units": units, "activation": activation}


def activation(name):
    return {"type": "activation", "activation": name}


def batch(epsilon=1e-5, momentum=0.1):
    return {"type": "batch-normalization", "epsilon": epsilon, "momentum": momentum}


def layer(epsilon=1e-5):
    return {"type": "layer-normalization", "epsilon": epsilon}


def residual(*layers):
    return {"type": "residual", "layers": list(layers)}


print(json.dumps({"source": "PyTorch " + torch.__version__ + ", float64, by residual.py", "cases": [
    # the ResNet for tables of Gorishniy et al. 2021, without dropout
    case(1, 32, 4, [dense(6), residual(batch(), dense(9), activation("relu"), dense(6)),
                    residual(batch(1e-3, 0.3), dense(7), activation("relu"), dense(6)),
                    batch(), activation("relu"), dense(2)], 0.05, [[0, 16], [16, 32]]),
    # blocks in blocks, from the input on, of which two begin with the same layer
    case(2, 30, 5, [residual(residual(dense(5, "tanh")), layer(), residual(activation("silu"), residual(dense(5, "tanh")))),
                    dense(1)], 0.05, [[0, 10], [10, 30]]),
]}))
