using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>
/// Whether code is run by the module itself alone, by direct calls of functions of the file: a script, or a program whose user sits in front of it, sees
/// that it hangs, and ends it. Whatever is handed to somebody, decorated, or waits in a <c>while</c> loop may run where nobody looks.
/// </summary>
internal sealed class AttendedCode
{
    private const int Farthest = 8;

    /// <summary>Uses that one question looks at: a text that consists of calls of one function must not cost a minute.</summary>
    private const int MostUses = 200;

    private readonly RuleContext _context;
    private readonly HashSet<SyntaxNode> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly bool _withCommands;
    private int _usesLeft = MostUses;

    private AttendedCode(RuleContext context, bool withCommands)
    {
        _context = context;
        _withCommands = withCommands;
    }

    /// <param name="context">The text.</param>
    /// <param name="place">The code that is asked for.</param>
    /// <param name="withCommands">What a library of command lines calls counts as well.</param>
    public static bool Is(RuleContext context, SyntaxNode place, bool withCommands) => new AttendedCode(context, withCommands).IsReached(place, Farthest);

    private bool IsReached(SyntaxNode place, int depth) => depth > 0 && !_context.Code.LoopsAround(place).Any(static loop => loop is While) && _context.Code.FunctionAround(place) switch
    {
        null => true,
        FunctionDef { IsAsync: false } function => !_asked.Add(function) || IsCommand(function) || (function.Decorators.IsEmpty && IsCalledOnly(function, depth)),
        _ => false,
    };

    private bool IsCalledOnly(FunctionDef function, int depth)
    {
        var isCalled = false;
        foreach (var use in UsesOf(function))
        {
            if (_usesLeft-- <= 0 || _context.Code.ParentOf(use) is not Call call || !ReferenceEquals(call.Function, use))
            {
                return false;
            }

            // A function that calls itself says nothing of who calls it first.
            var isOwn = ReferenceEquals(_context.Code.FunctionAround(call), function);
            if (!isOwn && !IsReached(call, depth - 1))
            {
                return false;
            }

            isCalled |= !isOwn;
        }

        return isCalled || (_withCommands && _context.Code.ClassOf(function) is { } type && CommandLines.IsCommand(_context, type));
    }

    private bool IsCommand(FunctionDef function) => _withCommands && CommandLines.IsCommand(_context, function);

    /// <summary>Of a constructor, those of its class.</summary>
    private IEnumerable<Expression> UsesOf(FunctionDef function)
    {
        if (_context.Code.ClassOf(function) is { } type)
        {
            return function.Name is "__init__" ? UsesOf(type, type.Name) : _context.Uses.AttributesNamed(function.Name);
        }

        return UsesOf(function, function.Name);
    }

    private IEnumerable<Expression> UsesOf(Statement definition, string name) =>
        _context.Code.FunctionAround(definition) is null && _context.Tree.GetScopes(_context.Cancellation).Module.Find(name) is { } symbol ? _context.Uses.UsesOf(symbol) : [];
}
