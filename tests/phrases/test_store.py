"""The bank file: adding twice, removing without a trace, crashes, strangers' files."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from drafter.cli.main import main
from drafter.errors import DrafterError, ReadError
from drafter.phrases import families, mined, schema, segment
from drafter.phrases.adding import add
from drafter.phrases.bank import Bank
from drafter.phrases.index import folder_of, forget, open_index
from drafter.phrases.records import Given
from drafter.phrases.store import Store
from tests.phrases.conftest import LINES, TRAINING, line, records


def many_lines(path: Path, count: int) -> Path:
    """A file of `count` invented resolutions."""
    lines = (
        line(f"A/RES/79/{n}", "12 December 2024", [f"Recalling bridge {n},"], [f"Builds {n};"] * 20)
        for n in range(count)
    )
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    return path


def test_adding_again_adds_nothing(bank_file: Path) -> None:
    store = Store.open(bank_file)
    assert store.add(records()) == 0


def test_a_file_known_whole_is_not_read_again(bank_file: Path, tmp_path: Path) -> None:
    path = many_lines(tmp_path / "bridges.jsonl", 3)
    store = Store.open(bank_file)
    assert add(store, [path]).sources == 3
    again = add(store, [path, path])
    assert (again.sources, again.known) == (0, 2)


def test_what_a_text_does_not_say_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps(line("", "", [], ["Urges all to wait;"])), "utf-8")
    store = Store.open(tmp_path / "bank.sqlite", create=True)
    add(store, [path], Given(status="draft", date="2024-11", body="ga-c2"))
    (found,) = store.found("")
    source = found.source
    assert (source.status, source.date, source.body) == ("draft", "2024-11", "ga")


def test_removing_leaves_no_trace(bank_file: Path) -> None:
    open_index(Store.open(bank_file))
    store = Store.open(bank_file)
    (row,) = store.query("SELECT id FROM source WHERE symbol = 'A/HRC/RES/55/901'")
    forget(bank_file)
    store.remove([int(str(row[0]))])
    open_index(store)
    store.close()
    for path in bank_file.parent.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        for trace in (b"A/HRC/RES/55/901", b"hear ferry crews", b"matter to all"):
            assert trace not in data, path


def test_what_was_removed_can_be_added_again(bank_file: Path, tmp_path: Path) -> None:
    path = many_lines(tmp_path / "bridges.jsonl", 1)
    store = Store.open(bank_file)
    add(store, [path])
    (row,) = store.query("SELECT id FROM source WHERE symbol = 'A/RES/79/0'")
    store.remove([int(str(row[0]))])
    assert add(store, [path]).sources == 1


def test_an_index_grows_with_its_bank(bank_file: Path, tmp_path: Path) -> None:
    assert len(Bank.open([bank_file]).indexes[0].segments) == 1
    store = Store.open(bank_file)
    store.add(records())
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(line("A/RES/79/950", "", [], ["Builds a bridge;"])), "utf-8")
    add(store, [path])
    bank = Bank.open([bank_file])
    assert len(bank.indexes[0].segments) == 2
    assert bank.suggest("Builds a bridge;")[0].symbol == "A/RES/79/950"
    assert bank.suggest(f"{TRAINING};")[0].score == 1


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"drafter index\n\x01\x00" + b"\xff" * 99])
def test_a_damaged_index_is_built_again(bank_file: Path, damage: bytes) -> None:
    Bank.open([bank_file])
    (path,) = Path(folder_of(bank_file)).glob("*.index")
    path.write_bytes(damage)
    assert Bank.open([bank_file]).suggest(f"{TRAINING};")[0].score == 1


def test_a_bank_in_a_folder_that_cannot_be_written_answers(bank_file: Path) -> None:
    Path(folder_of(bank_file)).write_text("in the way of the index")
    assert Bank.open([bank_file]).suggest(f"{TRAINING};")[0].score == 1


def test_a_strangers_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bank.sqlite"
    path.write_bytes(b"no bank at all " * 400)
    with pytest.raises(ReadError, match="not a phrase bank"):
        Store.open(path)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE rivers (name TEXT)")
    connection.close()
    with pytest.raises(ReadError, match="not a phrase bank"):
        Store.open(other, create=True)


def test_a_damaged_bank_is_refused(bank_file: Path) -> None:
    data = bytearray(bank_file.read_bytes())
    data[4096 : len(data)] = b"\xa5" * (len(data) - 4096)
    bank_file.write_bytes(data)
    with pytest.raises(ReadError, match=r"bank\.sqlite"):
        Bank.open([bank_file]).search("ferries")


def test_a_newer_bank_says_what_to_do(bank_file: Path) -> None:
    with sqlite3.connect(bank_file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ReadError, match="newer drafter"):
        Store.open(bank_file)


def test_a_bank_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such bank"):
        Bank.open([tmp_path / "none.sqlite"])
    assert not list(tmp_path.iterdir())


def adding(bank: Path, source: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "drafter", "bank", "add", "--bank", str(bank), str(source)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def test_two_may_add_at_once(tmp_path: Path) -> None:
    bank = tmp_path / "bank.sqlite"
    sources = [many_lines(tmp_path / f"{n}.jsonl", 60) for n in range(2)]
    sources[1].write_text(sources[1].read_text().replace("A/RES/79/", "A/RES/80/"))
    both = [adding(bank, source) for source in sources]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert Store.open(bank).query("SELECT count(*) FROM source") == [(120,)]


def test_many_may_make_a_bank_at_once(tmp_path: Path) -> None:
    def made(path: Path) -> str:
        together.wait()
        return Store.open(path, create=True).epoch

    together = Barrier(4)
    with ThreadPoolExecutor(4) as threads:
        for number in range(25):
            path = tmp_path / f"{number}.sqlite"
            assert len(set(threads.map(made, [path] * 4))) == 1


def test_a_bank_without_room_says_so_and_stays_whole(tmp_path: Path) -> None:
    path, source = tmp_path / "bank.sqlite", many_lines(tmp_path / "many.jsonl", 200)
    store = Store.open(path, create=True)
    (pages,) = store.query("PRAGMA page_count")[0]
    store.query(f"PRAGMA max_page_count = {int(str(pages)) + 40}")  # as a full disk refuses
    with pytest.raises(DrafterError, match="full"):
        add(store, [source])
    store.close()
    store = Store.open(path)
    assert store.query("PRAGMA integrity_check") == [("ok",)]
    added = int(str(store.query("SELECT count(*) FROM source")[0][0]))
    assert add(store, [source]).sources == 200 - added


def test_a_killed_adder_harms_nothing(tmp_path: Path) -> None:
    bank, source = tmp_path / "bank.sqlite", many_lines(tmp_path / "many.jsonl", 1500)
    process = adding(bank, source)
    for _ in range(200):
        time.sleep(0.05)
        if bank.exists() and bank.with_name("bank.sqlite-wal").exists():
            break
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    store = Store.open(bank, create=True)
    before = int(str(store.query("SELECT count(*) FROM source")[0][0]))
    whole = (
        "SELECT count(*) FROM source s WHERE (SELECT count(*) FROM entry WHERE source = s.id) = 21"
    )
    assert store.query(whole) == [(before,)]
    assert add(store, [source]).sources == 1500 - before
    assert store.query("PRAGMA integrity_check") == [("ok",)]


def test_the_invented_texts_are_read_whole() -> None:
    paragraphs = [p for each in LINES for p in each["paragraphs"]]  # type: ignore[attr-defined]
    entries = [entry for record in records() for entry in record.entries]
    assert len(entries) == sum(p["kind"] != "other" for p in paragraphs)


def test_half_a_character_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    broken = line("A/RES/79/1", "", [], ["Urges \ud800 all to wait for the ferry;"])
    path.write_text(json.dumps({**broken, "title": "\udfff"}), "ascii")
    bank_path = tmp_path / "bank.sqlite"
    assert add(Store.open(bank_path, create=True), [path]).sources == 1
    (found,) = Bank.open([bank_path]).suggest("wait for the ferry")
    assert found.text == "Urges ? all to wait for the ferry;"


def old_bank(path: Path) -> Path:
    """A bank as the first schema had it."""
    store = Store.open(path, create=True)
    store.add(records())
    store.close()
    with sqlite3.connect(path) as connection:
        for name in ("phrase", "phrase_use", "wording"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("DROP INDEX entry_hash")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    return path


def test_a_bank_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = old_bank(tmp_path / "old.sqlite")
    assert Bank.open([path]).suggest(f"{TRAINING};")[0].score == 1
    store = Store.open(path)
    assert store.query("PRAGMA user_version") == [(schema.VERSION,)]
    tables = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
    assert store.query(tables) == Store.open(tmp_path / "new.sqlite", create=True).query(tables)


def test_an_older_bank_that_cannot_be_written_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_bank(tmp_path / "old.sqlite")
    monkeypatch.setattr(schema, "steps", lambda _: ["INSERT INTO none VALUES (1)"])
    with pytest.raises(ReadError, match="older drafter") as error:
        Store.open(path)
    assert "build it again" in error.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_bank_in_a_read_only_folder_is_asked(bank_file: Path) -> None:
    bank_file.chmod(0o444)
    bank_file.parent.chmod(0o555)
    try:
        assert Bank.open([bank_file]).suggest(f"{TRAINING};")[0].score == 1
    finally:
        bank_file.parent.chmod(0o755)


def test_a_bank_without_its_log_is_asked_as_it_lies(
    bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def refused(name: object, **options: object) -> sqlite3.Connection:
        if "immutable" not in str(name):
            return connect("file:/no/such/folder/bank?mode=ro", uri=True)
        return connect(name, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", refused)
    found, count = Bank.open([bank_file]).search("ferries")
    assert found
    assert count


def contents(path: Path) -> list[tuple[object, ...]]:
    """All that a bank holds, in order."""
    sql = "SELECT s.hash, s.symbol, e.part, e.number, e.text FROM source s JOIN entry e"
    return Store.open(path).query(f"{sql} ON e.source = s.id ORDER BY s.id, e.id")


def test_several_processes_add_the_same_in_the_same_order(tmp_path: Path) -> None:
    sources = [many_lines(tmp_path / "a.jsonl", 130), tmp_path / "b.md", tmp_path / "c.jsonl"]
    sources[1].write_text("*The General Assembly*,\n\n1. *Urges* all to wait.\n", "utf-8")
    sources[2].write_text("no resolution\n" * 3, "utf-8")
    added = []
    for jobs in (1, 2):
        store = Store.open(tmp_path / f"{jobs}.sqlite", create=True)
        added.append(add(store, sources, jobs=jobs))
    assert [a.sources for a in added] == [131, 131]
    assert [a.files for a in added] == [2, 2]
    assert added[0].notes == added[1].notes
    assert contents(tmp_path / "1.sqlite") == contents(tmp_path / "2.sqlite")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look into")
def test_workers_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    source = many_lines(tmp_path / "many.jsonl", 3000)
    bank = tmp_path / "bank.sqlite"
    command = [sys.executable, "-m", "drafter", "bank", "add", "--jobs", "2", "--bank", str(bank)]
    process = subprocess.Popen([*command, str(source)], start_new_session=True)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not _group(process.pid, more_than=1):
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    while time.monotonic() < deadline and _group(process.pid, more_than=0):
        time.sleep(0.05)
    assert not _group(process.pid, more_than=0)


def _group(group: int, *, more_than: int) -> bool:
    """Whether more than so many processes of a group are alive."""
    alive = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        alive += int(fields[2]) == group and fields[0] != "Z"
    return alive > more_than


def test_a_killed_linker_goes_on_where_it_was(tmp_path: Path) -> None:
    bank = tmp_path / "bank.sqlite"
    store = Store.open(bank, create=True)
    add(store, [many_lines(tmp_path / "many.jsonl", 1500)])
    open_index(store)
    command = [sys.executable, "-m", "drafter", "bank", "families", "--bank", str(bank)]
    for _ in range(3):
        process = subprocess.Popen([*command, "--jobs", "1"], stdout=subprocess.DEVNULL)
        linked = store.query("SELECT count(*) FROM wording")
        for _ in range(300):
            time.sleep(0.02)
            if process.poll() is not None or linked != store.query("SELECT count(*) FROM wording"):
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert store.query("PRAGMA integrity_check") == [("ok",)]
    subprocess.run(command, check=True, capture_output=True)
    wordings = store.query("SELECT count(DISTINCT hash) FROM entry")
    assert store.query("SELECT count(*) FROM wording") == wordings


def test_others_ask_while_one_adds(tmp_path: Path) -> None:
    bank = tmp_path / "bank.sqlite"
    add(Store.open(bank, create=True), [many_lines(tmp_path / "first.jsonl", 60)])
    more = many_lines(tmp_path / "more.jsonl", 900)
    more.write_text(more.read_text().replace("A/RES/79/", "A/RES/80/").replace("Builds", "Mends"))
    process, counts = adding(bank, more), []
    while process.poll() is None:
        opened = Bank.open([bank])
        (best,) = opened.suggest("Builds 7;", top=1)
        assert best.text == "Builds 7;"
        counts.append(opened.search("Builds")[1])
        assert opened.search("Mends")[1] % 20 == 0  # a text is there whole or not at all
    assert process.returncode == 0, process.stderr
    assert len(counts) > 1
    assert set(counts) == {60 * 20}
    assert Bank.open([bank]).search("Mends")[1] == 900 * 20


def test_removing_wipes_what_was_mined_and_linked_too(tmp_path: Path) -> None:
    bank = tmp_path / "bank.sqlite"
    store = Store.open(bank, create=True)
    secret = "Commends the zebra ferries of the quokka delta for their silver lanterns at night"
    for number in range(4):
        texts = [f"{secret} and their {word} ropes;" for word in ("red", "long", "old")]
        each = line(f"A/C.2/79/L.{number}", f"{number + 1} December 2024", [], texts)
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(each))
    add(store, sorted(tmp_path.glob("*.jsonl")))
    mined.mine(store)
    families.link(open_index(store))
    store.close()
    assert b"quokka" in bank.read_bytes()
    symbols = [f"A/C.2/79/L.{number}" for number in range(4)]
    assert main(["bank", "remove", "--bank", str(bank), *symbols]) == 0
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix != ".jsonl":
            assert b"quokka" not in path.read_bytes().lower(), path
            assert b"L.2" not in path.read_bytes(), path


def test_an_index_with_any_byte_flipped_is_built_again(bank_file: Path) -> None:
    whole = Bank.open([bank_file]).suggest(f"{TRAINING};")
    (path,) = Path(folder_of(bank_file)).iterdir()
    data = path.read_bytes()
    for at in range(0, len(data), 211):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        assert Bank.open([bank_file]).suggest(f"{TRAINING};") == whole, at
        path.write_bytes(data)


def test_a_large_index_that_names_what_is_not_there_is_refused(
    bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "_CHECKED", 0)
    bank = Bank.open([bank_file])
    (path,) = Path(folder_of(bank_file)).iterdir()
    data = path.read_bytes()
    entries = bytes(bank.indexes[0].segments[0].use_entry)
    assert entries in data
    path.write_bytes(data.replace(entries, b"\x7f" * len(entries)))
    with pytest.raises(ReadError, match="index is damaged"):
        Bank.open([bank_file]).suggest(f"{TRAINING};")
