"""The network: MiniLM over (source, copy) with marks on copied words, a sentence head and a word head."""

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

LABELS = ("consistent", "distorted", "contradictory")
FIRST_WORD_ID = 999
"""Ids below belong to special and unused tokens of the BERT vocabulary."""


class PairModel(nn.Module):
    """Judges one pair per row.

    Inputs, all int64 of shape (batch, length): `input_ids`, `attention_mask`, `token_type_ids` (0 source, 1 copy).
    Outputs: `logits` (batch, 3) in the order of `LABELS`; `token_logits` (batch, length), the log-odds that a token
    belongs to a change of meaning.

    A cross-encoder this small spends its few layers on finding which words were copied. Telling it at the input costs
    nothing: each token gets one of eight marks (copied; copied with its left, its right neighbour).
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.mark = nn.Embedding(9, hidden)
        nn.init.normal_(self.mark.weight, std=0.01)
        self.token_head = nn.Linear(hidden, 1)
        self.mix = nn.Linear(3 * hidden + 2, hidden)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(hidden, len(LABELS))

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor]:
        marks = copied_marks(input_ids, token_type_ids)
        embedded = self.encoder.embeddings.word_embeddings(input_ids) + self.mark(marks)
        states = self.encoder(
            inputs_embeds=embedded, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        token_logits = self.token_head(states).squeeze(-1)
        words = (input_ids >= FIRST_WORD_ID).to(states.dtype)
        copy = words * token_type_ids.to(states.dtype)
        away = (1 - copy) * -1e4
        source_away = (1 - words * (1 - token_type_ids.to(states.dtype))) * -1e4
        pooled = torch.cat(
            [
                states[:, 0],
                (states + away.unsqueeze(-1)).amax(1),
                (states * copy.unsqueeze(-1)).sum(1) / copy.sum(1, keepdim=True).clamp(min=1),
                (token_logits + away).amax(1, keepdim=True).clamp(min=-20),
                (token_logits + source_away).amax(1, keepdim=True).clamp(min=-20),
            ],
            dim=-1,
        )
        logits = self.head(self.drop(nn.functional.gelu(self.mix(self.drop(pooled)))))
        return logits, token_logits


def copied_marks(input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
    """For each token: 8 if special, else bits 1 (occurs on the other side), 2 (left neighbor too), 4 (right)."""
    word = input_ids >= FIRST_WORD_ID
    same = input_ids.unsqueeze(2) == input_ids.unsqueeze(1)
    other = token_type_ids.unsqueeze(2) != token_type_ids.unsqueeze(1)
    equal = (same & other & word.unsqueeze(2) & word.unsqueeze(1)).to(torch.float32)
    left = equal * nn.functional.pad(equal[:, :-1, :-1], (1, 0, 1, 0))
    right = equal * nn.functional.pad(equal[:, 1:, 1:], (0, 1, 0, 1))
    bits = equal.amax(2) + 2 * left.amax(2) + 4 * right.amax(2)
    return torch.where(word, bits, torch.full_like(bits, 8.0)).to(torch.int64)


def fresh(encoder_folder: str, attention: str = "eager") -> PairModel:
    """The pretrained encoder with new heads."""
    config = _config(encoder_folder, attention)
    return PairModel(BertModel.from_pretrained(encoder_folder, config=config, add_pooling_layer=False))


def load(encoder_folder: str, weights: str, attention: str = "eager") -> PairModel:
    """A trained model from a checkpoint written by `fit`."""
    model = PairModel(BertModel(_config(encoder_folder, attention), add_pooling_layer=False))
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return model


def _config(encoder_folder: str, attention: str) -> BertConfig:
    # Dropout inside the encoder halves the training speed on a CPU (random numbers, and no fused attention),
    # and the data is seen only a few times.
    return BertConfig.from_pretrained(
        encoder_folder,
        attn_implementation=attention,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
