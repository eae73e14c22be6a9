"""A program that uses the library and forks, also in the middle of an audit: the same report on both sides."""

import subprocess
import sys

from tests.faults.machine import COPY, ROOT, SOURCE

FORKS = """
import json, os, sys, threading, warnings
warnings.simplefilter("ignore")
import checker
source, copy = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
def labels():
    return [(pair.label, pair.confidence) for pair in checker.audit(source, copy).pairs]
first = labels()
busy = threading.Thread(target=labels)
busy.start()
reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.write(writer, json.dumps(labels()).encode())
    os._exit(0)
os.close(writer)
theirs = json.loads(os.fdopen(reader, "rb").read())
_, status = os.waitpid(child, 0)
busy.join()
assert status == 0, status
assert theirs == json.loads(json.dumps(first)) == json.loads(json.dumps(labels()))
print("same")
"""


def test_both_sides_of_a_fork_give_the_same_report() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKS, str(SOURCE), str(COPY)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "same\n"), done.stderr
