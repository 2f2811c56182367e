using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary><c>from __future__ import ...</c> at the top of a module; anywhere else it is an import like others to CPython's parser.</summary>
internal static class FutureFeatures
{
    public const string Module = "__future__";

    /// <summary>PEP 401: <c>&lt;&gt;</c> instead of <c>!=</c>.</summary>
    public const string LessGreater = "barry_as_FLUFL";

    /// <summary>PEP 563: annotations are kept as text.</summary>
    private const string Annotations = "annotations";

    private static readonly ImmutableArray<string> All =
    [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals", LessGreater, "generator_stop", Annotations,
    ];

    public static bool HasAnnotations(Module module)
    {
        for (var i = FirstIndex(module); i < module.Body.Length && IsFuture(module.Body[i]) is { } import; i++)
        {
            if (Names(import.Names, Annotations))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A feature that does not exist is a syntax error since CPython 3.14; before, it was one when the tree was compiled.</summary>
    public static void Check(Module module, ErrorList errors)
    {
        for (var i = FirstIndex(module); i < module.Body.Length && IsFuture(module.Body[i]) is { } import; i++)
        {
            foreach (var alias in import.Names)
            {
                if (alias.Name.Length > 0 && !All.Contains(alias.Name, StringComparer.Ordinal))
                {
                    errors.IsPanicking = false;
                    errors.Add(SyntaxErrorCodes.FutureFeature, alias.Start, alias.End, $"The future feature '{alias.Name}' does not exist.");
                }
            }
        }
    }

    public static bool Names(ImmutableArray<Alias> aliases, string feature)
    {
        foreach (var alias in aliases)
        {
            if (string.Equals(alias.Name, feature, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A docstring may stand before them.</summary>
    private static int FirstIndex(Module module) => module.Body is [Expr { Value: Constant { LiteralKind: ConstantKind.String } }, ..] ? 1 : 0;

    private static ImportFrom? IsFuture(Statement statement) => statement is ImportFrom { ModuleName: Module, Level: 0 } import ? import : null;
}
