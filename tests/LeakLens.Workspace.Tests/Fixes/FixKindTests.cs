using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>One text for each kind of fix, before and after.</summary>
public sealed class FixKindTests
{
    [Fact]
    public void A_list_keeps_the_newest() => Check("bounded-deque", Applicability.Unsafe,
        "import os\n\nROWS = []  # kept\n\nfor number in range(2_000):\n    ROWS.append([number] * 50)\n",
        "import os\nfrom collections import deque\n\nROWS = deque(maxlen=100)  # kept\n\nfor number in range(2_000):\n    ROWS.append([number] * 50)\n");

    [Fact]
    public void A_dict_drops_its_oldest_entry() => Check("evict-oldest", Applicability.Unsafe,
        "seen = {}\n\ndef ask(key):\n    seen[key] = len(key)  # new\n    return seen[key]\n\nfor n in range(20_000):\n    ask(str(n))\n",
        "seen = {}\n\ndef ask(key):\n    seen[key] = len(key)  # new\n    if len(seen) > 100:\n        del seen[next(iter(seen))]\n    return seen[key]\n\nfor n in range(20_000):\n    ask(str(n))\n");

    [Theory]
    [InlineData("(*routes[cell], after)", false)]
    [InlineData("(cell, after, 'x' * 100)", true)]
    public void An_entry_that_another_trip_asks_for_stays(string entry, bool isOffered)
    {
        var text = $"routes = {{0: (0,)}}\nfor after in range(1, 5_000):\n    cell = after // 2\n    routes[after] = {entry}\nprint(len(routes))\n";

        Offered.For(text, "evict-oldest").IsEmpty.ShouldBe(!isOffered);
        Offered.For(text, "clear-each-trip").IsEmpty.ShouldBe(!isOffered);
    }

    /// <summary>A test that the key is in one collection does not say that it is in the other.</summary>
    [Theory]
    [InlineData("values", false)]
    [InlineData("uses", true)]
    public void An_entry_that_is_counted_on_stays_unless_it_is_asked_for(string asked, bool isOffered)
    {
        var text = $"values = {{}}\nuses = {{}}\n\ndef find(key):\n    if key in {asked}:\n        uses[key] += 1\n        return values.get(key)\n    values[key] = key.upper()\n    uses[key] = uses.get(key, 0) + 1\n    return values[key]\n\nfor n in range(20_000):\n    find(str(n))\n";

        Offered.For(text, "evict-oldest").Any(fix => fix.Title.Contains("in uses", StringComparison.Ordinal)).ShouldBe(isOffered);
    }

    [Theory]
    [InlineData("        self.name = name\n", false)]
    [InlineData("        super().__init__(name)\n", true)]
    public void Objects_whose_init_is_bypassed_keep_the_collection_of_the_class(string init, bool isOffered)
    {
        var text = $"class Import:\n    rows = []\n\n    def __init__(self, name):\n        self.name = name\n\n    def read(self, count):\n        for n in range(count):\n            self.rows.append((self.name, n * 1.25))\n\nclass Prices(Import):\n    def __init__(self, name):\n{init}\nfor number in range(200):\n    Prices(str(number)).read(100)\n";

        Offered.For(text, "move-to-init").IsEmpty.ShouldBe(!isOffered);
    }

    [Fact]
    public void A_loop_lets_go_at_its_end() => Check("clear-each-trip", Applicability.Unsafe,
        "PAGES = []\nfor number in range(2_000):\n    PAGES.append('x' * 20_000 + str(number))\n    print(len(PAGES[-1]))\n",
        "PAGES = []\nfor number in range(2_000):\n    PAGES.append('x' * 20_000 + str(number))\n    print(len(PAGES[-1]))\n    PAGES.clear()\n");

    [Fact]
    public void A_default_becomes_None() => Check("default-to-none", Applicability.Unsafe,
        "def add(n, seen: list[str] = []):\n    \"\"\"Adds.\"\"\"\n    seen.append('x' * 1_000 + str(n))\n    return len(seen)\n\nfor n in range(2_000):\n    add(n)\n",
        "def add(n, seen: list[str] | None = None):\n    \"\"\"Adds.\"\"\"\n    if seen is None:\n        seen = []\n    seen.append('x' * 1_000 + str(n))\n    return len(seen)\n\nfor n in range(2_000):\n    add(n)\n");

