using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Fixes;

/// <summary>
/// One kind of change. It proposes; whether a proposal is offered is decided by analysing the changed text, so a provider asks about
/// form and meaning, never about whether the finding will be gone. Stateless: one object serves all texts.
/// </summary>
internal abstract class FixProvider
{
    /// <summary>The kind's name, as <see cref="Fix.Kind"/> and the documentation have it.</summary>
    public abstract string Kind { get; }

    /// <summary>The rules whose findings it may help.</summary>
    public abstract ImmutableArray<string> Rules { get; }

    /// <summary>The best proposal first. Each costs an analysis of the whole text.</summary>
    public abstract IEnumerable<Fix> Propose(FixContext context);
}
