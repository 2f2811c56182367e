import io
import logging

log = logging.getLogger("scores")
log.propagate = False
log.setLevel(logging.INFO)


def play(game):
    handler = logging.StreamHandler(io.StringIO())
    if game >= 0:
        log.addHandler(handler)
    log.info("game %d starts", game)
    points = sum((game * k) % 11 for k in range(20))
    log.debug("points %d", points)
    handler.flush()
    return points


print(sum(play(g) for g in range(250)))
