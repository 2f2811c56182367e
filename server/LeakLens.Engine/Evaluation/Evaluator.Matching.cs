using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>match</c> (Python reference, 8.6): patterns are tried in order; names are bound to the parts that they match.</summary>
internal sealed partial class Evaluator
{
    private Completion ExecuteMatch(Match match)
    {
        foreach (var one in match.Cases)
        {
            if (IsResuming(one.Body))
            {
                return ExecuteBody(one.Body);
            }
        }

        var subject = Evaluate(match.Subject);
        return AfterCall() is var broken and not Completion.Normal ? broken : ExecuteCases(match.Cases, 0, subject);
    }

    private Completion ExecuteCases(ImmutableArray<MatchCase> cases, int index, Value subject)
    {
        if (index >= cases.Length)
        {
            return Completion.Normal;
        }

        _budget.Step();
        var current = cases[index];
        var captures = new List<(string Name, Value Value)>();
        var matches = Matches(current.Pattern, subject, captures);
        if (matches == false)
        {
            return ExecuteCases(cases, index + 1, subject);
        }

        Completion Taken()
        {
            foreach (var (name, value) in captures)
            {
                SetName(name, value);
            }

            return current.Guard is null ? ExecuteBody(current.Body) : ExecuteIfTrue(current.Guard, () => ExecuteBody(current.Body), () => ExecuteCases(cases, index + 1, subject));
        }

        return matches == true ? Taken() : Fork(Taken, () => ExecuteCases(cases, index + 1, subject));
    }

    private Completion ExecuteIfTrue(Expression test, Func<Completion> yes, Func<Completion> no)
    {
        var truth = Test(test);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        return truth switch
        {
            true => yes(),
            false => no(),
            null => Fork(yes, no),
        };
    }

    private bool? Matches(Pattern pattern, Value subject, List<(string Name, Value Value)> captures)
    {
        switch (pattern)
        {
            case MatchValue literal:
                return CompareValues(CompareOperator.Eq, subject, Evaluate(literal.Value), literal);
            case MatchSingleton singleton:
                return MatchesSingleton(ConstantFolder.OfConstant(singleton.Value), subject);
            case MatchAs capture:
                var inner = capture.Pattern is null ? true : Matches(capture.Pattern, subject, captures);
                if (capture.Name is { } name && inner != false)
                {
                    captures.Add((name, subject));
                }

                return inner;
            case MatchOr several:
                return MatchesAny(several.Patterns, subject, captures);
            case MatchSequence sequence:
                return MatchesSequence(sequence, subject, captures);
            case MatchMapping mapping:
                return MatchesMapping(mapping, subject, captures);
            case MatchClass type:
                return MatchesClass(type, subject, captures);
            default:
                return null;
        }
    }

    private static bool? MatchesSingleton(Value singleton, Value subject)
    {
        if (subject.IsUnknown || subject.Kind == ValueKind.Union)
        {
            return null;
        }

        if (subject.Kind != singleton.Kind)
        {
            return false;
        }

        return singleton.Kind == ValueKind.None ? true : subject.Number.IsExact ? subject.Number == singleton.Number : null;
    }

    private bool? MatchesAny(ImmutableArray<Pattern> patterns, Value subject, List<(string Name, Value Value)> captures)
    {
        bool? any = false;
        foreach (var alternative in patterns)
        {
            var one = Matches(alternative, subject, captures);
            if (one == true)
            {
                return true;
            }

            any = one is null ? null : any;
        }

        return any;
    }

    private bool? MatchesSequence(MatchSequence pattern, Value subject, List<(string Name, Value Value)> captures)
    {
        if (subject.Reference is not { } sequence)
        {
            CaptureUnknown(pattern.Patterns, captures);
            return subject.IsUnknown || subject.Kind == ValueKind.Union ? null : false;
        }

        if (sequence.Kind is not (ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque or ObjectKind.Range))
        {
            CaptureUnknown(pattern.Patterns, captures);
            return IsExact && InstanceClassOf(subject) is { Payload: ClassValue definition } && (definition.IsEnum || IsAllKnown(definition)) ? false : sequence.Kind is ObjectKind.Native || ClassOf(sequence) is not null ? null : false;
        }

        var count = CountItems(subject).Count;
        var star = IndexOfStar(pattern.Patterns);
        var fits = CompareNumbers(star < 0 ? CompareOperator.Eq : CompareOperator.GtE, count - (star < 0 ? pattern.Patterns.Length : pattern.Patterns.Length - 1), pattern);
        if (fits == false)
        {
            return false;
        }

        var items = MatchesItems(pattern, subject, count, star, captures);
        return items == false ? false : fits is null ? null : items;
    }

    private static int IndexOfStar(ImmutableArray<Pattern> patterns)
    {
        for (var i = 0; i < patterns.Length; i++)
        {
            if (patterns[i] is MatchStar)
            {
                return i;
            }
        }

        return -1;
    }

    private bool? MatchesItems(MatchSequence pattern, Value subject, Quantity count, int star, List<(string Name, Value Value)> captures)
    {
        bool? all = true;
        for (var i = 0; i < pattern.Patterns.Length && all != false; i++)
        {
            if (pattern.Patterns[i] is MatchStar rest)
            {
                if (rest.Name is { } name)
                {
                    captures.Add((name, Value.Of(NewPart(subject, i, count - (pattern.Patterns.Length - 1), pattern))));
                }

                continue;
            }

            var index = star >= 0 && i > star ? count - (pattern.Patterns.Length - i) : (Quantity)i;
            var one = Matches(pattern.Patterns[i], ItemOf(subject, index, pattern), captures);
            all = one == false ? false : one is null ? null : all;
        }

        return all;
    }

