import hashlib

active = {}


def run(job: int) -> str:
    active[job] = {"job": job, "payload": bytes(300)}
    try:
        return hashlib.sha256(active[job]["payload"]).hexdigest()
    except ValueError:
        del active[job]
        raise


for job in range(5_000):
    digest = run(job)
print(digest, len(active))
