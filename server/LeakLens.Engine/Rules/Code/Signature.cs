using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Whether a call can be a call of a function: numbers and names of its arguments.</summary>
internal static class Signature
{
    /// <summary>What cannot be seen, such as <c>*rest</c>, is taken to fit.</summary>
    /// <param name="function">What may be called.</param>
    /// <param name="call">The call.</param>
    /// <param name="given">Arguments that are given without standing in the call: one for the object of a method.</param>
    public static bool Fits(FunctionDef function, Call call, int given)
    {
        if (NamedCalls.HasUnseenArguments(call))
        {
            return true;
        }

        var parameters = function.Parameters;
        var placed = call.Arguments.Length + given;
        var places = parameters.PositionalOnly.Length + parameters.Positional.Length;
        return (placed <= places || parameters.VarArgs is not null)
            && call.Keywords.All(keyword => parameters.KeywordArgs is not null || IsNamed(parameters, keyword.Name))
            && IsFilled(parameters, call, placed);
    }

    private static bool IsNamed(Arguments parameters, string? name) =>
        parameters.Positional.Any(parameter => IsCalled(parameter, name)) || parameters.KeywordOnly.Any(parameter => IsCalled(parameter, name));

    /// <summary>Nothing without a default is left out.</summary>
    private static bool IsFilled(Arguments parameters, Call call, int placed)
    {
        var places = parameters.PositionalOnly.Length + parameters.Positional.Length;
        for (var place = placed; place < places - parameters.Defaults.Length; place++)
        {
            var isPositionalOnly = place < parameters.PositionalOnly.Length;
            if (isPositionalOnly || !call.Keywords.Any(keyword => IsCalled(parameters.Positional[place - parameters.PositionalOnly.Length], keyword.Name)))
            {
                return false;
            }
        }

        for (var place = 0; place < parameters.KeywordOnly.Length; place++)
        {
            if (parameters.KeywordDefaults[place] is null && !call.Keywords.Any(keyword => IsCalled(parameters.KeywordOnly[place], keyword.Name)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCalled(Parameter parameter, string? name) => string.Equals(parameter.Name, name, StringComparison.Ordinal);
}
