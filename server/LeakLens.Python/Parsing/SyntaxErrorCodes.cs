namespace LeakLens.Python.Parsing;

/// <summary>The codes of syntax errors.</summary>
public static class SyntaxErrorCodes
{
    public const string InvalidSyntax = "PY001";
    public const string Expected = "PY002";
    public const string ExpectedExpression = "PY003";
    public const string ExpectedBlock = "PY004";
    public const string Indentation = "PY005";
    public const string InvalidCharacter = "PY006";
    public const string InvalidNumber = "PY007";
    public const string UnterminatedString = "PY008";
    public const string InvalidEscape = "PY009";
    public const string FormatString = "PY010";
    public const string InvalidTarget = "PY011";
    public const string Arguments = "PY012";
    public const string Parameters = "PY013";
    public const string TooDeep = "PY014";
    public const string PythonTwo = "PY015";
    public const string UnexpectedEnd = "PY016";
    public const string Pattern = "PY017";
    public const string UnclosedBracket = "PY018";
    public const string FutureFeature = "PY019";
}
