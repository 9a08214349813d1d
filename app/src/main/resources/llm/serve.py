"""Serves a GGUF model on loopback through llama.cpp's own OpenAI-compatible server, as a child process of Casewright.

Everything is told in the environment, so that the key is not in the list of processes. When the model is loaded, one line with
the address goes to standard output; from then on standard output and error are the log file, which holds no prompts. The process ends as
soon as its standard input closes: it never outlives the service, however that ended.
"""
import os
import sys
import threading


def end_with_parent():
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
told = os.environ
answers = os.dup(1)
log = os.open(told["CASEWRIGHT_SERVER_LOG"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
os.dup2(log, 1)
os.dup2(log, 2)

import xllamacpp  # noqa: E402  (its own output belongs in the log)

params = xllamacpp.CommonParams()
params.model.path = told["CASEWRIGHT_SERVER_MODEL"]
params.model_alias = {told["CASEWRIGHT_SERVER_NAME"]}
params.hostnames = ["127.0.0.1"]
params.port = 0  # any free one
params.api_keys = [told["CASEWRIGHT_SERVER_KEY"]]
params.n_ctx = int(told["CASEWRIGHT_SERVER_CONTEXT_TOKENS"])
params.n_parallel = int(told["CASEWRIGHT_SERVER_PARALLEL"])
params.cpuparams.n_threads = int(told["CASEWRIGHT_SERVER_THREADS"])
# The fixed prefixes of all kinds of question stay in memory side by side, whichever is asked next (0 would turn this off).
params.cache_prompt = True
params.cache_ram_mib = int(told["CASEWRIGHT_SERVER_CACHE_MIB"])
params.endpoint_slots = False
params.endpoint_props = False
params.ui = False
params.offline = True
params.verbosity = 2  # errors and warnings

server = xllamacpp.Server(params)  # blocks until the model is loaded
os.write(answers, f"{server.listening_address}\n".encode())
os.close(answers)
threading.Event().wait()
