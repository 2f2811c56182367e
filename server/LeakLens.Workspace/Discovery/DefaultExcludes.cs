using System.Collections.Immutable;

namespace LeakLens.Workspace.Discovery;

/// <summary>Folders that hold other people's code or the output of a build. They are scanned only when they are named, or when <c>exclude</c> says so.</summary>
internal static class DefaultExcludes
{
    public static readonly ImmutableArray<string> Names =
    [
        ".eggs", ".git", ".hg", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pytest_cache", ".ruff_cache", ".svn", ".tox", ".venv",
        "__pycache__", "__pypackages__", "build", "dist", "node_modules", "site-packages", "venv",
    ];
}
