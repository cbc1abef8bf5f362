"""The pages of the rules that the graph engine carries out."""
