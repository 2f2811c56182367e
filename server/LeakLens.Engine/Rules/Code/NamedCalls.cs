using System.Collections.Immutable;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>The calls of a text by what is called: one pass for all rules that look for names of libraries.</summary>
internal sealed class NamedCalls
{
    private readonly Dictionary<string, List<Call>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Call>> _byMethod = new(StringComparer.Ordinal);

    private NamedCalls()
    {
    }

    /// <summary>The qualified names of all that is called.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    public static NamedCalls Of(IReadOnlyList<Call> calls, QualifiedNames names)
    {
        var found = new NamedCalls();
        foreach (var call in calls)
        {
            if (names.Resolve(call.Function) is { } name)
            {
                Add(found._byName, name.Text, call);
            }
            else if (call.Function is Attribute method)
            {
                Add(found._byMethod, method.Name, call);
            }
        }

        return found;
    }

    /// <summary>The calls of a function that imports or builtins name.</summary>
    public IReadOnlyList<Call> Of(string name) => _byName.TryGetValue(name, out var calls) ? calls : [];

    /// <summary>The calls of an attribute of something that no import names.</summary>
    public IReadOnlyList<Call> OfMethod(string method) => _byMethod.TryGetValue(method, out var calls) ? calls : [];

    /// <summary>An argument by its name or its place; null when it is not given. Not to be asked of what has <c>*args</c> or <c>**kwargs</c>.</summary>
    public static Expression? Argument(Call call, string name, int position = -1)
    {
        foreach (var keyword in call.Keywords)
        {
            if (string.Equals(keyword.Name, name, StringComparison.Ordinal))
            {
                return keyword.Value;
            }
        }

        return position >= 0 && position < call.Arguments.Length ? call.Arguments[position] : null;
    }

    /// <summary>It hands on arguments that somebody else chose: which, nobody sees here.</summary>
    public static bool HasUnseenArguments(Call call) => call.Arguments.Any(static argument => argument is Starred) || call.Keywords.Any(static keyword => keyword.Name is null);

    private static void Add(Dictionary<string, List<Call>> map, string key, Call call)
    {
        if (!map.TryGetValue(key, out var calls))
        {
            map[key] = calls = [];
        }

        calls.Add(call);
    }
}
