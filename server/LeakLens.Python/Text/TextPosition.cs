using System.Runtime.InteropServices;

namespace LeakLens.Python.Text;

/// <summary>A place in a text as people count it. Line is 0-based; Column is 0-based in the unit that was asked for.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Line, int Column);
