using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Configuration;

/// <summary>Changes of a configuration file that keep everything else of it as it is.</summary>
public static class ConfigurationEdit
{
    /// <summary>The file that configures a folder; null if none does, or the one that does cannot be read.</summary>
    public static string? FindNearest(string folder)
    {
        try
        {
            for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
            {
                if (ConfigurationFile.FindIn(current) is { } file)
                {
                    return file.Path;
                }
            }
        }
        catch (ConfigurationException)
        {
            // It has to be mended before it can be added to.
        }

        return null;
    }

    /// <summary>Adds a rule to those that are left out; null for a file that has to be mended first.</summary>
    public static TextEdit? Ignore(string path, SourceText text, string ruleId)
    {
        try
        {
            var isShared = Path.GetFileName(path) is ConfigurationFile.SharedName;
            return Ignore(TomlDocument.Parse(text), isShared, ruleId);
        }
        catch (TomlException)
        {
            return null;
        }
    }

    private static TextEdit? Ignore(TomlDocument document, bool isShared, string ruleId)
    {
        var name = $"\"{ruleId}\"";
        var line = $"{ConfigurationOptions.Ignore.Name} = [{name}]";
        var table = isShared ? FindOwnTable(document) : document.Root;
        if (table is not null && table.TryGet(ConfigurationOptions.Ignore.Name, out var ignore))
        {
            return ignore.Value is TomlArray list ? AddTo(list, name) : null;
        }

        if (!isShared)
        {
            return new TextEdit(default, line + "\n");
        }

        return table is not null && HasHeader(document, table) ? Below(document.Text, table.Span, line) : AtEnd(document.Text, line);
    }

    private static TextEdit AddTo(TomlArray list, string name) => list.Items.Count > 0
        ? new TextEdit(new TextSpan(list.Items[^1].Span.End, 0), ", " + name)
        : new TextEdit(new TextSpan(list.Span.Start + 1, 0), name);

    private static TomlTable? FindOwnTable(TomlDocument document) =>
        document.Root.TryGet("tool", out var tool) && tool.Value is TomlTable tools && tools.TryGet("leaklens", out var own) ? own.Value as TomlTable : null;

    private static bool HasHeader(TomlDocument document, TomlTable table) => document.Text.Text.AsSpan(table.Span.Start).StartsWith("[");

    private static TextEdit Below(SourceText text, TextSpan header, string line)
    {
        var end = text.Lines.GetEnd(text.Lines.GetLine(header.Start));
        return new TextEdit(new TextSpan(end, 0), "\n" + line);
    }

    private static TextEdit AtEnd(SourceText text, string line)
    {
        var gap = text.Length == 0 ? "" : text.Text.EndsWith('\n') ? "\n" : "\n\n";
        return new TextEdit(new TextSpan(text.Length, 0), $"{gap}[tool.leaklens]\n{line}\n");
    }
}
