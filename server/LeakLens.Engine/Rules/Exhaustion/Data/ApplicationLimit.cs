using System.Collections.Frozen;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>An application of a framework that bounds nothing by itself.</summary>
/// <param name="Readers">Attributes by which bodies are read.</param>
/// <param name="Limits">Settings, arguments and classes that bound them.</param>
internal sealed record ApplicationLimit(FrozenSet<string> Readers, FrozenSet<string> Limits, string Message, string Advice);
