using System.Text;
using LeakLens.Python.Dumping;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests;

/// <summary>
/// Texts made to break a reader end in bounded time with a tree, whose scopes and dump can be made, on the 1.5 MB of stack that a
/// thread has on Windows.
/// </summary>
public sealed class HostileTests
{
    /// <summary>Far beyond every limit; the proof takes it ten times.</summary>
    private const int Many = 10_000;
    private const int SmallStack = 1536 * 1024;
    private const long MaxMemory = 32 << 20;
    private const long MaxMemoryPerCharacter = 400;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string, string> Nests => new()
    {
        { "parentheses", "(", "1", ")" },
        { "brackets", "[", "1", "]" },
        { "braces", "{", "1", "}" },
        { "open parentheses", "(", "", "" },
        { "close parentheses", ")", "", "" },
        { "dictionaries", "{1:", "1", "}" },
        { "minus", "-", "1", "" },
        { "not", "not ", "1", "" },
        { "await", "await ", "x", "" },
        { "lambda", "lambda:", "1", "" },
        { "lambda defaults", "lambda x=", "1", ":1" },
        { "conditional", "a if b else ", "1", "" },
        { "conditional test", "a if ", "b", " else c" },
        { "sum", "a+", "1", "" },
        { "power", "a**", "1", "" },
        { "comparison", "a<", "1", "" },
        { "and", "a and ", "1", "" },
        { "and or", "a and b or ", "1", "" },
        { "attributes", "a.", "b", "" },
        { "calls", "f(", "1", ")" },
        { "call chain", "f", "", "()" },
        { "subscripts", "a[", "1", "]" },
        { "subscript chain", "a", "", "[0]" },
        { "slices", "a[1:", "1", "]" },
        { "walrus", "(a:=", "1", ")" },
        { "yield", "(yield ", "1", ")" },
        { "star", "*", "a", "" },
        { "double star", "f(**", "a", ")" },
        { "generators", "(x for x in ", "y", ")" },
        { "comprehension conditions", "[x for x in y if ", "z", "]" },
        { "assignments", "a=", "1", "" },
        { "tuple", "1,", "1", "" },
        { "strings", "'a' ", "'b'", "" },
        { "f-strings in a row", "f'a' ", "'b'", "" },
        { "f-strings", "f'{", "1", "}'" },
        { "f-string quotes", "f\"{f'{", "1", "}'}\"" },
        { "specifications", "f'{1:{", "1", "}}'" },
        { "fields", "f'{", "", "" },
        { "mixed chains", "(a+b+c+", "1", ").x.y.z" },
        { "backslashes", "\\\n", "1", "" },
        { "semicolons", ";", "1", "" },
        { "decorators", "@a\n", "def f(): pass", "" },
        { "elif", "elif a:\n pass\n", "", "" },
        { "ifs", "if a:\n", "", "" },
        { "defs", "def f():\n\t", "", "" },
        { "if elif", "if a:\n pass\n", "elif b: pass\n", "" },
        { "one-line ifs", "if a: ", "b", "" },
        { "triple quotes", "'''", "", "" },
        { "quotes", "'\n", "", "" },
        { "escaped quotes", "\"\"\"\\", "", "" },
        { "open lines", "f(\n", "", "" },
        { "open definitions", "def f(\n", "", "" },
        { "open classes", "class C(\n  pass\n", "", "" },
        { "open f-strings", "f'{x\n", "", "" },
        { "open triple f-strings", "f'''{x\n", "", "" },
        { "open triple f-strings without fields", "f'''a\n", "", "" },
        { "open triple t-strings", "t\"\"\"\n", "", "" },
        { "names of characters", "f'\\N{a", "", "" },
        { "names of characters in quotes", "\\N{a(:", "'''", "" },
        { "open strings on a line", "a,f'''print x ", "", "" },
        { "open strings behind errors", "f''':=f'[x for x in", "", "" },
        { "open strings in headers", "with (a as b, type X[f\"await ", "", "" },
        { "broken headers in braces", "<>if (a b):\n\t{", "", "" },
        { "errors", "$\n", "", "" },
        { "else", "else:\n", "", "" },
        { "imports", "import a.b.c as d\n", "", "" },
        { "dotted import", "import a", "", ".a" },
        { "dots", "from ", "x import y", "" },
        { "global", "global a", "", ",a" },
        { "pattern brackets", "match x:\n case ", "[[[", "" },
        { "byte order marks", "\uFEFF", "", "" },
        { "zeros", "\0", "", "" },
        { "high surrogates", "\uD800", "", "" },
        { "marks", "a\u0301", "", "" },
        { "tabs and blanks", "\t ", "a", "" },
        { "form feeds", "\f", "a", "" },
        { "line ends", "\r\n\r", "", "" },
    };

    [Theory]
    [MemberData(nameof(Nests))]
    public void Repetition_ends(string name, string opening, string middle, string closing)
    {
        Check(name, Repeat(opening, Many) + middle + Repeat(closing, Many));
        // Inside a block, where there is an indentation to fall back to.
        Check(name, "def f():\n    x = " + Repeat(opening, 1000) + middle + Repeat(closing, 1000) + "\n    y = 1\nz = 2\n");
    }

