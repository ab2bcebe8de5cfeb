"""Other engines that draw graphs, to measure ours beside them."""
