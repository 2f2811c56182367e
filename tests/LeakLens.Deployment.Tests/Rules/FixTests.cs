using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Tests.Rules;

/// <summary>Fixes keep comments, indentation and line ends, and are offered only when they help.</summary>
public sealed class FixTests
{
    private const string Safe = "        securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true }\n";

    [Fact]
    public void Resources_are_inserted_behind_a_line_that_keeps_its_comment() => Check("pod.yaml", "LL801",
        Pod("      - name: web # the shop\n        image: web:1.0\n" + Safe),
        Pod("      - name: web # the shop\n        resources:\n          requests:\n            memory: 256Mi\n            cpu: 250m\n          limits:\n            memory: 512Mi\n            cpu: 500m\n        image: web:1.0\n" + Safe));

    [Fact]
    public void A_limit_joins_those_that_are_there() => Check("pod.yaml", "LL801",
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources:\n          limits: # of the shop\n            cpu: 1\n"),
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources:\n          limits: # of the shop\n            memory: 512Mi\n            cpu: 1\n"));

    [Fact]
    public void Braces_stay_braces() => Check("pod.yaml", "LL801",
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources: { limits: { cpu: 1 } }\n"),
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources: { limits: { memory: 512Mi, cpu: 1 } }\n"));

    [Fact]
    public void Units_are_corrected_within_their_quotes() => Check("pod.yaml", "LL802",
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources: { limits: { memory: \"512m\" } } # much\n"),
        Pod("      - name: web\n        image: web:1.0\n" + Safe + "        resources: { limits: { memory: \"512Mi\" } } # much\n"));

    [Fact]
    public void Line_ends_are_kept() => Check("compose.yaml", "LL801",
        "services:\r\n  web:\r\n    image: web:1.0\r\n", "services:\r\n  web:\r\n    image: web:1.0\r\n    mem_limit: 512m\r\n");

    [Fact]
    public void A_unit_gets_a_limit() => Check("shop.service", "LL801",
        "[Service]\nExecStart=/usr/bin/python3 -m shop\nRestart=always\n", "[Service]\nExecStart=/usr/bin/python3 -m shop\nMemoryMax=512M\nRestart=always\n");

    [Fact]
    public void A_store_gets_a_ceiling() => Check("redis.conf", "LL804",
        "port 6379\n# the end", "port 6379\n# the end\nmaxmemory 100mb\nmaxmemory-policy allkeys-lru\n");

    [Fact]
    public void A_Dockerfile_gets_a_user() => Check("Dockerfile", "LL803",
        "FROM python:3.12-slim\nCOPY . /app\n\nCMD [\"python\", \"app.py\"]\n", "FROM python:3.12-slim\nCOPY . /app\n\nUSER 10001\nCMD [\"python\", \"app.py\"]\n");

    [Fact]
    public void A_store_is_made_to_fit() => Check("compose.yaml", "LL805",
        "services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n    command: [redis-server, --maxmemory, 400mb]\n", "services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n    command: [redis-server, --maxmemory, 192mb]\n");

    [Fact]
    public void A_program_is_held_against_the_container_that_runs_it()
    {
        const string Compose = "services:\n  web:\n    build: ./app\n    mem_limit: 256m\n";
        const string Docker = "FROM python:3.12-slim\nWORKDIR /srv\nCOPY . .\nUSER 1000\nCMD [\"gunicorn\", \"--workers\", \"3\", \"shop.main:app\"]\n";
        DeploymentFile[] files = [DeploymentReader.Read("deploy/compose.yaml", SourceText.From(Compose)), DeploymentReader.Read("deploy/app/Dockerfile", SourceText.From(Docker))];
        var facts = new DeploymentFacts(files, [new ProgramMemory("deploy/app/shop/main.py", 12, 100 << 20, BytesPerRun: null)]);

        var finding = Reading.Analyze("deploy/compose.yaml", Compose, facts).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("LL805");
        finding.Message.ShouldBe("deploy/app/shop/main.py holds about 100 MiB in each of 3 processes (line 12), and container web may have 256m: it is ended before it is done");
        Reading.Analyze("deploy/compose.yaml", Compose, new DeploymentFacts(files, [new ProgramMemory("deploy/app/shop/main.py", 12, 80 << 20, BytesPerRun: null)])).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_image_called_as_its_folder_is_built_there_and_growth_says_when_the_limit_is_reached()
    {
        var manifest = Pod("      - name: web\n        image: registry.example/shop:1.0\n" + Safe + "        resources: { limits: { memory: 512Mi } }\n");
        DeploymentFile[] files = [DeploymentReader.Read("shop/k8s/web.yaml", SourceText.From(manifest)), DeploymentReader.Read("shop/Dockerfile", SourceText.From("FROM python:3.12-slim\nUSER 1\nCMD [\"python\", \"app.py\"]\n"))];
        var facts = new DeploymentFacts(files, [new ProgramMemory("shop/app.py", 7, HeldBytes: null, 65536)]);

        Reading.Analyze("shop/k8s/web.yaml", manifest, facts).Findings.ShouldHaveSingleItem().Message
            .ShouldBe("each call leaves 64 KiB behind in shop/app.py (line 7): the 512Mi of container web are full after about 8,192 calls");
    }

    [Fact]
    public void A_configuration_that_is_mounted_is_held_against_the_container()
    {
        const string Compose = "services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n    command: [redis-server, /etc/redis.conf]\n    volumes: [\"./redis.conf:/etc/redis.conf:ro\"]\n";

        Reading.Analyze("compose.yaml", Compose, Reading.Facts(("redis.conf", "maxmemory 1gb\n"))).Findings.ShouldHaveSingleItem().Rule.Id.ShouldBe("LL805");
        Reading.Analyze("compose.yaml", Compose, Reading.Facts(("redis.conf", "maxmemory 128mb\n"))).Findings.ShouldBeEmpty();
    }

    private static void Check(string path, string rule, string before, string after) => Reading.Fixed(path, before, rule).ShouldBe(after);

    private static string Pod(string container) => "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n" + container;
}
