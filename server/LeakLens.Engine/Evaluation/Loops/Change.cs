using System.Runtime.InteropServices;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A number of the state that a loop changes evenly, and how its two bounds go on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Change(Component Part, Progression Low, Progression High);
