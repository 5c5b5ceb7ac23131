"""The sentences of `model/`'s InputError in the language of the window; `model/` itself knows no Qt and speaks English.

A sentence that is missing in the list stays English; `tests/test_language.py` compares the list with the code.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from model.files import InputError, one_line

TEMPLATES = (  # as they stand in `model/`, where lupdate does not look
    QT_TRANSLATE_NOOP("InputError", "a network has 1 to {0} convolution layers, not {1}"),
    QT_TRANSLATE_NOOP("InputError", "{0} must be a whole number from {1} to {2}, not {3!r}"),
    QT_TRANSLATE_NOOP("InputError", "conv{0}: a {1} × {1} kernel does not fit into {2} × {2} with padding {3}"),
    QT_TRANSLATE_NOOP("InputError", "conv{0}: nothing is left after the max-pool"),
    QT_TRANSLATE_NOOP("InputError", "{0} must be true or false, not {1!r}"),
    QT_TRANSLATE_NOOP("InputError", "the file is cut off or no safetensors file; choose another."),
    QT_TRANSLATE_NOOP("InputError", "these weights do not say which format they have."),
    QT_TRANSLATE_NOOP("InputError", "saved by a newer ConvPad (format {0}, this one reads {1}); update first."),
    QT_TRANSLATE_NOOP("InputError", "the description of the layers is missing."),
    QT_TRANSLATE_NOOP("InputError", "its tensors do not fit its layers ({0} missing or too many)."),
    QT_TRANSLATE_NOOP("InputError", "{0}: {1}"),
    QT_TRANSLATE_NOOP("InputError", "{0} is not a whole safetensors file ({1}); choose another."),
    QT_TRANSLATE_NOOP("InputError", "these weights were not saved by ConvPad, so their layers are not known."),
    QT_TRANSLATE_NOOP("InputError", "it does not describe a network ConvPad can show: {0}."),
    QT_TRANSLATE_NOOP("InputError", "{0} is {1} {2}, but the layers need {3} float32."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds values that are not finite numbers."),
    QT_TRANSLATE_NOOP("InputError", 'not a drawing: an object with "strokes" is needed'),
    QT_TRANSLATE_NOOP("InputError", '"label" must be a digit from 0 to 9'),
    QT_TRANSLATE_NOOP("InputError", '"writer" must be a number or a name'),
    QT_TRANSLATE_NOOP("InputError", '"erasers" must have as many entries as "strokes"'),
    QT_TRANSLATE_NOOP("InputError", '"picture" must be base64 of {0} × {0} or {1} × {1} bytes of ink'),
    QT_TRANSLATE_NOOP("InputError", "more than {0:,} points"),
    QT_TRANSLATE_NOOP("InputError", '"{0}" must be {1} positive numbers'),
    QT_TRANSLATE_NOOP(
        "InputError", "a stroke must be a list of [x, y] with finite numbers, at most ten times the size away"
    ),
    QT_TRANSLATE_NOOP("InputError", "{0} is damaged after line {1} ({2}); fetch it again."),
    QT_TRANSLATE_NOOP("InputError", '"widths" must be at most ten times the size'),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: it is mounted and cannot be replaced. Choose another name."),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: it is no ordinary file. Choose another name."),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: it would be larger than {1:,} bytes."),
    QT_TRANSLATE_NOOP("InputError", "its strokes are too long to be drawn; shorten them, or use a narrower pen"),
    QT_TRANSLATE_NOOP("InputError", "its text is UTF-16 or UTF-32; save the file as UTF-8"),
    QT_TRANSLATE_NOOP("InputError", "longer than {0:,} bytes; it is no drawing"),
    QT_TRANSLATE_NOOP("InputError", "no drawing ({0})"),
    QT_TRANSLATE_NOOP("InputError", "{0} expands to more than {1:,} bytes; it is no file of drawings."),
    QT_TRANSLATE_NOOP("InputError", "{0} has more than {1:,} lines; split it into several files."),
    QT_TRANSLATE_NOOP("InputError", "{0}, line {1}: {2}."),
    QT_TRANSLATE_NOOP("InputError", "There are no drawings to evaluate."),
    QT_TRANSLATE_NOOP("InputError", 'Drawing {0} has no "label", so its answer cannot be checked.'),
    QT_TRANSLATE_NOOP("InputError", "{0} is a folder; name a file in it."),
    QT_TRANSLATE_NOOP("InputError", "{0} is larger than {1:,} bytes; it is not a file ConvPad can use."),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: it came out shorter than it should; is the disk full?"),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: {1}. Choose another folder or free some space."),
    QT_TRANSLATE_NOOP("InputError", "Cannot write {0}: {1}. Choose another folder."),
    QT_TRANSLATE_NOOP("InputError", "Cannot read {0}: {1}."),
    QT_TRANSLATE_NOOP("InputError", "Cannot read {0}: it is a folder."),
    QT_TRANSLATE_NOOP("InputError", "Cannot read {0}: it is no ordinary file."),
    QT_TRANSLATE_NOOP("InputError", "its content is not what was saved: the file is damaged; choose another."),
    QT_TRANSLATE_NOOP("InputError", "its header is larger than {0:,} bytes; these weights were not saved by ConvPad."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds too few images: at least 12 to train on and 1 to test on are needed."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds {1:,} labels, but {2} holds {3:,} images; they must be as many."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds the label {1}; ten classes have the labels 0 to 9."),
    QT_TRANSLATE_NOOP("InputError", "{0} lacks {1} (with or without .gz); all four IDX files must be there."),
    QT_TRANSLATE_NOOP("InputError", "{0} is cut off: {1} bytes are too few for its header."),
    QT_TRANSLATE_NOOP("InputError", "{0} is not the IDX file it should be: its magic number is {1:#x}, not {2:#x}."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds images of {1} pixels; 28 × 28 are needed."),
    QT_TRANSLATE_NOOP(
        "InputError",
        "{0} is cut off or damaged: for the {1:,} entries it names its length is {2:,} bytes instead of {3:,}.",
    ),
    QT_TRANSLATE_NOOP(
        "InputError", "{0} differs from the MNIST file that ConvPad ships; restore it from the repository."
    ),
    QT_TRANSLATE_NOOP("InputError", "{0} expands to more than {1:,} bytes; it is no such IDX file."),
    QT_TRANSLATE_NOOP("InputError", "{0} is not a gzip file, though its name says so; fetch it again."),
    QT_TRANSLATE_NOOP("InputError", "{0} is cut off inside its gzip data; fetch it again."),
    QT_TRANSLATE_NOOP("InputError", "{0} is damaged ({1}); fetch it again."),
    QT_TRANSLATE_NOOP("InputError", "This network is of {0} and reads no digits: drawn ones cannot be counted."),
    QT_TRANSLATE_NOOP(
        "InputError", "{0} lacks {1}, and has no ten subfolders with pictures either; choose another folder."
    ),
    QT_TRANSLATE_NOOP("InputError", "The data set {0} is no longer in {1}; put it back there."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds other classes than the data set {1} had."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds {1:,} pictures; {2:,} are the most."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds too few pictures of {1}: at least {2} are needed."),
    QT_TRANSLATE_NOOP("InputError", "{0} shows {1} digits; one is needed."),
    QT_TRANSLATE_NOOP("InputError", "the description of the data is damaged."),
    QT_TRANSLATE_NOOP("InputError", "There is no folder {0}."),
    QT_TRANSLATE_NOOP(
        "InputError",
        "{0} calls a class “{1}”: ten different names are needed, each of 1 to {2} characters that can be seen, "
        "without < and >.",
    ),
    QT_TRANSLATE_NOOP("InputError", "{0} has {1} subfolders with pictures; ten are needed, one for each class."),
    QT_TRANSLATE_NOOP("InputError", "{0} is no text in UTF-8; save it as such."),
    QT_TRANSLATE_NOOP("InputError", "{0} has {1} lines; ten are needed, a class's name in each."),
    QT_TRANSLATE_NOOP("InputError", "This network is of {0} and reads no digits: it cannot be taught drawn ones."),
    QT_TRANSLATE_NOOP("InputError", "{0} is not a picture ConvPad knows ({1})."),
    QT_TRANSLATE_NOOP("InputError", "{0} has too many pixels; {1:,} are the most."),
    QT_TRANSLATE_NOOP("InputError", "{0} is damaged or cut off ({1}); choose another picture."),
    QT_TRANSLATE_NOOP("InputError", "{0} has {1:,} × {2:,} pixels; {3:,} are the most."),
    QT_TRANSLATE_NOOP("InputError", "There is nothing to learn from: no drawing has both ink and a label."),
    QT_TRANSLATE_NOOP("InputError", "There is no {0} device on this machine; choose cpu or auto."),
    QT_TRANSLATE_NOOP("InputError", "The current network has other layers; start from new weights."),
    QT_TRANSLATE_NOOP("InputError", "{0} is damaged ({1}); the run in it cannot go on."),
    QT_TRANSLATE_NOOP("InputError", "{0} does not describe a run: {1}."),
    QT_TRANSLATE_NOOP("InputError", "{0} is damaged; the run in it cannot go on."),
    QT_TRANSLATE_NOOP("InputError", "it has seen {0:,} digits, not {1:,}"),
    QT_TRANSLATE_NOOP("InputError", "The unfinished run cannot go on: {0}."),
    QT_TRANSLATE_NOOP("InputError", "The device {0} failed ({1}); try again, or choose cpu."),
    QT_TRANSLATE_NOOP("InputError", "The memory ran out; a smaller batch size or a smaller network helps."),
    QT_TRANSLATE_NOOP("InputError", "{0} holds no unfinished run, or is cut off."),
    QT_TRANSLATE_NOOP("InputError", "{0} was saved by a newer ConvPad; update first."),
    QT_TRANSLATE_NOOP("InputError", "{0} does not describe a run."),
    QT_TRANSLATE_NOOP("InputError", "it is larger than {0:,} bytes."),
    QT_TRANSLATE_NOOP("InputError", "it is no state dict that can be read safely ({0})."),
    QT_TRANSLATE_NOOP(
        "InputError", "it holds no tensors by their names; save one with torch.save(network.state_dict(), path)."
    ),
    QT_TRANSLATE_NOOP("InputError", "it fits several designs ({0}); choose the right one on page Train, then open it."),
    QT_TRANSLATE_NOOP("InputError", "{0} has no place in a chain of Conv2d and one Linear."),
    QT_TRANSLATE_NOOP("InputError", "it is no chain of Conv2d and one Linear with {0} outputs."),
    QT_TRANSLATE_NOOP("InputError", "{0} has no place in the design that fits best."),
    QT_TRANSLATE_NOOP("InputError", "it ends where the design that fits best has {0} {1}."),
    QT_TRANSLATE_NOOP(
        "InputError",
        "{0} {1} is not the {2} {3} of the design that fits best; make a design of these layers on page Train.",
    ),
    QT_TRANSLATE_NOOP("InputError", "There is no drawing in {0}."),
    QT_TRANSLATE_NOOP("InputError", "Standard input is closed."),
    QT_TRANSLATE_NOOP("InputError", "Standard input cannot be read: {0}."),
    QT_TRANSLATE_NOOP("InputError", "Standard input is empty."),
    QT_TRANSLATE_NOOP("InputError", "Standard input is longer than {0:,} bytes."),
    QT_TRANSLATE_NOOP("InputError", "{0} is for the weights; name the file with the layers .prototxt."),
    QT_TRANSLATE_NOOP("InputError", "Writing ONNX files needs the package onnx; install it with: pip install onnx"),
    QT_TRANSLATE_NOOP("InputError", "The weights overflowed at step {0}; a lower learning rate helps."),
    QT_TRANSLATE_NOOP("InputError", "The loss became {0} at step {1}; a lower learning rate helps."),
)


def sentence(error: Exception) -> str:
    """What `error` says, in the language in use; errors quoted inside it too."""
    if not isinstance(error, InputError):
        return str(error)
    values = tuple(sentence(value) if isinstance(value, Exception) else value for value in error.values)
    return one_line(QCoreApplication.translate("InputError", error.template), values)
