import hashlib
import threading
import time
import uuid


class SecureFileUploadSystem:
    def __init__(self, max_file_size=5 * 1024 * 1024):
        self.max_file_size = max_file_size
        self.active_uploads = {}
        self.upload_lock = threading.Lock()

    def upload_file(self, client_id, filename, file_content):
        upload_id = self.generate_upload_id()
        try:
            with self.upload_lock:
                self.active_uploads[upload_id] = {
                    "client_id": client_id,
                    "filename": filename,
                    "start_time": time.time(),
                    "status": "processing",
                }
            result = self.process_upload(filename, file_content)
            with self.upload_lock:
                self.active_uploads[upload_id]["status"] = "completed"
            return {"success": True, "upload_id": upload_id, "file_path": result}
        except Exception as e:
            with self.upload_lock:
                if upload_id in self.active_uploads:
                    self.active_uploads[upload_id]["status"] = "failed"
            return {"success": False, "error": str(e)}

    def process_upload(self, filename, file_content):
        if len(file_content) > self.max_file_size:
            raise ValueError("File too large")
        return f"{self.generate_file_hash(file_content)}-{filename}"

    def generate_upload_id(self):
        return str(uuid.uuid4())

    def generate_file_hash(self, content):
        hasher = hashlib.sha256()
        for start in range(0, len(content), 4096):
            hasher.update(content[start:start + 4096])
        return hasher.hexdigest()

    def get_upload_status(self, upload_id):
        with self.upload_lock:
            return self.active_uploads.get(upload_id, {"status": "not_found"})


upload_system = SecureFileUploadSystem()
for number in range(2500):
    result = upload_system.upload_file("user123", "test_document.txt", b"This is a test file content.")
    if result["success"]:
        status = upload_system.get_upload_status(result["upload_id"])
