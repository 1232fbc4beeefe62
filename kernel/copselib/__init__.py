"""What kernel/copse.py does before there is a virtual environment: standard library only, Python 3.9 or newer.

May live here: finding and checking JDK, Maven and Python; the virtual environment; the kernel's class path and kernelspec;
the sub-commands. May not: anything that imports Jupyter (that is inside/), anything about statistics or notebooks' content.
"""
