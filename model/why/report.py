"""Why a network reads a drawing as it does, for the command line: the page's numbers as text or JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.drawing.ink import Mark
from model.drawing.raster import Raster
from model.given import Asked
from model.look.snapshot import Snapshot, look
from model.predict import percent
from model.streams import json_line
from model.why.known import BETWEEN, Known, Line, Near, line, nearest, place
from model.why.question import Question, question
from model.why.shares import Shares, shares
from model.why.spots import Spot, SpotMeter, Spots, strongest
from model.why.strokes import Change, searching

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

PORTION = 16  # spots measured at once
MOST, LEAST = 4, 2  # maps named for the answer and for the rival


@dataclass(frozen=True, eq=False)
class Explained:
    """All that the page says of one drawing."""

    known: Known
    snapshot: Snapshot
    question: Question
    shares: Shares
    spots: Spots
    changes: tuple[Change, ...]
    near: Near
    near_rival: Near
    line: Line
    place: tuple[float, float]


def explained(
    network: "DigitNet", marks: Sequence[Mark], drawn: Raster, known: Known, rival: int | None = None
) -> Explained:
    """Explain how `marks`, which are read as `drawn`, are answered, against `rival` or else the runner-up."""
    snapshot = look(network, drawn.image, drawn=drawn)
    q = question(snapshot, rival)
    meter = SpotMeter(network, drawn.image, q)
    while not meter.measure_some(PORTION):
        pass
    changes = tuple(item for item in searching(network, marks, drawn, q) if isinstance(item, Change))
    x, y = place(known, snapshot).tolist()
    return Explained(
        known,
        snapshot,
        q,
        shares(snapshot, q),
        meter.spots,
        changes,
        nearest(known, snapshot),
        nearest(known, snapshot, label=q.rival),
        line(known, snapshot, q),
        (x, y),
    )


def explanation_json(asked: Asked, found: Explained | None) -> str:
    """One JSON object for one drawing; without ink all but its name and box is null."""
    said: dict[str, Any] = {"name": asked.name, "box": asked.box}
    names = "digit", "answer", "rival", "lead", "shares", "spots", "strokes", "neighbours", "line", "place"
    if found is None:
        return json_line(said | dict.fromkeys(names))
    counted, spots, place_on_line = found.shares, strongest(found.spots), found.line
    said |= {
        "digit": found.snapshot.digit,
        "answer": found.question.answer,
        "rival": found.question.rival,
        "lead": counted.lead,
        "shares": {"maps": counted.maps.tolist(), "bias": counted.bias, "sum": counted.total, "equal": counted.equal},
        "spots": {
            "erased": None if spots[0] is None else spots[0]._asdict(),
            "drawn": None if spots[1] is None else spots[1]._asdict(),
            "runs": found.spots.runs,
        },
        "strokes": [
            {
                "digit": change.digit,
                "probability": round(change.probability, 6),
                "erase": change.erase,
                "width": round(change.width, 2),
                "points": [[round(x, 1), round(y, 1)] for x, y in change.points],
            }
            for change in found.changes
        ],
        "neighbours": {
            "all": _neighbours(found.near, found.known),
            "rival": _neighbours(found.near_rival, found.known),
        },
        "line": {
            "digits": [
                {"index": index, "digit": int(found.known.labels[index]), "lead": lead}
                for index, lead in zip(place_on_line.indices.tolist(), place_on_line.leads.tolist(), strict=True)
            ],
            "between": place_on_line.between,
        },
        "place": found.place,
    }
    if not found.snapshot.weights.data.digits:
        said["classes"] = list(found.snapshot.classes)  # the digits above are places in this list
    return json_line(said)


def _neighbours(near: Near, known: Known) -> list[dict[str, Any]]:
    """Training digits with their number in the training images."""
    return [
        {"index": index, "digit": int(known.labels[index]), "similarity": round(similarity, 4)}
        for index, similarity in zip(near.indices.tolist(), near.similarity.tolist(), strict=True)
    ]


def explanation_text(asked: Asked, found: Explained | None) -> str:
    """The same as lines to read, each with its kind of evidence."""
    if found is None:
        return f"{asked.name}\t{'nothing found on it' if asked.picture else 'empty'}"
    q, counted, names = found.question, found.shares, found.snapshot.classes
    answer, rival = names[q.answer], names[q.rival]
    kind, many = ("digit", "digits") if found.snapshot.weights.data.digits else ("class", "images of")
    lines = [f"{asked.name}\t{answer} and not {rival}: {answer} leads {rival} by {counted.lead:.2f}"]
    says = "equals" if counted.equal else "differs from"
    lines.append(
        f"  exact     {len(counted.maps)} maps {counted.maps.sum():+.3f}, bias {counted.bias:+.3f} = "
        f"{counted.total:+.3f}, {says} PyTorch's {counted.lead:.3f}"
    )
    order = counted.by_size
    first = ", ".join(f"{n} {counted.maps[n]:+.2f}" for n in order[:MOST])
    last = ", ".join(f"{n} {counted.maps[n]:+.2f}" for n in order[: -LEAST - 1 : -1])
    lines.append(f"            maps most for {answer}: {first}; for {rival}: {last}")
    lines.append(f"  measured  {'; '.join(_spots(found))} ({found.spots.runs} runs)")
    lines += [f"  searched  {words}" for words in _changes(found)]
    lines.append(f"  training  most like it: {', '.join(_alike(found.near, found))}")
    lines.append(f"            of {kind} {rival}: {', '.join(_alike(found.near_rival, found))}")
    between = percent(found.line.between)
    lines.append(f"            {between} of all {many} {answer} and {rival} lie within {BETWEEN:g} of the border")
    return "\n".join(lines)


def _spots(found: Explained) -> Iterator[str]:
    lead = found.shares.lead
    named: list[tuple[str, Spot | None]] = list(zip(("erased", "drawn"), strongest(found.spots), strict=True))
    for word, spot in named:
        if spot is not None:
            yield f"a spot {word} at row {spot.row}, column {spot.column}: lead {lead + spot.change:.2f}"


def _changes(found: Explained) -> Iterator[str]:
    if not found.changes:
        yield "no stroke was found after which it reads otherwise"
    for change in found.changes:
        (x, y), (to_x, to_y) = change.points[0], change.points[-1]
        read = found.snapshot.classes[change.digit]
        word = "erase" if change.erase else "draw"
        probability = percent(change.probability, 1)
        yield f"{word} from {x:.0f}, {y:.0f} to {to_x:.0f}, {to_y:.0f}: then it reads {read}, {probability}"


def _alike(near: Near, found: Explained) -> Iterator[str]:
    for index, similarity in zip(near.indices, near.similarity, strict=True):
        yield f"{found.snapshot.classes[found.known.labels[index]]} ({similarity:.2f})"
