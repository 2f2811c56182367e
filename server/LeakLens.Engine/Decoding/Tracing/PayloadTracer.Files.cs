using System.Numerics;
using System.Text;
using LeakLens.Engine.Decoding.Compression;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Paths, and the files that the program would read: whoever has them is asked for their content.</summary>
internal sealed partial class PayloadTracer
{
    private const int MostPathParts = 64;

    private Traced? OpenLibrary(string name, CallInput input)
    {
        var first = input.At(0);
        switch (name)
        {
            case "builtins.open" or "io.open" or "codecs.open" or "gzip.open" or "bz2.open" or "lzma.open" or "gzip.GzipFile" or "bz2.BZ2File" or "lzma.LZMAFile":
                return Open(name, input);
            case "io.BytesIO" or "io.StringIO":
                return new Traced(new FileValue(first, name is "io.BytesIO"), first.From);
            case "pathlib.Path" or "pathlib.PurePath" or "pathlib.PosixPath":
                return new Traced(new PathValue(input.Positional.Aggregate((string?)".", static (path, part) => Join(path, part.Value as string ?? (part.Value as PathValue)?.Path))));
            case "os.path.join" or "posixpath.join":
                return input.Positional.Count == 0 ? Traced.Unknown : new Traced(input.Positional.Select(PathOf).Aggregate(Join));
            case "os.path.dirname":
                return new Traced(Parent(PathOf(first)));
            case "os.path.abspath" or "os.path.realpath" or "os.path.normpath" or "os.path.expanduser" or "os.fspath" or "os.fsencode" or "os.fsdecode":
                return new Traced(PathOf(first));
            case "os.path.basename" or "os.path.splitext" or "os.getcwd":
                return name is "os.getcwd" ? new Traced(".") : Traced.Unknown;
            case "importlib.resources.files":
                return new Traced(new PathValue(PackageFolder(first.Value)));
            case "importlib.resources.read_text" or "importlib.resources.read_binary" or "pkgutil.get_data" or "pkg_resources.resource_string" or "importlib.resources.open_text" or "importlib.resources.open_binary" or "importlib.resources.path":
                var resource = Join(PackageFolder(first.Value), input.At(1).Value as string);
                return name.EndsWith(".path", StringComparison.Ordinal) ? new Traced(new PathValue(resource)) : name.Contains("open", StringComparison.Ordinal)
                    ? new Traced(new FileValue(Read(resource, isBinary: name.EndsWith("binary", StringComparison.Ordinal)), name.EndsWith("binary", StringComparison.Ordinal)), Provenance.File)
                    : Read(resource, isBinary: !name.EndsWith("text", StringComparison.Ordinal));
            default:
                return null;
        }
    }

    /// <summary>Packages lie beside the file, or it lies in them: whoever looks for the file tries both.</summary>
    private static string? PackageFolder(object? package) => package switch
    {
        string name => IProgramFiles.Here + "/" + name.Replace('.', '/'),
        null => IProgramFiles.Here,
        _ => IProgramFiles.Here,
    };

    private static string? PathOf(Traced value) => value.Value switch
    {
        string text => text,
        byte[] bytes => Encoding.Latin1.GetString(bytes),
        PathValue path => path.Path,
        _ => null,
    };

    private static string? Join(string? left, string? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (_, ['/' or '\u0001', ..]) => right,
        ("." or "", _) => right,
        _ => left.TrimEnd('/') + "/" + right,
    };

    private static string? Parent(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var slash = path.TrimEnd('/').LastIndexOf('/');
        return slash > 0 ? path[..slash] : path.StartsWith(IProgramFiles.Here, StringComparison.Ordinal) ? path + "/.." : slash == 0 ? "/" : ".";
    }

