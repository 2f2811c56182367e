using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Patterns;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>re.sub with a function of the program: it is called with each match, and what it gives takes the match's place.</summary>
internal sealed partial class Evaluator
{
    private Value? CallSubstitute(string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is "re.finditer" && Argument(arguments, 2, "flags").IsAbsent && PatternOf(Argument(arguments, 0, "pattern")) is { } sought)
        {
            return FindOneByOne(sought, Argument(arguments, 1, "string"), Value.Absent, Value.Absent, node);
        }

        if (name is not ("re.sub" or "re.subn") || !IsCallable(Argument(arguments, 1, "repl")) || !Argument(arguments, 4, "flags").IsAbsent)
        {
            return null;
        }

        return PatternOf(Argument(arguments, 0, "pattern")) is not { } compiled ? null : Substitute(compiled, Argument(arguments, 1, "repl"), Argument(arguments, 2, "string"), Argument(arguments, 3, "count"), name is "re.subn", node);
    }

    private static KnownPattern? PatternOf(Value pattern) => pattern.Reference?.Known as KnownPattern ?? (KnownText(pattern) is { } text ? KnownPattern.Of(text, PatternFlags.None) : null);

    /// <summary>Whoever looks through a long text for the first few matches need not find all of them.</summary>
    private Value? FindOneByOne(KnownPattern pattern, Value subject, Value start, Value end, SyntaxNode node)
    {
        if (KnownText(subject) is not { } text || !Points.AreUnits(text) || !IsPlace(start) || !IsPlace(end))
        {
            return null;
        }

        var from = start.IsAbsent ? 0 : (int)Math.Min(start.Number.Low, text.Length);
        var to = end.IsAbsent ? text.Length : (int)Math.Min(end.Number.Low, text.Length);
        var stream = NewStream(IterationKind.Matches, [subject], node);
        stream.Known = new MatchCursor(pattern, text, from, to);
        return Value.Of(stream);

        static bool IsPlace(Value value) => value.IsAbsent || value is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } };
    }

    private bool? NextMatch(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        _budget.Step();
        item = Value.Absent;
        if (iterator.Known is not MatchCursor cursor)
        {
            return null;
        }

        var match = cursor.Next(_work, out var isKnown);
        _budget.Step(_work.Take());
        if (!isKnown || match is null)
        {
            return isKnown ? false : null;
        }

        item = LowerMatch(match, value.Sources[0], node);
        return true;
    }

    private Value? CallPatternMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node) =>
        name is "finditer" && target.Known is KnownPattern sought ? FindOneByOne(sought, Argument(arguments, 0, "string"), Argument(arguments, 1, "pos"), Argument(arguments, 2, "endpos"), node)
        : name is "sub" or "subn" && target.Known is KnownPattern pattern && IsCallable(Argument(arguments, 0, "repl"))
            ? Substitute(pattern, Argument(arguments, 0, "repl"), Argument(arguments, 1, "string"), Argument(arguments, 2, "count"), name is "subn", node)
            : null;

    private static bool IsCallable(Value value) => value.Reference is { Kind: ObjectKind.Function or ObjectKind.BoundMethod };

    private Value? Substitute(KnownPattern pattern, Value function, Value subject, Value count, bool tellsCount, SyntaxNode node)
    {
        if (Lift(subject) is not string text || !Points.AreUnits(text))
        {
            _lifted.Clear();
            return null;
        }

        _lifted.Clear();
        var most = count is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 and <= int.MaxValue } given } ? (int)given.Low : int.MaxValue;
        if (pattern.FindAll(text, 0, text.Length, most, _work) is not { } found)
        {
            return null;
        }

        _budget.Step(_work.Take());
        var into = new StringBuilder();
        var from = 0;
        foreach (var match in found)
        {
            _budget.Step();
            var part = Call(function, new CallArguments([LowerMatch(match, subject, node)], []), node);
            if (_afterCall != Completion.Normal)
            {
                return Value.Unknown;
            }

            into.Append(text, from, match.Start(0) - from).Append(KnownText(part) ?? throw new NotDeterminedException());
            from = match.End(0);
            if (into.Length > KnownLimits.LongestText)
            {
                throw new NotDeterminedException();
            }
        }

        into.Append(text, from, text.Length - from);
        var result = found.Count == 0 ? subject : NewText(into.ToString(), node);
        return tellsCount ? Value.Of(NewTuple([result, NewInt(found.Count, node)], node)) : result;
    }

    /// <summary>The match holds the very text it was found in.</summary>
    private Value LowerMatch(KnownMatch match, Value subject, SyntaxNode node)
    {
        Lift(subject);
        return Lower(match, node) ?? throw new NotDeterminedException();
    }
}
