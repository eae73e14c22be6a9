"""Ways to judge many blocks: each wraps the same function, `checker.batch.work.judged`."""
