"""The curves of a run as a CSV file."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.train.training import Progress

COLUMNS = ("step", "epoch", "loss", "learning_rate", "validation")


def curves_csv(history: "Sequence[Progress]") -> str:
    """A row a step: step, epoch, loss, learning rate, and the validation accuracy 0…1 where it was measured there."""
    rows: dict[int, list[object]] = {}
    for progress in history:
        row = rows.setdefault(progress.step, [progress.step, progress.epoch, progress.loss, progress.learning_rate, ""])
        if progress.validation is not None:
            row[-1] = progress.validation
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows.values())
    return text.getvalue()
