using System.Collections.Immutable;
using LeakLens.Engine.Modules;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Global names of other modules that a text takes contents out of.</summary>
internal static class TendedNames
{
    public static ImmutableArray<ModuleName> Of(RuleContext context)
    {
        if (context.Options.Modules is not { } modules || context.Tree.GetScopes(context.Cancellation).Imports is not { Count: > 0 } imports)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<ModuleName>();
        foreach (var import in imports)
        {
            if (import.From is not { } from)
            {
                AddMembers(import.Alias.AsName ?? import.Alias.Name, () => Find(modules, import.Alias.Name, level: 0));
                continue;
            }

            if (context.Trims.IsTrimmed(import.Symbol) && Find(modules, from.ModuleName ?? string.Empty, from.Level) is { } module)
            {
                names.Add(new ModuleName(module.Identity, import.Alias.Name));
            }

            AddMembers(import.Symbol.Name, () => Find(modules, SyntaxPaths.DottedOf(from, import.Alias), from.Level));
        }

        return names.DrainToImmutable();

        void AddMembers(string path, Func<SourceModule?> find)
        {
            if (context.Trims.MembersOf(path) is { Count: > 0 } members && find() is { } module)
            {
                foreach (var member in members)
                {
                    names.Add(new ModuleName(module.Identity, member));
                }
            }
        }
    }

    private static SourceModule? Find(IModuleSource modules, string name, int level) => level == 0 && StandardLibrary.IsOfLibrary(name) ? null : modules.Find(importer: null, name, level);
}
