using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>What a framework hands to the functions of a file: by annotations, bases, decorators, routers, and by what they take from it.</summary>
internal sealed class TaintTypes
{
    private readonly RuleContext _context;
    private readonly TaintData _data = TaintData.Instance;
    private readonly SchemaLimits _schemas;
    private readonly Dictionary<TaintType, bool> _bounded = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _imports = [];
    private readonly Dictionary<ClassDef, ImmutableArray<TaintHandler>> _ofClasses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FunctionDef, List<TaintHandler>> _handed = new(ReferenceEqualityComparer.Instance);
    private DeclaredArguments? _declared;

    public TaintTypes(RuleContext context)
    {
        _context = context;
        _schemas = new SchemaLimits(context);
        foreach (var statement in context.Tree.Root.Body)
        {
            if (statement is ImportFrom { Level: 0, ModuleName: { } module })
            {
                _imports.Add(module);
            }
            else if (statement is Import import)
            {
                _imports.AddRange(import.Names.Select(static alias => alias.Name));
            }
        }

        HasIterables = _data.Iterables.Any(Imports);
        FindHanded();
        FindSeen();
    }

    /// <summary>The file imports something whose objects bring in one thing after the other.</summary>
    public bool HasIterables { get; }

    /// <summary>What each parameter brings in when the framework calls; none for what only the file itself calls.</summary>
    public TaintValue OfParameter(FunctionDef function, Parameter parameter, int index)
    {
        if (parameter.Annotation is { } annotation && TypeOfAnnotation(annotation) is { } type)
        {
            return new(TaintFacets.None, Type: type);
        }

        foreach (var handler in HandlersOf(function))
        {
            if (handler.Parameter == index)
            {
                return Member(handler.Type, "()") is var (direct, member)
                    ? new(member.Facets, new TaintOrigin(parameter, direct.What, direct.Trust))
                    : new(TaintFacets.None, Type: handler.Type);
            }

            if (handler.Parameter == -2)
            {
                return _schemas.OfRouted(function, parameter);
            }
        }

        return TaintValue.None;
    }

    /// <summary>A framework calls the function for whatever strangers send: it is routed, handed over, or a method of a class that the framework makes for them.</summary>
    public bool IsHandler(FunctionDef function) => _context.Code.ClassOf(function) is { } type
        ? !OfBases(type).IsEmpty || _handed.ContainsKey(function)
        : _handed.ContainsKey(function) || OfDecorators(function).Any();

    /// <summary>The framework makes one object of the class for each request, and drops it afterwards.</summary>
    public bool IsMadePerRequest(ClassDef type) => OfBases(type) is { IsEmpty: false } handlers && !handlers.Any(static handler => handler.Methods.Contains("on_message"));

    /// <summary>An attribute, or a method, of <c>self</c> that a base has.</summary>
    public TaintValue OfSelf(ClassDef type, string attribute)
    {
        foreach (var handler in OfBases(type))
        {
            if (handler.Attributes.Contains(attribute))
            {
                return new(TaintFacets.None, Type: handler.Type);
            }
        }

        return TaintValue.None;
    }

    /// <summary>An attribute whose type the file itself declares: <c>add_argument("--count", type=int)</c>.</summary>
    public (TaintType Type, TaintMember Member)? Declared(string type, string name) =>
        _data.Types.TryGetValue(type, out var known) && known.DeclaredBy.Length > 0 ? (known, new TaintMember((_declared ??= DeclaredArguments.Of(_context, known.DeclaredBy)).FacetsOf(name), null, null)) : null;

    /// <summary>A member of a type: what it gives.</summary>
    public (TaintType Type, TaintMember Member)? Member(string type, string name)
    {
        if (!_data.Types.TryGetValue(type, out var known))
        {
            return null;
        }

        return known.Members.TryGetValue(name, out var member) ? (known, member) : null;
    }

    /// <summary>The file, or the framework, bounds what the type brings.</summary>
    public bool IsBounded(TaintType type)
    {
        if (!_bounded.TryGetValue(type, out var isBounded))
        {
            _bounded[type] = isBounded = type.Bounds.Any(bound => _context.Code.ClassesNamed(bound).Count > 0 || _context.Uses.AttributesNamed(bound).Count > 0 || NamesSetting(bound));
        }

        return isBounded;
    }

    /// <summary>A field of a class of the file that a schema library fills.</summary>
    public TaintValue OfModelField(string model, string field, TaintValue holder) => _schemas.OfField(model, field, holder);

    private bool NamesSetting(string name)
    {
        var finder = new SettingFinder(name);
        finder.Visit(_context.Tree.Root);
        return finder.Found;
    }

    private string? TypeOfAnnotation(Expression annotation) => annotation switch
    {
        Subscript { Value: var generic, Index: var inner } when _context.Names.Resolve(generic)?.Text is "typing.Optional" or "typing.Annotated" or "typing_extensions.Annotated" => TypeOfAnnotation(inner is Tuple { Elements: [var first, ..] } ? first : inner),
        BinOp { Operator: BinaryOperator.BitOr } either => TypeOfAnnotation(either.Left),
        Name or Attribute when _context.Names.Resolve(annotation) is { } name && _data.Types.ContainsKey(name.Text) => name.Text,
        _ => null,
    };

