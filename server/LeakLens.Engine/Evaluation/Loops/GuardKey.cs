using System.Runtime.InteropServices;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// One side of one decision in the program: the node that decides, and which way it went. Piecewise operations decide
/// too: <c>x % m</c> decides that the quotient stays what it is, <c>str(i)</c> that the number of digits does.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GuardKey(SyntaxNode Node, int Way)
{
    /// <summary>Ways from here on decide only how large something is: one digit more, outside the cache of small ints.</summary>
    public const int FirstBend = 5;

    /// <summary>The way of a remainder or quotient: how far it is to the next multiple.</summary>
    public const int UpperBorder = 3;

    /// <summary>Ways from here on decide how many digits a number has.</summary>
    public const int FirstOfDigits = 9;

    public bool IsBend => Way >= FirstBend;

    public bool Equals(GuardKey other) => ReferenceEquals(Node, other.Node) && Way == other.Way;

    /// <summary>From the place in the text: cheaper than the identity of an object, and the same in every run.</summary>
    public override int GetHashCode() => (((Node.Start * 397) ^ Node.End) * 31) + Way;
}
