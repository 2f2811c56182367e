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

    public override void VisitAssert(Assert node) => _asserts = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }
}
