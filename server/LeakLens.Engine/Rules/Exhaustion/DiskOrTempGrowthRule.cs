using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL515: files that nobody removes, and logs that nobody cuts.</summary>
internal sealed class DiskOrTempGrowthRule : Rule
{
    public override string Id => "LL515";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => OfLogs(context, rule).Concat(OfTemporaries(context, rule));

    private static IEnumerable<Finding> OfLogs(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.NamedCalls.Of("logging.FileHandler"))
        {
            // A mode that somebody else chose may write the file anew each time.
            if (NamedCalls.Argument(call, "mode", 1) is var mode && (mode is null || ConstantValues.Of(context, mode) is Constant { Value: not "w" }) && !NamedCalls.HasUnseenArguments(call) && !IsSystemFile(call))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, call, "This log grows as long as the program is used: nothing cuts it", "Use logging.handlers.RotatingFileHandler(path, maxBytes=10_000_000, backupCount=3)");
            }
        }
    }

    /// <summary>Devices, and what the system's own rotation looks after.</summary>
    private static bool IsSystemFile(Call call) => call.Arguments is [Constant { Value: string path }, ..] && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/var/log/", StringComparison.Ordinal));

    private static IEnumerable<Finding> OfTemporaries(RuleContext context, RuleDescriptor rule)
    {
        foreach (var maker in ExhaustionData.Instance.Set("temporaries"))
        {
            foreach (var call in context.NamedCalls.Of(maker))
            {
                if (!(maker is "tempfile.NamedTemporaryFile" && NamedCalls.Argument(call, "delete") is not Constant { LiteralKind: ConstantKind.False }) && IsLeft(context, call) && !Removes(context, call))
                {
                    var level = Frequency.RunsOften(context, call) ? FindingLevel.Warning : FindingLevel.Note;
                    yield return UncountedFinding.Of(rule, level, call, $"This temporary {(maker is "tempfile.mkdtemp" ? "folder" : "file")} is never removed: every call leaves one", maker is "tempfile.mkdtemp" ? "Use with tempfile.TemporaryDirectory():" : "Remove it in a finally, or let it be deleted when it is closed");
                }
            }
        }
    }

    /// <summary>The only variable that refers to it is not handed to anybody.</summary>
    private static bool IsLeft(RuleContext context, Call call) => context.Code.ParentOf(call) switch
    {
        Assign { Targets: [Name name] } => !Escapes(context, name, isFile: context.Names.Resolve(call.Function)?.Text is "tempfile.NamedTemporaryFile"),
        Assign { Targets: [Tuple { Elements: [_, Name path] }] } when context.Names.Resolve(call.Function)?.Text is "tempfile.mkstemp" => !Escapes(context, path, isFile: false),
        WithItem { Target: Name name } => !Escapes(context, name, isFile: true),
        Expr => true,
        _ => false,
    };

    /// <summary>Somebody else may remove it: it is handed on, stored, returned, or its path is used for something.</summary>
    private static bool Escapes(RuleContext context, Name name, bool isFile) => context.Uses.OwnerOf(name) is not { } owner || context.Uses.UsesOf(owner).Any(use => use.Context is ExpressionContext.Load && !IsHarmless(context, use, isFile));

    private static bool IsHarmless(RuleContext context, Name use, bool isFile) => context.Code.ParentOf(use) switch
    {
        // What methods of a path give is a path again.
        Attribute member => isFile && member.Name is not ("name" or "file" or "delete"),
        Call call => !ReferenceEquals(call.Function, use) && context.Names.Resolve(call.Function)?.Text is "builtins.print" or "builtins.len" or "builtins.str",
        If or Compare or Expr or UnaryOp => true,
        _ => false,
    };

    /// <summary>The function removes something: that it is something else is not likely.</summary>
    private static bool Removes(RuleContext context, Call call) => Definitions.Calls(context, call, ExhaustionData.Instance.Set("removals"));
}
