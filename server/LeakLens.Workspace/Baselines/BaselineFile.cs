using System.Collections.Immutable;
using System.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Baselines;

/// <summary>A baseline as a file: JSON that is read in reviews, one finding a line, in the order of paths.</summary>
public static class BaselineFile
{
    private const string Mark = "leaklens-baseline";
    private const int Version = 1;

    /// <exception cref="BaselineException">There is none, or it is something else.</exception>
    public static ImmutableArray<BaselineEntry> Read(string fullPath)
    {
        try
        {
            var text = DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(fullPath, fullPath, IsNamed: true)));
            using var reader = new JsonTextReader(new StringReader(text.Text)) { MaxDepth = 8, DateParseHandling = DateParseHandling.None };
            var root = JToken.ReadFrom(reader) as JObject;
            return root?[Mark] is JValue { Value: long version } && root["findings"] is JArray findings
                ? version == Version ? [.. findings.Select(ReadEntry)] : throw new BaselineException($"it is a baseline of version {version}; this LeakLens reads version {Version}")
                : throw new BaselineException("it is not a baseline of LeakLens");
        }
        catch (DocumentException exception)
        {
            throw new BaselineException(exception.Message, exception);
        }
        catch (JsonReaderException exception)
        {
            throw new BaselineException(exception.LineNumber > 0 ? $"it is not a baseline of LeakLens: line {exception.LineNumber} is no JSON" : "it is not a baseline of LeakLens: it is empty", exception);
        }
    }

    /// <summary>Replaces the file whole or not at all.</summary>
    /// <exception cref="BaselineException">It cannot be written.</exception>
    public static void Write(string fullPath, IEnumerable<BaselineEntry> entries)
    {
        var text = new StringBuilder($"{{\n  \"{Mark}\": {Version},\n  \"findings\": [");
        var separator = "\n";
        foreach (var entry in entries.OrderBy(static entry => entry.Path, StringComparer.Ordinal).ThenBy(static entry => entry.Rule, StringComparer.Ordinal).ThenBy(static entry => entry.Fingerprint, StringComparer.Ordinal))
        {
            text.Append(separator).Append("    ").Append(WriteEntry(entry));
            separator = ",\n";
        }

        text.Append("\n  ]\n}\n");
        var temporary = $"{fullPath}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllText(temporary, text.ToString());
            File.Move(temporary, fullPath, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw new BaselineException(IoMessage.For(exception), exception);
        }
    }

    private static BaselineEntry ReadEntry(JToken token)
    {
        return new BaselineEntry(Text("fingerprint"), Text("rule"), Text("path"), Text("message"));

        string Text(string name) => (token as JObject)?[name] is JValue { Value: string text } ? text : throw new BaselineException($"one of its findings has no text '{name}'");
    }

    private static string WriteEntry(BaselineEntry entry)
    {
        using var line = new StringWriter();
        using var json = new JsonTextWriter(line);
        json.WriteStartObject();
        json.Property("fingerprint", entry.Fingerprint);
        json.Property("rule", entry.Rule);
        json.Property("path", entry.Path);
        json.Property("message", entry.Message);
        json.WriteEndObject();
        json.Flush();
        return line.ToString();
    }
}
