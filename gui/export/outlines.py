"""The texts of an SVG file as outlines, so that it looks the same on a machine that lacks the fonts; pixels sharp."""

from xml.etree import ElementTree

from PySide6.QtGui import QFont, QPainterPath

SVG = "http://www.w3.org/2000/svg"
KINDS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: "",
}


def outlined(svg: bytes) -> bytes:
    """`svg`, as QSvgGenerator writes it, with a path in the place of each text, and no map smoothed.

    What was written stays readable to programs and screen readers, as the path's aria-label.
    """
    for prefix, name in (("", SVG), ("xlink", "http://www.w3.org/1999/xlink")):
        ElementTree.register_namespace(prefix, name)
    root = ElementTree.fromstring(svg)
    for text in root.iter(f"{{{SVG}}}text"):
        written = text.text or ""
        outline = QPainterPath()
        outline.addText(float(text.get("x", 0)), float(text.get("y", 0)), _font(text), written)
        fill, opacity = text.get("fill", "black"), text.get("fill-opacity", "1")
        text.clear()
        text.tag, text.text, text.tail = f"{{{SVG}}}path", None, "\n"
        text.attrib = {
            "aria-label": written, "fill": fill, "fill-opacity": opacity, "fill-rule": "nonzero", "stroke": "none",
            "d": _data(outline),
        }  # fmt: skip
    for image in root.iter(f"{{{SVG}}}image"):
        if image.get("image-rendering") == "optimizeSpeed":  # which Chrome smooths; a number is a sharp square
            image.set("style", "image-rendering: pixelated")
    for each in root.iter():
        for attribute in [name for name in each.attrib if name.startswith("font-")]:
            del each.attrib[attribute]
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True))


def _font(text: ElementTree.Element) -> QFont:
    font = QFont(text.get("font-family", "").split(","))
    font.setPixelSize(round(float(text.get("font-size", 12))))
    font.setWeight(QFont.Weight(int(text.get("font-weight", 400))))
    font.setItalic(text.get("font-style") == "italic")
    return font


def _data(outline: QPainterPath) -> str:
    """The path as SVG writes it, in hundredths of a pixel."""
    elements = (outline.elementAt(number) for number in range(outline.elementCount()))
    return " ".join(f"{KINDS[each.type]}{round(each.x, 2):g} {round(each.y, 2):g}" for each in elements)
