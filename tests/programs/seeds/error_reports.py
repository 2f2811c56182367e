import logging
import time
import traceback
import uuid


class SecureErrorHandler:
    def __init__(self, debug_mode=False):
        self.debug_mode = debug_mode
        self.logger = self.setup_logging()

    def setup_logging(self):
        logger = logging.getLogger("uploads")
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        return logger

    def handle_error(self, e, context="Unknown"):
        error_id = self.generate_error_id()
        self.logger.error(f"Error ID {error_id} in {context}: {str(e)}")
        if self.debug_mode:
            self.logger.error(f"Full traceback for {error_id}: {traceback.format_exc()}")
        return self.sanitize_error_message(e, error_id)

    def generate_error_id(self):
        return str(uuid.uuid4())[:8]

    def sanitize_error_message(self, error, error_id):
        safe_messages = {
            ValueError: "Invalid input provided",
            FileNotFoundError: "Requested resource not found",
            PermissionError: "Access denied",
            TimeoutError: "Operation timed out",
            MemoryError: "Insufficient resources",
            ConnectionError: "Service temporarily unavailable",
        }
        error_type = type(error)
        safe_message = safe_messages.get(error_type, "An unexpected error occurred")
        return {
            "error": safe_message,
            "error_id": error_id,
            "timestamp": time.time(),
        }


error_handler = SecureErrorHandler(debug_mode=False)


def validate_user_input(data):
    try:
        if not isinstance(data, dict):
            raise ValueError("Input must be a dictionary")
        for field in ["username", "email", "age"]:
            if field not in data:
                raise ValueError(f"Missing required field: {field}")
        age = data["age"]
        if not isinstance(age, int) or age < 0 or age > 150:
            raise ValueError("Invalid age")
        return {"valid": True}
    except Exception as e:
        return error_handler.handle_error(e, "Input validation")


reports = []
for number in range(3000):
    reports.append(validate_user_input({"username": "ann", "email": "ann@example.org", "age": -1}))
