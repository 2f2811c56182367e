using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Cli;

/// <summary>Files of deployments in a scan: found by name and text, held against the programs, left out when that is configured.</summary>
public sealed class DeploymentTests : IDisposable
{
    private const string Holds = "kept = []\nfor i in range(40_000):\n    kept.append('x' * 65_536 + str(i))\nprint(len(kept))\n";

    private readonly CliSession _session = new();

    public DeploymentTests()
    {
        _session.Write("app/app.py", Holds);
        _session.Write("app/Dockerfile", "FROM python:3.12-slim\nWORKDIR /srv\nCOPY . .\nUSER 10001\nCMD [\"python\", \"app.py\"]\n");
        _session.Write("compose.yaml", "services:\n  web:\n    build: app\n    restart: always\n    mem_limit: 512m\n");
        _session.Write("other.yaml", "name: nothing of ours\n");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_program_that_holds_more_than_its_container_may_have_is_told_there()
    {
        var result = _session.Run("scan", ".", "--format", "json", "--no-cache");
        var report = JObject.Parse(result.Output);

        var found = report["findings"]!.Single(finding => (string?)finding["ruleId"] == "LL805");
        ((string?)found["path"]).ShouldBe("compose.yaml");
        ((string?)found["message"])!.ShouldStartWith("app/app.py holds about 2.");
        ((int?)report["summary"]!["files"]).ShouldBe(3);
    }

    [Fact]
    public void One_key_leaves_them_out()
    {
        _session.Write("leaklens.toml", "deployment = false\n");

        var report = JObject.Parse(_session.Run("scan", ".", "--format", "json", "--no-cache").Output);

        ((int?)report["summary"]!["files"]).ShouldBe(1);
    }

    [Fact]
    public void Fixes_are_written_and_suppressions_listed()
    {
        _session.Write("k8s/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - name: web # ours\n      image: web:1.0\n      securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true } # leaklens: ignore[LL803]\n      resources: { limits: { memory: 512m } }\n");

        _session.Run("fix", "k8s", "--unsafe-fixes", "--select", "LL802").ExitCode.ShouldBe(0);

        File.ReadAllText(Path.Combine(_session.Folder, "k8s", "pod.yaml")).ShouldContain("memory: 512Mi } }");
        _session.Run("suppressions", "k8s").Output.ShouldContain("LL803");
    }

    [Fact]
    public void What_the_workspace_says_of_the_store_changes_what_is_said_of_its_clients()
    {
        _session.Write("web.py", "import redis\n\nstore = redis.Redis(socket_timeout=5)\n\n\ndef remember(visits):\n    for visit in visits:\n        store.set(f\"visit:{visit.id}\", visit.page)\n");
        Levels().ShouldBe(["warning"]);

        _session.Write("redis.conf", "maxmemory 100mb\nmaxmemory-policy allkeys-lru\n");
        Levels().ShouldBe(["note"]);
    }

    private string?[] Levels() => [.. JObject.Parse(_session.Run("scan", ".", "--format", "json").Output)["findings"]!.Where(finding => (string?)finding["ruleId"] == "LL701").Select(finding => (string?)finding["level"])];
}
