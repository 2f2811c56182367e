using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Looks at the statements of one body. What is defined in it runs when it is called, and is looked at for itself.</summary>
internal sealed class UnfinishedCode(ReachedCode reached) : SyntaxVisitor
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
                HasFound |= !reached.IsReached(node.Start);
                break;
            case Statement statement:
                Look(statement);
                break;
        }

        node.VisitChildren(this);
    }

    private void Look(Statement statement) =>
        HasFound |= !reached.IsFinished(statement.Start) && !(reached.IsReached(statement.Start) && EndsWithItsCall(statement));

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
