from concurrent.futures import ThreadPoolExecutor, TimeoutError as FuturesTimeoutError
from functools import wraps


class TimeoutManager:
    @staticmethod
    def timeout_decorator(timeout_seconds):
        def decorator(func):
            @wraps(func)
            def wrapper(*args, **kwargs):
                with ThreadPoolExecutor(max_workers=1) as executor:
                    future = executor.submit(func, *args, **kwargs)
                    try:
                        return future.result(timeout=timeout_seconds)
                    except FuturesTimeoutError:
                        raise TimeoutError(f"Function {func.__name__} timed out after {timeout_seconds}s")
            return wrapper
        return decorator

    @staticmethod
    def retry_with_backoff(max_retries=3, base_delay=1, max_delay=60):
        def decorator(func):
            @wraps(func)
            def wrapper(*args, **kwargs):
                waited = 0
                for attempt in range(max_retries + 1):
                    try:
                        return func(*args, **kwargs)
                    except Exception as e:
                        if attempt == max_retries:
                            raise e
                        delay = min(base_delay * (2 ** attempt), max_delay)
                        waited += delay
                raise Exception(f"All {max_retries + 1} attempts failed")
            return wrapper
        return decorator


calls = 0


@TimeoutManager.timeout_decorator(10)
@TimeoutManager.retry_with_backoff(max_retries=3, base_delay=2)
def fetch_data_from_api(url):
    global calls
    calls += 1
    if calls % 3 == 0:
        raise ConnectionError("Simulated network error")
    return {"data": "API response" * 100, "url": url}


for number in range(100):
    answer = fetch_data_from_api(f"/items/{number}")
