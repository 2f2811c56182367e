using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>
/// A rule that recognises a kind of growth. Each growth is told once: by the first rule, in the order of <see cref="RuleBook"/>, that covers
/// it and finds it worth telling. What it means is the rule's; how much it is, is <see cref="GrowthJudge"/>'s.
/// </summary>
internal abstract class GrowthRule
{
    public abstract string Id { get; }

    /// <summary>Something that carries contents from call to call without looking like a collection.</summary>
    public virtual bool IsCarrier => false;

    /// <summary>The growth is a case of this rule, whatever its size.</summary>
    public abstract bool Covers(GrowthCase growth);

    /// <summary>How serious it is; null when it is not worth a word.</summary>
    public virtual FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule) => new GrowthJudge(rule).Judge(growth);

    /// <summary>One sentence, number first, no full stop.</summary>
    public virtual string Message(GrowthCase growth) => new GrowthText(growth).Message();

    /// <summary>What to write instead, in one sentence without its full stop.</summary>
    public virtual string? Advice(GrowthCase growth) => null;

    /// <summary>Places that explain it, besides where the container is made and which loop grows it.</summary>
    public virtual IEnumerable<RelatedPlace> Related(GrowthCase growth) => [];
}
