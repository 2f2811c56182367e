namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// What the exact run follows since it knows files, coroutines that are stepped through, and addresses. The bytes are those that <c>tracemalloc</c>
/// counted at the end of the program under CPython 3.11.
/// </summary>
public sealed class OwnFilesTests
{
    [Theory]
    [InlineData(1069015, "import csv, tempfile\nkept = []\nwith tempfile.TemporaryFile('w+', newline='') as table:\n    out = csv.writer(table)\n    for n in range(4_000):\n        out.writerow([f'item {n}', n * 3, 'of shelf %d' % (n // 50)])\n    table.seek(0)\n    for row in csv.reader(table):\n        kept.append(row)\ndel row, table, out\n")]
    [InlineData(0, "import csv, tempfile\nkept = []\nwith tempfile.TemporaryFile('w+', newline='') as table:\n    out = csv.writer(table)\n    for n in range(4_000):\n        out.writerow([f'item {n}', n * 3, 'of shelf %d' % (n // 50)])\n    table.seek(0)\n    for row in csv.reader(table):\n        if row[0] == 'item 7':\n            kept.append(row)\ndel row, table, out\n")]
    [InlineData(717270, "import re, tempfile\nfrom pathlib import Path\nWORD = re.compile(r'<(\\w+)>')\nfirst = {}\nwith tempfile.TemporaryDirectory() as folder:\n    path = Path(folder) / 'words.txt'\n    with path.open('w') as out:\n        for n in range(600):\n            out.write(f'{n} ' + '-' * 1_500 + f' <word{n % 400}>\\n')\n    for line in path.open():\n        found = WORD.search(line)\n        if found[1] not in first:\n            first[found[1]] = found\ndel line, found\n")]
    [InlineData(707602, "import tempfile\nfrom pathlib import Path\nheads = []\nwith tempfile.TemporaryDirectory() as folder:\n    path = Path(folder) / 'records'\n    with path.open('wb') as out:\n        for n in range(300):\n            out.write(bytes([n % 200]) * 2_000)\n    with path.open('rb') as source:\n        while record := source.read(2_000):\n            heads.append(memoryview(record)[:16])\ndel record\n")]
    public void Files_that_the_program_wrote_itself(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(870100, "import types\n@types.coroutine\ndef wait(name):\n    return (yield name)\nasync def job(n):\n    load = bytearray(1_000 + n)\n    found = await wait('load')\n    return len(load) + found\nparked = {}\nfor n in range(500):\n    one = job(n)\n    parked.setdefault(one.send(None), []).append(one)\n")]
    [InlineData(0, "import types\n@types.coroutine\ndef wait(name):\n    return (yield name)\nasync def job(n):\n    load = bytearray(1_000 + n)\n    found = await wait('load')\n    return len(load) + found\nparked = {}\nfor n in range(500):\n    one = job(n)\n    parked.setdefault(one.send(None), []).append(one)\n    for each in parked.pop('load'):\n        try:\n            each.send(n)\n        except StopIteration:\n            pass\n")]
    public void Coroutines_that_wait_for_a_step(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(943632, "import copy\nclass Sheet:\n    def __init__(self):\n        self.rows = [[0] * 30 for _ in range(30)]\n    def __copy__(self):\n        made = object.__new__(Sheet)\n        made.rows = [row[:] for row in self.rows]\n        return made\nsheet = Sheet()\nversions = []\nfor n in range(100):\n    versions.append(copy.copy(sheet))\n    sheet.rows[n % 30][0] = n\n")]
    [InlineData(0, "import copy\nclass Sheet:\n    def __init__(self, name):\n        self.name = name\n        self.cells = [0] * 200\n    def __deepcopy__(self, memo):\n        return self\nsheet = Sheet('one')\nversions = []\nfor n in range(300):\n    versions.append(copy.deepcopy(sheet))\n")]
    public void Copies_that_a_class_makes_itself(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(1020328, "held = {}\nfor n in range(3_000):\n    held[n] = 'entry %d ' % n * 20\n    for key, entry in held.items():\n        if key < 0:\n            del held[key]\n        break\n")]
    [InlineData(0, "held = {}\nfor n in range(3_000):\n    held[n] = 'entry %d ' % n * 20\n    for key, entry in held.items():\n        if key < n - 50:\n            del held[key]\n        break\ndel entry\n")]
    [InlineData(1502406, "from urllib.parse import parse_qsl, urlencode, urlsplit\npages = {}\nfor n in range(2_000):\n    target = '/list?' + urlencode({'page': n % 10, 'visit': n})\n    parts = urlsplit(target)\n    pages[parts.path, tuple(parse_qsl(parts.query))] = f'<p>{n}</p>' * 20\n")]
    [InlineData(0, "from urllib.parse import parse_qsl, urlencode, urlsplit\npages = {}\nfor n in range(2_000):\n    target = '/list?' + urlencode({'page': n % 10, 'visit': n})\n    parts = urlsplit(target)\n    pages[parts.path, tuple(p for p in parse_qsl(parts.query) if p[0] == 'page')] = f'<p>{n}</p>' * 20\n")]
    public void Views_addresses_and_numbers_of_bytes(long retained, string program) => Claims.Check(retained, program);
}
