using System.Runtime.InteropServices;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>One name of a dotted key, and where it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TomlKeyPart(string Name, TextSpan Span);