    private IEnumerable<TaintHandler> HandlersOf(FunctionDef function)
    {
        IEnumerable<TaintHandler> handed = _handed.TryGetValue(function, out var given) ? given : [];
        return _context.Code.ClassOf(function) is { } type
            ? OfBases(type).Where(handler => handler.Parameter >= 0 && (handler.Methods.Count == 0 || handler.Methods.Contains(function.Name))).Concat(handed.Select(static handler => handler with { Parameter = handler.Parameter < 0 ? handler.Parameter : handler.Parameter + 1 }))
            : OfDecorators(function).Concat(handed);
    }

    /// <summary>The handlers of a class: by its bases, and theirs in the file.</summary>
    private ImmutableArray<TaintHandler> OfBases(ClassDef type)
    {
        if (!_ofClasses.TryGetValue(type, out var handlers))
        {
            // A class that is its own base has none.
            _ofClasses[type] = [];
            _ofClasses[type] = handlers = [.. type.Bases.SelectMany(parent => _context.Names.Resolve(parent) is { } name
                ? _data.Bases.TryGetValue(name.Text, out var known) ? known : []
                : Definitions.ClassOf(_context, parent) is { } own && !ReferenceEquals(own, type) ? OfBases(own) : [])];
        }

        return handlers;
    }

    /// <summary>Functions that are handed to a framework: <c>Route("/", page)</c>, <c>basic_consume(queue, on_message)</c>, <c>client.on_message = handle</c>.</summary>
    private void FindHanded()
    {
        foreach (var (name, handlers) in _data.Takers)
        {
            Hand(_context.NamedCalls.Of(name), handlers);
        }

        foreach (var (method, handlers) in _data.TakingMethods)
        {
            Hand(_context.NamedCalls.OfMethod(method), handlers);
        }

        foreach (var (attribute, handlers) in _data.Callbacks)
        {
            foreach (var use in _context.Uses.AttributesNamed(attribute))
            {
                if (use.Context is ExpressionContext.Store && _context.Code.ParentOf(use) is Assign assign)
                {
                    Hand(assign.Value, handlers);
                }
            }
        }
    }

    private void Hand(IReadOnlyList<Call> calls, ImmutableArray<TaintHandler> handlers)
    {
        foreach (var call in calls)
        {
            foreach (var handler in handlers)
            {
                if (NamedCalls.Argument(call, handler.Keyword, handler.Position) is { } argument)
                {
                    Hand(argument, [handler]);
                }
            }
        }
    }

    private void Hand(Expression value, ImmutableArray<TaintHandler> handlers)
    {
        foreach (var handler in handlers)
        {
            if ((handler.Imports.Count == 0 || handler.Imports.Any(Imports)) && Definitions.FunctionOf(_context, value) is { } function)
            {
                Hand(function, handler);
            }
        }
    }

    private void Hand(FunctionDef function, TaintHandler handler)
    {
        if (!_handed.TryGetValue(function, out var known))
        {
            _handed[function] = known = [];
        }

        if (!known.Contains(handler))
        {
            known.Add(handler);
        }
    }

    private IEnumerable<TaintHandler> OfDecorators(FunctionDef function)
    {
        foreach (var decorator in function.Decorators)
        {
            var called = decorator is Call call ? call.Function : decorator;
            if (_context.Names.Resolve(called) is { } name)
            {
                foreach (var handler in _data.Decorators.TryGetValue(name.Text, out var known) ? known : [])
                {
                    yield return handler;
                }
            }
            else if (called is Attribute { Name: var method, Value: Name router } && Makers.Of(_context, router) is { } maker && _data.Routers.TryGetValue(maker, out var routers))
            {
                foreach (var handler in routers)
                {
                    if (handler.Methods.Contains(method))
                    {
                        yield return handler;
                    }
                }
            }
        }
    }

    /// <summary>Functions whose first parameter has attributes that only requests of an imported framework have.</summary>
    private void FindSeen()
    {
        foreach (var (import, handler) in _data.Seen)
        {
            foreach (var use in Imports(import) ? handler.Seen.SelectMany(_context.Uses.AttributesNamed) : [])
            {
                if (use.Value is Name name && _context.Code.FunctionAround(use) is FunctionDef { Parameters.Positional: [var first, ..] } function && string.Equals(name.Id, first.Name, StringComparison.Ordinal) && _context.Code.ClassOf(function) is null)
                {
                    Hand(function, handler);
                }
            }
        }
    }

    private bool Imports(string root) => _imports.Exists(module => module.StartsWith(root, StringComparison.Ordinal));

    private sealed class SettingFinder(string name) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitConstant(Constant node) => Found |= node.LiteralKind is ConstantKind.String && node.End - node.Start <= name.Length + 4 && node.Value is string text && string.Equals(text, name, StringComparison.Ordinal);

        public override void VisitKeyword(Keyword node)
        {
            Found |= string.Equals(node.Name, name, StringComparison.Ordinal);
            base.VisitKeyword(node);
        }

        public override void VisitName(Name node) => Found |= string.Equals(node.Id, name, StringComparison.Ordinal);
    }
}
