using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>What annotations say of what a router reads from a request: <c>n: int = Query(le=100)</c>, and fields of models.</summary>
internal sealed class SchemaLimits
{
    private const int Deepest = 3;

    private readonly RuleContext _context;
    private readonly TaintData _data = TaintData.Instance;

    public SchemaLimits(RuleContext context) => _context = context;

    /// <summary>A parameter of a function that a router calls with what the request holds.</summary>
    public TaintValue OfRouted(FunctionDef function, Parameter parameter)
    {
        var given = DefaultOf(function, parameter);
        if (given is Call call && _context.Names.Resolve(call.Function) is { } maker && _data.Set("injections").Contains(maker.Text))
        {
            return TaintValue.None;
        }

        var origin = new TaintOrigin(parameter, $"{parameter.Name}, a parameter of the request,", TaintTrust.Remote);
        return parameter.Annotation is { } annotation && ModelOf(annotation) is { } model
            ? new(TaintFacets.Content, origin, Type: model)
            : new(FacetsOf(parameter.Annotation, given), origin);
    }

    /// <summary>A field of a model of the file; any other attribute is what its holder is.</summary>
    public TaintValue OfField(string model, string field, TaintValue holder)
    {
        foreach (var type in _context.Code.ClassesNamed(model).SelectMany(type => ClassesOf(type, Deepest)))
        {
            foreach (var statement in type.Body)
            {
                if (statement is AnnAssign { Target: Name name } declared && string.Equals(name.Id, field, StringComparison.Ordinal))
                {
                    var facets = IsValidated(type, field) ? TaintFacets.Content : FacetsOf(declared.Annotation, declared.Value);
                    return holder with { Facets = facets, Type = ModelOf(declared.Annotation) };
                }
            }
        }

        return holder with { Facets = TaintFacets.None, Type = null };
    }

    /// <summary>A validator of the class looks at the field: what it lets through is not known.</summary>
    private bool IsValidated(ClassDef type, string field) => type.Body.OfType<FunctionDef>().Any(method => method.Decorators.Any(decorator =>
        decorator is Call call && _context.Names.Resolve(call.Function) is { } name && _data.Set("validators").Contains(name.Text)
        && (call.Arguments.Length == 0 || call.Arguments.Any(argument => argument is Constant { Value: string text } && (text is "*" || string.Equals(text, field, StringComparison.Ordinal))))));

    private string? ModelOf(Expression annotation) => Definitions.ClassOf(_context, annotation) is { } type && ClassesOf(type, Deepest).Any(one => one.Bases.Any(parent => _context.Names.Resolve(parent) is { } found && _data.Set("models").Contains(found.Text))) ? type.Name : null;

    /// <summary>A class, and those of the file that it is made of.</summary>
    private IEnumerable<ClassDef> ClassesOf(ClassDef type, int depth) =>
        type.Bases.Select(parent => depth > 0 && Definitions.ClassOf(_context, parent) is { } own && !ReferenceEquals(own, type) ? ClassesOf(own, depth - 1) : []).SelectMany(static types => types).Prepend(type);

    private static Expression? DefaultOf(FunctionDef function, Parameter parameter)
    {
        var parameters = function.Parameters;
        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        var index = positional.IndexOf(parameter);
        var first = positional.Length - parameters.Defaults.Length;
        if (index >= 0)
        {
            return index >= first ? parameters.Defaults[index - first] : null;
        }

        var keyword = parameters.KeywordOnly.IndexOf(parameter);
        return keyword >= 0 ? parameters.KeywordDefaults[keyword] : null;
    }

    private TaintFacets FacetsOf(Expression? annotation, Expression? given)
    {
        var isBounded = IsBounded(given);
        while (annotation is Subscript generic && _context.Names.Resolve(generic.Value)?.Text is "typing.Optional" or "typing.Annotated" or "typing_extensions.Annotated")
        {
            var parts = ((Subscript)annotation).Index is Tuple several ? several.Elements : [((Subscript)annotation).Index];
            isBounded |= parts.Skip(1).Any(IsBounded);
            annotation = parts[0];
        }

        return annotation switch
        {
            BinOp { Operator: BinaryOperator.BitOr } either => FacetsOf(either.Left, given),
            Name or Attribute => _context.Names.Resolve(annotation)?.Text switch
            {
                "builtins.int" or "builtins.float" => isBounded ? TaintFacets.None : TaintFacets.Big,
                "builtins.str" => isBounded ? TaintFacets.Content | TaintFacets.Raw : TaintFacets.Content | TaintFacets.Long | TaintFacets.Raw,
                "builtins.bytes" => isBounded ? TaintFacets.Content | TaintFacets.Raw : TaintFacets.Content | TaintFacets.Long | TaintFacets.Raw,
                "builtins.dict" or "builtins.list" => TaintFacets.Content | TaintFacets.Long,
                _ => TaintFacets.None,
            },
            Subscript => isBounded ? TaintFacets.Content : TaintFacets.Content | TaintFacets.Long,
            _ => TaintFacets.None,
        };
    }

    /// <summary><c>Field(le=100)</c>, <c>conint(lt=5)</c>, <c>Query(max_length=50)</c>, <c>Len(0, 5)</c>.</summary>
    private bool IsBounded(Expression? constraint) => constraint is Call call && (call.Keywords.Any(keyword => keyword.Name is { } given && _data.Set("constraints").Contains(given)) || _context.Names.Resolve(call.Function) is { } name && _data.Set("constraintCalls").Contains(name.Text));
}
