using System.Globalization;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Calls whose arguments do not fit the parameters: the TypeErrors of Python/ceval.c, initialize_locals.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What a call is told that does not fit; null when it fits.</summary>
    private string? FindMisfit(HeapObject function, FunctionValue definition, CallArguments arguments)
    {
        var parameters = definition.Parameters;
        if (arguments.HasUnknownMore)
        {
            throw new NotDeterminedException();
        }

        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        var given = arguments.Positional.Count;
        if (arguments.Named.Count == 0 && given == positional.Length && parameters.KeywordOnly.IsEmpty)
        {
            return null;
        }

        var filled = new HashSet<string>(positional.Take(given).Select(static parameter => parameter.Name), StringComparer.Ordinal);
        return FindWrongName(parameters, arguments, filled) is { } wrong ? wrong
            : given > positional.Length && parameters.VarArgs is null ? TooMany(positional.Length, parameters.Defaults.Length, parameters.KeywordOnly.Count(parameter => filled.Contains(parameter.Name)), given)
            : FindMissing(function, positional.Select(static parameter => parameter.Name), filled, "positional")
            ?? FindMissing(function, parameters.KeywordOnly.Select(static parameter => parameter.Name), filled, "keyword-only");
    }

    private static string? FindWrongName(Arguments parameters, CallArguments arguments, HashSet<string> filled)
    {
        foreach (var (name, _) in arguments.Named)
        {
            if (HasParameter(parameters, name))
            {
                if (!filled.Add(name))
                {
                    return $"got multiple values for argument '{name}'";
                }
            }
            else if (parameters.KeywordArgs is null)
            {
                var misplaced = parameters.PositionalOnly.Select(static parameter => parameter.Name).Where(one => !arguments.Find(one).IsAbsent).ToList();
                return misplaced.Count > 0
                    ? $"got some positional-only arguments passed as keyword arguments: '{string.Join(", ", misplaced)}'"
                    : $"got an unexpected keyword argument '{name}'";
            }
        }

        return null;
    }

    private static string TooMany(int count, int optional, int others, int given)
    {
        var takes = optional > 0 ? string.Create(CultureInfo.InvariantCulture, $"from {count - optional} to {count}") : count.ToString(CultureInfo.InvariantCulture);
        var named = others == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" positional argument{PluralOf(given)} (and {others} keyword-only argument{PluralOf(others)})");
        return string.Create(CultureInfo.InvariantCulture, $"takes {takes} positional argument{(optional > 0 ? "s" : PluralOf(count))} but {given}{named} {(given == 1 && others == 0 ? "was" : "were")} given");
    }

    private static string PluralOf(int count) => count == 1 ? string.Empty : "s";

    private string? FindMissing(HeapObject function, IEnumerable<string> names, HashSet<string> filled, string kind) =>
        DescribeMissing(names.Where(name => !filled.Contains(name) && function.Get(SlotKey.Attribute(DefaultSlotOf(name))).IsAbsent).Select(static name => $"'{name}'").ToList(), kind);

    private static string? DescribeMissing(List<string> missing, string kind) =>
        missing.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"missing {missing.Count} required {kind} argument{PluralOf(missing.Count)}: {Enumerated(missing)}");

    /// <summary>As CPython lists names: <c>'a' and 'b'</c>, <c>'a', 'b', and 'c'</c>.</summary>
    private static string Enumerated(List<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{string.Join(", ", names.Take(names.Count - 1))}, and {names[^1]}",
    };

    /// <summary>False when the call raised, because its arguments do not fit.</summary>
    private bool FitsExactly(HeapObject function, FunctionValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (!IsExact || FindMisfit(function, definition, arguments) is not { } misfit)
        {
            return true;
        }

        RaiseText("TypeError", $"{QualifiedNameOf(definition)}() {misfit}", node);
        return false;
    }
}
