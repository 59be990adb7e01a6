"""Train the reader: ``python -m training.train --data ../shared/data --base model.safetensors --out build/reader``.

All heads learn together: every step draws a corpus by its share (attribution most) and a batch of its windows.
A checkpoint is written after every epoch of the main corpus; ``--resume`` goes on from it.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file

from onrecord.reading.labels import PRONOUNS
from onrecord.reading.tokens import Wordpieces
from training.corpora import chosen
from training.features import Article
from training.losses import loss_of
from training.model import Reader
from training.windows import Batch, batches, cut

ENCODER_RATE, HEAD_RATE, WARM_UP = 1e-4, 1e-3, 0.06


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from; heads it lacks start anew")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates, lower when going on")
    parser.add_argument("--without", action="append", default=[], help="leave a corpus out")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    random_ = random.Random(options.seed)
    wordpieces = Wordpieces(options.base / "tokenizer.json")
    corpora = chosen(options.without)
    loaded = {corpus.name: corpus.load(options.data, wordpieces) for corpus in corpora}
    main_name = corpora[0].name
    for name, articles in loaded.items():
        print(name, len(articles), "articles", sum(a.versions[0].tokens.pieces for a in articles), "pieces", flush=True)

    model = Reader()
    model.load_base(load_file(options.base / "model.safetensors"))
    fresh: set[str] = set()
    if options.start is not None:
        known_weights = torch.load(options.start, weights_only=True)["model"]
        fresh = set(model.load_state_dict(known_weights, strict=False).missing_keys)
    model.antecedents.pronouns.copy_(torch.tensor(wordpieces.first_pieces(sorted(PRONOUNS))))
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and "encoder.blocks" in n]
    embedding = [p for n, p in model.named_parameters() if n in {"encoder.words.weight", "encoder.position.weight"}]
    known = {id(p) for p in encoder + embedding}
    heads = [p for n, p in model.named_parameters() if id(p) not in known and n not in fresh]
    new = [p for n, p in model.named_parameters() if id(p) not in known and n in fresh]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": options.rate * ENCODER_RATE},
            {"params": embedding, "lr": options.rate * ENCODER_RATE, "weight_decay": 0.0},
            {"params": heads, "lr": options.rate * HEAD_RATE},
            {"params": new, "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
        fused=True,
    )
    per_epoch = len(cut(loaded[main_name], options.window, random.Random(0))) / options.batch / corpora[0].share
    total = int(per_epoch * options.epochs)

    def rate(step: int) -> float:
        warm = WARM_UP * total
        return step / warm if step < warm else max(0.0, (total - step) / (total - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    step, epoch = 0, 0
    if options.resume and checkpoint.is_file():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        step, epoch = saved["step"], saved["epoch"]
        random_.seed(options.seed + epoch)

    streams = {
        corpus.name: _endless(loaded[corpus.name], options.window, options.batch, random_) for corpus in corpora[1:]
    }
    model.train()
    started, seen, log = time.time(), 0, dict[str, float]()
    while epoch < options.epochs:
        for main_batch in batches(cut(loaded[main_name], options.window, random_), options.batch, random_):
            draws = [main_batch]
            for corpus in corpora[1:]:
                if random_.random() < corpus.share / corpora[0].share:
                    draws.append(next(streams[corpus.name]))
            for batch in draws:
                loss, parts = loss_of(model, batch)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                step += 1
                seen += int(batch.mask.sum())
                for name, value in parts.items():
                    log[name] = 0.98 * log.get(name, value) + 0.02 * value
            if step % 50 < len(draws):
                speed = seen / (time.time() - started)
                shown = " ".join(f"{name} {value:.4f}" for name, value in log.items())
                print(f"epoch {epoch} step {step}/{total} {speed:.0f} pieces/s {shown}", flush=True)
        epoch += 1
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "step": step,
                "epoch": epoch,
            },
            checkpoint.with_suffix(".part"),
        )
        checkpoint.with_suffix(".part").replace(checkpoint)
    (options.out / "run.json").write_text(
        json.dumps(
            {
                "epochs": options.epochs,
                "steps": step,
                "seconds": round(time.time() - started),
                "seed": options.seed,
                "window": options.window,
                "batch": options.batch,
                "corpora": [corpus.name for corpus in corpora],
            },
            indent=2,
        )
    )


def _endless(articles: list[Article], window: int, size: int, random_: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches(cut(articles, window, random_), size, random_)


if __name__ == "__main__":
    main()
