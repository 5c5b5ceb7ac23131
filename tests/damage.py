"""Ways to damage a weights file: by chance, and with sense."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import safetensors.torch
import torch

Make = Callable[[bytes, random.Random], bytes]


def split(content: bytes) -> tuple[bytes, bytes]:
    """Header (JSON) and data."""
    length = int.from_bytes(content[:8], "little")
    return content[8 : 8 + length], content[8 + length :]


def joined(header: bytes, data: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + data


def flipped(content: bytes, chance: random.Random, low: int, high: int, times: int) -> bytes:
    changed = bytearray(content)
    for _ in range(times):
        changed[chance.randrange(low, high)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_header(content: bytes, chance: random.Random) -> bytes:
    return flipped(content, chance, 0, 8 + len(split(content)[0]), chance.choice((1, 1, 2, 5)))


def flipped_data(content: bytes, chance: random.Random) -> bytes:
    return flipped(content, chance, 8 + len(split(content)[0]), len(content), chance.choice((1, 1, 2, 5)))


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def with_more(content: bytes, chance: random.Random) -> bytes:
    place = chance.choice((len(content), chance.randrange(len(content))))
    return content[:place] + chance.randbytes(chance.randint(1, 40)) + content[place:]


def with_a_hole(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) - 1)
    return content[:place] + content[place + chance.randint(1, 40) :]


def with_zeros(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) - 1)
    size = min(chance.randint(1, 512), len(content) - place)  # as a lost sector of a disk reads
    return content[:place] + bytes(size) + content[place + size :]


def swapped(content: bytes, chance: random.Random) -> bytes:
    size = chance.randint(1, 64)
    a, b = sorted(chance.sample(range(0, len(content) - size, size), 2))
    return content[:a] + content[b : b + size] + content[a + size : b] + content[a : a + size] + content[b + size :]


def other_length(content: bytes, chance: random.Random) -> bytes:
    length = chance.choice((0, 1, 2**63, 2**64 - 1, len(content), chance.randrange(2 * len(content)), 2**32))
    return length.to_bytes(8, "little") + content[8:]


ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 3.5, 1e308, -1e308, float("nan"), float("inf"), 10**30, 2**63, 2**31),
    *("", "3", "conv1", "\ud800", "x" * 5000, [], [[]], {}, {"a": 1}, [0] * 300, [1, 2, 3]),
]


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in parsed JSON."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


def replaced(tree: Any, chance: random.Random) -> None:
    """Another value, no value, or another name somewhere in parsed JSON."""
    *way, last = chance.choice(list(places(tree)))
    node = tree
    for key in way:
        node = node[key]
    kind = chance.randrange(6)
    if kind == 0:
        del node[last]
    elif kind == 1 and isinstance(node, dict):
        node[last + "_"] = node.pop(last)
    else:
        node[last] = chance.choice(ODD)


def other_description(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    about = json.loads(header["__metadata__"]["convpad"])
    replaced(about, chance)
    header["__metadata__"]["convpad"] = json.dumps(about)
    return joined(json.dumps(header).encode("utf-8", "surrogatepass"), data)


def other_header(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    replaced(header, chance)
    return joined(json.dumps(header).encode("utf-8", "surrogatepass"), data)


def other_offsets(content: bytes, chance: random.Random) -> bytes:
    """Tensors that overlap, leave gaps, lie backwards or beyond the end."""
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice([key for key in header if key != "__metadata__"])
    ends = [chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)]
    if chance.random() < 0.5:
        other = chance.choice([key for key in header if key not in ("__metadata__", name)])
        ends = header[other]["data_offsets"]
    header[name]["data_offsets"] = ends
    return joined(json.dumps(header).encode(), data)


def huge_shape(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice([key for key in header if key != "__metadata__"])
    header[name]["shape"] = [chance.choice((2**31, 2**40, 2**62, 2**64, 10**25)) for _ in range(chance.randint(1, 5))]
    if chance.random() < 0.5:
        header[name]["data_offsets"] = [0, 2**62]
    return joined(json.dumps(header).encode(), data)


def twice_the_same_key(content: bytes, chance: random.Random) -> bytes:
    """The second one of two equal keys differs."""
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice(list(header))
    again = json.loads(json.dumps(header[name]))
    replaced(again, chance)
    extra = json.dumps({name: again}, ensure_ascii=True)[1:-1]
    text = head.decode().rstrip()
    text = "{" + extra + "," + text[1:] if chance.random() < 0.5 else text[:-1] + "," + extra + "}"
    return joined(text.encode(), data)


def odd_values(content: bytes, chance: random.Random) -> bytes:
    head, _ = split(content)
    tensors = safetensors.torch.load(content)
    values = chance.choice(list(tensors.values())).view(-1)
    values[chance.randrange(len(values))] = chance.choice((float("nan"), float("inf"), -float("inf"), 3.0))
    return safetensors.torch.save(tensors, json.loads(head)["__metadata__"])


def other_shapes(content: bytes, chance: random.Random) -> bytes:
    head, _ = split(content)
    tensors = safetensors.torch.load(content)
    name = chance.choice(list(tensors))
    kind = chance.randrange(4)
    if kind == 0:
        tensors[name] = tensors[name].flatten()
    elif kind == 1:
        tensors[name] = torch.zeros(tuple(n + 1 for n in tensors[name].shape))
    elif kind == 2:
        tensors[name] = tensors[name].to(chance.choice((torch.float16, torch.float64, torch.bfloat16, torch.int32)))
    else:
        del tensors[name]
    return safetensors.torch.save(tensors, json.loads(head)["__metadata__"])


BY_CHANCE: dict[Make, int] = {
    flipped_header: 80, flipped_data: 60, truncated: 60, with_more: 30, with_a_hole: 30, with_zeros: 30, swapped: 20,
    other_length: 20, other_description: 120, other_header: 80, other_offsets: 40, huge_shape: 30,
    twice_the_same_key: 40, odd_values: 20, other_shapes: 30,
}  # fmt: skip