    [Fact]
    public void A_context_manager_clears_what_it_collected() => Check("release-on-exit", Applicability.Unsafe,
        "class Log:\n    def __enter__(self):\n        self.lines = []\n        return self\n\n    def add(self, n):\n        self.lines.append('x' * 1_000 + str(n))\n\n    def __exit__(self, *error):\n        return False\n\nlog = Log()\nwith log:\n    for n in range(2_000):\n        log.add(n)\n",
        "class Log:\n    def __enter__(self):\n        self.lines = []\n        return self\n\n    def add(self, n):\n        self.lines.append('x' * 1_000 + str(n))\n\n    def __exit__(self, *error):\n        self.lines.clear()\n        return False\n\nlog = Log()\nwith log:\n    for n in range(2_000):\n        log.add(n)\n");

    [Fact]
    public void A_cache_gets_a_limit() => Check("cache-limit", Applicability.Unsafe,
        "import functools\n\n@functools.cache\ndef parse(query: str):\n    return query.split('&')\n",
        "import functools\n\n@functools.lru_cache(maxsize=1024)\ndef parse(query: str):\n    return query.split('&')\n");

    [Fact]
    public void A_cached_method_becomes_a_property_and_so_do_its_uses() => Check("cache-per-instance", Applicability.Unsafe,
        "from functools import cache\n\nclass Page:\n    def __init__(self, text):\n        self.text = text\n\n    @cache\n    def words(self):\n        return self.text.split()\n\n    def count(self):\n        return len(self.words())\n",
        "from functools import cache, cached_property\n\nclass Page:\n    def __init__(self, text):\n        self.text = text\n\n    @cached_property\n    def words(self):\n        return self.text.split()\n\n    def count(self):\n        return len(self.words)\n");

    [Fact]
    public void A_lock_is_held_in_a_with_statement() => Check("end-in-finally", Applicability.Safe,
        "import threading\n\nLOCK = threading.Lock()\n\ndef update(account):\n    LOCK.acquire()\n    # All or nothing.\n    account.load()\n    LOCK.release()\n",
        "import threading\n\nLOCK = threading.Lock()\n\ndef update(account):\n    with LOCK:\n        # All or nothing.\n        account.load()\n");

    [Fact]
    public void Tracing_is_stopped_in_a_finally_and_long_texts_stay_as_they_are() => Check("end-in-finally", Applicability.Safe,
        "import tracemalloc\n\ndef run(job):\n    tracemalloc.start()\n    job(\"\"\"one\n  two\"\"\")\n    tracemalloc.stop()\n",
        "import tracemalloc\n\ndef run(job):\n    tracemalloc.start()\n    try:\n        job(\"\"\"one\n  two\"\"\")\n    finally:\n        tracemalloc.stop()\n");

    [Fact]
    public void A_file_is_opened_in_a_with_statement() => Check("in-with", Applicability.Safe,
        "def first(path):\n    file = open(path)\n    line = file.readline()  # the first\n    return line\n",
        "def first(path):\n    with open(path) as file:\n        line = file.readline()  # the first\n    return line\n");

    [Fact]
    public void A_file_without_a_name_gets_one() => Check("in-with", Applicability.Safe,
        "import json\n\ndef load(path):\n    return json.load(open(path))\n",
        "import json\n\ndef load(path):\n    with open(path) as file:\n        return json.load(file)\n");

    [Fact]
    public void A_list_that_is_walked_through_once_is_not_made() => Check("one-pass", Applicability.Safe,
        "def longest(lines):\n    return any([line.startswith('#') for line in lines])\n",
        "def longest(lines):\n    return any(line.startswith('#') for line in lines)\n");

    [Fact]
    public void Lines_are_read_one_after_the_other() => Check("one-pass", Applicability.Safe,
        "def count(path):\n    total = 0\n    with open(path) as file:\n        for line in file.readlines():\n            total += len(line)\n    return total\n",
        "def count(path):\n    total = 0\n    with open(path) as file:\n        for line in file:\n            total += len(line)\n    return total\n");

    [Fact]
    public void A_text_is_joined_behind_the_loop() => Check("grow-in-place", Applicability.Unsafe,
        "class Report:\n    def __init__(self):\n        self.text = ''\n\n    def write(self):\n        for n in range(20_000):\n            self.text += f'line {n}'\n\nreport = Report()\nreport.write()\n",
        "class Report:\n    def __init__(self):\n        self.text = ''\n\n    def write(self):\n        parts = []\n        for n in range(20_000):\n            parts.append(f'line {n}')\n        self.text += ''.join(parts)\n\nreport = Report()\nreport.write()\n");

