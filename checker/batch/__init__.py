"""Corpora: many pairs of texts, in constant memory, in runs that can be broken off and go on.

    inputs -> entries -> what is not judged yet, in blocks -> engine -> judgements -> ledger -> OUT

`inputs/` reads a corpus, `work.py` is the one pure function that every engine wraps, `engines/` hold the ways to call
it many times, `ledger.py` keeps what was found in the folder of the run, `run.py` leads through all of it.
"""
