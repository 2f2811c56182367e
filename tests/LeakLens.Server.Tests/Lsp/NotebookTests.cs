using LeakLens.Server.Tests.Lsp.Support;
using LeakLens.Workspace.Notebooks;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class NotebookTests
{
    private const string Notebook = "file:///home/ada/study.ipynb";

    [Fact]
    public async Task Cells_are_one_module_and_a_finding_is_shown_in_its_cell()
    {
        await using var server = await TestServer.StartAsync();
        await OpenAsync(server, "kept = []", "%matplotlib inline\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))", "print(len(kept))");

        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.ShouldBeEmpty();
        var diagnostic = (await server.Client.DiagnosticsAsync(Cell(1)))["diagnostics"]!.ShouldHaveSingleItem();
        ((string?)diagnostic["code"]).ShouldBe("LL103");
        ((int)diagnostic["range"]!["start"]!["line"]!).ShouldBe(2);
        var created = diagnostic["relatedInformation"]![0]!["location"]!;
        ((string?)created["uri"]).ShouldBe(Cell(0));
        ((int)created["range"]!["start"]!["line"]!).ShouldBe(0);
    }

    [Fact]
    public async Task An_edit_of_one_cell_changes_what_is_found_in_another()
    {
        await using var server = await TestServer.StartAsync();
        await OpenAsync(server, "kept = []", "for i in range(40):\n    kept.append('x' * 65_536 + str(i))", "pass");
        (await server.Client.DiagnosticsAsync(Cell(1)))["diagnostics"]!.Count().ShouldBe(1);

        await ChangeAsync(server, 2, new JObject
        {
            ["textContent"] = new JArray(new JObject
            {
                ["document"] = new JObject { ["uri"] = Cell(2), ["version"] = 2 },
                ["changes"] = new JArray(TestServer.Edit((0, 0), (0, 4), "kept.clear()")),
            }),
        });

        (await server.Client.DiagnosticsAsync(Cell(1)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cells_come_and_go()
    {
        await using var server = await TestServer.StartAsync();
        await OpenAsync(server, "for i in range(40):\n    kept.append('x' * 65_536 + str(i))");
        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.ShouldBeEmpty();

        await ChangeAsync(server, 2, Structure(0, 0, 7, "kept = []"));
        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.Count().ShouldBe(1);

        await ChangeAsync(server, 3, Structure(1, 1));
        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_takes_the_findings_of_all_cells_away()
    {
        await using var server = await TestServer.StartAsync();
        await OpenAsync(server, "kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))");
        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.Count().ShouldBe(1);

        await server.Client.NotifyAsync("notebookDocument/didClose", new JObject { ["notebookDocument"] = new JObject { ["uri"] = Notebook }, ["cellTextDocuments"] = new JArray() });

        (await server.Client.DiagnosticsAsync(Cell(0)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finding_is_accepted_in_its_cell()
    {
        const string cell = "for i in range(40):\n    kept.append('x' * 65_536 + str(i))";
        await using var server = await TestServer.StartAsync();
        await OpenAsync(server, "kept = []", cell);

        var answer = await server.Client.RequestAsync("textDocument/codeAction", new JObject
        {
            ["textDocument"] = new JObject { ["uri"] = Cell(1) },
            ["range"] = new JObject { ["start"] = TestServer.Place(1, 6), ["end"] = TestServer.Place(1, 6) },
            ["context"] = new JObject { ["diagnostics"] = new JArray(), ["triggerKind"] = 1 },
        });

        var action = answer["result"]!.Single(action => ((string?)action["title"])!.EndsWith("Ignore this here", StringComparison.Ordinal));
        EditorEdits.Apply(cell, action["edit"]!, Cell(1)).ShouldBe(cell + "  # leaklens: ignore[LL103]");
    }

    [Theory]
    [InlineData("x = 1 % 2\ny != 3\n", "x = 1 % 2\ny != 3\n")]
    [InlineData("%time f()\n  !ls\nx", "#time f()\n  #ls\nx")]
    [InlineData("%%time\nf()", "#%time\nf()")]
    [InlineData("%%bash\nls -l\n\n  rm x", "#%bash\n#s -l\n\n  #m x")]
    [InlineData("f?\r\ng??\r\nx = 'why?'", "#?\r\n#??\r\nx = 'why?'")]
    [InlineData("files = !ls -l\nt = %timeit f()", "files = 0     \nt = 0          ")]
    public void What_a_notebook_understands_and_Python_does_not_is_hidden(string cell, string expected) => NotebookMagic.Hide(cell).ShouldBe(expected);

    private static string Cell(int number) => $"vscode-notebook-cell:/home/ada/study.ipynb#{number}";

    private static JObject Item(int number, string text) => new() { ["uri"] = Cell(number), ["languageId"] = "python", ["version"] = 1, ["text"] = text };

    private static JObject CodeCell(int number) => new() { ["kind"] = 2, ["document"] = Cell(number) };

    private static Task OpenAsync(TestServer server, params string[] cells) => server.Client.NotifyAsync("notebookDocument/didOpen", new JObject
    {
        ["notebookDocument"] = new JObject { ["uri"] = Notebook, ["notebookType"] = "jupyter-notebook", ["version"] = 1, ["cells"] = new JArray(cells.Select((_, index) => CodeCell(index))) },
        ["cellTextDocuments"] = new JArray(cells.Select((text, index) => Item(index, text))),
    });

    private static Task ChangeAsync(TestServer server, int version, JObject cells) => server.Client.NotifyAsync("notebookDocument/didChange", new JObject
    {
        ["notebookDocument"] = new JObject { ["uri"] = Notebook, ["version"] = version },
        ["change"] = new JObject { ["cells"] = cells },
    });

    private static JObject Structure(int start, int deleteCount, int? number = null, string text = "") => new()
    {
        ["structure"] = new JObject
        {
            ["array"] = new JObject { ["start"] = start, ["deleteCount"] = deleteCount, ["cells"] = number is null ? null : new JArray(CodeCell(number.Value)) },
            ["didOpen"] = number is null ? null : new JArray(Item(number.Value, text)),
        },
    };
}
