using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>What only <c>__del__</c> releases is released by a <c>close()</c> that a <c>with</c> statement calls.</summary>
internal sealed class FinalizerForOthers : FixProvider
{
    private static readonly string[] Taken = ["close", "__enter__", "__exit__"];

    public override string Kind => "close-method";

    public override ImmutableArray<string> Rules => ["LL404"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Nodes.FirstOrDefault() is not { } node || context.Code.FunctionAround(node) is not FunctionDef { Name: "__del__", Decorators: [] } finalizer || context.Code.ClassOf(finalizer) is not { } type
            || node is not (Call or Expr) || Taken.Any(name => Definitions.MethodOf(context.Rules, type, name) is not null)
            || finalizer.Parameters.PositionalOnly.AddRange(finalizer.Parameters.Positional) is not [var self] || context.Style.IndentOf(finalizer) is null)
        {
            return [];
        }

        var name = context.Tree.Text.Text.IndexOf("__del__", finalizer.Start, StringComparison.Ordinal);
        return context.Write().Replace(new Python.Text.TextSpan(name, "__del__".Length), "close")
            .InsertAfter(finalizer, string.Empty, $"def __enter__({self.Name}):", $"\treturn {self.Name}", string.Empty, $"def __exit__({self.Name}, *error):", $"\t{self.Name}.close()")
            .Done("Make it a close() that a with statement calls", Applicability.Unsafe, "nothing closes it any more unless somebody calls close()");
    }
}
