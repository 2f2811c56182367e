using System.Collections.Immutable;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>Which documents and files the server wants to hear of.</summary>
internal static class Selectors
{
    public const string ConfigurationFiles = "**/{pyproject.toml,leaklens.toml,.leaklens.toml}";

    public const string PythonFiles = "**/*.py";

    public const string DeploymentFiles = "**/{*.yaml,*.yml,Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,*.service,redis*.conf,valkey*.conf,keydb*.conf,memcached*.conf,dragonfly*,*.sh,*.bash,*.mk,Makefile,makefile,GNUmakefile}";

    /// <summary>The documents that have diagnostics.</summary>
    public static readonly ImmutableArray<TextDocumentFilter> Diagnosed =
    [
        new(Language: "python", Scheme: null, Pattern: null),
        new(Language: null, Scheme: "file", ConfigurationFiles),
        new(Language: null, Scheme: "file", DeploymentFiles),
    ];
}
