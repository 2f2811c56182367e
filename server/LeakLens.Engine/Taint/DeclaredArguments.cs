using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>Arguments of a command line as a parser of the file declares them: by name, what may be given for each.</summary>
internal sealed class DeclaredArguments
{
    private readonly Dictionary<string, TaintFacets> _facets = new(StringComparer.Ordinal);

    private DeclaredArguments()
    {
    }

    /// <param name="method">The method that declares one: <c>add_argument</c>.</param>
    public static DeclaredArguments Of(RuleContext context, string method)
    {
        var declared = new DeclaredArguments();
        foreach (var call in context.NamedCalls.OfMethod(method))
        {
            if (DestinationOf(call) is { } name)
            {
                declared._facets[name] = declared._facets.GetValueOrDefault(name) | FacetsOf(context, call);
            }
        }

        return declared;
    }

    /// <summary>None for what is not declared in the file.</summary>
    public TaintFacets FacetsOf(string name) => _facets.GetValueOrDefault(name);

    /// <summary><c>dest</c>, or the first long name, or the first name.</summary>
    private static string? DestinationOf(Call call)
    {
        if (NamedCalls.Argument(call, "dest") is Constant { Value: string destination })
        {
            return destination;
        }

        string? first = null;
        foreach (var argument in call.Arguments)
        {
            if (argument is not Constant { Value: string name })
            {
                return null;
            }

            if (name.StartsWith("--", StringComparison.Ordinal))
            {
                return name[2..].Replace('-', '_');
            }

            first ??= name.TrimStart('-').Replace('-', '_');
        }

        return first;
    }

    private static TaintFacets FacetsOf(RuleContext context, Call call)
    {
        if (NamedCalls.HasUnseenArguments(call) || NamedCalls.Argument(call, "choices") is not null || NamedCalls.Argument(call, "action") is not null)
        {
            return TaintFacets.None;
        }

        // A function of the program's own may refuse what is too large.
        return NamedCalls.Argument(call, "type") is not { } type ? TaintFacets.Content : context.Names.Resolve(type)?.Text switch
        {
            "builtins.int" or "builtins.float" => TaintFacets.Big,
            "builtins.str" or "pathlib.Path" => TaintFacets.Content,
            _ => TaintFacets.None,
        };
    }
}
