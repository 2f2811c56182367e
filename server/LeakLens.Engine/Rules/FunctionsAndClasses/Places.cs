using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>Which part of a definition to point at: its first line, without decorators and body.</summary>
internal static class Places
{
    public static TextSpan Header(FunctionDef function)
    {
        var start = function.Decorators.IsEmpty ? function.Start : function.Parameters.Start;
        return TextSpan.FromBounds(start, Math.Max(start, function.Parameters.End));
    }
}
