using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Fixes.Writing;

/// <summary>Looks for texts: the lines of one that spans several are its contents, not code, and must not be moved.</summary>
internal sealed class LongTexts : SyntaxVisitor
{
    private readonly List<TextSpan> _found = [];
    private readonly int _start;
    private readonly int _end;

    private LongTexts(int start, int end) => (_start, _end) = (start, end);

    public static List<TextSpan> Between(Module module, int start, int end)
    {
        var finder = new LongTexts(start, end);
        finder.Visit(module);
        return finder._found;
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case Constant { LiteralKind: ConstantKind.String or ConstantKind.Bytes } or JoinedStr or TemplateStr:
                if (node.Start >= _start && node.End <= _end)
                {
                    _found.Add(node.Span);
                }

                break;
            default:
                node.VisitChildren(this);
                break;
        }
    }
}
