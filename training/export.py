"""From a checkpoint to the files that ship: ``python -m training.export --checkpoint ... --base ... --out ...``.

Three graphs: ``encoder`` reads a window once, ``tagger`` answers for its cues, ``relations`` for its dependencies.
Weights of matrix products become
int8 per channel (per tensor costs three points of F1); word embeddings become int8 with a scale for each word.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.model import OUTPUTS, Block, Encoder, Reader

OPSET = 17


class CompactWords(nn.Module):
    """Word embeddings as int8 rows with one float scale each; 0.1 % error at a quarter of the size."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class FusedAttention(torch.autograd.Function):
    """Attention as onnxruntime's one fused operator, which is faster than the products and transposes it replaces."""

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:  # noqa: ANN401 - the exporter's own types
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:  # noqa: ANN401, ARG004
        return torch.zeros_like(q)  # only traced


def fuse(module: nn.Module) -> None:
    """Let every block of a module export its attention fused. Exported windows are whole, so nothing is masked."""
    for block in module.modules():
        if isinstance(block, Block):
            block.attend = partial(_fused, block.heads)  # type: ignore[method-assign]


def _fused(heads: int, q: Tensor, k: Tensor, v: Tensor, _: Tensor | None) -> Tensor:
    return FusedAttention.apply(q, k, v, heads)  # type: ignore[no-any-return]


def export_encoder(encoder: Encoder, file: Path, compact: bool) -> None:
    if compact:
        encoder.words = CompactWords(encoder.words.weight.detach())  # type: ignore[assignment]
    b, t, u = 2, 16, 9
    ids = torch.randint(0, 1000, (b, t))
    arguments = (ids, ids % 7, ids % 3, ids % 3, None, torch.randint(0, t, (b, u)))
    names = ["ids", "case", "line", "quote", "unit_piece"]
    axes = {name: {0: "windows", 1: "units" if name == "unit_piece" else "pieces"} for name in names}
    axes |= {name: {0: "windows", 1: "units"} for name in OUTPUTS}
    axes["arcs"][2] = "units"
    torch.onnx.export(
        encoder, arguments, str(file), input_names=names, output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def export_tagger(tagger: nn.Module, width: int, file: Path) -> None:
    a, u = 3, 9
    arguments = (torch.randn(a, u, width), None, torch.tensor([1, 2, 3]), torch.tensor([1, 3, 3]))
    names = ["states", "first", "last"]
    axes = {name: {0: "cues", 1: "units"} for name in ("states", "roles")}
    axes |= {name: {0: "cues"} for name in ("first", "last")}
    torch.onnx.export(
        tagger, arguments, str(file), input_names=names, output_names=["roles"], dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def export_relations(relations: nn.Module, width: int, file: Path) -> None:
    arguments = (torch.randn(5, width), torch.randn(5, width), torch.tensor([1, -2, 3, -4, 20]))
    names = ["dependent", "governor", "offset"]
    torch.onnx.export(
        relations, arguments, str(file), input_names=names, output_names=["relation"],
        dynamic_axes={name: {0: "units"} for name in (*names, "relation")}, opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def quantize(source: Path, target: Path) -> None:
    """Dynamic int8, per channel, matrix products only."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(target), op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8
        )


def _rounded(tables: dict[str, list[list[float]]]) -> dict[str, list[list[float]]]:
    return {name: [[round(value, 4) for value in row] for row in table] for name, table in tables.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="en-2")
    parser.add_argument("--float", action="store_true", help="fp32, for the comparison in the model card")
    options = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(options.checkpoint, weights_only=True)["model"])
    reader.eval()
    fuse(reader)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("encoder", "tagger", "relations"):
            plain, target = Path(folder) / f"{name}.onnx", options.out / f"{name}.onnx"
            if name == "encoder":
                export_encoder(reader.encoder, plain, compact=not options.float)
            elif name == "tagger":
                export_tagger(reader.tagger, reader.shape.width, plain)
            else:
                export_relations(reader.relations, reader.shape.relation_width, plain)
            if options.float:
                shutil.copyfile(plain, target)
            else:
                quantize(plain, target)
            onnx.load(str(target))
    shutil.copyfile(options.base / "tokenizer.json", options.out / "tokenizer.json")
    transitions = {
        "cue": reader.cue_transitions.score.detach().tolist(),
        "role": reader.role_transitions.score.detach().tolist(),
    }
    rounded = _rounded(transitions)
    file = options.out / "reader.json"
    settings = json.loads(file.read_text()) if file.is_file() else {}
    pairs = {"distance": reader.antecedents.distance.tolist(), "same": reader.antecedents.same.tolist()}
    settings |= {"name": options.name, "transitions": rounded, "antecedents": _rounded(pairs)}
    file.write_text(json.dumps(settings, indent=1) + "\n")


if __name__ == "__main__":
    main()
