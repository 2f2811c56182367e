using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>A function that asserts, and that only the module itself runs, below <c>if __name__ == "__main__"</c>: what it takes for a moment is why somebody wrote it.</summary>
internal sealed class SelfTests : SyntaxVisitor
{
    private bool _asserts;

    public static bool Is(RuleContext context, SyntaxNode place)
    {
        if (context.Code.FunctionAround(place) is not FunctionDef function || !MainBlock.IsIn(context.Tree.Root))
        {
            return false;
        }

        var finder = new SelfTests();
        finder.VisitAll(function.Body);
        return finder._asserts && AttendedCode.Is(context, place, withCommands: false);
    }

    /// <summary>
    /// Below <c>if __name__ == "__main__"</c> of a module that is there for its functions and classes: the block itself, or a function that only the block calls
    /// and that makes an object of a class of the module. Whoever runs that looks at it.
    /// </summary>
    public static bool IsDemonstration(RuleContext context, SyntaxNode place)
    {
        var function = context.Code.FunctionAround(place);
        return function is null
            ? IsBelowMain(context, place) && context.Tree.Root.Body.Any(static statement => statement is ClassDef or FunctionDef)
            : function is FunctionDef named && IsCalledBelowMain(context, named) && context.Code.Calls.Any(call => IsShown(context, call) && ReferenceEquals(context.Code.FunctionAround(call), function));
    }

    private static bool IsBelowMain(RuleContext context, SyntaxNode place) => context.Code.Around(place).Any(MainBlock.Is);

    private static bool IsCalledBelowMain(RuleContext context, FunctionDef function) =>
        context.Code.FunctionAround(function) is null && context.Code.ClassOf(function) is null && context.Tree.GetScopes(context.Cancellation).Module.Find(function.Name) is { } symbol
        && context.Uses.UsesOf(symbol) is { Count: > 0 } uses && uses.All(use => context.Code.FunctionAround(use) is null && IsBelowMain(context, use));

    /// <summary>Its class is derived from one that stands elsewhere: a part of something larger, and not of a script.</summary>
    private static bool IsShown(RuleContext context, Call call) =>
        Definitions.ClassOf(context, call.Function) is { } type && type.Bases.Any(parent => Definitions.ClassOf(context, parent) is null && context.Names.Resolve(parent)?.Text is { } name && !name.StartsWith("builtins.", StringComparison.Ordinal));

    public override void VisitAssert(Assert node) => _asserts = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }
}
