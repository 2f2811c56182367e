using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules;

/// <summary>
/// The code of one rule: a short query over facts, tree and names. Everything that is data (name, level, thresholds, prose) is in
/// the rule's folder. Stateless: one object serves all texts.
/// </summary>
internal abstract class Rule
{
    /// <summary>The rule's id, such as LL101; its folder has the rest.</summary>
    public abstract string Id { get; }

    /// <summary>It asks what the evaluation found out. All others are answered from the text alone, and so before the evaluation has come to its end.</summary>
    public virtual bool AsksForFacts => false;

    /// <param name="rule">The descriptor in force: its thresholds are those of profile and configuration.</param>
    public abstract IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule);
}
