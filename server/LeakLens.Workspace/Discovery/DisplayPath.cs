namespace LeakLens.Workspace.Discovery;

/// <summary>How reports name a file: relative to the working folder, with forward slashes on every system.</summary>
public static class DisplayPath
{
    public static string From(string fullPath, string workingFolder)
    {
        var relative = Path.GetRelativePath(workingFolder, fullPath);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