    /// <summary>The item at a place, as exactly as the container knows it.</summary>
    private Value ItemOf(Value sequence, Quantity index, SyntaxNode node) =>
        sequence.Reference is { } owner && (IsExact || !_growths.HasGrown(owner)) ? ItemAt(sequence, CountItems(sequence).Kind, index, node) : ElementOf(sequence);

    /// <summary>The list that a starred name gets: <paramref name="length"/> items from <paramref name="start"/> on.</summary>
    private HeapObject NewPart(Value sequence, int start, Quantity length, SyntaxNode node)
    {
        const int MostKnown = 64;
        length = length.AtLeastZero();
        if (IsExact && ItemsOf(sequence, node) is { } items)
        {
            return NewList([.. items.Skip(start).Take((int)length.Low)], RoundUpToEven(length), node);
        }

        var part = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        if (length.IsExact && length.Low <= MostKnown && CountItems(sequence).Kind is not null)
        {
            for (var i = 0; i < length.Low; i++)
            {
                _heap.Set(part, SlotKey.Item(i), ItemOf(sequence, start + i, node));
            }
        }
        else
        {
            Hold(part, ElementOf(sequence), length);
        }

        SetTable(part, length, RoundUpToEven(length));
        return part;
    }

    private bool? MatchesMapping(MatchMapping pattern, Value subject, List<(string Name, Value Value)> captures)
    {
        if (subject.Reference is not { Kind: ObjectKind.Dict, IsSummary: false } dict)
        {
            CaptureUnknown(pattern.Patterns, captures);
            return IsExact && InstanceClassOf(subject) is { Payload: ClassValue definition } && (definition.IsEnum || IsAllKnown(definition)) ? false
                : subject.IsUnknown || subject.Kind == ValueKind.Union || subject.Reference is { Kind: ObjectKind.Dict or ObjectKind.Native or ObjectKind.Instance } ? null : false;
        }

        bool? all = true;
        for (var i = 0; i < pattern.Keys.Length && all != false; i++)
        {
            var key = Evaluate(pattern.Keys[i]);
            var held = HoldsKey(dict, key, pattern.Keys[i], Loops.KeyUse.Look);
            if (held == false)
            {
                return false;
            }

            var known = ConstantKey(key, isLiteral: true) is { } slot ? dict.Get(slot) : Value.Absent;
            var one = Matches(pattern.Patterns[i], known.IsAbsent ? ElementOf(subject) : known, captures);
            all = one == false ? false : one is null || held is null ? null : all;
        }

        if (all != false && pattern.Rest is { } rest)
        {
            captures.Add((rest, CopyWithout(dict, pattern)));
        }

        return all;
    }

    private Value CopyWithout(HeapObject dict, MatchMapping pattern)
    {
        var copy = CopyOf(Value.Of(dict), Value.Absent, pattern);
        if (copy.Reference is { } rest)
        {
            foreach (var key in pattern.Keys)
            {
                TakeKey(rest, Evaluate(key), key, isLiteral: true, mayMiss: true);
            }
        }

        return copy;
    }

    private bool? MatchesClass(MatchClass pattern, Value subject, List<(string Name, Value Value)> captures)
    {
        var type = Evaluate(pattern.Class);
        var isInstance = IsInstance(subject, type);
        if (isInstance == false)
        {
            return false;
        }

        bool? all = isInstance;
        for (var i = 0; i < pattern.Patterns.Length && all != false; i++)
        {
            var part = type.Thing is not null ? subject : MatchArgument(type, i) is { } name ? GetAttribute(subject, name, pattern) : Value.Unknown;
            var one = Matches(pattern.Patterns[i], part, captures);
            all = one == false ? false : one is null ? null : all;
        }

        for (var i = 0; i < pattern.KeywordPatterns.Length && all != false; i++)
        {
            var one = Matches(pattern.KeywordPatterns[i], GetAttribute(subject, pattern.KeywordNames[i], pattern), captures);
            all = one == false ? false : one is null ? null : all;
        }

        return all;
    }

    /// <summary>The attribute that a positional pattern looks at: from <c>__match_args__</c>, which dataclasses make of their fields.</summary>
    private static string? MatchArgument(Value type, int index)
    {
        if (type.Reference is not { Payload: ClassValue } owner)
        {
            return null;
        }

        if (FindInClass(owner, "__match_args__") is { Kind: ObjectKind.Tuple } names)
        {
            return names.Get(SlotKey.Item(index)).Text;
        }

        var fields = FieldsOf(owner);
        return index < fields.Count ? fields[index].Name : null;
    }

    private static void CaptureUnknown(ImmutableArray<Pattern> patterns, List<(string Name, Value Value)> captures)
    {
        foreach (var pattern in patterns)
        {
            switch (pattern)
            {
                case MatchAs { Name: { } name }:
                    captures.Add((name, Value.Unknown));
                    break;
                case MatchStar { Name: { } rest }:
                    captures.Add((rest, Value.Unknown));
                    break;
                default:
                    break;
            }

            CaptureUnknown(PartsOf(pattern), captures);
        }
    }

    private static ImmutableArray<Pattern> PartsOf(Pattern pattern) => pattern switch
    {
        MatchAs { Pattern: { } single } => [single],
        MatchOr or => or.Patterns,
        MatchSequence sequence => sequence.Patterns,
        MatchMapping mapping => mapping.Patterns,
        MatchClass match => match.Patterns.AddRange(match.KeywordPatterns),
        _ => [],
    };
}
