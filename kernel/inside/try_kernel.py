"""Starts the kernel, pools the BCG trials in it, and says how long both took; the doctor's last question."""

import sys
import time

from jupyter_client.manager import KernelManager

CELL = 'RandomEffects.of(Trials.of(Datasets.bcgVaccine()).study("author", "year").binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO)).tau2()'


def main():
    """Prints one line; the exit code tells whether the kernel works."""
    start = time.monotonic()
    manager = KernelManager(kernel_name="copse-java")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        ready = time.monotonic() - start
        said = []
        reply = client.execute_interactive(CELL, timeout=60, output_hook=said.append)["content"]
        shown = [m["content"]["data"]["text/plain"] for m in said if m["msg_type"] == "execute_result"]
        if reply["status"] != "ok" or not shown or not shown[-1].startswith("0.313"):
            print(f"the cell answered {shown or reply.get('evalue') or reply['status']}")
            return 1
        print(f"ready in {ready:.1f} s; pooled 13 trials {time.monotonic() - start - ready:.1f} s later")
        return 0
    except Exception as failure:
        print(f"{type(failure).__name__}: {failure}")
        return 1
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    sys.exit(main())
