#!/usr/bin/env python3
"""Recomputes the totals of this archive and checks that no day was changed, taken out or put in.

    python3 verify.py [FOLDER | ADDRESS]     a folder, or where the archive is published, like https://city.example/open

Needs nothing but Python 3.8. Exit code 0 when everything is right, 1 when not.

The signature is checked too when openssl is on the PATH. Without it nobody sees that the newest days were cut off: compare the last digest with the published one.
"""
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request


def fail(text):
    print("WRONG: " + text)
    sys.exit(1)


def read(place, name):
    try:
        if place.startswith(("http://", "https://")):
            with urllib.request.urlopen(place.rstrip("/") + "/" + name, timeout=60) as answer:
                return answer.read()
        with open(os.path.join(place, *name.split("/")), "rb") as file:
            return file.read()
    except (FileNotFoundError, urllib.error.HTTPError):
        fail(name + " is missing")


def main(place):
    index = json.loads(read(place, "digests.json"))
    if index["schema"] != "engagement-archive-1":
        fail("this script reads engagement-archive-1, not " + index["schema"])

    digest, sent, claimed, before = "", 0, 0, None
    takings, voided = {}, set()  # (rose, hop) -> (day, district if it counts on boards)
    boards = {}  # (board, day, unit) -> count
    names = set()
    for day in index["days"]:
        number = day["day"]
        date = datetime.datetime.strptime(str(number), "%Y%m%d").date()
        if before and date != before + datetime.timedelta(days=1):
            fail("%s does not follow %s" % (date, before))
        before = date
        name = "days/%d.jsonl" % number
        names.add("%d.jsonl" % number)
        content = read(place, name)
        sha = hashlib.sha256(content).hexdigest()
        if sha != day["sha256"]:
            fail(name + " is not the file that was published")
        digest = hashlib.sha256(("%s\n%d\n%s\n" % (digest, number, sha)).encode("ascii")).hexdigest()
        if digest != day["digest"]:
            fail("the chain breaks at %s" % number)

        rows = content.decode("utf-8").split("\n")[:-1]
        if len(rows) != day["rows"]:
            fail("%s has %d rows, not %d" % (name, len(rows), day["rows"]))
        for row in map(json.loads, rows):
            kind = row["kind"]
            if kind == "sent":
                sent += 1
            elif kind == "claimed":
                key = (row["rose"], row["hop"])
                if key in takings:
                    fail("%s of %s is told twice" % key)
                takings[key] = (number, row["district"] if row["counted"] else None)
                claimed += 1
            elif kind == "voided":
                key = (row["rose"], row["hop"])
                if key in voided:
                    fail("%s of %s is voided twice" % key)
                voided.add(key)
                claimed -= 1
            elif kind == "board":
                key = (row["board"], row["of"], row["unit"])
                boards[key] = boards.get(key, 0) + row["count"]
            else:
                fail("%s has a row of unknown kind %s" % (name, kind))
        if (sent, claimed) != (day["sent"], day["claimed"]):
            fail("by %s the rows add up to %d sent and %d claimed, not %d and %d" % (number, sent, claimed, day["sent"], day["claimed"]))

    here = os.path.join(place, "days")
    extra = sorted(set(os.listdir(here)) - names) if os.path.isdir(here) else []
    if extra:
        fail("files that no digest names: " + ", ".join(extra))
    for key in voided - takings.keys():
        fail("%s of %s is voided and was never told" % key)

    districts = {}
    for key, (day, district) in takings.items():
        if district is not None and key not in voided:
            districts[(day, district)] = districts.get((day, district), 0) + 1
    told = {(day, unit): count for (board, day, unit), count in boards.items() if board == "district" and count}
    if districts != told:
        different = sorted(set(districts.items()) ^ set(told.items()))
        fail("districts by takings and by boards differ: %s" % (different[:5],))

    if shutil.which("openssl"):
        with tempfile.TemporaryDirectory() as here:
            for name in ("digests.json", "digests.json.sig", "key.pem"):
                with open(os.path.join(here, name), "wb") as file:
                    file.write(read(place, name))
            if subprocess.run(["openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature", "digests.json.sig", "digests.json"], cwd=here, capture_output=True).returncode:
                fail("digests.json is not what the city signed")
        print("Signed by the key in key.pem: compare it with the one that the city printed.")
    else:
        print("No openssl here: the signature was not checked.")

    days = index["days"]
    print("Right: %d days, %s to %s." % (len(days), days[0]["day"] if days else "-", days[-1]["day"] if days else "-"))
    print("%d roses were given, %d times one was taken." % (sent, claimed))
    totals = {}
    for (board, _, unit), count in boards.items():
        totals.setdefault(board, {})[unit] = totals.setdefault(board, {}).get(unit, 0) + count
    for board in sorted(totals):
        print("%s: %s" % (board, ", ".join("%s %d" % one for one in sorted(totals[board].items(), key=lambda one: (-one[1], one[0])) if one[1])))
    print("Last digest: " + (digest or "-"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
