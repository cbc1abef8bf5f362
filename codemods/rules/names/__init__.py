"""Rules over names and arguments of single calls: pure table work, for programs that are native already."""
