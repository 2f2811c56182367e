using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <content>
/// Functions that call themselves with numbers that count on: <c>f(k - 1)</c>. What they do at the end of that may be what matters, and three calls inside each other do not come there.
/// </content>
internal sealed partial class Evaluator
{
    /// <summary>Functions of which all was seen, or that go deeper than is followed.</summary>
    private readonly HashSet<SyntaxNode> _descended = new(ReferenceEqualityComparer.Instance);

    /// <summary>Forks of which a branch runs now.</summary>
    private int _openForks;

    /// <summary>The arguments decide how deep it goes, and there is code in it to which no call has come yet: one way down is followed.</summary>
    private bool MayDescend(FunctionValue definition, CallArguments arguments)
    {
        if (_budget.IsHurried || _descended.Contains(definition.Definition) || !HasKnownNumber(arguments) || RoundOf(definition) is not { } round)
        {
            return false;
        }

        foreach (var one in round)
        {
            if (!_descended.Contains(one) && HasUnseen(one))
            {
                return true;
            }
        }

        _descended.Add(definition.Definition);
        return false;
    }

    /// <summary>A call with known numbers is not followed: what no call came to may still come.</summary>
    private void NoteUnseenDescent(FunctionValue definition, CallArguments arguments)
    {
        if (IsExact || !HasKnownNumber(arguments) || RoundOf(definition) is not { } round)
        {
            return;
        }

        foreach (var one in round)
        {
            _descended.Add(one);
            _hurried.Add(one);
        }
    }

    /// <summary>The function and those through which it calls itself; null when it does not, or when it is not certain that it will.</summary>
    private List<SyntaxNode>? RoundOf(FunctionValue definition)
    {
        if (definition.Closure.Module.IsImported)
        {
            return null;
        }

        var round = new List<SyntaxNode> { definition.Definition };
        for (var frame = _frame; frame is not null && frame != ModuleFrame; frame = frame.Caller)
        {
            if (frame.Module.IsImported || frame.Pending.Count > 0 || frame.Loop is { MayLeave: true } or { UnknownTripsLeft: not null })
            {
                return null;
            }

            if (ReferenceEquals(frame.Scope, definition.Scope))
            {
                return frame.OpenForks == _openForks ? round : null;
            }

            if (frame.Function?.Payload is FunctionValue between)
            {
                round.Add(between.Definition);
            }
        }

        return null;
    }

    private bool HasUnseen(SyntaxNode definition)
    {
        _budget.Step();
        var search = new UnfinishedCode(_reached, _harmless, countsBegun: true);
        definition.VisitChildren(search);
        return search.HasFound;
    }

    private static bool HasKnownNumber(CallArguments arguments)
    {
        foreach (var argument in arguments.Positional)
        {
            if (argument is { Kind: ValueKind.Int, Number.IsExact: true })
            {
                return true;
            }
        }

        return false;
    }
}
