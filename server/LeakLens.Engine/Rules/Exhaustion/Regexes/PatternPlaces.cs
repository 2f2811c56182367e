using LeakLens.Engine.Known.Patterns;
using LeakLens.Engine.Known.Patterns.Backtracking;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Regexes;

/// <summary>Finds the patterns of a text: constants, sums of constants, and names that only a constant is bound to.</summary>
internal static class PatternPlaces
{
    private const int DeepestSum = 200;

    public static IEnumerable<PatternPlace> Of(RuleContext context)
    {
        foreach (var name in context.NamedCalls.Names)
        {
            if (!ExhaustionData.Instance.Patterns.TryGetValue(name, out var shapes))
            {
                continue;
            }

            foreach (var call in context.NamedCalls.Of(name))
            {
                if (Of(context, call, shapes[0]) is { } place)
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>The pattern of one call; null when it is not known, or its flags are not.</summary>
    public static PatternPlace? Of(RuleContext context, Call call, PatternCall shape)
    {
        if (NamedCalls.Argument(call, shape.Keyword, shape.Position) is not { } node || IsOfProgram(context, call, shape) || TextOf(context, node, DeepestSum) is not { } text)
        {
            return null;
        }

        var given = NamedCalls.Argument(call, "flags", shape.Flags);
        return (given is null ? PatternFlags.None : FlagsOf(context, given)) is { } flags
            ? new PatternPlace(node, text.Text, flags | (text.IsBytes ? PatternFlags.Ascii : PatternFlags.None), shape.Use is { } use ? [use] : UsesOf(context, call), shape.Use is null ? TriesOf(context, call) : [call], shape.IsUntrusted)
            : null;
    }

    /// <summary>The text that is searched is the program's own: a constant, or the path of its file.</summary>
    private static bool IsOfProgram(RuleContext context, Call call, PatternCall shape) => shape.Subject >= 0 && NamedCalls.Argument(call, "string", shape.Subject) is { } subject
        && ConstantValues.Of(context, subject) is Constant or Name { Id: "__file__" or "__name__" };

    public static PatternUse UseOf(string method) => method switch
    {
        "fullmatch" => PatternUse.FullMatch,
        "match" => PatternUse.Match,
        _ => PatternUse.Search,
    };

    /// <summary>How a compiled pattern is tried: by the methods of the name that holds it; in every way when that is not seen.</summary>
    private static PatternUse[] UsesOf(RuleContext context, Call compiling)
    {
        var uses = HoldersOf(context, compiling).Select(static method => UseOf(method.Name)).Distinct().ToArray();
        return uses.Length == 0 ? [PatternUse.Search] : uses;
    }

    /// <summary>Where a compiled pattern is tried; nowhere when a method of it is kept for somebody else.</summary>
    private static Attribute[] TriesOf(RuleContext context, Call compiling)
    {
        var holders = HoldersOf(context, compiling);
        return Array.TrueForAll(holders, method => context.Code.ParentOf(method) is Call call && ReferenceEquals(call.Function, method)) ? holders : [];
    }

    /// <summary>The methods of a compiled pattern that are seen.</summary>
    private static Attribute[] HoldersOf(RuleContext context, Call compiling) => context.Code.ParentOf(compiling) switch
    {
        Attribute method => [method],
        Assign { Targets: [var target] } => [.. context.UsesOf(target).Select(context.Code.ParentOf).OfType<Attribute>()],
        _ => [],
    };

    private static (string Text, bool IsBytes)? TextOf(RuleContext context, Expression node, int depth) => node switch
    {
        _ when depth == 0 => null,
        Constant { Value: string text } => (text, false),
        Constant { Value: byte[] bytes } => (System.Text.Encoding.Latin1.GetString(bytes), true),
        BinOp { Operator: BinaryOperator.Add } sum when TextOf(context, sum.Left, depth - 1) is { } left && TextOf(context, sum.Right, depth - 1) is { } right => (left.Text + right.Text, left.IsBytes),
        Name name when Definitions.OnlyValue(context, name) is { } value => TextOf(context, value, depth / 2),
        _ => null,
    };

    private static PatternFlags? FlagsOf(RuleContext context, Expression given) => given switch
    {
        Constant { Value: long number } => (PatternFlags)number,
        BinOp { Operator: BinaryOperator.BitOr or BinaryOperator.Add } both when FlagsOf(context, both.Left) is { } left && FlagsOf(context, both.Right) is { } right => left | right,
        Name or Attribute => context.Names.Resolve(given)?.Text switch
        {
            "re.I" or "re.IGNORECASE" => PatternFlags.IgnoreCase,
            "re.M" or "re.MULTILINE" => PatternFlags.Multiline,
            "re.S" or "re.DOTALL" => PatternFlags.DotAll,
            "re.X" or "re.VERBOSE" => PatternFlags.Verbose,
            "re.A" or "re.ASCII" => PatternFlags.Ascii,
            "re.U" or "re.UNICODE" => PatternFlags.Unicode,
            _ => null,
        },
        _ => null,
    };
}
