using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Kinds.Cleanup;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Diagnostics;

/// <summary>What is switched on and never off again is switched off: at the end of the function, when the block is left, or by the wrapper.</summary>
internal sealed class StopInFinally : FixProvider
{
    public override string Kind => "stop-in-finally";

    public override ImmutableArray<string> Rules => ["LL302", "LL304", "LL306"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } start || context.Code.StatementAround(start) is not Expr statement || EndInFinally.SwitchOf(context, start) is not { } names
            || context.Code.FunctionAround(start) is not FunctionDef function || HasEnd(context, function, names.Off))
        {
            yield break;
        }

        var writer = context.Write();
        var stop = StopOf(context, writer, start, names.Off) + "()";
        var title = $"Call {stop} in a finally";
        var exit = function.Name is "__enter__" && context.Code.ClassOf(function) is { } type ? Definitions.MethodOf(context.Rules, type, "__exit__") : null;
        if (exit is not null)
        {
            title = $"Call {stop} in __exit__";
            InExit(writer, exit, stop);
        }
        else if (function.Body.OfType<FunctionDef>().FirstOrDefault(inner => IsWrapper(function, inner)) is { } wrapper)
        {
            title = $"Trace each call of {wrapper.Name}(), and no longer";
            writer.Remove(statement, context.Code.BlockOf(statement));
            InWrapper(writer, wrapper, context.TextOf(start), stop);
        }
        else if (Ways.Behind(context.Code.BlockOf(statement), statement) is { IsEmpty: false } behind && function.Name is not ("__enter__" or "__init__"))
        {
            writer.EndInFinally(behind, stop);
        }
        else
        {
            writer.Decline();
        }

        foreach (var fix in writer.Done(title, Applicability.Unsafe, "it is off when this is done"))
        {
            yield return fix;
        }
    }

    private static void InExit(SourceWriter writer, FunctionDef exit, string stop)
    {
        if (CodeBlocks.FirstBelowDocstring(exit.Body) is not { } first)
        {
            writer.Decline();
        }
        else if (first is Pass)
        {
            writer.Replace(first, stop);
        }
        else
        {
            writer.InsertBefore(first, stop);
        }
    }

    private static void InWrapper(SourceWriter writer, FunctionDef wrapper, string start, string stop)
    {
        if (CodeBlocks.FirstBelowDocstring(wrapper.Body) is not { } first)
        {
            writer.Decline();
            return;
        }

        writer.InsertBefore(first, start).EndInFinally([.. wrapper.Body.SkipWhile(statement => !ReferenceEquals(statement, first))], stop);
    }

    private static bool IsWrapper(FunctionDef outer, FunctionDef inner) => outer.Body.Any(statement => statement is Return { Value: Name { Id: var name } } && string.Equals(name, inner.Name, StringComparison.Ordinal));

    private static bool HasEnd(FixContext context, FunctionDef function, FrozenSet<string> off) =>
        context.Code.Calls.Any(call => context.Code.IsInside(call, function) && context.Rules.Names.TryResolve(call.Function, out var name) && off.Contains(name.Text));

    /// <summary>Written as the start is: <c>tracemalloc.start</c> gives <c>tracemalloc.stop</c>.</summary>
    private static string StopOf(FixContext context, SourceWriter writer, Call start, FrozenSet<string> off)
    {
        var name = context.Rules.Names.Resolve(start.Function)?.Text ?? string.Empty;
        var module = name[..Math.Max(0, name.LastIndexOf('.'))];
        var stop = off.Where(other => other.StartsWith(module + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (stop is null)
        {
            writer.Decline();
            return string.Empty;
        }

        var last = stop[(stop.LastIndexOf('.') + 1)..];
        return start.Function is Attribute method ? $"{context.TextOf(method.Value)}.{last}" : writer.Import(module, last, start);
    }
}
