import resource


class SystemResourceMonitor:
    def __init__(self, max_memory_kilobytes=8 * 1024 * 1024):
        self.max_memory_kilobytes = max_memory_kilobytes
        self.checks = 0

    def check_system_resources(self):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.checks += 1
        if used > self.max_memory_kilobytes:
            raise SystemError(f"Memory usage {used} exceeds limit {self.max_memory_kilobytes}")


monitor = SystemResourceMonitor()


def secure_computation(data):
    try:
        monitor.check_system_resources()
        result = []
        for i, item in enumerate(data):
            if i % 1000 == 0:
                monitor.check_system_resources()
            result.append(item ** 2)
        return result
    except (SystemError, MemoryError) as e:
        print(f"Computation aborted due to resource limits: {e}")
        return None


total = sum(secure_computation(range(1_000, 21_000)))
