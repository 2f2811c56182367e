using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>A log is cut when it has ten megabytes, and three old ones are kept.</summary>
internal sealed class RotatingLog : FixProvider
{
    private const string Arguments = "maxBytes=10_000_000, backupCount=3";

    public override string Kind => "rotating-log";

    public override ImmutableArray<string> Rules => ["LL515"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        // The third argument means something else there.
        if (context.Node<Call>() is not { Arguments.Length: 1 or 2 } call || context.Rules.Names.Resolve(call.Function)?.Text is not "logging.FileHandler")
        {
            yield break;
        }

        var writer = context.Write();
        writer.Replace(call.Function, writer.Import("logging.handlers", "RotatingFileHandler", call));
        if (!CallArguments.Add(context, writer, call, Arguments, "10_000_000"))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Cut the log at ten megabytes (RotatingFileHandler)", Applicability.Unsafe, "the oldest lines are dropped"))
        {
            yield return fix;
        }
    }
}
