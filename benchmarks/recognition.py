#!/usr/bin/env python3
"""Text recognition of rendered articles beside Debian's tesseract command.

    python3 benchmarks/recognition.py ARTICLES OUT [--articles N] [--core C] [--chinese FONT.ttf]

Renders the first N (5) articles of ARTICLES (<id>/fulltext.pdf) by RenderPages.java, reads the images with this project and with the tesseract command (if
installed) on one core, and compares both with the articles' own text layer as this project reads it: paragraphs of at least 8 words between
the head and the references. For each paragraph the best matching stretch of the recognized page is sought, so order does not count here; words
are folded like in a search (compatibility characters, case, hyphens). WER: words wrong, missing or too many, by the words of the paragraphs.
--chinese typesets an invented page in that font and compares characters without blanks (CER). Seconds are processor time, all of it: start of the programs,
rendering none. Needs a built jar. Only the standard library is used.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "app/target/casewright.jar"


def java():
    homes = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else sorted(Path("/usr/lib/jvm").glob("*25*"))
    return str(homes[0] / "bin/java")


def words(text):
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    text = re.sub(r"(\w)[-\u2010\u2011]\s*\n\s*(\w)", r"\1\2", text)
    return re.findall(r"\w+", re.sub(r"(\w)[-\u2010\u2011](\w)", r"\1\2", text))


def errors(paragraph, page):
    """Fewest insertions, deletions and replacements between the paragraph and any stretch of the page."""
    row = [0] * (len(page) + 1)
    for i, word in enumerate(paragraph, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(page, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return min(row)


def paragraphs(page):
    return [w for w in (words(line) for line in page["text"].split("\n")) if len(w) >= 8]


def until_references(document):
    pages = []
    for page in document["pages"]:
        cut = re.split(r"(?im)^\s*references\s*$", page["text"])
        pages.append({**page, "text": cut[0]})
        if len(cut) > 1:
            break
    return pages


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def extract(files, out, core):
    began = spent()
    subprocess.run(["taskset", "-c", core, java(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx2g", "-jar", str(JAR), "extract",
                    *map(str, files), "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    return spent() - began


# An invented case.
CHINESE = """患者，女，54岁，因“高血压3年，皮疹2天”于2025年3月4日入院。
患者既往有高血压病史3年，2型糖尿病病史5年，无药物过敏史，无家族遗传病史。
2025年2月20日开始口服美托洛尔片，每次50mg，每日两次，同时服用二甲双胍0.5g，
每日三次。3月2日患者全身出现红色斑丘疹，伴有瘙痒，体温38.5摄氏度，无呼吸困难。
入院查体：血压135/85mmHg，心率76次/分，神志清楚，双肺呼吸音清，腹部平软，
肝脾肋下未触及。实验室检查：白细胞计数9.8，嗜酸性粒细胞百分比12%，肝肾功能正常。
考虑为美托洛尔引起的药物性皮炎，立即停用该药，给予氯雷他定片10mg口服，每日一次，
外用炉甘石洗剂。停药后第三天皮疹明显消退，第七天完全消失，患者好转出院。
出院后改用氨氯地平片控制血压，随访一个月未再出现类似反应。"""


def chinese(font, out, core):
    images, text = out / "chinese", out / "chinese.txt"
    text.write_text(CHINESE, encoding="utf-8")
    subprocess.run([java(), "-cp", f"{out}/libraries/BOOT-INF/lib/*", str(ROOT / "benchmarks/RenderPages.java"), str(images), str(font), str(text)], check=True)
    image = images / "chinese-1-300.png"
    wanted = list(re.sub(r"\s", "", unicodedata.normalize("NFKC", CHINESE)))
    seconds = extract([image], out / "chinese-ours", core)
    pages = json.loads((out / "chinese-ours/chinese-1-300.json").read_text())["pages"]
    report = [("ours", "".join(page["text"] for page in pages), seconds)]
    began = spent()
    found = subprocess.run(["taskset", "-c", core, "tesseract", str(image), "stdout", "-l", "chi_sim+eng"], capture_output=True, text=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    if found.returncode == 0:
        report.append(("tesseract", found.stdout, spent() - began))
    for who, read, used in report:
        wrong = errors(wanted, list(re.sub(r"\s", "", unicodedata.normalize("NFKC", read))))
        print(f"chinese {who:10} CER {100 * wrong / len(wanted):5.2f} %   ({wrong} of {len(wanted)} characters), {used:.1f} s")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--articles", dest="count", type=int, default=5)
    arguments.add_argument("--core", default="1")
    arguments.add_argument("--chinese", type=Path)
    chosen = arguments.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    pdfs = sorted(chosen.articles.glob("*/fulltext.pdf"))[:chosen.count]
    images, truth, ours, theirs = (chosen.out / name for name in ("images", "truth", "ours", "tesseract"))
    if not images.exists():
        libraries = chosen.out / "libraries"
        subprocess.run(["unzip", "-qo", str(JAR), "BOOT-INF/lib/*", "-d", str(libraries)], check=True)
        subprocess.run([java(), "-cp", f"{libraries}/BOOT-INF/lib/*", str(ROOT / "benchmarks/RenderPages.java"), str(images), *map(str, pdfs)], check=True)
    files = sorted(images.glob("*.png"))
    extract(pdfs, truth, chosen.core)
    seconds = {"ours": extract(files, ours, chosen.core)}
    if subprocess.run(["which", "tesseract"], capture_output=True).returncode == 0:
        theirs.mkdir(exist_ok=True)
        began = spent()
        for file in files:
            subprocess.run(["taskset", "-c", chosen.core, "tesseract", str(file), str(theirs / file.stem)], env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds["tesseract"] = spent() - began
    table = {}
    for pdf in pdfs:
        for page in until_references(json.loads((truth / f"{pdf.parent.name}.json").read_text())):
            wanted = paragraphs(page)
            for variant in ("200", "300", "skewed", "noisy"):
                stem = f"{pdf.parent.name}-{page['number']}-{variant}"
                if not (images / f"{stem}.png").exists():
                    continue
                read = {"ours": "\n".join(p["text"] for p in json.loads((ours / f"{stem}.json").read_text())["pages"])}
                if theirs.exists():
                    read["tesseract"] = (theirs / f"{stem}.txt").read_text()
                for who, text in read.items():
                    found = words(text)
                    wrong, of = table.get((variant, who), (0, 0))
                    table[variant, who] = wrong + sum(errors(p, found) for p in wanted), of + sum(map(len, wanted))
    for (variant, who), (wrong, of) in sorted(table.items()):
        print(f"{variant:7} {who:10} WER {100 * wrong / of:5.2f} %   ({wrong} of {of} words)")
    for who, used in seconds.items():
        print(f"{who:10} {used / len(files):.2f} s an image, {len(files)} images")
    if chosen.chinese:
        chinese(chosen.chinese, chosen.out, chosen.core)


if __name__ == "__main__":
    main()
