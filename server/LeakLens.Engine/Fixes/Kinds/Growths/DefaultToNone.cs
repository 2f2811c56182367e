using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary><c>def f(seen=[])</c> becomes <c>def f(seen=None)</c>, and the body makes the list.</summary>
internal sealed class DefaultToNone : GrowthFix
{
    public override string Kind => "default-to-none";

    public override ImmutableArray<string> Rules => ["LL206"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Fact is not { IsDefault: true, Holder: FunctionDef function, Container: Expression value } || ParameterOf(function, value) is not { } parameter
            || CodeBlocks.FirstBelowDocstring(function.Body) is not { } first)
        {
            yield break;
        }

        var writer = context.Write().Replace(value, "None").InsertBefore(first, $"if {parameter.Name} is None:", $"\t{parameter.Name} = {context.TextOf(value)}");
        if (parameter.Annotation is { } annotation && !context.TextOf(annotation).Contains("None", StringComparison.Ordinal) && !context.TextOf(annotation).Contains("Optional", StringComparison.Ordinal))
        {
            writer.Insert(annotation.End, " | None");
        }

        foreach (var fix in writer.Done($"Default {parameter.Name} to None and make it in the body", Applicability.Unsafe, "nothing is carried from call to call any more"))
        {
            yield return fix;
        }
    }

    private static Parameter? ParameterOf(FunctionDef function, Expression value)
    {
        var parameters = function.Parameters;
        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        var index = parameters.Defaults.IndexOf(value);
        if (index >= 0)
        {
            return positional[positional.Length - parameters.Defaults.Length + index];
        }

        index = parameters.KeywordDefaults.IndexOf(value);
        return index >= 0 ? parameters.KeywordOnly[index] : null;
    }
}
