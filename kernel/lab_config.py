# JupyterLab as `copse.py lab` starts it: on this computer only, and with no call to the outside.
import os
import signal
import sys

c = get_config()  # noqa: F821 - given by Jupyter

c.ServerApp.ip = "127.0.0.1"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
# The Python package of JJava brings a kernelspec of its own, without Copse on its class path.
c.KernelSpecManager.allowed_kernelspecs = {"copse-java", "python3"}

# Without a terminal to ask "shut down?" on, JupyterLab ends at Ctrl-C at once and leaves its kernels running; asked to end, it ends them first.
if os.name != "nt" and not (sys.stdin and sys.stdin.isatty()):
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
