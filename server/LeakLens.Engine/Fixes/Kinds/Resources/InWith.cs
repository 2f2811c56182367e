using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>A file, socket, pool or process that one block uses is used in a <c>with</c> statement.</summary>
internal sealed class InWith : FixProvider
{
    /// <summary>They take what they read at once: nothing of it is left in what they give back.</summary>
    private static readonly FrozenSet<string> Eager = new[] { "load", "loads", "list", "tuple", "sorted", "set", "dict", "len", "sum", "max", "min", "any", "all", "str", "safe_load", "parse" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What can stand in a <c>with</c>, by itself or in <c>closing()</c>. Threads, timers and tasks cannot.</summary>
    private static readonly FrozenSet<string> Managers = new[] { "file", "mapping", "socket", "connection", "response", "session", "executor", "pool" }.ToFrozenSet(StringComparer.Ordinal);

    public override string Kind => "in-with";

    public override ImmutableArray<string> Rules => ["LL408", "LL406"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var use = context.Rules.Resources.FirstOrDefault(use => use.Call.Span == context.Finding.Span);
        if (use is null || (use.Resource.What is not "descriptor" && !CanStandInWith(context, use)))
        {
            return [];
        }

        return use.Fate switch
        {
            ResourceFate.Variable when use.Resource.What is "descriptor" => CloseDescriptor(context, use),
            ResourceFate.Variable when use.Place is Name name => OfVariable(context, use, name),
            ResourceFate.Unnamed => OfUnnamed(context, use),
            ResourceFate.Owned or ResourceFate.Discarded or ResourceFate.Kept => OfArgument(context, use),
            _ => [],
        };
    }

    private static bool CanStandInWith(FixContext context, ResourceUse use) =>
        context.Rules.Names.TryResolve(use.Call.Function, out var name) && name.Text.StartsWith("aiohttp.", StringComparison.Ordinal) ? false
        : Managers.Contains(use.Resource.What) || name?.Text is "subprocess.Popen";

    /// <summary><c>file = open(path)</c> and the statements up to its last use.</summary>
    private static IEnumerable<Fix> OfVariable(FixContext context, ResourceUse use, Name name)
    {
        if (context.Code.StatementAround(use.Call) is not Assign { Targets: [Name] } statement || !ReferenceEquals(statement.Value, use.Call) || context.Rules.Uses.OwnerOf(name) is not { } owner)
        {
            return [];
        }

        var block = context.Code.BlockOf(statement);
        var behind = Ways.Behind(block, statement);
        var used = context.Rules.Uses.UsesOf(owner).Where(other => !ReferenceEquals(other, name)).ToList();
        var last = behind.LastOrDefault(part => used.Exists(other => context.Code.IsInside(other, part)));
        if (last is null || used.Exists(static other => other.Context is not ExpressionContext.Load) || !used.TrueForAll(other => other.Start > statement.End && other.End <= last.End))
        {
            return [];
        }

        var isClosed = last is Expr { Value: Call { Arguments: [], Function: Attribute { Name: var method, Value: Name } } } && use.Resource.Release.Contains(method) && use.Resource.What is not "process";
        var inside = behind[..(behind.IndexOf(last) + (isClosed ? 0 : 1))];
        inside = isClosed || !inside.Any(part => IsLazy(context, part, used)) ? inside : behind;
        if (inside.IsEmpty)
        {
            return [];
        }

        var writer = context.Write();
        writer.Replace(statement, $"with {Manager(context, writer, use)} as {name.Id}:").Indent(inside[0], inside[^1]);
        _ = isClosed ? writer.Remove(last, block) : writer;
        return writer.Done($"Use {name.Id} in a with statement", use.Resource.Rule is "LL408" ? Applicability.Safe : Applicability.Unsafe, use.Resource.Rule is "LL408" ? null : "the end of the block waits for it");
    }

    /// <summary>What is bound to something made of it may still read from it.</summary>
    private static bool IsLazy(FixContext context, Statement part, List<Name> used) =>
        part is Assign { Value: GeneratorExp } || (part is Assign { Value: Call call } && !(call.Function is Name { Id: var name } && Eager.Contains(name)) && !(call.Function is Attribute { Name: var method } && Eager.Contains(method))
            && call.Arguments.Any(argument => used.Exists(use => ReferenceEquals(use, argument) && context.Code.IsInside(use, call))));

    /// <summary>It is used where it is made: <c>return open(path).read()</c>.</summary>
    private static IEnumerable<Fix> OfUnnamed(FixContext context, ResourceUse use) => Named(context, use);

    /// <summary>It is handed to what reads it at once, or walked through: <c>json.load(open(path))</c>.</summary>
    private static IEnumerable<Fix> OfArgument(FixContext context, ResourceUse use) => context.Code.ParentOf(use.Call) switch
    {
        For { IsAsync: false } => Named(context, use),
        Call { Function: Name { Id: var name } } when Eager.Contains(name) => Named(context, use),
        Call { Function: Attribute { Name: var method } } when Eager.Contains(method) => Named(context, use),
        _ => [],
    };

    private static IEnumerable<Fix> Named(FixContext context, ResourceUse use)
    {
        if (context.Code.StatementAround(use.Call) is not (Return or Assign or Expr or For or AugAssign) || context.Code.StatementAround(use.Call) is not { } statement || context.Code.Around(use.Call).TakeWhile(around => !ReferenceEquals(around, statement)).Any(static around => around is Lambda or Comprehension or IfExp or BoolOp))
        {
            return [];
        }

        var name = use.Resource.What;
        var function = context.Code.FunctionAround(statement);
        var scope = function is null ? context.Tree.GetScopes().Module : context.Tree.GetScopes().GetScope(function);
        if (scope.Find(name) is not null || (statement is For loop && !ReferenceEquals(loop.Iterable, use.Call)))
        {
            return [];
        }

        var writer = context.Write();
        var manager = Manager(context, writer, use);
        writer.InsertBefore(statement, $"with {manager} as {name}:").Indent(statement, statement).Replace(use.Call, name);
        return writer.Done($"Open the {name} in a with statement", Applicability.Safe);
    }

    /// <summary>A database's own <c>with</c> is a transaction, and does not close it.</summary>
    private static string Manager(FixContext context, SourceWriter writer, ResourceUse use)
    {
        var text = context.TextOf(use.Call);
        return use.Resource.What is "connection" ? $"{writer.Import("contextlib", "closing", use.Call)}({text})" : text;
    }

    private static IEnumerable<Fix> CloseDescriptor(FixContext context, ResourceUse use)
    {
        if (use.Place is not Name name || context.Code.StatementAround(use.Call) is not Assign statement || context.Rules.Uses.OwnerOf(name) is not { } owner)
        {
            return [];
        }

        var writer = context.Write();
        var close = $"{writer.Import("os", "close", use.Call)}({name.Id})";
        var behind = Ways.Behind(context.Code.BlockOf(statement), statement);
        var closing = behind.OfType<Expr>().LastOrDefault(part => string.Equals(context.TextOf(part.Value), close, StringComparison.Ordinal));
        var used = context.Rules.Uses.UsesOf(owner).Where(other => !ReferenceEquals(other, name)).ToList();
        var last = behind.LastOrDefault(part => used.Exists(other => context.Code.IsInside(other, part)));
        if (closing is not null && behind.IndexOf(closing) > 0)
        {
            writer.EndInFinally(behind[..(behind.IndexOf(closing) + 1)]);
        }
        else if (last is null)
        {
            writer.InsertAfter(statement, close);
        }
        else if (closing is null)
        {
            writer.EndInFinally(behind[..(behind.IndexOf(last) + 1)], close);
        }

        return writer.Done($"Close {name.Id}", Applicability.Safe);
    }
}
