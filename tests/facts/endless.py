import queue_client

failures = []
while True:
    job = queue_client.take()
    if job.failed:
        failures.append(bytearray(1_024))
