using System.Runtime.InteropServices;

namespace LeakLens.Python.Lexing;

/// <summary>One token, overwritten in place by the lexer: no object per token.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Token
{
    public TokenKind Kind;

    /// <summary>Prefix and content of a string literal.</summary>
    public StringFlags Flags;

    public int Start;

    public int End;

    /// <summary>The interned text of a name or keyword; otherwise what the last one was.</summary>
    public string Text;
}
