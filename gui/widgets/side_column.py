"""The column at a page's left: its width and margins, the same on all pages, so that nothing jumps between them."""

WIDTH, MARGIN = 304, 14
