using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: b\n")]
    [InlineData("a:\r\n  - 'b'\r\n  - \"c # d\" # e\r\n")]
    [InlineData("ü: ä\n\U0001F600: text\nlist: [x, y]\n")]
    [InlineData("a: |\n  # no comment\n  text\nb: plain # comment\n")]
    [InlineData("--- # first\na: 1\n--- # second\nb: &x {c: 2}\nd: *x\n")]
    public void Spans_of_scalars_are_where_they_are_written(string text)
    {
        foreach (var scalar in ScalarsOf(YamlReader.Read(SourceText.From(text))).Where(scalar => scalar.IsPlain))
        {
            text.Substring(scalar.Span.Start, scalar.Span.Length).ShouldBe(scalar.Value);
        }
    }

    [Fact]
    public void Comments_are_found_outside_of_texts_only()
    {
        const string Text = "# one\na: 'x # y' # two\nb: |\n  # text\nc: d#e\n";

        var file = YamlReader.Read(SourceText.From(Text));

        file.Comments.Select(span => Text.Substring(span.Start, span.Length)).ShouldBe(["# one", "# two"]);
    }

    [Fact]
    public void An_error_costs_its_document()
    {
        var file = YamlReader.Read(SourceText.From("a: 1\n---\nb: [1\n---\nc: 3\n"));

        file.Errors.ShouldHaveSingleItem();
        file.Documents.OfType<YamlMapping>().SelectMany(root => root.Entries).Select(entry => entry.Key.Value).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Aliases_are_shared_and_never_expanded()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(level => $"{Name(level)}: &{Name(level)} [{string.Join(", ", Enumerable.Repeat("*" + Name(level - 1), 9))}]\n"));

        var file = YamlReader.Read(SourceText.From(bomb));

        var root = file.Documents.ShouldHaveSingleItem().ShouldBeOfType<YamlMapping>();
        root.Entries.Count.ShouldBe(41);
        root.Items(Name(40))[0].ShouldBeSameAs(root.Find(Name(39)));
    }

    [Fact]
    public void What_refers_to_itself_ends()
    {
        var file = YamlReader.Read(SourceText.From("a: &a\n  b: *a\n  <<: *a\n"));

        file.Documents[0].ShouldBeOfType<YamlMapping>().Find("a", "x").ShouldBeNull();
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("a: &b\n", 50_000)]
    [InlineData("---\n", 100_000)]
    [InlineData("? ", 50_000)]
    [InlineData("{{", 100_000)]
    [InlineData("# ", 200_000)]
    public void Any_text_is_read_in_bounded_time(string part, int times)
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat(part, times)));
        var started = System.Diagnostics.Stopwatch.StartNew();

        YamlReader.Read(text).Text.ShouldBeSameAs(text);

        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Templates_become_plain_without_moving_a_letter()
    {
        const string Text = "name: {{ .Release.Name }}-web\n{{- if .Values.on }}\nkind: Pod\n{{- end }}\nlabels:\n  a: b\n  {{- toYaml .Values.more | nindent 2 }}\n";

        var file = YamlReader.Read(SourceText.From(Text));

        file.Errors.ShouldBeEmpty();
        var root = file.Documents[0].ShouldBeOfType<YamlMapping>();
        root.Scalar("name").ShouldNotBeNull().IsFilledIn.ShouldBeTrue();
        root.Text("kind").ShouldBe("Pod");
        file.Includes.ShouldBe([Text.IndexOf("{{- toYaml", StringComparison.Ordinal)]);
    }

    private static string Name(int level) => level == 0 ? "a" : $"a{level}";

    private static IEnumerable<YamlScalar> ScalarsOf(YamlFile file) => file.Documents.SelectMany(ScalarsOf);

    private static IEnumerable<YamlScalar> ScalarsOf(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(ScalarsOf),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => ScalarsOf(entry.Key).Concat(ScalarsOf(entry.Value))),
        _ => [],
    };
}
