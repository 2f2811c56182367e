namespace LeakLens.Engine.Known;

/// <summary>The functions of <c>os.path</c> that only look at the text, on known texts, as they are where paths have slashes (Lib/posixpath.py).</summary>
internal static class PathText
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("os.path.join", Join),
        ("os.path.basename", static call => KnownPath.TextOf(call.At(0, "p")) is { } path ? path[(path.LastIndexOf('/') + 1)..] : null),
        ("os.path.dirname", static call => KnownPath.TextOf(call.At(0, "p")) is { } path ? HeadOf(path) : null),
        ("os.path.split", static call => KnownPath.TextOf(call.At(0, "p")) is { } path ? KnownSequence.Tuple([HeadOf(path), path[(path.LastIndexOf('/') + 1)..]]) : null),
        ("os.path.splitext", static call => KnownPath.TextOf(call.At(0, "p")) is { } path && ExtensionOf(path) is var dot ? KnownSequence.Tuple([path[..dot], path[dot..]]) : null),
    ];

    private static object? Join(KnownCall call)
    {
        if (KnownPath.TextOf(call.At(0, "a")) is not { } path || call.Named.Count > 0)
        {
            return null;
        }

        for (var i = 1; i < call.Positional.Count; i++)
        {
            if (KnownPath.TextOf(call.At(i)) is not { } part)
            {
                return null;
            }

            path = part.StartsWith('/') ? part : path.Length == 0 || path.EndsWith('/') ? path + part : path + "/" + part;
        }

        return path;
    }

    private static string HeadOf(string path)
    {
        var head = path[..(path.LastIndexOf('/') + 1)];
        return head.AsSpan().TrimEnd('/') is { IsEmpty: false } shorter ? shorter.ToString() : head;
    }

    /// <summary>Where the extension begins; at the end when there is none. Dots at the beginning of a name begin none.</summary>
    private static int ExtensionOf(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        var dot = path.LastIndexOf('.');
        return dot > name && path.AsSpan(name, dot - name).TrimStart('.').Length > 0 ? dot : path.Length;
    }
}
