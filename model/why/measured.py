"""How far other ways to colour pixels agree with erasing, for the shipped network.

Measured with `python tests/benchmarks/why.py --digits 40`, which prints all of them; once more after each change of
the weights that ConvPad ships.
"""

DIGITS = 40  # of MNIST's test digits, drawn by chance
AGREES = {  # with what erasing really does: the rank correlation over the ink, -1…1
    "gradient × input": 0.21,
    "integrated gradients": 0.38,
    "Grad-CAM": 0.21,
}
SIGNS = 0.53  # of 3 × 3 patches of ink, for how many gradient × input tells what erasing them does, 0…1
