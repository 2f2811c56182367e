using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary><c>if __name__ == "__main__"</c>: what a module does only when it is the program.</summary>
internal static class MainBlock
{
    public static bool Is(SyntaxNode node) => node is If { Test: Compare { Left: Name { Id: "__name__" } } };

    public static bool IsIn(Module module) => module.Body.Any(Is);
}
