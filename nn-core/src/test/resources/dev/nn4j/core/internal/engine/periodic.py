# Makes the numbers in PeriodicEmbeddingLayerTest, with PyTorch 1.13: the outputs and the gradient of the mean squared error
# of a periodic embedding of two of three inputs and a dense layer, in double.
import math
import torch

torch.set_default_dtype(torch.float64)
waves, size, rows = 3, 3, 4
count = 2 * 2 * waves + 2 * (waves + 1) * (size - 1) + (2 * size + 1) + 1
p = torch.tensor([((i * 37) % 23 - 11) / 16 for i in range(count)], requires_grad=True)
x = torch.tensor([((i * 29) % 17 - 8) / 4 for i in range(3 * rows)]).reshape(rows, 3)
y = torch.tensor([0.5, -1, 2, 0]).reshape(rows, 1)

f = p[: 2 * waves].reshape(2, waves)
b = p[2 * waves : 4 * waves].reshape(2, waves)
w = p[4 * waves : 4 * waves + 2 * (waves + 1) * (size - 1)].reshape(2, waves + 1, size - 1)
dense = p[4 * waves + w.numel() :]
parts = []
for c, column in enumerate((0, 2)):
    value = x[:, column : column + 1]
    cosines = torch.cos(2 * math.pi * (value * f[c] + b[c]))
    parts += [cosines @ w[c, :waves] + w[c, waves], value]
h = torch.cat(parts + [x[:, 1:2]], 1)
out = h @ dense[:-1].reshape(-1, 1) + dense[-1]
loss = ((out - y) ** 2).mean()
loss.backward()
print("outputs ", ", ".join("%.7ff" % v for v in out.flatten()))
print("gradient", ", ".join("%.7ff" % v for v in p.grad))
