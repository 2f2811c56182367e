using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Modules;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Modules of the program that the analysed one imports. Of each only the names that are asked for are found out, and what those need, before any code
/// of the analysed module runs: what lives in them is older than all of it. Their functions run where they are called; they are no entry points here.
/// </summary>
internal sealed partial class Evaluator
{
    private const int MostModules = 8;
    private const int MostImportedNames = 200;
    private const int MostImportedCharacters = 256 << 10;

    /// <summary>An imported module may need another one, and that a third.</summary>
    private const int DeepestImport = 3;

    /// <summary>Steps to find out what names stand for: mostly definitions, which take one each.</summary>
    private const int ShareOfImports = 4_000;

    /// <summary>Steps that all calls of other modules' functions together may take.</summary>
    private const int MostImportedSteps = 2_000;

    /// <summary>Steps after which one such call hurries.</summary>
    private const int MostOfOneImport = 500;

    private readonly Dictionary<(SourceModule? Importer, string Name, int Level), SourceModule?> _sources = [];
    private readonly Dictionary<SourceModule, ModuleRun> _runs = [];
    private readonly Dictionary<string, ModuleRun> _runsByName = new(StringComparer.Ordinal);
    private readonly Queue<(ModuleRun Run, string Name)> _wanted = new();
    private readonly HashSet<string> _importedGrowth = new(StringComparer.Ordinal);
    private int _importedCharacters;
    private long _importedSteps;
    private long? _importedSince;
    private int _importedNames;
    private bool _isImporting;
    private bool _hasUsedImported;

    /// <summary>The modules that the program has beside this one; null when it is looked at alone.</summary>
    public IModuleSource? Modules { get; init; }

    /// <summary>The modules that were imported, in the order in which they were.</summary>
    public IEnumerable<ModuleRun> ImportedModules => _runs.Values;

    /// <summary>So far, what the module does depends on other modules: it called a function or class of theirs, or grew an object of theirs.</summary>
    public bool DependsOnImports => _hasUsedImported || (_runs.Count > 0 && _growths.All.Any(growth => ImportedWith(growth.Container.Site.Node) is not null));

