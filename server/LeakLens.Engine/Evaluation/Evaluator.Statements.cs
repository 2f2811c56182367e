using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Statements.</summary>
internal sealed partial class Evaluator
{
    private Completion ExecuteBody(ImmutableArray<Statement> body)
    {
        for (var i = _frame.ResumeAt is null ? 0 : IndexOfResumed(body); i < body.Length; i++)
        {
            var completion = Execute(body[i]);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>The statement with the place where a generator stopped.</summary>
    private int IndexOfResumed(ImmutableArray<Statement> body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (IsResuming(body[i]))
            {
                return i;
            }
        }

        return 0;
    }

    private Completion Execute(Statement statement)
    {
        var completion = ExecuteCore(statement);
        if (completion != Completion.Suspend && !_frame.Module.IsImported)
        {
            _reached.Finish(statement.Start);
        }

        return completion;
    }

    private Completion ExecuteCore(Statement statement)
    {
        _budget.Step();
        if (!_frame.Module.IsImported && _reached.Reach(statement.Start))
        {
            _budget.BringNews();
        }

        if (IsExact && NeedsLook)
        {
            RequireRoom();
        }

        if (_heap.IsFull)
        {
            _heap.Commit();
            throw new BudgetSpentException();
        }

        switch (statement)
        {
            case Expr { Value: Constant }:
                return Completion.Normal;
            case Expr expression:
                Evaluate(expression.Value);
                return AfterCall();
            case Assign assign:
                ExecuteAssign(assign);
                return AfterCall();
            case AugAssign augmented:
                ExecuteAugAssign(augmented);
                return AfterCall();
            case AnnAssign { Value: { } value } annotated:
                AssignUnlessLeft(annotated.Target, Evaluate(value));
                return AfterCall();
            case If branch:
                return ExecuteIf(branch);
            case For loop:
                return ExecuteFor(loop);
            case While loop:
                return ExecuteWhile(loop);
            case Return result:
                return ExecuteReturn(result);
            case FunctionDef or ClassDef or Import or ImportFrom:
                ExecuteDefinition(statement);
                return AfterCall();
            case Delete delete:
                ExecuteDelete(delete);
                return AfterCall();
            default:
                return ExecuteRare(statement);
        }
    }

    private Completion ExecuteRare(Statement statement)
    {
        switch (statement)
        {
            case Break:
                return Completion.Break;
            case Continue:
                return Completion.Continue;
            case Raise raise:
                return ExecuteRaise(raise);
            case With with:
                return ExecuteWith(with);
            case Try attempt:
                return ExecuteTry(attempt);
            case Match match:
                return ExecuteMatch(match);
            case Assert assert:
                return ExecuteAssert(assert);
            default:
                return Completion.Normal;
        }
    }

    /// <summary>A call inside the statement may have turned out never to return.</summary>
    private Completion AfterCall()
    {
        var completion = _afterCall;
        _afterCall = Completion.Normal;
        return completion;
    }

    private Completion ExecuteIf(If branch)
    {
        if (_frame.ResumeAt is not null && !IsResuming(branch.Test))
        {
            return ExecuteBody(IsResuming(branch.Body) ? branch.Body : branch.OrElse);
        }

        var test = Test(branch.Test);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        return test switch
        {
            true => ExecuteBody(branch.Body),
            false => ExecuteBody(branch.OrElse),
            null => Fork(branch.Body, branch.OrElse),
        };
    }

    private Completion ExecuteReturn(Return statement)
    {
        var value = EvaluateOptional(statement.Value);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        // A second return, in a finally, replaces the first.
        _frame.ReturnValue = Value.Join(IsExact ? Value.Absent : _frame.ReturnValue, value.IsAbsent ? Value.None : value);
        return Completion.Return;
    }

    private void ExecuteAssign(Assign assign)
    {
        var value = Evaluate(assign.Value);
        foreach (var target in assign.Targets)
        {
            AssignUnlessLeft(target, value);
        }
    }

    /// <summary>A value that was not computed, because something on the way raised, is not stored either.</summary>
    private void AssignUnlessLeft(Expression target, Value value)
    {
        if (_afterCall == Completion.Normal)
        {
            Assign(target, value);
        }
    }

    private Completion ExecuteAssert(Assert assert)
    {
        var test = Test(assert.Test);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        if (test != false)
        {
            return Completion.Normal;
        }

        RaiseNew("AssertionError", EvaluateOptional(assert.Message), assert);
        return AfterCall();
    }

    private void ExecuteDelete(Delete delete)
    {
        foreach (var target in delete.Targets)
        {
            switch (target)
            {
                case Name name:
                    if (IsExact && GetName(name.Id) is { IsUnknown: true, Reference: null } && RequireName(name) is var _ && _afterCall != Completion.Normal)
                    {
                        return;
                    }

                    SetName(name.Id, Value.Absent);
                    break;
                case Subscript subscript:
                    DeleteItem(Evaluate(subscript.Value), subscript.Index);
                    break;
                case Attribute attribute when IsExact:
                    if (Evaluate(attribute.Value).Reference is { } holder && _afterCall == Completion.Normal)
                    {
                        DeleteAttribute(holder, attribute.Name, attribute);
                    }

                    break;
                case Attribute attribute when Evaluate(attribute.Value).Reference is { } owner:
                    Leave(owner.Get(SlotKey.Attribute(attribute.Name)), Value.Absent);
                    _heap.Set(owner, SlotKey.Attribute(attribute.Name), Value.Absent);
                    break;
                default:
                    break;
            }
        }
    }

    private void ExecuteDefinition(Statement statement)
    {
        switch (statement)
        {
            case FunctionDef function:
                SetName(function.Name, DefineFunction(function));
                break;
            case ClassDef type:
                SetName(type.Name, DefineClass(type));
                break;
            case Import import:
                Doubt("ImportError");
                foreach (var alias in import.Names)
                {
                    var top = alias.AsName ?? alias.Name.Split('.')[0];
                    SetName(top, Value.Of(new KnownThing(alias.AsName is null ? top : alias.Name, IsModule: true)));
                }

                break;
            case ImportFrom import:
                Doubt("ImportError");
                foreach (var alias in import.Names)
                {
                    _hasOpenNames |= alias.Name is "*";
                    SetName(alias.AsName ?? alias.Name, Imported(import, alias));
                }

                break;
            default:
                break;
        }
    }
}
