"""The production server: two processes, so that a PDF in one does not delay a tap in the other, four threads each."""

import gc

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
control_socket_disable = True
# A tap waits for SQLite at most 5 s (busy_timeout) and must be answered within the browser's 8 s.
timeout = 30
graceful_timeout = 10
keepalive = 30
accesslog = None
loglevel = "warning"


def when_ready(server):
    """Read the catalogue and the fonts once, before the processes part, and let the collector forget all of it."""
    from studio.ces.catalogue import catalogue

    catalogue()
    gc.collect()
    gc.freeze()


def post_fork(server, worker):
    """SQLite connections must never be used on both sides of a fork."""
    from studio.models.database import dispose_after_fork

    with worker.app.wsgi().app_context():
        dispose_after_fork()