    private Traced Open(string name, CallInput input)
    {
        var first = input.At(0);
        if (first.Value is null or KnownNone && input.TryAt(-1, "fileobj", out var source))
        {
            first = source;
        }

        var mode = input.At(1, "mode").Value as string ?? "r";
        if (mode.Contains('w', StringComparison.Ordinal) || mode.Contains('a', StringComparison.Ordinal) || mode.Contains('x', StringComparison.Ordinal))
        {
            return new Traced(new FileValue(Traced.Unknown, mode.Contains('b', StringComparison.Ordinal)));
        }

        var packed = name.Split('.')[0] is "gzip" or "bz2" or "lzma" ? name.Split('.')[0] : null;
        var isBinary = mode.Contains('b', StringComparison.Ordinal) || (packed is not null && !mode.Contains('t', StringComparison.Ordinal));
        var content = first.Value is FileValue inner ? inner.Content : PathOf(first) is { } path ? Read(path, isBinary || packed is not null) : new Traced(null, first.From | Provenance.File, Layer.Add(first.Layers, "a file", null));
        content = packed switch
        {
            "gzip" => Unpack("gzip", content, static data => Inflater.Gzip(data)),
            "bz2" => Unpack("bz2", content, BZip2.Decode),
            "lzma" => Unpack("lzma", content, Xz.Decode),
            _ => content,
        };
        content = !isBinary && content.Value is byte[] bytes ? content.Become(Encoding.UTF8.GetString(bytes)) : content;
        return new Traced(new FileValue(content, isBinary), content.From);
    }

    /// <summary>The content of a file, as bytes or as UTF-8.</summary>
    private Traced Read(string? path, bool isBinary)
    {
        if (path is null || path.Count(static unit => unit == '/') > MostPathParts)
        {
            return new Traced(null, Provenance.File, Layer.Add(null, "a file", null));
        }

        if (!_read.TryGetValue(path, out var file))
        {
            _read[path] = file = _read.Count < DecodingLimits.MostFiles ? _files?.Find(path) : null;
        }

        var shown = file?.Path ?? path.Replace(IProgramFiles.Here + "/", string.Empty, StringComparison.Ordinal);
        object? content = file?.Content is not { } bytes || !MayMake(bytes.Length) ? null : isBinary ? bytes : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return new Traced(content, Provenance.File, Layer.Add(null, "the file " + shown, content, file ?? new ProgramFile(shown, null)));
    }

    private Traced CallPath(PathValue path, string name, CallInput input)
    {
        switch (name)
        {
            case "read_text" or "read_bytes":
                return Read(path.Path, name is "read_bytes");
            case "open":
                return Open("builtins.open", input.Before([new Traced(path)]));
            case "joinpath" or "__truediv__":
                return new Traced(new PathValue(input.Positional.Aggregate(path.Path, static (left, right) => Join(left, right.Value as string))));
            case "with_name":
                return new Traced(new PathValue(Join(Parent(path.Path), input.At(0).Value as string)));
            case "with_suffix" when path.Path is { } whole && input.At(0).Value is string suffix:
                var dot = whole.LastIndexOf('.');
                return new Traced(new PathValue(dot > whole.LastIndexOf('/') ? whole[..dot] + suffix : whole + suffix));
            case "resolve" or "absolute" or "expanduser":
                return new Traced(path);
            default:
                return Traced.Unknown;
        }
    }

    private Traced CallFile(FileValue file, string name, CallInput input)
    {
        switch (name)
        {
            case "read" or "getvalue" or "getbuffer" or "readall":
                var content = file.Written ?? file.Content;
                return input.Count > 0 && KnownCall.ToSmall(input.At(0).Value) is { } size and >= 0 ? TakeSlice(content, new Traced(KnownNone.Instance), new Traced(new BigInteger(size)), new Traced(KnownNone.Instance)) : content;
            case "readline":
                return file.Content.Value is string text ? file.Content.Become(text.Split('\n')[0] + "\n") : file.Content.Become(null);
            case "readlines":
                return Items(new Traced(file)) is { } lines ? new Traced(new SequenceValue(SequenceKind.List, lines), file.Content.From) : file.Content.Become(null);
            case "write":
                file.Written = file.Written is { } before ? Operate(Python.Syntax.BinaryOperator.Add, before, input.At(0)) : input.At(0);
                return Traced.Unknown;
            case "__enter__":
                return new Traced(file);
            default:
                return new Traced(null, name is "close" or "seek" or "tell" ? Provenance.None : file.Content.From);
        }
    }
}
