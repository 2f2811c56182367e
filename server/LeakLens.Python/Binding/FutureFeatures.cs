using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>What <c>from __future__ import ...</c> at the top of a module turns on.</summary>
internal static class FutureFeatures
{
    /// <summary>PEP 563: annotations are kept as text.</summary>
    public static bool HasAnnotations(Module module)
    {
        foreach (var statement in module.Body)
        {
            switch (statement)
            {
                case ImportFrom { ModuleName: "__future__", Level: 0 } import:
                    if (Names(import.Names))
                    {
                        return true;
                    }

                    break;
                case Expr { Value: Constant { LiteralKind: ConstantKind.String } }:
                    break;
                default:
                    // Such imports stand before everything but the docstring.
                    return false;
            }
        }

        return false;
    }

    private static bool Names(ImmutableArray<Alias> aliases)
    {
        foreach (var alias in aliases)
        {
            if (alias.Name is "annotations")
            {
                return true;
            }
        }

        return false;
    }
}
