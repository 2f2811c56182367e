namespace LeakLens.Deployment.Tests.Rules;

/// <summary>Files of deployments that are no manifests.</summary>
public sealed class OtherFileTests
{
    [Theory]
    [InlineData("services:\n  web:\n    image: web:1.0\n    restart: always\n", "2: LL801 Warning")]
    [InlineData("services:\n  web:\n    build: .\n", "2: LL801 Note")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 512m\n", "")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: ${LIMIT}\n", "")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 512\n", "4: LL802 Error")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    deploy:\n      resources:\n        limits:\n          memory: 512M\n", "")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 256m\n    mem_reservation: 1g\n", "5: LL802 Error")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 256m\n    oom_kill_disable: true\n", "5: LL801 Warning")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 256m\n    oom_kill_disable: false\n", "")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 256m\n    oom_score_adj: -1000\n", "5: LL801 Warning")]
    [InlineData("services:\n  web:\n    image: web:1.0\n    mem_limit: 256m\n    privileged: true\n", "5: LL803 Note")]
    [InlineData("x-base: &base\n  mem_limit: 256m\nservices:\n  web:\n    <<: *base\n    image: web:1.0\n", "")]
    [InlineData("services:\n  web:\n    extends: { file: base.yaml, service: web }\n    image: web:1.0\n", "")]
    [InlineData("services:\n  cache:\n    image: redis:7.4\n    restart: always\n    mem_limit: 256m\n", "2: LL804 Warning")]
    [InlineData("services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n", "2: LL804 Note")]
    [InlineData("services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n    command: redis-server --maxmemory 400mb --maxmemory-policy allkeys-lru\n", "5: LL805 Warning")]
    [InlineData("services:\n  cache:\n    image: redis:7.4\n    mem_limit: 256m\n    command: redis-server --maxmemory 180mb --maxmemory-policy allkeys-lru\n", "")]
    [InlineData("name: other\njobs:\n  build:\n    steps: []\n", "")]
    public void Compose(string text, string expected) => Reading.Told("compose.yaml", text).ShouldBe(expected);

    [Theory]
    [InlineData("docker run -d --restart always redis:7\n", "1: LL801 Warning")]
    [InlineData("sudo docker run -d --name web \\\n  --restart=unless-stopped -p 80:80 web:1.0 python -m shop\n", "1: LL801 Warning")]
    [InlineData("docker run -d web:1.0 serve -m 512m\n", "1: LL801 Note")]
    [InlineData("docker run -dit -m 512m --restart always web:1.0\n", "")]
    [InlineData("docker run -d -m512m --restart always web:1.0\n", "")]
    [InlineData("docker run -d --memory=512m --restart always web:1.0\n", "")]
    [InlineData("docker run --rm -it python:3.12 python -c 'print(1)'\n", "")]
    [InlineData("docker run -d --restart always $OPTIONS web:1.0\n", "")]
    [InlineData("docker run -d --restart always \"$IMAGE\" serve\n", "1: LL801 Warning")]
    [InlineData("if ! podman container run -d --restart on-failure:3 web:1.0; then exit 1; fi\n", "1: LL801 Warning")]
    [InlineData("docker run -d --memory 512 --restart always web:1.0\n", "1: LL802 Error")]
    [InlineData("docker run -d --memory 512m --oom-kill-disable web:1.0\n", "1: LL801 Warning")]
    [InlineData("docker run -d --memory 512m --oom-score-adj -1000 web:1.0\n", "1: LL801 Warning")]
    [InlineData("docker run --rm --privileged web:1.0\n", "1: LL803 Note")]
    [InlineData("# docker run -d --restart always web:1.0\necho 'docker run -d --restart always web'\n", "")]
    [InlineData("cat <<'EOF'\ndocker run -d --restart always web:1.0\nEOF\ndocker build .\n", "")]
    [InlineData("docker run -d --restart always web:1.0  # leaklens: ignore[LL801]  # a machine of its own\n", "")]
    [InlineData("docker compose run -d web\ndocker ps\ndocker\n", "")]
    public void Scripts(string text, string expected) => Reading.Told("tools/start.sh", text).ShouldBe(expected);

    [Theory]
    [InlineData("up:\n\t@docker run -d --restart always web:1.0\n", "2: LL801 Warning")]
    [InlineData("up:\n\t-docker run -d --restart always $(OPTIONS) web:1.0\n", "")]
    [InlineData("up:\n\t$(DOCKER) run -d --restart always web:1.0\n", "")]
    public void Makefiles(string text, string expected) => Reading.Told("Makefile", text).ShouldBe(expected);

    [Theory]
    [InlineData("docker run -d --restart always web:1.0\n", "LL801", "docker run --memory 512m -d --restart always web:1.0\n")]
    [InlineData("docker run -d -m 1g --oom-kill-disable web:1.0\n", "LL801", "docker run -d -m 1g web:1.0\n")]
    [InlineData("docker run -d --memory=512 web:1.0\n", "LL802", "docker run -d --memory=512m web:1.0\n")]
    public void Fixes_of_scripts(string before, string rule, string after) => Reading.Fixed("start.sh", before, rule).ShouldBe(after);

    [Theory]
    [InlineData("  ingress:\n    - {}\n", "7: LL803 Note")]
    [InlineData("  ingress:\n    - from:\n        - podSelector: {}\n", "")]
    [InlineData("  policyTypes: [Ingress]\n", "")]
    public void Network_policies(string rules, string expected) => Reading.Told("policy.yaml", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n" + rules).ShouldBe(expected);

    [Theory]
    [InlineData("FROM python:3.12-slim\nCOPY . /app\nCMD [\"python\", \"/app/app.py\"]\n", "1: LL803 Note")]
    [InlineData("FROM python:3.12-slim\nUSER 10001\nCMD [\"python\", \"/app/app.py\"]\n", "")]
    [InlineData("FROM python\nUSER 10001\nCMD [\"python\", \"/app/app.py\"]\n", "1: LL803 Note")]
    [InlineData("FROM python:3.12\nUSER app\nCMD python /app/app.py\n", "1: LL803 Note")]
    [InlineData("FROM gcr.io/distroless/python3-debian12:nonroot\nCMD [\"app.py\"]\n", "")]
    [InlineData("FROM python:3.12 AS build\nRUN pip install . \\\n  # a comment\n  --no-cache-dir\nFROM build\nUSER root\nCMD [\"app\"]\n", "6: LL803 Note")]
    [InlineData("FROM build-image@sha256:12 AS base\nUSER 1000\nFROM base\nRUN <<EOF\nUSER root\nEOF\nCMD [\"app\"]\n", "")]
    [InlineData("FROM scratch\nCOPY app /\n", "")]
    public void Dockerfiles(string text, string expected) => Reading.Told("app/Dockerfile", text).ShouldBe(expected);

    [Theory]
    [InlineData("[Unit]\nDescription=Shop\n[Service]\nExecStart=/srv/venv/bin/gunicorn shop.wsgi\n", "4: LL801 Warning")]
    [InlineData("[Service]\nExecStart=/usr/bin/python3 -m shop\nMemoryMax=512M\n", "")]
    [InlineData("[Service]\nExecStart=/usr/bin/python3 -m shop\nMemoryMax=512MB\n", "3: LL802 Error")]
    [InlineData("[Service]\nExecStart=/usr/bin/python3 -m shop\nMemoryMax=512\n", "3: LL802 Error")]
    [InlineData("[Service]\nExecStart=/usr/bin/python3 -m shop\nMemoryMax=80%\n", "")]
    [InlineData("[Service]\nExecStart=/usr/sbin/sshd -D\n", "")]
    [InlineData("[Service]\nExecStart=/usr/bin/redis-server /etc/redis/redis.conf\nOOMScoreAdjust=-1000\n", "2: LL801 Warning\n3: LL801 Warning")]
    [InlineData("[Service]\nSlice=shop.slice\nExecStart=-/usr/bin/celery -A shop worker\n", "")]
    public void Units(string text, string expected) => Reading.Told("shop.service", text).ShouldBe(expected);

    [Theory]
    [InlineData("redis.conf", "port 6379\nsave 900 1\n", "1: LL804 Warning")]
    [InlineData("redis.conf", "port 6379\nmaxmemory 100mb\nmaxmemory-policy allkeys-lru\n", "")]
    [InlineData("redis.conf", "maxmemory 0\n", "1: LL804 Warning")]
    [InlineData("redis.conf", "maxmemory 100m\n", "1: LL802 Note")]
    [InlineData("valkey.conf", "maxmemory 100Mi\n", "1: LL802 Error")]
    [InlineData("redis-cache.conf", "maxmemory 100mb\nmaxmemory-policy volatile-ttl\n", "2: LL804 Note")]
    [InlineData("redis.conf", "maxmemory 100mb\nclient-output-buffer-limit pubsub 0 0 0\n", "2: LL804 Warning")]
    [InlineData("redis.conf", "maxmemory 100mb\nclient-output-buffer-limit normal 0 0 0\n", "")]
    [InlineData("redis.conf", "maxmemory 100mb\nproto-max-bulk-len 2gb\nmaxclients 100000\n", "2: LL804 Warning\n3: LL804 Note")]
    [InlineData("dragonfly.flags", "--cache_mode=true\n", "1: LL804 Note")]
    [InlineData("dragonfly.flags", "--maxmemory=4gb\n--cache_mode=true\n", "")]
    [InlineData("dragonfly.flags", "--maxmemory=4gb\n--pipeline_buffer_limit=1073741824\n", "2: LL804 Warning")]
    [InlineData("memcached.conf", "# memory\n-m 64\n-p 11211\n", "")]
    public void Stores(string path, string text, string expected) => Reading.Told(path, text).ShouldBe(expected);

    [Theory]
    [InlineData("values.yaml", "replicaCount: 1\nresources: {}\n", "2: LL801 Note")]
    [InlineData("values.yaml", "resources:\n  limits:\n    memory: 512Mi\n", "")]
    [InlineData("rules.yaml", "groups:\n- name: m\n  rules:\n  - alert: MemoryHigh\n    expr: memory_used / memory_limit > 80\n    for: 5m\n", "5: LL806 Note")]
    [InlineData("app.yaml", "apiVersion: v1\nkind: Pod\nspec: [broken\n", "")]
    public void Others(string path, string text, string expected) => Reading.Told(path, text).ShouldBe(expected);

    [Theory]
    [InlineData("# leaklens: ignore[LL801]\n  web:\n")]
    [InlineData("web:  # leaklens: ignore[LL801]  # one machine, one service\n")]
    public void Comments_accept_what_is_found(string service)
    {
        var text = "services:\n  " + service + "    image: web:1.0\n    restart: always\n";
        var result = Reading.Analyze("compose.yaml", text);

        result.Findings.ShouldBeEmpty();
        result.Suppressed.ShouldHaveSingleItem();
    }
}
