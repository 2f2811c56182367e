namespace LeakLens.Engine.Known;

/// <summary>What <c>pathlib</c> does without looking at a disk, on known paths.</summary>
internal static class PathObjects
{
    private static readonly (string Name, Func<KnownPath, KnownCall, object?> Function)[] Methods =
    [
        ("name", static (path, _) => path.Name),
        ("stem", static (path, _) => path.Stem),
        ("suffix", static (path, _) => path.Suffix),
        ("parent", static (path, _) => path.Parent),
        ("parts", static (path, _) => KnownSequence.Tuple([.. (path.Text.StartsWith('/') ? ["/"] : Array.Empty<string>()).Concat(path.Text.Split('/').Where(static part => part.Length > 0 && part is not "."))])),
        ("as_posix", static (path, _) => path.Text),
        ("__str__", static (path, _) => path.Text),
        ("__fspath__", static (path, _) => path.Text),
        ("is_absolute", static (path, _) => path.Text.StartsWith('/')),
        ("joinpath", static (path, call) => Join(call, path.Text)),
        ("__truediv__", static (path, call) => Join(call, path.Text)),
        ("with_name", static (path, call) => call.TextAt(0, "name") is { Length: > 0 } name ? KnownPath.Of([path.Parent.Text, name]) : null),
        ("with_stem", static (path, call) => call.TextAt(0, "stem") is { Length: > 0 } stem ? KnownPath.Of([path.Parent.Text, stem + path.Suffix]) : null),
        ("with_suffix", static (path, call) => call.TextAt(0, "suffix") is { } suffix ? KnownPath.Of([path.Parent.Text, path.Stem + suffix]) : null),
    ];

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("pathlib.Path", static call => Join(call)),
        ("pathlib.PurePath", static call => Join(call)),
        ("pathlib.PosixPath", static call => Join(call)),
        ("os.fspath", static call => KnownPath.TextOf(call.At(0))),
        .. Methods.Select(static method => ("pathlib.Path." + method.Name, OfPath(method.Function))),
    ];

    private static KnownFunction OfPath(Func<KnownPath, KnownCall, object?> function) => call => call.Self is KnownPath path ? function(path, call) : null;

    private static KnownPath? Join(KnownCall call, params IEnumerable<string> before)
    {
        var parts = call.Positional.Select(KnownPath.TextOf).ToList();
        return call.Named.Count > 0 || parts.Contains(null) ? null : KnownPath.Of([.. before, .. parts.OfType<string>()]);
    }
}
