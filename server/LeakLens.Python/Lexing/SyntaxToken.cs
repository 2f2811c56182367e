using System.Runtime.InteropServices;
using LeakLens.Python.Text;

namespace LeakLens.Python.Lexing;

/// <summary>A token with its place. Trees keep none: whoever asks for some has them read again.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SyntaxToken(TokenKind Kind, TextSpan Span);
