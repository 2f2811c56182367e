using LeakLens.Python.Text;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports.Sarif;

/// <summary>The pieces that all parts of a SARIF log are made of.</summary>
internal sealed class SarifWriter(JsonTextWriter json)
{
    /// <summary>The name of the folder that paths are relative to.</summary>
    public const string Root = "SRCROOT";

    public void Begin(string? name = null)
    {
        Name(name);
        json.WriteStartObject();
    }

    public void End() => json.WriteEndObject();

    public void BeginArray(string name)
    {
        Name(name);
        json.WriteStartArray();
    }

    public void EndArray() => json.WriteEndArray();

    public void Write(string name, string value)
    {
        Name(name);
        json.WriteValue(value);
    }

    public void Write(string name, long value)
    {
        Name(name);
        json.WriteValue(value);
    }

    public void Write(string name, double value)
    {
        Name(name);
        json.WriteValue(value);
    }

    public void Write(string name, bool value)
    {
        Name(name);
        json.WriteValue(value);
    }

    public void WriteValue(string value) => json.WriteValue(value);

    /// <summary>A message object; SARIF's sentences end with a full stop.</summary>
    public void WriteMessage(string name, string text)
    {
        Begin(name);
        Write("text", text.EndsWith('.') ? text : text + ".");
        End();
    }

    public void WriteArtifact(string path)
    {
        Begin("artifactLocation");
        Write("uri", ToUri(path));
        if (!Path.IsPathRooted(path))
        {
            Write("uriBaseId", Root);
        }

        End();
    }

    public void WriteRegion(SourceText text, TextSpan span)
    {
        Begin("region");
        WriteBounds(text, span);
        End();
    }

    /// <summary>Lines and columns count from 1; the end column is behind the last character.</summary>
    public void WriteBounds(SourceText text, TextSpan span)
    {
        var start = text.GetPosition(span.Start, ColumnUnit.Utf32);
        var end = text.GetPosition(span.End, ColumnUnit.Utf32);
        Write("startLine", start.Line + 1);
        Write("startColumn", start.Column + 1);
        Write("endLine", end.Line + 1);
        Write("endColumn", end.Column + 1);
    }

    public void WriteLocation(string path, SourceText text, TextSpan span, string? message = null)
    {
        Begin("physicalLocation");
        WriteArtifact(path);
        WriteRegion(text, span);
        End();
        if (message is not null)
        {
            WriteMessage("message", message);
        }
    }

    private static string ToUri(string path) =>
        Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private void Name(string? name)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }
    }
}
