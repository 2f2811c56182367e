import time


class CircuitBreaker:
    def __init__(self, failure_threshold=5, reset_timeout=60):
        self.failure_threshold = failure_threshold
        self.reset_timeout = reset_timeout
        self.failure_count = 0
        self.last_failure_time = None
        self.state = "CLOSED"

    def call(self, func, *args, **kwargs):
        if self.state == "OPEN":
            if time.time() - self.last_failure_time > self.reset_timeout:
                self.state = "HALF_OPEN"
                self.failure_count = 0
            else:
                raise Exception("Circuit breaker is OPEN")
        try:
            result = func(*args, **kwargs)
            self.failure_count = 0
            self.state = "CLOSED"
            return result
        except Exception as e:
            self.failure_count += 1
            self.last_failure_time = time.time()
            if self.failure_count >= self.failure_threshold:
                self.state = "OPEN"
            raise e


circuit_breaker = CircuitBreaker()


def database_query(number):
    if number % 5 == 4:
        raise Exception("Database connection failed")
    return f"Result for: {number}"


def safe_database_call(number):
    try:
        return circuit_breaker.call(database_query, number)
    except Exception as e:
        print(f"Database call failed: {e}")
        return None


for number in range(5000):
    safe_database_call(number)
