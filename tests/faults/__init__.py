"""Does verification notice? Planted faults must be called different, equal programs equivalent."""
