using System.CommandLine;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Reports;
using Newtonsoft.Json;

namespace LeakLens.Server.Cli;

/// <summary>Lists the rules.</summary>
internal sealed class RulesCommand : CliCommand
{
    private readonly Option<string> _format = CreateChoice("--format", "How to print them", "text", "text", "json");

    public RulesCommand()
        : base("rules", "List every rule, one a line")
    {
        Add(_format);
    }

    public override int Run(ParseResult arguments, CliHost host)
    {
        var rules = RuleNames.CatalogueOf(host).Rules;
        if (arguments.GetValue(_format) is "json")
        {
            WriteJson(host.Output, rules);
            return ExitCode.Clean;
        }

        var idWidth = rules.Max(rule => rule.Id.Length);
        var width = rules.Max(rule => rule.Name.Length);
        foreach (var rule in rules)
        {
            host.Output.WriteLine($"{rule.Id.PadRight(idWidth)}  {rule.Name.PadRight(width)}  {JsonNames.Of(rule.DefaultLevel),-7}  {FixWord(rule),-3}  {rule.Summary}");
        }

        return ExitCode.Clean;
    }

    /// <summary>Whether its findings can be fixed; an empty place for no.</summary>
    private static string FixWord(RuleDescriptor rule) => rule.Fix is FixAvailability.None ? string.Empty : "fix";

    private static void WriteJson(TextWriter output, IEnumerable<RuleDescriptor> rules)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var rule in rules)
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.Flush();
        output.WriteLine();
    }

    private static void WriteRule(JsonTextWriter json, RuleDescriptor rule)
    {
        json.WriteStartObject();
        Write(json, "id", rule.Id);
        Write(json, "name", rule.Name);
        Write(json, "family", rule.Family);
        Write(json, "defaultLevel", JsonNames.Of(rule.DefaultLevel));
        Write(json, "fix", JsonNames.Of(rule.Fix));
        Write(json, "summary", rule.Summary);
        WriteAll(json, "cwe", rule.Cwe);
        WriteAll(json, "tags", rule.Tags);
        WriteAll(json, "aliases", rule.Aliases);
        json.WritePropertyName("thresholds");
        json.WriteStartObject();
        foreach (var (name, value) in rule.Thresholds.OrderBy(threshold => threshold.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ToString("R"));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void WriteAll(JsonTextWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    }
}
