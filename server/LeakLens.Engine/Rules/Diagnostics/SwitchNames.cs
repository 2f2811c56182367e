using System.Collections.Frozen;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>Functions that begin something, end it, and ask whether it lasts.</summary>
internal sealed record SwitchNames(FrozenSet<string> On, FrozenSet<string> Off, FrozenSet<string> Asked);
