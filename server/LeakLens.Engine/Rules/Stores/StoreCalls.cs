using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>All calls of clients of stores in a text, by what their objects were made by. A text that imports no client costs one look at its imports.</summary>
internal sealed class StoreCalls
{
    private const int Deepest = 4;

    /// <summary>Pairs of calls that are asked whether they speak of one key: a text that consists of them must not cost a minute.</summary>
    private const int MostQuestions = 1_000_000;

    private readonly RuleContext _context;
    private readonly StoreData _data = StoreData.Instance;
    private readonly Dictionary<string, List<StoreCall>> _byMethod = new(StringComparer.Ordinal);
    private readonly Dictionary<Call, StoreCall> _byCall = new(ReferenceEqualityComparer.Instance);

    private int _questionsLeft = MostQuestions;

    private StoreCalls(RuleContext context)
    {
        _context = context;
        var imports = new ImportFinder(_data);
        imports.Visit(context.Tree.Root);
        if (imports.Found)
        {
            IsUsed = true;
            FindCalls();
        }
    }

    /// <summary>The text imports a client.</summary>
    public bool IsUsed { get; }

    public IEnumerable<StoreCall> All => _byMethod.Values.SelectMany(static calls => calls);

    public static StoreCalls Find(RuleContext context) => new(context);

    /// <summary>False when too much was asked of this text: then nothing is said about what is left.</summary>
    public bool MayAsk() => --_questionsLeft > 0;

    /// <summary>What a call writes to a store; null for all other calls.</summary>
    public (StoreCall Call, StoreWrite Write)? WriteOf(Call call)
    {
        if (!IsUsed || call.Function is not Python.Syntax.Attribute method || !_data.Writes.TryGetValue(method.Name, out var writes))
        {
            return null;
        }

        return _byCall.TryGetValue(call, out var stored) && writes.Find(write => string.Equals(write.Store, stored.Store, StringComparison.Ordinal)) is { } found ? (stored, found) : null;
    }

    public IReadOnlyList<StoreCall> Of(string method) => _byMethod.TryGetValue(method, out var calls) ? calls : [];

    /// <summary>The store that an expression is a client of; null for none, and for what is not known.</summary>
    public string? StoreOf(Expression client) => StoreOf(client, Deepest);

    private void FindCalls()
    {
        foreach (var call in _context.Code.Calls)
        {
            if (call.Function is Attribute { Name: var method, Value: var client } && IsAsked(method) && StoreOf(client) is { } store)
            {
                if (!_byMethod.TryGetValue(method, out var calls))
                {
                    _byMethod[method] = calls = [];
                }

                _byCall[call] = new StoreCall(call, store, method, client);
                calls.Add(_byCall[call]);
            }
        }
    }

    private bool IsAsked(string method) => _data.Writes.ContainsKey(method) || _data.Fetches.ContainsKey(method) || _data.Ends.Contains(method) || _data.Trims.Contains(method) || OtherStoreOrBrokerUnboundedRule.Methods.Contains(method);

    private string? StoreOf(Expression client, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        // An object that a module gives: django.core.cache.cache.
        if (_context.Names.Resolve(client is Subscript { Value: var all } ? all : client) is { } named && _data.Clients.TryGetValue(named.Text, out var given))
        {
            return given;
        }

        if (client is Subscript item)
        {
            return StoreOf(item.Value, depth - 1) is "mongo" ? "mongo" : null;
        }

        if (client is Attribute attribute && _context.Code.ClassOfSelf(attribute) is null)
        {
            return StoreOf(attribute.Value, depth - 1) is "mongo" ? "mongo" : null;
        }

        if (Makers.CallOf(_context, client) is { } made)
        {
            return StoreOfCall(made, depth);
        }

        if (client is Name name && StoreKeys.BoundTo(_context, name) is (Attribute or Subscript) and { } part)
        {
            return StoreOf(part, depth - 1);
        }

        return Makers.Of(_context, client) is { } annotated && _data.Clients.TryGetValue(annotated, out var store) ? store : null;
    }

    private string? StoreOfCall(Call made, int depth)
    {
        if (_context.Names.Resolve(made.Function) is { } name)
        {
            return _data.Clients.GetValueOrDefault(name.Text);
        }

        if (made.Function is Attribute { Name: var method, Value: var client } && _data.Derived.Contains(method))
        {
            return StoreOf(client, depth - 1);
        }

        // A function of the text that makes it.
        return Definitions.FunctionOf(_context, made.Function) is { } function && _context.Code.Returns.Where(one => ReferenceEquals(_context.Code.FunctionAround(one), function)).ToArray() is [{ Value: { } value }] ? StoreOf(value, depth - 1) : null;
    }

    private sealed class ImportFinder(StoreData data) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitImport(Import node) => Found |= node.Names.Any(alias => IsClient(alias.Name));

        public override void VisitImportFrom(ImportFrom node) => Found |= node.ModuleName is { } module && node.Level == 0 && IsClient(module);

        protected override void DefaultVisit(SyntaxNode node)
        {
            if (node is not Expression && !Found)
            {
                node.VisitChildren(this);
            }
        }

        private bool IsClient(string module) => data.Modules.Contains(module.Split('.')[0]);
    }
}
