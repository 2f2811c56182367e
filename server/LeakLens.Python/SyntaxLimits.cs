namespace LeakLens.Python;

/// <summary>How much nesting a tree may have. Everything that walks trees recursively relies on these.</summary>
public static class SyntaxLimits
{
    /// <summary>
    /// The longest path from a statement's root to a leaf, left-nested chains such as <c>a + b + c</c> included. A visitor spends
    /// three frames and an evaluator about 1.5 KB of stack a level, so that 1,000 levels fit the 1.5 MB that Windows gives a thread.
    /// </summary>
    public const int MaxDepth = 1000;

    /// <summary>Open brackets, fields of f-strings included; CPython's <c>MAXLEVEL</c>.</summary>
    public const int MaxBrackets = 200;

    /// <summary>Blocks inside blocks; CPython's <c>MAXINDENT</c>.</summary>
    public const int MaxIndents = 100;

    /// <summary>How far behind <c>\N{</c> its brace is looked for: the longest names of Unicode have less than 100 characters.</summary>
    public const int MaxCharacterName = 256;

    /// <summary>Decimal digits of an integer, CPython's default: reading and printing more takes quadratic time.</summary>
    public const int MaxIntegerDigits = 4300;
}
