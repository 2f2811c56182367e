using System.Collections.Immutable;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Statements.</summary>
internal sealed partial class PayloadTracer
{
    private const int MostTrips = 300_000;
    private const int TripsOfEndless = 500;

    /// <summary>Trips of an endless loop that is given up where none of them worked out a value.</summary>
    private const int TripsInVain = 3;

    private readonly Dictionary<Frame, ClassValue> _classes = new(ReferenceEqualityComparer.Instance);

    private Flow RunBody(ImmutableArray<Statement> body, Frame frame)
    {
        foreach (var statement in body)
        {
            if (Run(statement, frame) is var flow && flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Run(Statement statement, Frame frame)
    {
        Step();
        Reach(statement);
        switch (statement)
        {
            case Expr expression:
                Evaluate(expression.Value, frame);
                return Flow.Next;
            case Assign assign:
                RunAssign(assign, frame);
                return Flow.Next;
            case AnnAssign { Value: { } value } annotated:
                Bind(annotated.Target, Evaluate(value, frame), frame);
                return Flow.Next;
            case AugAssign augmented:
                RunAugmented(augmented, frame);
                return Flow.Next;
            case If branch:
                return RunIf(branch, frame);
            case For loop:
                return RunFor(loop, frame);
            case While loop:
                return RunWhile(loop, frame);
            case Try attempt:
                return RunTry(attempt, frame);
            case With with:
                return RunWith(with, frame);
            case FunctionDef function:
                Define(function, frame);
                return Flow.Next;
            case ClassDef type:
                Define(type, frame);
                return Flow.Next;
            case Return result:
                var given = result.Value is { } returned ? Evaluate(returned, frame) : new Traced(KnownNone.Instance);
                frame.Result = frame.Result is { } before ? Traced.Prefer(given, before) : given;
                return Flow.Return;
            default:
                return RunOther(statement, frame);
        }
    }

    private Flow RunOther(Statement statement, Frame frame)
    {
        switch (statement)
        {
            case Import import:
                RunImport(import, frame);
                return Flow.Next;
            case ImportFrom import:
                RunImport(import, frame);
                return Flow.Next;
            case Global global:
                frame.Declare(global.Names);
                return Flow.Next;
            case Nonlocal nonlocal:
                frame.Declare(nonlocal.Names);
                return Flow.Next;
            case Match match:
                Evaluate(match.Subject, frame);
                return RunEither([.. match.Cases.Select(static one => one.Body)], frame, mayBeNone: true);
            case Delete deletion:
                foreach (var target in deletion.Targets)
                {
                    Remove(target, frame);
                }

                return Flow.Next;
            case Raise raise:
                _ = raise.Exception is { } exception ? Evaluate(exception, frame) : Traced.Unknown;
                return Flow.Raise;
            case Break:
                return Flow.Break;
            case Continue:
                return Flow.Continue;
            default:
                return Flow.Next;
        }
    }

    private void RunAssign(Assign assign, Frame frame)
    {
        var value = Evaluate(assign.Value, frame);
        foreach (var target in assign.Targets)
        {
            Bind(target, value, frame);
        }
    }

    private void RunAugmented(AugAssign augmented, Frame frame)
    {
        var before = Evaluate(augmented.Target, frame);
        var more = Evaluate(augmented.Value, frame);
        if (before.Value is SequenceValue { Kind: SequenceKind.List or SequenceKind.Buffer } list && augmented.Operator is BinaryOperator.Add && Items(more) is { } items)
        {
            Step(items.Count);
            list.Items.AddRange(items);
            return;
        }

        Bind(augmented.Target, Operate(augmented.Operator, before, more), frame);
    }

    private Flow RunIf(If branch, Frame frame) => Truth(Evaluate(branch.Test, frame)) switch
    {
        true => RunBody(branch.Body, frame),
        false => RunBody(branch.OrElse, frame),
        _ => RunEither([branch.Body, branch.OrElse], frame, mayBeNone: false),
    };

    /// <summary>Each way from the same names; afterwards each name is what says more. It goes on where any of them does.</summary>
    private Flow RunEither(ImmutableArray<Statement>[] ways, Frame frame, bool mayBeNone)
    {
        Step(frame.Names.Count / 8);
        var before = frame.Save();
        var rest = mayBeNone ? before : null;
        var flow = mayBeNone ? Flow.Next : (Flow?)null;
        foreach (var way in ways)
        {
            frame.Restore(new Dictionary<string, Traced>(before, StringComparer.Ordinal));
            var own = RunBody(way, frame);
            flow = flow is null or not Flow.Next ? own : flow;
            if (own is not Flow.Next)
            {
                continue;
            }

            if (rest is not null)
            {
                frame.Merge(rest);
            }

            rest = frame.Save();
        }

        frame.Restore(rest ?? before);
        return flow ?? Flow.Next;
    }

    private Flow RunFor(For loop, Frame frame)
    {
        var iterable = Evaluate(loop.Iterable, frame);
        if (Items(iterable) is not { } items)
        {
            Bind(loop.Target, new Traced(null, iterable.From, iterable.Layers), frame);
            return Settle(RunEither([loop.Body], frame, mayBeNone: true));
        }

        for (var i = 0; i < items.Count && i < MostTrips; i++)
        {
            Bind(loop.Target, items[i], frame);
            switch (RunBody(loop.Body, frame))
            {
                case Flow.Break:
                    return Flow.Next;
                case Flow.Return:
                    return Flow.Return;
                case Flow.Raise:
                    return Flow.Raise;
                default:
                    break;
            }
        }

        return RunBody(loop.OrElse, frame);
    }

    private Flow RunWhile(While loop, Frame frame)
    {
        var most = loop.Test is Constant ? TripsOfEndless : MostTrips;
        var known = _known;
        for (var i = 0; i < most; i++)
        {
            if (i == TripsInVain && loop.Test is Constant && _known == known)
            {
                return Flow.Next;
            }

            var truth = Truth(Evaluate(loop.Test, frame));
            if (truth == false)
            {
                return RunBody(loop.OrElse, frame);
            }

            var flow = truth is null ? RunEither([loop.Body], frame, mayBeNone: true) : RunBody(loop.Body, frame);
            if (flow is Flow.Break || truth is null)
            {
                return Settle(flow);
            }

            if (flow is Flow.Return or Flow.Raise)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private static Flow Settle(Flow flow) => flow is Flow.Break or Flow.Continue ? Flow.Next : flow;

    /// <summary>Every handler may run: from the names as they were before, and as they are behind the body.</summary>
    private Flow RunTry(Try attempt, Frame frame)
    {
        var flow = RunBody(attempt.Body, frame);
        if (flow is Flow.Next)
        {
            flow = RunBody(attempt.OrElse, frame);
        }

        foreach (var handler in attempt.Handlers)
        {
            var before = frame.Save();
            var own = RunBody(handler.Body, frame);
            if (own is Flow.Next)
            {
                frame.Merge(before);
            }
            else
            {
                frame.Restore(before);
            }

            flow = flow is Flow.Raise ? own : flow;
        }

        return RunBody(attempt.FinalBody, frame) is var last && last != Flow.Next ? last : flow;
    }

    private Flow RunWith(With with, Frame frame)
    {
        foreach (var item in with.Items)
        {
            var context = Evaluate(item.Context, frame);
            if (item.Target is { } target)
            {
                Bind(target, context, frame);
            }
        }

        return RunBody(with.Body, frame);
    }

    private static void RunImport(Import import, Frame frame)
    {
        foreach (var alias in import.Names)
        {
            var name = alias.AsName is null ? alias.Name.Split('.')[0] : alias.Name;
            frame.Bind(alias.AsName ?? name, Library(name));
        }
    }

    private static void RunImport(ImportFrom import, Frame frame)
    {
        var module = new string('.', import.Level) + import.ModuleName;
        foreach (var alias in import.Names)
        {
            if (alias.Name is not "*")
            {
                frame.Bind(alias.AsName ?? alias.Name, Library(module.TrimEnd('.').Length == 0 ? module + alias.Name : module + "." + alias.Name));
            }
        }
    }
}
