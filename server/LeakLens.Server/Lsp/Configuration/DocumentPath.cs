namespace LeakLens.Server.Lsp.Configuration;

/// <summary>Between a document's address and its place in the file system.</summary>
internal static class DocumentPath
{
    /// <summary>The full path; null for what is no file.</summary>
    public static string? Of(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        var path = parsed.LocalPath;

        // Editors write the drive as /c%3A/, which .NET does not take for a drive.
        var drive = OperatingSystem.IsWindows() && path.Length > 2 && path[0] is '/' or '\\' && path[2] == ':' ? path[1..] : path;
        return Path.IsPathFullyQualified(drive) ? Path.GetFullPath(drive) : null;
    }

    /// <summary>The address of a file, escaped as VS Code does it, so that both sides mean one document by one name.</summary>
    public static string ToUri(string fullPath)
    {
        var path = fullPath.Replace('\\', '/');
        if (OperatingSystem.IsWindows() && path.Length > 1 && path[1] == ':')
        {
            path = "/" + char.ToLowerInvariant(path[0]) + path[1..];
        }

        return "file://" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }
}
