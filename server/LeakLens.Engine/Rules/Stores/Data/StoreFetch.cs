using System.Collections.Frozen;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Stores.Data;

/// <summary>A method whose answer has no limit.</summary>
/// <param name="From">Place of the first index: told when it is 0 and the last is -1. -1 where there are none.</param>
/// <param name="Limits">Arguments that limit the answer.</param>
/// <param name="LimitFrom">From this place on, arguments without a name do.</param>
/// <param name="IsWrapped">Told when a list is made of it.</param>
internal sealed record StoreFetch(string Store, int From, int To, FrozenSet<string> Limits, int LimitFrom, bool IsWrapped, FindingLevel Level, string Message, string Advice);
