using System.IO.Enumeration;
using System.Text;

namespace LeakLens.Workspace.Discovery;

/// <summary>How long a path may be that the system opens (<c>PATH_MAX</c>). A folder can hold more: making and entering folders by turns makes such paths.</summary>
internal static class PathLimit
{
    private const int MostBytesPerUnit = 3;
    private const int LongestName = 255;

    /// <summary>In bytes of UTF-8, the zero at the end not among them.</summary>
    public static readonly int MostBytes = OperatingSystem.IsLinux() ? 4095 : OperatingSystem.IsMacOS() ? 1023 : int.MaxValue;

    public static string Message { get; } = $"its path is longer than the {MostBytes} bytes that the system opens";

    /// <summary>
    /// Folders and Python files in a folder whose paths are too long. Of such an entry .NET tells the name alone: as a <see cref="FileSystemInfo"/> it has neither a path nor
    /// attributes, so it looks like something that has gone. What would not be read anyway is not told.
    /// </summary>
    public static IEnumerable<string> FindUnreachable(string folder)
    {
        if (folder.Length + 1 + LongestName <= MostBytes / MostBytesPerUnit || Encoding.UTF8.GetByteCount(folder) + 1 + LongestName <= MostBytes)
        {
            return [];
        }

        return new FileSystemEnumerable<string>(folder, static (ref entry) => entry.FileName.ToString())
        {
            ShouldIncludePredicate = (ref entry) => Encoding.UTF8.GetByteCount(folder) + 1 + Encoding.UTF8.GetByteCount(entry.FileName) > MostBytes
                && (entry.IsDirectory || PythonFiles.HasPythonName(entry.FileName.ToString())),
        }.Select(name => Path.Join(folder, name)).Order(StringComparer.Ordinal);
    }
}
