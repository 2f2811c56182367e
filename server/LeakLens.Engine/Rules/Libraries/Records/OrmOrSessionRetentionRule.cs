using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Records;

/// <summary>LL904: sessions, engines and clients that are made for each call and left open, sessions that a loop fills, tables that are read whole.</summary>
internal sealed class OrmOrSessionRetentionRule : Rule
{
    public override string Id => "LL904";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        if (!context.Imports.Any(LibraryData.Instance.Set("records.modules")))
        {
            return [];
        }

        return OpenSessions(context, rule)
            .Concat(PerCall(context, rule, "records.engines", "records.engineReleases", OfEngine))
            .Concat(PerCall(context, rule, "records.clients", "records.clientReleases", OfClient))
            .Concat(FilledSessions.Check(context, rule))
            .Concat(WholeTables.Check(context, rule));
    }

    private static IEnumerable<Finding> OpenSessions(RuleContext context, RuleDescriptor rule)
    {
        // A migration runs once, in a process of its own.
        foreach (var call in context.Imports.Has("alembic") ? [] : SessionMaker.Calls(context))
        {
            if (context.Code.FunctionAround(call) is not FunctionDef function || Repetitions.Of(context, call) is var often && often is Repetition.Few)
            {
                continue;
            }

            var session = LocalThing.Of(context, call, LibraryData.Instance.Set("records.sessionReleases"));
            if (!session.Escapes && !session.IsReleased && context.Code.ParentOf(call) is not Expr)
            {
                yield return UncountedFinding.Of(rule, often is Repetition.Many ? FindingLevel.Warning : FindingLevel.Note, call, $"{function.Name}() opens a session with each call and never closes it: its connection and its objects stay until it is collected", "Open it in a with statement");
            }
        }
    }

    private static IEnumerable<Finding> PerCall(RuleContext context, RuleDescriptor rule, string makers, string releases, Func<RuleContext, RuleDescriptor, Call, Repetition, Finding?> tell)
    {
        var names = LibraryData.Instance.Set(makers);
        foreach (var call in context.NamedCalls.Names.Where(names.Contains).SelectMany(context.NamedCalls.Of))
        {
            if (context.Code.FunctionAround(call) is not FunctionDef function || Repetitions.Of(context, call) is var often && often is Repetition.Few || IsCached(context, function) || IsMadeOnce(context, call))
            {
                continue;
            }

            var thing = LocalThing.Of(context, call, LibraryData.Instance.Set(releases));
            if (!thing.Escapes && !thing.IsReleased && tell(context, rule, call, often) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? OfEngine(RuleContext context, RuleDescriptor rule, Call call, Repetition often)
    {
        // What is dropped at once never had a connection.
        if (context.Code.ParentOf(call) is Expr || NamedCalls.HasUnseenArguments(call) || (call.Keywords.FirstOrDefault(static keyword => keyword.Name is "poolclass") is { } pool && (context.Names.Resolve(pool.Value) is not { } name || LibraryData.Instance.Set("records.noPools").Contains(name.Text))))
        {
            return null;
        }

        return UncountedFinding.Of(rule, often is Repetition.Many ? FindingLevel.Warning : FindingLevel.Note, call, "Each call makes an engine with a pool of connections of its own, and none is disposed of", "Make one engine when the program starts, or call dispose() when this one is done");
    }

    private static Finding? OfClient(RuleContext context, RuleDescriptor rule, Call call, Repetition often) => often is not Repetition.Many || !IsPlainlyRepeated(context, call) ? null
        : UncountedFinding.Of(rule, FindingLevel.Warning, call, "A client is made for each call, with connections and tables of its own, and never closed", "Make one client when the program starts, and use it from there");

    /// <summary>A loop stands around it, or a framework calls: what a helper makes that somebody calls in a loop costs time, and is collected.</summary>
    private static bool IsPlainlyRepeated(RuleContext context, Call call) =>
        Repetitions.LoopAround(context, call) is not null || (context.Code.FunctionAround(call) is FunctionDef function && Repetitions.IsHandler(context, function));

    /// <summary>The first call makes it, and all others find it.</summary>
    private static bool IsMadeOnce(RuleContext context, Call call) => context.Code.Around(call).TakeWhile(static around => around is not FunctionDef)
        .Any(static around => around is If { Test: Compare { Operators: [CompareOperator.Is or CompareOperator.NotIn] } or UnaryOp { Operator: UnaryOperator.Not } });

    private static bool IsCached(RuleContext context, FunctionDef function) => Lifetimes.Caching.IsCached(context, function);
}
