using System.Collections.Frozen;

namespace LeakLens.Engine.Rules.Stores.Data;

/// <summary>What a client can be given so that it does not wait for ever.</summary>
/// <param name="Roots">The libraries whose clients wait for ever by themselves.</param>
/// <param name="Given">Arguments by which somebody else decides.</param>
/// <param name="Advice">As arguments, for the fix.</param>
internal sealed record StoreConnection(FrozenSet<string> Roots, FrozenSet<string> Timeouts, FrozenSet<string> Given, string Advice);
