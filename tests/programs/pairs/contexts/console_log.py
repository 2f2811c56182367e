import contextlib
import io

output = io.StringIO()


def work(step):
    print("step", step, "finished with", step * step, "records")


for step in range(12_000):
    target = io.StringIO()
    with contextlib.redirect_stdout(target):
        work(step)
print("steps done")
