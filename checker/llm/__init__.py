"""Asking a language model: what is sent, what comes back, and how far it is believed.

Pure: `grouping`, `guard`, `calls`, `answers`, `quotes`, `rulings`. At the edge: `endpoint` with `pace` and `failures`.
Who asks what when is `checker/judges/llm.py`. See docs/decisions/llm-judge.md.
"""
