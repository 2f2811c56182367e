import threading
from collections import defaultdict
from datetime import datetime, timedelta


class ResourceLimiter:
    def __init__(self):
        self.request_counts = defaultdict(list)
        self.max_requests_per_minute = 60
        self.max_concurrent_operations = 10
        self.active_operations = 0
        self.operation_lock = threading.Lock()

    def rate_limit_check(self, client_id):
        now = datetime.now()
        minute_ago = now - timedelta(minutes=1)
        self.request_counts[client_id] = [
            req_time for req_time in self.request_counts[client_id]
            if req_time > minute_ago
        ]
        if len(self.request_counts[client_id]) >= self.max_requests_per_minute:
            raise Exception(f"Rate limit exceeded for client {client_id}")
        self.request_counts[client_id].append(now)

    def acquire_operation_slot(self):
        with self.operation_lock:
            if self.active_operations >= self.max_concurrent_operations:
                raise Exception("Too many concurrent operations")
            self.active_operations += 1

    def release_operation_slot(self):
        with self.operation_lock:
            self.active_operations = max(0, self.active_operations - 1)


limiter = ResourceLimiter()


def secure_file_processor(client_id, file_data):
    try:
        limiter.rate_limit_check(client_id)
        limiter.acquire_operation_slot()
        if len(file_data) > 10 * 1024 * 1024:
            raise ValueError("File too large")
        return file_data.decode("utf-8").upper()
    except Exception as e:
        print(f"Processing failed for client {client_id}: {e}")
        return None
    finally:
        limiter.release_operation_slot()


for request in range(900):
    secure_file_processor(f"client-{request % 8}", b"one line of text\n")
