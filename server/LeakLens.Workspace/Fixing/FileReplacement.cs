using LeakLens.Workspace.Documents;

namespace LeakLens.Workspace.Fixing;

/// <summary>Puts a new content in the place of a file, whole or not at all: it is written beside it and then takes its name.</summary>
public static class FileReplacement
{
    /// <param name="expected">What the file held when it was read.</param>
    /// <exception cref="DocumentException">The file has changed since, or cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> content)
    {
        try
        {
            // A link stays a link: what it leads to is replaced.
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (!expected.SequenceEqual(File.ReadAllBytes(target)))
            {
                throw new DocumentException("it was changed meanwhile, and is left alone");
            }

            Replace(target, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(IoMessage.For(exception), exception);
        }
    }

    private static void Replace(string target, ReadOnlySpan<byte> content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
