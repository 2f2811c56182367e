using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>
/// LL107 where exceptions are collected as they were caught. Each refers to its traceback, that to the frame of every function it went through, and
/// those to all their variables: https://docs.python.org/3/reference/datamodel.html#traceback-objects.
/// </summary>
internal sealed class KeptExceptionRule : GrowthRule
{
    public override string Id => "LL107";

    public override bool Covers(GrowthCase growth) =>
        growth is { Fact: { IsPlace: false, IsChain: false }, IsCapped: false, Storing: { IsUpdate: false } storing } && storing.Values.Any(value => IsCaught(growth, value));

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = base.Judge(growth, rule);
        if (!growth.IsPersistent || !growth.Fact.IsPerCall || growth.Storing is not { } storing)
        {
            return level;
        }

        if (growth.IsTrimmedInFile || growth.IsTended || new StoredThing(growth, storing).HasFewKeys())
        {
            return null;
        }

        var isInPassing = growth.Fact.Owner.IsOfWorld && !growth.IsHolderKeptByModule;
        if (isInPassing && (growth.Fact.Holder is not ClassDef type || !HolderLife.IsLong(growth.Context, type)))
        {
            return level;
        }

        // Under a name that was handed over: of those a program has so many. Code that nobody trusts is not excused.
        var thing = new StoredThing(growth, storing);
        var isChosen = growth.Context.Rules.TrustsPaths && storing.Key is not null && !thing.IsKeyedByContents() && !thing.IsNewEachTime();
        var isRepeated = !isInPassing && !isChosen && !growth.Fact.IsShared && (thing.IsInHandler() || Frequency.RunsOftenInService(growth.Context, growth.Fact.Node));
        return GrowthJudge.Higher(level, isRepeated ? FindingLevel.Warning : FindingLevel.Note);
    }

    public override string Message(GrowthCase growth) =>
        new GrowthText(growth).Message() + "; each exception keeps its traceback, and that all variables of the functions it went through";

    public override string Advice(GrowthCase growth) => "Store what is needed of it, str(error) or traceback.format_exc(), or drop the frames with error.with_traceback(None)";

    /// <summary>What an except clause caught, what sys.exc_info() says of it, its traceback, or a pair or record of one of these.</summary>
    private static bool IsCaught(GrowthCase growth, Expression value) => Origins.Of(value, growth.Function) switch
    {
        Name name => HandlerOf(growth.Context, name) is { } handler && !LosesFrames(growth.Context, handler),
        Python.Syntax.Attribute { Name: "__traceback__", Value: Name name } => HandlerOf(growth.Context, name) is not null,
        Call { Arguments.IsEmpty: true } call => growth.Context.Names.Resolve(call.Function)?.Text is "sys.exc_info" or "sys.exception",
        Python.Syntax.Tuple tuple => tuple.Elements.Any(element => IsCaught(growth, element)),
        Dict record => record.Values.Any(entry => IsCaught(growth, entry)),
        _ => false,
    };

    /// <summary>The clause around a name that binds it: the name is deleted where the clause ends.</summary>
    private static ExceptHandler? HandlerOf(RuleContext context, Name name)
    {
        foreach (var around in context.Code.Around(name))
        {
            if (around is FunctionDef or Lambda or ClassDef)
            {
                return null;
            }

            if (around is ExceptHandler handler && string.Equals(handler.Name, name.Id, StringComparison.Ordinal))
            {
                return handler;
            }
        }

        return null;
    }

    /// <summary>The clause takes the frames off, or empties them: <c>error.__traceback__ = None</c>, <c>traceback.clear_frames(...)</c>.</summary>
    private static bool LosesFrames(RuleContext context, ExceptHandler handler) =>
        context.Uses.AttributesNamed("__traceback__").Any(use => use is { Context: ExpressionContext.Store, Value: Name owner } && ReferenceEquals(HandlerOf(context, owner), handler))
        || context.Uses.AttributesNamed("with_traceback").Any(use => use.Value is Name owner && ReferenceEquals(HandlerOf(context, owner), handler))
        || context.NamedCalls.Of("traceback.clear_frames").Any(call => context.Code.IsInside(call, handler));
}
