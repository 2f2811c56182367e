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
    }

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
                return new(TaintFacets.None, Type: handler.Type);
            }

            if (handler.Parameter == -2)
            {
                return _schemas.OfRouted(function, parameter);
            }
        }

        return TaintValue.None;
    }

    /// <summary>An attribute of <c>self</c> that a base sets.</summary>
    public TaintValue OfSelf(ClassDef type, string attribute)
    {
        foreach (var parent in type.Bases)
        {
            if (_context.Names.Resolve(parent) is { } name && _data.Bases.TryGetValue(name.Text, out var handlers))
            {
                foreach (var handler in handlers)
                {
                    if (string.Equals(handler.Attribute, attribute, StringComparison.Ordinal))
                    {
                        return new(TaintFacets.None, Type: handler.Type);
                    }
                }
            }
        }

        return TaintValue.None;
    }

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
        if (_context.Code.ClassOf(function) is { } type)
        {
            return OfBases(type).Where(handler => handler.Parameter >= 0 && (handler.Methods.Count == 0 || handler.Methods.Contains(function.Name)));
        }

        return OfDecorators(function).Concat(OfSeen(function));
    }

    private IEnumerable<TaintHandler> OfBases(ClassDef type) => type.Bases.SelectMany(parent => _context.Names.Resolve(parent) is { } name && _data.Bases.TryGetValue(name.Text, out var handlers) ? handlers : ImmutableArray<TaintHandler>.Empty);

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

    /// <summary>A function whose first parameter has attributes that only requests of an imported framework have.</summary>
    private IEnumerable<TaintHandler> OfSeen(FunctionDef function)
    {
        if (function.Parameters.Positional is not [var first, ..] || _context.Uses.AttributesNamed("META").Count + _data.Set("requestMarks").Sum(mark => _context.Uses.AttributesNamed(mark).Count) == 0)
        {
            yield break;
        }

        foreach (var (import, handler) in _data.Seen)
        {
            if (Imports(import) && handler.Seen.Any(mark => _context.Uses.AttributesNamed(mark).Any(use => use.Value is Name name && string.Equals(name.Id, first.Name, StringComparison.Ordinal) && ReferenceEquals(_context.Code.FunctionAround(use), function))))
            {
                yield return handler;
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
