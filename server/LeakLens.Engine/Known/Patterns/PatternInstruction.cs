using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>One step of a compiled pattern.</summary>
/// <param name="First">An address, a register, a number of a group, or the least count.</param>
/// <param name="Second">Another address, or the greatest count; -1 for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PatternInstruction(PatternOperation Operation, int First = 0, int Second = 0, CharacterSet? Set = null, PatternNodeKind Assertion = default, PatternFlags Flags = PatternFlags.None);
