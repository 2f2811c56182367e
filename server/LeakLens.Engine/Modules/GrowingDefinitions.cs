using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Modules;

/// <summary>Goes through the definitions of a text: what can grow is looked at, all else when somebody names it.</summary>
internal sealed class GrowingDefinitions(Func<SyntaxNode, bool> canGrow, Action<SyntaxNode> open, Action<string, SyntaxNode> note) : SyntaxVisitor
{
    public void Enter(Statement statement, bool isOfModule)
    {
        switch (statement)
        {
            case FunctionDef function:
                if (canGrow(function))
                {
                    open(function);
                }
                else
                {
                    note(function.Name, function);
                    EnterAll(function.Body);
                }

                break;
            case ClassDef type:
                EnterClass(type);
                break;
            case Assign { Targets: [Name target], Value: not (Call or ListComp or SetComp or DictComp or BinOp) } when isOfModule:
                note(target.Id, statement);
                break;
            case AnnAssign { Target: Name target, Value: not (Call or ListComp or SetComp or DictComp or BinOp) } when isOfModule:
                note(target.Id, statement);
                break;
            case If or Try when isOfModule:
                Visit(statement);
                break;
            default:
                if (isOfModule)
                {
                    open(statement);
                }

                break;
        }
    }

    public override void VisitIf(If node)
    {
        open(node.Test);
        EnterModule(node.Body);
        EnterModule(node.OrElse);
    }

    public override void VisitTry(Try node)
    {
        EnterModule(node.Body);
        foreach (var handler in node.Handlers)
        {
            EnterModule(handler.Body);
        }

        EnterModule(node.OrElse);
        EnterModule(node.FinalBody);
    }

    private void EnterModule(ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            Enter(statement, isOfModule: true);
        }
    }

    private void EnterAll(ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            if (statement is FunctionDef or ClassDef)
            {
                Enter(statement, isOfModule: false);
            }
        }
    }

    /// <summary>Where a method grows something, its class matters, with its parents; where none does, the class matters when it is named.</summary>
    private void EnterClass(ClassDef type)
    {
        var grows = false;
        foreach (var statement in type.Body)
        {
            grows |= statement is FunctionDef method && canGrow(method);
        }

        if (grows)
        {
            foreach (var parent in type.Bases)
            {
                open(parent);
            }

            foreach (var decorator in type.Decorators)
            {
                open(decorator);
            }

            foreach (var statement in type.Body)
            {
                if (statement is FunctionDef { Name: "__init__" } or not (FunctionDef or ClassDef))
                {
                    open(statement);
                }
                else
                {
                    Enter(statement, isOfModule: false);
                }
            }
        }
        else
        {
            note(type.Name, type);
            EnterAll(type.Body);
        }
    }
}
