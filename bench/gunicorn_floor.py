"""The same shape of server as ours, for the floor."""

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
control_socket_disable = True
keepalive = 30
loglevel = "warning"