    /// <summary>The imported module that a node stands in; null for the one that is analysed.</summary>
    public ModuleRun? ImportedWith(SyntaxNode node)
    {
        foreach (var run in _runs.Values)
        {
            if (run.Source is { } source && source.Holds(node))
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>Finds out the names that the module imports from other files of the program.</summary>
    private void ImportModules()
    {
        if (Modules is null || IsExact || ModuleFrame.Module.Scopes.Imports.Count == 0)
        {
            return;
        }

        var (unfinished, hasRepeated) = (_unfinished, HasRepeated);
        _isImporting = true;
        Guarded(ImportNames, ShareOfImports);
        _isImporting = false;
        _wanted.Clear();
        (_unfinished, HasRepeated, _hasForked, _hasUsedImported) = (unfinished, hasRepeated, false, false);
    }

    /// <summary>A function of another module may grow what it is given: whoever calls one by its name grows it, as far as anybody can tell before.</summary>
    private void FindSources()
    {
        foreach (var import in ModuleFrame.Module.Scopes.Imports)
        {
            if (import.From is { } from && SourceOf(importer: null, from.ModuleName ?? string.Empty, from.Level) is not null)
            {
                _importedGrowth.Add(import.Symbol.Name);
            }
        }
    }

    private void ImportNames()
    {
        FindSources();
        var needs = ImportNeeds.Of(_module, _scout.Value.CanGrow, _cancellation);
        var whole = new Dictionary<string, ModuleRun>(StringComparer.Ordinal);
        foreach (var import in ModuleFrame.Module.Scopes.Imports)
        {
            if (!needs.Names.Contains(import.Symbol.Name))
            {
                continue;
            }

            if (import.From is { } from)
            {
                if (Imported(from, import.Alias).Thing is { IsModule: true } thing && _runsByName.TryGetValue(thing.QualifiedName, out var inner))
                {
                    whole[import.Symbol.Name] = inner;
                }
            }
            else if (FindModule(import.Alias.Name, 0, import.Alias) is { } run)
            {
                _runsByName[import.Alias.Name] = run;
                whole[import.Alias.AsName ?? import.Alias.Name] = run;
            }

            ImportWanted();
        }

        if (whole.Count > 0)
        {
            ImportMembers(whole, needs);
        }
    }

    /// <summary>Modules that are imported as a whole show what is asked of them.</summary>
    private void ImportMembers(Dictionary<string, ModuleRun> modules, ImportNeeds needs)
    {
        foreach (var (module, name) in needs.Members)
        {
            if (modules.TryGetValue(module, out var run))
            {
                MemberOf(run, name);
                ImportWanted();
            }
        }
    }

    /// <summary>Functions name things of their module that are looked for when they run.</summary>
    private void ImportWanted()
    {
        while (_wanted.TryDequeue(out var wanted))
        {
            MemberOf(wanted.Run, wanted.Name);
        }
    }

    /// <summary>What <c>from module import name</c> binds, if the module is one of the program's own; else a thing of a library.</summary>
    private Value Imported(ImportFrom import, Alias alias)
    {
        if (Modules is not null && !IsExact)
        {
            var run = FindModule(import.ModuleName ?? string.Empty, import.Level, alias);
            if (run is not null && MemberOf(run, alias.Name) is { IsAbsent: false, IsUnknown: false } member)
            {
                return member;
            }

            if (run is null or { Source.IsPackage: true } && FindModule(SyntaxPaths.DottedOf(import, alias), import.Level, alias) is { Source: not null } inner)
            {
                _runsByName[inner.NameOfSource] = inner;
                return Value.Of(new KnownThing(inner.NameOfSource, IsModule: true));
            }
        }

        return import.Level > 0 ? Value.Unknown
            : KnownConstants.Find(import.ModuleName ?? string.Empty, alias.Name) is { } constant ? OfConstant(constant)
            : Value.Of(new KnownThing(import.ModuleName + "." + alias.Name));
    }

    /// <summary>
    /// Runs a function of another module. What it takes is not charged to the work that calls it: that is bounded by the code that is analysed, not by what
    /// that code imports. When all that such calls may take is spent, they are as unknown as those of a library.
    /// </summary>
    private Value CallImported(HeapObject function, FunctionValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (HasSpentImports || IsTooDeep() || IsRecursive(definition))
        {
            ShareArguments(arguments);
            ForgetArguments(arguments);
            Doubt(AnyException);
            NothingIsEndless();
            return Value.Unknown;
        }

        if (_importedSince is not null)
        {
            return RunFunction(function, definition, arguments, node);
        }

        var since = _budget.Taken;
        _importedSince = since;
        var lent = (int)(MostImportedSteps - _importedSteps);
        _budget.Lend(lent);
        try
        {
            return RunFunction(function, definition, arguments, node);
        }
        finally
        {
            _importedSince = null;
            var steps = _budget.Taken - since;
            _importedSteps += steps;
            _budget.Lend((int)Math.Min(steps, lent) - lent);
        }
    }

    /// <summary>Code that is not followed may have changed what the objects that it was given hold.</summary>
    private void ForgetArguments(CallArguments arguments)
    {
        for (var i = 0; i < arguments.Positional.Count; i++)
        {
            if (arguments[i].Reference is not { Kind: ObjectKind.Instance } target)
            {
                continue;
            }

            foreach (var slot in target.Slots.ToArray())
            {
                if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !name.StartsWith('<') && slot.Value.Reference is { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque } held && ImportedWith(held.Site.Node) is not null)
                {
                    _heap.Set(target, slot.Key, Value.Unknown);
                }
            }
        }
    }

    private bool HasSpentImports => _importedSteps + ImportedStepsNow >= MostImportedSteps;

    /// <summary>Steps of the call of another module's function that is under way.</summary>
    private long ImportedStepsNow => _importedSince is { } since ? _budget.Taken - since : 0;

    /// <summary>The work at hand should come to its end: because of the budget, or because it is about another module and takes long.</summary>
    private bool IsHurried => _budget.IsHurried || ImportedStepsNow > MostOfOneImport;

    private ModuleRun? FindModule(string name, int level, SyntaxNode node)
    {
        var importer = _frame.Module;
        return importer.Depth < DeepestImport && SourceOf(importer.Source, name, level) is { } source ? RunOf(source, importer, node) : null;
    }

    /// <summary>What is known of a library says more than its code would.</summary>
    private SourceModule? SourceOf(SourceModule? importer, string name, int level)
    {
        if (Modules is null || (level == 0 && StandardLibrary.IsOfLibrary(name)))
        {
            return null;
        }

        var key = (importer, name, level);
        if (!_sources.TryGetValue(key, out var source) && _isImporting)
        {
            _sources[key] = source = Modules.Find(importer, name, level);
        }

        return source;
    }

    private ModuleRun? RunOf(SourceModule source, ModuleRun importer, SyntaxNode node)
    {
        if (_runs.TryGetValue(source, out var known))
        {
            return known;
        }

        if (!_isImporting || _runs.Count >= MostModules || source.Length > MostImportedCharacters - _importedCharacters)
        {
            return null;
        }

        _importedCharacters += source.Length;
        var scopes = source.Tree.GetScopes(_cancellation);
        var run = new ModuleRun(scopes, source) { Depth = importer.Depth + 1, ImportedBy = importer.ImportedBy ?? node };
        run.Frame = NewFrame(scopes.Module, source.Tree.Root, closure: null, caller: null, context: 0, module: run);
        _runs.Add(source, run);
        return run;
    }

    /// <summary>What a global name of an imported module stands for; absent when that is not known.</summary>
    private Value MemberOf(ModuleRun run, string name)
    {
        var symbol = run.Frame.Scope.Find(name);
        var value = symbol is null ? Value.Absent : run.Frame.Storage.Get(SlotKey.Local(symbol.Index));
        return value.IsAbsent && _isImporting && symbol is not null ? FindOut(run, symbol) : value;
    }

    private Value AttributeOfModule(KnownThing thing, string name)
    {
        if (_runsByName.Count == 0 || !thing.IsModule)
        {
            return Value.Absent;
        }

        var member = _runsByName.TryGetValue(thing.QualifiedName, out var run) ? MemberOf(run, name) : Value.Absent;
        var inner = thing.QualifiedName + "." + name;
        return member.IsAbsent && IsModuleOrAround(inner) ? Value.Of(new KnownThing(inner, IsModule: true)) : member;
    }

    private bool IsModuleOrAround(string name)
    {
        foreach (var known in _runsByName.Keys)
        {
            if (known.StartsWith(name, StringComparison.Ordinal) && (known.Length == name.Length || known[name.Length] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs the statement that binds the name.</summary>
    private Value FindOut(ModuleRun run, Symbol symbol)
    {
        var name = symbol.Name;
        if (_importedNames >= MostImportedNames || run.Source?.Bindings.Find(name) is not { } statement || !HasStack() || !run.Asked.Add(name))
        {
            return Value.Absent;
        }

        _importedNames++;
        var outer = _frame;
        _frame = run.Frame;
        switch (statement)
        {
            case ImportFrom from when from.Names.FirstOrDefault(alias => string.Equals(alias.AsName ?? alias.Name, name, StringComparison.Ordinal)) is { } alias:
                SetName(name, Imported(from, alias));
                break;
            case Import:
                break;
            default:
                Execute(statement);
                break;
        }

        _frame = outer;
        _afterCall = Completion.Normal;
        run.Frame.Pending.Clear();
        if (statement is FunctionDef or ClassDef)
        {
            Want(run, run.Scopes.GetScope(statement));
        }

        return run.Frame.Storage.Get(SlotKey.Local(symbol.Index));
    }

    private void Want(ModuleRun run, Scope scope)
    {
        foreach (var symbol in scope.Symbols)
        {
            if (symbol.Use is SymbolUse.GlobalExplicit or SymbolUse.GlobalImplicit && run.Source?.Bindings.Find(symbol.Name) is not null)
            {
                _wanted.Enqueue((run, symbol.Name));
            }
        }

        foreach (var child in scope.Children)
        {
            Want(run, child);
        }
    }
}
