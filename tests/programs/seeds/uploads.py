import os
import tempfile
import time
import uuid
from pathlib import Path


class SecureFileHandler:
    def __init__(self, upload_dir, max_file_size=10 * 1024 * 1024):
        self.upload_dir = Path(upload_dir)
        self.max_file_size = max_file_size
        self.allowed_extensions = {".txt", ".pdf", ".jpg", ".png", ".doc", ".docx"}
        self.upload_dir.mkdir(exist_ok=True)

    def validate_filename(self, filename):
        if ".." in filename or "/" in filename or "\\" in filename:
            raise ValueError("Invalid filename: contains directory traversal")
        if "\x00" in filename:
            raise ValueError("Invalid filename: contains null bytes")
        file_path = Path(filename)
        if file_path.suffix.lower() not in self.allowed_extensions:
            raise ValueError(f"File type not allowed: {file_path.suffix}")
        if len(filename) > 255:
            raise ValueError("Filename too long")
        return True

    def secure_file_upload(self, filename, file_content):
        self.validate_filename(filename)
        if len(file_content) > self.max_file_size:
            raise ValueError(f"File too large: {len(file_content)} bytes")
        safe_filename = self.generate_safe_filename(filename)
        file_path = self.upload_dir / safe_filename
        with tempfile.NamedTemporaryFile(delete=False, dir=self.upload_dir) as temp_file:
            temp_file.write(file_content)
            temp_path = temp_file.name
        os.rename(temp_path, file_path)
        os.chmod(file_path, 0o600)
        return str(file_path)

    def generate_safe_filename(self, original_filename):
        file_path = Path(original_filename)
        timestamp = int(time.time())
        unique_id = str(uuid.uuid4())[:8]
        return f"{timestamp}_{unique_id}{file_path.suffix}"

    def secure_file_read(self, filename, max_read_size=1024 * 1024):
        file_path = self.upload_dir / filename
        file_size = file_path.stat().st_size
        if file_size > max_read_size:
            raise ValueError(f"File too large to read: {file_size} bytes")
        with open(file_path, "rb") as f:
            return f.read(max_read_size)


with tempfile.TemporaryDirectory() as folder:
    file_handler = SecureFileHandler(folder)
    for number in range(120):
        saved_path = file_handler.secure_file_upload("report.txt", b"the content of a file" * 500)
        content = file_handler.secure_file_read(Path(saved_path).name)
