using LeakLens.Python.Binding;
using LeakLens.Python.Lexing;
using LeakLens.Python.Literals;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Parsing;

/// <summary>
/// Recursive descent over Python's grammar, a partial file per area of it. Always gives a tree; what cannot be read costs its
/// statement and one error. Methods leave the current token behind what they read.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>One statement may be megabytes long: a cancellation is noticed inside it too.</summary>
    private const int TokensBetweenChecks = 4096;

    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly ErrorList _errors;
    private readonly NodeStack _stack;
    private readonly NameTable _names;
    private readonly LiteralSource _literals;
    private readonly CancellationToken _cancellation;
    private Token _token;
    private int _previousEnd;

    /// <summary>Grows with every token taken: loops compare it to see that they got somewhere.</summary>
    private int _taken;

    private Parser(string text, NameTable names, NodeStack stack, CancellationToken cancellation)
    {
        _text = text;
        _names = names;
        _stack = stack;
        _cancellation = cancellation;
        _errors = new ErrorList();
        _literals = new LiteralSource(text);
        _lexer = new Lexer(text, names, _errors);
        _token.Text = string.Empty;
    }

    public static SyntaxTree Parse(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var names = NameTable.Rent();
        var stack = NodeStack.Rent();
        var parser = new Parser(text.Text, names, stack, cancellation);
        var root = parser.ParseModule();
        NodeStack.Return(stack);
        NameTable.Return(names);
        return new SyntaxTree(text, root, parser._errors.ToImmutable(), parser._lexer.TakeComments());
    }

    private Module ParseModule()
    {
        _lexer.Next(ref _token);
        var mark = _stack.Mark;
        ParseStatements(TokenKind.EndOfFile);
        var module = new Module(0, _text.Length, _stack.Pop<Statement>(mark));
        FutureFeatures.Check(module, _errors);
        CheckNull();
        return module;
    }

    /// <summary>CPython takes no text with a NUL, wherever it stands.</summary>
    private void CheckNull()
    {
        var at = _text.IndexOf('\0', StringComparison.Ordinal);
        if (at >= 0)
        {
            _errors.IsPanicking = false;
            _errors.Add(SyntaxErrorCodes.InvalidCharacter, at, at + 1, "The character U+0000 cannot stand in a program.");
        }
    }

    private void Advance()
    {
        _previousEnd = _token.End;
        if (++_taken % TokensBetweenChecks == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        _lexer.Next(ref _token);
    }

    private bool At(TokenKind kind) => _token.Kind == kind;

    private bool TryTake(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (!TryTake(kind))
        {
            ErrorHere(SyntaxErrorCodes.Expected, $"Expected {what}.");
        }
    }

    /// <summary>A soft keyword is a name with that text; names are interned, so that this is mostly one comparison of references.</summary>
    private bool AtSoft(string keyword) => _token.Kind == TokenKind.Name && string.Equals(_token.Text, keyword, StringComparison.Ordinal);

    private string ExpectName()
    {
        if (_token.Kind != TokenKind.Name)
        {
            ErrorHere(SyntaxErrorCodes.Expected, "Expected a name.");
            return string.Empty;
        }

        var name = _token.Text;
        Advance();
        return name;
    }

    private Checkpoint Save() => new(_lexer.Save(), _token, _previousEnd);

    private void Restore(in Checkpoint checkpoint)
    {
        _lexer.Restore(checkpoint.Lexer);
        _token = checkpoint.Token;
        _previousEnd = checkpoint.PreviousEnd;
    }

    private readonly record struct Checkpoint(Lexer.Mark Lexer, Token Token, int PreviousEnd);
}
