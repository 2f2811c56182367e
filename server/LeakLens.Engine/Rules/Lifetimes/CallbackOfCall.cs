using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL405 where a function that runs again and again makes a function of its own and hands it to a collection, or to an object, of the module.</summary>
internal sealed class CallbackOfCall
{
    private readonly RuleContext _context;
    private readonly FunctionDef _function;

    public CallbackOfCall(RuleContext context, FunctionDef function)
    {
        _context = context;
        _function = function;
    }

    /// <param name="isAddition">The call adds to a collection.</param>
    public Finding? Judge(RuleDescriptor rule, Call call, Python.Syntax.Attribute method, bool isAddition)
    {
        var position = PositionOf(call);
        if (position < 0 || method.Value is not Name keeper || _context.Uses.OwnerOf(keeper) is not { } owner || !_context.Uses.IsOfModule(owner) || !Frequency.RunsOften(_context, call))
        {
            return null;
        }

        // A lambda in a collection is counted, as a matter of LL106.
        var isKept = isAddition ? call.Arguments[position] is Name && IsCollection(keeper) : IsKept(method, keeper, position);
        return isKept
            ? UncountedFinding.Of(rule, FindingLevel.Note, call, $"Each call hands a function of its own to {keeper.Id}, which keeps it and all that it refers to: nothing takes it out", "Take it back when it is done with, in a finally block")
            : null;
    }

    /// <summary>Where among the arguments a lambda stands, or a function that the function itself defines; -1 for nowhere.</summary>
    private int PositionOf(Call call)
    {
        for (var position = 0; position < call.Arguments.Length; position++)
        {
            if (call.Arguments[position] is Lambda || (call.Arguments[position] is Name name && IsOwn(name)))
            {
                return position;
            }
        }

        return -1;
    }

    private bool IsOwn(Name name)
    {
        foreach (var function in _context.Code.FunctionsNamed(name.Id))
        {
            if (ReferenceEquals(_context.Code.FunctionAround(function), _function) && _context.Code.ClassOf(function) is null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCollection(Name keeper) => Definitions.OnlyValue(_context, keeper) is List or Set or Call { Function: Name { Id: "list" or "set" } } && !_context.Trims.IsTrimmed(keeper) && !_context.IsTended(keeper, _function);

    /// <summary>The object is of a class of this file, whose method puts what it is given into a table that nothing is ever taken out of.</summary>
    private bool IsKept(Python.Syntax.Attribute method, Name keeper, int position) =>
        Definitions.OnlyValue(_context, keeper) is Call made && Definitions.ClassOf(_context, made.Function) is { } type && Definitions.MethodOf(_context, type, method.Name) is { } keeping
        && keeping.Parameters.Positional.Length > position + 1 && keeping.Parameters.Positional[position + 1].Name is var parameter
        && TableOf(keeping, parameter) is { } table && ReferenceEquals(_context.Code.ClassOfSelf(table), type) && !_context.Trims.IsTrimmed(table.Name) && !_context.IsTended(table, keeping);

    /// <summary>The attribute that a method puts its parameter into: <c>self.handlers.append(handler)</c>, <c>self.handlers.setdefault(kind, []).append(handler)</c>.</summary>
    private Python.Syntax.Attribute? TableOf(FunctionDef keeping, string parameter)
    {
        foreach (var call in _context.Code.Calls)
        {
            if (call.Function is Python.Syntax.Attribute { Name: "append" or "add" } addition && call.Arguments is [Name stored] && string.Equals(stored.Id, parameter, StringComparison.Ordinal)
                && ReferenceEquals(_context.Code.FunctionAround(call), keeping))
            {
                return RootOf(addition.Value);
            }
        }

        return null;
    }

    private static Python.Syntax.Attribute? RootOf(Expression holder) => holder switch
    {
        Subscript item => RootOf(item.Value),
        Call { Function: Python.Syntax.Attribute { Name: "setdefault" } table } => RootOf(table.Value),
        Python.Syntax.Attribute attribute => attribute,
        _ => null,
    };
}
