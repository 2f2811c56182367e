using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL602: a data file holds code, and the program runs it; or what may run code is loaded without a look at its digest.</summary>
internal sealed class PayloadInDataFileRule : Rule
{
    public override string Id => "LL602";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var execution in context.Payloads.Trace.Executions)
        {
            var finding = execution.Kind switch
            {
                ExecutionKind.Code or ExecutionKind.File => OfCode(context, rule, execution),
                ExecutionKind.Load or ExecutionKind.Pickle => OfLoading(context, rule, execution),
                _ => null,
            };
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private static Finding? OfCode(RuleContext context, RuleDescriptor rule, Execution execution)
    {
        // What is decoded besides is LL601's matter at this place; the file has a finding of its own.
        if (PayloadFinding.IsDecoded(execution.Code) || PayloadFinding.FileOf(execution.Code) is not { } file || DataFiles.IsSource(file.Path))
        {
            return null;
        }

        var callee = PayloadFinding.Short(execution.Callee);
        if (context.Payloads.Of(execution) is { } payload)
        {
            return DataFiles.IsPlain(payload.Code, context.Cancellation) || !DataFiles.HoldsData(file.Path) ? null : PayloadFinding.Of(
                rule,
                FindingLevel.Error,
                execution.Place.Span,
                $"{callee} runs the code in {file.Path}, which looks like a data file",
                "Make it a module with the ending .py and import it, so that reviews and tools see it as code");
        }

        return file.Content is null && DataFiles.HoldsData(file.Path)
            ? PayloadFinding.Of(rule, FindingLevel.Warning, execution.Place.Span, $"{callee} runs whatever {file.Path} holds, and that looks like a data file", "Make it a module with the ending .py and import it, so that reviews and tools see it as code")
            : null;
    }

    /// <summary>The variant <c>.integrity</c>, a note: whoever can write the file can run code here.</summary>
    private static Finding? OfLoading(RuleContext context, RuleDescriptor rule, Execution execution)
    {
        if (execution.Kind is ExecutionKind.Pickle && !PayloadFinding.IsFrom(execution.Code, Provenance.File))
        {
            return null;
        }

        if (execution.Place is not Call call || IsChecked(context, call))
        {
            return null;
        }

        var callee = PayloadFinding.Short(execution.Callee);
        return PayloadFinding.Of(
            rule,
            FindingLevel.Note,
            execution.Place.Span,
            $"{callee} runs code that the file may hold, and nothing compares the file's digest with a known one",
            "Compare hashlib.sha256(data).hexdigest() with the expected digest by hmac.compare_digest before you load it, or use a format that holds data only") with
        { Signals = [], Confidence = 0.5 };
    }

    /// <summary>The program looks at digests, writes such files itself, or asks for plain weights only.</summary>
    private static bool IsChecked(RuleContext context, Call call)
    {
        if (call.Keywords.Any(static keyword => keyword is { Name: "weights_only", Value: Constant { LiteralKind: ConstantKind.True } }))
        {
            return true;
        }

        foreach (var other in context.Code.Calls)
        {
            if (context.Names.TryResolve(other.Function, out var name) && (LibraryNames.Set("digests").Contains(name.Text.Split('.')[0]) || name.Text.EndsWith(".dump", StringComparison.Ordinal) || name.Text is "torch.save" or "pandas.DataFrame.to_pickle"))
            {
                return true;
            }
        }

        return false;
    }
}
