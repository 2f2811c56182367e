using System.Collections.Frozen;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>A library's retry, and the arguments that end it.</summary>
/// <param name="Caps">One of these has to be given, and not be None.</param>
/// <param name="Pauses">With one of these the tries come slower and slower, or not at all: that is a service's decision.</param>
/// <param name="HasDefault">It ends by itself unless one of them is None.</param>
/// <param name="Fix">The argument that a fix gives it; empty for none.</param>
/// <param name="FixValue">Its value, functions by their qualified names.</param>
internal sealed record RetryCall(FrozenSet<string> Caps, FrozenSet<string> Pauses, bool HasDefault, FindingLevel Level, string Message, string Advice, string Fix, string FixValue);
