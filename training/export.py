"""Turns a checkpoint into the one file that ships: int8 ONNX with the tokenizer and a card inside."""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn

from training import model as models

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("logits", "token_logits")
OPSET = 17


SHARE = 0.8
"""How far the encoder that ships goes from the pretrained weights (0) to the trained ones (1).

What is learned of the task lies on the whole way; what is learned by heart, near its end ("Robust fine-tuning of
zero-shot models", Wortsman et al., CVPR 2022).
"""


def to_onnx(checkpoint: str, encoder: str, out: Path, *, share: float = SHARE) -> None:
    """Write the network in fp32 with free batch size and length."""
    network = models.load(encoder, checkpoint).eval()
    drawn_back(network.encoder, models.fresh(encoder).encoder, share)
    example = torch.tensor([[101, 2023, 102, 2023, 102]])
    types = torch.tensor([[0, 0, 0, 1, 1]])
    free = {0: "batch", 1: "length"}
    torch.onnx.export(
        network,
        (example, torch.ones_like(example), types),
        str(out),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys((*INPUTS, "token_logits"), free) | {"logits": {0: "batch"}},
        opset_version=OPSET,
        dynamo=False,
    )


def drawn_back(trained: nn.Module, pretrained: nn.Module, share: float) -> None:
    """Move the trained weights towards the pretrained ones, in place."""
    with torch.no_grad():
        for weight, before in zip(trained.parameters(), pretrained.parameters(), strict=True):
            weight.copy_(before.lerp(weight, share))


def quantized(source: Path, out: Path, *, per_channel: bool, keep: tuple[str, ...] = ()) -> None:
    """int8 weights with activations scaled on the fly; nodes whose names contain one of `keep` stay fp32.

    The heads stay fp32 too: they are small, and the sentence head reads unbounded word logits.
    """
    graph = onnx.load(str(source)).graph
    excluded = [n.name for n in graph.node if n.name.startswith(("/head", "/mix", "/token_head"))]
    excluded += [n.name for n in graph.node if any(part in n.name for part in keep)]
    quantize_dynamic(
        str(source), str(out), weight_type=QuantType.QInt8, per_channel=per_channel, nodes_to_exclude=excluded
    )


def packed(source: Path, out: Path, tokenizer: Path, card: dict[str, str]) -> str:
    """Write the shipped file and return its SHA-256.

    The graph is optimised ahead, so that loading need not do it (only portable optimisations); the tokenizer and the
    card travel as metadata, so that there is one file and one digest.
    """
    with tempfile.TemporaryDirectory() as folder:
        optimized = Path(folder) / "optimized.onnx"
        options = SessionOptions()
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(optimized)
        InferenceSession(str(source), options, providers=["CPUExecutionProvider"])
        shipped = onnx.load(str(optimized))
    reader = Tokenizer.from_file(str(tokenizer))
    reader.no_padding()
    reader.no_truncation()
    del shipped.metadata_props[:]
    for key, value in {"tokenizer": reader.to_str(), **card}.items():
        shipped.metadata_props.add(key=key, value=value)
    onnx.save(shipped, str(out))
    return hashlib.sha256(out.read_bytes()).hexdigest()


def write_card(out: Path, digest: str, version: str) -> None:
    """The small file beside the weights that says which they are."""
    out.write_text(json.dumps({"sha256": digest, "version": version}, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="2")
    parser.add_argument(
        "--share", type=float, default=SHARE, help="0: the pretrained encoder, 1: the trained one"
    )
    args = parser.parse_args()
    to_onnx(args.checkpoint, args.encoder, args.out / "fp32.onnx", share=args.share)
    quantized(args.out / "fp32.onnx", args.out / "int8.onnx", per_channel=True)
    digest = packed(
        args.out / "int8.onnx",
        args.out / "judge.onnx",
        Path(args.encoder) / "tokenizer.json",
        {"version": args.version},
    )
    write_card(args.out / "judge.json", digest, args.version)
    print(digest)


if __name__ == "__main__":
    main()
