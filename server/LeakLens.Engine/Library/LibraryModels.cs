using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LeakLens.Engine.Library;

/// <summary>
/// Library models that a project brings along: files in the form of the built-in ones. Whoever wrote them may mean harm, so everything is checked
/// beforehand: how much there is, what each line says, where each name leads. What they do as they run takes steps of the budget, as code does.
/// </summary>
public sealed class LibraryModels
{
    public const int MostFiles = 200;

    /// <summary>Lines of all files together.</summary>
    public const int MostLines = 10_000;

    /// <summary>Of one file, in characters.</summary>
    public const int LongestText = 1 << 20;

    private LibraryModels(LibraryCatalogue catalogue, ImmutableArray<string> modules, string identity)
    {
        Catalogue = catalogue;
        Modules = modules;
        Identity = identity;
    }

    /// <summary>The modules that are described, in the order of the files.</summary>
    public ImmutableArray<string> Modules { get; }

    /// <summary>The same for the same files, and for no others.</summary>
    public string Identity { get; }

    internal LibraryCatalogue Catalogue { get; }

    /// <summary>Reads files, and goes on after a problem as far as it can: whoever mends them wants to see all.</summary>
    /// <param name="identity">The same for the same texts, and for no others.</param>
    public static LibraryModels Read(ImmutableArray<ModelText> files, string identity, out ImmutableArray<ModelProblem> problems)
    {
        var found = new List<ModelProblem>();
        var modules = new Dictionary<string, LibraryModule>(StringComparer.Ordinal);
        var references = new List<ModelReference>();
        var catalogue = LibraryCatalogue.With(owner => ReadAll(owner, files, modules, references, found));
        foreach (var reference in references.Where(reference => !reference.IsKnownTo(catalogue)))
        {
            found.Add(reference.ToProblem());
        }

        problems = [.. found.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        return new LibraryModels(catalogue, [.. modules.Keys.Order(StringComparer.Ordinal)], identity);
    }

    private static Dictionary<string, LibraryModule> ReadAll(LibraryCatalogue owner, ImmutableArray<ModelText> files, Dictionary<string, LibraryModule> modules, List<ModelReference> references, List<ModelProblem> found)
    {
        var lines = 0;
        foreach (var file in files)
        {
            var check = new ModelCheck(file, references, found);
            if (ModelReader.ReadOwn(check, owner, out var name) is { } module && !modules.TryAdd(name, module))
            {
                check.AddWhole($"the module '{name}' has models in another file already");
            }

            lines += check.Lines;
            if (lines > MostLines)
            {
                check.AddWhole($"there are more than {MostLines} models in all files together");
                break;
            }
        }

        return modules;
    }
}
