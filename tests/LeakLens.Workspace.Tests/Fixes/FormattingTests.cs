namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>A fix looks like the file around it: imports, indentation, line ends, comments.</summary>
public sealed class FormattingTests
{
    private const string Loop = "for n in range(2_000):\n    ROWS.append([n] * 50)\n";

    [Theory]
    [InlineData("", "from collections import deque\n\n")]
    [InlineData("#!/usr/bin/env python3\n# Whose it is.\n\n", "#!/usr/bin/env python3\n# Whose it is.\n\nfrom collections import deque\n\n")]
    [InlineData("\"\"\"Doc.\"\"\"\n\n", "\"\"\"Doc.\"\"\"\n\nfrom collections import deque\n\n")]
    [InlineData("\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\n", "\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nfrom collections import deque\n\n")]
    [InlineData("import os\nimport sys\n", "import os\nimport sys\nfrom collections import deque\n")]
    [InlineData("import os\nfrom abc import ABC\nfrom sys import path\n", "import os\nfrom abc import ABC\nfrom collections import deque\nfrom sys import path\n")]
    [InlineData("import requests\n\n", "from collections import deque\n\nimport requests\n\n")]
    [InlineData("from collections import Counter, namedtuple\n", "from collections import Counter, deque, namedtuple\n")]
    [InlineData("from collections import (\n    OrderedDict,\n    Counter,\n)\n", "from collections import (\n    OrderedDict,\n    Counter,\n    deque,\n)\n")]
    public void An_import_stands_where_it_belongs(string head, string expected) =>
        Fixed(head + "ROWS = []\n" + Loop).ShouldBe(expected + "ROWS = deque(maxlen=100)\n" + Loop);

    [Theory]
    [InlineData("import collections\n", "collections.deque")]
    [InlineData("import collections as c\n", "c.deque")]
    [InlineData("from collections import deque as ring\n", "ring")]
    public void What_is_imported_already_is_used(string head, string name) =>
        Fixed(head + "ROWS = []\n" + Loop).ShouldBe(head + $"ROWS = {name}(maxlen=100)\n" + Loop);

    [Fact]
    public void A_name_that_is_taken_is_not_imported() =>
        Fixed("deque = 1\nROWS = []\n" + Loop).ShouldBe("import collections\n\ndeque = 1\nROWS = collections.deque(maxlen=100)\n" + Loop);

    [Fact]
    public void Line_ends_tabs_and_a_missing_end_stay_as_they_are() =>
        Fixed("ROWS = {}\r\ndef keep(n):\r\n\tROWS[n] = [n] * 50  # last\r\nfor n in range(2_000):\r\n\tkeep(n)", "evict-oldest")
            .ShouldBe("ROWS = {}\r\ndef keep(n):\r\n\tROWS[n] = [n] * 50  # last\r\n\tif len(ROWS) > 100:\r\n\t\tdel ROWS[next(iter(ROWS))]\r\nfor n in range(2_000):\r\n\tkeep(n)");

    [Fact]
    public void Behind_the_last_line_without_a_line_end_a_line_is_put() =>
        Fixed("ROWS = []\nfor n in range(2_000):\n  ROWS.append([n] * 50)", "clear-each-trip").ShouldBe("ROWS = []\nfor n in range(2_000):\n  ROWS.append([n] * 50)\n  ROWS.clear()");

    [Fact]
    public void Two_statements_in_one_line_are_not_taken_apart() =>
        Offered.For("ROWS = []\nfor n in range(2_000):\n    ROWS.append([n] * 50); print(n)\n", "evict-oldest").ShouldBeEmpty();

    [Fact]
    public void A_body_in_the_line_of_its_header_is_left_alone() =>
        Offered.For("ROWS = []\nfor n in range(2_000): ROWS.append([n] * 50)\n", "clear-each-trip").ShouldBeEmpty();

    private static string Fixed(string text, string kind = "bounded-deque") => Offered.Apply(text, Offered.For(text, kind).ShouldHaveSingleItem());
}
