using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL603: what executes code is fetched in a disguise, so that a search for its name finds nothing.</summary>
internal sealed class ObfuscatedDynamicExecutionRule : Rule
{
    public override string Id => "LL603";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var trace = context.Payloads.Trace;
        foreach (var execution in trace.Executions)
        {
            var finding = execution.Kind switch
            {
                ExecutionKind.Disguise => OfDisguise(rule, execution),
                ExecutionKind.Import => OfImport(rule, execution),
                _ => null,
            };
            if (finding is not null)
            {
                yield return finding;
            }
        }

        foreach (var finding in trace.Executions.Count > 0 ? FindSpelling(context, rule) : [])
        {
            yield return finding;
        }
    }

    private static Finding? OfDisguise(RuleDescriptor rule, Execution execution)
    {
        // A name that stands there whole is how programs for two versions of Python find what one of them lacks.
        var isPutTogether = PayloadFinding.IsFrom(execution.Code, Provenance.Decoded | Provenance.Codes);
        var isDirect = execution.Place is Call { Function: Call or Subscript };
        var name = PayloadFinding.Short(execution.Code.Value is LibraryValue library ? library.Name : execution.Callee);
        return PayloadFinding.Of(
            rule,
            isPutTogether || isDirect ? FindingLevel.Warning : FindingLevel.Note,
            execution.Place.Span,
            isPutTogether ? $"The name of what is called here is put together: it is {name}" : $"This calls {name} by a detour, so that a search for {name}( does not find it",
            $"Call {name} by its name, or better: import the code that is to run");
    }

    private static Finding OfImport(RuleDescriptor rule, Execution execution) => PayloadFinding.Of(
        rule,
        FindingLevel.Warning,
        execution.Place.Span,
        $"The name of the module that is imported here is put together: it is {execution.Code.Value}",
        $"Write import {execution.Code.Value}");

    /// <summary>Letters that look alike, and code so far to the right that no editor shows it.</summary>
    private static IEnumerable<Finding> FindSpelling(RuleContext context, RuleDescriptor rule)
    {
        const int FarRight = 200;
        foreach (var call in context.Code.Calls)
        {
            if (call.Function is not Name { Id: "exec" or "eval" or "compile" or "__import__" } name)
            {
                continue;
            }

            if (!string.Equals(context.Text.Text[name.Start..name.End], name.Id, StringComparison.Ordinal))
            {
                yield return PayloadFinding.Of(rule, FindingLevel.Warning, name.Span, $"These letters only look unusual: to Python this is {name.Id}", $"Write {name.Id}, or better: import the code that is to run");
            }
            else if (context.Text.GetPosition(name.Start, ColumnUnit.Utf32).Column > FarRight && IsBehindSpaces(context, call))
            {
                yield return PayloadFinding.Of(rule, FindingLevel.Warning, name.Span, $"This {name.Id} stands so far to the right that an editor does not show it", "Put it on a line of its own, or remove it");
            }
        }
    }

    private static bool IsBehindSpaces(RuleContext context, Call call) =>
        context.Code.StatementAround(call) is { Start: > 100 } statement && context.Text.Text.AsSpan(statement.Start - 100, 100).TrimEnd(' ').IsEmpty;
}
