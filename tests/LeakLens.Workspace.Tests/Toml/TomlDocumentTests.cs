using System.Diagnostics;
using System.Text;
using LeakLens.Python.Text;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>Values keep their places, and what must not be kept is turned down.</summary>
public sealed class TomlDocumentTests
{
    [Theory]
    [InlineData("a = \"x\\ty\"", "s780979")]
    [InlineData("a = \"\"\"\r\nx\r\ny\"\"\"", "s780a79")]
    [InlineData("a = '''\nit's'''", "s69742773")]
    [InlineData("a = 0xFF_FF", "i65535")]
    [InlineData("a = -9223372036854775808", "i-9223372036854775808")]
    [InlineData("a = 1e3", "f408f400000000000")]
    [InlineData("a = -inf", "ffff0000000000000")]
    [InlineData("a = 2026-11-21 20:55:50.25+01:00", "d2026-11-21|20:55:50.250000|60")]
    [InlineData("a = [1, # one\n 2,\n]", "[i1,i2]")]
    [InlineData("a = { b.c = 1, d = true }", "{62:{63:i1},64:b1}")]
    [InlineData("[a.b]\n[a]\nc = 1", "{62:{},63:i1}")]
    [InlineData("[[a]]\nb = 1\n[[a]]\n[a.c]", "[{62:i1},{63:{}}]")]
    public void Values_are_read(string document, string expected) => Read(document).Root.Entries.ShouldHaveSingleItem().Value.ShouldSatisfyAllConditions(value => TomlDump.Of(value).ShouldBe(expected));

    [Fact]
    public void Keys_and_values_know_where_they_stand()
    {
        var document = Read("[tool.x]\n\"k\" = [ 1, 'two' ]\nd.e = 3\n");
        var tool = document.Root.Entries.ShouldHaveSingleItem();
        var table = ((TomlTable)tool.Value).Entries.ShouldHaveSingleItem();
        var entries = ((TomlTable)table.Value).Entries;

        Written(document, tool.KeySpan).ShouldBe("tool");
        Written(document, table.Value.Span).ShouldBe("[tool.x]");
        Written(document, entries[0].KeySpan).ShouldBe("\"k\"");
        Written(document, entries[0].Value.Span).ShouldBe("[ 1, 'two' ]");
        Written(document, ((TomlArray)entries[0].Value).Items[1].Span).ShouldBe("'two'");
        Written(document, entries[1].KeySpan).ShouldBe("d");
        Written(document, ((TomlTable)entries[1].Value).Entries[0].KeySpan).ShouldBe("e");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line()
    {
        var document = TomlDocument.Parse([0xEF, 0xBB, 0xBF, .. "a = 1"u8]);

        document.Root.Entries.ShouldHaveSingleItem().KeySpan.ShouldBe(new TextSpan(0, 1));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_place()
    {
        var error = Should.Throw<TomlException>(() => TomlDocument.Parse([.. "a = 1\n# é"u8, 0xFF]));

        (error.Line, error.Column, error.Message).ShouldBe((2, 4, "the byte 0xFF is not UTF-8, which TOML is written in"));
    }

    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("{a=", 1_000_000)]
    [InlineData("a.", 1_000_000)]
    [InlineData("[[a.b]]\n", 200_000)]
    [InlineData("\"", 1_000_000)]
    public void Hostile_documents_end_soon(string part, int times)
    {
        var started = Stopwatch.StartNew();
        TomlCompare.Read("a = " + new StringBuilder().Insert(0, part, times));
        TomlCompare.Read(new StringBuilder().Insert(0, part, times).ToString());

        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Any_bytes_are_a_document_or_an_error_with_a_place()
    {
        const string Frequent = "a=.\"'[]{}#\n\r\\ut10-_:TZex, ";
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] = random.Next(4) == 0 ? bytes[at] : (byte)Frequent[random.Next(Frequent.Length)];
            }

            TryParse(bytes);
        }
    }

    [Fact]
    public void Depth_is_bounded_and_what_is_just_deep_enough_is_read()
    {
        var inner = TomlParser.MostDepth - 1;
        Read("a = " + new string('[', inner) + new string(']', inner)).Root.Entries.Count.ShouldBe(1);

        var error = Should.Throw<TomlException>(() => Read("a = " + new string('[', inner + 1)));
        (error.Line, error.Column).ShouldBe((1, 4 + inner + 1));
    }

    [Fact]
    public void A_document_that_is_too_large_is_turned_down() =>
        Should.Throw<TomlException>(() => TomlDocument.Parse(new byte[TomlDocument.MostBytes + 1])).Message.ShouldBe("the file is larger than 4 MiB");

    private static void TryParse(byte[] bytes)
    {
        try
        {
            TomlDocument.Parse(bytes);
        }
        catch (TomlException error)
        {
            (error.Line > 0 && error.Column > 0 && error.Message.Length > 10).ShouldBeTrue(Convert.ToHexString(bytes));
        }
    }

    private static TomlDocument Read(string document) => TomlDocument.Parse(SourceText.From(document));

    private static string Written(TomlDocument document, TextSpan span) => document.Text.Text.Substring(span.Start, span.Length);
}
