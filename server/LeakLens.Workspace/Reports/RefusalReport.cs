using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Gate;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>Refusals as a gate prints them: for people as Markdown, for machines as JSON.</summary>
public static class RefusalReport
{
    public static void WriteText(TextWriter output, Refusal refusal)
    {
        var text = new StringBuilder(GateWording.BuiltIn.TemplateOf(refusal));
        text.Replace("{{reason}}", DisplayWidth.Sanitize(refusal.Reason));
        text.Replace("{{pattern}}", refusal.Pattern);
        text.Replace("{{mechanism}}", refusal.Mechanism);
        text.Replace("{{signals}}", refusal.Signals.IsEmpty ? "what was found" : JoinWithAnd(refusal.Signals));
        text.Replace("{{elements}}", string.Join('\n', refusal.Elements.Select(element => Describe(refusal.Path, element))));
        text.Replace("{{change}}", Describe(refusal.Change));
        output.Write(text.ToString().TrimEnd('\n') + "\n");
    }

    public static void WriteJson(TextWriter output, Verdict verdict, IEnumerable<Refusal> refusals, string version)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.WritePropertyName("tool");
        json.WriteStartObject();
        json.Property("name", "leaklens");
        json.Property("version", version);
        json.WriteEndObject();
        json.Property("verdict", JsonNames.Of(verdict));
        json.WritePropertyName("refusals");
        json.WriteStartArray();
        foreach (var refusal in refusals)
        {
            WriteJson(json, refusal);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write('\n');
    }

    private static void WriteJson(JsonTextWriter json, Refusal refusal)
    {
        json.WriteStartObject();
        json.Property("path", refusal.Path);
        json.Property("verdict", JsonNames.Of(refusal.Verdict));
        json.Property("reason", refusal.Reason);
        json.Property("pattern", refusal.Pattern);
        json.Property("mechanism", refusal.Mechanism);
        json.WritePropertyName("signals");
        json.WriteStartArray();
        foreach (var signal in refusal.Signals)
        {
            json.WriteValue(signal);
        }

        json.WriteEndArray();
        json.WritePropertyName("elements");
        json.WriteStartArray();
        foreach (var element in refusal.Elements)
        {
            json.WriteStartObject();
            json.WritePropertyName("line");
            json.WriteValue(element.Line == 0 ? null : element.Line);
            json.Property("ruleId", element.RuleId);
            json.Property("level", JsonNames.Of(element.Level));
            json.WritePropertyName("bytes");
            json.WriteValue(element.Bytes);
            json.Property("message", element.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("change");
        json.WriteStartObject();
        json.Property("description", refusal.Change.Description);
        json.WritePropertyName("verified");
        json.WriteValue(refusal.Change.IsVerified);
        json.Property("newText", refusal.Change.NewText);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Describe(string path, RefusalElement element)
    {
        var place = element.Line > 0 ? $"{DisplayWidth.Sanitize(path)}, line {element.Line}" : DisplayWidth.Sanitize(path);
        var rule = element.RuleId is { } id ? $" ({id})" : "";
        return $"- {place}: {DisplayWidth.Sanitize(element.Message)}{rule}";
    }

    private static string Describe(AcceptableChange change) =>
        change.IsVerified ? $"{change.Description}. With this change it would pass." : $"{change.Description}.";

    private static string JoinWithAnd(IReadOnlyList<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
}
