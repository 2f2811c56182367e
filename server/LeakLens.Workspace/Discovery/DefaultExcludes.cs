using System.Collections.Frozen;

namespace LeakLens.Workspace.Discovery;

/// <summary>Folders that hold other people's code or the output of a build. They are scanned only when they are named.</summary>
internal static class DefaultExcludes
{
    private static readonly FrozenSet<string> Names = new[]
    {
        ".eggs", ".git", ".hg", ".ipynb_checkpoints", ".mypy_cache", ".nox", ".pytest_cache", ".ruff_cache", ".svn", ".tox", ".venv",
        "__pycache__", "__pypackages__", "build", "dist", "node_modules", "site-packages", "venv",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folderName) => Names.Contains(folderName);
}
