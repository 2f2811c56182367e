using System.Runtime.InteropServices;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>A rule as a comment names it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SuppressionName(string Text, TextSpan Span);
