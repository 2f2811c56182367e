using LeakLens.Python.Text;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Notebooks;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Notebooks;

public sealed class NotebookReaderTests : IDisposable
{
    private const string Growing = """
        {
         "cells": [
          { "cell_type": "markdown", "source": ["kept = 1"] },
          {
           "source": [
            "%matplotlib inline\n",
            "kept = []"
           ],
           "outputs": [{"data": {"image/png": "AAAA\"]}"}}],
           "cell_type": "code"
          },
          {
           "cell_type": "code",
           "source": [
            "for i in range(40):\n",
            "    kept.append(\"x\" * 65_536 + str(i))"
           ]
          }
         ],
         "metadata": { "kernelspec": { "language": "python" } },
         "nbformat": 4
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_code_of_all_cells_is_one_module() =>
        Read(Growing).Module.Text.ShouldBe("#matplotlib inline\nkept = []\nfor i in range(40):\n    kept.append(\"x\" * 65_536 + str(i))\n");

    [Theory]
    [InlineData("""{"cells": [{"cell_type": "code", "source": "a = 1\nb = 2"}]}""", "a = 1\nb = 2\n")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": "a = '\u00e9\\'"}]}""", "a = 'é\\'\n")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": "a = 1"}], "metadata": {"language_info": {"name": "julia"}}}""", "")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": []}, 7, {"cell_type": "raw", "source": "x"}]}""", "")]
    [InlineData("""{"cells": null, "metadata": []}""", "")]
    [InlineData("{}", "")]
    public void What_is_no_python_has_no_text(string json, string expected) => Read(json).Module.Text.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("x = 1")]
    [InlineData("""{"cells": [{"source": "abc""")]
    [InlineData("""{"cells": [{"source": ["a" "b"]}]}""")]
    [InlineData("""{"a": ]}""")]
    public void What_is_no_notebook_is_said(string json) => Should.Throw<DocumentException>(() => Read(json)).Message.ShouldStartWith("not a notebook: ");

    [Fact]
    public void However_deep_a_value_is_it_is_passed_over() =>
        Read($$"""{"x": {{new string('[', 1_000_000)}}{{new string(']', 1_000_000)}}, "cells": [{"cell_type": "code", "source": "a"}]}""").Module.Text.ShouldBe("a\n");

    [Fact]
    public void A_stretch_of_the_module_lies_in_the_file_where_it_is_written()
    {
        const string json = """{"cells": [{"cell_type": "code", "source": "a = \"\u00e9\"\nb = 2"}]}""";
        var notebook = Read(json);
        var text = notebook.Module.Text;
        text.ShouldBe("a = \"é\"\nb = 2\n");

        Written(0, 1).ShouldBe("a");
        Written(4, 7).ShouldBe("\\\"\\u00e9\\\"");
        Written(7, 8).ShouldBe("\\n");
        Written(8, 13).ShouldBe("b = 2");

        string Written(int start, int end)
        {
            var span = notebook.ToFile(TextSpan.FromBounds(start, end));
            return json.Substring(span.Start, span.Length);
        }
    }

    [Fact]
    public void A_scan_tells_growth_over_cells_where_it_stands_in_the_file()
    {
        _folder.Write("study.ipynb", Growing);
        var found = FileDiscovery.Find(["."], _folder.Path);
        var report = Scanner.Scan(new ScanRequest(found, RuleCatalogue.BuiltIn.RuleSet, 1));

        using var text = new StringWriter();
        ConciseReport.Write(text, report);
        text.ToString().ShouldStartWith("study.ipynb:16:10: warning LL103 Cell 3, line 2: kept holds ");
        report.Files[0].Findings[0].Related[0].Message.ShouldEndWith(" (cell 2, line 2)");
        report.Lines.ShouldBe(4);
    }

    private static NotebookText Read(string json) => NotebookReader.Read(SourceText.From(json));
}
