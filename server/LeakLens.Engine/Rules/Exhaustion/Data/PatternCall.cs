using LeakLens.Engine.Known.Patterns.Backtracking;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>A call that takes a pattern of <c>re</c>.</summary>
/// <param name="Keyword">The argument that holds it.</param>
/// <param name="Position">Its place.</param>
/// <param name="Flags">The place of the flags; -1 for none.</param>
/// <param name="Subject">The place of the text that is searched; -1 when the call takes none.</param>
/// <param name="Use">How it is tried; null when what the call gives decides that.</param>
/// <param name="IsUntrusted">The framework tries it on what strangers send.</param>
internal sealed record PatternCall(string Keyword, int Position, int Flags, int Subject, PatternUse? Use, bool IsUntrusted);
