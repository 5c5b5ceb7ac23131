"""Everything ConvPad shows. Nothing here computes: panels show a `model.snapshot.Snapshot`."""
