"""One folder a page. No page knows another."""
