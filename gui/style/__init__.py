"""How ConvPad looks: palettes, fonts, colours, glyphs, icons."""
