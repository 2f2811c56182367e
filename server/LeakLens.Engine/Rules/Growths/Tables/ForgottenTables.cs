using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>Finds tables that get entries together with another one, from which they are taken out, while nothing takes them out of the first.</summary>
internal sealed class ForgottenTables
{
    /// <summary>Entries that are put in and taken out in one file. Tables that a program makes by the thousand are not compared with each other.</summary>
    private const int MostEntries = 2_000;

    private readonly RuleContext _context;
    private readonly List<TableEntry> _filled;
    private readonly Dictionary<SyntaxNode, TableEntry> _byNode = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableEntry, ForgottenTable?> _answers = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<TablePlace, TableEntry> _releases;
    private readonly ILookup<FunctionDef, TableEntry> _filledIn;
    private readonly Dictionary<TablePlace, bool> _forgotten = [];

    private ForgottenTables(RuleContext context)
    {
        _context = context;
        var finder = new TableEntryFinder(context);
        finder.Visit(context.Tree.Root);
        _filled = finder.Filled.Count + finder.Released.Count <= MostEntries ? finder.Filled : [];
        foreach (var entry in _filled)
        {
            _byNode.TryAdd(entry.Node, entry);
        }

        _filledIn = _filled.ToLookup(static entry => entry.Function);
        _releases = (_filled.Count == 0 ? [] : finder.Released).Where(release => !IsMove(release)).ToLookup(static release => release.Place);
    }

    public static ForgottenTables Of(RuleContext context) => new(context);

    /// <summary>What is known of the table that a growing statement puts an entry into; null where it belongs to no other one, or is looked after.</summary>
    public ForgottenTable? Find(SyntaxNode growing)
    {
        if (_releases.Count == 0 || (!_byNode.TryGetValue(growing, out var entry) && !(growing is AugAssign counted && _byNode.TryGetValue(counted.Target, out entry))))
        {
            return null;
        }

        if (!_answers.TryGetValue(entry, out var answer))
        {
            _answers.Add(entry, answer = Find(entry));
        }

        return answer;
    }

    private ForgottenTable? Find(TableEntry entry)
    {
        foreach (var other in _filledIn[entry.Function])
        {
            if (other.Place != entry.Place && other.Place.Type == entry.Place.Type && TableKeys.AreOne(_context, entry, other) && ReleaseOf(other) is { } release && IsForgotten(entry))
            {
                return new ForgottenTable(entry, release, IsFilledTogether: true, IsCounted(entry.Place));
            }
        }

        return ReleaseOfOwnKey(entry) is { } own && IsForgotten(entry) ? new ForgottenTable(entry, own, IsFilledTogether: false, IsCounted(entry.Place)) : null;
    }

    private bool IsCounted(TablePlace place) => _filled.Exists(filled => filled.IsCount && filled.Place == place);

    /// <summary>Another function takes entries out by their key.</summary>
    private TableEntry? ReleaseOf(TableEntry filled) => _releases[filled.Place].FirstOrDefault(release => !ReferenceEquals(release.Function, filled.Function));

    /// <summary>A table that all objects of a class share, with a key that each object has: <c>del self.open[self.name]</c> says that the object is done with its key.</summary>
    private TableEntry? ReleaseOfOwnKey(TableEntry filled) =>
        filled is { Key: Python.Syntax.Attribute key, Place.Type: { } type } && ReferenceEquals(_context.Code.ClassOfSelf(key), type) && IsOfClass(filled.Place, type)
            ? _releases.SelectMany(static releases => releases).FirstOrDefault(release => ReferenceEquals(release.Place.Type, type) && release.Place != filled.Place && IsOfClass(release.Place, type) && !ReferenceEquals(release.Function, filled.Function) && SameExpression.Is(release.Key, key))
            : null;

    private static bool IsOfClass(TablePlace place, ClassDef type) => type.Body.Any(statement => TargetOf(statement) is Name target && string.Equals(target.Id, place.Name, StringComparison.Ordinal));

    private static Expression? TargetOf(Statement statement) => statement switch
    {
        Assign { Targets: [var target] } => target,
        AnnAssign { Value: not null, Target: var target } => target,
        _ => null,
    };

    /// <summary>The key goes from one table into another, or to the end of the same one: it is not gone.</summary>
    private bool IsMove(TableEntry release) => _filledIn[release.Function].Any(filled => filled.Place == release.Place || SameExpression.Is(filled.Key, release.Key));

    private bool IsForgotten(TableEntry entry)
    {
        if (!_forgotten.TryGetValue(entry.Place, out var isForgotten))
        {
            _forgotten[entry.Place] = isForgotten = !_context.Trims.IsTrimmed(entry.Table) && IsTable(entry.Place) && _context.UsesOf(entry.Table).All(IsOwnUse);
        }

        return isForgotten && !_context.IsTended(entry.Table, entry.Function);
    }

    /// <summary>The text makes it, of a kind that keeps what it gets.</summary>
    private bool IsTable(TablePlace place)
    {
        var made = place.Type is { } type ? [.. BindingsOf(type, place.Name)] : _context.Uses.UsesOf(Variable(place)).Where(static use => use.Context is ExpressionContext.Store).Select(ValueOf).ToArray();
        return made.Length > 0 && Array.TrueForAll(made, IsTable);
    }

    private static Symbol Variable(TablePlace place) => place.Variable ?? throw new InvalidOperationException("A table is an attribute or a variable.");

    private Expression?[] BindingsOf(ClassDef type, string attribute) =>
    [
        .. _context.Uses.AttributesNamed(attribute).Where(use => use.Context is ExpressionContext.Store && ReferenceEquals(_context.Code.ClassOfSelf(use), type)).Select(ValueOf),
        .. type.Body.Where(statement => TargetOf(statement) is Name name && string.Equals(name.Id, attribute, StringComparison.Ordinal)).Select(static statement => (statement as Assign)?.Value ?? (statement as AnnAssign)?.Value),
    ];

    /// <summary>What one statement gives to one name only: two names of one table are not two tables.</summary>
    private Expression? ValueOf(Expression target) => _context.Code.ParentOf(target) switch
    {
        Assign { Targets: [_] } assign => assign.Value,
        AnnAssign annotated => annotated.Value,
        _ => null,
    };

    private bool IsTable(Expression? made) => made switch
    {
        Dict or Set => true,
        Call call => _context.Names.Resolve(call.Function)?.Text is { } maker && LifetimeData.Instance.Set("tables.made").Contains(maker),
        _ => false,
    };

    /// <summary>A use that hands the table to nobody, who might take something out.</summary>
    private bool IsOwnUse(Expression use) => _context.Code.ParentOf(use) switch
    {
        Assign assign => assign.Targets.Contains(use),
        AnnAssign annotated => ReferenceEquals(annotated.Target, use),
        Subscript item => ReferenceEquals(item.Value, use),
        Python.Syntax.Attribute method => LifetimeData.Instance.Set("tables.uses").Contains(method.Name),
        Call call => _context.Names.Resolve(call.Function)?.Text is { } reader && LifetimeData.Instance.Set("tables.readers").Contains(reader),
        Compare or For or Comprehension or If or While or IfExp or BoolOp or UnaryOp or FormattedValue or Global => true,
        _ => false,
    };
}
