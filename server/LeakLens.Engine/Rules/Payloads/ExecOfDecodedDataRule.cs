using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Pickles;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL601: code is executed that a decoder gave: its author did not want it to be read.</summary>
internal sealed class ExecOfDecodedDataRule : Rule
{
    private const int LongestShown = 60;

    public override string Id => "LL601";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var execution in context.Payloads.Trace.Executions)
        {
            var finding = execution.Kind switch
            {
                ExecutionKind.Code when PayloadFinding.IsDecoded(execution.Code) => OfCode(context, rule, execution),
                ExecutionKind.Pickle => OfPickle(rule, execution),
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
        var callee = PayloadFinding.Short(execution.Callee);
        var way = PayloadFinding.Decoders(execution.Code) is { Length: > 0 } names ? names : "a decoder";
        if (context.Payloads.Of(execution) is { } payload)
        {
            var hidden = payload.File is { } file ? $"lies hidden in {file}" : "is hidden";
            return PayloadFinding.Of(
                rule,
                FindingLevel.Error,
                execution.Place.Span,
                $"{callee} runs code that {hidden} behind {way}, {Lines(payload)}: {FirstLine(payload)}",
                "Put the decoded code into a module of its own, where it can be read and reviewed, and import it; or remove the call",
                Explain(payload));
        }

        if (execution.Code.Value is not null)
        {
            // It was decoded, and is no code: an expression such as a number, or data for another interpreter.
            return null;
        }

        var outside = PayloadFinding.IsFrom(execution.Code, Provenance.Outside | Provenance.Request);
        return PayloadFinding.Of(
            rule,
            outside ? FindingLevel.Error : IsPlainlyCompiled(execution.Code) ? FindingLevel.Note : FindingLevel.Warning,
            execution.Place.Span,
            outside ? $"{callee} runs whatever comes from outside, behind {way}: nobody can say what it will do" : $"{callee} runs data that went through {way}: what it does cannot be read here",
            "Keep code as source, where it can be reviewed; for data use json or ast.literal_eval");
    }

    /// <summary>Nothing but <c>marshal</c>: that is how programs run the files of compiled code beside their sources.</summary>
    private static bool IsPlainlyCompiled(Traced code) => PayloadFinding.Decoders(code) is "marshal" && code.Layers?.Before is null or { File: not null } or { Result: null };

    private static Finding? OfPickle(RuleDescriptor rule, Execution execution)
    {
        if (execution.Code.Value is not byte[] bytes || PickleReader.Read(bytes) is not { } pickle || pickle.Calls.FirstOrDefault(PickleReader.IsDangerous) is not { } call)
        {
            return null;
        }

        return PayloadFinding.Of(
            rule,
            FindingLevel.Error,
            execution.Place.Span,
            $"This pickle calls {call} as it is loaded",
            "Load data with json, or with an Unpickler whose find_class allows only what is expected",
            $"Opcodes: {string.Join(", ", pickle.Opcodes.Take(24))}");
    }

    private static string Lines(DecodedPayload payload)
    {
        var count = payload.Code.Lines.Count - (payload.Code.Text.EndsWith('\n') ? 1 : 0);
        return count == 1 ? "one line" : $"{count} lines";
    }

    /// <summary>The first line that does something, cut where it is long.</summary>
    private static string FirstLine(DecodedPayload payload)
    {
        var code = payload.Code.Text;
        var statement = payload.Analysis.Tree.Root.Body.IsEmpty ? 0 : payload.Analysis.Tree.Root.Body[0].Start;
        var line = code[statement..].Split('\n')[0].Trim();
        return line.Length > LongestShown ? line[..LongestShown] + "..." : line;
    }

    private static string[] Explain(DecodedPayload payload)
    {
        var lines = new List<string> { "What is executed, layer by layer:" };
        foreach (var layer in payload.Layers)
        {
            lines.Add(layer.Content is { } content ? $"- {layer.Name}: {ByteText.Bytes(content.Length)}" : $"- {layer.Name}");
        }

        return lines.ToArray();
    }
}
