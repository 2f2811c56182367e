using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Payloads;

namespace LeakLens.Engine;

/// <summary>
/// What rules find in one text. They are asked in two parts, always in this order: those that the text alone answers, and then those that ask what the
/// evaluation found. So the first part may run beside the evaluation, and the answer is the same whether it does.
/// </summary>
internal sealed class TextFindings(RuleContext context)
{
    private readonly List<Finding>?[] _byRule = new List<Finding>?[RuleBook.Others.Length];

    /// <summary>The first part. Called once.</summary>
    public void CheckText() => Check(asksForFacts: false);

    /// <summary>The second part, and all that was found, in the order of the rules.</summary>
    public List<Finding> CheckFacts()
    {
        var findings = new List<Finding>();
        findings.AddRange(new GrowthFindings(context).Check());
        Check(asksForFacts: true);
        foreach (var found in _byRule)
        {
            findings.AddRange(found ?? []);
        }

        findings.AddRange(PayloadFindings.Check(context));
        findings.AddRange(ContractFindings.Check(context));
        return findings;
    }

    private void Check(bool asksForFacts)
    {
        for (var i = 0; i < _byRule.Length; i++)
        {
            var rule = RuleBook.Others[i];
            if (rule.AsksForFacts == asksForFacts && context.Rules.Find(rule.Id) is { } descriptor)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                _byRule[i] = [.. rule.Check(context, descriptor)];
            }
        }
    }
}
