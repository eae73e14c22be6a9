"""Short vectors for single words, taken from the sentence encoder that the judge starts from."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer


def word_vectors(words: list[str], *, model: Path, size: int, batch: int = 256) -> NDArray[np.int8]:
    """Encode each word alone, then keep the `size` directions that tell words apart best.

    Args:
        model: Folder of all-MiniLM-L6-v2 (weights, configuration, tokenizer).
        size: Numbers per word.

    Returns:
        Shape (words, size): unit vectors times 127, rounded. The mean of all words and the strongest direction (length
        and rarity of the word more than its meaning) are taken out, after Mu and Viswanath, ICLR 2018.
    """
    tokenizer = AutoTokenizer.from_pretrained(model)
    encoder = AutoModel.from_pretrained(model).eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    full = np.zeros((len(words), encoder.config.hidden_size), dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            tokens = tokenizer([words[i].replace("_", " ") for i in rows], padding=True, return_tensors="pt")
            hidden = encoder(**tokens).last_hidden_state
            mask = tokens["attention_mask"].unsqueeze(-1)
            full[rows] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
    full /= np.linalg.norm(full, axis=1, keepdims=True)
    full -= full.mean(axis=0)
    _, _, directions = np.linalg.svd(full, full_matrices=False)
    short = full @ directions[1 : size + 1].T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    return np.round(short * 127).astype(np.int8)
