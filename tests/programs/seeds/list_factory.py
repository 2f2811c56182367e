import tracemalloc


class SecureMemoryManager:
    def __init__(self, max_memory_mb=100):
        self.max_memory_bytes = max_memory_mb * 1024 * 1024

    def check_memory_usage(self):
        tracemalloc.start()
        current, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        if current > self.max_memory_bytes:
            raise MemoryError(f"Memory usage {current} exceeds limit {self.max_memory_bytes}")
        return current

    def safe_list_creation(self, size, max_size=10000):
        if size > max_size:
            raise ValueError(f"List size {size} exceeds maximum {max_size}")
        self.check_memory_usage()
        return [0] * size


memory_manager = SecureMemoryManager()


def create_safe_data_structure(user_requested_size):
    try:
        if not isinstance(user_requested_size, int) or user_requested_size < 0:
            raise ValueError("Size must be a positive integer")
        data = memory_manager.safe_list_creation(user_requested_size)
        return data
    except (ValueError, MemoryError) as e:
        print(f"Error creating data structure: {e}")
        return None


tables = []
for request in range(150):
    tables.append(create_safe_data_structure(5000))
