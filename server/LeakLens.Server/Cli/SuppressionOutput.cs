using System.Globalization;
using LeakLens.Workspace.Reports;
using Newtonsoft.Json;

namespace LeakLens.Server.Cli;

/// <summary>Prints suppressions for people and for programs.</summary>
internal static class SuppressionOutput
{
    private const string DateFormat = "yyyy-MM-dd";

    public static void WriteText(TextWriter output, IReadOnlyList<DatedSuppression> found, DateOnly today)
    {
        foreach (var one in found)
        {
            var listed = one.Listed;
            var rules = listed.Request.Rules.IsEmpty ? "" : $"[{string.Join(", ", listed.Request.Rules)}]";
            output.WriteLine(DisplayWidth.Sanitize($"{listed.Path}:{listed.Line}:{listed.Column}: {listed.Request.What}{rules}, {AgeOf(one, today)}: {listed.Request.Justification ?? "no reason given"}"));
        }

        var silent = found.Count(static one => one.Listed.Request.Justification is null);
        var files = found.Select(static one => one.Listed.Path).Distinct(StringComparer.Ordinal).Count();
        output.WriteLine(found.Count == 0 ? "Nothing is suppressed." : $"{Plural.Of(found.Count, "suppression")} in {Plural.Of(files, "file")}, {silent:N0} without a reason.");
    }

    public static void WriteJson(TextWriter output, IReadOnlyList<DatedSuppression> found)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var one in found)
        {
            var listed = one.Listed;
            json.WriteStartObject();
            Write("path", listed.Path);
            Write("line", listed.Line);
            Write("column", listed.Column);
            Write("kind", listed.Request.What);
            json.WritePropertyName("rules");
            json.WriteStartArray();
            foreach (var rule in listed.Request.Rules)
            {
                json.WriteValue(rule);
            }

            json.WriteEndArray();
            Write("justification", listed.Request.Justification);
            Write("since", one.Since?.ToString(DateFormat, CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteLine();

        void Write(string name, object? value)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }
    }

    private static string AgeOf(DatedSuppression one, DateOnly today) => one switch
    {
        { Since: { } since } => $"since {since.ToString(DateFormat, CultureInfo.InvariantCulture)} ({Plural.Of(Math.Max(0, today.DayNumber - since.DayNumber), "day")})",
        { IsAgeKnown: true } => "not committed",
        _ => "of unknown age",
    };
}
