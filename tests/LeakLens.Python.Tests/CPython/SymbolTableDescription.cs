using System.Text;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Tests.CPython;

/// <summary>Describes scopes in the words of Python's <c>symtable</c>, as oracle.py does.</summary>
internal static class SymbolTableDescription
{
    public static string Of(ScopeTree scopes)
    {
        var output = new StringBuilder();
        Append(output, scopes.Module);
        return output.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder output, Scope scope)
    {
        output.Append(TypeOf(scope)).Append(' ').Append(NameOf(scope)).Append('\n');
        foreach (var symbol in scope.Symbols.OrderBy(symbol => symbol.Name, StringComparer.Ordinal))
        {
            output.Append("  ").Append(symbol.Name).Append(' ').AppendJoin(' ', FlagsOf(scope, symbol)).Append('\n');
        }

        foreach (var child in scope.Children)
        {
            Append(output, child);
        }

        output.Append("end\n");
    }

    private static IEnumerable<string> FlagsOf(Scope scope, Symbol symbol)
    {
        // symtable knows the module by its name, `top`, and takes a function of that name for it.
        var isModuleName = NameOf(scope) == "top" && symbol.IsBound;
        (string Name, bool Is)[] flags =
        [
            ("param", symbol.IsParameter),
            ("global", symbol.Use is SymbolUse.GlobalImplicit or SymbolUse.GlobalExplicit || isModuleName),
            ("declared", symbol.Use == SymbolUse.GlobalExplicit),
            ("nonlocal", symbol.Flags.HasFlag(SymbolFlags.Nonlocal)),
            ("local", symbol.Use is SymbolUse.Local or SymbolUse.Cell || isModuleName),
            ("free", symbol.Use == SymbolUse.Free),
            ("import", symbol.IsImported),
            ("assigned", symbol.Flags.HasFlag(SymbolFlags.Local)),
            ("referenced", symbol.IsReferenced),
            ("annotated", symbol.IsAnnotated),
        ];
        return flags.Where(flag => flag.Is).Select(flag => flag.Name);
    }

    private static string TypeOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.Module => "module",
        ScopeKind.Class => "class",
        _ => "function",
    };

    private static string NameOf(Scope scope) => scope.Node switch
    {
        FunctionDef function => function.Name,
        ClassDef type => type.Name,
        Lambda => "lambda",
        ListComp => "listcomp",
        SetComp => "setcomp",
        DictComp => "dictcomp",
        GeneratorExp => "genexpr",
        _ => "top",
    };
}