    [Fact]
    public void A_figure_is_closed_when_it_is_saved() => Check("close-figure", Applicability.Unsafe,
        "import matplotlib.pyplot as plt\n\ndef report(tables):\n    for name, table in tables:\n        figure, axes = plt.subplots()\n        axes.plot(table)\n        figure.savefig(name)  # the picture\n        print(name)\n",
        "import matplotlib.pyplot as plt\n\ndef report(tables):\n    for name, table in tables:\n        figure, axes = plt.subplots()\n        axes.plot(table)\n        figure.savefig(name)  # the picture\n        plt.close(figure)\n        print(name)\n");

    [Fact]
    public void A_loss_is_added_as_a_number() => Check("without-history", Applicability.Unsafe,
        "import torch\n\ndef train(model, batches):\n    total = 0\n    for batch in batches:\n        loss = model(batch)\n        loss.backward()\n        total += loss\n    return total\n",
        "import torch\n\ndef train(model, batches):\n    total = 0\n    for batch in batches:\n        loss = model(batch)\n        loss.backward()\n        total += loss.item()\n    return total\n");

    [Fact]
    public void Outputs_are_collected_without_their_history() => Check("without-history", Applicability.Unsafe,
        "import torch\n\ndef ask(model, batches):\n    model.eval()\n    outputs = []\n    for batch in batches:\n        outputs.append(model(batch) / 2)\n    return outputs\n",
        "import torch\n\ndef ask(model, batches):\n    model.eval()\n    outputs = []\n    for batch in batches:\n        outputs.append((model(batch) / 2).detach())\n    return outputs\n");

    [Fact]
    public void A_session_is_opened_in_a_with_statement() => Check("session-in-with", Applicability.Unsafe,
        "from sqlalchemy.orm import Session\n\ndef total(engine):\n    session = Session(engine)\n    row = session.scalar('select 1')\n    return row.total\n",
        "from sqlalchemy.orm import Session\n\ndef total(engine):\n    with Session(engine) as session:\n        row = session.scalar('select 1')\n        return row.total\n");

    [Fact]
    public void A_table_is_read_in_parts() => Check("rows-in-parts", Applicability.Unsafe,
        "from celery import shared_task\nfrom django.db import models\n\nclass Order(models.Model):\n    pass\n\n@shared_task\ndef recount():\n    for order in Order.objects.all().order_by('id'):\n        order.recount()\n",
        "from celery import shared_task\nfrom django.db import models\n\nclass Order(models.Model):\n    pass\n\n@shared_task\ndef recount():\n    for order in Order.objects.all().order_by('id').iterator(chunk_size=2000):\n        order.recount()\n");

    [Fact]
    public void A_task_is_held_until_it_is_done() => Check("keep-until-done", Applicability.Unsafe,
        "import asyncio\n\nasync def save(item):\n    print(item)\n\n\nasync def notify(item):\n    asyncio.create_task(save(item))\n",
        "import asyncio\n\nasync def save(item):\n    print(item)\n\n\nbackground_tasks = set()\n\n\nasync def notify(item):\n    task = asyncio.create_task(save(item))\n    background_tasks.add(task)\n    task.add_done_callback(background_tasks.discard)\n");

    [Fact]
    public void A_suppression_without_use_goes() => Check(string.Empty, Applicability.Safe,
        "total = 1  # leaklens: ignore[LL101]\n",
        "total = 1\n");

    [Fact]
    public void What_is_suppressed_is_left_alone() =>
        Offered.For("ROWS = []\nfor n in range(2_000):\n    ROWS.append([n] * 50)  # leaklens: ignore[LL101]  # wanted\n", "bounded-deque").ShouldBeEmpty();

    [Fact]
    public void A_thread_that_never_ends_is_not_waited_for() =>
        Offered.For("import threading\n\ndef watch():\n    while True:\n        print()\n\ndef start():\n    thread = threading.Thread(target=watch)\n    thread.start()\n", "wait-for-it").ShouldBeEmpty();

    [Fact]
    public void Numbers_to_choose_are_marked()
    {
        var fix = Offered.For("ROWS = []\nfor n in range(2_000):\n    ROWS.append([n] * 50)\n", "bounded-deque")[0];

        fix.Edits.ShouldContain(edit => edit.Placeholder != null && edit.NewText.Substring(edit.Placeholder.Value.Start, edit.Placeholder.Value.Length) == "100");
        fix.Label.ShouldContain("needs review: older items are dropped");
    }

