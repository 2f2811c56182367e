using System.Collections.Frozen;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>An application of a framework that bounds nothing by itself.</summary>
/// <param name="Requests">Objects and types of requests, by their qualified names.</param>
/// <param name="Readers">Attributes of these by which bodies are read.</param>
/// <param name="Limits">Settings, arguments and classes that bound them.</param>
internal sealed record ApplicationLimit(FrozenSet<string> Requests, FrozenSet<string> Readers, FrozenSet<string> Limits, string Message, string Advice);
