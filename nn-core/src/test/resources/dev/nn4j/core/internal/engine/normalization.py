# SPDX-License-Identifier: Apache-2.0
"""Writes normalization.json: training runs of networks with batch and layer normalisation in float64.

    python3 normalization.py > normalization.json

Made with PyTorch 1.13.0. Parameters are flat lists in the order of dev.nn4j.core.Network: the trained ones layer by
layer, weights as [in, out], then the running statistics layer by layer. All that goes in is representable in float32.
"""
import json

import torch
from torch import nn

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "gelu": nn.GELU, "silu": nn.SiLU, "sigmoid": nn.Sigmoid}
STEPS = 15


def network(layers, inputs):
    """The modules of a network; an output activation that the loss contains is left out."""
    modules, width = [], inputs
    for layer in layers:
        kind = layer["type"]
        if kind == "dense":
            modules.append(nn.Linear(width, layer["units"]))
            width = layer["units"]
            if layer["activation"] in ACTIVATIONS and layer is not layers[-1]:
                modules.append(ACTIVATIONS[layer["activation"]]())
        elif kind == "batch-normalization":
            modules.append(nn.BatchNorm1d(width, eps=layer["epsilon"], momentum=layer["momentum"]))
        else:
            modules.append(nn.LayerNorm(width, eps=layer["epsilon"]))
    return nn.Sequential(*modules).double()


def flat(net, of):
    numbers = []
    for module in net:
        for name, parameter in module.named_parameters(recurse=False):
            values = of(parameter)
            numbers += (values.t() if values.dim() == 2 else values).reshape(-1).tolist()
    return numbers


def statistics(net):
    numbers = []
    for module in net:
        if isinstance(module, nn.BatchNorm1d):
            numbers += module.running_mean.tolist() + module.running_var.tolist()
    return numbers


def single(numbers):
    return numbers.float().double()


def case(seed, rows, inputs, layers, loss, optimizer, rate, batches, spread=1.0, centre=0.0):
    torch.manual_seed(seed)
    net = network(layers, inputs)
    with torch.no_grad():
        for module in net:
            for name, parameter in module.named_parameters(recurse=False):
                if isinstance(module, (nn.BatchNorm1d, nn.LayerNorm)):
                    parameter.add_(0.3 * torch.randn_like(parameter))
                parameter.copy_(single(parameter))
    x = single(centre + spread * torch.randn(rows, inputs, dtype=torch.float64))
    outputs = layers[-1]["units"]
    if loss == "binary-cross-entropy":
        target = (x[:, :1] + x[:, 1:2] > 2 * centre).double()
        function = nn.BCEWithLogitsLoss()
        output = torch.sigmoid
    elif loss == "categorical-cross-entropy":
        classes = torch.randint(outputs, (rows,))
        target = nn.functional.one_hot(classes, outputs).double()
        function = nn.CrossEntropyLoss()
        output = lambda z: torch.softmax(z, 1)
    else:
        target = single(torch.randn(rows, outputs, dtype=torch.float64))
        function = nn.MSELoss()
        output = lambda z: z
    step_by = {
        "momentum": lambda p: torch.optim.SGD(p, lr=rate, momentum=0.9),
        "gradient-descent": lambda p: torch.optim.SGD(p, lr=rate),
        "adam": lambda p: torch.optim.Adam(p, lr=rate),
        "adamw": lambda p: torch.optim.AdamW(p, lr=rate, weight_decay=0.01),
    }[optimizer](net.parameters())
    result = {
        "inputs": inputs, "layers": layers, "loss": loss, "optimizer": optimizer, "learningRate": rate,
        "batches": batches, "x": x.tolist(), "target": target.tolist(),
        "initial": flat(net, lambda p: p.detach()) + statistics(net), "losses": [],
    }
    net.train()
    for step in range(STEPS):
        first, last = batches[step % len(batches)]
        step_by.zero_grad()
        value = function(net(x[first:last]), target[first:last])
        value.backward()
        if step == 0:
            result["firstGradient"] = flat(net, lambda p: p.grad)
        step_by.step()
        result["losses"].append(value.item())
    net.eval()
    result["final"] = flat(net, lambda p: p.detach()) + statistics(net)
    result["finalPrediction"] = output(net(x)).tolist()
    return result


def dense(units, activation):
    return {"type": "dense", "units": units, "activation": activation}


def batch(epsilon=1e-5, momentum=0.1):
    return {"type": "batch-normalization", "epsilon": epsilon, "momentum": momentum}


def layer(epsilon=1e-5):
    return {"type": "layer-normalization", "epsilon": epsilon}


print(json.dumps({"source": "PyTorch " + torch.__version__ + ", float64, by normalization.py", "cases": [
    case(1, 40, 5, [dense(8, "relu"), batch(), dense(6, "tanh"), batch(1e-3, 0.3), dense(1, "sigmoid")],
         "binary-cross-entropy", "adam", 0.01, [[0, 20], [20, 40]]),
    case(2, 33, 4, [batch(), dense(9, "gelu"), batch(momentum=1.0), dense(3, "softmax")],
         "categorical-cross-entropy", "momentum", 0.05, [[0, 16], [16, 33]], spread=3.0, centre=50.0),
    case(3, 24, 6, [dense(17, "silu"), layer(), dense(9, "tanh"), layer(1e-3), dense(2, "identity")],
         "mean-squared-error", "adamw", 0.01, [[0, 8], [8, 16], [16, 24]]),
    case(4, 30, 3, [layer(), dense(7, "tanh"), batch(), layer(), dense(5, "silu"), batch(0.5, 0.01), dense(1, "identity")],
         "mean-squared-error", "gradient-descent", 0.02, [[0, 7], [7, 15], [15, 30]]),
]}))
