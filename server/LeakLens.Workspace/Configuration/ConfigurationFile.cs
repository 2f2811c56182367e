using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Configuration;

/// <summary>A file that configures LeakLens, opened, with the table that is ours.</summary>
internal sealed record ConfigurationFile(string Path, TomlDocument Document, TomlTable Table)
{
    public const string SharedName = "pyproject.toml";

    /// <summary>In one folder the first that exists is the one.</summary>
    private static readonly string[] OwnNames = [".leaklens.toml", "leaklens.toml"];

    /// <summary>The file that configures this folder, or null. A pyproject.toml counts if our table is in it.</summary>
    /// <exception cref="ConfigurationException">There is one, and it cannot be read.</exception>
    public static ConfigurationFile? FindIn(string folder)
    {
        foreach (var name in OwnNames)
        {
            var path = System.IO.Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return Open(path);
            }
        }

        var shared = System.IO.Path.Combine(folder, SharedName);
        return File.Exists(shared) && ReadBytes(shared) is var bytes && MentionsUs(bytes) ? OpenShared(shared, bytes) : null;
    }

    /// <summary>The file that somebody named.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, or does not configure LeakLens.</exception>
    public static ConfigurationFile Open(string path)
    {
        var bytes = ReadBytes(path);
        if (System.IO.Path.GetFileName(path) is SharedName)
        {
            return OpenShared(path, bytes) ?? throw new ConfigurationException(path, 0, 0, "there is no table [tool.leaklens] in it");
        }

        var document = Parse(path, bytes);
        return new ConfigurationFile(path, document, document.Root);
    }

    /// <summary>Whether a file of this name configures LeakLens, or may.</summary>
    public static bool IsNamedSo(string path) => System.IO.Path.GetFileName(path) is var name && (name is SharedName || OwnNames.Contains(name, StringComparer.Ordinal));

    /// <summary>A text as if it were the content of the file; null if it does not configure LeakLens.</summary>
    /// <exception cref="ConfigurationException">It is not TOML, or our table is none.</exception>
    public static ConfigurationFile? Read(string path, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        if (System.IO.Path.GetFileName(path) is SharedName)
        {
            return MentionsUs(bytes) ? OpenShared(path, bytes) : null;
        }

        var document = Parse(path, bytes);
        return new ConfigurationFile(path, document, document.Root);
    }

    /// <summary>
    /// Most projects have a pyproject.toml, and most of those are not about us: they are not even read. One that is broken and never
    /// mentions us is somebody else's affair.
    /// </summary>
    private static bool MentionsUs(ReadOnlySpan<byte> bytes) => bytes.IndexOf("leaklens"u8) >= 0;

    private static ConfigurationFile? OpenShared(string path, byte[] bytes)
    {
        var document = Parse(path, bytes);
        if (!document.Root.TryGet("tool", out var tool) || tool.Value is not TomlTable tools || !tools.TryGet("leaklens", out var own))
        {
            return null;
        }

        if (own.Value is TomlTable table)
        {
            return new ConfigurationFile(path, document, table);
        }

        var place = new TomlException(document.Text, own.KeySpan, "");
        throw new ConfigurationException(path, place.Line, place.Column, $"tool.leaklens is a table, not {own.Value.Noun}");
    }

    private static TomlDocument Parse(string path, byte[] bytes)
    {
        try
        {
            return TomlDocument.Parse(bytes);
        }
        catch (TomlException error)
        {
            throw new ConfigurationException(path, error.Line, error.Column, error.Message);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return DocumentLoader.ReadBytes(new ScanSource(path, path, IsNamed: false));
        }
        catch (DocumentException error)
        {
            throw new ConfigurationException(path, 0, 0, error.Message);
        }
    }
}
