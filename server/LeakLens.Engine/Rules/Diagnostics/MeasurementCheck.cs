using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>A test that a measured amount decides.</summary>
/// <param name="Acts">Something happens besides words: the program stops, leaves the loop, lets go of something.</param>
internal sealed record MeasurementCheck(Statement Statement, bool Acts);
