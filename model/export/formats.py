"""A network as a file for another program, in any of the formats that ConvPad writes; for the menu and the shell."""

from pathlib import Path

from model.arguments import FORMATS
from model.files import InputError, check_writable, write_atomically
from model.network import checkpoint
from model.network.checkpoint import Checkpoint


def export(chosen: Checkpoint, kind: str, out: Path) -> None:
    """Write `chosen` to `out` as one of `FORMATS`, atomically; for Caffe the weights go to a second file beside it.

    Raises:
        InputError: a file cannot be written, or a package that the format needs is missing.
        ValueError: there is no such format.
    """
    network = chosen.network
    if kind == "safetensors":
        checkpoint.save(out, chosen)
    elif kind == "onnx":
        from model.export.onnx_file import onnx_bytes

        write_atomically(out, onnx_bytes(network))
    elif kind == "pytorch":
        from model.export.code import pytorch_code

        write_atomically(out, pytorch_code(network.specs, out.name, network.data).encode())
    elif kind == "keras":
        from model.export.keras_code import keras_code

        write_atomically(out, keras_code(network.specs, out.name, network.data).encode())
    elif kind == "caffe":
        from model.export.caffe_files import caffemodel, prototxt

        check_writable(out)  # or the weights would be left there alone
        if caffe_weights(out) == out:
            raise InputError("{0} is for the weights; name the file with the layers .prototxt.", out)
        write_atomically(caffe_weights(out), caffemodel(network))
        write_atomically(out, prototxt(network.specs, network.data).encode())
    else:
        raise ValueError(f"{kind} is none of {', '.join(FORMATS)}")


def caffe_weights(out: Path) -> Path:
    """The file beside `out`, which holds the layers, that holds the weights."""
    return out.with_suffix(".caffemodel")
