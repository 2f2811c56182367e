using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Statements.</summary>
internal sealed partial class Evaluator
{
    private Completion ExecuteBody(ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            var completion = Execute(statement);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    private Completion Execute(Statement statement)
    {
        _budget.Step();
        switch (statement)
        {
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
                Assign(annotated.Target, Evaluate(value));
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
                return Completion.Normal;
            case Delete delete:
                ExecuteDelete(delete);
                return Completion.Normal;
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
                EvaluateOptional(raise.Exception);
                EvaluateOptional(raise.Cause);
                return Completion.Raise;
            case With with:
                return ExecuteWith(with);
            case Try attempt:
                return ExecuteTry(attempt);
            case Match match:
                return ExecuteMatch(match);
            case Assert assert:
                return Test(assert.Test) == false ? Completion.Raise : Completion.Normal;
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
        var test = Test(branch.Test);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        return test switch
        {
            true => ExecuteBody(branch.Body),
            false => ExecuteBody(branch.OrElse),
            null => Fork(() => ExecuteBody(branch.Body), () => ExecuteBody(branch.OrElse)),
        };
    }

    private Completion ExecuteReturn(Return statement)
    {
        var value = EvaluateOptional(statement.Value);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        _frame.ReturnValue = Value.Join(_frame.ReturnValue, value.IsAbsent ? Value.None : value);
        return Completion.Return;
    }

    private Completion ExecuteWith(With with)
    {
        var managers = new List<Value>();
        foreach (var item in with.Items)
        {
            var manager = Evaluate(item.Context);
            managers.Add(manager);
            var entered = CallSpecial(manager, "__enter__", CallArguments.None, item.Context) ?? Value.Unknown;
            if (item.Target is { } target)
            {
                Assign(target, entered);
            }
        }

        var completion = ExecuteBody(with.Body);
        for (var i = managers.Count - 1; i >= 0; i--)
        {
            CallSpecial(managers[i], "__exit__", new CallArguments([Value.None, Value.None, Value.None], []), with.Items[i].Context);
        }

        return completion;
    }

    private Completion ExecuteTry(Try attempt)
    {
        var pending = _frame.Pending.Count;
        var completion = ExecuteBody(attempt.Body);
        if (!attempt.Handlers.IsEmpty)
        {
            // What was thrown inside lands in a handler; the state it left behind is close to the present one.
            _frame.Pending.RemoveAll(exit => exit.Completion == Completion.Raise && _frame.Pending.IndexOf(exit) >= pending);
            completion = completion == Completion.Raise
                ? ExecuteHandlers(attempt.Handlers, 0)
                : Fork(
                    () => completion == Completion.Normal ? ExecuteBody(attempt.OrElse) : completion,
                    () => ExecuteHandlers(attempt.Handlers, 0));
        }
        else if (completion == Completion.Normal)
        {
            completion = ExecuteBody(attempt.OrElse);
        }

        var final = ExecuteBody(attempt.FinalBody);
        return final == Completion.Normal ? completion : final;
    }

    private Completion ExecuteHandlers(ImmutableArray<ExceptHandler> handlers, int index)
    {
        var handler = handlers[index];
        if (index == handlers.Length - 1)
        {
            return ExecuteHandler(handler);
        }

        return Fork(() => ExecuteHandler(handler), () => ExecuteHandlers(handlers, index + 1));
    }

    private Completion ExecuteHandler(ExceptHandler handler)
    {
        if (handler.Name is { } name)
        {
            SetName(name, Value.Unknown);
        }

        return ExecuteBody(handler.Body);
    }

    private Completion ExecuteMatch(Match match)
    {
        Evaluate(match.Subject);
        return ExecuteCases(match.Cases, 0);
    }

    private Completion ExecuteCases(ImmutableArray<MatchCase> cases, int index)
    {
        if (index >= cases.Length)
        {
            return Completion.Normal;
        }

        var current = cases[index];
        Capture(current.Pattern);
        if (current.Pattern is MatchAs { Pattern: null } && current.Guard is null)
        {
            return ExecuteBody(current.Body);
        }

        return Fork(() => ExecuteBody(current.Body), () => ExecuteCases(cases, index + 1));
    }

    private void Capture(Pattern pattern)
    {
        var name = pattern switch
        {
            MatchAs capture => capture.Name,
            MatchStar star => star.Name,
            MatchMapping mapping => mapping.Rest,
            _ => null,
        };
        if (name is not null)
        {
            SetName(name, Value.Unknown);
        }

        var inner = pattern switch
        {
            MatchAs { Pattern: { } single } => [single],
            MatchOr or => or.Patterns,
            MatchSequence sequence => sequence.Patterns,
            MatchMapping mapping => mapping.Patterns,
            MatchClass match => match.Patterns.AddRange(match.KeywordPatterns),
            _ => ImmutableArray<Pattern>.Empty,
        };
        foreach (var part in inner)
        {
            Capture(part);
        }
    }

    private void ExecuteAssign(Assign assign)
    {
        var value = Evaluate(assign.Value);
        foreach (var target in assign.Targets)
        {
            Assign(target, value);
        }
    }

    private void ExecuteDelete(Delete delete)
    {
        foreach (var target in delete.Targets)
        {
            switch (target)
            {
                case Name name:
                    SetName(name.Id, Value.Absent);
                    break;
                case Subscript subscript:
                    DeleteItem(Evaluate(subscript.Value), subscript.Index);
                    break;
                case Attribute attribute when Evaluate(attribute.Value).Reference is { } owner:
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
                foreach (var alias in import.Names)
                {
                    var top = alias.AsName ?? alias.Name.Split('.')[0];
                    SetName(top, Value.Of(new KnownThing(alias.AsName is null ? top : alias.Name, IsModule: true)));
                }

                break;
            case ImportFrom import:
                foreach (var alias in import.Names)
                {
                    SetName(alias.AsName ?? alias.Name, import.Level == 0 ? Value.Of(new KnownThing(import.ModuleName + "." + alias.Name)) : Value.Unknown);
                }

                break;
            default:
                break;
        }
    }
}
