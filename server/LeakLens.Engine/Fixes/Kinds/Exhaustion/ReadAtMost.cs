using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary><c>data = f.read()</c> becomes <c>data = f.read(LIMIT + 1)</c>, and more than the limit is refused.</summary>
internal sealed class ReadAtMost : FixProvider
{
    private const string Limit = "10_000_000";

    public override string Kind => "read-at-most";

    public override ImmutableArray<string> Rules => ["LL502"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute { Name: "read" }, Keywords.IsEmpty: true } call || call.Arguments.Length > 1 || context.Code.StatementOf(call) is not Assign { Targets: [Name data] } statement
            || !(ReferenceEquals(statement.Value, call) || (statement.Value is Await waiting && ReferenceEquals(waiting.Value, call))))
        {
            yield break;
        }

        var writer = context.Write();
        if (call.Arguments is [var given])
        {
            writer.Replace(given, $"min({context.TextOf(given)}, {Limit} + 1)");
        }
        else if (!CallArguments.Add(context, writer, call, $"{Limit} + 1"))
        {
            yield break;
        }

        writer.InsertAfter(statement, $"if len({data.Id}) > {Limit}:", "\traise ValueError(\"more than is expected\")");
        foreach (var fix in writer.Done("Read ten megabytes at most, and refuse more", Applicability.Unsafe, "what is longer raises an exception"))
        {
            yield return fix;
        }
    }
}
