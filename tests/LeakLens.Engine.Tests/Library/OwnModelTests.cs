using LeakLens.Engine.Facts;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Library;

/// <summary>What a project says of its libraries counts like what LeakLens knows of them, and can do no harm.</summary>
public sealed class OwnModelTests
{
    private const string Acme = """
        {
          "module": "acme.store",
          "functions": {
            "fetch": "key -> bytes(65536)",
            "packed": "rows -> list_of(str(10), len(rows))"
          },
          "types": {
            "Queue": { "like": "deque", "made": "size: limit(self, size) if given(size) else None", "methods": { "send": "item: add(self, item)", "receive": "-> take(self, 0)" } },
            "Fast": { "base": "acme.store.Queue" },
            "Handle": { "bytes": 100000, "methods": { "read": "n -> bytes(number(n))" } }
          },
          "same": { "get": "acme.store.fetch" },
          "texts": { "PREFIX": "key" }
        }
        """;

    [Theory]
    [InlineData("import acme.store\nkept = []\nfor i in range(1000):\n    kept.append(acme.store.fetch(i))\n", 65_569_000)]
    [InlineData("from acme.store import get\nkept = []\nfor i in range(1000):\n    kept.append(get(i))\n", 65_569_000)]
    [InlineData("from acme.store import Queue\nq = Queue()\nfor i in range(1000):\n    q.send('x' * 5000 + str(i))\n", 5_060_000)]
    [InlineData("from acme.store import Fast\nq = Fast()\nfor i in range(1000):\n    q.send('x' * 5000 + str(i))\n", 5_060_000)]
    [InlineData("from acme.store import Fast\nq = Fast()\nfor i in range(1000):\n    q.send('x' * 5000 + str(i))\n    q.receive()\n", 0)]
    [InlineData("from acme.store import Queue\nclass Mine(Queue):\n    pass\nq = Mine()\nfor i in range(1000):\n    q.send('x' * 5000 + str(i))\n", 5_060_000)]
    [InlineData("from acme.store import Handle\nkept = []\nfor i in range(100):\n    kept.append(Handle())\n", 10_000_000)]
    [InlineData("from acme.store import packed\nkept = []\nfor i in range(100):\n    kept.append(packed(range(1000)))\n", 6_700_000)]
    public void Counts_like_what_is_known(string program, long expected)
    {
        var retained = Retained(program, Read(Acme));

        Math.Abs(retained - expected).ShouldBeLessThan((expected / 20) + 60_000, $"claimed {retained}");
        if (expected > 0)
        {
            Retained(program, models: null).ShouldBeLessThan(expected / 20);
        }
    }

