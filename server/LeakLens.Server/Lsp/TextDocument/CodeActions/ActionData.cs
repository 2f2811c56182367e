using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>What an action carries until the user chooses it, and its edit is asked for.</summary>
/// <param name="Task">One of the constants here.</param>
/// <param name="RuleId">The rule that it is about; null for all.</param>
/// <param name="Offset">Where the finding begins in the analysed text.</param>
internal sealed record ActionData(string Uri, int Version, string Task, string? RuleId, int Offset) : IJsonWritable
{
    public const string IgnoreHere = "ignore-here";
    public const string IgnoreInFile = "ignore-in-file";
    public const string IgnoreInProject = "ignore-in-project";
    public const string FixAll = "fix-all";
    public const string FixAllUnsafe = "fix-all-unsafe";

    public static ActionData Read(JsonFields json) =>
        new(json.GetText("uri"), json.GetNumber("version"), json.GetText("task"), json.FindText("ruleId"), json.GetNumber("offset"));

    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("uri", Uri);
        json.Field("version", Version);
        json.Field("task", Task);
        json.Field("ruleId", RuleId);
        json.Field("offset", Offset);
        json.WriteEndObject();
    }
}