    [Theory]
    [InlineData("    if len(table) > 128:\n        oldest = next(iter(table))\n")]
    [InlineData("    if number % 10 == 0 and len(table) >= number:\n        oldest = number\n")]
    public void Where_the_program_asks_for_so_many_nothing_takes_them_away(string asks)
    {
        var text = $"table = {{}}\nfor number in range(12_000):\n    table[number] = (number, f'entry {{number}}')\n{asks}print(oldest)\n";

        Offered.For(text, "evict-oldest").ShouldBeEmpty();
        Offered.For(text, "clear-each-trip").ShouldBeEmpty();
        Offered.For(text.Replace("len(table)", "number", StringComparison.Ordinal), "evict-oldest").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("np.zeros((10_000, 10))[0]", "np.zeros((10_000, 10))[0].copy()")]
    [InlineData("(n, np.zeros((10_000, 10))[0])", "(n, np.zeros((10_000, 10))[0].copy())")]
    [InlineData("memoryview(bytes(100_000))[:16]", "bytes(memoryview(bytes(100_000))[:16])")]
    public void A_view_is_copied(string before, string after)
    {
        const string Head = "import numpy as np\n\nHEADS = []\n\nfor n in range(100):\n";
        Check("copy-of-part", Applicability.Unsafe, $"{Head}    HEADS.append({before})  # first\n", $"{Head}    HEADS.append({after})  # first\n");
    }

    [Fact]
    public void A_view_with_a_name_is_copied_where_it_is_stored() => Check("copy-of-part", Applicability.Unsafe,
        "import numpy as np\n\nHEADS = {}\n\nfor n in range(100):\n    head = np.zeros(100_000)[:10]\n    HEADS[n] = head\n",
        "import numpy as np\n\nHEADS = {}\n\nfor n in range(100):\n    head = np.zeros(100_000)[:10]\n    HEADS[n] = head.copy()\n");

    [Fact]
    public void What_a_copy_leaves_of_a_growth_is_told_as_before() => Check("copy-of-part", Applicability.Unsafe,
        "import numpy as np\n\nROWS = []\n\nfor n in range(1_000):\n    ROWS.append(np.zeros((1_000, 100))[0])\n",
        "import numpy as np\n\nROWS = []\n\nfor n in range(1_000):\n    ROWS.append(np.zeros((1_000, 100))[0].copy())\n");

    [Fact]
    public void Elements_are_emptied_as_they_come() => Check("copy-of-part", Applicability.Unsafe,
        "from xml.etree.ElementTree import iterparse\n\ndef names(path):\n    for event, element in iterparse(path):\n        print(element.tag)\n",
        "from xml.etree.ElementTree import iterparse\n\ndef names(path):\n    for event, element in iterparse(path):\n        print(element.tag)\n        element.clear()\n");

    [Fact]
    public void Objects_that_enter_themselves_are_referred_to_weakly() => Check("weak-registry", Applicability.Unsafe,
        "class Job:\n    all = []  # every one\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.all.append(self)\n\nfor n in range(2_000):\n    Job(n)\n",
        "from weakref import WeakSet\n\n\nclass Job:\n    all = WeakSet()  # every one\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.all.add(self)\n\nfor n in range(2_000):\n    Job(n)\n");

    [Fact]
    public void Objects_under_a_key_are_referred_to_weakly() => Check("weak-registry", Applicability.Unsafe,
        "class Job:\n    named = {}\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.named[str(n)] = self\n\nfor n in range(2_000):\n    Job(n)\n",
        "from weakref import WeakValueDictionary\n\n\nclass Job:\n    named = WeakValueDictionary()\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.named[str(n)] = self\n\nfor n in range(2_000):\n    Job(n)\n");

    [Theory]
    [InlineData("class Job:\n    __slots__ = ('data',)\n    all = []\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.all.append(self)\n\nfor n in range(2_000):\n    Job(n)\n")]
    [InlineData("class Job:\n    all = []\n\n    def __init__(self, n):\n        self.data = 'x' * 1_000 + str(n)\n        Job.all.append(self)\n\nfor n in range(2_000):\n    Job(n)\nprint(Job.all[0])\n")]
    public void What_weak_references_cannot_do_is_not_offered(string text) => Offered.For(text, "weak-registry").ShouldBeEmpty();

    private static void Check(string kind, Applicability applicability, string before, string after) => Offered.Check(kind, applicability, before, after);
}
