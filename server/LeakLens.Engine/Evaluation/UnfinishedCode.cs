using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Looks at the statements of one body. What is defined in it runs when it is called, and is looked at for itself.</summary>
/// <param name="harmless">What is harmless whether it was seen or not.</param>
/// <param name="countsBegun">What was begun counts as seen: it may be what runs now.</param>
internal sealed class UnfinishedCode(ReachedCode reached, HarmlessCode harmless, bool countsBegun = false) : SyntaxVisitor
{
    public bool HasFound { get; private set; }

    public override void VisitFunctionDef(FunctionDef node) => Look(node);

    public override void VisitClassDef(ClassDef node) => Look(node);

    protected override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case Expression:
                return;
            case If or With or Try or Match:
                HasFound |= !reached.IsReached(node.Start) && !(node is If branch && harmless.IsHarmless(branch));
                break;
            case Statement statement:
                Look(statement);
                break;
        }

        node.VisitChildren(this);
    }

    private void Look(Statement statement) =>
        HasFound |= !reached.IsFinished(statement.Start) && !IsPlainLeave(statement) && !(reached.IsReached(statement.Start) && (countsBegun || EndsWithItsCall(statement))) && !harmless.IsHarmless(statement);

    /// <summary>It gives back what is there anyway, or nothing: whoever called and was not followed has been told that anything may come of it.</summary>
    private static bool IsPlainLeave(Statement statement) => statement switch
    {
        Pass or Break or Continue => true,
        Return { Value: var value } => value is null || IsSmall(value),
        _ => false,
    };

    private static bool IsSmall(Expression value) => value switch
    {
        Constant or Name => true,
        Attribute attribute => IsSmall(attribute.Value),
        UnaryOp unary => IsSmall(unary.Operand),
        List { Elements.IsEmpty: true } or Dict { Values.IsEmpty: true } => true,
        _ => false,
    };

    /// <summary>Nothing of it is left to do when the call that it makes has ended.</summary>
    private static bool EndsWithItsCall(Statement statement) => statement switch
    {
        Expr { Value: Call call } => IsPlain(call),
        Return { Value: Call call } => IsPlain(call),
        Assign { Value: Call call } assign => IsPlain(call) && assign.Targets.All(static target => target is Name),
        _ => false,
    };

    private static bool IsPlain(Call call) =>
        IsPlain(call.Function) && call.Arguments.All(IsPlain) && call.Keywords.All(static keyword => IsPlain(keyword.Value));

    private static bool IsPlain(Expression expression) => expression switch
    {
        Name or Constant => true,
        Attribute attribute => IsPlain(attribute.Value),
        Starred starred => IsPlain(starred.Value),
        _ => false,
    };
}