    [Fact]
    public void A_function_of_ones_own_goes_before_a_built_in_one_and_a_built_in_type_stays()
    {
        var models = Read("""{ "module": "collections", "types": { "deque": { "methods": { "append": "item" } } }, "functions": { "namedtuple": "-> None" } }""");
        var dumps = Read("""{ "module": "json", "functions": { "dumps": "obj -> str(1000000)" } }""");

        Retained("from collections import deque\nq = deque()\nfor i in range(1000):\n    q.append('x' * 5000 + str(i))\n", models).ShouldBeGreaterThan(5_000_000);
        Retained("import json\nkept = []\nfor i in range(100):\n    kept.append(json.dumps(i))\n", dumps).ShouldBeGreaterThan(100_000_000);
        Retained("import json\nkept = []\nfor i in range(100):\n    kept.append(json.dumps(i))\n", models).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Another_analysis_knows_nothing_of_them()
    {
        var program = "import acme.store\nkept = []\nfor i in range(1000):\n    kept.append(acme.store.fetch(i))\n";

        Retained(program, Read(Acme)).ShouldBeGreaterThan(65_000_000);
        Retained(program, Read("""{ "module": "acme.store", "functions": { "fetch": "key -> bytes(10)" } }""")).ShouldBeLessThan(100_000);
        Retained(program, Read(Acme)).ShouldBeGreaterThan(65_000_000);
    }

    [Theory]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x -> strr(3)\" } }", 1, 38, "there is no word 'strr'")]
    [InlineData("{ \"module\": \"a\", \"functions\": {\n  \"é\": \"x -> None\", \"f\": \"x -> len(x, x)\" } }", 2, 3, "'é' is no name")]
    [InlineData("{ \"module\": \"a\", \"functions\": {\n  \"g\": \"é -> None\", \"f\": \"x -> len(x, x)\" } }", 2, 26, "'len' takes 1 operands, not 2")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x -> y\" } }", 1, 38, "there is no parameter 'y'")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x -> [x\" } }", 1, 38, "Expected ']'. in  [x")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x: while x: add(x, x)\" } }", 1, 38, "an effect is no statement such as While")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"@Range\" } }", 1, 38, "'@Range' is code of LeakLens: a model of your own is written in words")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x -> new('a.B')\" } }", 1, 38, "there is no type 'a.B' among the models")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"x -> new(x)\" } }", 1, 38, "new() takes the name of a type in quotes first")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"base\": \"a.C\" } } }", 1, 44, "there is no type 'a.C' among the models")]
    [InlineData("{ \"module\": \"a\", \"same\": { \"g\": \"a.f\" } }", 1, 33, "there is no model of 'a.f'")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"like\": \"tree\" } } }", 1, 44, "'like' takes one of list, tuple, dict, set, deque, bytearray")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"bytes\": -5 } } }", 1, 45, "'bytes' takes a whole number from 0 to 1099511627776")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"hidden\": 1 } } }", 1, 46, "'hidden' takes true or false")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"method\": {} } } }", 1, 36, "there is no 'method' here; there are like, bytes, bytesPerItem, growth, order, hidden, base, binds, oneEach, keywords, made, methods, statics, attributes")]
    [InlineData("{ \"module\": \"a\", \"function\": {} }", 1, 18, "there is no 'function' here; there are $schema, module, functions, types, same, texts")]
    [InlineData("{ \"module\": \"builtins\" }", 1, 13, "names that need no import are those of LeakLens")]
    [InlineData("{ \"module\": \"a/b\" }", 1, 13, "'a/b' is no name of a module")]
    [InlineData("{ \"functions\": { \"f\": \"\" } }", 1, 18, "'module' stands first")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": \"\", \"f\": \"\" } }", 1, 42, "'f' is there already")]
    [InlineData("{ \"module\": \"a\", \"functions\": { \"f\": 3 } }", 1, 38, "not what a file of models has here: docs/extending.md shows one")]
    [InlineData("[]", 1, 1, "not what a file of models has here: docs/extending.md shows one")]
    [InlineData("{ \"module\": \"a\",\n  nonsense", 2, 11, "no JSON: unexpected end while parsing unquoted property name")]
    [InlineData("x", 1, 1, "no JSON: unexpected character encountered while parsing value: x")]
    [InlineData("", 1, 1, "not what a file of models has here: docs/extending.md shows one")]
    public void Each_mistake_is_named_with_its_place(string text, int line, int column, string message)
    {
        LibraryModels.Read([new ModelText("m.json", text)], "", out var problems);

        problems.ShouldContain(problem => problem.Line == line && problem.Column == column && problem.Message.StartsWith(message), string.Join('\n', problems));
    }

    [Fact]
    public void All_mistakes_are_named_and_two_files_of_one_module_are_one()
    {
        LibraryModels.Read([new ModelText("a.json", "{ \"module\": \"a\", \"functions\": { \"f\": \"-> x\", \"g\": \"-> y\" } }"), new ModelText("b.json", "{ \"module\": \"a\" }")], "", out var problems);

        problems.Select(problem => (problem.File, problem.Message)).ShouldBe(
        [
            ("a.json", "there is no parameter 'x'"), ("a.json", "there is no parameter 'y'"), ("b.json", "the module 'a' has models in another file already"),
        ]);
    }

    [Fact]
    public void How_much_there_may_be_is_bounded()
    {
        var many = string.Join(", ", Enumerable.Range(0, 6_000).Select(number => $"\"f{number}\": \"\""));
        LibraryModels.Read([new ModelText("a.json", $"{{ \"module\": \"a\", \"functions\": {{ {many} }} }}"), new ModelText("b.json", $"{{ \"module\": \"b\", \"functions\": {{ {many} }} }}")], "", out var tooMany);
        LibraryModels.Read([new ModelText("a.json", $"{{ \"module\": \"a\", \"functions\": {{ \"f\": \"-> {new string('1', 2_000)}\" }} }}")], "", out var tooLong);
        LibraryModels.Read([new ModelText("a.json", "{ \"module\": \"a\" }" + new string(' ', LibraryModels.LongestText))], "", out var tooLarge);

        tooMany.ShouldHaveSingleItem().Message.ShouldBe("there are more than 10000 models in all files together");
        tooLong.ShouldHaveSingleItem().Message.ShouldBe("a model has at most 1000 characters, not 2003");
        tooLarge.ShouldHaveSingleItem().Message.ShouldBe("a file of models has at most 1048576 characters");
    }

    [Theory]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"made\": \"x: self.l = new('a.B', x); self.r = new('a.B', x)\" } } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"base\": \"a.C\" }, \"C\": { \"base\": \"a.B\" } } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"attributes\": { \"v\": \"-> self.v\", \"w\": \"-> either(self.v, self.w)\" } } } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"made\": \"x\" } }, \"functions\": { \"f\": \"x: call(x, x); call(x, x)\" } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"like\": \"dict\", \"growth\": \"odict\", \"made\": \"x: hold(self, self, 10 ** 18); fill(self, 10 ** 30)\" } } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": {} }, \"same\": { \"f\": \"a.g\", \"g\": \"a.f\" } }")]
    [InlineData("{ \"module\": \"a\", \"types\": { \"B\": { \"made\": \"x -> several(several(several(str(10 ** 9), 10 ** 9), 10 ** 9), 10 ** 9)\" } } }")]
    public void What_calls_itself_or_has_no_measure_ends_within_the_budget(string text)
    {
        var models = LibraryModels.Read([new ModelText("m.json", text)], "", out _);

        Gather("import a\nkept = []\nfor i in range(100):\n    b = a.B(i)\n    kept.append(b)\n    kept.append(b.v)\n    kept.append(b.w)\n    a.f(a.f)\n    kept.append(a.g(b))\n", models);
    }

    private static LibraryModels Read(string text)
    {
        var models = LibraryModels.Read([new ModelText("m.json", text)], "", out var problems);
        problems.ShouldBeEmpty();
        return models;
    }

    private static MemoryFacts Gather(string program, LibraryModels? models) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), TargetVersion.Python311, models, modules: null, CancellationToken.None);

    private static long Retained(string program, LibraryModels? models) => Gather(program, models).Growths.Sum(fact => fact.Retained.High);
}
