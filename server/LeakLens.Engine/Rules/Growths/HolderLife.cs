using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>
/// How long the instances of a class live, as far as one file tells. Nobody calls the methods of most classes in their own file; what such an
/// object collects matters when the object stays, and not when a caller makes it, uses it and drops it.
/// </summary>
internal sealed class HolderLife
{
    private readonly RuleContext _context;
    private readonly ClassDef _type;

    private HolderLife(RuleContext context, ClassDef type)
    {
        _context = context;
        _type = type;
    }

    /// <summary>Something says that its instances stay: who keeps them, or what they do.</summary>
    public static bool IsLong(RuleContext context, ClassDef type)
    {
        if (!context.LongLived.TryGetValue(type, out var isLong))
        {
            context.LongLived[type] = isLong = new HolderLife(context, type).IsLong();
        }

        return isLong;
    }

    private bool IsLong()
    {
        var makings = _context.Code.Calls.Where(IsMaking).ToArray();
        return makings.Length > 0 && makings.All(IsDropped) ? false : makings.Any(IsKept) || IsService();
    }

    private bool IsMaking(Call call) => call.Function is Name made && string.Equals(made.Id, _type.Name, StringComparison.Ordinal) && ReferenceEquals(Definitions.ClassOf(_context, made), _type);

    /// <summary>Used on the spot, or by a name of the function of which only attributes are taken.</summary>
    private bool IsDropped(Call making)
    {
        var function = _context.Code.FunctionAround(making);
        return function is FunctionDef && _context.Code.ParentOf(making) switch
        {
            Expr => !IsGivenAway(_type),
            Python.Syntax.Attribute or WithItem => true,
            Assign { Targets: [Name target] } => _context.Uses.OwnerOf(target) is { } owner && !_context.Uses.IsOfModule(owner)
                && _context.Uses.UsesOf(owner).All(use => use.Context is ExpressionContext.Store || (_context.Code.ParentOf(use) is Python.Syntax.Attribute && ReferenceEquals(_context.Code.FunctionAround(use), function))),
            _ => false,
        };
    }

    /// <summary>Stored in an attribute, a collection, or a name of the module.</summary>
    private bool IsKept(Call making) => _context.Code.ParentOf(making) switch
    {
        Assign { Targets: [Python.Syntax.Attribute or Subscript] } => true,
        Assign { Targets: [Name target] } => _context.Uses.OwnerOf(target) is { } owner && _context.Uses.IsOfModule(owner),
        Call { Function: Python.Syntax.Attribute { Name: "append" or "add" or "setdefault" } } => true,
        _ => false,
    };

    /// <summary>Its entries come and go, its methods wait or loop for ever, somebody calls it back, or it is closed one day.</summary>
    private bool IsService() => IsClosed() || IsGivenAway(_type) || new LifeFinder(_context, _type).Find();

    private bool IsClosed() => _type.Body.OfType<FunctionDef>().Any(static method =>
        method.Name is not ("__exit__" or "__aexit__" or "tearDown") && LifetimeData.Instance.Set("closingMethods").Contains(method.Name) && method.Body.Any(static statement => statement is not (Raise or Pass or Expr { Value: Constant })));

    /// <summary>One of its methods is handed to an object that is neither a library's function nor a part of its own: it calls back as long as it lives.</summary>
    private bool IsGivenAway(ClassDef type)
    {
        foreach (var call in _context.Code.Calls)
        {
            if (call.Function is Python.Syntax.Attribute method && !IsOwnPart(method.Value, type) && (call.Arguments.Any(argument => IsOwnMethod(argument, type)) || call.Keywords.Any(keyword => IsOwnMethod(keyword.Value, type)))
                && _context.Names.Resolve(call.Function) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>self.button.clicked</c>, <c>self.timer</c>: it goes with the object.</summary>
    private bool IsOwnPart(Expression receiver, ClassDef type)
    {
        while (receiver is Python.Syntax.Attribute { Value: Python.Syntax.Attribute inner })
        {
            receiver = inner;
        }

        return receiver is Python.Syntax.Attribute part && ReferenceEquals(_context.Code.ClassOfSelf(part), type)
            && _context.Uses.AttributesNamed(part.Name).Any(use => _context.Code.IsInside(use, type) && _context.Code.ParentOf(use) is Assign { Value: Call } assign && !ReferenceEquals(assign.Value, use));
    }

    private bool IsOwnMethod(Expression argument, ClassDef type) =>
        argument is Python.Syntax.Attribute attribute && ReferenceEquals(_context.Code.ClassOfSelf(attribute), type) && Definitions.MethodOf(_context, type, attribute.Name) is not null;

    /// <summary>Looks through the methods of a class for what only objects do that stay.</summary>
    private sealed class LifeFinder(RuleContext context, ClassDef type) : SyntaxVisitor
    {
        private bool _found;

        public bool Find()
        {
            foreach (var method in type.Body.OfType<FunctionDef>())
            {
                _found |= method.IsAsync || EndlessLoops.Has(method);
                VisitAll(method.Body);
            }

            return _found;
        }

        public override void VisitCall(Call node)
        {
            // An entry of one of its tables is taken out by its key.
            _found |= node is { Function: Python.Syntax.Attribute { Name: "pop" or "remove" or "discard", Value: Python.Syntax.Attribute table }, Arguments.IsEmpty: false } && ReferenceEquals(context.Code.ClassOfSelf(table), type);
            base.VisitCall(node);
        }

        public override void VisitDelete(Delete node)
        {
            _found |= node.Targets.Any(target => target is Subscript { Value: Python.Syntax.Attribute table, Index: not Slice } && ReferenceEquals(context.Code.ClassOfSelf(table), type));
            base.VisitDelete(node);
        }
    }
}
