using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>Files of deployments in the editor: diagnostics, fixes, comments, and the setting that turns them off.</summary>
public sealed class DeploymentTests
{
    private const string Uri = "file:///home/ada/shop/compose.yaml";
    private const string Compose = "services:\n  web:\n    image: web:1.0\n    restart: always\n";

    [Theory]
    [InlineData(Uri, "yaml", Compose, "LL801")]
    [InlineData("file:///home/ada/shop/Dockerfile", "dockerfile", "FROM python:3.12-slim\nCMD [\"python\", \"app.py\"]\n", "LL803")]
    [InlineData("file:///home/ada/shop/redis.conf", "properties", "port 6379\n", "LL804")]
    [InlineData("file:///home/ada/shop/web.service", "ini", "[Service]\nExecStart=/usr/bin/python3 app.py\nMemoryMax=512MB\n", "LL802")]
    public async Task They_have_diagnostics(string uri, string language, string text, string expected)
    {
        await using var server = await TestServer.StartAsync();

        await server.OpenAsync(text, uri: uri, languageId: language);

        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.Select(one => (string?)one["code"]).ShouldBe([expected]);
    }

    [Fact]
    public async Task A_fix_takes_the_finding_away_and_a_comment_accepts_it()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Compose, uri: Uri, languageId: "yaml");
        await server.Client.DiagnosticsAsync(Uri);

        var answer = await server.Client.RequestAsync("textDocument/codeAction", new JObject
        {
            ["textDocument"] = new JObject { ["uri"] = Uri },
            ["range"] = new JObject { ["start"] = TestServer.Place(1, 3), ["end"] = TestServer.Place(1, 3) },
            ["context"] = new JObject { ["diagnostics"] = new JArray(), ["triggerKind"] = 1 },
        });
        var edits = answer["result"]!.Where(action => action["edit"] is not null).Select(action => EditorEdits.Apply(Compose, action["edit"]!, Uri)).ToList();

        edits.ShouldContain(Compose.Replace("web:1.0\n", "web:1.0\n    mem_limit: 512m\n"));
        edits.ShouldContain(Compose.Replace("web:\n", "web:  # leaklens: ignore[LL801]\n"));
    }

    [Fact]
    public async Task The_setting_turns_them_off()
    {
        await using var server = await TestServer.StartAsync(capabilities: Capabilities.Full(), settings: new JObject { ["deployment"] = false });

        await server.OpenAsync(Compose, uri: Uri, languageId: "yaml");

        (await server.Client.DiagnosticsAsync(Uri))["diagnostics"]!.ShouldBeEmpty();
    }
}
