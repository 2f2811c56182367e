using System.Globalization;

namespace LeakLens.Server.Lsp.ClientProcess;

/// <summary>
/// Reads /proc/PID/stat. Its start time tells a process from a later one with the same number, and its state one that runs
/// from a zombie, which signals cannot.
/// </summary>
internal sealed class LinuxProcessProbe : IProcessProbe
{
    // Fields 3 and 22 of proc(5), counted behind the name, which ends with the last parenthesis.
    private const int StateField = 0;
    private const int StartTimeField = 19;

    private readonly string _path;
    private readonly string _startTime;

    private LinuxProcessProbe(string path, string startTime)
    {
        _path = path;
        _startTime = startTime;
    }

    public bool IsAlive => string.Equals(ReadStartTime(_path), _startTime, StringComparison.Ordinal);

    public static LinuxProcessProbe? TryCreate(int processId)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat");
        return ReadStartTime(path) is { } startTime ? new LinuxProcessProbe(path, startTime) : null;
    }

    /// <summary>Null when the process does not run.</summary>
    private static string? ReadStartTime(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[StateField] is "Z" or "X" ? null : fields[StartTimeField];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
