using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class DiagnosticsTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("  # leaklens: ignore[LL101]", 0)]
    public async Task What_somebody_has_accepted_is_not_shown(string comment, int expected)
    {
        await using var server = await TestServer.StartAsync();

        await server.OpenAsync("kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))" + comment + "\n");

        var published = await server.Client.DiagnosticsAsync(TestServer.Uri);
        published["diagnostics"]!.Count().ShouldBe(expected);
    }

    [Fact]
    public async Task A_finding_is_published_with_all_that_explains_it()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());

        await server.OpenAsync("abc = 1\nx = LEAK\n", version: 7);

        var published = await server.Client.DiagnosticsAsync(TestServer.Uri);
        published.ShouldBeJson($$"""
            {
              "uri": "{{TestServer.Uri}}",
              "version": 7,
              "diagnostics": [{
                "range": { "start": { "line": 1, "character": 4 }, "end": { "line": 1, "character": 8 } },
                "severity": 2,
                "code": "LL101",
                "codeDescription": { "href": "file:///pages/LL101" },
                "source": "leaklens",
                "message": "sessions holds about 125 MiB: 2,000 x 64 KB, never released",
                "relatedInformation": [{
                  "location": { "uri": "{{TestServer.Uri}}", "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 3 } } },
                  "message": "sessions is created here and lives as long as the module"
                }],
                "data": {
                  "ruleId": "LL101", "rule": "loop-accumulation", "confidence": 0.9,
                  "estimate": { "peakBytes": 131260000, "retainedBytes": 131260000, "bytesPerTrip": 65630, "trips": 2000, "bound": "finite", "lifetime": "module", "multiplicity": "once" }
                }
              }]
            }
            """);
    }

    [Fact]
    public async Task A_client_that_can_show_little_is_sent_little()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), capabilities: []);

        await server.OpenAsync("LEAK\n");

        var published = await server.Client.DiagnosticsAsync(TestServer.Uri);
        published["version"].ShouldBeNull();
        published["diagnostics"]![0]!.Children<JProperty>().Select(property => property.Name).ShouldBe(["range", "severity", "code", "source", "message"]);
    }

    [Theory]
    [InlineData("untitled:Untitled-1", "python")]
    [InlineData("vscode-notebook-cell:/notes/a.ipynb#W0sZmlsZQ%3D%3D", "python")]
    [InlineData("vscode-remote://ssh-remote%2Bbox/home/ada/a.py", "python")]
    [InlineData("file:///c%3A/Users/Ada/a.PY", "plaintext")]
    public async Task Python_is_analysed_whatever_its_address(string uri, string languageId)
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());

        await server.OpenAsync("LEAK\n", uri: uri, languageId: languageId);

        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_Python_is_left_alone()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());

        await server.OpenAsync("LEAK\n", uri: "file:///a.rb", languageId: "ruby");
        await server.OpenAsync("LEAK\n");

        await server.Client.DiagnosticsAsync(TestServer.Uri);
        server.Client.Transcript.Count(message => (string?)message["method"] == "textDocument/publishDiagnostics").ShouldBe(1);
    }

    [Fact]
    public async Task Closing_a_document_takes_its_diagnostics_away()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync("LEAK\n");
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1);

        await server.CloseAsync();

        (await server.Client.DiagnosticsAsync(TestServer.Uri)).ShouldBeJson($$"""{ "uri": "{{TestServer.Uri}}", "diagnostics": [] }""");
    }

    [Fact]
    public async Task A_text_that_is_no_Python_gets_syntax_errors()
    {
        await using var server = await TestServer.StartAsync();

        await server.OpenAsync("x = 1\ny = (]\n");

        var diagnostic = (await server.Client.DiagnosticsAsync(TestServer.Uri))["diagnostics"]!.First!;
        ((int?)diagnostic["severity"]).ShouldBe(1);
        ((string?)diagnostic["source"]).ShouldBe("leaklens");
        ((string?)diagnostic["code"]).ShouldNotBeNullOrEmpty();
        ((int?)diagnostic["range"]!["start"]!["line"]).ShouldBe(1);
    }
}
