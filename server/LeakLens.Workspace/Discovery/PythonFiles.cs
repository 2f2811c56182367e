using System.Buffers;
using LeakLens.Workspace.Notebooks;

namespace LeakLens.Workspace.Discovery;

/// <summary>What a search of folders takes for Python: by its name, or, for a script without one, by its first line.</summary>
public static class PythonFiles
{
    /// <summary>Longer than any system reads of such a line.</summary>
    private const int LongestShebang = 256;

    private static readonly string[] Endings = [".py", ".pyw", NotebookReader.Extension];
    private static readonly SearchValues<char> VersionLetters = SearchValues.Create("0123456789.w");
    private static readonly string[] Interpreters = ["python", "pypy"];

    /// <summary>Whether the name alone says so. Stubs (.pyi) hold no code that runs.</summary>
    public static bool HasPythonName(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>A program without an extension, whose first line names Python as its interpreter. It is opened only if it may be run.</summary>
    public static bool IsScript(FileInfo file)
    {
        if (file.Extension.Length > 0 || file.Length == 0 || !MayRun(file))
        {
            return false;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> start = stackalloc byte[LongestShebang];
            return IsPythonShebang(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // What it is cannot be known, and nobody asked for it.
        }
    }

    /// <summary>As the system reads it: the interpreter, or the first word behind <c>env</c> that is no option and sets no variable. <c>uv run</c> runs Python.</summary>
    internal static bool IsPythonShebang(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("#!"u8))
        {
            return false;
        }

        var end = start.IndexOfAny((byte)'\n', (byte)'\r');
        var line = System.Text.Encoding.Latin1.GetString(start[2..(end < 0 ? start.Length : end)]);
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var name = words[i][(words[i].LastIndexOf('/') + 1)..];
            if (name is not "env" && !words[i].StartsWith('-') && !words[i].Contains('='))
            {
                return IsInterpreter(name) || (name is "uv" && i + 1 < words.Length && words[i + 1] is "run");
            }
        }

        return false;
    }

    private static bool IsInterpreter(string name) =>
        Array.Exists(Interpreters, interpreter => name.StartsWith(interpreter, StringComparison.Ordinal) && !name.AsSpan(interpreter.Length).ContainsAnyExcept(VersionLetters));

    private static bool MayRun(FileInfo file) =>
        OperatingSystem.IsWindows() || (file.UnixFileMode & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;
}
