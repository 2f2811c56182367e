using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>Whether an expression takes attributes of the object whose method it stands in.</summary>
internal sealed class SelfFinder : SyntaxVisitor
{
    private readonly CodeMap _code;

    public SelfFinder(CodeMap code) => _code = code;

    /// <summary>The class of that object; null when it takes none.</summary>
    public ClassDef? Type { get; private set; }

    public override void VisitAttribute(Python.Syntax.Attribute node)
    {
        Type ??= _code.ClassOfSelf(node);
        base.VisitAttribute(node);
    }
}