    [Theory]
    [Trait("Category", "Proof")]
    [MemberData(nameof(Nests))]
    public void Long_repetition_ends(string name, string opening, string middle, string closing) =>
        Check(name, Repeat(opening, 10 * Many) + middle + Repeat(closing, 10 * Many));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("(", ",)")]
    [InlineData("{1: ", "}")]
    [InlineData("A(", ")")]
    [InlineData("A(b=", ")")]
    [InlineData("A(b=c) | ", "")]
    [InlineData("-", "")]
    [InlineData("1+", "")]
    [InlineData("a.", "")]
    public void Patterns_end(string opening, string closing) =>
        Check("patterns", $"match x:\n    case {Repeat(opening, Many)}1{Repeat(closing, Many)}:\n        pass\n");

    [Fact]
    public void Blocks_end()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            text.Append(' ', i).Append("if x:\n");
        }

        Check("blocks", text.ToString());
    }

    [Theory]
    [InlineData("x = 1\n", 100_000)]
    [InlineData("x;", 100_000)]
    [InlineData("# comment\n", 100_000)]
    [InlineData("é + ", 100_000)]
    public void Files_of_many_parts_end(string part, int count) => Check(part, Repeat(part, count));

    [Theory]
    [InlineData("@a\n", "def f(): pass", 50_000)]
    [InlineData("@a.b(c)[d]\n", "class C: pass", 50_000)]
    [InlineData("@", "a\ndef f(): pass", 50_000)]
    public void Decorators_end(string decorator, string rest, int count) => Check("decorators", Repeat(decorator, count) + rest);

    /// <summary>A million lines, and one line of 100 MB.</summary>
    [Theory]
    [Trait("Category", "Proof")]
    [InlineData("x = 1\n", 1_000_000)]
    [InlineData("x = (1, [a.b(c)]); ", 5_000_000)]
    public void Long_files_end(string part, int count)
    {
        var tree = Check("file", Repeat(part, count), TimeSpan.FromMinutes(2));
        tree.Errors.ShouldBeEmpty();
        tree.Root.Body.Length.ShouldBe(count);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('1')]
    [InlineData('\\')]
    [InlineData(' ')]
    [InlineData('_')]
    public void Long_tokens_end(char c) => CheckToken(c, 500_000);

    [Theory]
    [Trait("Category", "Proof")]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('\\')]
    [InlineData('{')]
    public void Tokens_of_five_megabytes_end(char c) => CheckToken(c, 5_000_000);

    private static void CheckToken(char c, int count)
    {
        var part = new string(c, count);
        Check("token", part);
        Check("string", $"x = '{part}'\ny = '''{part}'''\nz = f'{part}'\nw = b'{part}'");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_bytes_end(int seed)
    {
        var bytes = new byte[200_000];
        new Random(seed).NextBytes(bytes);
        Check("bytes", Encoding.Latin1.GetString(bytes));
        foreach (var cookie in new[] { "", "# coding: utf-8\n", "# coding: latin-1\n", "# coding: cp1252\n", "# coding: shift_jis\n", "# coding: utf-16\n", "\u00EF\u00BB\u00BF" })
        {
            if (SourceDecoder.TryDecode([.. Encoding.Latin1.GetBytes(cookie), .. bytes], out var text, out var error))
            {
                Check(cookie, text.Text);
            }
            else
            {
                error.ShouldNotBeNullOrEmpty();
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Random_tokens_end(int seed)
    {
        string[] parts =
        [
            "(", ")", "[", "]", "{", "}", ":", ",", "=", ":=", ".", "...", "->", "@", "*", "**", "-", "not ", "in ", "is ", "\n", "\n    ", "\n        ", "\n\t",
            "a", "b ", "match ", "case ", "type ", "_", "def ", "class ", "if ", "elif ", "else", "for ", "while ", "with ", "as ", "try", "except ", "finally",
            "async ", "await ", "lambda ", "yield ", "from ", "import ", "return ", "global ", "del ", "print ", "f'", "f\"\"\"", "'", "\"\"\"", "t'", "rb'", "{{", "}}", "!r", "1", "0x", "1e5", "\\", "\\\n", "#", ";", "\0", "é", "$",
        ];
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < 30_000; i++)
        {
            text.Append(parts[random.Next(parts.Length)]);
        }

        Check("tokens", text.ToString());
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    private static SyntaxTree Check(string name, string source, TimeSpan? limit = null)
    {
        SyntaxTree? tree = null;
        Exception? failure = null;
        var allocated = 0L;
        var thread = new Thread(
            () =>
            {
                try
                {
                    tree = Read(source);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }

                allocated = GC.GetAllocatedBytesForCurrentThread();
            },
            SmallStack) { IsBackground = true };
        thread.Start();
        thread.Join(limit ?? Limit).ShouldBeTrue($"{name} takes too long");
        failure.ShouldBeNull(name);
        allocated.ShouldBeLessThan(MaxMemory + (MaxMemoryPerCharacter * source.Length), name);
        return tree.ShouldNotBeNull();
    }

    /// <summary>Everything that the front end makes of a text.</summary>
    private static SyntaxTree Read(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));
        tree.GetScopes().Module.Node.ShouldBe(tree.Root);
        tree.GetQualifiedNames().ShouldNotBeNull();
        tree.GetTokens(new TextSpan(source.Length / 2, 10)).Length.ShouldBeLessThan(12);
        foreach (var version in new[] { PythonVersion.Python314, PythonVersion.Python311 })
        {
            var length = 0L;
            SyntaxDumper.Dump(tree, attributes: true, version, part => length += part.Length);
            length.ShouldBePositive();
        }

        return tree;
    }
}
