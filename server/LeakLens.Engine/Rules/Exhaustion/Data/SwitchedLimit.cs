using System.Collections.Frozen;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>A limit of a library, and the values that switch it off.</summary>
/// <param name="Rule">The rule that speaks about it.</param>
/// <param name="Keyword">The argument that holds it; empty for an attribute, and for a setting.</param>
/// <param name="Position">Its place among the arguments without a name; -1 for none.</param>
/// <param name="First">What the first argument has to be, a qualified name or a text; empty for anything.</param>
/// <param name="Values">Constants as Python writes them, qualified names, <c>inf</c>, and <c>huge</c> for whole numbers from 2**31 - 1 on.</param>
/// <param name="Message">What follows from it.</param>
/// <param name="Usual">The value that the library has by itself, for the fix; empty for none.</param>
internal sealed record SwitchedLimit(string Rule, string Keyword, int Position, FrozenSet<string> First, FrozenSet<string> Values, FindingLevel Level, string Message, string Advice, string Usual);
