using LeakLens.Python.Text;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>A place in a text as every JSON report writes it: lines and columns count from 1, columns in code points.</summary>
internal static class JsonPlace
{
    /// <summary>Writes the property <c>range</c>.</summary>
    public static void Write(JsonWriter json, SourceText text, TextSpan span)
    {
        json.WritePropertyName("range");
        json.WriteStartObject();
        WritePosition(json, "start", text.GetPosition(span.Start, ColumnUnit.Utf32));
        WritePosition(json, "end", text.GetPosition(span.End, ColumnUnit.Utf32));
        json.WriteEndObject();
    }

    private static void WritePosition(JsonWriter json, string name, TextPosition position)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        json.WritePropertyName("line");
        json.WriteValue(position.Line + 1);
        json.WritePropertyName("column");
        json.WriteValue(position.Column + 1);
        json.WriteEndObject();
    }
}
