using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Seeded random numbers. The state changes with each call: only the exact run follows it, which never takes anything back. A
/// call that is not followed leaves a state that is not known.
/// </summary>
internal sealed partial class Evaluator
{
    private const string RandomType = "random.Random";

    /// <summary>The generator of the functions of <c>random</c> once they were seeded.</summary>
    private MersenneTwister? _sharedRandom;

    private Value? TryCallRandom(string qualifiedName, CallArguments arguments, SyntaxNode node)
    {
        const string Random = "random.";
        if (!_heap.IsExact)
        {
            return null;
        }

        if (string.Equals(qualifiedName, RandomType, StringComparison.Ordinal))
        {
            return NewRandom(arguments, node);
        }

        return qualifiedName.StartsWith(Random, StringComparison.Ordinal) ? TryDraw(qualifiedName[Random.Length..], ref _sharedRandom, arguments, node) : null;
    }

    private Value? TryCallRandomMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (!_heap.IsExact || target.Payload is not TypeModel { QualifiedName: RandomType })
        {
            return null;
        }

        var generator = target.Known as MersenneTwister;
        var result = TryDraw(name, ref generator, arguments, node);
        target.Known = generator;
        return result;
    }

    private Value? NewRandom(CallArguments arguments, SyntaxNode node)
    {
        if (Models.FindType(RandomType) is not { } type)
        {
            return null;
        }

        var made = MakeInstance(type, arguments, node);
        if (made.Reference is { } target)
        {
            target.Known = Seeded(arguments[0].IsAbsent ? arguments.Find("x") : arguments[0]);
        }

        return made;
    }

    private MersenneTwister? Seeded(Value seed)
    {
        var lifted = seed.IsAbsent || seed.Kind == ValueKind.None ? null : Lift(seed);
        _lifted.Clear();
        return lifted is null ? null : MersenneTwister.Of(lifted);
    }

    private Value? TryDraw(string name, ref MersenneTwister? generator, CallArguments arguments, SyntaxNode node)
    {
        if (name is "seed")
        {
            generator = Seeded(arguments[0].IsAbsent ? arguments.Find("a") : arguments[0]);
            return Value.None;
        }

        if (generator is null || name is "getstate")
        {
            return null;
        }

        var result = name switch
        {
            "choice" => Choose(generator, arguments[0], node),
            "shuffle" => Shuffle(generator, arguments[0]),
            "sample" => Sample(generator, arguments, node),
            "choices" => Choices(generator, arguments, node),
            _ => DrawNumber(generator, name, arguments, node),
        };
        if (result is null)
        {
            generator = null;
        }

        return result;
    }

    private Value? DrawNumber(MersenneTwister generator, string name, CallArguments arguments, SyntaxNode node)
    {
        if (KnownFunctions.Find(RandomType + "." + name) is not { } function || arguments.HasUnknownMore || Lift(arguments, Value.Absent) is not { } call)
        {
            _lifted.Clear();
            return null;
        }

        return Lower(Run(function, call with { Self = generator }), node);
    }

    private static int? LengthToPickFrom(Value items) => CountItems(items) is ({ IsExact: true, Low: <= int.MaxValue / 4 } count, not null) ? (int)count.Low : null;

    private Value PickAt(Value items, int index, SyntaxNode node) =>
        KnownText(items) is { } text ? CharacterAt(text, index, node) : ItemAt(items, CountItems(items).Kind, index, node);

    private Value? Choose(MersenneTwister generator, Value items, SyntaxNode node) => LengthToPickFrom(items) switch
    {
        null => null,
        0 => RaiseNew("IndexError", Value.OfText("Cannot choose from an empty sequence"), node),
        { } count => PickAt(items, generator.NextBelow(count), node),
    };

    private Value? Shuffle(MersenneTwister generator, Value list)
    {
        if (list.Reference?.Contents is not ItemContents items)
        {
            return null;
        }

        _budget.Step(1 + (items.Count / 4));
        var old = items.All.ToArray();
        items.Replace(Array.ConvertAll(RandomPicks.Shuffle(generator, old.Length), at => old[at]));
        return Value.None;
    }

    private Value? Sample(MersenneTwister generator, CallArguments arguments, SyntaxNode node)
    {
        var size = arguments[1].IsAbsent ? arguments.Find("k") : arguments[1];
        if (LengthToPickFrom(arguments[0]) is not { } count || size is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: var picks } } || !arguments.Find("counts").IsAbsent)
        {
            return null;
        }

        if (picks < 0 || picks > count)
        {
            return RaiseNew("ValueError", Value.OfText("Sample larger than population or is negative"), node);
        }

        // A small population is copied; of a large one only what is picked is remembered.
        _budget.Step(1 + (count / 16) + ((int)picks / 2));
        return Value.Of(NewList(Array.ConvertAll(RandomPicks.Sample(generator, count, (int)picks), at => PickAt(arguments[0], at, node)), picks, node));
    }

    private Value? Choices(MersenneTwister generator, CallArguments arguments, SyntaxNode node)
    {
        const int Most = 1_000_000;
        var size = arguments.Find("k") is { IsAbsent: false } given ? given : Value.OfInt(1);
        if (LengthToPickFrom(arguments[0]) is not { } count || size is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= Most and var picks } })
        {
            return null;
        }

        var weights = arguments[1].IsAbsent ? arguments.Find("weights") : arguments[1];
        var cumulated = arguments.Find("cum_weights");
        IReadOnlyList<double>? limits = null;
        if (!cumulated.IsAbsent || (!weights.IsAbsent && weights.Kind != ValueKind.None))
        {
            limits = LimitsOf(cumulated.IsAbsent ? weights : cumulated, adds: cumulated.IsAbsent);
            if (limits is null)
            {
                return null;
            }
        }

        _budget.Step(1 + (int)picks);
        if (RandomPicks.Choices(generator, count, (int)picks, limits) is not { } chosen)
        {
            return null;
        }

        var made = NewList(Array.ConvertAll(chosen, at => PickAt(arguments[0], at, node)), 0, node);
        _heap.SetMeta(made, Meta.StartLength, 0);
        return Value.Of(made);
    }

    private double[]? LimitsOf(Value weights, bool adds)
    {
        var items = Arithmetic.Items(Lift(weights));
        _lifted.Clear();
        if (items is null)
        {
            return null;
        }

        var limits = new double[items.Count];
        for (var i = 0; i < limits.Length; i++)
        {
            if (KnownCall.ToFloat(items[i]) is not { } weight)
            {
                return null;
            }

            limits[i] = adds && i > 0 ? limits[i - 1] + weight : weight;
        }

        return limits;
    }
}
