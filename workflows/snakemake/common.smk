"""What each shard reads, and the options that name it."""

import csv
import hashlib
import os
import re
import shlex

DATA = os.path.abspath(config["data"])
SHARDS = config["shards"]
FILE_OPTIONS = ["vcf", "maf", "cna", "seg", "expression", "clinical"]


def shard_of(patient):
    """The shard of a patient, as `run --shard` takes it."""
    return int.from_bytes(hashlib.sha256(patient.encode()).digest()[:8], "big") % SHARDS + 1


def is_file_name(text):
    return "/" in text or text.endswith((".json", ".yaml", ".yml"))


def shown(name):
    """As results print it: the data folder's name, then the name in it."""
    return os.path.normpath(os.path.join(os.path.basename(DATA), name))


def files_below(path):
    """A folder's files, so that a change in one is seen."""
    if not os.path.isdir(path):
        return [path]
    return sorted(os.path.join(folder, f) for folder, _, files in os.walk(path) for f in files)


def patient_of(row):
    barcode = re.match(r"TCGA-\w{2}-\w{4}", row["sample"])
    return row.get("patient") or (barcode.group() if barcode else row["sample"])


def sheet_files():
    """From the number of the shard, 0 for those of all, to the files that the sample sheet names for it."""
    by_shard = {}
    if not config["samplesheet"]:
        return by_shard
    sheet = os.path.join(DATA, config["samplesheet"])
    named = []
    with open(sheet, encoding="utf-8-sig", newline="") as lines:
        for cells in csv.DictReader(lines, delimiter="\t" if sheet.endswith((".tsv", ".txt")) else ","):
            row = {name.strip().lower(): (text or "").strip() for name, text in cells.items()}
            for column in ["vcf", "maf", "cna", "cnv", "seg", "expression"]:
                if row.get(column):
                    named.append((os.path.join(os.path.dirname(sheet), row[column]), patient_of(row)))
    uses = {}
    for path, _ in named:
        uses[path] = uses.get(path, 0) + 1
    for path, patient in named:
        by_shard.setdefault(0 if uses[path] > 1 else shard_of(patient), []).append(path)
    by_shard.setdefault(0, []).append(sheet)
    return by_shard


def assay_parts(assay):
    """The prefix `NAME=`, if any, and the file or word."""
    name, equals, rest = assay.rpartition("=")
    return name + equals, rest


def shared_files():
    names = [config["study"]] if config["study"] else []
    for option in FILE_OPTIONS:
        names += config[option]
    names += [rest for _, rest in map(assay_parts, config["assay"]) if rest not in ("WES", "WGS")]
    return [path for name in names for path in files_below(os.path.normpath(os.path.join(DATA, name)))]


SHEET_FILES = sheet_files()
SHARED_FILES = shared_files()
FIT = bool(config["fit_id"])


def inputs_of_shard(wildcards):
    return SHARED_FILES + SHEET_FILES.get(0, []) + SHEET_FILES.get(int(wildcards.shard), [])


def inputs_of_all():
    return SHARED_FILES + [path for files in SHEET_FILES.values() for path in files]


def model_file():
    """The file of the locked model, which each shard waits for."""
    if FIT:
        return ["model.json"]
    return [os.path.abspath(config["model"])] if is_file_name(config["model"]) else []


def model_words():
    files = [os.path.abspath(f) for f in model_file()]
    named = files or ([config["model"]] if config["model"] else [])
    return " ".join("--model " + shlex.quote(name) for name in named)


def criteria_files():
    return [os.path.abspath(c) for c in config["criteria"] if is_file_name(c)]


def criteria_words():
    names = [os.path.abspath(c) if is_file_name(c) else c for c in config["criteria"]]
    return " ".join("--criteria " + shlex.quote(name) for name in names)


def input_words():
    words = []
    if config["samplesheet"]:
        words += ["--samplesheet", shown(config["samplesheet"])]
    if config["study"]:
        words += ["--study", shown(config["study"])]
    for option in FILE_OPTIONS:
        for name in config[option]:
            words += ["--" + option, shown(name)]
    for prefix, rest in map(assay_parts, config["assay"]):
        words += ["--assay", prefix + (rest if rest in ("WES", "WGS") else shown(rest))]
    return " ".join(map(shlex.quote, words))


def memory(first):
    """Memory in MiB by attempt: twice as much at each."""
    return lambda wildcards, attempt: first * 2 ** (attempt - 1)


def heap(wildcards, resources):
    """The Java heap in MiB, as a share of the job's memory."""
    return resources.mem_mb * 3 // 4
