using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>Whether code does anything besides showing something: printing, logging, remembering a maximum.</summary>
internal sealed class ActionFinder : SyntaxVisitor
{
    private readonly QualifiedNames _names;
    private readonly IReadOnlySet<string> _measured;
    private bool _acts;

    /// <param name="measured">Variables that hold what was measured.</param>
    public ActionFinder(QualifiedNames names, IReadOnlySet<string> measured)
    {
        _names = names;
        _measured = measured;
    }

    /// <summary>Something leaves a word where somebody may be looking for it: in a log, or as a warning.</summary>
    public bool Logs { get; private set; }

    public bool ActsIn(IEnumerable<Statement> block)
    {
        foreach (var statement in block)
        {
            Visit(statement);
        }

        return _acts;
    }

    public bool IsShown(Call call) => NameOf(call) is { } name
        ? DiagnosticData.Instance.Shown.Contains(name)
        : call.Function is Python.Syntax.Attribute method && DiagnosticData.Instance.ShownMethods.Contains(method.Name);

    public bool IsPure(Call call) => (NameOf(call) is { } name && DiagnosticData.Instance.Pure.Contains(name)) || call.Function is Python.Syntax.Attribute { Value: Constant or JoinedStr };

    public override void VisitCall(Call node)
    {
        _acts |= !IsShown(node) && !IsPure(node);
        Logs |= IsShown(node) && NameOf(node) is null or "warnings.warn" or ['l', 'o', 'g', 'g', 'i', 'n', 'g', '.', ..];
        DefaultVisit(node);
    }

    public override void VisitRaise(Raise node) => _acts = true;

    public override void VisitReturn(Return node) => _acts = true;

    public override void VisitBreak(Break node) => _acts = true;

    public override void VisitContinue(Continue node) => _acts = true;

    public override void VisitDelete(Delete node) => _acts = true;

    public override void VisitAssert(Assert node) => _acts = true;

    public override void VisitYield(Yield node) => _acts = true;

    /// <summary><c>peak = current</c> only remembers.</summary>
    public override void VisitAssign(Assign node)
    {
        _acts |= node.Value is not Name name || !_measured.Contains(name.Id);
        DefaultVisit(node);
    }

    public override void VisitAugAssign(AugAssign node) => _acts = true;

    private string? NameOf(Call call) => _names.Resolve(call.Function)?.Text;
}
