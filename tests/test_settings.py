import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from gui.storage.settings import BRUSH_RANGE, Settings
from model.drawing.ink import BRUSH


@pytest.mark.parametrize("key", ["theme", "brush", "page", "scale", "weights", "geometry", "pressure", "data"])
@given(
    garbage=st.one_of(
        st.text(max_size=20),
        st.integers(-(2**31), 2**31 - 1),
        st.floats(),
        st.booleans(),
        st.lists(st.text(max_size=3)),
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_garbage_becomes_the_default(key: str, garbage: object) -> None:
    remembered = Settings()
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ConvPad", "ConvPad").setValue(key, garbage)
    assert remembered.theme in (None, "dark", "light")
    assert BRUSH_RANGE[0] <= remembered.brush <= BRUSH_RANGE[1]
    assert remembered.scale in ("map", "layer", "network")
    assert isinstance(remembered.geometry, QByteArray)
    assert isinstance(remembered.page, str)
    assert isinstance(remembered.pressure, bool)
    assert remembered.data is None or "\0" not in str(remembered.data)


def test_what_is_set_comes_back() -> None:
    first = Settings()
    assert (first.brush, first.theme, first.weights, first.pressure) == (int(BRUSH), None, None, False)
    first.brush, first.theme, first.pressure = 33, "light", True
    second = Settings()
    assert (second.brush, second.theme, second.pressure) == (33, "light", True)
