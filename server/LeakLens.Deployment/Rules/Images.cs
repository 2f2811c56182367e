namespace LeakLens.Deployment.Rules;

/// <summary>What the name of an image says.</summary>
internal static class Images
{
    /// <summary>No digest, and no tag or one that moves.</summary>
    public static bool IsUnpinned(string image)
    {
        if (image.Length == 0 || image.Contains('@', StringComparison.Ordinal) || image.Contains('$', StringComparison.Ordinal) || image.Equals("scratch", StringComparison.Ordinal))
        {
            return false;
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.IndexOf(':', StringComparison.Ordinal) is var at && (at < 0 || name[(at + 1)..] is "latest" or "");
    }

    /// <summary>The image of a whole Debian with compilers, where a slim one of the same name exists.</summary>
    public static bool IsFullPython(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.StartsWith("python:", StringComparison.Ordinal) && !name.Contains("slim", StringComparison.Ordinal) && !name.Contains("alpine", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal)
            && !name.Contains('$', StringComparison.Ordinal);
    }
}
