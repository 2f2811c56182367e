using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Looks in a <c>__getitem__</c> for what may end a loop over its object: a part of something else that is read or asked for, a <c>raise</c>.</summary>
internal sealed class IndexReads : SyntaxVisitor
{
    private bool _found;

    private IndexReads()
    {
    }

    public static bool Has(FunctionDef method)
    {
        var finder = new IndexReads();
        finder.VisitAll(method.Body);
        return finder._found;
    }

    public override void VisitSubscript(Subscript node) => _found = true;

    public override void VisitCall(Call node) => _found = true;

    public override void VisitRaise(Raise node) => _found = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }
}
